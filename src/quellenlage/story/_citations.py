"""Who leans on whom: media and documents that an article names, and the article meant where it is in the pile."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from quellenlage.language import language
from quellenlage.model import Analysis, Article, Citation
from quellenlage.story._reasons import reason
from quellenlage.story._words import forms, stem, stretches

_STOP = re.compile(r"[.,;:!?()„“”«»\"\n]|\s[–-]\s")
_INITIALS = re.compile(r"\b(?:\w\.){2,}")  # "F.A.Z."
_AROUND = 80  # characters before and after a cited name that its clause may reach
_LATEST = 60  # articles of a cited outlet, the latest, among which the one that is meant is sought
_LEAST = 3  # letters of a name below which nothing is compared


def find_citations(members: Sequence[Analysis]) -> list[Citation]:
    """Citations of a story's articles, circles named in their reasons."""
    pile = _Outlets([a.article for a in members])
    found = [c for a in members for c in _of(a, pile)]
    return _circles(found, {a.article.id: a.article for a in members})


def same_outlet(name: str, outlet: str | None) -> bool:
    """Whether a name as cited is this outlet's: equal, or one holds the other as whole words."""
    a, b = _plain(name), _plain(outlet or "")
    if a in _same() and b in _same():
        return _same()[a] == _same()[b]
    if len(a) < _LEAST or len(b) < _LEAST:
        return False
    return a == b or f" {a} " in f" {b} " or f" {b} " in f" {a} "


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", _INITIALS.sub(lambda m: m[0].replace(".", ""), name.casefold())))


@cache
def _same() -> Mapping[str, str]:
    """Short names and full ones of media → one of them."""
    names = language("de").table("media")["names"]["same"]
    return {_plain(form): short for short, full in names.items() for form in (short, *full)}


class _Outlets:
    """The articles of each outlet, by the names that it is cited by; what was looked up is kept."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._by: dict[str | None, list[Article]] = defaultdict(list)
        for a in articles:
            self._by[a.outlet].append(a)
        self._named: dict[str, list[Article]] = {}
        self._words: dict[str, set[str]] = {}

    def named(self, name: str) -> list[Article]:
        """The articles of the outlets that a name as cited can mean."""
        if name not in self._named:
            self._named[name] = [a for o, of in self._by.items() if same_outlet(name, o) for a in of]
        return self._named[name]

    def stems(self, article: Article) -> set[str]:
        """The stems of the article's capitalised words."""
        if article.id not in self._words:
            self._words[article.id] = _stems(article)
        return self._words[article.id]


def _of(analysis: Analysis, pile: _Outlets) -> Iterable[Citation]:
    article = analysis.article
    said: dict[str, str] = {}
    names = {e.id: e.name for e in analysis.entities if e.type == "organisation"}
    for s in analysis.statements:
        name = names.get(s.speaker or "", "")
        if name and any(a.id != article.id for a in pile.named(name)):
            said.setdefault(name, s.speaker_text or name)
    done: list[str] = []
    for source in sorted({*said, *article.cites}, key=lambda n: (len(n), n)):
        if same_outlet(source, article.outlet) or any(same_outlet(source, d) for d in done):
            continue
        done.append(source)
        wording = _clause(article, source) or said.get(source)
        why = reason("citation", "medium", source=source, words=wording) if wording else ""
        cited = _cited(article, source, pile)
        yield Citation(article.id, source, cited, why or reason("citation", "listed", source=source))


def _clause(article: Article, source: str) -> str | None:
    """The words around the first mention of a source, from one stop to the next."""
    mention = _mention(source)
    for start, end in stretches(article):
        if found := mention.search(article.text, start, end):
            at = found.start()
            before = _STOP.split(article.text[max(start, at - _AROUND) : at])[-1]
            after = _STOP.split(article.text[found.end() : min(end, found.end() + _AROUND)])[0]
            return " ".join((before + found[0] + after).split()) or None
    return None


@lru_cache(maxsize=10_000)
def _mention(source: str) -> re.Pattern[str]:
    """A source's name, declined or not ("der Rheinischen Post"), in any case of its letters."""
    words = (re.escape(w) + ("[nrms]?" if w.endswith("e") else "") for w in source.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"s?(?!\w|: (?-i:[a-z]))", re.IGNORECASE)


def _cited(article: Article, source: str, pile: _Outlets) -> str | None:
    """The article of that outlet that can be meant: of those not later than this the one that shares most words."""
    of = [a for a in pile.named(source) if a.id != article.id]
    if article.published:
        of = [a for a in of if not a.published or a.published <= article.published + "~"]
    if len(of) < 2:
        return of[0].id if of else None
    of = sorted(of, key=lambda a: (a.published or "", a.id))[-_LATEST:]
    mine = pile.stems(article)

    def shared(a: Article) -> tuple[float, str, str]:
        words = pile.stems(a)
        return len(mine & words) / math.sqrt(1 + len(words)), a.published or "", a.id

    return max(of, key=shared).id


def _stems(article: Article) -> set[str]:
    return {stem(w) for w in forms(article.text, stretches(article)) if w[0].isupper()}


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
