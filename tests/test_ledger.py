"""What every ledger holds: it meets its schema, its spans are verbatim, and the order of the input never matters."""

import gzip
import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quellenlage import analyse, compile_ledger, read
from quellenlage.example import FOLDER
from quellenlage.model import Analysis, Article
from quellenlage.pipeline import lean
from quellenlage.read import Problem, distinct
from quellenlage.report.json import render_json, schema

VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema()))

GERMAN = [
    "„Wir wissen es nicht“, sagte Bürgermeisterin Ada Lenz (parteilos) am Dienstag.",
    "Nach Angaben der Polizei starben mindestens 14 Menschen, rund 3.000 wurden verletzt.",
    "Das Ministerium wies die Vorwürfe zurück. Es gebe dafür keine Belege.",
    "Der Schaden liege bei 1,5 Millionen Euro, hieß es aus Regierungskreisen.",
    "Anmerkung der Redaktion: In einer früheren Fassung stand, es seien 12 Tote.",
    "Lesen Sie auch: Zehn Tipps für den Garten",
    "© Tagblatt 2025",
    "\u202eabc\x00 🙂🙂 »«„“\"'‚‘",
    "24.10.2024 12:04 Uhr",
]


def ledger_of(texts: Iterable[str]) -> dict[str, Any]:
    """The JSON ledger of texts given as articles."""
    articles = distinct([Article(f"a{i}", f"{i}.txt", t, published="2025-03-04") for i, t in enumerate(texts)])
    made: dict[str, Any] = json.loads(render_json(compile_ledger(map(analyse, articles))))
    return made


def spans(ledger: dict[str, Any]) -> Iterable[tuple[str, int, int, str | None]]:
    """(article, start, end, the text that the ledger gives for it or None) of every span."""
    for s in ledger["statements"]:
        quotes = [s["quote"]] if isinstance(s["quote"], str) else s["quote"]
        assert len(quotes) == len(s["spans"]["quote"])
        yield from ((s["article"], *span, q) for span, q in zip(s["spans"]["quote"], quotes, strict=True))
        yield from ((s["article"], *span, None) for role in s["spans"].values() for span in role)
    for mark in (*ledger["figures"], *ledger["times"]):
        yield mark["article"], *mark["span"], mark["text"]
    for d in (d for u in ledger["utterances"] for d in u["drifts"]):
        for side in (d["earlier"], d["later"]):
            yield from ((side["article"], *mark["span"], mark["text"]) for mark in side["differs"])
    for a in ledger["articles"]:
        yield from ((a["id"], p["start"], p["end"], None) for p in a["passages"])
        yield from ((a["id"], *span, None) for d in a["derived_from"] for span in d["shared"])


def check(ledger: dict[str, Any]) -> None:
    """The invariants of a ledger."""
    VALIDATOR.validate(ledger)
    texts = {a["id"]: a["text"] for a in ledger["articles"]}
    for article, start, end, text in spans(ledger):
        assert 0 <= start < end <= len(texts[article])
        assert text is None or texts[article][start:end] == text
    for a in ledger["articles"]:
        ends = [0, *(p["end"] for p in a["passages"])]
        assert all(p["start"] >= end for p, end in zip(a["passages"], ends, strict=False)), "passages overlap"
    _references(ledger)


def _references(ledger: dict[str, Any]) -> None:
    articles = {a["id"] for a in ledger["articles"]}
    entities = {e["id"] for e in ledger["entities"]}
    statements = {s["id"] for s in ledger["statements"]}
    figures = {f["id"] for f in ledger["figures"]}
    assert len(articles) == len(ledger["articles"])
    assert len(entities) == len(ledger["entities"])
    assert len(statements) == len(ledger["statements"])
    assert len(figures) == len(ledger["figures"])
    assert {s["speaker"] for s in ledger["statements"]} <= entities | {None}
    assert {f["attributed_to"] for f in ledger["figures"]} <= entities | {None}
    assert {f["statement"] for f in ledger["figures"]} <= statements | {None}
    for s in ledger["series"]:
        assert set(s["figures"]) <= figures
        assert s["latest"] is None or s["latest"] in s["figures"]
    claimed = [s for c in ledger["claims"] for s in c["statements"]]
    assert {*claimed, *(d for c in ledger["claims"] for d in c["denied_by"])} <= statements
    for c in ledger["claims"]:
        assert 0 <= c["independent_origins"]["low"] <= c["independent_origins"]["high"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from(GERMAN), min_size=1, max_size=6).map("\n\n".join), min_size=1, max_size=4))
def test_any_pile_gives_a_ledger_that_meets_the_contract(texts: list[str]) -> None:
    check(ledger_of(texts))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_any_text_at_all_gives_a_ledger_that_meets_the_contract(text: str) -> None:
    check(ledger_of([text]))


def test_the_order_of_the_input_never_matters() -> None:
    analyses = [analyse(a) for a in distinct([a for a in read([FOLDER]) if not isinstance(a, Problem)])]
    first = render_json(compile_ledger(analyses))
    for seed in range(3):
        random.Random(seed).shuffle(analyses)
        assert render_json(compile_ledger(analyses)) == first
    check(json.loads(first))


def tokens(analyses: Iterable[Analysis]) -> int:
    """How many tokens the analyses keep."""
    return sum(len(s.tokens) for a in analyses for s in a.sentences)


def test_a_ledger_needs_no_more_than_lean_analyses() -> None:
    analyses = [analyse(a) for a in distinct([a for a in read([FOLDER]) if not isinstance(a, Problem)])]
    few = [lean(a) for a in analyses]
    assert tokens(few) < tokens(analyses)
    assert render_json(compile_ledger(few)) == render_json(compile_ledger(analyses))


@pytest.mark.parametrize("story", ["seeds", "bahnstreik", "datenleck", "gipfelabkommen"])
def test_the_stories_meet_the_contract(shared: Any, story: str) -> None:
    articles = [a for a in read([shared / "stories" / story]) if not isinstance(a, Problem)]
    check(json.loads(render_json(compile_ledger(map(analyse, distinct(articles))))))


def test_real_pages_meet_the_contract(shared: Any, tmp_path: Path) -> None:
    """Every fourth of the publishers' pages, as they came: one of each kind of markup is enough here."""
    for page in sorted((shared / "data" / "pages").glob("*/*.html.gz"))[::4]:
        (tmp_path / page.name.removesuffix(".gz")).write_bytes(gzip.decompress(page.read_bytes()))
    articles = [a for a in read([tmp_path]) if not isinstance(a, Problem)]
    assert len(articles) > 10
    check(json.loads(render_json(compile_ledger(map(analyse, distinct(articles))))))
