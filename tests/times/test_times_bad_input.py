"""Dates that don't exist, and text that is no prose: no exception, no invented value."""

import pytest
from tests.times.times_reading import read, values

NO_SUCH_DAY = [
    "Am 31.02.2025 kam er.",
    "Am 31. Februar kam er.",
    "Am 29. Februar 2025 kam er.",
    "Am 1.1.0000 kam er.",
    "Am 31.04.2025 kam er.",
]


@pytest.mark.parametrize("text", NO_SUCH_DAY)
def test_day_that_does_not_exist_has_no_value(text: str) -> None:
    times = read(text)
    assert [t.value for t in times] == [None]
    assert "no such" in times[0].reason


LEAP_DAYS = [
    ("Am 29.02.2024 kam er.", "2025-11-05", ["2024-02-29"]),
    ("Am 29. Februar kam er.", "2024-11-05", ["2024-02-29"]),
    ("Am 29. Februar kam er.", "2026-11-05", [None]),
]


@pytest.mark.parametrize(("text", "published", "expected"), LEAP_DAYS)
def test_leap_day(text: str, published: str, expected: list[str | None]) -> None:
    assert values(text, published) == expected


@pytest.mark.parametrize(
    "text", ["99.99.9999", "Am 99.99.9999 kam er.", "25:61 Uhr", "Um 99 Uhr kam er.", "0000-00-00"]
)
def test_impossible_number_is_no_time(text: str) -> None:
    assert [v for v in values(text) if v] == []


STRANGE = [
    "1" * 100_000,
    "1." * 50_000,
    "12.12.2024 " * 10_000,
    "am " * 50_000,
    "Montag " * 20_000,
    "in der Nacht zum " * 10_000,
    "am 1., 2., 3., " * 10_000,
    "Anfang des " * 20_000,
    "von 8 bis 9 und 10 " * 10_000,
    "8 bis " * 20_000,
    "etwa " * 20_000,
    "\x00am Montag um 8 Uhr\U0001f600",
    "–" * 100_000,
    "",
]


@pytest.mark.parametrize("text", STRANGE, ids=lambda t: ascii(t[:12]))
def test_strange_text_is_read(text: str) -> None:
    assert all(text[t.start : t.end] == t.text for t in read(text))


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2025-02-30", "2025-13", "20", "gestern"])
def test_strange_day_of_publication_is_read(published: str) -> None:
    text = (
        "Gestern, vorige Woche, nächste Woche, übermorgen, im Mai, an Ostern, am Montag, am Wochenende, nächstes Jahr."
    )
    assert len(read(text, published)) == 9
