"""Analyses made from gold, so that the cross-article steps can be measured on correct input.

`gold_analyses` reads a story folder (article files and `gold.json`, as GOLD.md describes) and gives what a perfect
`analyse` would: passages from `body`, statements, figures and entities at the place of their snippets.
`gold_derivations` gives its lineage. Sentences come from the language, or from a rough split while it has none.
"""

import html
import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import simplemma

from quellenlage.language import language
from quellenlage.model import (
    Analysis,
    Article,
    Derivation,
    Entity,
    Figure,
    Passage,
    Sentence,
    Span,
    Statement,
    Token,
)

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
STORIES = ("bahnstreik", "datenleck", "gipfelabkommen", "hochwasser", "seeds")


@cache
def scorer() -> dict[str, Any]:
    """The names that the stories' scorer defines (`pair_f1`, `score`, …); its last line, which runs it, is left out."""
    source = (SHARED / "score" / "score_stories.py").read_text("utf-8").rstrip().removesuffix("main()")
    names: dict[str, Any] = {"__name__": "scorer"}
    exec(compile(source, "score_stories.py", "exec"), names)
    return names


@cache
def gold(story_dir: Path) -> dict[str, Any]:
    """The story's gold, as GOLD.md describes it."""
    loaded: dict[str, Any] = json.loads((story_dir / "gold.json").read_text("utf-8"))
    return loaded


def gold_analyses(story_dir: Path) -> list[Analysis]:
    """The story's articles as a perfect analysis would give them, in the order of `gold.json`."""
    return [_analysis(story_dir, a) for a in gold(story_dir)["articles"]]


def gold_derivations(story_dir: Path) -> tuple[Derivation, ...]:
    """The story's lineage, with ids as in `gold_analyses`."""
    name = story_dir.name
    return tuple(
        Derivation(f"{name}-{a['id']}", f"{name}-{source}", a["derivation"], 1.0, "gold")
        for a in gold(story_dir)["articles"]
        for source in a["derived_from"]
    )


def _analysis(story_dir: Path, entry: dict[str, Any]) -> Analysis:
    name, truth = story_dir.name, gold(story_dir)
    text = readable((story_dir / entry["file"]).read_text("utf-8"), entry["file"])
    article = Article(
        id=f"{name}-{entry['id']}", path=entry["file"], text=text, outlet=entry["outlet"], title=entry["title"],
        published=entry["published"], passages=_passages(text, entry), agencies=tuple(entry["agencies"]),
        cites=tuple(entry["cites"]),
    )  # fmt: skip
    statements = tuple(_statement(name, article, s) for s in truth["statements"] if s["article"] == entry["id"])
    figures = tuple(_figure(name, article, f, statements) for f in truth["figures"] if f["article"] == entry["id"])
    here = {s.speaker for s in statements} | {f.attributed_to for f in figures}
    entities = tuple(_entity(name, e) for e in truth["entities"] if _is_here(name, e, here, text))
    return Analysis(article, _sentences(article), entities, (), figures, statements)


def readable(source: str, file: str) -> str:
    """The text of a page without its markup, good enough to find gold's snippets in."""
    if not file.endswith(".html"):
        return source
    source = re.sub(r"(?s)<(script|style|head)\b.*?</\1>", "", source)
    source = re.sub(
        r"</?(p|div|h\d|li|ul|br|tr|td|section|article|header|footer|nav|figure|figcaption)\b[^>]*>", "\n", source
    )
    return re.sub(r"\s*\n\s*", "\n\n", html.unescape(re.sub(r"<[^>]+>", "", source)))


def _find(text: str, snippet: str, start: int = 0) -> Span | None:
    """The first place of a snippet whose blank runs are folded."""
    pattern = r"\s+".join(map(re.escape, snippet.split()))
    found = re.compile(pattern).search(text, start) or re.compile(pattern).search(text)
    return Span(*found.span()) if found else None


def _passages(text: str, entry: dict[str, Any]) -> tuple[Passage, ...]:
    """Title, and the paragraphs from the first to the last known piece of body that hold no known furniture."""
    body = [s for s in (_find(text, piece) for piece in entry["body"]) if s]
    junk = [s for s in (_find(text, piece) for piece in entry["boilerplate"]) if s]
    start, end = min(s.start for s in body), max(s.end for s in body)
    title = _find(text, entry["title"]) if entry["title"] else None
    kept = [Passage(title.start, title.end, "title")] if title and title.end <= start else []
    for m in re.finditer(r"[^\n]+", text[:end]):
        at = Span(max(m.start(), start), m.end())
        if at.start < at.end and not any(j.start < at.end and at.start < j.end for j in junk):
            kept.append(Passage(at.start, at.end, "body"))
    return tuple(kept)


def _statement(name: str, article: Article, s: dict[str, Any]) -> Statement:
    parts = s["quote"] if isinstance(s["quote"], list) else [s["quote"]]
    quote, at = [], article.passages[0].start if article.passages else 0
    for part in parts:
        span = _find(article.text, part, at)
        if span:
            quote.append(span)
            at = span.end
    near = max(0, quote[0].start - 400) if quote else 0
    speaker = _find(article.text, s["speaker_surface"], near) if s["speaker_surface"] else None
    cue = _find(article.text, s["cue"], near) if s["cue"] else None
    return Statement(
        f"{name}-{s['id']}", article.id, s["type"], tuple(quote), (speaker,) if speaker else (), (cue,) if cue else (),
        (), (), tuple(article.text[q.start : q.end] for q in quote), s["speaker"] and f"{name}-{s['speaker']}",
        s["speaker_surface"], s["cue"], s["stance"], s["certainty"],
    )  # fmt: skip


def _figure(name: str, article: Article, f: dict[str, Any], statements: Iterable[Statement]) -> Figure:
    span = _find(article.text, f["snippet"]) or Span(0, 0)
    within = [s.id for s in statements if any(q.start < span.end and span.start < q.end for q in s.quote)]
    return Figure(
        f"{name}-{f['id']}", article.id, span.start, span.end, article.text[span.start : span.end], f["low"], f["high"],
        f["unit"], f["measure"], f["qualifier"], f["status"], f["attributed_to"] and f"{name}-{f['attributed_to']}",
        within[0] if within else None, None,
    )  # fmt: skip


def _entity(name: str, e: dict[str, Any]) -> Entity:
    return Entity(f"{name}-{e['id']}", e["name"], e["type"], e["role"], tuple(e["surfaces"]))


def _is_here(name: str, e: dict[str, Any], here: set[str | None], text: str) -> bool:
    return f"{name}-{e['id']}" in here or any(len(s) > 4 and s in text for s in (e["name"], *e["surfaces"]))


def _sentences(article: Article) -> tuple[Sentence, ...]:
    stretches = [(p.start, p.end, p.role) for p in article.passages]
    return language("de").sentences(article.text, stretches) or tuple(_rough_sentences(article.text, stretches))


def _rough_sentences(text: str, stretches: list[tuple[int, int, Any]]) -> Iterable[Sentence]:
    for i, (start, end, role) in enumerate(stretches):
        at = start
        for stop in [m.end() for m in re.finditer(r"[.!?][“”\"«»]?(?=\s+[A-ZÄÖÜ„»\"])", text[start:end])] + [
            end - start
        ]:
            tokens = tuple(_token(m, at) for m in re.finditer(r"\w+(?:[.,]\d+)*|[^\w\s]", text[at : start + stop]))
            if tokens:
                yield Sentence(tokens[0].start, tokens[-1].end, tokens, i, role)
            at = start + stop


def _token(m: re.Match[str], at: int) -> Token:
    word = m[0]
    tag = "NN" if word[0].isupper() else "CARD" if word[0].isdigit() else "$." if not word[0].isalpha() else "XY"
    return Token(at + m.start(), at + m.end(), word, simplemma.lemmatize(word, "de"), tag)


def main() -> None:
    """How much of gold's snippets was found in the readable text."""
    if not SHARED.is_dir():
        print("skipped: needs the measuring data in ../shared, which is not here")
        return
    for story in STORIES:
        found = [s for a in gold_analyses(SHARED / "stories" / story) for s in a.statements]
        print(f"{story:16} statements {len(found):4}  found in the text {sum(bool(s.quote) for s in found):4}")
