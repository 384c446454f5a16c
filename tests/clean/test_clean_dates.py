"""Dates in the head of an article: only what stands there, as precise as it stands there."""

import pytest

from quellenlage.clean._dates import date_reader
from quellenlage.language import language

READER = date_reader(language("de"))


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("24. Oktober, 2024", "2024-10-24"),
        ("24.10.2024\n12:04 Uhr", "2024-10-24T12:04"),
        ("Sep 13, 2025", "2025-09-13"),
        ("Donnerstag, 13. März 2025", "2025-03-13"),
        ("Mo., 03.11.2025, 11:20", "2025-11-03T11:20"),
        ("date 2024-10", "2024-10"),
        ("Stand: 10.09.2025 17:45 Uhr", "2025-09-10T17:45"),
        ("Veröffentlicht am 7. Januar 2026 um 9.30 Uhr", "2026-01-07T09:30"),
        ("5. Jänner 2026", "2026-01-05"),
        ("Dienstag, 11.3.25", "2025-03-11"),
        ("12/03/2025", "2025-03-12"),
        ("Nov 4, 2025 7:15 PM EST", "2025-11-04T19:15"),
        ("2025-03-17 06:30", "2025-03-17T06:30"),
        ("Donnerstag, 6. März 2025 – 18 Uhr", "2025-03-06T18:00"),
        ("März 2025 · Lesedauer ca. 2 Minuten", "2025-03"),
        ("Gepostet an März 8, 2025", "2025-03-08"),
    ],
)
def test_date_is_as_precise_as_the_line(line: str, value: str) -> None:
    assert [d.value for d in READER.find(line)] == [value]


@pytest.mark.parametrize(
    "line", ["vor 3 Stunden", "gestern, 12:04 Uhr", "31.02.2025", "40 000 Exemplare", "1.312 Bewertungen"]
)
def test_nothing_is_made_up(line: str) -> None:
    assert READER.find(line) == []


@pytest.mark.parametrize("line", ["Stand: 3.5.2025", "3. Mai 2025 | Lesezeit 4 Min.", "Dienstag, den 2. Dezember 2025"])
def test_line_that_is_there_for_its_date(line: str) -> None:
    assert READER.is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ohne Datum",
        "Der neue Fahrplan gilt für alle Linien im Norden ab dem 14. Dezember 2025 bis auf Weiteres und kostet mehr",
    ],
)
def test_line_that_says_more_is_none(line: str) -> None:
    assert not READER.is_dateline(line)
