"""A statement in the making."""

from dataclasses import dataclass, field

from quellenlage.annotate._quotes.clause import Parse
from quellenlage.annotate._quotes.unit import Unit, is_mark
from quellenlage.model import Span
from quellenlage.model.marks import Certainty, Stance, StatementType

Range = tuple[int, int]
"""Items of a unit, from and to (excluded)."""


@dataclass(slots=True)
class Draft:
    """What a construction found in one unit, in item ranges; `lemma` is the cue verb's, "" where none stands."""

    type: StatementType
    quote: list[Range]
    rule: str
    speaker: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    frame: list[Range] = field(default_factory=list)
    addressee: list[Range] = field(default_factory=list)
    via: list[Range] = field(default_factory=list)
    lemma: str = ""
    stance: Stance = "asserts"
    certainty: Certainty = "certain"
    lead: tuple[Span, ...] = ()
    """Quoted words that stand before the unit: the sentence that "Das" or "Dies" points back to."""
    tail: tuple[Span, ...] = ()
    """Quoted words that stand in the units after it."""
    named: tuple[Span, ...] = ()
    """The speaker's phrase where it stands in another unit."""
    nested: bool = False
    """Whether its frame is itself part of what somebody says ("der Gutachter habe gesagt, …")."""
    host: "Draft | None" = None
    """The statement that these words in quotation marks stand in."""
    heir: bool = False
    """Whether the speaker is that of the statement before (a pronoun's or run-on's)."""
    issued: bool = False
    """Whether the words are those of the body whose press release the article is."""


@dataclass(slots=True)
class Scene:
    """A parsed unit with the statements found in it so far."""

    unit: Unit
    parse: Parse
    drafts: list[Draft] = field(default_factory=list)
    closed: bool = False
    """Whether an answer has all of it, so that no further construction looks at it."""

    def add(self, draft: Draft) -> None:
        """Keep a statement that has words."""
        if draft.type in ("direct", "indirect"):
            draft.quote = [r for r in (tidy(self.unit, r) for r in draft.quote) if r]
        if draft.quote:
            self.drafts.append(draft)

    def covered(self, item: int) -> bool:
        """Whether a statement so far has this item among its quoted words."""
        return any(low <= item < high for d in self.drafts for low, high in d.quote)


def tidy(unit: Unit, piece: Range) -> Range | None:
    """Without commas, stops and dashes at its edges; None if nothing is left."""
    low, high = piece
    while low < high and _loose(unit, low):
        low += 1
    while low < high and _loose(unit, high - 1):
        high -= 1
    return (low, high) if low < high else None


def _loose(unit: Unit, item: int) -> bool:
    return unit.tags[item] in ("$,", "$.") or unit.words[item] in ("–", "—", "-", "…")


def without(piece: Range, holes: list[Range]) -> list[Range]:
    """The range less the holes, in order."""
    parts, low = [], piece[0]
    for start, end in sorted(holes):
        if low < start:
            parts.append((low, min(start, piece[1])))
        low = max(low, end)
    if low < piece[1]:
        parts.append((low, piece[1]))
    return [p for p in parts if p[0] < p[1]]


def to_spans(unit: Unit, pieces: list[Range]) -> tuple[Span, ...]:
    """Text ranges of the item ranges, in order, neighbours joined."""
    joined: list[list[int]] = []
    for low, high in sorted(pieces):
        if joined and joined[-1][1] >= low:
            joined[-1][1] = max(joined[-1][1], high)
        else:
            joined.append([low, high])
    return tuple(unit.span(low, high) for low, high in joined)


def group(places: list[int]) -> list[Range]:
    """Single places as ranges."""
    return [(i, i + 1) for i in sorted(set(places))]


__all__ = ["Draft", "Range", "Scene", "group", "is_mark", "tidy", "to_spans", "without"]
