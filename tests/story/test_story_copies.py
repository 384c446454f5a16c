"""An article that is added again, or its text under another address, changes no claim, no origin and no story."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from bench._bad_input import PILES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quellenlage import analyse, compile_ledger, read
from quellenlage.example import FOLDER
from quellenlage.model import Analysis, Article, Ledger
from quellenlage.read import distinct

ROOT = Path(__file__).resolve().parent.parent.parent
OWN = sorted(p.parent for p in (ROOT / "stories").glob("*/gold.json"))
MEASURED = ("bahnstreik", "datenleck", "gipfelabkommen", "hochwasser", "seeds")


def again(a: Article, **other: str | None) -> Article:
    """The article under another path, and whatever else is told to be other."""
    return replace(a, id=f"{a.id}-again", path=f"zz/{a.path}", **other)  # type: ignore[arg-type]


def moved(a: Article, days: int) -> Article:
    """The same text in another paper so many days later."""
    published = a.published
    if published and len(published) >= len("2024-10-24"):
        day = date.fromisoformat(published[:10]) + timedelta(days)
        published = f"{day.isoformat()}{published[10:]}"
    return again(a, outlet="Grauwinkler Bote", url=f"https://example.org/{a.id}", published=published)


def retitled(a: Article) -> Article:
    """The body between another paper's title and offers."""
    body = "\n\n".join(a.text[p.start : p.end] for p in a.passages if p.role == "body")
    text = f"Wie es weitergeht\n\n{body}\n\nLesen Sie auch: Zehn Tipps für den Garten\n"
    return Article(f"{a.id}-again", f"zz/{a.path}", text, outlet="Grauwinkler Bote", published=a.published)


COPIES: Mapping[str, Callable[[Article], Article]] = {
    "another path": again,
    "another paper": lambda a: again(a, outlet="Grauwinkler Bote"),
    "a day earlier": lambda a: moved(a, -1),
    "two days later": lambda a: moved(a, 2),
    "a year later": lambda a: moved(a, 400),
    "no date": lambda a: again(a, published=None),
    "another title and offers": retitled,
}


@cache
def read_set(folder: Path) -> tuple[Analysis, ...]:
    """The analyses of a story set."""
    return tuple(map(analyse, distinct(a for a in read([folder]) if isinstance(a, Article))))


_compiled = cache(compile_ledger)

Shape = list[tuple[tuple[str, ...], tuple[str, ...], int, int]]


def shape(ledger: Ledger, of: Sequence[Analysis]) -> Shape:
    """Which statements of these articles make and deny each claim, and the number of its origins."""
    own = {s.id for a in of for s in a.statements}
    return sorted(
        (
            tuple(s for s in c.statements if s in own),
            tuple(s for s in c.denied_by if s in own),
            c.independent_low,
            c.independent_high,
        )
        for c in ledger.claims
    )


def series(ledger: Ledger, of: Sequence[Analysis]) -> list[tuple[str, ...]]:
    """The figures of these articles in each series, without regard to their order in time."""
    own = {f.id for a in of for f in a.figures}
    return sorted(tuple(sorted(f for f in s.figures if f in own)) for s in ledger.series)


def stories(ledger: Ledger, of: Sequence[Analysis]) -> list[list[str]]:
    """These articles in their stories."""
    own = {a.article.id for a in of}
    return sorted(sorted(a for a in s.articles if a in own) for s in ledger.stories)


def check_doubled(articles: tuple[Analysis, ...], copies: Sequence[Article]) -> None:
    """The copies change nothing but the lists."""
    once, more = _compiled(articles), compile_ledger([*articles, *map(analyse, copies)])
    assert shape(more, articles) == shape(once, articles)
    assert series(more, articles) == series(once, articles)
    assert stories(more, articles) == stories(once, articles)
    placed = {s for c in more.claims for s in (*c.statements, *c.denied_by)}
    assert placed == {s.id for s in more.statements}
    assert {d.article for d in more.derivations} >= {c.id for c in copies} - {d.source for d in more.derivations}


@pytest.mark.parametrize("how", COPIES)
@pytest.mark.parametrize("folder", OWN, ids=lambda f: f.name)
def test_a_story_that_is_read_twice_stays_what_it_is(folder: Path, how: str) -> None:
    articles = read_set(folder)
    check_doubled(articles, [COPIES[how](a.article) for a in articles])


@pytest.mark.parametrize("how", COPIES)
@pytest.mark.parametrize("name", MEASURED)
def test_a_measured_story_that_is_read_twice_stays_what_it_is(shared: Path, name: str, how: str) -> None:
    articles = read_set(shared / "stories" / name)
    check_doubled(articles, [COPIES[how](a.article) for a in articles])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(sorted(set(COPIES) - {"a day earlier"})), min_size=11, max_size=11), st.data())
def test_any_of_its_articles_may_be_read_twice(ways: list[str], data: st.DataObject) -> None:
    articles = read_set(FOLDER)
    which = data.draw(st.sets(st.integers(0, len(articles) - 1), min_size=1))
    check_doubled(articles, [COPIES[ways[i]](articles[i].article) for i in sorted(which)])


@pytest.mark.parametrize("how", ["another path", "another paper", "no date"])
@pytest.mark.parametrize("name", PILES)
def test_no_pile_counts_an_origin_twice(name: str, how: str) -> None:
    articles = tuple(map(analyse, PILES[name](9)))
    once, more = (
        compile_ledger(articles),
        compile_ledger([*articles, *(analyse(COPIES[how](a.article)) for a in articles)]),
    )
    assert shape(more, articles) == shape(once, articles)


RUMOUR = (
    "Streit um die neue Brücke\n\n"
    "Die Stadt Grauwinkel will die alte Brücke über die Warne schon im Herbst abreißen, obwohl der Neubau noch nicht "
    "bezahlt ist.\n\n"
    "Ein Mitarbeiter des Bauamts, der nicht genannt werden will, sagte, die Risse im Pfeiler seien seit drei Jahren "
    "bekannt gewesen.\n\n"
    "Bürgermeisterin Ottilie Kranz wies das zurück. Der Neubau werde 44 Millionen Euro kosten, sagte sie.\n"
)


def article(name: str, text: str, **known: str | None) -> Article:
    """An article of this text."""
    return Article(name, f"{name}.txt", text, **{"published": "2024-10-24", **known})  # type: ignore[arg-type]


def ledger(*articles: Article) -> Ledger:
    """What is compiled of the articles."""
    return compile_ledger(map(analyse, articles))


def test_an_unnamed_source_that_many_papers_print_is_one_origin() -> None:
    made = ledger(*(article(f"a{i}", RUMOUR, outlet=f"Blatt {i}") for i in range(30)))
    claim = next(c for c in made.claims if "Risse" in c.text)
    assert (claim.independent_low, claim.independent_high) == (1, 1)
    assert len(claim.statements) == len(claim.articles) == 30
    assert [len(o.articles) for o in claim.origins] == [30]


def test_what_is_told_of_a_claim_names_the_further_articles() -> None:
    made = ledger(article("a", RUMOUR), article("b", RUMOUR, published="2024-10-25"))
    claim = next(c for c in made.claims if "Risse" in c.text)
    assert "gleichlautend in einem weiteren Artikel" in claim.reason
    assert "gleichlautend in einem weiteren Artikel" in claim.origins[0].reason


def test_the_copies_of_a_denial_stand_beside_it() -> None:
    made = ledger(article("a", RUMOUR), article("b", RUMOUR, published="2024-10-25"))
    claim = next(c for c in made.claims if c.denied_by)
    by = {s.id: s.article for s in made.statements}
    assert sorted({by[s] for s in claim.denied_by}) == ["a", "b"]
    assert len(claim.denied_by) == 2 * len(
        next(c for c in ledger(article("a", RUMOUR)).claims if c.denied_by).denied_by
    )


def test_a_copy_descends_from_the_one_that_was_first_word_for_word() -> None:
    made = ledger(article("b", RUMOUR, published="2024-10-25"), article("a", RUMOUR))
    assert [(d.article, d.source, d.kind, d.score) for d in made.derivations] == [("b", "a", "verbatim", 1.0)]


def test_what_a_copy_has_beside_the_body_is_a_claim_of_its_own() -> None:
    body = RUMOUR.partition("\n\n")[2]
    title = "Minister Uwe Brandt: „Wir zahlen keinen Euro für diese Brücke“"
    made = ledger(article("a", RUMOUR), article("b", f"{title}\n\n{body}"))
    extra = [c for c in made.claims if "zahlen keinen Euro" in c.text]
    assert [c.articles for c in extra] == [("b",)]
    assert len(made.claims) == len(ledger(article("a", RUMOUR)).claims) + 1


def test_the_figures_of_a_copy_stand_in_the_series_of_their_twins() -> None:
    other = (
        "Kosten der Brücke steigen\n\nDer Neubau der Brücke über die Warne in Grauwinkel werde 51 Millionen Euro "
        "kosten, sagte Bürgermeisterin Ottilie Kranz am Freitag im Rat der Stadt, der darüber lange stritt.\n"
    )
    once = ledger(article("a", RUMOUR), article("c", other, published="2024-10-26"))
    more = ledger(
        article("a", RUMOUR), article("b", RUMOUR, published="2024-10-27"), article("c", other, published="2024-10-26")
    )
    assert len(once.series) == len(more.series) == 1
    by = {f.id: f.article for f in more.figures}
    assert [by[f] for f in more.series[0].figures] == ["a", "c", "b"]
    assert by[more.series[0].latest or ""] == "c"
    assert more.series[0].changes[-1].kind == "same"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Feuer in der Altstadt\n\nMehr in Kürze.", "Feuer in der Altstadt\n\nMehr in Kürze.", True),
        ("Feuer in der Altstadt\n\nMehr in Kürze.", "Beben in Grauwinkel\n\nMehr in Kürze.", False),
        (RUMOUR, RUMOUR.replace("\n\n", "\n").replace(" ", "  "), True),
        (RUMOUR, RUMOUR.replace("44 Millionen", "45 Millionen"), False),
        ("", "", False),
    ],
    ids=["short, same title", "short, other title", "other blanks", "another number", "nothing"],
)
def test_the_same_text_is_the_same_body_or_of_little_body_the_same_title_too(one: str, other: str, alike: bool) -> None:
    made = ledger(article("a", one), article("b", other))
    copied = [d for d in made.derivations if d.score == 1.0 and d.kind == "verbatim"]
    assert len(copied) == alike


def test_the_same_report_of_an_outlet_on_three_days_is_no_notice_of_the_house() -> None:
    made = ledger(*(article(f"a{i}", RUMOUR, outlet="Bote", published=f"2024-10-2{i}") for i in range(4)))
    assert len(made.stories) == 1
    assert "Risse" in " ".join(c.text for c in made.claims)
