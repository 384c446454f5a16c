"""A page's markup as blocks: the stretches of text that a browser sets as lines or paragraphs, in page order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_INLINE_TAGS = """a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark nobr q ruby s samp small
span strong sub sup td th time tt u var wbr"""
_INLINE = frozenset(_INLINE_TAGS.split())
_CELLS = frozenset(("td", "th"))
_SKIPPED_TAGS = """script style noscript template svg iframe object embed audio video canvas select option input
textarea button map head math dialog"""
_SKIPPED = frozenset(_SKIPPED_TAGS.split())
_AREAS = {"nav": "menu", "footer": "footer", "aside": "aside", "header": "header", "figure": "figure"}
_MARKS = (
    ("caption", r"caption|bildtext|bildunterschrift|bu"),
    ("teaser", r"teaser|lead|intro|vorspann|summary|abstract|standfirst|dek"),
    ("byline", r"byline|author|autor|autorin|authors|writer|verfasser"),
    ("time", r"date|datum|time|stand|published|pubdate|timestamp|updated|posted-on|ts"),
    ("menu", r"nav|navi|navigation|menu|breadcrumb|breadcrumbs|crumbs|skip|toc|pagination|nav-links|globalnav|topbar"),
    ("footer", r"footer|foot|fuss|imprint|impressum|legal|copyright|powered|bottom|colophon"),
    ("masthead", r"masthead|logo|brand|site-title|site-name|sitename|branding|top-bar|header"),
    (
        "furniture",
        r"ad|ads|adslot|advert|advertisement|anzeige|werbung|promo|sponsor|sponsored|teaserbox|teasers|related|rel|"
        r"recommend|recommended|recommendations|readmore|read-more|newsletter|nl|share|sharing|social|sharedaddy|comment|"
        r"comments|commentlist|comment-list|sidebar|blogroll|sendehinweis|kommentare|consent|cookie|cookies|cmp|paywall|subscribe|subscription|linkbox|promo-box|product|cart|"
        r"widget|tags|tag-list|audio-player|video-player|player|sendung|mehr|more|poll|quiz|outbrain|taboola|ticker",
    ),
)
_MARK_OF = {word: mark for mark, words in _MARKS for word in words.split("|")}
_TOKEN = re.compile(r"[a-z]+(?:-[a-z]+)*")
_BLANK = re.compile(r"[ \t\r\n\f\v\xa0\u2009\u202f\u200b]+")


@dataclass(slots=True)
class Block:
    """One block of a page.

    `path` are the elements around it, outermost first: the number of each, and what its tag, class and id call it.
    `first` is the text up to the end of its first inline child, all of it if there is none; `time` the moment that a
    <time> in it names; `linked` how many characters stand in links.
    """

    text: str
    tag: str
    path: tuple[tuple[int, frozenset[str]], ...]
    linked: int = 0
    first: str = ""
    time: str | None = None


@dataclass(slots=True)
class _Open:
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    first: str = ""
    time: str | None = None


def blocks(root: Any) -> list[Block]:
    """The blocks of a parsed page (lxml), scripts and form fields left out. Linear in the page, without recursion."""
    return list(_Walk().run(root))


class _Walk:
    def __init__(self) -> None:
        self.open = _Open()
        self.stack: list[tuple[str, int, frozenset[str]]] = []
        self.number = 0

    def run(self, root: Any) -> Iterator[Block]:
        """The blocks below a node, each when it ends."""
        work: list[tuple[Any, bool]] = [(root, True)]
        while work:
            node, entering = work.pop()
            if not entering:
                yield from self._leave(node)
                continue
            if not isinstance(node.tag, str) or node.tag in _SKIPPED or _hidden(node):
                self._add(node.tail)
                continue
            yield from self._enter(node)
            work.append((node, False))
            work.extend((child, True) for child in reversed(node))
        yield from self._flush()

    def _enter(self, node: Any) -> Iterator[Block]:
        if node.tag not in _INLINE:
            yield from self._flush()
            self.number += 1
            self.stack.append((node.tag, self.number, _marks(node)))
        elif node.tag == "time" and self.open.time is None:
            self.open.time = node.get("datetime")
        elif node.tag in _CELLS and self.open.parts:
            self.open.parts.append(" | ")
        self._add(node.text, link=node.tag == "a" or next(node.iterancestors("a"), None) is not None)

    def _leave(self, node: Any) -> Iterator[Block]:
        if node.tag not in _INLINE:
            yield from self._flush()
            self.stack.pop()
        elif not self.open.first:
            self.open.first = _squash("".join(self.open.parts))
        self._add(node.tail)

    def _add(self, text: str | None, link: bool = False) -> None:
        if text:
            self.open.parts.append(text)
            self.open.linked += len(text) if link else 0

    def _flush(self) -> Iterator[Block]:
        text = _squash("".join(self.open.parts))
        if text and self.stack:
            path = tuple((number, marks) for _, number, marks in self.stack)
            yield Block(text, self.stack[-1][0], path, self.open.linked, self.open.first or text, self.open.time)
        self.open = _Open()


def _squash(text: str) -> str:
    """Blank runs folded, soft hyphens taken out: what a browser shows."""
    return _BLANK.sub(" ", text.replace("\xad", "")).strip()


def _hidden(node: Any) -> bool:
    style = (node.get("style") or "").replace(" ", "").lower()
    return node.get("hidden") is not None or "display:none" in style


def _marks(node: Any) -> frozenset[str]:
    """What an element calls itself, in our words ("menu", "caption", "furniture" …) and by its structural tag."""
    found = {_AREAS[node.tag]} if node.tag in _AREAS else set()
    if node.tag == "figcaption":
        found.add("caption")
    if node.tag not in ("html", "body", "main", "article"):
        names = f"{node.get('class') or ''} {node.get('id') or ''} {node.get('itemprop') or ''}"[:400]
        spread = re.sub(r"(?<=[a-z])(?=[A-Z])|[_\d]+", "-", names).lower()
        for name in _TOKEN.findall(spread):
            found.update(_MARK_OF[t] for t in (name, *name.split("-")) if t in _MARK_OF)
    return frozenset(found)
