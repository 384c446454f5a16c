"""The cue tables of a language, compiled once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from quellenlage.annotate._quotes.grammar import Grammar, grammar
from quellenlage.language import Language
from quellenlage.model.marks import Certainty, Stance


@dataclass(frozen=True, slots=True)
class Verb:
    """What a verb of speech does: see the head of `cues.toml`."""

    groups: frozenset[str]
    clause: str
    infinitive: bool
    direct: bool
    stance: Stance
    certainty: Certainty
    pointer: bool = False


@dataclass(frozen=True, slots=True)
class Declines:
    """Words of refusal, see `stance.toml`. `fixed` gives for a verb the groups of words that must stand beside it."""

    modals: frozenset[str]
    speak: frozenset[str]
    negations: frozenset[str]
    silent: frozenset[str]
    reaching: frozenset[str]
    content: re.Pattern[str]
    fixed: Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Denies:
    """Words of denial and of doubt, see `stance.toml`. `content` matches what denies by itself, `harmless` what only
    looks so, both in lower case.
    """

    verbs: frozenset[str]
    assurance: frozenset[str]
    negations: frozenset[str]
    content: re.Pattern[str]
    harmless: re.Pattern[str]
    hedges: frozenset[str]
    hedging_verbs: frozenset[str]
    hearsay: frozenset[str]

    def within(self, words: str) -> bool:
        """Whether the words, as `stance.content` gives them, deny by themselves."""
        return self.content.search(self.harmless.sub(" ", words)) is not None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words that mark speech: verbs by lemma, everything else by its form."""

    grammar: Grammar
    verbs: Mapping[str, Verb]
    known: frozenset[str]
    summary_object: frozenset[str]
    summary_preposition: Mapping[str, frozenset[str]]
    summary_number: frozenset[str]
    summary_stands: frozenset[str]
    summary_lasting: frozenset[str]
    summary_reflexive: frozenset[str]
    summary_unnamed: frozenset[str]
    calling: frozenset[str]
    counting: frozenset[str]
    time_nouns: frozenset[str]
    casualties: frozenset[str]
    any_source: frozenset[str]
    after_source: frozenset[str]
    with_noun: frozenset[str]
    seeing: frozenset[str]
    sight: frozenset[str]
    thereby: frozenset[str]
    whereby: frozenset[str]
    source: frozenset[str]
    source_endings: tuple[str, ...]
    content: frozenset[str]
    view: frozenset[str]
    state: frozenset[str]
    document: frozenset[str]
    not_speaker: frozenset[str]
    via_heads: frozenset[str]
    via_prepositions: frozenset[str]
    naming: frozenset[str]
    states: frozenset[str]
    impersonal: frozenset[str]
    addressee: Mapping[str, frozenset[str]]
    konjunktiv: Mapping[str, str]
    finite: Mapping[str, str]
    declines: Declines
    denies: Denies

    def is_source(self, word: str) -> bool:
        """Whether "nach <word>" names a source rather than a time, a place or a norm."""
        return word in self.source or (len(word) > 8 and word.lower().endswith(self.source_endings))


_RANK = {"no": 0, "weak": 1, "strong": 2}


def lexicon(lang: Language) -> Lexicon:
    """The tables of this language. Raises FileNotFoundError if it has none."""
    return _lexicon(lang)


@cache
def _lexicon(lang: Language) -> Lexicon:
    cues, nouns = lang.table("cues"), lang.table("speech_nouns")
    prepositions, adverbs = cues["prepositions"], cues["adverbs"]
    verbs = _verbs(cues["verbs"])
    return Lexicon(
        grammar=grammar(lang),
        verbs=verbs,
        known=_known(verbs, cues["summary"], lang.table("stance")["declines"]),
        finite=_finite(cues["finite"], verbs),
        summary_object=_words(cues["summary"]["object"]),
        summary_preposition={k: _words(v) for k, v in cues["summary"]["preposition"].items()},
        summary_number=_words(cues["summary"]["number"]),
        summary_stands=_words(cues["summary"]["stands"]),
        summary_lasting=_words(cues["summary"]["lasting"]),
        summary_reflexive=_words(cues["summary"]["reflexive"]),
        summary_unnamed=_words(cues["summary"]["unnamed"]),
        calling=_words(cues["summary"]["calling"]),
        counting=_words(cues["summary"]["counting"]),
        time_nouns=_words(cues["summary"]["time_nouns"]),
        casualties=_words(cues["summary"]["casualties"]),
        any_source=_words(prepositions["any_source"]),
        after_source=_words(prepositions["after_source"]),
        with_noun=_words(prepositions["with_noun"]),
        seeing=_words(prepositions["view"]),
        sight=_words(nouns["sight"]),
        thereby=_words(adverbs["thereby"]),
        whereby=_words(adverbs["whereby"]),
        source=_words(nouns["source"]),
        source_endings=tuple(sorted(_words(nouns["source_endings"]))),
        content=_words(nouns["content"]),
        view=_words(nouns["view"]),
        state=_words(nouns["state"]),
        document=_words(nouns["document"]),
        not_speaker=_words(nouns["not_speaker"]),
        via_heads=_words(cues["berufung"]["heads"]),
        via_prepositions=_words(cues["berufung"]["prepositions"]),
        addressee={name: _words(words) for name, words in cues["addressee"].items()},
        impersonal=_words(cues["impersonal"]["lemmas"]),
        states=_words(cues["hearsay"]["states"]),
        naming=_words(cues["naming"]["lemmas"]),
        konjunktiv={form: verb for verb, forms in cues["konjunktiv"].items() for form in forms.split()},
        declines=_declines(lang.table("stance")["declines"]),
        denies=_denies(lang.table("stance")),
    )


def _verbs(groups: Mapping[str, Mapping[str, Any]]) -> dict[str, Verb]:
    """Lemma → what it does; a verb in several groups takes the most that one of them allows."""
    found: dict[str, Verb] = {}
    for name, group in groups.items():
        for lemma in _words(group["lemmas"]):
            old = found.get(lemma)
            clause = max(group["clause"], old.clause if old else "no", key=lambda c: _RANK[c])
            found[lemma] = Verb(
                (old.groups if old else frozenset()) | {name},
                clause,
                bool(group["infinitive"] or (old and old.infinitive)),
                bool(group["direct"] or (old and old.direct)),
                old.stance if old else group.get("stance", "asserts"),
                old.certainty if old else group.get("certainty", "certain"),
                bool(group.get("pointer")) and (old is None or old.pointer),
            )
    return found


def _words(listing: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in listing.split())


def _declines(table: Mapping[str, Any]) -> Declines:
    return Declines(
        _words(table["modals"]),
        _words(table["speak"]),
        _words(table["negations"]),
        _words(table["silent"]),
        _words(table["reaching"]),
        _phrases(table["phrases"]),
        {verb: tuple(tuple(group.split("_")) for group in words.split()) for verb, words in table["fixed"].items()},
    )


def _known(verbs: Mapping[str, Verb], summary: Mapping[str, Any], declines: Mapping[str, Any]) -> frozenset[str]:
    """Every verb that some table names, without regard to what it does."""
    listed = _words(summary["object"]) | _words(summary["counting"]) | frozenset(summary["preposition"])
    return frozenset(verbs) | listed | frozenset(declines["fixed"]) | _words(declines["silent"])


def _finite(table: Mapping[str, Any], verbs: Mapping[str, Verb]) -> dict[str, str]:
    """Finite form → infinitive without its separable prefix, for the verbs of speech."""
    endings = table["endings"].split()
    found = {}
    for lemma in sorted(verbs):
        stem = lemma.removesuffix("en") if lemma.endswith("en") else lemma.removesuffix("n")
        found.update({stem + ending: lemma for ending in endings})
        found[lemma] = lemma
    for lemma, forms in table["strong"].items():
        found.update(dict.fromkeys([*forms.split(), lemma], lemma))
    return found


def _denies(table: Mapping[str, Any]) -> Denies:
    denies, hedged = table["denies"], table["hedged"]
    words = [re.escape(w).replace("_", " ") for w in denies["words"].split()]
    admits = "|".join(re.escape(w) for w in denies["admits"].split())
    conditions = "|".join(denies["conditions"].split())
    opening = [rf"^ {re.escape(denies['opening'])} (?!(?:\S+ ){{0,6}}(?:{admits}) )"]
    return Denies(
        _words(denies["verbs"]),
        _words(denies["assurance"]),
        _words(denies["negations"]),
        re.compile("|".join([*opening, *(f" {w} " for w in words), _phrases(denies["phrases"]).pattern])),
        re.compile(rf"{_phrases(denies['harmless']).pattern}|(?<=\S) (?:{conditions}) .*"),
        _words(hedged["words"]) | _words(hedged["modals"]),
        _words(hedged["verbs"]),
        _words(hedged["hearsay"]),
    )


def _phrases(listing: str) -> re.Pattern[str]:
    """One phrase a line, "…" for up to four words, against words with a single blank around each."""
    gap = r"(?: \S+){0,4} "
    lines = [re.escape(p).replace(r"\ …\ ", gap).replace(r"\ ", " ") for p in listing.split("\n") if p]
    return re.compile("|".join(f" {line} " for line in lines))
