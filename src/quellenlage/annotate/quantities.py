"""Figures in an article's sentences: numbers with bounds and units, and what they count.

>>> from quellenlage.language import language
>>> read_number("anderthalb Millionen", language("de"))
1500000
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quellenlage.annotate._counted import Counted, Measures, measures, noun_after, noun_before
from quellenlage.annotate._excluded import Exclusions, exclusions
from quellenlage.annotate._numbers import Number, read_number, scan_numbers
from quellenlage.annotate._qualifiers import Bound, Qualifiers, qualifiers
from quellenlage.annotate._status import statuses
from quellenlage.annotate._units import Units, any_of, units
from quellenlage.language import Language
from quellenlage.model import Quantity, Sentence, Span, TimeExpression
from quellenlage.model.marks import Qualifier

__all__ = ["find_quantities", "read_number"]

_ENGLISH = re.compile(r"[$€£]\d|\d\.\d{1,2} (?:Milli|Billi)")
_NEAR = 400  # code points back to the figure whose noun a bare number leaves out


@dataclass(slots=True)
class _Draft:
    """A figure while it is read. `group` is the class of its unit, "" for a bare number whose unit is still open."""

    number: Number
    upper: Number | None
    start: int
    end: int
    bound: Bound | None = None
    unit: str = ""
    group: str = ""
    counted: tuple[str, ...] = ()
    factor: float = 1
    after: Qualifier | None = None
    noun_end: int = 0
    rate: str | None = field(default=None)


def find_quantities(
    text: str, sentences: tuple[Sentence, ...], times: tuple[TimeExpression, ...], lang: Language
) -> tuple[Quantity, ...]:
    """The figures of the sentences, in order of place. Numbers within `times` that name a day or hour are none."""
    reader = _Reader(text, lang)
    dated = sorted((t.start, t.end) for t in times if t.kind in ("DATE", "TIME"))
    found: list[Quantity] = []
    place = 0
    for sentence in sentences:
        while place < len(dated) and dated[place][1] <= sentence.start:
            place += 1
        here = [d for d in dated[place : place + 50] if d[0] < sentence.end]
        found += reader.read(sentence, here, found[-6:])
    return tuple(found)


class _Reader:
    """Reads the sentences of one text."""

    def __init__(self, text: str, lang: Language) -> None:
        self.text, self.lang = text, lang
        self.english = bool(_ENGLISH.search(text))
        self.units: Units = units(lang)
        self.bounds: Qualifiers = qualifiers(lang)
        self.excluded: Exclusions = exclusions(lang)
        self.measures: Measures = measures(lang)
        self.statuses = statuses(lang)
        ranges, shared = lang.table("qualifiers")["ranges"], lang.table("qualifiers")["shared"]
        self.joint = re.compile(rf"\s(?:{any_of(ranges['joints'])})\s")
        self.between, self.and_ = ranges["between"], ranges["and"]
        self.shared = re.compile(rf"\s(?:{any_of(shared['joints'])})\s")

    def read(self, sentence: Sentence, dated: list[tuple[int, int]], before: list[Quantity]) -> list[Quantity]:
        """The quantities of one sentence.

        `before` are the last ones before it, whose nouns bare numbers may leave out.
        """
        numbers = scan_numbers(self.text, sentence.start, sentence.end, self.lang, self.english)
        numbers = [n for n in numbers if not any(a < n.end and n.start < b for a, b in dated)]
        if not numbers:
            return []
        drafts = [d for d in self._drafts(sentence, numbers) if d]
        self._share(drafts)
        kept: list[Quantity] = []
        for draft in drafts:
            if quantity := self._finish(sentence, draft, [*before, *kept]):
                kept.append(quantity)
        return kept

    def _drafts(self, sentence: Sentence, numbers: list[Number]) -> Iterator[_Draft | None]:
        floor = sentence.start
        place = 0
        while place < len(numbers):
            number, upper = numbers[place], None
            if place + 1 < len(numbers) and self._is_range(number, numbers[place + 1], floor):
                upper = numbers[place + 1]
                place += 1
            draft = self._draft(sentence, number, upper, floor)
            if draft:
                floor = draft.end
            yield draft
            place += 1

    def _is_range(self, low: Number, high: Number, floor: int) -> bool:
        unit = self.units.after(self.text, low.end, high.start)
        sign = self.units.before(self.text, high.start)
        between = self.text[unit.end if unit else low.end : sign.start if sign else high.start]
        if low.kind not in ("number", "group") or high.kind not in ("number", "group"):
            return False
        first = low.value * high.scale if low.scale == 1 else low.value
        if not low.value < high.value and not first < high.value:
            return False
        opened = self.text[max(floor, low.start - 12) : low.start].rstrip(" $€£").endswith(self.between)
        spoken = between == ", " and not low.digits and not high.digits and not unit
        return bool(low.ranged or self.joint.fullmatch(between) or spoken or (opened and between.strip() == self.and_))

    def _draft(self, sentence: Sentence, number: Number, upper: Number | None, floor: int) -> _Draft | None:
        last = upper or number
        sign = self.units.before(self.text, number.start)
        unit = sign or self.units.after(self.text, last.end, sentence.end)
        if self.excluded.holds(self.text, number, self.units.after(self.text, last.end, sentence.end), sentence.end):
            return None
        ending = None if unit else self.units.ending(self.text, last.end, sentence.end)
        if not unit and not ending and self.text[last.end : last.end + 1].isalpha():
            return None
        start = sign.start if sign else number.start
        draft = _Draft(number, upper, start, last.end, self.bounds.before(self.text, start, floor))
        if found := unit or ending:
            draft.unit, draft.group, draft.end = found.code, found.group, max(last.end, found.end)
        if last.kind == "share" and not unit:
            draft.unit, draft.group, draft.factor = "percent", "percent", 100
        if last.kind == "multiple":
            draft.unit, draft.group = "count", "multiple"
        self._count(sentence, draft)
        return draft

    def _count(self, sentence: Sentence, draft: _Draft) -> None:
        """Find what the draft counts: the noun after it or, for a figure with a unit, before it."""
        has_unit = bool(draft.unit)
        rate = self.units.rate(self.text, draft.end, sentence.end)
        noun = noun_after(sentence, draft.end, unit=has_unit)
        if noun and has_unit and draft.unit not in ("percent",) and self.text[draft.end : draft.end + 1] == "-":
            noun = None
        if rate:
            draft.rate = rate[1]
            joined = self.units.joined.get(f"{draft.unit} {rate[1]}")
            if joined:
                draft.unit, draft.group, draft.end = joined, "rain", rate[0]
        if has_unit and not noun:
            noun = noun_before(sentence, draft.bound.start if draft.bound else draft.start)
        if noun:
            self._take_noun(draft, noun, has_unit)

    def _take_noun(self, draft: _Draft, noun: Counted, has_unit: bool) -> None:
        draft.counted = noun.lemmas
        if has_unit:
            return
        draft.end = draft.noun_end = max(draft.end, noun.end)
        draft.unit = draft.group = "person" if self.measures.is_person(noun.lemmas[0], noun.form) else "count"

    def _share(self, drafts: list[_Draft]) -> None:
        """Give a bare number the unit and noun of the next one that it shares them with: "von 14 auf 19 Tote"."""
        for left, right in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
            start = right.bound.start if right.bound else right.start
            if left.group or not right.group or right.group == "multiple" or left.number.kind == "article":
                continue
            if self.shared.fullmatch(self.text[left.end : right.start]) or self.shared.fullmatch(
                self.text[left.end : start + 1]
            ):
                left.unit, left.group, left.counted = right.unit, right.group, right.counted
                if right.number.scale > 1 and left.number.scale == 1 and left.number.value < 1000:
                    left.factor = right.number.scale

    def _finish(self, sentence: Sentence, draft: _Draft, before: list[Quantity]) -> Quantity | None:
        number = draft.number
        if number.kind == "article" and not (
            draft.group and draft.bound and draft.bound.words.lower() not in ("alle", "keine")
        ):
            return None
        concept = None
        if draft.group in ("", "person") and (not draft.counted or draft.counted[0] in self.measures.generic):
            concept = self.measures.concept(self.text, sentence, number.start)
        if not draft.group:
            if not self._inherit(draft, before, concept):
                return None
        elif concept:
            draft.counted = (concept, *draft.counted)
        after = self.bounds.after(self.text, draft.end, sentence.end)
        if after and not draft.bound:
            draft.end, draft.after = after.end, after.qualifier
        return self._quantity(sentence, draft)

    def _inherit(self, draft: _Draft, before: list[Quantity], concept: str | None) -> bool:
        """A bare number takes unit and noun from what its clause speaks of or from the figure before it."""
        number = draft.number
        if concept:
            draft.unit = draft.group = "person"
            draft.counted = (concept,)
            return True
        for quantity in reversed(before):
            if draft.start - quantity.end > _NEAR:
                break
            if quantity.unit not in ("percent", "percentage_point"):
                draft.unit, draft.counted = quantity.unit, quantity.counted
                return True
        if (
            number.kind in ("plural", "group")
            or number.scale > 1
            or (number.digits and not self.text[number.start : number.end].isdecimal())
        ):
            draft.unit = "count"
            return True
        return False

    def _quantity(self, sentence: Sentence, draft: _Draft) -> Quantity:
        low, high, qualifier = self._bounds(draft)
        start = draft.start
        if draft.bound:
            start = draft.bound.start
        if draft.unit == "count" and draft.rate in ("day", "week", "hour", "month", "year"):
            draft.unit = f"count/{draft.rate}"
        number = Span(draft.number.start, (draft.upper or draft.number).end)
        status = self.statuses.of(self.text, sentence, draft.number.start)
        wording = self.text[start : draft.end]
        return Quantity(start, draft.end, wording, number, low, high, draft.unit, qualifier, draft.counted, status)

    def _bounds(self, draft: _Draft) -> tuple[float | None, float | None, Qualifier]:
        value = _times(draft.number.value, draft.factor)
        if draft.upper:
            low = _times(value, draft.upper.scale) if draft.number.scale == 1 and value < 1000 else value
            return low, _times(draft.upper.value, draft.factor), "range"
        qualifier: Qualifier = draft.bound.qualifier if draft.bound else draft.after or "exact"
        if draft.bound and self._is_preposition(draft):
            qualifier = "exact"
        if qualifier == "exact" and draft.number.kind in ("group", "plural"):
            qualifier = "about" if draft.number.kind == "group" else "at_least"
        if qualifier in ("at_most", "less_than"):
            return None, value, qualifier
        return value, None, qualifier

    def _is_preposition(self, draft: _Draft) -> bool:
        """ "Kredit über 50 Milliarden Euro", "Ermittlungen gegen zwölf Beschuldigte": the word ties the figure to
        a noun.
        """
        assert draft.bound
        if draft.bound.words.lower() not in self.bounds.prepositions:
            return False
        before = re.search(r"([^\W\d_]+)\s$", self.text[max(0, draft.bound.start - 30) : draft.bound.start])
        after_noun = bool(before and before[1][0].isupper() and len(before[1]) > 3)
        if draft.bound.words.lower() == "über":
            return after_noun and draft.group in ("money", "duration")
        return after_noun or draft.number.value < self.bounds.round_from


def _times(value: float, factor: float) -> float:
    product = round(value * factor, 6)
    return int(product) if product == int(product) else product
