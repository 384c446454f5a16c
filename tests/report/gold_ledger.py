"""A ledger from a story's gold: what the report looks like when every step is right. Spans come from snippet search."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from quellenlage.clean.masthead import read_masthead
from quellenlage.clean.passages import label_passages
from quellenlage.model import (
    Article,
    Aside,
    Citation,
    Claim,
    Derivation,
    Entity,
    Figure,
    Ledger,
    Origin,
    Passage,
    Series,
    Span,
    Statement,
    Story,
    Time,
)
from quellenlage.read import Problem, read

Record = dict[str, Any]


def gold_ledger(folder: Path) -> Ledger:
    """The gold of one story folder as a ledger, articles in order of publication."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    articles = {a["id"]: _article(folder, a) for a in gold["articles"]}
    order = sorted(articles.values(), key=lambda a: (a.published or "9999", a.path))
    rank = {a.id: n for n, a in enumerate(order)}
    statements = sorted((_statement(s, articles) for s in gold["statements"]), key=lambda s: rank[s.article])
    figures = sorted((_figure(f, articles) for f in gold["figures"]), key=lambda f: (rank[f.article], f.start))
    return Ledger(
        articles=tuple(order),
        derivations=tuple(
            Derivation(a["id"], source, a["derivation"], 0.9, "Wortfolgen stehen so in der Vorlage.")
            for a in gold["articles"]
            for source in a["derived_from"]
        ),
        citations=tuple(_citations(gold)),
        stories=(Story("story", gold["title"], tuple(a.id for a in order)),),
        entities=tuple(
            Entity(e["id"], e["name"], e["type"], e.get("role"), tuple(e["surfaces"]), anonymous="anonym" in e["name"])
            for e in gold["entities"]
        ),
        statements=tuple(statements),
        figures=tuple(figures),
        series=tuple(_series(n, s, figures, rank) for n, s in enumerate(gold["series"])),
        times=tuple((t["article"], _time(t, articles)) for t in gold["times"]),
        claims=tuple(_claim(c) for c in gold["claims"]),
    )


def _article(folder: Path, a: Record) -> Article:
    found = next(i for i in read([str(folder / a["file"])]) if not isinstance(i, Problem))
    article = read_masthead(label_passages(found))
    if not any(p.role == "furniture" for p in article.passages):
        article = replace(article, passages=tuple(_lines(article.text, a)))
    return replace(
        article, id=a["id"], outlet=a["outlet"], title=a["title"], published=a["published"],
        agencies=tuple(a["agencies"]), cites=tuple(a["cites"]),
    )  # fmt: skip


def _lines(text: str, a: Record) -> list[Passage]:
    """Line by line: what the gold calls boilerplate is furniture, and so is what follows the last body line."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"\S.*", text)]
    body = [n for n, (s, e) in enumerate(lines) if any(b[:40] in text[s:e] for b in a["body"])]
    made = []
    for n, (s, e) in enumerate(lines):
        line = text[s:e]
        role = "body" if body and body[0] <= n <= body[-1] and len(line) > 20 else "furniture"
        if any(b[:30] in line for b in a["boilerplate"]):
            role = "furniture"
        made.append(Passage(s, e, "title" if line.strip() == a["title"] else role))
    return made


def _spans(article: Article, parts: Any) -> tuple[Span, ...]:
    found, at = [], 0
    for part in [parts] if isinstance(parts, str) else parts or []:
        pattern = r"\s+".join(re.escape(w) for w in part.split())
        hit = re.compile(pattern).search(article.text, at) or re.search(pattern, article.text)
        if hit:
            found.append(Span(hit.start(), hit.end()))
            at = hit.end()
    return tuple(found)


def _statement(s: Record, articles: dict[str, Article]) -> Statement:
    article = articles[s["article"]]
    quote = _spans(article, s["quote"])
    return Statement(
        id=s["id"], article=article.id, type=s["type"], quote=quote,
        speaker_spans=_spans(article, s["speaker_surface"]), cue_spans=(), frame_spans=(), addressee_spans=(),
        quote_text=tuple(article.text[a:b] for a, b in quote), speaker=s["speaker"], speaker_text=s["speaker_surface"],
        cue=s["cue"], stance=s["stance"], certainty=s["certainty"],
    )  # fmt: skip


def _figure(f: Record, articles: dict[str, Article]) -> Figure:
    article = articles[f["article"]]
    words = f["snippet"].split()
    span = (_spans(article, " ".join(words[:3])) or _spans(article, f["snippet"]) or (Span(0, 1),))[0]
    day = (article.published or "")[:10] or None
    return Figure(
        id=f["id"], article=article.id, start=span.start, end=span.end, text=article.text[span.start : span.end],
        low=f["low"], high=f["high"], unit=f["unit"], measure=f["measure"], qualifier=f["qualifier"],
        status=f["status"], attributed_to=f["attributed_to"], statement=None, as_of=day,
    )  # fmt: skip


def _series(n: int, s: Record, figures: list[Figure], rank: dict[str, int]) -> Series:
    wanted = [f for f in figures if f.id in s["figures"]]
    wanted.sort(key=lambda f: (f.as_of or "9999", rank[f.article], f.start))
    aside = tuple(Aside(f.id, s["comparable_note"]) for f in wanted if f.id in ("f46", "f96"))
    kept = tuple(f.id for f in wanted if f.id not in ("f46", "f96"))
    return Series(f"r{n}", "story", s["measure"], s["label"], kept, s["latest"], (), aside)


def _time(t: Record, articles: dict[str, Article]) -> Time:
    span = (_spans(articles[t["article"]], t["text"]) or (Span(0, 0),))[0]
    return Time(span.start, span.end, t["text"], t["value"])


def _claim(c: Record) -> Claim:
    kinds = {"anonym": "utterance", "tagebuch": "document", "Informationen": "own_reporting"}
    origins = tuple(
        Origin(
            o,
            next((k for w, k in kinds.items() if w in o), "utterance"),
            tuple(c["articles"]),
            "So im Gold.",  # type: ignore[arg-type]
            tuple(c["statements"]),
        )
        for o in c["origins"]
    )
    n = c["independent_origins"]
    return Claim(
        c["id"], "story", c["text"], tuple(c["statements"]), tuple(c["denied_by"]), tuple(c["articles"]), origins, n, n
    )


def _citations(gold: Record) -> list[Citation]:
    first = {a["outlet"]: a["id"] for a in reversed(gold["articles"])}
    return [
        Citation(a["id"], cited, first.get(cited), f"nennt {cited}") for a in gold["articles"] for cited in a["cites"]
    ]
