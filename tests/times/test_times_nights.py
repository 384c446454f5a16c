"""Hours of a night that a report names without its day: told by the other reports of the story, or not at all."""

import pytest

from quellenlage.model import Analysis, Article, Story
from quellenlage.pipeline import analyse
from quellenlage.story.nights import settle_nights

FIRST = "In der Nacht zum Dienstag brannte die Mühle in Altsee."
SECOND = "Die Mühle in Altsee stand in der Nacht zum Dienstag in Flammen."
LATER = "In der Brandnacht lief um 3.20 Uhr ein Mann durch Altsee. Gesehen hat ihn um 23.40 Uhr auch die Wirtin."


def report(name: str, text: str, published: str | None) -> Analysis:
    return analyse(Article(name, f"{name}.txt", text, published=published))


def hours(analyses: list[Analysis], name: str) -> list[str | None]:
    return [t.value for a in analyses if a.article.id == name for t in a.times if "Uhr" in t.text]


def settled(reports: list[tuple[str, str | None]]) -> list[Analysis]:
    read = [report(f"a{i}", text, published) for i, (text, published) in enumerate(reports)]
    return settle_nights(read, [Story("s", "Brand", tuple(a.article.id for a in read))])


def test_an_hour_of_an_undated_night_is_unknown_in_its_report_alone() -> None:
    assert hours([report("a", LATER, "2025-11-07")], "a") == [None, None]


def test_two_reports_tell_the_night_of_a_third() -> None:
    found = settled([(FIRST, "2025-11-04"), (SECOND, "2025-11-04"), (LATER, "2025-11-07")])
    assert hours(found, "a2") == ["2025-11-04T03:20", "2025-11-03T23:40"]
    assert all("2025-11-03" in t.reason for t in found[2].times if "Uhr" in t.text)


@pytest.mark.parametrize(
    "reports",
    [
        [(FIRST, "2025-11-04"), (LATER, "2025-11-07")],
        [(FIRST, "2025-11-04"), (SECOND, "2025-11-11"), (LATER, "2025-11-12")],
        [(FIRST, "2025-11-04"), (SECOND, "2025-11-04"), (LATER, "2026-03-07")],
        [(FIRST, None), (SECOND, None), (LATER, "2025-11-07")],
    ],
    ids=["one report", "two nights", "long after", "no day"],
)
def test_a_night_that_the_story_leaves_open_stays_open(reports: list[tuple[str, str | None]]) -> None:
    assert hours(settled(reports), f"a{len(reports) - 1}") == [None, None]


def test_an_hour_at_the_start_of_a_scene_takes_the_day_told_next() -> None:
    text = "Um 22.10 Uhr war alles vorbei. Die Mitglieder wählten am Mittwochabend einen neuen Vorstand."
    assert hours([report("a", text, "2025-11-06T09:00")], "a") == ["2025-11-05T22:10"]
