"""Figures of one sentence as they are read: number or range, bounds, unit, noun. What is left out stays open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quellenlage.annotate._counted import Counted, Measures, adjectives_before, measures, noun_after, noun_before
from quellenlage.annotate._excluded import Exclusions, exclusions
from quellenlage.annotate._numbers import Number, scan_numbers
from quellenlage.annotate._qualifiers import Bound, Qualifiers, qualifiers
from quellenlage.annotate._units import Unit, Units, any_of, units
from quellenlage.language import Language
from quellenlage.language.clauses import token_at
from quellenlage.model import Sentence
from quellenlage.model.marks import Qualifier

_ENGLISH = re.compile(r"[$€£]\d|\d\.\d{1,2} (?:Milli|Billi)")
_MORE = re.compile(r"(?:,| oder| und) ")
_SPOKEN = 1.5  # "zwei, drei Tage" is a range, "vier, sechs oder acht" are three numbers
_MILLION = 1_000_000
_JOINED = re.compile(r"-?[^\W\d_]")  # "1102-mal", "25c": a number within a word that is no unit
_CONVERSION = re.compile(r"\s?[(,–=-]\s?(?:[^\W\d_]+\s){0,3}")


@dataclass(slots=True)
class Draft:
    """A figure while it is read. `group` is the class of its unit, "" for a bare number whose unit is still open.

    `start:end` grows from the number over unit and noun; `factor` multiplies the number ("knapp vier" after "30
    Millionen").
    """

    sentence: Sentence
    number: Number
    upper: Number | None
    start: int
    end: int
    bound: Bound | None
    unit: str = ""
    group: str = ""
    counted: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    factor: float = 1
    after: Qualifier | None = None
    rate: str | None = None
    unit_end: int = 0
    replaced: bool = False
    """Whether it is the first of "von 38 auf 35": what was, not what is to be."""

    converted: "Draft | None" = None
    """The sum that this one is the other side of: "50 Millionen Dollar (46 Millionen Euro)"."""

    @property
    def first(self) -> int:
        """Where the figure starts, with its qualifier."""
        return self.bound.start if self.bound else self.start


class DraftReader:
    """Reads the sentences of one text in one language."""

    def __init__(self, text: str, lang: Language) -> None:
        self.text, self.lang = text, lang
        self.english = bool(_ENGLISH.search(text))
        self.units: Units = units(lang)
        self.bounds: Qualifiers = qualifiers(lang)
        self.excluded: Exclusions = exclusions(lang)
        self.measures: Measures = measures(lang)
        ranges, shared = lang.table("qualifiers")["ranges"], lang.table("qualifiers")["shared"]
        self.joint = re.compile(rf"\s(?:{any_of(ranges['joints'])})\s")
        self.between, self.and_ = ranges["between"], ranges["and"]
        self.shared = re.compile(rf"\s(?:{any_of(shared['joints'])})(?:\s[a-zäöüß]+en)?\s")
        parts = lang.table("measures")["links"]["parts"]
        self.parts = re.compile(rf"\W+(?:{any_of(parts)})\W+")
        self.change = re.compile(rf"\s(?:{any_of(shared['change'])})\s")

    def read(self, sentence: Sentence, dated: list[tuple[int, int]]) -> list[Draft]:
        """The drafts of one sentence, in order; numbers within the stretches `dated` are left out."""
        numbers = scan_numbers(self.text, sentence.start, sentence.end, self.lang, self.english)
        if not numbers:
            return []
        numbers = _outside(numbers, dated)
        drafts = self._join_parts([d for d in self._drafts(sentence, numbers) if d])
        self._tell_currencies(drafts)
        for right, left in pairwise(reversed(drafts)):
            self._share(left, right)
        for left, right in pairwise(drafts):
            self._convert(left, right)
            self._carry_rate(left, right)
        return drafts

    def _drafts(self, sentence: Sentence, numbers: list[Number]) -> Iterator[Draft | None]:
        floor, place, inside = sentence.start, 0, 0
        while place < len(numbers):
            number, upper = numbers[place], None
            if number.start < inside:
                place += 1  # the 2 in "m^2"
                continue
            if place + 1 < len(numbers) and self._is_range(number, numbers[place + 1], floor):
                upper = numbers[place + 1]
                place += 1
            draft = self._draft(sentence, number, upper, floor)
            floor = draft.end if draft else floor
            inside = draft.unit_end if draft else inside
            yield draft
            place += 1

    def _is_range(self, low: Number, high: Number, floor: int) -> bool:
        if low.kind not in ("number", "group") or high.kind not in ("number", "group"):
            return False
        unit = self.units.after(self.text, low.end, high.start)
        sign = self.units.before(self.text, high.start)
        between = self.text[unit.end if unit else low.end : sign.start if sign else high.start]
        scaled = low.value * high.scale if low.scale == 1 else low.value
        if not low.value < high.value and not scaled < high.value:
            return False
        if unit and unit != self._same(unit, high):
            return False
        bound = self.bounds.before(self.text, low.start, floor)
        first = bound.start if bound else low.start
        opened = self.text[max(floor, first - 12) : first].rstrip(" $€£").lower().endswith(self.between)
        near = between == ", " and high.value <= _SPOKEN * low.value and not _MORE.match(self.text, high.end)
        spoken = near and not low.digits and not high.digits and not unit
        return bool(low.ranged or self.joint.fullmatch(between) or spoken or (opened and between.strip() == self.and_))

    def _same(self, unit: Unit, high: Number) -> Unit | None:
        other = self.units.after(self.text, high.end, high.end + 24)
        return unit if other and other.code == unit.code else None

    def _draft(self, sentence: Sentence, number: Number, upper: Number | None, floor: int) -> Draft | None:
        last = upper or number
        sign = self.units.before(self.text, number.start)
        follows = self.units.after(self.text, last.end, sentence.end)
        unit = sign or follows or self.units.ending(self.text, last.end, sentence.end)
        if unit and self.units.is_name(self.text, unit.end):
            return None
        if not unit and _JOINED.match(self.text, last.end):
            return None
        if last.kind == "share" and follows:
            return None
        start = sign.start if sign else number.start
        draft = Draft(sentence, number, upper, start, last.end, self.bounds.before(self.text, start, floor))
        if self.excluded.holds(self.text, number, draft.first, follows, sentence.end):
            return None
        opening = draft.first - len(self.between) - 1
        if upper and self.text[max(0, opening) : draft.first].lower() == f"{self.between} ":
            draft.start, draft.bound = opening, None
        single = number.kind == "article" and not draft.bound
        if number.kind == "article" and draft.bound and draft.bound.words.lower() in self.bounds.wholes:
            return None
        if unit:
            draft.unit, draft.group, draft.factor = unit.code, unit.group, unit.factor
            draft.end = draft.unit_end = max(last.end, unit.end)
        elif last.kind == "share":
            draft.unit, draft.group, draft.factor = "percent", "percent", 100
        elif last.kind == "multiple":
            draft.unit, draft.group = "count", "multiple"
        elif last.kind == "times":
            draft.unit = draft.group = "count"
        if self._is_preposition(draft):
            draft.bound = None
        self._bound_after(draft)
        self._count(draft)
        self._bound_after(draft)
        if single and not (draft.group == "person" and self.measures.befalls_one(self.text, sentence, number.start)):
            return None
        if self._is_age(draft):
            return None
        measured = unit and draft.group not in ("percent", "count", "person")
        if measured and draft.counted and self.measures.is_person(draft.counted[0], ""):
            draft.counted = ()  # "zwölf Tonnen haben Forscher errechnet": people are no measure of weight or money
        return draft

    def _is_age(self, draft: Draft) -> bool:
        """ "Kinder von 14 bis 17 Jahren"."""
        if draft.unit != "year":
            return False
        before = draft.sentence.tokens[max(0, token_at(draft.sentence, draft.first) - 1)]
        bound = draft.bound.words.lower() if draft.bound else ""
        if bound in self.excluded.age_ties and self.measures.is_person(before.lemma, before.text):
            return True
        if not draft.counted or not self.measures.is_person(draft.counted[0], ""):
            return False
        bounded = draft.bound and draft.bound.words.lower() in self.bounds.prepositions
        led = self.text[max(draft.sentence.start, draft.first - 12) : draft.first].split()
        return bool(bounded or (led and led[-1] in self.excluded.age_ties))

    def _bound_after(self, draft: Draft) -> None:
        """ "300 oder mehr Menschen", "14 Tote mindestens"."""
        after = self.bounds.after(self.text, draft.end, draft.sentence.end)
        if after and not draft.bound and not draft.after:
            draft.end, draft.after = after.end, after.qualifier

    def _is_preposition(self, draft: Draft) -> bool:
        """Whether "über", "unter" or "gegen" ties the figure to something: "Kredit über 50 Milliarden", "unter den
        300".
        """
        bounds = self.bounds
        if not draft.bound or draft.bound.words.lower() not in bounds.prepositions:
            return False
        if self.text[draft.bound.end : draft.start].strip() in bounds.articles:
            return True
        before = re.search(r"([^\W\d_]+)\s$", self.text[max(0, draft.bound.start - 30) : draft.bound.start])
        after_noun = bool(before and before[1][0].isupper() and len(before[1]) > 3)
        if draft.bound.words.lower() in bounds.measuring:
            return after_noun and draft.group in ("money", "duration")
        if draft.bound.words.lower() in bounds.among:
            return before is not None and before[1].lower().endswith(bounds.gathered)
        return draft.bound.words.lower() in bounds.blurring and after_noun and draft.number.value < bounds.round_from

    def _count(self, draft: Draft) -> None:
        """Find what the draft counts: the noun after it or, for a figure with a unit, before it."""
        has_unit, sentence = bool(draft.unit), draft.sentence
        joined = self.text[draft.end : draft.end + 1] == "-"
        leads = has_unit or draft.number.kind in ("plural", "group")  # "Tausende von Menschen"
        owned = not has_unit and draft.number.scale >= _MILLION and self.measures.owns(sentence, draft.end)
        often = draft.number.kind == "times"
        noun = None if joined or owned or often else noun_after(sentence, draft.end, self.measures, unit=leads)
        if rate := self.units.rate(self.text, draft.end, sentence.end):
            draft.rate = rate[1]
            if together := self.units.joined.get(f"{draft.unit} {rate[1]}"):
                draft.unit, draft.group, draft.end = together, self.units.group(together), rate[0]
        else:
            draft.rate = self.units.rate_before(self.text, sentence.start, draft.first)
        if noun and noun.lemmas[0] in self.measures.scales:
            noun = None  # "vier der geplanten 38 Millionen Euro"
        if has_unit and not noun and not often:
            noun = noun_before(sentence, draft.first, self.measures)
        draft.adjectives = adjectives_before(sentence, draft.first)
        if noun:
            draft.counted, draft.adjectives = noun.lemmas, draft.adjectives + noun.adjectives
            if not has_unit:
                self._name_unit(draft, noun)

    def _name_unit(self, draft: Draft, noun: Counted) -> None:
        """A noun in place of a unit: people, a compound of a unit of time ("Verhandlungstage"), or any other thing."""
        draft.end = max(draft.end, noun.end)
        if time := self.units.compound(noun.form):
            draft.unit, draft.group = time, "duration"
        else:
            draft.unit = draft.group = "person" if self.measures.is_person(noun.lemmas[0], noun.form) else "count"

    def _join_parts(self, drafts: list[Draft]) -> list[Draft]:
        """ "Sechs Tage und 16 Stunden" is one duration in hours, "zwei Euro fünfzig Cent" one sum."""
        out: list[Draft] = []
        for draft in drafts:
            last = out[-1] if out else None
            share = self._part(last, draft) if last else None
            if not last or share is None or not self.units.parts.fullmatch(self.text[last.end : draft.first]):
                out.append(draft)
                continue
            step = self.units.steps.get((last.unit, draft.unit))
            number = last.number._replace(end=draft.number.end, value=last.number.value * (step or 1) + share)
            unit, group = (draft.unit, draft.group) if step else (last.unit, last.group)
            out[-1] = Draft(draft.sentence, number, None, last.start, draft.end, last.bound, unit, group)
            out[-1].counted = draft.counted or last.counted
        return out

    def _part(self, last: Draft, draft: Draft) -> float | None:
        """What the second adds to the first, in the unit that both end in; None if it is no part of it."""
        if (last.unit, draft.unit) in self.units.steps:
            return draft.number.value
        if last.group != "money":
            return None
        if draft.group == "money" and draft.factor < 1:
            return draft.number.value * draft.factor
        spoken = not draft.group and draft.number.value < 100 and draft.number.start == last.end + 1
        return draft.number.value / 100 if spoken and draft.number.kind == "number" else None

    def _tell_currencies(self, drafts: list[Draft]) -> None:
        """ "10.000 Pfund (11.650 Euro)" is money, "zwei Pfund Mehl" is not."""
        sums = any(d.group == "money" for d in drafts)
        for draft in drafts:
            other = self.units.ambiguous.get(draft.unit)
            if other and (sums or draft.number.value >= self.units.ambiguous_from):
                draft.unit, draft.group = other, "money"

    def _share(self, left: Draft, right: Draft) -> None:
        """Give a bare number the unit and noun of the next one that it shares them with: "von 14 auf 19 Tote"."""
        between = self.text[left.end : right.start]
        close = self.text[left.end : right.first + 1]
        if self.change.fullmatch(between) or self.change.fullmatch(close):
            left.replaced = True
        shares = self.shared.fullmatch(between) or self.shared.fullmatch(close)
        if (
            shares
            and left.group == ""
            and right.number.scale > 1
            and left.number.scale == 1
            and left.number.value < 1000
        ):
            left.factor = right.number.scale
        if left.group or not right.group or right.group == "multiple" or left.number.kind == "article":
            return
        if shares:
            left.unit, left.group, left.counted = right.unit, right.group, right.counted

    def _carry_rate(self, left: Draft, right: Draft) -> None:
        """A part is counted by the time of the whole: "täglich 62.000 Autos, darunter 13.000 Laster"."""
        if not right.rate and self.parts.fullmatch(self.text[left.end : right.first]):
            right.rate = left.rate

    def _convert(self, left: Draft, right: Draft) -> None:
        """The other side of a conversion ("90 Millionen Euro (98 Millionen Dollar)") has the bounds of the first."""
        pair = left.group == right.group == "money" and left.unit != right.unit
        if pair and _CONVERSION.fullmatch(self.text[left.end : right.first]):
            right.counted, right.converted = right.counted or left.counted, left
            if not right.bound and left.bound:
                right.after = left.bound.qualifier


def _outside(numbers: list[Number], stretches: list[tuple[int, int]]) -> list[Number]:
    """The numbers that overlap none of the stretches; both are in order."""
    out, at = [], 0
    for number in numbers:
        while at < len(stretches) and stretches[at][1] <= number.start:
            at += 1
        if at == len(stretches) or stretches[at][0] >= number.end:
            out.append(number)
    return out
