"""JSON Lines: one article a line, and a problem with its number for each line that is none."""

import io
import json

import pytest

from quellenlage.model import Article
from quellenlage.read import Problem
from quellenlage.read.jsonl import read_jsonl

TEXT = "Der Stadtrat hat am Dienstag den Neubau der Brücke beschlossen."


def lines(*records: object) -> list[Article | Problem]:
    data = "\n".join(r if isinstance(r, str) else json.dumps(r) for r in records).encode("utf-8", "surrogatepass")
    return list(read_jsonl(io.BytesIO(data), "pile.jsonl", 10_000))


def test_what_a_record_declares_is_kept() -> None:
    record = {
        "id": 7,
        "text": TEXT,
        "url": "https://a.example/1",
        "outlet": "Bote",
        "title": "T",
        "published": "2026-03-01T12:05:09+01:00",
    }
    (article,) = lines(record)
    assert isinstance(article, Article)
    assert (article.path, article.text, article.url) == ("pile.jsonl#7", TEXT, "https://a.example/1")
    assert (article.outlet, article.title, article.published) == ("Bote", "T", "2026-03-01T12:05")


@pytest.mark.parametrize(
    ("record", "outlet", "published"),
    [
        ({"publication": "Bote", "date": "2026-03-01"}, "Bote", "2026-03-01"),
        ({"publication": "Bote", "date": "1. März"}, "Bote", None),
        ({"outlet": "Kurier", "publication": "Bote", "published": "2026-03-02", "date": "2026-03-01"}, "Kurier",
         "2026-03-02"),
        ({"publication": 3, "date": 20260301}, None, None),
    ],
)  # fmt: skip
def test_outlet_and_day_go_by_other_names_too(record: dict[str, object], outlet: str, published: str) -> None:
    (article,) = lines({"text": TEXT, **record})
    assert isinstance(article, Article)
    assert (article.outlet, article.published) == (outlet, published)


def test_markup_in_a_record_is_read_as_a_page() -> None:
    (article,) = lines({"id": "p", "html": f"<h1>Neue Brücke für die Stadt</h1><p>{TEXT}</p><p>{TEXT}</p>"})
    assert isinstance(article, Article)
    assert TEXT in article.text


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": 1, "text": ', "malformed JSON: Expecting value at character"),
        ("[1]", "no JSON object"),
        ('{"id": 1}', "neither `text` nor `html`"),
        ('{"text": 5}', "`text` is no string"),
        ('{"text": "12 34"}', "no text"),
        (f'{{"text": "{TEXT}", "published": "gestern"}}', "`published` is no ISO 8601 date"),
        (f'{{"text": "{TEXT * 200}"}}', "line of more than 0 MB"),
        ("[" * 5_000, "malformed JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(line: str, reason: str) -> None:
    good, bad, after = lines({"text": TEXT}, line, {"text": TEXT + TEXT})
    assert isinstance(good, Article)
    assert isinstance(after, Article)
    assert isinstance(bad, Problem)
    assert bad.path == "pile.jsonl:2"
    assert bad.reason.startswith(reason)


def test_lone_surrogates_are_replaced() -> None:
    (article,) = lines('{"text": "Der Rat tagt \\ud800 heute"}')
    assert isinstance(article, Article)
    assert article.text == "Der Rat tagt \ufffd heute"
