"""Statements against the German Wikinews quotation gold: precision, recall, F1 by role, statements gained and lost.

The measure is the data set's own (Petersen-Frey & Biemann 2024): predicted and gold statements of an article are paired
by the best token F1 of their words, and each role's precision and recall are averaged over pairs and unpaired ones. A
gold statement counts as found at half overlap. `python -m bench.quotes record` keeps this run as the one to compare
with; the record holds places in the data set (article, annotation), none of its text.
"""

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from quellenlage.annotate.names import find_names
from quellenlage.annotate.quotations import find_quotations
from quellenlage.language import language
from quellenlage.model import Quotation, Sentence

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "data" / "quotes" / "dev"
RECORD = Path(__file__).resolve().parent / "records" / "quotes.json"
ROLES = ("quote", "speaker", "cue", "frame", "addressee")
TYPES = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "indirect_free_indirect",
}
PEER = "rules with HanTa's tags (throw-away prototype): quote .786, joint .735, 4.5k tokens/s"

Marks = dict[str, set[int]]


def main() -> None:
    """Print the table; with "record" on the command line, keep what was found for the next comparison."""
    if not GOLD.is_dir():
        print("skipped: needs the measuring data in ../shared, which is not here")
        return
    roles, found, total, seconds, tokens = _measure()
    print(f"{'role':10} {'P':>6} {'R':>6} {'F1':>6}")
    for role in (*ROLES, "joint"):
        p, r = (float(np.mean(v)) if v else 0.0 for v in roles[role])
        print(f"{role:10} {p:6.3f} {r:6.3f} {2 * p * r / (p + r) if p + r else 0:6.3f}")
    counts = Counter(kind for kind in found.values())
    print("found at half overlap:", ", ".join(f"{kind} {counts[kind]}/{total[kind]}" for kind in sorted(total)))
    print(f"statements alone: {tokens / seconds:,.0f} tokens/s;  peer: {PEER}")
    _compare(set(found))


def _compare(found: set[str]) -> None:
    """Gained and lost against the recorded run, and the new record where asked for."""
    if RECORD.is_file():
        before = set(json.loads(RECORD.read_text("utf-8"))["found"])
        gained, lost = sorted(found - before), sorted(before - found)
        print(f"gained {len(gained)}: {' '.join(gained[:12])}\nlost {len(lost)}: {' '.join(lost[:12])}")
    if "record" in sys.argv[1:]:
        RECORD.parent.mkdir(exist_ok=True)
        RECORD.write_text(json.dumps({"found": sorted(found)}, indent=0) + "\n", "utf-8")


def _measure() -> tuple[dict[str, tuple[list[float], list[float]]], dict[str, str], Counter[str], float, int]:
    """Scores of each role, the type of each gold statement found, gold by type, seconds and tokens."""
    lang = language("de")
    roles: dict[str, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    found: dict[str, str] = {}
    total: Counter[str] = Counter()
    seconds, tokens = 0.0, 0
    for file in sorted(GOLD.glob("*.json")):
        document = json.loads(file.read_text("utf-8"))
        text = document["originalText"]
        sentences = lang.sentences(text, [(0, len(text), "body")])
        names = find_names(text, sentences, lang)
        begin = time.process_time()
        quotations = find_quotations(text, sentences, names, lang)
        seconds += time.process_time() - begin
        tokens += _size(sentences)
        gold = [_gold(a) for a in document["annotations"]]
        total.update(TYPES[a["type"]] for a in document["annotations"])
        for place, ours, theirs in _pairs(_predicted(document, quotations), gold):
            _add(roles, ours, theirs)
            if place is not None and _f1(ours.get("quote", set()), theirs["quote"]) >= 0.5:
                found[f"{file.stem}:{place}"] = TYPES[document["annotations"][place]["type"]]
    return roles, found, total, seconds, tokens


def _size(sentences: tuple[Sentence, ...]) -> int:
    return sum(len(s.tokens) for s in sentences)


def _gold(annotation: Mapping[str, Any]) -> Marks:
    return {role: set((annotation.get(role) or {}).get("tokenIds") or ()) for role in ROLES}


def _predicted(document: Mapping[str, Any], quotations: tuple[Quotation, ...]) -> list[Marks]:
    """Our spans as the data set's token ids."""
    text, spans = document["originalText"], {}
    for sentence in document["sentences"]:
        at = sentence["charBegin"]
        for token, word in zip(sentence["tokenIds"], sentence["tokens"], strict=True):
            begin = text.find(word, at)
            begin = at if begin < 0 or begin > at + 40 else begin
            spans[token] = (begin, begin + len(word))
            at = begin + len(word)
    return [
        {
            role: {t for t, (b, e) in spans.items() if any(b < s.end and e > s.start for s in getattr(q, role))}
            for role in ROLES
        }
        for q in quotations
    ]


def _pairs(ours: list[Marks], gold: list[Marks]) -> Iterator[tuple[int | None, Marks, Marks]]:
    """One-to-one by the best total F1 of the words; what is left stands alone."""
    rows: list[int] = []
    columns: list[int] = []
    if ours and gold:
        scores = np.array([[_f1(g["quote"], o["quote"]) for o in ours] for g in gold])
        rows, columns = (list(map(int, places)) for places in linear_sum_assignment(scores, maximize=True))
    yield from ((g, ours[o], gold[g]) for g, o in zip(rows, columns, strict=True))
    yield from ((None, o, {}) for n, o in enumerate(ours) if n not in set(columns))
    yield from ((n, {}, g) for n, g in enumerate(gold) if n not in set(rows))


def _add(roles: dict[str, tuple[list[float], list[float]]], ours: Marks, theirs: Marks) -> None:
    for role in ROLES:
        a, b = ours.get(role, set()), theirs.get(role, set())
        for values, size in zip(roles[role], (len(a), len(b)), strict=True):
            if size:
                values.append(len(a & b) / size)
        for values, size in zip(roles["joint"], (len(a), len(b)), strict=True):
            if size:
                values.append(len(a & b) / size)


def _f1(a: set[int], b: set[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


if __name__ == "__main__":
    main()
