"""Figures of several reports that can be compared: what changed between them, what stands apart, which one holds."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model import Article, Derivation, Figure, Ledger, Series, Story
from quellenlage.pipeline import analyse
from quellenlage.story.series import find_series

Report = tuple[str, str | None]


def ledger(reports: Sequence[Report], derivations: Sequence[Derivation] = ()) -> Ledger:
    articles = [
        Article(f"a{i}", f"{i}.txt", text, published=day, outlet=f"Blatt {i}") for i, (text, day) in enumerate(reports)
    ]
    analyses = sorted((analyse(a) for a in articles), key=lambda a: (a.article.published or "9999", a.article.path))
    story = Story("s", "Hafen", tuple(a.article.id for a in analyses))
    series, figures = find_series(analyses, [story], derivations)
    return Ledger(tuple(a.article for a in analyses), series=series, figures=figures)


def values(found: Ledger, series: Series) -> list[float | None]:
    known = {f.id: f for f in found.figures}
    return [known[i].low if known[i].low is not None else known[i].high for i in series.figures]


def named(found: Ledger, identity: str | None) -> Figure | None:
    return next((f for f in found.figures if f.id == identity), None)


DEATHS: list[Report] = [
    ("Bei dem Brand im Hafen sind drei Menschen ums Leben gekommen. Zwölf werden vermisst.", "2025-03-10"),
    (
        "Nach dem Brand im Hafen ist die Zahl der Todesopfer auf fünf gestiegen. Neun Menschen werden vermisst.",
        "2025-03-11",
    ),
    ("Sieben Menschen starben bei dem Brand im Hafen. Vermisst werden noch vier Menschen.", "2025-03-12"),
]


def test_one_measure_in_many_words_is_one_series_and_two_measures_are_two() -> None:
    found = ledger(DEATHS)
    assert {s.label: values(found, s) for s in found.series} == {"Tote": [3, 5, 7], "Vermisste": [12, 9, 4]}


def test_the_latest_figure_holds_and_each_change_has_its_reason() -> None:
    found = ledger(DEATHS)
    [deaths] = [s for s in found.series if s.label == "Tote"]
    latest = named(found, deaths.latest)
    assert latest
    assert latest.low == 7
    assert [c.kind for c in deaths.changes] == ["update", "update"]
    assert all(c.reason for c in deaths.changes)
    assert all(f.measure == "Tote" for f in found.figures if f.id in deaths.figures)


def test_without_days_nobody_can_say_which_figure_holds() -> None:
    found = ledger([(text, None) for text, _ in DEATHS])
    assert [s.latest for s in found.series] == [None, None]


def test_what_was_only_expected_or_thought_possible_stands_apart() -> None:
    found = ledger(
        [
            ("Rund 300 dänische Matrosen sind im Hafen gelandet.", "2025-03-10"),
            ("Im Hafen sind 400 dänische Matrosen gelandet.", "2025-03-11"),
            ("Im Hafen könnten bis zu 900 dänische Matrosen landen.", "2025-03-12"),
        ]
    )
    [series] = found.series
    assert values(found, series) == [300, 400, 900]
    apart = [(named(found, a.figure), a.reason) for a in series.aside]
    assert [(f.high if f else None, bool(reason)) for f, reason in apart] == [(900, True)]
    latest = named(found, series.latest)
    assert latest
    assert latest.low == 400


def test_two_currencies_of_one_sum_are_a_conversion() -> None:
    text = "Der Kredit für den Hafen beträgt 50 Millionen Dollar (rund 46 Millionen Euro)."
    found = ledger([(text, "2025-03-10"), ("Der Hafen bekommt den Kredit über 50 Millionen Dollar.", "2025-03-11")])
    [series] = found.series
    assert values(found, series) == [50e6, 46e6, 50e6]
    assert [c.kind for c in series.changes] == ["conversion", "conversion"]


def test_a_copy_that_garbles_its_source_made_a_copying_error() -> None:
    source = "Der Schaden im Hafen beträgt 90 Millionen Euro."
    copy = "Der Schaden im Hafen beträgt 190 Millionen Euro."
    derived = Derivation("a1", "a0", "rewrite", 0.8, "")
    found = ledger([(source, "2025-03-10"), (copy, "2025-03-11")], [derived])
    [series] = found.series
    assert [c.kind for c in series.changes] == ["copying_error"]
    latest = named(found, series.latest)
    assert latest
    assert latest.low == 90e6


def test_a_rounded_figure_is_the_same_figure() -> None:
    found = ledger(
        [
            ("Der Pegel im Hafen stieg auf 6,42 Meter.", "2025-03-10"),
            ("Der Pegel im Hafen stieg auf fast 6,5 Meter.", "2025-03-11"),
        ]
    )
    assert [[c.kind for c in s.changes] for s in found.series] == [["rounding"]]


def test_a_part_and_its_whole_are_not_compared() -> None:
    found = ledger(
        [("112 von 130 Matrosen streikten.", "2025-03-10"), ("Im Hafen streikten 112 Matrosen.", "2025-03-11")]
    )
    assert all(130 not in values(found, s) or 112 not in values(found, s) for s in found.series)


def test_a_part_stands_beside_the_total_with_the_reason() -> None:
    found = ledger(
        [*DEATHS, ("Unter den Toten im Hafen sind zwei Kinder. Neun Menschen starben im Hafen.", "2025-03-13")]
    )
    [deaths] = [s for s in found.series if s.label == "Tote"]
    assert values(found, deaths) == [3, 5, 7, 9]
    assert [(f.low, bool(a.reason)) for a in deaths.aside if (f := named(found, a.figure))] == [(2, True)]


@pytest.mark.parametrize("reports", [[], [("", None)], [("Es regnet.", "2025-03-10")], DEATHS[:1]])
def test_a_series_needs_two_figures(reports: list[Report]) -> None:
    assert ledger(reports).series == ()


@given(st.permutations(range(3)))
def test_the_order_of_the_input_never_matters(order: list[int]) -> None:
    articles = [Article(f"a{i}", f"{i}.txt", DEATHS[i][0], published=DEATHS[i][1]) for i in order]
    analyses = sorted((analyse(a) for a in articles), key=lambda a: a.article.published or "")
    story = Story("s", "Hafen", ("a0", "a1", "a2"))
    expected = ledger(DEATHS)
    series, figures = find_series(analyses, [story], [])
    assert [s.figures for s in series] == [s.figures for s in expected.series]
    assert [f.id for f in figures] == [f.id for f in expected.figures]
