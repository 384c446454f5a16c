"""Who leans on whom: media and documents that an article names, and the article meant where it is in the pile."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quellenlage.model import Analysis, Article, Citation
from quellenlage.story._reasons import reason
from quellenlage.story._words import stem, stretches, words

_STOP = re.compile(r"[.,;:!?()„“”«»\"\n]|\s[–-]\s")
_AROUND = 80  # characters before and after a cited name that its clause may reach
_LEAST = 3  # letters of a name below which nothing is compared


def find_citations(members: Sequence[Analysis]) -> list[Citation]:
    """Citations of a story's articles, circles named in their reasons."""
    found = [c for a in members for c in _of(a, members)]
    return _circles(found, {a.article.id: a.article for a in members})


def outlets_named(members: Sequence[Analysis], citations: Sequence[Citation]) -> Mapping[str, frozenset[str]]:
    """For each article the ids of those that it names as its source."""
    out: dict[str, set[str]] = defaultdict(set)
    for c in citations:
        if c.cited:
            out[c.article].add(c.cited)
    return {a: frozenset(cited) for a, cited in out.items()}


def same_outlet(name: str, outlet: str | None) -> bool:
    """Whether a name as cited is this outlet's: equal, or one begins or ends with the other as whole words."""
    a, b = _plain(name), _plain(outlet or "")
    if len(a) < _LEAST or len(b) < _LEAST:
        return False
    return a == b or f" {a} " in f" {b} " or f" {b} " in f" {a} "


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _of(analysis: Analysis, members: Sequence[Analysis]) -> Iterable[Citation]:
    article = analysis.article
    articles = [m.article for m in members]
    said: dict[str, str] = {}
    names = {e.id: e.name for e in analysis.entities if e.type == "organisation"}
    for s in analysis.statements:
        name = names.get(s.speaker or "", "")
        if name and any(same_outlet(name, a.outlet) for a in articles if a.id != article.id):
            said.setdefault(name, s.speaker_text or name)
    done: list[str] = []
    for source in sorted({*said, *article.cites}, key=lambda n: (len(n), n)):
        if same_outlet(source, article.outlet) or any(same_outlet(source, d) for d in done):
            continue
        done.append(source)
        wording = _clause(article, source) or said.get(source)
        why = reason("citation", "medium", source=source, words=wording) if wording else ""
        cited = _cited(article, source, articles)
        yield Citation(article.id, source, cited, why or reason("citation", "listed", source=source))


def _clause(article: Article, source: str) -> str | None:
    """The words around the first mention of a source, from one stop to the next."""
    for start, end in stretches(article):
        at = article.text.find(source, start, end)
        if at >= 0:
            before = _STOP.split(article.text[max(start, at - _AROUND) : at])[-1]
            after = _STOP.split(article.text[at : min(end, at + len(source) + _AROUND)])[0]
            return " ".join((before + after).split()) or None
    return None


def _cited(article: Article, source: str, articles: Sequence[Article]) -> str | None:
    """The article of that outlet that can be meant: of those not later than this the one that shares most words."""
    of = [a for a in articles if a.id != article.id and same_outlet(source, a.outlet)]
    if article.published:
        of = [a for a in of if not a.published or a.published <= article.published + "~"]
    if len(of) < 2:
        return of[0].id if of else None
    mine = _stems(article)
    return max(of, key=lambda a: (len(mine & _stems(a)) / math.sqrt(1 + len(_stems(a))), a.published or "", a.id)).id


def _stems(article: Article) -> set[str]:
    return {stem(w.text) for w in words(article.text, stretches(article)) if w.text[0].isupper()}


def _circles(citations: Sequence[Citation], articles: Mapping[str, Article]) -> list[Citation]:
    """The same citations; one whose source in the end cites this outlet says so."""
    onward: dict[str, list[str]] = defaultdict(list)
    for c in citations:
        if c.cited:
            onward[c.article].append(c.cited)
    out = []
    for c in citations:
        path = _path(onward, c.cited, articles[c.article], articles) if c.cited else None
        if path:
            chain = " → ".join(articles[i].outlet or articles[i].path for i in [c.article, *path])
            c = replace(c, reason=f"{c.reason}; {reason('citation', 'circle', chain=chain)}")
        out.append(c)
    return out


def _path(
    onward: Mapping[str, Sequence[str]], start: str, home: Article, articles: Mapping[str, Article]
) -> list[str] | None:
    """The shortest way along citations from an article back to this one or its outlet, both ends in it."""
    ways, seen = [[start]], {start}
    for way in ways:
        if way[-1] == home.id or same_outlet(home.outlet or "", articles[way[-1]].outlet):
            return way
        for step in onward.get(way[-1], ()):
            if step not in seen:
                seen.add(step)
                ways.append([*way, step])
    return None
