"""Calendar arithmetic: feasts, weeks, months, and TIMEX3 values of calendar units. Years 1 to 9999, else None."""

from datetime import date, timedelta

from quellenlage.model.when import Unit


def day(year: int, month: int, number: int) -> date | None:
    """The day, None if there is none (31 February, year 0)."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def add_days(start: date, days: int) -> date | None:
    """The day so many days later."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def add_months(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month so many months later."""
    years, rest = divmod(month - 1 + by, 12)
    return year + years, rest + 1


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * week) // 451
    month, number = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, number + 1)


def holiday(rule: str, year: int) -> date | None:
    """The day of a feast: "12-24", "easter+49", "advent-7" (days before the fourth Sunday in Advent), "sunday-05-2"."""
    if not 1583 <= year <= 9998:
        return None
    if rule.startswith("easter"):
        return add_days(easter(year), int(rule[6:]))
    if rule.startswith("advent"):
        christmas = date(year, 12, 24)
        return add_days(christmas, int(rule[6:]) - christmas.isoweekday() % 7)
    if rule.startswith("sunday"):
        _, month, nth = rule.split("-")
        first = date(year, int(month), 1)
        return add_days(first, (7 - first.isoweekday()) % 7 + 7 * (int(nth) - 1))
    month_, number = map(int, rule.split("-"))
    return day(year, month_, number)


def week(of: date) -> str:
    """The ISO week of a day: 2025-W45."""
    iso = of.isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}"


def unit_value(unit: Unit, of: date, by: int) -> str | None:
    """The TIMEX3 value of the unit that lies `by` units from the one around a day."""
    if unit in ("day", "week"):
        moved = add_days(of, by * (7 if unit == "week" else 1))
        return None if moved is None else moved.isoformat() if unit == "day" else week(moved)
    if unit in ("month", "quarter"):
        year, month = add_months(of.year, of.month, by * (3 if unit == "quarter" else 1))
        return _of_year(year, f"-{month:02d}" if unit == "month" else f"-Q{(month + 2) // 3}")
    if unit == "year":
        return _of_year(of.year + by, "")
    size = {"decade": 10, "century": 100}.get(unit, 0)
    return f"{of.year // size + by:0{4 - len(str(size)) + 1}d}" if size else None


def _of_year(year: int, rest: str) -> str | None:
    return f"{year:04d}{rest}" if 1 <= year <= 9999 else None
