"""Claims and origins of every story set, on gold's marks and on the text alone, and why a claim fell apart.

`python -m bench claims` prints a row a set; `python -m bench.claims SET` names for each gold claim of a set the claims
of ours that its statements fell into, and what kept each of the others out of the largest.
"""

import itertools
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.gold import SHARED, gold, gold_analyses, gold_derivations, scorer
from bench.stories import folders
from bench.story import in_order
from quellenlage.model import Analysis, Claim, Derivation, Story
from quellenlage.pipeline import analyse
from quellenlage.read import Problem, read
from quellenlage.story._similarity import Said, alike, content, contradict, families, read_statements
from quellenlage.story.align import _comparable, align
from quellenlage.story.group import group
from quellenlage.story.identity import merge_entities
from quellenlage.story.lineage import trace_lineage
from quellenlage.story.nights import settle_nights
from quellenlage.story.origins import find_origins
from quellenlage.story.series import find_series

Pairs = set[frozenset[str]]


class Found(NamedTuple):
    """A set's claims; `ids` leads from our statements to gold's."""

    folder: Path
    analyses: Sequence[Analysis]
    derivations: Sequence[Derivation]
    claims: Sequence[Claim]
    ids: dict[str, str]


def on_gold(folder: Path) -> Found:
    """Claims of a set whose analyses and lineage are gold's."""
    analyses = in_order(gold_analyses(folder))
    stories, derivations = [Story("s", "", tuple(a.article.id for a in analyses))], gold_derivations(folder)
    ids = {f"{folder.name}-{s['id']}": s["id"] for s in gold(folder)["statements"]}
    return _found(folder, analyses, stories, derivations, ids)


def on_text(folder: Path) -> Found:
    """Claims of a set that the whole pipeline reads; statements are paired as the scorer pairs them."""
    names = {a["file"] for a in gold(folder)["articles"]}
    articles = [a for a in read([folder]) if not isinstance(a, Problem) and Path(a.path).name in names]
    analyses = in_order(map(analyse, articles))
    stories = group(analyses)
    analyses = settle_nights(merge_entities(analyses, stories), stories)
    derivations, _ = trace_lineage(analyses, stories)
    truth, of = gold(folder), {Path(a.article.path).name: a for a in analyses}
    ids: dict[str, str] = {}
    for a in truth["articles"]:
        wanted = [s for s in truth["statements"] if s["article"] == a["id"]]
        ours = of[a["file"]].statements
        ids |= {ours[j].id: wanted[i]["id"] for i, j in scorer()["match"](wanted, ours, _same_words, 0.5).items()}
    return _found(folder, analyses, stories, derivations, ids)


def _same_words(truth: dict[str, Any], found: Any) -> float:
    quote = truth["quote"] if isinstance(truth["quote"], str) else " ".join(truth["quote"])
    return float(scorer()["bag_f1"](quote, " ".join(found.quote_text)))


def _found(
    folder: Path,
    analyses: Sequence[Analysis],
    stories: Sequence[Story],
    derivations: Sequence[Derivation],
    ids: dict[str, str],
) -> Found:
    _, citations = trace_lineage(analyses, stories)
    series, _ = find_series(analyses, stories, derivations)
    claims = find_origins(align(analyses, stories, derivations), analyses, derivations, citations, series=series)
    return Found(folder, analyses, derivations, claims, ids)


def pairs(groups: Iterable[Iterable[str]]) -> Pairs:
    """All pairs of items that stand in one group."""
    return {frozenset(p) for g in groups for p in itertools.combinations(sorted(set(g)), 2)}


def measure(found: Found) -> dict[str, float]:
    """Pairs right, wrong and missed, F1; origins by the scorer's mark; of claims shown with two, how many are right."""
    truth = gold(found.folder)["claims"]
    known = {s for c in truth for s in c["statements"] + c["denied_by"]}
    true = pairs(c["statements"] + c["denied_by"] for c in truth)
    ours = pairs(
        [found.ids[s] for s in (*c.statements, *c.denied_by) if found.ids.get(s) in known] for c in found.claims
    )
    right = len(true & ours)
    marks: dict[bool, list[float]] = {True: [], False: []}
    for c in truth:
        best, n = _best(c, found), c["independent_origins"]
        low, high = (best.independent_low, best.independent_high) if best else (0, -1)
        marks[n == 1].append({0: 1.0, 1: 0.5}.get(high - low, 0.25) if low <= n <= high else 0.0)
    shown = [(c.independent_low, n) for c in found.claims if c.independent_low > 1 and (n := _truth(c, found))]
    means = [sum(m) / len(m) for m in marks.values() if m]
    return {
        "f1": 2 * right / max(1, len(true) + len(ours)), "right": right, "wrong": len(ours - true),
        "missed": len(true - ours), "origins": sum(means) / len(means), "two": len(shown),
        "true two": sum(low <= n for low, n in shown),
    }  # fmt: skip


def _best(claim: dict[str, Any], found: Found) -> Claim | None:
    """The claim of ours that holds most of a gold claim's statements."""
    mine = {ours for ours, theirs in found.ids.items() if theirs in claim["statements"]}
    best = max(found.claims, key=lambda c: len(mine & set(c.statements)))
    return best if mine & set(best.statements) else None


def _truth(claim: Claim, found: Found) -> int | None:
    """How many origins gold counts for the claim that most of these statements make; None if gold lists none."""
    of = Counter(
        (c["id"], c["independent_origins"])
        for s in claim.statements
        for c in gold(found.folder)["claims"]
        if found.ids.get(s) in c["statements"]
    )
    return of.most_common(1)[0][0][1] if of else None


def explain(found: Found) -> Iterable[str]:
    """For each gold claim where its statements fell, and why each of them is not with the most."""
    said = {s.statement.id: s for s in read_statements(found.analyses, families(found.derivations))}
    ours = {theirs: s for s, theirs in found.ids.items()}
    for c in gold(found.folder)["claims"]:
        members = [*c["statements"], *c["denied_by"]]
        of = {
            m: [k for k, d in enumerate(found.claims) if ours.get(m) in (*d.statements, *d.denied_by)] for m in members
        }
        main = Counter(k for ks in of.values() for k in ks).most_common(1)
        best = _best(c, found)
        labels = [o.label for o in best.origins] if best else []
        yield f"\n{c['id']} {c['text']}\n   origins {c['independent_origins']} {c['origins']}, ours {labels}"
        for m in members:
            side = "-" if m in c["denied_by"] else "+"
            if m not in ours:
                yield f"   {side} {m}: no such statement found"
            elif main and main[0][0] not in of[m]:
                yield f"   {side} {m}: {_why(said[ours[m]], [said[s] for s in found.claims[main[0][0]].statements])}"


def _why(s: Said, others: Sequence[Said]) -> str:
    near = max(others, key=lambda o: alike(s, o))
    gate = "contradicts" if contradict(s, near) else "" if _comparable(s, near) else "stance differs"
    terms = f"alike {alike(s, near):.2f}, content {content(s, near):.2f}, {s.statement.stance}"
    return f"{gate or 'too unlike'} ({terms}) | {s.text[:90]} | {near.text[:90]}"


def main() -> None:
    """Print the table, or what is named on the command line in detail."""
    if not SHARED.is_dir():
        print("skipped: needs the measuring data in ../shared, which is not here")
        return
    wanted = [f for f in folders() if f.name in sys.argv[1:]]
    for folder in wanted:
        print("\n".join(explain(on_text(folder))))
    if wanted:
        return
    names = ("f1", "right", "wrong", "missed", "origins", "two", "true two")
    for title, of in (("gold's marks", on_gold), ("the text alone", on_text)):
        print(f"{title:34}" + "".join(f"{n:>9}" for n in names))
        rows = [(f.name, measure(of(f))) for f in folders()]
        mean = {n: sum(r[n] for _, r in rows) / (len(rows) if n in ("f1", "origins") else 1) for n in names}
        for name, row in [*rows, ("mean, or sum", mean)]:
            print(
                f"{'':16}{name:18}"
                + "".join(f"{row[n]:9.3f}" if n in ("f1", "origins") else f"{row[n]:9.0f}" for n in names)
            )
    print("'two': claims shown with two or more origins of which gold lists the claim; 'true two': not more than gold")


if __name__ == "__main__":
    main()
