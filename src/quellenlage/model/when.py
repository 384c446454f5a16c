"""What a time expression means before it is tied to a day.

`annotate` finds these in the words alone, `resolve` computes a TIMEX3 value from them. `by` counts units from the
day of publication (`Relative`) or from the day last told (`Shifted`): -1 is the one before, 0 this one, 1 the next.
"""

from typing import Literal, NamedTuple

Unit = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "half", "year", "decade", "century"]
Edge = Literal["START", "MID", "END"]


class Calendar(NamedTuple):
    """A date as written: parts that the words leave out are None. `year_by` and `month_by`: "8. Mai dieses Jahres"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_by: int | None = None
    month_by: int | None = None


class Weekday(NamedTuple):
    """A day of the week (1 Monday … 7 Sunday).

    `by`: "vergangenen", "kommenden"; `week_by`: "kommender Woche"; `weeks`: "am Mittwoch vor einer Woche" is -1.
    """

    day: int
    by: int | None = None
    week_by: int | None = None
    weeks: int = 0


class Weekend(NamedTuple):
    """Saturday and Sunday of a week."""

    by: int | None = None


class Relative(NamedTuple):
    """A unit counted from publication: "gestern", "vorige Woche", "in drei Tagen"."""

    unit: Unit
    by: int


class Shifted(NamedTuple):
    """A unit counted from the day last told in the text: "drei Tage später", "am selben Tag"."""

    unit: Unit
    by: int


class Season(NamedTuple):
    """A season by its TIMEX3 code: SP, SU, FA, WI."""

    code: str
    year: int | None = None
    year_by: int | None = None


class YearPart(NamedTuple):
    """The n-th quarter (`letter` Q) or half (H) of a year."""

    letter: Literal["Q", "H"]
    number: int
    year: int | None = None
    year_by: int | None = None


class Holiday(NamedTuple):
    """A feast: `rule` is how its day is computed, as the language's table has it ("12-24", "easter+49", "advent-7")."""

    rule: str
    year: int | None = None
    year_by: int | None = None


class Era(NamedTuple):
    """A decade ("196" for 1960 to 1969; "60" where the century is left out) or a century ("18" for the 19th)."""

    unit: Literal["decade", "century"]
    digits: str


class DayPart(NamedTuple):
    """A part of the day by its TIMEX3 code (TMO, TMI, TAF, TEV, TNI). `eve`: the night before the day, "Nacht zum"."""

    code: str
    of: "Meaning | None" = None
    eve: bool = False


class Clock(NamedTuple):
    """A time of day; `part` is the part of the day that stands with it. `exact`: not "halb zwei" (01:30 or 13:30)."""

    hour: int
    minute: int | None = None
    second: int | None = None
    part: str | None = None
    exact: bool = True


class Literally(NamedTuple):
    """A value that needs no day: a duration (P3D), a set (P1Y, XXXX-WXX-1) or PAST_REF, PRESENT_REF, FUTURE_REF."""

    value: str


Meaning = (
    Calendar | Weekday | Weekend | Relative | Shifted | Season | YearPart | Holiday | Era | DayPart | Clock | Literally
)
