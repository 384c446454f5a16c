"""A ledger as JSON, to the letter of the contract (`ledger.schema.json` beside this file)."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

from quellenlage.model import (
    Article,
    Citation,
    Claim,
    Derivation,
    Drift,
    Entity,
    Figure,
    Ledger,
    Origin,
    Series,
    Span,
    Statement,
    Story,
    Time,
    Utterance,
)

SCHEMA_ID = "quellenlage/ledger/1"

Json = dict[str, Any]


def render_json(ledger: Ledger) -> str:
    """One JSON object and a newline. The same ledger gives the same bytes."""
    return json.dumps(to_json(ledger), ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"


def schema() -> str:
    """The JSON Schema (2020-12) that every ledger meets."""
    return resources.files(__package__).joinpath("ledger.schema.json").read_text("utf-8")


def to_json(ledger: Ledger) -> Json:
    """The ledger as plain dicts, lists, strings and numbers."""
    derived, cited = defaultdict(list), defaultdict(list)
    for d in ledger.derivations:
        derived[d.article].append(derivation_json(d))
    for c in ledger.citations:
        cited[c.article].append(citation_json(c))
    said = {s.id: s for s in ledger.statements}
    texts = {a.id: a.text for a in ledger.articles}
    return {
        "schema": SCHEMA_ID,
        "articles": [_article(a, derived[a.id], cited[a.id]) for a in ledger.articles],
        "stories": [story_json(s) for s in ledger.stories],
        "entities": [entity_json(e) for e in ledger.entities],
        "statements": [statement_json(s) for s in ledger.statements],
        "figures": [figure_json(f) for f in ledger.figures],
        "series": [series_json(s) for s in ledger.series],
        "times": [time_json(article, t) for article, t in ledger.times],
        "claims": [claim_json(claim) for claim in ledger.claims],
        "utterances": [utterance_json(u, said, texts) for u in ledger.utterances],
    }


def _article(article: Article, derived_from: list[Json], citations: list[Json]) -> Json:
    return {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "outlet": article.outlet,
        "issuer": article.issuer,
        "title": article.title,
        "language": article.language,
        "published": article.published,
        "text": article.text,
        "passages": [{"start": p.start, "end": p.end, "role": p.role} for p in article.passages],
        "agencies": list(article.agencies),
        "cites": list(article.cites),
        "derived_from": derived_from,
        "citations": citations,
    }


def derivation_json(d: Derivation) -> Json:
    """What an article descends from, with the shared passages of the descendant."""
    return {"article": d.source, "kind": d.kind, "score": d.score, "reason": d.reason, "shared": _spans(d.shared)}


def citation_json(c: Citation) -> Json:
    """A medium or document that an article leans on."""
    return {"source": c.source, "article": c.cited, "reason": c.reason}


def story_json(s: Story) -> Json:
    """A story and its articles."""
    return {"id": s.id, "title": s.title, "articles": list(s.articles), "reason": s.reason}


def entity_json(e: Entity) -> Json:
    """Someone or something that speaks or is spoken of."""
    return {
        "id": e.id,
        "name": e.name,
        "type": e.type,
        "role": e.role,
        "surfaces": list(e.surfaces),
        "anonymous": e.anonymous,
        "part_of": e.part_of,
    }


def statement_json(s: Statement) -> Json:
    """A statement; `quote` is a string where it has one part, else the list of its parts."""
    return {
        "id": s.id,
        "article": s.article,
        "type": s.type,
        "spans": {
            "quote": _spans(s.quote),
            "speaker": _spans(s.speaker_spans),
            "cue": _spans(s.cue_spans),
            "frame": _spans(s.frame_spans),
            "addressee": _spans(s.addressee_spans),
        },
        "quote": _quote(s),
        "speaker": s.speaker,
        "speaker_text": s.speaker_text,
        "cue": s.cue,
        "stance": s.stance,
        "certainty": s.certainty,
        "via": list(s.via),
        "rule": s.rule,
    }


def figure_json(f: Figure) -> Json:
    """A figure with its bounds, status and authority."""
    return {
        "id": f.id,
        "article": f.article,
        "span": [f.start, f.end],
        "text": f.text,
        "low": number(f.low),
        "high": number(f.high),
        "unit": f.unit,
        "measure": f.measure,
        "qualifier": f.qualifier,
        "status": f.status,
        "attributed_to": f.attributed_to,
        "statement": f.statement,
        "as_of": f.as_of,
    }


def series_json(s: Series) -> Json:
    """Comparable figures in order of time, what changed between them, and what stands aside."""
    return {
        "id": s.id,
        "story": s.story,
        "measure": s.measure,
        "label": s.label,
        "figures": list(s.figures),
        "latest": s.latest,
        "changes": [{"from": c.earlier, "to": c.later, "kind": c.kind, "reason": c.reason} for c in s.changes],
        "aside": [{"figure": a.figure, "reason": a.reason} for a in s.aside],
    }


def time_json(article: str, t: Time) -> Json:
    """A time expression with its TIMEX3 value, null where it can't be told."""
    return {
        "article": article,
        "span": [t.start, t.end],
        "text": t.text,
        "value": t.value,
        "type": t.kind,
        "reason": t.reason,
    }


def claim_json(c: Claim) -> Json:
    """A claim with its statements, its denials and its origins."""
    return {
        "id": c.id,
        "story": c.story,
        "text": c.text,
        "statements": list(c.statements),
        "denied_by": list(c.denied_by),
        "articles": list(c.articles),
        "origins": [_origin(o) for o in c.origins],
        "independent_origins": {"low": c.independent_low, "high": c.independent_high},
        "reason": c.reason,
    }


def utterance_json(u: Utterance, said: Mapping[str, Statement], texts: Mapping[str, str]) -> Json:
    """An utterance with its wordings and how they drift, readable without the statements that it points to."""
    return {
        "id": u.id,
        "story": u.story,
        "claim": u.claim,
        "speaker": u.speaker,
        "statements": list(u.statements),
        "drifts": [_drift(d, said, texts) for d in u.drifts],
    }


def _drift(d: Drift, said: Mapping[str, Statement], texts: Mapping[str, str]) -> Json:
    earlier, later = said[d.earlier], said[d.later]
    return {
        "earlier": _wording(earlier, d.lost, texts[earlier.article]),
        "later": _wording(later, d.differs, texts[later.article]),
        "kinds": list(d.kinds),
        "reason": d.reason,
    }


def _wording(s: Statement, differs: Iterable[Span], text: str) -> Json:
    return {
        "statement": s.id,
        "article": s.article,
        "speaker_text": s.speaker_text,
        "quote": _quote(s),
        "differs": [{"span": [d.start, d.end], "text": text[d.start : d.end]} for d in differs],
    }


def _quote(s: Statement) -> str | list[str]:
    return s.quote_text[0] if len(s.quote_text) == 1 else list(s.quote_text)


def _origin(o: Origin) -> Json:
    return {
        "label": o.label,
        "kind": o.kind,
        "articles": list(o.articles),
        "reason": o.reason,
        "statements": list(o.statements),
        "certain": o.certain,
    }


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def number(value: float | None) -> float | int | None:
    """A whole number without its decimal point, as a reader writes it."""
    return int(value) if value is not None and value == int(value) else value
