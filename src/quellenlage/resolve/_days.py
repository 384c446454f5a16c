"""Values of days and times of day, counted from publication or from what the text told before."""

from datetime import date, timedelta

from quellenlage.model.when import Clock, DayPart, Relative, Shifted, Weekday, Weekend
from quellenlage.resolve._calendar import add_days, unit_value, week
from quellenlage.resolve._narrative import Told
from quellenlage.resolve._time_context import UNKNOWN, Answer, Context, named, shown

_AFTER_NOON = ("TAF", "TEV")
_BEGINS = {"TMO": 5, "TMI": 11, "TAF": 12, "TEV": 17, "TNI": 21}
_WEEK = 6  # days from publication within which a day without a year stays the day of its paragraph
_FAR = 60  # days from publication beyond which a passage tells of another time


def relative(at: Context, meaning: Relative) -> Answer:
    """A day or hour counted from publication: "gestern", "vor drei Tagen", "in zwei Stunden"."""
    rule = at.expression.rule
    if meaning == Relative("day", 0) and rule == "near-day" and _is_general(at):
        return "PRESENT_REF", "the present in general: the clause is in the present and the text tells no day"
    if meaning.unit in ("hour", "minute"):
        return _hours_from_now(at, meaning)
    if rule == "ago" and meaning.by > 0 and at.way < 0:
        return _length(meaning), "a length, since the clause tells of the past"
    base = at.base or (at.date if meaning.unit in ("month", "quarter", "year", "decade", "century") else None)
    if base is None:
        return None, UNKNOWN
    return unit_value(meaning.unit, base, meaning.by), f"{meaning.unit} {meaning.by:+d}, {at.why}"


def _hours_from_now(at: Context, meaning: Relative) -> Answer:
    """An hour or minute counted from publication, a length where the hour of publication is unknown."""
    if at.moment is None or (meaning.by > 0 and at.way < 0):
        return _length(meaning), "a length: nothing tells from which hour to count"
    moved = at.moment + timedelta(**{f"{meaning.unit}s": meaning.by})
    return moved.isoformat(timespec="minutes"), f"{meaning.unit} {meaning.by:+d}, {at.why}"


def _is_general(at: Context) -> bool:
    """Whether "heute" is the present of an essay, not the day of a report that tells days or its own hour."""
    daily = at.daily or at.hour is not None
    return not daily and at.way >= 0 and at.expression.lean == 0


def shifted(at: Context, meaning: Shifted) -> Answer:
    """A day or hour counted from the one told last: "am Tag darauf", "zwei Stunden später"."""
    if meaning.unit in ("hour", "minute"):
        return _shifted_clock(at, meaning)
    whole = meaning.unit in ("day", "week")
    told = at.told.last if whole else at.told.period
    if told is None:
        return None, "counts from a day that the text has not told"
    return unit_value(meaning.unit, told.day, meaning.by), f"{meaning.unit} {meaning.by:+d} from {named(told)}"


def _shifted_clock(at: Context, meaning: Shifted) -> Answer:
    told = at.told.last
    if told is None or told.clock is None:
        return _length(meaning), "as written; no time of day was told before it"
    minutes = told.clock[0] * 60 + told.clock[1] + meaning.by * (60 if meaning.unit == "hour" else 1)
    moved = add_days(told.day, minutes // 1440)
    return shown(moved, f"T{minutes % 1440 // 60:02d}:{minutes % 60:02d}"), f"counted from {named(told)}"


def weekday(at: Context, meaning: Weekday) -> Answer:
    """A day of the week, by the tense, the adjective or the date before it: "am Mittwoch", "kommenden Freitag"."""
    base, why = at.base, at.why
    dated = at.told.dated
    far = dated and dated.whole and (base is None or abs((base - dated.day).days) > _FAR)
    if dated and far and meaning.by is None and meaning.week_by is None and at.just_told(dated):
        return shown(add_days(dated.day, (meaning.day - dated.day.isoweekday()) % 7)), f"from {named(dated)}"
    if base is None:
        return None, UNKNOWN
    if meaning.week_by is not None:
        found = add_days(base, 7 * meaning.week_by + meaning.day - base.isoweekday())
        return shown(found), f"that day of week {meaning.week_by:+d}, {why}"
    ahead = (meaning.day - base.isoweekday()) % 7
    first = at.told.in_sentence(at.sentence)
    if first and at.is_until and meaning.by is None:
        found = add_days(first.day, (meaning.day - first.day.isoweekday()) % 7)
        return shown(found), f"the first one after {named(first)}"
    if meaning.weeks:
        near = ahead if meaning.weeks > 0 or ahead == 0 else ahead - 7
        return shown(add_days(base, near + 7 * meaning.weeks)), f"that day, week {meaning.weeks:+d}, {why}"
    if meaning.by:
        step = (ahead or 7) + 7 * (meaning.by - 1) if meaning.by > 0 else ahead - 7 + 7 * (meaning.by + 1)
        return shown(add_days(base, step)), f"as its adjective says, {why}"
    way = at.way or (1 if meaning.by == 0 else 0)
    found = add_days(base, ahead if ahead == 0 or way > 0 else ahead - 7)
    if ahead == 0:
        return shown(found), f"that day itself, {why}"
    said = {1: "the next, as the clause tells of what is to come", -1: "the last, as the clause tells of the past"}
    return shown(found), f"{said.get(min(way, 1), 'the last before publication')}, {why}"


def weekend(at: Context, meaning: Weekend) -> Answer:
    """A weekend: "am Wochenende", "vergangenes Wochenende"."""
    if at.base is None:
        return None, UNKNOWN
    by = meaning.by if meaning.by is not None else 0 if at.way > 0 or at.base.isoweekday() >= 6 else -1
    found = add_days(at.base, 7 * by)
    return (f"{week(found)}-WE" if found else None), f"weekend of week {by:+d}, {at.why}"


def day_part(at: Context, meaning: DayPart) -> Answer:
    """A part of a day: "am Morgen", "Mittwochabend", "in der Nacht zum Freitag"."""
    loose = at.expression.rule == "part-adverb" and at.expression.lean == 0
    if meaning.of is None and loose and not at.told.in_sentence(at.sentence):
        return f"XXXX-XX-XX{meaning.code}", "any day: the sentence names none"
    if meaning.of is None:
        base, why = _day_around(at, _BEGINS.get(meaning.code, 0))
        return shown(base, meaning.code), why
    value, why = at.value(meaning.of)
    if value is None or len(value) < 10:
        return None, why
    if meaning.eve or (meaning.code == "TNI" and meaning.of == Relative("day", 0) and _night_is_over(at)):
        moved = add_days(date.fromisoformat(value[:10]), -1)
        return shown(moved, meaning.code), f"the night that ends on {value[:10]}: {why}"
    return value[:10] + meaning.code, why


def _night_is_over(at: Context) -> bool:
    """Whether "heute Nacht" is the night before: told in the past tense, or in a report of the morning."""
    return at.way < 0 or (at.way == 0 and at.hour is not None and at.hour < 12)


def _day_around(at: Context, hour: int) -> tuple[date | None, str]:
    """The day that a part of the day or a time of day belongs to, which names none itself.

    That of its sentence; in a clause with a verb that of its paragraph (in the present tense only a day told without
    a time, or each line of a programme would take the day of the line before); in the past a night that the article
    tells of; else that of publication, unless the hour had not come by then.
    """
    told = at.told.in_sentence(at.sentence)
    near = at.told.in_paragraph(at.sentence)
    away = (at.base - near.day).days * (1 if at.way < 0 else -1) if near and at.base else 0
    if near and not near.dated and not 0 <= away <= _WEEK:
        near = None  # the past of a day to come, or a day of long ago that the text only glanced at
    if told is None and near and (at.way < 0 or (at.way > 0 and near.clock is None)):
        told = near
    if told is None and at.way < 0:
        told = at.told.night
    if told:
        return _carried(told, hour), f"told before it: {named(told)}"
    if at.is_untold(hour):
        return None, "of a night whose day the text has not told"
    if at.way < 0 and at.hour is not None and at.hour < hour:
        return None, f"{hour} o'clock had not come when this was published, and the text names no day"
    return at.base, at.why


def clock(at: Context, meaning: Clock) -> Answer:
    """A time of day with the day that it belongs to: "um 14.30 Uhr"."""
    told = at.told.in_sentence(at.sentence)
    hour, minute = meaning.hour, meaning.minute or 0
    part = meaning.part or (told.part if told else None)
    if part in _AFTER_NOON and 0 < hour < 12:
        hour += 12
    if hour == 12 and meaning.part in ("TNI", "TEV"):
        hour = 24
    seconds = f":{meaning.second:02d}" if meaning.second is not None else ""
    if (every := _set_before(at)) is not None:
        return f"{every}T{hour:02d}:{minute:02d}{seconds}", "as often as the words before it say"
    base, why = _day_around(at, hour)
    if meaning in at.untold_hours and base == at.base:
        return None, "the same hour as before, of a day that the text has not told"
    if base and hour == 24:
        base, hour = (base, 0) if _after_midnight(at) else (add_days(base, 1), 0)
    return shown(base, f"T{hour:02d}:{minute:02d}{seconds}"), why


def _set_before(at: Context) -> str | None:
    """The set of days that stands right before a time of day: "jeden Mittwoch um 16 Uhr"."""
    last, here = at.last, at.expression
    if last is None or last.value is None or here.start - last.end > 5:
        return None
    if last.kind == "SET" and last.value == "P1D":
        return "XXXX-XX-XX"
    return last.value.partition("T")[0] if last.value.startswith("XXXX-") else None


def _after_midnight(at: Context) -> bool:
    told = at.told.in_paragraph(at.sentence) or at.told.night
    return bool(told and told.part == "TNI")


def _carried(told: Told, hour: int) -> date | None:
    """The day of an hour after what was told: past midnight the next ("in der Nacht zum Dienstag … um 2.41 Uhr")."""
    night = told.part == "TNI" and hour < 17
    late = hour < 6 and (told.part == "TEV" or (told.clock is not None and told.clock[0] >= 18))
    return add_days(told.day, 1) if night or late else told.day


def _length(meaning: Relative | Shifted) -> str:
    time = "T" if meaning.unit in ("hour", "minute") else ""
    return f"P{time}{abs(meaning.by)}{meaning.unit[0].upper()}"
