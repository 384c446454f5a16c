"""Whose figure it is, how sure, and as of which day; what a correction takes back."""

import pytest

from quellenlage.model import Analysis, Article, Figure
from quellenlage.pipeline import analyse


def read(text: str, published: str | None = "2025-03-10") -> Analysis:
    return analyse(Article("a", "a.txt", text, published=published))


def figures(text: str, published: str | None = "2025-03-10") -> list[Figure]:
    return list(read(text, published).figures)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Landrätin Karla Brandt sagte, es gebe mindestens 14 Verletzte.", "Karla Brandt"),
        ("Nach Angaben des Hafenamts starben drei Menschen.", "Hafenamt"),
        ("Im Tal liegen 14 Boote.", None),
    ],
)
def test_a_figure_belongs_to_the_speaker_of_its_statement(text: str, speaker: str | None) -> None:
    analysis = read(text)
    names = {e.id: e.name for e in analysis.entities}
    assert [names.get(f.attributed_to or "") for f in analysis.figures] == [speaker]
    assert all((f.statement is None) == (speaker is None) for f in analysis.figures)


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Landrätin Karla Brandt stellt 9000 Euro in Aussicht.", "Karla Brandt"),
        ("Landrätin Karla Brandt will alle 40 Deiche prüfen lassen.", "Karla Brandt"),
        (
            "Das Hafenamt warnte. Das Wasser sei um 40 Zentimeter gestiegen, der Deich halte, sagte Sprecher Ole Thom.",
            "Ole Thom",
        ),
        ("Korrektur: In unserem Bericht hieß es, Karla Brandt habe von 40 Booten gesprochen.", None),
    ],
)
def test_a_figure_without_a_statement_belongs_to_who_counts_or_promises_it(text: str, authority: str | None) -> None:
    analysis = read(text)
    names = {e.id: e.name for e in analysis.entities}
    assert [names.get(f.attributed_to or "") for f in analysis.figures] == [authority]


def test_a_correction_denies_the_old_value_and_keeps_the_new_one() -> None:
    text = (
        "Im Hafen liegen 240 Boote. Sie sind alle fest.\n\n"
        "Anmerkung der Redaktion: In einer früheren Fassung hieß es, im Hafen lägen 420 Boote. Richtig ist 240."
    )
    assert [(f.low, f.status) for f in figures(text)] == [(240, "actual"), (420, "denied"), (240, "actual")]


def test_a_revised_count_denies_what_it_was() -> None:
    found = figures("Das Amt hat die Zahl der Verletzten von elf auf zehn korrigiert.")
    assert [(f.low, f.status) for f in found] == [(11, "denied"), (10, "actual")]


def test_what_follows_a_denial_and_a_colon_is_meant_to_be_right() -> None:
    text = "Das Amt hält die 90 Boote für übertrieben: Es seien 40 Boote."
    assert [f.status for f in figures(text)] == ["denied", "actual"]


def test_who_calls_a_figure_wrong_denies_it() -> None:
    found = figures("Die 300 Boote hält Hafenmeister Jens Wulf für übertrieben.")
    assert [f.status for f in found] == ["denied"]


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Am 3. März zählte man 40 Boote.", "2025-03-10", "2025-03-03"),
        ("Im Hafen liegen 40 Boote.", "2025-03-10T12:30", "2025-03-10"),
        ("Im Hafen liegen 40 Boote.", "2025-03", None),
        ("Im Hafen liegen 40 Boote.", None, None),
        ("Bis zum 20. März sollen 40 Boote kommen.", "2025-03-10", "2025-03-10"),
    ],
)
def test_a_figure_holds_as_of_a_day_up_to_publication(text: str, published: str | None, day: str | None) -> None:
    assert [f.as_of for f in figures(text, published)] == [day]


def test_ids_come_from_the_content() -> None:
    text = "Im Hafen liegen 40 Boote und zwölf Kähne."
    first, again = figures(text), figures(text)
    assert [f.id for f in first] == [f.id for f in again]
    assert len({f.id for f in first}) == 2
