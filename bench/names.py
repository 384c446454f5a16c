"""Names beside the corpus, and who is meant beside the gold of the stories: quality, purity and speed.

Resolution is measured apart from attribution: each gold statement's own speaker phrase is given, and the entity that
it comes out as is compared with the gold one (as the story scorer compares), alone and in pairs of statements.
"""

import gzip
import json
import re
import time
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from training.names import columns, scores

from quellenlage.annotate._name_model import name_model
from quellenlage.annotate.names import find_names
from quellenlage.clean.masthead import read_masthead
from quellenlage.clean.passages import label_passages
from quellenlage.language import language
from quellenlage.model import Analysis, Article, Quotation, Span, Story
from quellenlage.read import read
from quellenlage.resolve.entities import resolve_entities
from quellenlage.resolve.speakers import resolve_statements
from quellenlage.story.identity import merge_entities

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SPEED_ARTICLES = 300
Gold = dict[str, Any]


def main() -> None:
    """Print the tables; without the measuring data only say so."""
    if not SHARED.is_dir():
        print("bench: no data at ../shared beside the checkout; nothing measured")
        return
    print_names()
    print_meant()
    print_speed()


def print_names() -> None:
    """Strict spans on GermEval 2014 dev, outer level, derivations and parts of words left out."""
    dev = list(columns(SHARED / "data/ner/germeval2014/NER-de-dev.tsv", 2))
    print("GermEval 2014 dev, outer, strict   P     R     F     (no peer on PyPI ships a German name model)")
    for kind, figures in scores(name_model("de"), dev).items():
        print(f"  {kind:32} " + " ".join(f"{x:.3f}" for x in figures))


def print_meant() -> None:
    """Right entities for gold speaker phrases, and pairs of statements that are rightly one speaker's."""
    print("who is meant, gold phrases given   phrases right  pairs P  R")
    total = right = 0
    for folder in sorted(p for p in (SHARED / "stories").iterdir() if (p / "gold.json").is_file()):
        gold = json.loads((folder / "gold.json").read_text("utf-8"))
        pairs = list(meant(folder, gold))
        hits = sum(name_fits(found, wanted, gold) for wanted, _, found in pairs)
        same = [(a[0] == b[0], a[1] is not None and a[1] == b[1]) for a, b in combinations(pairs, 2)]
        both, given, wanted_ = sum(g and p for g, p in same), sum(p for _, p in same), sum(g for g, _ in same)
        print(f"  {folder.name:32} {len(pairs):5} {hits / max(1, len(pairs)):9.3f} "
              f"{both / max(1, given):7.3f} {both / max(1, wanted_):.3f}")  # fmt: skip
        total, right = total + len(pairs), right + hits
    print(f"  {'all':32} {total:5} {right / max(1, total):9.3f}")


def meant(folder: Path, gold: Gold) -> Iterator[tuple[str, str | None, list[str]]]:
    """(gold entity, entity id, its wordings) for each gold statement whose speaker phrase stands in its article."""
    articles = {
        Path(a.path).name: a
        for a in read([str(folder / g["file"]) for g in gold["articles"]])
        if isinstance(a, Article)
    }
    analyses, wanted = [], []
    for entry in gold["articles"]:
        analysis, speakers = _analysis(
            articles[entry["file"]], [s for s in gold["statements"] if s["article"] == entry["id"]]
        )
        analyses.append(analysis)
        wanted.append(speakers)
    story = Story("s", "", tuple(sorted(a.article.id for a in analyses)))
    for analysis, speakers in zip(merge_entities(analyses, [story]), wanted, strict=True):
        known = {e.id: [e.name, *e.surfaces] for e in analysis.entities}
        for statement, speaker in zip(analysis.statements, speakers, strict=True):
            yield speaker, statement.speaker, known.get(statement.speaker or "", [])


def _analysis(article: Article, statements: list[Gold]) -> tuple[Analysis, list[str]]:
    article, lang = read_masthead(label_passages(article)), language("de")
    stretches = [(p.start, p.end, p.role) for p in article.passages if p.role in ("title", "body", "caption")]
    sentences = lang.sentences(article.text, stretches)
    found = sorted((q, s["speaker"]) for s in statements if s["speaker"] for q in _phrase(article.text, s))
    quotations = tuple(Quotation("indirect", (quote,), (speaker,)) for (quote, speaker), _ in found)
    names = find_names(article.text, sentences, lang)
    entities, who = resolve_entities(article, sentences, names, quotations, lang)
    told = resolve_statements(article, quotations, who, entities)
    return Analysis(article, sentences, entities, statements=told), [speaker for _, speaker in found]


def _phrase(text: str, statement: Gold) -> list[tuple[Span, Span]]:
    """The places of the statement and of its speaker phrase nearest to it, none where either isn't verbatim."""
    quote = statement["quote"] if isinstance(statement["quote"], str) else statement["quote"][0]
    said, phrase = _folded(quote).search(text), statement["speaker_surface"]
    spans = [Span(*m.span()) for m in _folded(phrase, phrase).finditer(text)] if phrase else []
    if not said or not spans:
        return []
    start, end = said.span()
    return [(Span(start, end), min(spans, key=lambda s: (min(abs(s.start - end), abs(s.end - start)), s)))]


def _folded(text: str, literal: str | None = None) -> re.Pattern[str]:
    """A pattern for a wording with any blanks between its words; with `literal`, between word boundaries."""
    body = r"\s+".join(map(re.escape, (literal or text).split()))
    return re.compile(rf"(?<!\w){body}(?!\w)" if literal else body)


def name_fits(wordings: list[str], wanted: str, gold: Gold) -> bool:
    """Whether most of an entity's wordings are the wanted gold entity's."""

    def votes(entity: Gold) -> float:
        known = [" ".join(x.split()).lower() for x in (entity["name"], *entity["surfaces"])]
        mine = {" ".join(w.split()).lower() for w in wordings}
        near = sum(any(m == k or (min(len(m), len(k)) > 3 and (m in k or k in m)) for k in known) for m in mine)
        return near + 0.5 * bool(mine & set(known))

    best = max(gold["entities"], key=votes)
    return bool(wordings) and best["id"] == wanted


def print_speed() -> None:
    """Words a second of one core, names alone, on news articles that the model hasn't met."""
    lang, texts = language("de"), []
    with gzip.open(next((SHARED / "data/news").glob("*.jsonl.gz")), "rt", encoding="utf-8") as lines:
        for line in lines:
            texts.append(json.loads(line)["text"])
            if len(texts) == SPEED_ARTICLES:
                break
    read_ = [lang.sentences(text, [(0, len(text), "body")]) for text in texts]
    count, start = sum(len(s.tokens) for sentences in read_ for s in sentences), time.process_time()
    for text, sentences in zip(texts, read_, strict=True):
        find_names(text, sentences, lang)
    print(f"speed, names alone                 {count / (time.process_time() - start):,.0f} words/s of CPU time")
