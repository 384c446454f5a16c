"""What changed from one figure of a series to the next, what can't be compared, and which figure holds now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quellenlage.model import Analysis, Aside, Change, Figure
from quellenlage.model.ledger import ChangeKind
from quellenlage.story._figure_pairs import Mention, linked

_DAY = len("2024-10-24")
_ROUND = 0.06  # a rounded figure is off by no more than this share ("fast sechseinhalb" for 6,42)


@dataclass(frozen=True, slots=True)
class Context:
    """What the judgement needs of the story: articles in order of time, who derives from whom, names of entities."""

    articles: Sequence[Analysis]
    sources: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    reasons: Mapping[str, str]

    def words(self, name: str, **filled: object) -> str:
        """The reason of this name, filled."""
        return self.reasons[name].format(**filled)

    def copies(self, a: Mention, b: Mention) -> bool:
        """Whether the article of `b` descends from that of `a`."""
        return a.figure.article in self.sources.get(b.figure.article, ())

    def day(self, mention: Mention) -> str:
        """The day of the figure's article, "" where it is not known or only the month is."""
        published = self.articles[mention.article].article.published or ""
        return published[:10] if len(published) >= _DAY else ""

    def order(self, mention: Mention) -> tuple[str, int, int]:
        """What sorts figures by time: a month alone stands after its days, an unknown time last."""
        published = self.articles[mention.article].article.published or "9999"
        return published if len(published) >= _DAY else f"{published}-99", mention.article, mention.figure.start

    def outlet(self, mention: Mention) -> str:
        """What to call the figure's article."""
        article = self.articles[mention.article].article
        return article.outlet or article.title or article.path

    def authority(self, figure: Figure) -> str | None:
        """The name of whom the figure is attributed to."""
        return self.names.get(figure.attributed_to or "")


def main_status(series: Sequence[Mention]) -> str:
    """The status of what the series counts: actual where one figure is, else the most frequent."""
    said = [m.figure.status for m in series if m.figure.status != "denied"]
    return "actual" if "actual" in said or not said else max(dict.fromkeys(said), key=said.count)


def asides(series: Sequence[Mention], context: Context) -> list[Aside]:
    """The figures of a series that stand apart from what it counts, each with the reason."""
    status = main_status(series)
    return [Aside(m.figure.id, context.words(m.figure.status)) for m in series if m.figure.status != status]


def pieces(series: Sequence[Mention], parts: Sequence[Mention], context: Context) -> list[Aside]:
    """Parts of what the series counts, and what came on top of it: named beside the totals, never among them."""
    if all(m.part for m in series):
        return []
    own = {m.figure.id for m in series}
    concepts, heads = {m.concept for m in series} - {None}, {m.head for m in series} - {""}
    group = series[0].group
    near = (m for m in parts if m.group == group or {m.group, group} <= {"person", "count"})
    found = [m for m in near if (m.concept in concepts if concepts else m.head in heads) and m.figure.id not in own]
    return [Aside(m.figure.id, context.words("part")) for m in sorted(found, key=context.order)]


def latest(series: Sequence[Mention], apart: set[str], context: Context) -> str | None:
    """The figure that holds now: of those that are no parts, the first of the latest dated article that is no copy.

    Where its sentence changes it ("von 38 auf 35"), what it changes into. None where no article has a day.
    """
    dated = [m for m in series if context.day(m) and m.figure.status != "denied"]
    able = [m for m in dated if m.figure.id not in apart and not m.part] or dated
    own = [m for m in able if not context.sources.get(m.figure.article)] or able
    if not own:
        return None
    last = max(own, key=lambda m: (context.day(m), m.article))
    held = next(m for m in own if m.article == last.article)
    places = {m.figure.start: m for m in own if m.article == last.article}
    while held.link and held.link[1] == "change" and held.link[0] in places:
        held = places[held.link[0]]
    return held.figure.id


def changes(series: Sequence[Mention], apart: set[str], context: Context) -> list[Change]:
    """The change from each comparable figure to the next one, with its kind and reason."""
    kept = [m for m in series if m.figure.id not in apart or m.figure.status == "denied"]
    return [_change(a, b, context) for a, b in pairwise(kept)]


def _change(a: Mention, b: Mention, context: Context) -> Change:
    kind, why, filled = _judge(a, b, context)
    reason = context.words(why, earlier=a.figure, later=b.figure, source=context.outlet(a), **filled)
    return Change(a.figure.id, b.figure.id, kind, reason)


def _judge(a: Mention, b: Mention, context: Context) -> tuple[ChangeKind, str, dict[str, object]]:
    """The kind of change, the name of its reason and what fills it."""
    if a.figure.unit != b.figure.unit and a.group == "money":
        return "conversion", "conversion", {}
    if "denied" in (a.figure.status, b.figure.status) and a.value != b.value:
        return "correction", "correction", {"wrong": (a if a.figure.status == "denied" else b).figure}
    if a.value == b.value and _same_upper(a.figure, b.figure):
        same = "same" if a.figure.qualifier == b.figure.qualifier else "bounded"
        return "same", "copied" if context.copies(a, b) else same, {}
    if context.copies(a, b) and _slip(a, b):
        return "copying_error", "slip", {}
    if linked([a], [b]) == "change":
        return "update", "told", {}
    if _rounded(a, b):
        return "rounding", "rounding", {}
    old, new = context.authority(a.figure), context.authority(b.figure)
    if old and new and a.figure.attributed_to != b.figure.attributed_to:
        return "authority", "authority", {"old": old, "new": new}
    if a.head and b.head and a.head != b.head and not (a.concept and a.concept == b.concept):
        return "measure", "measure", {"old": a.head, "new": b.head}
    before, now = context.day(a), context.day(b)
    return "update", "update" if before and now and before != now else "unexplained", {"old": before, "new": now}


def _same_upper(a: Figure, b: Figure) -> bool:
    """Whether the upper ends of two ranges are equal, or neither figure is a range."""
    ranges = [f.qualifier == "range" for f in (a, b)]
    return a.high == b.high if all(ranges) else not any(ranges)


def _slip(a: Mention, b: Mention) -> bool:
    """A wrong digit: a factor of ten, a digit more or less, two digits swapped."""
    if a.figure.unit != b.figure.unit:
        return False
    ours, theirs = _digits(a.value), _digits(b.value)
    longer = ours.rstrip("0") in theirs or theirs.rstrip("0") in ours
    return longer or sorted(ours) == sorted(theirs)


def _digits(value: float) -> str:
    return f"{value:.6f}".rstrip("0").replace(".", "").lstrip("0") if value != int(value) else str(int(value))


def _rounded(a: Mention, b: Mention) -> bool:
    """Whether one is a rounding of the other: close, and not on the wrong side of its bound."""
    if abs(a.value - b.value) > _ROUND * max(abs(a.value), abs(b.value)):
        return False
    return _covers(a, b.value) or _covers(b, a.value)


def _covers(bound: Mention, value: float) -> bool:
    match bound.figure.qualifier:
        case "about":
            return True
        case "at_least" | "more_than":
            return bound.value <= value
        case "at_most" | "less_than":
            return bound.value >= value
    return False
