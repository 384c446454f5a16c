"""The export in the data set's form: tokens, their ids, and roles as lists of them."""

import json

from quellenlage.model import Article, Ledger, Span, Statement
from quellenlage.report.wikinews import export_wikinews

TEXT = "Weber sagte, es „regne stark“.\nMehr nicht."


def statement(start: int, end: int, kind: str = "indirect") -> Statement:
    quote = (Span(start, end),)
    return Statement(
        f"s{start}", "a1", kind, quote, (Span(0, 5),), (Span(6, 11),), (Span(0, 12),), (),  # type: ignore[arg-type]  # kind is one of the literals
        (TEXT[start:end],), None, "Weber", "sagte", "asserts", "certain",
    )  # fmt: skip


def test_each_article_is_one_line_with_token_ids() -> None:
    outer, inner = statement(13, 29), statement(16, 29, "direct")
    ledger = Ledger((Article("a1", "x.txt", TEXT),), statements=(outer, inner))
    (line,) = export_wikinews(ledger).splitlines()
    document = json.loads(line)
    tokens = {i: t for s in document["sentences"] for i, t in zip(s["tokenIds"], s["tokens"], strict=True)}
    first, second = document["annotations"]
    assert document["originalText"] == TEXT
    assert [tokens[i] for i in first["quote"]["tokenIds"]] == ["es", "„", "regne", "stark", "“"]
    assert [tokens[i] for i in first["speaker"]["tokenIds"]] == ["Weber"]
    assert (first["type"], first["hasNested"], first["isNested"]) == ("Indirect", True, False)
    assert (second["type"], second["isNested"]) == ("Direct", True)
