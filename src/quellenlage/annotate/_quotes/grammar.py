"""The function words and endings of a language that clauses and noun phrases are read by (`clauses.toml`)."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from quellenlage.language import Language

Words = frozenset[str]
Endings = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Each field is the entry of that name in `clauses.toml`, as a set of words or a tuple of endings."""

    genitive: Words
    oblique: Words
    owner: Words
    indefinite_article: Words
    anonymous: Words
    own: Words
    quoted_object: Words
    let: Words
    let_know: Words
    let_means: Endings
    oblique_article: Words
    dative_article: Words
    genitive_article: Words
    dative: Words
    dative_feminine: Words
    accusative_pronoun: Words
    nominative: Words
    indefinite: Words
    sure_subject: Words
    empty_subject: Words
    faceless: Words
    relative_sure: Words
    relative: Words
    relative_article: Words
    pointing: Words
    singular_first: Words
    plural_first: Words
    definite_ambiguous: Words
    same_plural_endings: Endings
    genitive_name_endings: Endings
    nominative_adjective_endings: Endings
    genitive_adjective_endings: Endings
    abstract_endings: Endings
    agent_endings: Endings
    feminine_endings: Endings
    masculine_endings: Endings
    time_endings: Endings
    attributive: Words
    benefit: Words
    local: Words
    said_in: Words
    said_at: Words
    agent: Words
    origin: Words
    of: Words
    links: Words
    and_: Words
    with_: Words
    toward: Words
    as_named: Words
    named: Words
    after: Words
    according: Words
    topic: Words
    so: Words
    that: Words
    consequence: Words
    whether: Words
    as_: Words
    opening_adverb: Words
    whereby: Words
    purpose: Words
    complement: Words
    pointer: Words
    be: Words
    perfect: Words
    become: Words
    passive_form: Words
    auxiliary: Words
    copula: Words
    hearsay: Words
    said: Words
    wish: Words
    plural_subjunctive: Words
    first_person: Words
    polite: Words
    opposing: Words
    expletive: Words
    quoted: Words
    taking_it: Words
    without_speaker: Words
    plain_state: Words
    known: Words
    participle_prefix: Endings
    infinitive_mark: Endings
    umlauts: Endings


@cache
def grammar(lang: Language) -> Grammar:
    """The table of this language. Raises FileNotFoundError or KeyError where it or an entry is missing."""
    table = lang.table("clauses")
    sequences = ("_endings", "_prefix", "_mark", "_means", "umlauts")
    entries: dict[str, Any] = {}
    for f in fields(Grammar):
        words = table[f.name.removesuffix("_")].split()
        entries[f.name] = tuple(words) if f.name.endswith(sequences) else frozenset(words)
    return Grammar(**entries)
