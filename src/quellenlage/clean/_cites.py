"""Media and documents that an article leans on, by name and as it words them."""

import re
from collections.abc import Iterator
from functools import cache

from quellenlage.clean._outlet import outlet_reader
from quellenlage.language import Language
from quellenlage.model import Article

_QUOTED = r"[„“\"»«‚']([^„“”\"»«‚‘'\n]{2,40})[“”\"«»‘']"
_WORD = re.compile(r"\w+")


class CiteReader:
    """Finds cited media and documents, with one language's words for them."""

    def __init__(self, lang: Language) -> None:
        table = lang.table("media")
        kinds = _any_of(table["kinds"]["nouns"])
        self._known: dict[str, str] = {name.lower(): name for name in table["names"]["known"]}
        self._outlets = outlet_reader(lang)
        verbs = _any_of(table["frames"]["verbs"])
        before = _any_of(table["frames"]["before"])
        small = table["frames"]
        article = rf"(?:{_any_of(small['articles'])} )?"
        word = r"[A-ZÄÖÜ][\w.&'’-]*"
        name = rf"{word}(?: (?:{_any_of(small['within'])} )?{word}){{0,3}}"
        self._kind = re.compile(rf"\b(?i:{kinds})s? (?:{_QUOTED}|({name}))")
        self._framed = re.compile(rf"\b(?i:{before}|{verbs}) {article}(?:{_QUOTED}|({name}))")
        self._subject = re.compile(rf"(?:^|[.!?:,] )(?i:{article})(?:{_QUOTED}|({name})) (?i:{verbs})\b")
        documents = _any_of(table["documents"]["nouns"])
        noun, joined = r"[A-ZÄÖÜ][\w-]*", _any_of(small["joined"])
        genitive = rf"(?: {_any_of(small['genitives'])} (?:[a-zäöüß-]+ )?{noun}(?: {joined} {noun}){{0,2}})?"
        self._document = re.compile(rf"\b((?i:{documents})(?:s|es|e)?{genitive})")
        self._seen = frozenset(table["documents"]["seen"])

    def find(self, article: Article) -> tuple[str, ...]:
        """What is cited, each name once, in the order of the text. The article's own outlet is no source of its own."""
        found: list[tuple[int, str]] = []
        for passage in article.passages:
            if passage.role == "body":
                text = article.text[passage.start : min(passage.end, passage.start + 20_000)]
                found += [(passage.start + at, name) for at, name in (*self._media(text), *self._documents(text))]
        own = (article.outlet or "").lower()
        return tuple(dict.fromkeys(name for _, name in sorted(found) if name.lower() != own))

    def _media(self, text: str) -> Iterator[tuple[int, str]]:
        for match in self._kind.finditer(text):
            yield match.start(), (match[1] or match[2]).strip()
        for pattern in (self._framed, self._subject):
            for match in pattern.finditer(text):
                if name := self._medium(match[1], match[2]):
                    yield match.start(), name

    def _medium(self, quoted: str | None, bare: str | None) -> str | None:
        """The medium that a name in a frame of reporting is, None if it may be anyone."""
        name = (quoted or bare or "").strip()
        words = name.split()
        for size in range(len(words), 0, -1):
            start = " ".join(words[:size])
            if start.lower() in self._known:
                return self._known[start.lower()]
            if quoted is None and size == len(words) and self._outlets.looks_like_paper(name) and len(words) <= 3:
                return name
        return name if quoted and self._outlets.looks_like_paper(name) else None

    def _documents(self, text: str) -> Iterator[tuple[int, str]]:
        """Documents in a sentence that says they were read or are quoted."""
        for match in self._document.finditer(text):
            around = text[max(0, match.start() - 60) : match.end() + 60]
            if match[1][0].isupper() and self._seen & {w.lower() for w in _WORD.findall(around)}:
                yield match.start(), match[1]


def _any_of(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


@cache
def cite_reader(lang: Language) -> CiteReader:
    """The cite reader of a language, built once."""
    return CiteReader(lang)
