"""Media and documents that an article leans on, by name and as it words them."""

import re
from collections.abc import Iterator
from functools import cache

from quellenlage.clean._media import any_of, media_reader
from quellenlage.language import Language
from quellenlage.model import Article

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?][“”\"«»]?\s+(?=[^a-zäöüß\s])|\n")
_LONGEST = 20_000
"""Characters of a paragraph that are searched."""


class CiteReader:
    """Finds cited media and documents, with one language's words for them."""

    def __init__(self, lang: Language) -> None:
        table = lang.table("media")
        small = table["small"]
        self._media = media_reader(lang)
        same = [(short, *full) for short, full in table["names"]["same"].items()]
        self._same: dict[str, tuple[str, ...]] = {name: names for names in same for name in names}
        noun, joined = r"[A-ZÄÖÜ][\w-]*", any_of(small["joined"])
        calendar = lang.table("masthead")["date"]
        later = (*table["documents"]["after"], *map(str.title, (*calendar["months"], *calendar["weekdays"])))
        named = rf"(?: (?:& )?(?!(?:{any_of(list(later))})\b){noun}){{0,3}}"
        owner = rf" {any_of(small['genitives'])} (?:[a-zäöüß-]+ )?{noun}{named}(?: {joined} {noun}){{0,2}}"
        addressee = rf"(?: {any_of(small['addressee'])} {noun})?"
        documents = table["documents"]
        self._papers = frozenset((*documents["nouns"], *documents["owned"]))
        self._document = re.compile(
            rf"\b((?i:(?P<plain>{any_of(documents['nouns'])})|{any_of(documents['owned'])})(?:s|es|e)?(?![\w-])"
            rf"(?P<owner>{owner})?{addressee})"
        )
        self._seen, self._known_by = frozenset(documents["seen"]), frozenset(documents["known"])

    def find(self, article: Article) -> tuple[str, ...]:
        """What is cited, each name once, in the order of the text. The article's own outlet is no source of its own."""
        found: list[tuple[int, str]] = []
        for passage in article.passages:
            if passage.role == "body":
                text = article.text[passage.start : min(passage.end, passage.start + _LONGEST)]
                media = list(self._media.find(text))
                papers = (d for d in self._documents(text) if not any(name in d[1] for _, name in media))
                found += [(passage.start + at, name) for at, name in (*media, *papers)]
        own = _letters(article.outlet or "")
        return tuple(dict.fromkeys(name for _, name in sorted(found) if not own or not self._is(name, own)))

    def _is(self, name: str, own: str) -> bool:
        """Whether a name is the outlet's, in full or short; `own` are its letters."""
        return any(_letters(form) in own for form in (name, *self._same.get(name, ())))

    def _documents(self, text: str) -> Iterator[tuple[int, str]]:
        """Documents in a sentence that says they were read or are quoted."""
        for match in self._document.finditer(text):
            around = _SENTENCE_END.split(text[max(0, match.start() - 60) : match.start()])[-1]
            around += _SENTENCE_END.split(text[match.start() : match.end() + 60])[0]
            said = self._seen if match["plain"] else self._known_by if match["owner"] else frozenset[str]()
            if match[1][0].isupper() and said & {w.lower() for w in _WORD.findall(around)}:
                yield match.start(), match[1]


def _letters(name: str) -> str:
    """A name in small letters without stops and blanks: "F.A.Z." is FAZ."""
    return "".join(filter(str.isalnum, name.lower()))


@cache
def cite_reader(lang: Language) -> CiteReader:
    """The cite reader of a language, built once."""
    return CiteReader(lang)
