"""A ledger as flat rows, one list a question: figures, times, quotes, claims, sources.

A row is a dict of plain values whose keys never depend on the data, so that a spreadsheet or a data frame takes it as
it is. `passage` is the paragraph that holds the evidence, verbatim; `start` and `end` point into the article's text.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from quellenlage.model import Article, Ledger
from quellenlage.report.columns import set_columns, terminal_width
from quellenlage.report.json import number

Row = dict[str, Any]


def figures(ledger: Ledger) -> Iterable[Row]:
    """A row a figure: value, bounds, unit, what is counted, when, who, and the passage."""
    articles, names = _articles(ledger), _names(ledger)
    series = {f: s.id for s in ledger.series for f in s.figures}
    for f in ledger.figures:
        yield {
            "id": f.id,
            "text": f.text,
            "low": number(f.low),
            "high": number(f.high),
            "qualifier": f.qualifier,
            "unit": f.unit,
            "measure": f.measure,
            "status": f.status,
            "attributed_to": names.get(f.attributed_to),
            "as_of": f.as_of,
            "series": series.get(f.id),
            "statement": f.statement,
            **_where(articles[f.article], f.start, f.end),
        }


def times(ledger: Ledger) -> Iterable[Row]:
    """A row a time expression: wording, value, and what the value rests on."""
    articles = _articles(ledger)
    for article, t in ledger.times:
        where = _where(articles[article], t.start, t.end)
        yield {"text": t.text, "value": t.value, "type": t.kind, "reason": t.reason, **where}


def quotes(ledger: Ledger) -> Iterable[Row]:
    """A row a statement: who, what, how, with which stance, found by which rule."""
    articles, names = _articles(ledger), _names(ledger)
    for s in ledger.statements:
        yield {
            "id": s.id,
            "type": s.type,
            "speaker": names.get(s.speaker),
            "speaker_text": s.speaker_text,
            "cue": s.cue,
            "quote": " […] ".join(s.quote_text),
            "stance": s.stance,
            "certainty": s.certainty,
            "via": [names.get(v) for v in s.via],
            "rule": s.rule,
            **_where(articles[s.article], s.quote[0].start, s.quote[-1].end),
        }


def claims(ledger: Ledger) -> Iterable[Row]:
    """A row a claim: wording, how many independent origins, which, who denies it, and how its wordings depart."""
    articles, names = _articles(ledger), _names(ledger)
    drifts: dict[str, list[str]] = {}
    for u in ledger.utterances:
        drifts.setdefault(u.claim, []).extend(d.reason for d in u.drifts)
    said = {s.id: s for s in ledger.statements}
    for c in ledger.claims:
        yield {
            "id": c.id,
            "text": c.text,
            "independent_low": c.independent_low,
            "independent_high": c.independent_high,
            "origins": [{"label": o.label, "kind": o.kind, "reason": o.reason} for o in c.origins],
            "denied_by": [names.get(said[d].speaker) or said[d].speaker_text for d in c.denied_by],
            "statements": list(c.statements),
            "denials": list(c.denied_by),
            "drifts": drifts.get(c.id, []),
            "paths": [articles[a].path for a in c.articles],
            "reason": c.reason,
        }


def sources(ledger: Ledger) -> Iterable[Row]:
    """A row a tie between articles, or between an article and a medium or document that it cites."""
    articles = _articles(ledger)
    for d in ledger.derivations:
        source = articles[d.source]
        yield _tie(articles[d.article], d.kind, source.outlet, source.path, d.score, d.reason)
    for c in ledger.citations:
        path = articles[c.cited].path if c.cited else None
        yield _tie(articles[c.article], "cites", c.source, path, None, c.reason)
    for a in ledger.articles:
        for agency in a.agencies:
            yield _tie(a, "agency", agency, None, None, "")


def _tie(a: Article, kind: str, source: str | None, source_path: str | None, score: float | None, reason: str) -> Row:
    return {
        "kind": kind,
        "outlet": a.outlet,
        "path": a.path,
        "source": source,
        "source_path": source_path,
        "score": score,
        "reason": reason,
    }


def render_rows(ledger: Ledger, question: str, form: str, *, explain: bool = False) -> str:
    """The rows that answer a question (a key of QUESTIONS), as `jsonl`, `csv` or `table`.

    A table shows what a line has room for; `explain` adds the rule that found each row.
    """
    rows = list(QUESTIONS[question](ledger))
    if form == "table":
        keys = (*_IN_TABLE[question], *(["rule"] if explain else []))
        rows = [{k: r[k] for k in keys} for r in rows]
    return _FORMS[form](rows)


def _jsonl(rows: list[Row]) -> str:
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)


def _csv(rows: list[Row]) -> str:
    """RFC 4180, with a byte order mark so that spreadsheets read the umlauts; lists joined by " | "."""
    if not rows:
        return ""
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows({k: _cell(v) for k, v in r.items()} for r in rows)
    return "\ufeff" + out.getvalue()


def _table(rows: list[Row]) -> str:
    """Columns cut to the terminal's width."""
    if not rows:
        return ""
    cells = [list(rows[0]), *([_cell(v) for v in r.values()] for r in rows)]
    return "".join(line + "\n" for line in set_columns(cells, terminal_width()))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return " | ".join(_cell(v["label"] if isinstance(v, dict) else v) for v in value)
    text = str(value)
    # A cell that begins like a formula would be run by a spreadsheet; the apostrophe makes it text.
    return f"'{text}" if text[:1] in "=+-@\t\r" and not isinstance(value, int | float) else text


def _articles(ledger: Ledger) -> Mapping[str, Article]:
    return {a.id: a for a in ledger.articles}


def _names(ledger: Ledger) -> Mapping[str | None, str]:
    return {e.id: e.name for e in ledger.entities}


def _where(article: Article, start: int, end: int) -> Row:
    text = article.text
    left, right = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return {
        "outlet": article.outlet,
        "published": article.published,
        "path": article.path,
        "start": start,
        "end": end,
        "passage": text[left : right if right >= 0 else len(text)].strip(),
    }


QUESTIONS: Mapping[str, Callable[[Ledger], Iterable[Row]]] = {
    "figures": figures,
    "times": times,
    "quotes": quotes,
    "claims": claims,
    "sources": sources,
}

_FORMS: Mapping[str, Callable[[list[Row]], str]] = {"jsonl": _jsonl, "csv": _csv, "table": _table}

_IN_TABLE: Mapping[str, tuple[str, ...]] = {
    "figures": ("text", "measure", "status", "attributed_to", "as_of", "outlet", "path"),
    "times": ("text", "value", "reason", "path"),
    "quotes": ("speaker", "quote", "type", "stance", "outlet", "path"),
    "claims": ("text", "independent_low", "independent_high", "origins", "denied_by", "drifts"),
    "sources": ("kind", "path", "source", "source_path", "score", "reason"),
}
