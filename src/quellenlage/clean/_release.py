"""Whether a text is a body's own press release, whose, and where its lines on the body itself begin."""

import re
from functools import cache
from typing import NamedTuple

from quellenlage.clean._outlet import outlet_reader
from quellenlage.language import Language
from quellenlage.model import Article, Passage

_PIECES = re.compile(r"\s+[|·•»›>/–—-]+\s+")
_PROSE = 120
"""Code points from which a paragraph of the body is surely running text."""
_NAME = 6
"""Words of a body's name at most."""
_LINES = 40
"""Passages of head and tail that are looked at."""
_LINE = 300
"""Code points of a line that are looked at."""


class Release(NamedTuple):
    """A press release: the body whose text it is, and where the lines on that body begin (None where it has none)."""

    issuer: str
    about: int | None


class ReleaseReader:
    """Tells press releases by their head and tail lines, with one language's words for them.

    One line of the head that says so, or two signs, a contact or note for the press among them; a mention in the text
    is none, and neither are the lines that any page has on its own house.
    """

    def __init__(self, lang: Language) -> None:
        table = lang.table("masthead")["release"]
        self._nouns = frozenset(table["nouns"])
        self._beside = frozenset((*table["beside"], *lang.table("masthead")["date"]["months"]))
        self._sections = frozenset(table["sections"])
        self._contacts, self._notes = tuple(table["contacts"]), tuple(table["notes"])
        self._by = re.compile(rf"(?:{_any(table['by'])})\s*(?P<name>[^,\n]{{3,60}})", re.IGNORECASE)
        articles = _any(table["articles"])
        self._about = re.compile(
            rf"(?:{_any(table['about'])})\s+(?:(?:{articles})\s+)?(?P<name>[A-ZÄÖÜ][^:.!?,\n]{{1,50}}?)\s*(?::|$)",
            re.IGNORECASE,
        )
        self._forms = _any(table["forms"])
        self._legal = re.compile(rf" (?:{self._forms}|{_any([f.rstrip('.') for f in table['forms']])})$", re.IGNORECASE)
        self._is_paper = outlet_reader(lang).looks_like_paper

    def read(self, article: Article) -> Release | None:
        """The release that the article is, None where too little says so or its issuer can't be told."""
        head, tail = _around(article)
        lines = [article.text[p.start : min(p.end, p.start + _LINE)] for p in head]
        told = any(self._says_so(line) for line in lines)
        ends = {p.start: article.text[p.start : min(p.end, p.start + _LINE)] for p in tail}
        about = next(((at, name) for at, line in ends.items() if (name := self._told_of(line, article))), None)
        for_press = sum(any(e.lower().startswith(c) for e in ends.values()) for c in (self._contacts, self._notes))
        signs = for_press + any(self._has_section(line) for line in lines) + (about is not None)
        if not told and (signs < 2 or not for_press):
            return None
        by = next((m["name"].strip() for line in ends.values() if (m := self._by.match(line))), None)
        name = by or (about[1] if about else None) or self._house(article)
        return Release(self._full(name, article.text), about[0] if about else None) if name else None

    def _says_so(self, line: str) -> bool:
        """Whether a piece of the line is nothing but the noun with its number or day."""
        return any(self.is_label(piece) for piece in _PIECES.split(line))

    def is_label(self, piece: str) -> bool:
        """Whether a piece is the noun for a release alone, or with its number or day."""
        first, *rest = piece.strip(" :.").lower().split() or [""]
        return first.strip(":") in self._nouns and all(w in self._beside or not any(map(str.isalpha, w)) for w in rest)

    def _has_section(self, line: str) -> bool:
        """Whether the line's bars part a release's section from another piece ("Newsroom / Presseaussendungen")."""
        pieces = [p.strip().lower() for p in _PIECES.split(line)]
        return len(pieces) > 1 and sum(p in self._sections for p in pieces) > 0

    def _told_of(self, line: str, article: Article) -> str | None:
        """The body that a line like "Über Nordholz" or "Über Nordholz: Die …" is about, if the text names it twice."""
        found = self._about.match(line)
        name = found["name"] if found else ""
        used = re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", article.text, re.IGNORECASE) if name else []
        return name if len(used) > 1 and len(name.split()) <= _NAME else None

    def _house(self, article: Article) -> str | None:
        """The outlet, where it is no newspaper and the body names it: who prints a release needn't have written it."""
        named = article.outlet if article.outlet and not self.is_label(article.outlet) else None
        name = named or self._letterhead(article)
        if not name or self._is_paper(name):
            return None
        short = self._legal.sub("", name)
        own = re.compile(rf"(?<!\w){re.escape(short)}", re.IGNORECASE)
        told = (p for p in article.passages if p.role == "body")
        return short if any(own.search(article.text, p.start, p.end) for p in told) else None

    def _letterhead(self, article: Article) -> str:
        """What the text's first line begins with, where that is short and neither the label nor a headline."""
        first = article.passages[0]
        name = _PIECES.split(article.text[first.start : min(first.end, first.start + _LINE)])[0].strip()
        short = len(name.split()) <= _NAME and not any(map(str.isdigit, name))
        return name if short and first.role != "title" and not self.is_label(name) else ""

    def _full(self, name: str, text: str) -> str:
        """The name with its legal form, as the text first gives it."""
        word = rf"(?!(?:{self._forms})(?!\w))[A-ZÄÖÜ&][\w&.-]*"
        long = re.compile(rf"(?<!\w)(?i:{re.escape(name)})(?: {word}){{0,3}} (?:{self._forms})(?!\w)")
        found = list(dict.fromkeys(m.group() for m in long.finditer(text)))
        return next((f for f in found if not f.isupper()), found[0] if found else name)


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, words))


def _around(article: Article) -> tuple[list[Passage], list[Passage]]:
    """The passages before the first paragraph of running text, and those behind the middle one."""
    prose = [p for p in article.passages if p.role == "body" and p.end - p.start > _PROSE]
    first = prose[0].start if prose else len(article.text)
    head = [p for p in article.passages if p.start < first and p.role != "title"]
    middle = prose[len(prose) // 2].start if prose else 0
    tail = [p for p in article.passages if p.start > middle and p.role not in ("title", "caption")]
    return head[:_LINES], tail[-_LINES:]


def without_about(passages: tuple[Passage, ...], about: int | None) -> tuple[Passage, ...]:
    """The passages, those of the body from `about` on as furniture: what a house says of itself under every text."""
    if about is None:
        return passages
    return tuple(Passage(p.start, p.end, "furniture") if p.start >= about and p.role == "body" else p for p in passages)


@cache
def release_reader(lang: Language) -> ReleaseReader:
    """The release reader of a language, built once."""
    return ReleaseReader(lang)
