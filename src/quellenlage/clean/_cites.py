"""Media and documents that an article leans on, by name and as it words them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import dropwhile

from quellenlage.clean._outlet import outlet_reader
from quellenlage.language import Language
from quellenlage.model import Article

_QUOTED = r"[„“\"»«‚']([^„“”\"»«‚‘'\n]{2,40})[“”\"«»‘']"
_WORD = re.compile(r"\w+")
_LONGEST = 20_000
"""Characters of a paragraph that are searched."""


class CiteReader:
    """Finds cited media and documents, with one language's words for them."""

    def __init__(self, lang: Language) -> None:
        table = lang.table("media")
        kinds, frames, small = table["kinds"], table["frames"], table["small"]
        self._known: dict[str, str] = {name.lower(): name for name in table["names"]["known"]}
        self._kinds = frozenset(kinds["nouns"])
        self._common = frozenset(table["names"]["common"]) | self._kinds
        self._outlets = outlet_reader(lang)
        article = rf"(?:(?i:{_any_of(small['articles'])}) )?"
        word = r"[A-ZÄÖÜ][\w&'’-]*(?:\.\w+)*"
        name = rf"{word}(?: (?:{_any_of(small['within'])} )?{word}){{0,3}}"
        named = rf"(?:{_QUOTED}|({name}))"
        kind, verb = rf"(?i:{_any_of(kinds['nouns'])})s?", rf"(?i:{_any_of(frames['verbs'])})"
        self._kind = re.compile(rf"\b{kind} {named}")
        self._framed = re.compile(rf"\b(?i:{_any_of(frames['before'])}) {article}(?:{kind} )?{named}")
        self._verb = re.compile(rf"\b{verb} {article}(?:{kind} )?{named}")
        self._subject = re.compile(rf"(?:^|[.!?:,;] ){article}{named} {verb}\b")
        days = _any_of([day for day in lang.table("masthead")["date"]["weekdays"] if len(day) > 3])
        self._day = re.compile(rf" (?:{_any_of(small['within'])}) (?i:{days})\w*$")
        noun, joined = r"[A-ZÄÖÜ][\w-]*", _any_of(small["joined"])
        calendar = lang.table("masthead")["date"]
        later = (*table["documents"]["after"], *map(str.title, (*calendar["months"], *calendar["weekdays"])))
        named = rf"(?: (?:& )?(?!(?:{_any_of(list(later))})\b){noun}){{0,3}}"
        owner = rf" {_any_of(small['genitives'])} (?:[a-zäöüß-]+ )?{noun}{named}(?: {joined} {noun}){{0,2}}"
        addressee = rf"(?: {_any_of(small['addressee'])} {noun})?"
        documents = table["documents"]
        self._papers = frozenset((*documents["nouns"], *documents["owned"]))
        self._document = re.compile(
            rf"\b((?i:(?P<plain>{_any_of(documents['nouns'])})|{_any_of(documents['owned'])})(?:s|es|e)?(?![\w-])"
            rf"(?P<owner>{owner})?{addressee})"
        )
        self._seen, self._known_by = frozenset(documents["seen"]), frozenset(documents["known"])

    def find(self, article: Article) -> tuple[str, ...]:
        """What is cited, each name once, in the order of the text. The article's own outlet is no source of its own."""
        found: list[tuple[int, str]] = []
        for passage in article.passages:
            if passage.role == "body":
                text = article.text[passage.start : min(passage.end, passage.start + _LONGEST)]
                media = list(self._media(text))
                papers = (d for d in self._documents(text) if not any(name in d[1] for _, name in media))
                found += [(passage.start + at, name) for at, name in (*media, *papers)]
        own = (article.outlet or "").lower()
        return tuple(dict.fromkeys(name for _, name in sorted(found) if not own or name.lower() not in own))

    def _media(self, text: str) -> Iterator[tuple[int, str]]:
        for match in self._kind.finditer(text):
            if name := self._trimmed(match[1] or match[2]):
                yield match.start(), name
        for pattern in (self._framed, self._verb, self._subject):
            for match in pattern.finditer(text):
                if name := self._medium(match[1], match[2], framed=pattern is not self._subject):
                    yield match.start(), name

    def _trimmed(self, name: str) -> str | None:
        """A name without a day behind and a paper or kind of medium before it; None if only a common word is left."""
        name = self._day.sub("", name.strip())
        first, _, rest = name.partition(" ")
        if first.lower() in self._papers:
            name = " ".join(dropwhile(str.islower, rest.split()))
            first, _, rest = name.partition(" ")
        name = rest if rest and first.lower() in self._kinds else name
        return name if name[:1].isupper() and name.lower() not in self._common else None

    def _medium(self, quoted: str | None, bare: str | None, *, framed: bool) -> str | None:
        """The medium that a name beside a word of reporting is, None if it may be anyone.

        A known medium, a name made with a newspaper's word; in quotation marks behind "wie" or "laut" any name.
        """
        name = self._trimmed(quoted or bare or "")
        if not name:
            return None
        words = name.split()
        if not quoted and words[0].lower() in self._common and len(words) > 1:
            return name if self._outlets.looks_like_paper(name) and len(words) <= 4 else None
        for size in range(len(words), 0, -1):
            if (known := " ".join(words[:size]).lower()) in self._known:
                return self._known[known]
        like = self._outlets.looks_like_paper(name)
        return name if len(words) <= 4 and (like or (quoted and framed)) else None

    def _documents(self, text: str) -> Iterator[tuple[int, str]]:
        """Documents in a sentence that says they were read or are quoted."""
        for match in self._document.finditer(text):
            around = text[max(0, match.start() - 60) : match.end() + 60]
            said = self._seen if match["plain"] else self._known_by if match["owner"] else frozenset[str]()
            if match[1][0].isupper() and said & {w.lower() for w in _WORD.findall(around)}:
                yield match.start(), match[1]


def _any_of(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


@cache
def cite_reader(lang: Language) -> CiteReader:
    """The cite reader of a language, built once."""
    return CiteReader(lang)
