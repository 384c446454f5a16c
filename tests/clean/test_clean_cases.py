"""Whole scrapes of invented outlets: what must survive as text, what must not, and what the masthead tells."""

import json
from pathlib import Path
from typing import Any

import pytest

from quellenlage.clean.masthead import read_masthead
from quellenlage.clean.passages import label_passages
from quellenlage.model import Article
from quellenlage.read import read_file

CASES = Path(__file__).parent / "cases"
EXPECTED = json.loads((CASES / "expected.json").read_text("utf-8"))


def cleaned(file: str) -> Article:
    (article,) = read_file(CASES / file)
    assert isinstance(article, Article)
    return read_masthead(label_passages(article))


def kept(article: Article) -> str:
    stretches = (article.text[p.start : p.end] for p in article.passages if p.role != "furniture")
    return " ".join(" ".join(stretches).split())


@pytest.mark.parametrize("case", EXPECTED, ids=[c["file"] for c in EXPECTED])
def test_text_survives_and_furniture_does_not(case: dict[str, Any]) -> None:
    text = kept(cleaned(case["file"]))
    assert [piece for piece in case["body"] if piece not in text] == []
    assert [piece for piece in case["boilerplate"] if piece in text] == []


@pytest.mark.parametrize("case", EXPECTED, ids=[c["file"] for c in EXPECTED])
def test_masthead_is_read(case: dict[str, Any]) -> None:
    article = cleaned(case["file"])
    assert "outlet" not in case or (article.outlet or "").lower() == case["outlet"].lower()
    assert (article.title, article.published) == (case["title"], case["published"])
    assert list(article.agencies) == case["agencies"]
