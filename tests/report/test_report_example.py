"""The report of the example that ships: light, whole, and every mark with its passage."""

from collections import Counter

import pytest
from tests.report.parsed import Parsed

from quellenlage.example import FOLDER
from quellenlage.model import Article, Ledger
from quellenlage.pipeline import analyse, compile_ledger
from quellenlage.read import read
from quellenlage.report.html import render_html


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    paths = [str(p) for p in sorted(FOLDER.glob("a*.*"))]
    return compile_ledger(analyse(a) for a in read(paths) if isinstance(a, Article))


@pytest.fixture(scope="module")
def page(ledger: Ledger) -> str:
    return render_html(ledger)


def test_it_is_light_enough_for_a_mail(page: str) -> None:
    assert len(page.encode()) < 400_000


def test_every_reference_has_its_target_and_no_id_stands_twice(page: str) -> None:
    parsed = Parsed(page)
    assert [i for i, n in Counter(parsed.ids).items() if n > 1] == []
    assert sorted({t[1:] for t in parsed.targets} - set(parsed.ids)) == []
    assert parsed.addresses == []


def test_every_statement_figure_and_claim_has_its_passage_and_its_item(page: str, ledger: Ledger) -> None:
    ids = set(Parsed(page).ids)
    for kind, found in (("s", ledger.statements), ("f", ledger.figures)):
        wanted = {f"{kind}{n + 1}" for n in range(len(found))}
        assert wanted <= ids
        assert {f"i-{w}" for w in wanted} <= ids
    assert {f"c{n + 1}" for n in range(len(ledger.claims))} <= ids


def test_every_paragraph_of_every_article_is_there_to_the_letter(page: str, ledger: Ledger) -> None:
    shown = Parsed(page).text
    for article in ledger.articles:
        for passage in article.passages:
            if passage.role == "body":
                assert " ".join(article.text[passage.start : passage.end].split()) in shown


def test_the_order_in_which_articles_came_changes_nothing(ledger: Ledger, page: str) -> None:
    paths = [str(p) for p in sorted(FOLDER.glob("a*.*"), reverse=True)]
    again = compile_ledger(analyse(a) for a in read(paths) if isinstance(a, Article))
    assert render_html(again) == page
