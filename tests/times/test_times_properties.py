"""What holds for all times."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.times.times_reading import read, values

from quellenlage.resolve._calendar import easter, holiday

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
RELATIVE = [
    "Gestern kam er an.",
    "Er kommt übermorgen.",
    "Am Montag kam er an.",
    "Am Samstag wird gewählt.",
    "Vergangenen Dienstag brannte es.",
    "Nächsten Freitag ist Schluss.",
    "In der Nacht zum Mittwoch brannte es.",
    "Vor drei Tagen kam er an.",
    "Am Donnerstagabend um 20 Uhr brannte es.",
]
WORDS = [
    "am",
    "Montag",
    "3.",
    "März",
    "2024",
    "um",
    "halb",
    "zwei",
    "Uhr",
    "bis",
    "zum",
    "vorige",
    "Woche",
    "Nacht",
    "14",
    "-",
    "des",
    "Jahres",
]


@settings(deadline=None)  # the first text loads the language
@given(day=DAYS, text=st.sampled_from(RELATIVE))
def test_a_week_later_all_relative_days_are_a_week_later(day: date, text: str) -> None:
    now = values(text, day.isoformat())
    then = values(text, (day + timedelta(days=7)).isoformat())
    assert all(now)
    assert [date.fromisoformat(str(v)[:10]) + timedelta(days=7) for v in now] == [
        date.fromisoformat(str(v)[:10]) for v in then
    ]
    assert [str(v)[10:] for v in now] == [str(v)[10:] for v in then]


@settings(deadline=None)
@given(day=DAYS)
def test_week_moves_with_the_day(day: date) -> None:
    iso = (day - timedelta(days=7)).isocalendar()
    assert values("Vorige Woche kam er an.", day.isoformat()) == [f"{iso.year}-W{iso.week:02d}"]


@settings(deadline=None)
@given(day=DAYS)
def test_date_as_written_does_not_move(day: date) -> None:
    assert values(f"Das war am {day.day}.{day.month}.{day.year}.", "2025-11-05") == [day.isoformat()]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_spans_are_verbatim_ordered_and_apart(text: str) -> None:
    times = read(text)
    assert all(text[t.start : t.end] == t.text and t.text for t in times)
    assert all(a.end <= b.start for a, b in pairwise(times))


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    read(text)


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_in_march_or_april(year: int) -> None:
    found = easter(year)
    assert found.isoweekday() == 7
    assert date(year, 3, 22) <= found <= date(year, 4, 25)


@given(st.integers(1583, 4000))
def test_fourth_advent_is_the_last_sunday_before_christmas(year: int) -> None:
    found = holiday("advent-0", year)
    assert found is not None
    assert found.isoweekday() == 7
    assert date(year, 12, 18) <= found <= date(year, 12, 24)
