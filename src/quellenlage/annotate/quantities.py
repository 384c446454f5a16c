"""Figures in an article's sentences: numbers with bounds and units, and what they count.

>>> from quellenlage.language import language
>>> read_number("anderthalb Millionen", language("de"))
1500000
"""

import re
from collections.abc import Iterable

from quellenlage.annotate._counted import Counted, noun_before
from quellenlage.annotate._drafts import Draft, DraftReader
from quellenlage.annotate._numbers import Number, read_number
from quellenlage.annotate._status import Statuses, statuses
from quellenlage.language import Language
from quellenlage.model import Quantity, Sentence, Span, TimeExpression
from quellenlage.model.marks import Qualifier

__all__ = ["find_quantities", "read_number"]

_PEOPLE = ("person", "percent")  # these may be the subject of "fordern" and "wollen"
_THOUSANDS = re.compile(r"\d{1,3},\d{3}")
_NEAR = 400  # code points back to the figure whose noun a bare number leaves out
_TELLING = 12  # equal values above this name the same thing in 82 to 96 of 100 pairs
_CLOSE = 60  # code points within which "nicht elf" corrects the figure before it
_GAP = 200  # code points back to the figure whose unit a number leaves out
_FAR = 1_000  # a bare number this many times its antecedent counts something else
_OFF = 30  # code points from a figure to what says how far it may be off: "zwölf Tonnen, plus oder minus zwei"
_MILLION = 1_000_000
_CODE = 10_000  # a bare number from here on is written with separators, or it is a code


def find_quantities(
    text: str, sentences: tuple[Sentence, ...], times: tuple[TimeExpression, ...], lang: Language
) -> tuple[Quantity, ...]:
    """The figures of the sentences, in order of place. Numbers within `times` that name a day or hour are none."""
    reader = DraftReader(text, lang)
    within = reader.excluded.within
    dated = sorted((t.start, t.end) for t in times if t.kind in ("DATE", "TIME") and not within.search(t.text))
    drafts: list[Draft] = []
    place = 0
    for sentence in sentences:
        while place < len(dated) and dated[place][1] <= sentence.start:
            place += 1
        stop = place
        while stop < len(dated) and dated[stop][0] < sentence.end:
            stop += 1
        drafts += reader.read(sentence, dated[place:stop])
    return tuple(_Finisher(text, lang, reader, drafts).finish())


class _Finisher:
    """Fills what a draft leaves open from its clause and from the article's other figures."""

    def __init__(self, text: str, lang: Language, reader: DraftReader, drafts: list[Draft]) -> None:
        self.text, self.reader, self.drafts = text, reader, drafts
        self.statuses: Statuses = statuses(lang)
        self.past = frozenset(lang.table("status")["past"]["words"])
        gaps = {name: "|".join(words) for name, words in lang.table("measures")["gaps"].items()}
        self.gap_before = re.compile(rf"(?<!\w)({gaps['before']})\s$")
        self.gap_after = re.compile(rf"(?:[.,;:!?)“”\"»«]|\s(?:{gaps['after']})(?!\w)|$)")
        it, words = rf"(?<!\w)(?:{gaps['it']})", r"(?:\s[a-zäöüß]+){0,2}\s$"
        self.it = re.compile(it + words, re.IGNORECASE)
        self.it_is = re.compile(rf"{it}\s(?:{gaps['being']}){words}", re.IGNORECASE)
        self.being = re.compile(rf"\s(?:{gaps['being']})(?!\w)")
        tolerance = lang.table("numbers")["joins"]["tolerance"]
        self.off = re.compile("|".join(map(re.escape, tolerance)), re.IGNORECASE)
        sums = [d.unit for d in drafts if d.group == "money"]
        self.currency = max(sorted(set(sums)), key=sums.count, default="")
        self.large = any(d.group == "money" and d.number.scale >= _MILLION for d in drafts)
        self.millions = any(d.group in ("person", "count") and d.number.scale >= _MILLION for d in drafts)
        self.money = tuple(lang.table("measures")["generic"]["money"])
        self.alike: dict[float, Draft] = {}
        for draft in drafts:
            if draft.group not in ("", "duration", "percent", "multiple") and draft.number.value > _TELLING:
                self.alike.setdefault(draft.number.value, draft)

    def finish(self) -> Iterable[Quantity]:
        """The quantities, in order of place."""
        done: list[Draft] = []
        self._tell_concentrations()
        for draft in self.drafts:
            if self._fill(draft, done[-8:]):
                done.append(draft)
                yield self._quantity(draft)

    def _tell_concentrations(self) -> None:
        """Micrograms are those of a litre where the article gives others per litre: "erlaubt sind drei Mikrogramm"."""
        per = {d.unit.partition("/")[0]: (d.unit, d.group) for d in self.drafts if d.group == "concentration"}
        for draft in self.drafts:
            if draft.unit in per:
                draft.unit, draft.group = per[draft.unit]

    def _fill(self, draft: Draft, before: list[Draft]) -> bool:
        """Settle unit and noun. False for what turns out to be no figure."""
        if draft.number.kind == "article" and not self._is_counted_one(draft):
            return False
        words, place = self.reader.measures, draft.number.start
        generic = not draft.counted or draft.counted[0] in words.generic
        concept = None
        if draft.group in ("", "person") and generic:
            concept = words.concept(self.text, draft.sentence, place)
        if not draft.group:
            if not self._inherit(draft, before, concept):
                return False
        elif concept:
            draft.counted = (concept, *draft.counted)
        elif draft.group == "count" and draft.counted and self.currency:
            self._tell_money(draft)
        head = draft.counted[0] if draft.counted and draft.group in ("person", "count") else ""
        if case := words.case(self.text, draft.sentence, place, head):
            draft.counted = (case, *draft.counted)
        return True

    def _inherit(self, draft: Draft, before: list[Draft], concept: str | None) -> bool:
        """A bare number takes unit and noun from an equal one, from its clause, or from the figure before it."""
        if self.reader.excluded.is_loose(
            self.text, draft.number, draft.first, draft.sentence.start, draft.sentence.end
        ):
            return False
        written = self.text[draft.number.start : draft.number.end]
        plain = draft.number.digits and written.isdecimal()
        if plain and draft.number.value >= _CODE:
            return False
        alike = self.alike.get(draft.number.value)
        if corrected := self._corrected(draft, before):
            _take(draft, corrected)
            _take_scale(draft, corrected)
        elif whole := self._whole(draft, before):
            _take(draft, whole)
        elif gap := self._gap(draft, before):
            _take(draft, gap)
            _take_scale(draft, gap)
        elif alike:
            _take(draft, alike)
        elif concept and draft.number.value == int(draft.number.value):
            draft.unit = draft.group = "person"
            draft.counted = (concept,)
        elif (noun := self.reader.measures.number_of(draft.sentence, draft.number.start)) or (
            noun := noun_before(draft.sentence, draft.first, self.reader.measures, self.reader.measures.ties)
        ):
            self._name(draft, noun)
            sums = [d for d in before if d.group == "money" and draft.start - d.end < _NEAR]
            if draft.number.scale >= _MILLION and sums and draft.group == "count":
                draft.unit, draft.group = (
                    sums[-1].unit,
                    "money",
                )  # "eine Kaution von 3 Milliarden" after a sum in dollars
        elif antecedent := _antecedent(draft, before):
            _take(draft, antecedent)
            large = draft.number.scale >= _MILLION > antecedent.number.scale
            if large and self.currency and not self.millions and draft.group in ("person", "count"):
                draft.unit, draft.group, draft.counted = self.currency, "money", ()
            _take_scale(draft, antecedent)
        elif self._is_money(draft):
            draft.unit, draft.group = self.currency, "money"
        elif _tells_alone(draft.number, plain):
            draft.unit = draft.group = "count"
        return bool(draft.group)

    def _is_money(self, draft: Draft) -> bool:
        """Whether millions of nothing are money: where the article counts other sums in millions, and nothing else."""
        last = draft.upper or draft.number
        return self.large and not self.millions and last.scale >= _MILLION and last.kind == "number"

    def _is_counted_one(self, draft: Draft) -> bool:
        """ "Fast eine Woche", "nur ein Mitarbeiter", "genau einen Brief", but not "mehr als eine Formalie"."""
        if draft.group not in ("", "count", "person"):
            return True
        exact = draft.bound and draft.bound.qualifier in ("exact", "at_least")
        sharp = draft.bound and draft.bound.words.lower() in self.reader.bounds.sharp
        victim = draft.group == "person" and not draft.bound  # no other "ein" without a bound gets this far
        return victim or (draft.group == "person" and bool(exact)) or (draft.group == "count" and bool(sharp))

    def _corrected(self, draft: Draft, before: list[Draft]) -> Draft | None:
        """The figure of the sentence that "nicht elf" is put right by: "19 Minuten nach dem Notruf, nicht elf"."""
        last = before[-1] if before and self.statuses.negated(self.text, draft.first) else None
        if not last or last.sentence is not draft.sentence or draft.first - last.end > _CLOSE:
            return None
        return last if _is_alike(last, draft) and "," in self.text[last.end : draft.first] else None

    def _whole(self, draft: Draft, before: list[Draft]) -> Draft | None:
        """The figure that a number is some of: "112 Patienten, von denen man sechs aufgenommen hat"."""
        last = before[-1] if before else None
        near = last and last.sentence is draft.sentence and draft.first - last.end <= _CLOSE
        found = last if near and last and last.group in ("person", "count") else None
        return found if found and self.reader.parts.search(self.text[found.end : draft.first]) else None

    def _gap(self, draft: Draft, before: list[Draft]) -> Draft | None:
        """The figure whose unit a number leaves out: "die Werft spricht von zwei Tonnen, der Zoll von etwa zwölf",
        "sechs Wochen waren zu wenig. Jetzt rechnen wir mit neun", "es können auch 14 werden".
        """
        last = before[-1] if before else None
        if not last or last.group in ("", "multiple") or draft.start - last.end > _GAP:
            return None
        if last.sentence.paragraph != draft.sentence.paragraph or draft.number.kind != "number":
            return None
        end = (draft.upper or draft.number).end
        led, follows = self.text[max(draft.sentence.start, draft.first - 24) : draft.first], self.text[end : end + 12]
        tied = self.gap_before.search(led)
        said = bool(tied and self.gap_after.match(follows))
        measures = self.reader.measures
        if last.group in ("person", "count") or noun_before(draft.sentence, draft.first, measures, measures.ties):
            start = last.first - len(tied[1]) - 1 if tied else 0
            said = said and draft.sentence is last.sentence and self.text.startswith(f"{tied and tied[1]} ", start)
        elif self._is_it(led, follows) and (last.group != "money" or draft.number.scale == last.number.scale > 1):
            said = True
        return last if said and _is_alike(last, draft) else None

    def _is_it(self, led: str, follows: str) -> bool:
        """Whether "es" is so many: "es seien 14", "können es auch 14 werden"."""
        return bool(self.it_is.search(led) or (self.it.search(led) and self.being.match(follows)))

    def _is_past(self, draft: Draft) -> bool:
        """ "Nach zwei Verhandlungstagen"."""
        before = self.text[max(0, draft.first - 6) : draft.first].split()
        return draft.group == "duration" and bool(before) and before[-1] in self.past

    def _tell_money(self, draft: Draft) -> None:
        """ "14 Millionen Darlehen" is money in the currency that the article speaks of."""
        large = draft.number.scale >= _MILLION and draft.counted[0].lower().endswith(self.money)
        if large:
            draft.unit, draft.group = self.currency, "money"

    def _name(self, draft: Draft, noun: Counted) -> None:
        draft.counted = noun.lemmas
        people = self.reader.measures.is_person(noun.lemmas[0], noun.form)
        draft.unit = draft.group = "person" if people else "count"

    def _quantity(self, draft: Draft) -> Quantity:
        low, high, qualifier = self._bounds(draft)
        unit = draft.unit
        if unit == "count" and draft.counted and draft.rate in ("hour", "day", "week", "month", "year"):
            unit = f"count/{draft.rate}"
        number = Span(draft.number.start, (draft.upper or draft.number).end)
        wording = self.text[draft.first : draft.end]
        said = draft.converted or draft
        status = self.statuses.of(
            self.text,
            said.sentence,
            said.number.start,
            said.adjectives,
            said.counted,
            people=said.group in _PEOPLE,
            things=said.group == "count",
        )
        if (draft.replaced and status in ("planned", "possible")) or self._is_past(draft):
            status = "actual"
        revised = draft.replaced and self.statuses.revised(draft.sentence, draft.number.start)
        if revised or self.statuses.negated(self.text, draft.first):
            status = "denied"
        return Quantity(draft.first, draft.end, wording, number, low, high, unit, qualifier, draft.counted, status)

    def _bounds(self, draft: Draft) -> tuple[float | None, float | None, Qualifier]:
        value = _times(draft.number.value, draft.factor)
        written = self.text[draft.number.start : draft.number.end]
        if draft.group in ("person", "count") and _THOUSANDS.fullmatch(written):
            value = (
                _times(value, 1000) if not self.reader.english else value
            )  # "140,000 Packungen": nothing is counted in thousandths
        if draft.upper:
            low = _times(value, draft.upper.scale) if draft.number.scale == 1 and value < 1000 else value
            return low, _times(draft.upper.value, draft.factor), "range"
        said = self.reader.bounds.said_of(self.text, draft.end, draft.sentence.end)
        qualifier: Qualifier = draft.bound.qualifier if draft.bound else draft.after or said or "exact"
        if qualifier == "exact" and draft.number.kind in ("group", "plural"):
            qualifier = "about" if draft.number.kind == "group" else "at_least"
        if qualifier == "exact" and self.off.search(self.text, draft.end, min(draft.end + _OFF, draft.sentence.end)):
            qualifier = "about"
        if qualifier in ("at_most", "less_than"):
            return None, value, qualifier
        return value, None, qualifier


def _tells_alone(number: Number, plain: bool) -> bool:
    """Whether a number says something without a noun: "Hunderte kamen", "310.000", but not "Millionen" or a plain
    12.
    """
    if number.kind in ("plural", "group"):
        return number.value < _MILLION
    return number.scale > 1 or (number.digits and not plain)


def _take(draft: Draft, other: Draft) -> None:
    draft.unit, draft.group, draft.counted = other.unit, other.group, other.counted
    draft.rate = draft.rate or other.rate


def _take_scale(draft: Draft, other: Draft) -> None:
    """ "Die Halle kostet 30 Millionen Euro, ausgezahlt sind knapp vier"."""
    bare = draft.number.scale == 1 and draft.number.value < 1000 and not draft.upper
    if bare and other.number.scale > 1 and draft.group not in ("person", "count"):
        draft.factor = other.number.scale


def _is_alike(last: Draft, draft: Draft) -> bool:
    """Whether two numbers are of one magnitude, as they are written."""
    first, second = (d.number.value / (d.number.scale if d.number.scale >= _MILLION else 1) for d in (last, draft))
    return 0.1 <= (first or 1) / (second or 1) <= 10


def _antecedent(draft: Draft, before: list[Draft]) -> Draft | None:
    """The figure before that a bare number most likely carries on: near, of a class that fits, of its own magnitude."""
    fitting = [d for d in reversed(before) if draft.start - d.end < _NEAR and _fits(draft, d)]
    same = [d for d in fitting if d.number.scale == draft.number.scale]
    near = [d for d in same if 0.1 <= (d.number.value or 1) / (draft.number.value or 1) <= 10]
    return next(iter(near or same or fitting), None)


def _fits(draft: Draft, other: Draft) -> bool:
    if other.group in ("duration", "percent", "multiple", ""):
        return False
    if draft.number.value > _FAR * max(other.number.value, 1):
        return False
    if other.group == "money" and 1000 <= draft.number.value < other.number.value / _FAR:
        return False  # "4.312" after "elf Millionen Euro" is another thing
    whole = draft.number.value == int(draft.number.value)
    return whole or other.group not in ("person", "count")


def _times(value: float, factor: float) -> float:
    product = round(value * factor, 6)
    return int(product) if product == int(product) else product
