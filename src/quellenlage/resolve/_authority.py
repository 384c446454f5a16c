"""Who stands behind a figure: the speaker of the statement that holds it, or who counts it in its own clause."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quellenlage.language import Language
from quellenlage.language.clauses import clause_at
from quellenlage.model import Entity, Quantity, Sentence, Span, Statement, Token

_ACTORS = ("person", "organisation", "group")
_FINITE = ("VVFIN", "VAFIN", "VMFIN")
_NEAR = 300  # code points from the end of a statement to a sentence that carries it on
_CASES = ("APPR", "APPRART")


@dataclass(frozen=True, slots=True)
class _Words:
    verbs: frozenset[str]
    with_preposition: Mapping[str, str]
    carried: tuple[str, ...]
    own: tuple[str, ...]
    owning: frozenset[str]
    whose: re.Pattern[str]


@cache
def _words(lang: Language) -> _Words:
    table = lang.table("status")["authority"]
    pairs = (v.split("_") for v in table["verbs"] if "_" in v)
    plain = frozenset(v for v in table["verbs"] if "_" not in v)
    whose = re.compile("|".join(re.escape(w) for w in table["whose"]))
    prepositions = {verb: word for verb, word in pairs}  # noqa: C416 - lists of two, not tuples
    return _Words(plain, prepositions, tuple(table["carried"]), tuple(table["own"]), frozenset(table["owning"]), whose)


def holders(quantities: Sequence[Quantity], statements: Sequence[Statement]) -> list[Statement | None]:
    """For each quantity the statement whose words it stands in: a summary only where nobody's own words hold it,
    then the shortest.
    """
    held: list[Statement | None] = [None] * len(quantities)
    rank = [(True, 0)] * len(quantities)
    starts = [q.number.start for q in quantities]
    for statement in statements:
        for span in statement.quote:
            size = (statement.type == "reported", span.end - span.start)
            for at in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                if held[at] is None or size < rank[at]:
                    held[at], rank[at] = statement, size
    return held


def _is_crowd(entity: Entity) -> bool:
    """Whether the name means people who are counted rather than someone who counts."""
    return entity.type == "group" and entity.anonymous


class Authorities:
    """Who counts a figure that no statement holds."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        entities: Sequence[Entity],
        statements: Sequence[Statement],
        lang: Language,
    ) -> None:
        self.text, self.words, self.statements = text, _words(lang), statements
        actors = [(m, e.id) for e in entities if e.type in _ACTORS and not _is_crowd(e) for m in e.mentions]
        self.mentions: list[tuple[Span, str]] = sorted(actors)
        self.starts = [m.start for m, _ in self.mentions]
        self.ends = [s.quote[-1].end if s.quote else 0 for s in statements]
        self.sentences = sentences
        self.said = sorted((s.quote[0].start, s.speaker) for s in statements if s.quote and s.speaker)

    def of(self, sentence: Sentence, quantity: Quantity) -> str | None:
        """The entity that counts the figure: the one subject of its clause's verb of counting, claiming or asking.

        Where the clause says "demnach" or stands in the Konjunktiv of reported speech, the speaker of the statement
        before; where it says "nach eigenen Angaben", its subject. None where two could be meant.
        """
        first, last = clause_at(sentence, quantity.number.start)
        tokens = sentence.tokens[first:last]
        if not tokens:
            return None
        wording = self.text[tokens[0].start : tokens[-1].end]
        if whose := self.words.whose.search(wording):
            return self._last_named(sentence, tokens[0].start + whose.start())
        if any(w in wording for w in self.words.carried) or _is_reported(tokens):
            return self._beside(sentence) or self._before(sentence)
        if first > 1 and _is_infinitive(tokens):
            first, _ = clause_at(sentence, sentence.tokens[first - 2].start)
            tokens = sentence.tokens[first:last]
        own = any(w in wording for w in self.words.own)
        if not own and not any(self._counts(t.lemma, wording) for t in tokens if t.tag[0] == "V"):
            return None
        found = {
            entity
            for span, entity in self._within(tokens[0].start, tokens[-1].end)
            if self._is_subject(sentence, span) and not (span.start < quantity.end and quantity.start < span.end)
        }
        return found.pop() if len(found) == 1 else None

    def _last_named(self, sentence: Sentence, place: int) -> str | None:
        """The actor named last before `place`: the hospital in "im Krankenhaus wurden nach dessen Angaben …"."""
        within = self._within(sentence.start, place)
        return within[-1][1] if within else None

    def _counts(self, verb: str, wording: str) -> bool:
        word = self.words.with_preposition.get(verb)
        return verb in self.words.verbs or (word is not None and f" {word} " in f"{wording} ")

    def _within(self, start: int, end: int) -> Sequence[tuple[Span, str]]:
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _is_subject(self, sentence: Sentence, span: Span) -> bool:
        """Not after a preposition, nor a genitive after another noun."""
        at = bisect_right(sentence.tokens, span.start, key=lambda t: t.start) - 1
        while at > 0 and sentence.tokens[at - 1].tag in ("ART", "ADJA", "PPOSAT", "NN"):
            if sentence.tokens[at - 1].text in ("des", "den", "dem", "einem", "einen"):
                return False
            at -= 1
        return at == 0 or sentence.tokens[at - 1].tag not in _CASES

    def owner(self, quantity: Quantity) -> str | None:
        """Whose figure it is by a genitive right behind a number alone: "selbst die 12 Millionen des Hauses"."""
        if quantity.number.end != quantity.end:
            return None
        at = bisect_left(self.starts, quantity.end)
        if at == len(self.mentions):
            return None
        span, entity = self.mentions[at]
        return entity if self.text[quantity.end : span.start].strip() in self.words.owning else None

    def _beside(self, sentence: Sentence) -> str | None:
        """The one speaker of what the sentence holds."""
        first = bisect_left(self.said, (sentence.start, ""))
        last = bisect_left(self.said, (sentence.end, ""))
        found = {speaker for _, speaker in self.said[first:last]}
        return found.pop() if len(found) == 1 else None

    def _before(self, sentence: Sentence) -> str | None:
        """The speaker of the last statement before a sentence, if it is near and in its paragraph."""
        at = bisect_right(self.ends, sentence.start) - 1
        if at < 0 or sentence.start - self.ends[at] >= _NEAR:
            return None
        there = self.sentences[max(0, bisect_left(self.sentences, self.ends[at], key=lambda s: s.start) - 1)]
        return self.statements[at].speaker if there.paragraph == sentence.paragraph else None


def _is_reported(tokens: Sequence[Token]) -> bool:
    """Whether the clause's finite verb is in the Konjunktiv that reports: "Die Sperrung werde drei Monate dauern"."""
    return any(t.mood == "konj1" for t in tokens if t.tag in _FINITE)


def _is_infinitive(tokens: Sequence[Token]) -> bool:
    return any(t.tag in ("PTKZU", "VVIZU") for t in tokens) and not any(t.tag in _FINITE for t in tokens)
