"""The five real pages that the project was started from: what an editor must see in their report, and must not.

The texts are not ours to ship, so these tests run where the measuring data is.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest

from quellenlage import analyse, compile_ledger, read
from quellenlage.model import Article, Figure, Ledger, Series
from quellenlage.read import distinct
from quellenlage.report.html import render_html


@pytest.fixture(scope="module")
def seeds(shared: Path) -> Ledger:
    articles = [a for a in read([shared / "stories" / "seeds"]) if isinstance(a, Article)]
    return compile_ledger(map(analyse, distinct(articles)))


def series_with(ledger: Ledger, value: float) -> Series:
    """The series that holds a figure of this value."""
    figures = {f.id: f for f in ledger.figures}
    return next(s for s in ledger.series if any(value in (figures[f].low, figures[f].high) for f in of(s)))


def of(series: Series) -> Iterable[str]:
    """The figures of a series, counted or set aside."""
    return dict.fromkeys((*series.figures, *(a.figure for a in series.aside)))


def shown(ledger: Ledger, f: Figure) -> tuple[float | None, str, str, str | None]:
    """(value, qualifier, status, who)."""
    names = {e.id: e.name for e in ledger.entities}
    return (f.low if f.low is not None else f.high, f.qualifier, f.status, names.get(f.attributed_to or ""))


def test_the_soldiers_are_one_series(seeds: Ledger) -> None:
    figures = {f.id: f for f in seeds.figures}
    rows = [shown(seeds, figures[f]) for f in of(series_with(seeds, 12_000))]
    assert (3_000, "about", "actual", "John Kirby") in rows
    assert any(r[:3] == (3_000, "exact", "actual") and "Geheimdienst" in (r[3] or "") for r in rows)
    assert any(r[:2] == (12_000, "about") for r in rows)
    assert any(r[:3] == (10_000, "more_than", "actual") for r in rows)
    assert (15_000, "at_most", "expected", "Dmytro Ponomarenko") in rows
    assert any(r[:3] == (100_000, "at_most", "possible") for r in rows)


def test_what_is_expected_or_possible_stands_aside_with_a_reason(seeds: Ledger) -> None:
    figures = {f.id: f for f in seeds.figures}
    series = series_with(seeds, 12_000)
    aside = {figures[a.figure].high: a.reason for a in series.aside if figures[a.figure].qualifier == "at_most"}
    assert aside.keys() >= {15_000, 100_000}
    assert all(aside.values())


def test_two_currencies_of_one_sum_are_one_series(seeds: Ledger) -> None:
    figures = {f.id: f for f in seeds.figures}
    series = series_with(seeds, 50e9)
    units = {figures[f].unit for f in series.figures}
    assert units == {"USD", "EUR"}
    assert "conversion" in {c.kind for c in series.changes}


def test_furniture_is_no_figure(seeds: Ledger) -> None:
    values = {v for f in seeds.figures for v in (f.low, f.high)}
    assert not values & {150_000, 211, 2699, 7930, 20}


def test_the_denial_stands_beside_the_claim_that_it_denies(seeds: Ledger) -> None:
    names = {e.id: e.name for e in seeds.entities}
    said = {s.id: s for s in seeds.statements}
    denied = [
        c for c in seeds.claims if any("Russland" in (names.get(said[d].speaker or "") or "") for d in c.denied_by)
    ]
    texts = [" ".join(said[s].quote_text) for c in denied for s in c.statements]
    assert any("nordkoreanische Soldaten" in t and "entsandt" in t for t in texts)


def test_the_page_shows_every_counted_figure(seeds: Ledger) -> None:
    page = render_html(seeds)
    for figure in ("3.000", "12.000", "10.000", "15.000", "100.000", "50\u00a0Mrd.", "46\u00a0Mrd."):
        assert figure in page
