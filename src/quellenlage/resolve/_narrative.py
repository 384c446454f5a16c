"""What an article has told of days so far: the thread that "am Abend" or "drei Tage später" hang on."""

from dataclasses import dataclass
from datetime import date

from quellenlage.model import Sentence, TimeExpression
from quellenlage.model.when import Calendar, DayPart, Relative
from quellenlage.resolve._calendar import day


@dataclass(frozen=True, slots=True)
class Told:
    """A day that the text has told, the words for it and where they stand.

    `part` is the part of the day (TNI: the night that begins on the day), `clock` hour and minute; `dated` says that
    the words name the year, `whole` that they name the day, `month` at least the month.
    """

    day: date
    text: str
    sentence: int
    paragraph: int
    part: str | None = None
    clock: tuple[int, int] | None = None
    dated: bool = False
    whole: bool = True
    month: bool = True


class Narrative:
    """The days told, last first: the last of all, the last night before a day, the last date with its year."""

    def __init__(self) -> None:
        self.last: Told | None = None
        self.period: Told | None = None
        self.night: Told | None = None
        self.dated: Told | None = None

    def remember(self, expression: TimeExpression, value: str | None, sentence: Sentence | None) -> None:
        """Keep what an expression told, if it told a day, a month or a year."""
        told = _told(expression, value, sentence)
        if told is None:
            return
        self.period = told
        if told.dated:
            self.dated = told
        if not told.whole:
            return
        if told.clock and self.last and self.last.sentence == told.sentence:
            told = Told(told.day, told.text, told.sentence, told.paragraph, self.last.part, told.clock)
        self.last = told
        if isinstance(expression.meaning, DayPart) and expression.meaning.eve:
            self.night = told

    def in_sentence(self, sentence: Sentence | None) -> Told | None:
        """The day last told, if this sentence told it."""
        told = self.last
        return told if told and sentence and told.sentence == sentence.start else None

    def in_paragraph(self, sentence: Sentence | None) -> Told | None:
        """The day last told, if this paragraph told it."""
        told = self.last
        return told if told and sentence and told.paragraph == sentence.paragraph else None


def _told(expression: TimeExpression, value: str | None, sentence: Sentence | None) -> Told | None:
    if value is None or not value[:4].isdigit() or (len(value) > 4 and not value[5:7].isdigit()):
        return None
    whole = len(value) >= 10
    found = day(int(value[:4]), int(value[5:7] or 1), int(value[8:10]) if whole else 1)
    if found is None:
        return None
    rest = value[10:]
    clock = (int(rest[1:3]), int(rest[4:6])) if len(rest) >= 6 and rest[1:3].isdigit() else None
    meaning = expression.meaning
    dated = isinstance(meaning, Calendar) and meaning.year is not None
    dated = dated or (isinstance(meaning, Relative) and meaning.unit == "year" and meaning.by != 0)
    place = (sentence.start, sentence.paragraph) if sentence else (-1, -1)
    return Told(
        found, expression.text, *place, rest if rest and clock is None else None, clock, dated, whole, len(value) >= 7
    )
