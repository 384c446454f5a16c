"""What the value of an expression depends on: the day of publication, what was told before, and the clause."""

import re
from collections.abc import Callable
from datetime import date, datetime, time

from quellenlage.language import Language
from quellenlage.model import Sentence, Time, TimeExpression
from quellenlage.model.when import Clock, Meaning
from quellenlage.resolve._calendar import day
from quellenlage.resolve._narrative import Narrative, Told
from quellenlage.resolve._tense import Directions

Answer = tuple[str | None, str]
"""A TIMEX3 value or None, and the reason in words."""

UNKNOWN = "no day of publication is known"
_PUBLISHED = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d))?)?")


_EVENING, _MORNING = 20, 8  # a night's hours lie outside of these


class Context:
    """The place in the article that is being read. `value` resolves a meaning that stands within another.

    `date` is the day of publication (of a mere month its first), `base` the same if a day is known, `hour` and `moment`
    with its time if one is known. `daily` says that the text around tells days, as a report of the day does.
    """

    def __init__(self, published: str | None, lang: Language, value: Callable[["Context", Meaning], Answer]) -> None:
        self.lang = lang
        self.date, self.moment = _published(published)
        self.hour = self.moment.hour if self.moment else None
        self.base = self.date if published and len(published) >= 10 else None
        self.why = f"published on {self.base.isoformat()}" if self.base else UNKNOWN
        self.told = Narrative()
        self.last: Time | None = None
        self.sentence: Sentence | None = None
        self.before: int | None = None
        self.daily = False
        self.untold: int | None = None
        self.untold_hours: set[Clock] = set()
        self.night_named = False
        self._resolve = value
        self._pictures = frozenset(lang.table("times")["pictures"].split())
        self._until = frozenset(lang.table("times")["lead"]["until"].split())
        self._way: int | None = None
        self._known: tuple[int, Directions] | None = None

    def enter(self, expression: TimeExpression, sentence: Sentence | None, before: int | None, daily: bool) -> None:
        """Turn to the next expression; `before` is where the sentence before it starts, None if it has none."""
        self.before = before
        self.expression, self.sentence, self.daily, self._way = expression, sentence, daily, None

    def value(self, meaning: Meaning) -> Answer:
        """The value of a meaning here."""
        return self._resolve(self, meaning)

    @property
    def way(self) -> int:
        """-1 past, 1 future (2 for certain), 0 unknown.

        "seit" and "vom" tell at once, then the verbs of the clause, then "bis" and "ab".
        """
        if self._way is None:
            lean, tense = self.expression.lean, 0
            if lean >= 0 and self.sentence:
                tense = self._directions(self.sentence).at(self.expression.start, self.expression.end, lean)
            self._way = -1 if tense == 1 and self._is_caption() else tense or lean
        return self._way

    def _is_caption(self) -> bool:
        """Whether the sentence tells of a picture: "Foto: Helfer tragen am Dienstag Säcke" was taken before."""
        if self.sentence is None or not self.sentence.tokens:
            return False
        opening = [t.text for t in self.sentence.tokens[:2]]
        return self.sentence.role == "caption" or (opening[0] in self._pictures and opening[-1] == ":")

    def _directions(self, sentence: Sentence) -> Directions:
        if self._known is None or self._known[0] != sentence.start:
            self._known = (sentence.start, Directions(sentence, self.lang))
        return self._known[1]

    @property
    def is_until(self) -> bool:
        """Whether the expression begins with a preposition for an end ("bis")."""
        return self.expression.text.split()[0].lower() in self._until

    def is_untold(self, hour: int) -> bool:
        """Whether an hour belongs to a night that the article names without its day ("in der Tatnacht"), or to the
        day of an hour before it in the paragraph that could not be told.
        """
        nightly = hour < _MORNING or hour >= _EVENING
        here = self.sentence is not None and self.untold == self.sentence.paragraph
        return nightly and self.told.night is None and ((self.night_named and self.way < 0) or here)

    def just_told(self, told: Told) -> bool:
        """Whether this sentence told it or the one before."""
        return self.sentence is not None and told.sentence in (self.sentence.start, self.before)

    def same_paragraph(self, told: Told) -> bool:
        """Whether this paragraph told it."""
        return self.sentence is not None and told.paragraph == self.sentence.paragraph


def named(told: Told) -> str:
    """What was told, for a reason."""
    return f"„{told.text}“ ({told.day.isoformat()})"


def shown(found: date | None, rest: str = "") -> str | None:
    """The value of a day, None if there is none."""
    return None if found is None else found.isoformat() + rest


def _published(text: str | None) -> tuple[date | None, datetime | None]:
    """Day and moment of publication; of a month its first day."""
    match = _PUBLISHED.match(text or "")
    if match is None:
        return None, None
    year, month, number, clock = match.groups()
    found = day(int(year), int(month), int(number or 1))
    hour, minute = map(int, clock.split(":")) if clock else (24, 0)
    moment = datetime.combine(found, time(hour, minute)) if found and hour < 24 and minute < 60 else None
    return found, moment
