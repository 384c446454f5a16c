"""Grouping, lineage, claims and origins: on correct input and through the whole pipeline, and how fast they are."""

import itertools
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.gold import SHARED, STORIES, gold, gold_analyses, gold_derivations, scorer
from quellenlage.model import Analysis, Claim, Derivation, Statement, Story
from quellenlage.pipeline import analyse
from quellenlage.read import Problem, read
from quellenlage.story.align import align
from quellenlage.story.group import group
from quellenlage.story.identity import merge_entities
from quellenlage.story.lineage import trace_lineage
from quellenlage.story.origins import find_origins
from quellenlage.story.series import find_series

Ids = Mapping[str, str]
"""Gold's id → ours, of statements or articles that were found."""


def in_order(analyses: Iterable[Analysis]) -> list[Analysis]:
    """In the ledger's order."""
    return sorted(analyses, key=lambda a: (a.article.published or "9999", a.article.path, a.article.id))


def claims_f1(name: str, claims: Sequence[Claim], ids: Ids) -> float:
    """The scorer's pair F1 of gold's claims."""
    truth = gold(SHARED / "stories" / name)["claims"]
    back = {ours: theirs for theirs, ours in ids.items()}
    known = {s for c in truth for s in c["statements"] + c["denied_by"]}
    found = [[back[s] for s in (*c.statements, *c.denied_by) if back.get(s) in known] for c in claims]
    return float(scorer()["pair_f1"]([c["statements"] + c["denied_by"] for c in truth], found))


def origins_score(name: str, claims: Sequence[Claim], ids: Ids) -> float:
    """The scorer's mark for origins: claims with one and with several weigh alike."""
    marks: dict[bool, list[float]] = {True: [], False: []}
    for c in gold(SHARED / "stories" / name)["claims"]:
        mine = {ids[s] for s in c["statements"] if s in ids}
        best = max(claims, key=lambda p: len(mine & set(p.statements)), default=None)
        n, mark = c["independent_origins"], 0.0
        if best and mine & set(best.statements) and best.independent_low <= n <= best.independent_high:
            mark = {0: 1.0, 1: 0.5}.get(best.independent_high - best.independent_low, 0.25)
        marks[n == 1].append(mark)
    means = [sum(m) / len(m) for m in marks.values() if m]
    return sum(means) / len(means)


def lineage_scores(name: str, derivations: Sequence[Derivation], ids: Ids) -> tuple[float, float]:
    """The scorer's pair F1 of families of articles, and F1 of the edges."""
    articles = gold(SHARED / "stories" / name)["articles"]
    true = {(a["id"], source) for a in articles for source in a["derived_from"]}
    back = {ours: theirs for theirs, ours in ids.items()}
    found = {(back[d.article], back[d.source]) for d in derivations if d.article in back and d.source in back}
    names = [a["id"] for a in articles]
    pairs = float(scorer()["pair_f1"](_families(names, true), _families(names, found)))
    return pairs, float(scorer()["fb"](len(true & found), len(found - true), len(true - found)))


def _families(names: Sequence[str], edges: Iterable[tuple[str, str]]) -> list[list[str]]:
    up = {n: n for n in names}

    def root(n: str) -> str:
        while up[n] != n:
            n = up[n]
        return n

    for a, b in sorted(edges):
        up[root(a)] = root(b)
    out: dict[str, list[str]] = defaultdict(list)
    for n in names:
        out[root(n)].append(n)
    return list(out.values())


def on_gold(name: str) -> tuple[float, float, float, float]:
    """Lineage, its edges, claims and origins of a story whose analyses are gold's."""
    folder = SHARED / "stories" / name
    analyses = in_order(gold_analyses(folder))
    story = Story("s", "", tuple(a.article.id for a in analyses))
    traced, citations = trace_lineage(analyses, [story])
    true = gold_derivations(folder)
    series, _ = find_series(analyses, [story], true)
    claims = find_origins(align(analyses, [story], true), analyses, true, citations, series=series)
    articles = {a["id"]: f"{name}-{a['id']}" for a in gold(folder)["articles"]}
    statements = {s["id"]: f"{name}-{s['id']}" for s in gold(folder)["statements"]}
    return (
        *lineage_scores(name, traced, articles),
        claims_f1(name, claims, statements),
        origins_score(name, claims, statements),
    )


def on_text(name: str) -> tuple[float, float, float, float]:
    """The same figures of a story that the whole pipeline reads."""
    folder = SHARED / "stories" / name
    articles = [a for a in read([folder]) if not isinstance(a, Problem)]
    analyses = in_order(map(analyse, articles))
    stories = group(analyses)
    analyses = merge_entities(analyses, stories)
    traced, citations = trace_lineage(analyses, stories)
    series, _ = find_series(analyses, stories, traced)
    claims = find_origins(align(analyses, stories, traced), analyses, traced, citations, series=series)
    by_file = {Path(a.article.path).name: a for a in analyses}
    ids = {a["id"]: by_file[a["file"]].article.id for a in gold(folder)["articles"]}
    statements = found_statements(name, by_file)
    return (
        *lineage_scores(name, traced, ids),
        claims_f1(name, claims, statements),
        origins_score(name, claims, statements),
    )


def found_statements(name: str, by_file: Mapping[str, Analysis]) -> dict[str, str]:
    """Gold's statements that were found, as the scorer pairs them."""
    truth = gold(SHARED / "stories" / name)
    ids: dict[str, str] = {}
    for a in truth["articles"]:
        wanted = [s for s in truth["statements"] if s["article"] == a["id"]]
        found = by_file[a["file"]].statements
        ids |= {wanted[i]["id"]: found[j].id for i, j in scorer()["match"](wanted, found, _like, 0.5).items()}
    return ids


def _like(truth: Mapping[str, Any], found: Statement) -> float:
    quote = truth["quote"] if isinstance(truth["quote"], str) else " ".join(truth["quote"])
    return float(scorer()["bag_f1"](quote, " ".join(found.quote_text)))


def grouping() -> tuple[float, int]:
    """Pair F1 of the stories in one pile, read by the pipeline, and how many stories there come out."""
    of: dict[str, str] = {}
    pile: list[Analysis] = []
    for name in STORIES:
        for article in read([SHARED / "stories" / name]):
            if not isinstance(article, Problem):
                of[article.id] = name
                pile.append(analyse(article))
    stories = group(in_order(pile))
    true: dict[str, list[str]] = defaultdict(list)
    for key, name in of.items():
        true[name].append(key)
    return float(scorer()["pair_f1"](true.values(), [list(s.articles) for s in stories])), len(stories)


def speed(copies: int = 40) -> tuple[int, float]:
    """Words and seconds of all cross-article steps, the stories in one pile, several times over."""
    base = [a for name in STORIES for a in gold_analyses(SHARED / "stories" / name)]
    words = sum(len(re.findall(r"\w+", a.article.text)) for a in base)
    start = time.perf_counter()
    for _ in itertools.repeat(None, copies):
        analyses = in_order(base)
        stories = group(analyses)
        traced, citations = trace_lineage(analyses, stories)
        find_origins(align(analyses, stories, traced), analyses, traced, citations)
    return words * copies, time.perf_counter() - start


def main() -> None:
    """Print the figures of each story and their means, on gold's marks and on the text alone."""
    if not SHARED.is_dir():
        print("skipped: needs the measuring data in ../shared, which is not here")
        return
    print(f"{'':32}lineage  edges  claims  origins")
    for title, measure in (("gold's marks", on_gold), ("the text alone", on_text)):
        rows = [measure(name) for name in STORIES]
        for name, row in [
            *zip(STORIES, rows, strict=True),
            ("mean", [sum(c) / len(c) for c in zip(*rows, strict=True)]),
        ]:
            print(f"{title:16}{name:16}" + "".join(f"{value:7.3f}" for value in row))
    print("the same, for peers: origins 'always one' .500; claims by similarity alone .55 (gold's marks)")
    f1, n = grouping()
    print(f"grouping of all five in one pile: pair F1 {f1:.3f}, {n} stories")
    words, seconds = speed(5)
    print(f"all cross-article steps: {words / seconds:,.0f} words/s")
