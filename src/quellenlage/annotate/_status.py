"""What the words around a figure say of it: actual, planned, expected, possible."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quellenlage.language import Language
from quellenlage.language.clauses import clause_at
from quellenlage.model import Sentence, Token
from quellenlage.model.marks import Status

_ORDER: tuple[Status, ...] = ("possible", "expected", "planned")


@dataclass(frozen=True, slots=True)
class Statuses:
    """The table `status.toml`, compiled."""

    adjectives: Mapping[str, Status]
    nouns: Mapping[str, Status]
    verbs: Mapping[str, Status]
    modals: Mapping[str, Status]
    phrases: tuple[tuple[str, Status], ...]
    undone: frozenset[str]
    future: str
    hearsay: frozenset[str]
    wanting: frozenset[str]
    counting: frozenset[str]
    lasting: frozenset[str]
    states: frozenset[str]
    negation: re.Pattern[str]
    revising: frozenset[str]

    def negated(self, text: str, first: int) -> bool:
        """Whether the figure that starts at `first` is said not to be so: "nicht 4.000", "weder auf 36 noch auf 35"."""
        return bool(self.negation.search(text, max(0, first - 24), first))

    def revised(self, sentence: Sentence, place: int) -> bool:
        """Whether the clause around `place` corrects a figure: "von elf auf zehn korrigiert"."""
        first, last = clause_at(sentence, place)
        return any(t.lemma in self.revising for t in sentence.tokens[first:last] if t.tag[0] == "V")

    def of(
        self,
        text: str,
        sentence: Sentence,
        place: int,
        adjectives: Sequence[str],
        counted: Sequence[str],
        *,
        people: bool,
        things: bool = False,
    ) -> Status:
        """The status of the figure at `place`; "actual" if nothing says otherwise.

        Read in this order: the adjectives before its noun ("die geplanten 240"), the verbs and phrases of its clause,
        the noun that it belongs to ("Laufzeit"), the clause that governs its own ("vermutet, dass …"). `people` who
        want or ask for something are counted all the same: "40 Prozent fordern das"; people and `things` are counted by
        who assumes a number of them, while a sum of money is foreseen.
        """
        if own := next((self.adjectives[a] for a in adjectives if a in self.adjectives), None):
            return own
        first, last = clause_at(sentence, place)
        said = self._said(text, sentence.tokens[first:last], place if people else None, counts=people or things)
        promised = said == {"expected"} and self._is_future(sentence.tokens[first:last])
        if not said or promised:
            said = {self.nouns[n] for n in counted if n in self.nouns} or said
        if first > 1 and promised:
            said = {"planned"} if "planned" in self._before(text, sentence, first) else said
        elif first > 1 and said == {"planned"} and "expected" in self._before(text, sentence, first):
            said = {"expected"}  # "erwartet, dass 300 verlegt werden sollen"
        elif first > 1 and not said:
            said = self._governing(text, sentence, first, last)
        return next((s for s in _ORDER if s in said), "actual")

    def _is_done(self, tokens: Sequence[Token]) -> bool:
        """Whether the clause is a perfect of a verb that is itself no plan: "sind eingetroffen", not "ist geplant"."""
        done = [t.lemma for t in tokens if t.tag == "VVPP"]
        return _is_perfect(tokens) and not any(lemma in self.verbs for lemma in done)

    def _is_future(self, tokens: Sequence[Token]) -> bool:
        return any(t.tag == "VAFIN" and t.lemma == self.future for t in tokens) and _has_infinitive(tokens)

    def _before(self, text: str, sentence: Sentence, first: int) -> set[Status]:
        """What the clause before the one that starts at `first` says: "kündigte an, das Land werde zahlen"."""
        start, _ = clause_at(sentence, sentence.tokens[first - 2].start)
        return self._said(text, sentence.tokens[start : first - 1], None)

    def _governing(self, text: str, sentence: Sentence, first: int, last: int) -> set[Status]:
        said = self._before(text, sentence, first)
        if not any(t.tag in ("PTKZU", "VVIZU") for t in sentence.tokens[first:last]):
            said -= {"planned"}  # "fordert, 40 Züge zu kaufen", but not "kündigte an, dass 40 fahren"
        if _is_perfect(sentence.tokens[first:last]):
            said -= {"possible", "expected"}  # who suspects or estimates something done reports a finding
        return said

    def _said(self, text: str, tokens: Sequence[Token], subject: int | None, *, counts: bool = False) -> set[Status]:
        """What phrases and verbs say; finite verbs after the place of a `subject` are its own."""
        if not tokens:
            return set()
        wording = text[tokens[0].start : tokens[-1].end]
        undone = self.undone if self._is_done(tokens) else ()  # "von den zugesagten 240 sind 36 eingetroffen"
        said = {status for phrase, status in self.phrases if phrase in wording and phrase not in undone}
        done = any(t.tag == "VVPP" for t in tokens) and any(t.tag == "VAINF" and t.lemma != self.future for t in tokens)
        for token in tokens:
            own = subject is not None and subject < token.start and token.tag[1:] in ("VFIN", "MFIN")
            if token.tag[:2] == "VM" and token.lemma not in self.verbs:
                reported = token.lemma in self.hearsay and (done or (own and token.lemma in self.wanting))
                if reported and any(t.tag == "VVPP" and t.lemma in self.verbs for t in tokens):
                    said.add("possible")  # an offer that one "soll gemacht haben" is a rumour of a plan
                said |= set() if reported else {s for s in (self.modals.get(f"{token.lemma}_{token.mood}"),) if s}
            elif counts and token.lemma in self.counting:
                continue  # "das Amt geht von 300 Gästen aus" counts them
            elif token.tag[0] == "V" and token.lemma in self.verbs and not own:
                said.add(self.verbs[token.lemma])
            elif token.tag == "ADJD" and token.lemma in self.adjectives:
                said.add(self.adjectives[token.lemma])
            elif token.tag == "VAFIN" and token.lemma == self.future and _has_infinitive(tokens):
                said.add("expected")
        if "planned" in said and any(t.lemma in self.lasting for t in tokens):
            said = (said - {"planned"}) | {"expected"}  # what something "soll kosten" is foreseen
        if any(t.lemma in self.states for t in tokens if t.tag == "VVINF"):
            said -= {"planned"}  # what something "soll umfassen" is said of it
        return said


def _is_perfect(tokens: Sequence[Token]) -> bool:
    return any(t.tag == "VVPP" for t in tokens) and any(
        t.tag == "VAFIN" and t.lemma in ("haben", "sein") for t in tokens
    )


def _has_infinitive(tokens: Sequence[Token]) -> bool:
    return any(t.tag in ("VVINF", "VAINF") for t in tokens)


@cache
def statuses(lang: Language) -> Statuses:
    """The compiled table of the language."""
    table = lang.table("status")
    kinds: dict[str, dict[str, Status]] = {k: {} for k in ("adjectives", "nouns", "verbs", "modals")}
    for status in _ORDER:
        for kind, words in kinds.items():
            words |= dict.fromkeys(table[status].get(kind, ()), status)
    phrases = tuple((p, status) for status in _ORDER for p in table[status]["phrases"])
    return Statuses(
        **kinds,
        phrases=phrases,
        undone=frozenset(table["hearsay"]["undone"]),
        future=table["expected"]["future"],
        hearsay=frozenset(table["hearsay"]["modals"]),
        wanting=frozenset(table["hearsay"]["wanting"]),
        counting=frozenset(table["expected"]["counting"]),
        lasting=frozenset(table["expected"]["lasting"]),
        states=frozenset(table["hearsay"]["states"]),
        negation=re.compile(rf"(?<!\w)(?:{'|'.join(table['denied']['before'])})\s$"),
        revising=frozenset(table["corrections"]["revising"]),
    )
