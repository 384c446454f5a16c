"""What the words of its clause say of a figure: actual, planned, expected, possible."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quellenlage.language import Language
from quellenlage.language.clauses import clause_at
from quellenlage.model import Sentence, Token
from quellenlage.model.marks import Status

_ORDER: tuple[Status, ...] = ("possible", "planned", "expected")


@dataclass(frozen=True, slots=True)
class Statuses:
    """The table `status.toml`, compiled."""

    lemmas: Mapping[str, Status]
    modals: Mapping[str, Status]
    phrases: tuple[tuple[str, Status], ...]
    future: str

    def of(self, text: str, sentence: Sentence, place: int) -> Status:
        """The status that the clause around `place` gives; "actual" if it says nothing."""
        first, last = clause_at(sentence, place)
        tokens = sentence.tokens[first:last]
        if not tokens:
            return "actual"
        wording = text[tokens[0].start : tokens[-1].end]
        said = {status for phrase, status in self.phrases if phrase in wording}
        said |= {s for t in tokens if (s := self._verb(t))}
        if any(t.lemma == self.future and t.tag == "VAFIN" for t in tokens) and any(
            t.tag in ("VVINF", "VAINF") for t in tokens
        ):
            said.add("expected")
        return next((s for s in _ORDER if s in said), "actual")

    def _verb(self, token: Token) -> Status | None:
        if token.tag[:2] == "VM":
            return self.modals.get(f"{token.lemma}_{token.mood}")
        return self.lemmas.get(token.lemma) if token.tag[0] == "V" else None


@cache
def statuses(lang: Language) -> Statuses:
    """The compiled table of the language."""
    table = lang.table("status")
    lemmas: dict[str, Status] = {}
    modals: dict[str, Status] = {}
    phrases: list[tuple[str, Status]] = []
    for status in _ORDER:
        lemmas |= dict.fromkeys(table[status]["lemmas"], status)
        modals |= dict.fromkeys(table[status]["modals"], status)
        phrases += [(p, status) for p in table[status]["phrases"]]
    return Statuses(lemmas, modals, tuple(phrases), table["expected"]["future"])
