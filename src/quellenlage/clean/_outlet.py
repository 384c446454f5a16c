"""Which outlet a text is from, by its head, its footer and its own lines; unknown where too little says so."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quellenlage.clean._dates import date_reader
from quellenlage.clean._furniture import furniture_reader
from quellenlage.clean._lines import Line
from quellenlage.language import Language
from quellenlage.model import Article, Passage

_BREAK = re.compile(r"\s+(?:[|·•–—»]|-|[>+*~]{2,})\s*|\s{2,}|\s*\||,\s|:\s|[.!]\s")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FROM_YEAR = re.compile(r"[\s,]*(?:19|20)\d\d.*$")
_FREQUENCY = re.compile(r"\s+\d{2,3}[,.]\d(?:\s*(?:MHz|FM))?$")
_BRACKET = re.compile(r"\s*[\[(][^\])]*[\])]$")
_COMPOUND = re.compile(r"(?<![\w-])([A-ZÄÖÜ]\w*)-([A-Za-zÄÖÜäöü]+)")
_LIKE_A_NAME = re.compile(r"[A-ZÄÖÜ]{3,}|\w*[a-zäöü][A-ZÄÖÜ]\w*|\w+\d+")
_LIKE_A_HOST = re.compile(r"[a-zäöüß0-9]+(?:-[a-zäöüß0-9]+)+|\w*[a-zäöüß]\d+")
_BARRED = re.compile(r"\s[|·•]\s")
_LIKE_A_LOGO = re.compile(r"[A-ZÄÖÜ]{5,}(?!\w)|[A-ZÄÖÜ][a-zäöüß]+[A-ZÄÖÜ]\w+$")
_HEAD = 14
"""Lines of the head that are looked at; shops put a dozen of their own before their name."""


class _Candidate(NamedTuple):
    """A name that a line of the head begins with. `place` counts such lines; `more` follows it on its line."""

    name: str
    place: int
    more: bool
    domain: bool
    menu_below: bool


class OutletReader:
    """Names the outlet of a text, with one language's words for newspapers and stations."""

    def __init__(self, lang: Language) -> None:
        table = lang.table("masthead")["outlet"]
        self._nouns = frozenset(table["nouns"])
        self._endings = tuple(table["endings"])
        self._self = frozenset(table["self"])
        self._legal = frozenset(table["legal"])
        self._reserved = frozenset(table["reserved"])
        domains = "|".join(map(re.escape, table["domains"]))
        self._domain = re.compile(rf"\.(?:{domains})$", re.IGNORECASE)
        self._host = re.compile(rf"(?<![\w@.-])(?:www\.)?([\w-]+\.(?:{domains}))(?![\w.-])", re.IGNORECASE)
        rights = "|".join(map(re.escape, table["rights"]))
        self._rights = re.compile(
            rf"(?:{rights})\s*(?P<year>(?:19|20)\d\d(?:\s?[-–—]\s?\d{{2,4}})?\s*)?(?P<name>[^\d|·•\n]{{3,60}})",
            re.IGNORECASE,
        )
        self._pictures = frozenset(lang.table("agencies")["credit"]["pictures"])
        self._agencies = frozenset(name.lower() for name in lang.table("agencies")["names"])
        self._furniture = furniture_reader(lang)
        self._dates = date_reader(lang)

    def name(self, article: Article) -> str | None:
        """The outlet's name as the text writes it, None where it doesn't tell."""
        around = ("furniture", "credit", "dateline")
        aside = [article.text[p.start : p.end] for p in article.passages if p.role in around]
        printed = next((name for line in aside for name in self._printed(line)), None)
        if printed:
            return self._as_written(printed, article.text)
        candidates = list(self._head(article))
        rest = "\n".join(aside)
        scored = [(self._score(c, article, rest), -c.place, not c.domain, c.name) for c in candidates]
        best = max(scored, default=(0.0, 0, False, ""))
        if best[0] < 3:
            return self._by_itself(article, rest)
        same = [c.name for c in candidates if _letters(c.name) == _letters(best[3]) and not c.domain]
        return self._as_written(same[0] if same else best[3], article.text)

    def looks_like_paper(self, name: str) -> bool:
        """Whether a name is made with a newspaper's or a station's word ("Hallbronner Tagblatt", "Nordkurier")."""
        parts = re.split(r"[\s-]", name.lower())
        return any(p in self._nouns or p.endswith(self._endings) for p in parts)

    def _head(self, article: Article) -> Iterator[_Candidate]:
        """The names that the lines before title and body begin with, and the hosts that they hold."""
        body = next((p.start for p in article.passages if p.role in ("title", "body")), len(article.text))
        lines = [p for p in article.passages if p.end <= body and p.role in ("furniture", "dateline")][:_HEAD]
        place = 0
        for passage, following in zip(lines, [*lines[1:], None], strict=False):
            text = article.text[passage.start : passage.end].strip("+*<>★ ")
            below = following is not None and following.start - passage.end <= 2 and self._is_menu(article, following)
            hosts = self._host.findall(text[:160])
            first = _BREAK.split(text)[0] if text else ""
            dated = next((d.start for d in self._dates.find(text[:160]) if d.start < len(first)), None)
            if dated is not None:
                first, hosts = self._before_date(text[:dated]), []
            found = False
            for part in (first, *hosts) if len(text) <= 160 and first else ():
                if self._may_be(part):
                    domain = bool(self._domain.search(part))
                    name = part if part == first and self._is_masthead(article, passage, part) else self._clean(part)
                    if part == text and following and (rest := self._goes_on(article, passage, following)):
                        name = f"{name} {rest}"
                    yield _Candidate(name, place, len(text) > len(part), domain, below)
                    found = True
            place += found

    def _before_date(self, text: str) -> str:
        """The newspaper that a line names before its date ("Neuwalder Anzeiger vom 3. Mai 2025"), else ""."""
        *words, last = text.split() or [""]
        name = " ".join(words if last.lower() in self._dates.openers else [*words, last]).strip(" ,|-–")
        return name if self.looks_like_paper(name) else ""

    def _is_masthead(self, article: Article, passage: Passage, part: str) -> bool:
        """Whether a host is what the outlet calls itself: it opens the text, not in small letters."""
        ending = self._domain.search(part)
        own = ending is not None and ending.group()[1:].lower() not in self._reserved
        return own and not article.text[: passage.start].strip(" +*<>★") and not part.islower()

    def _goes_on(self, article: Article, passage: Passage, following: Passage) -> str | None:
        """The end of a name that is broken over two lines: two words, the first one small ("am Sonntag")."""
        words = article.text[following.start : following.end].split()
        close = article.text[passage.end : following.start].count("\n") == 1
        named = close and len(words) == 2 and words[0].islower() and words[-1].isalpha() and words[-1].istitle()
        return " ".join(words) if named else None

    def _is_menu(self, article: Article, passage: Passage) -> bool:
        line = Line(passage.start, passage.end, article.text[passage.start : passage.end], 0)
        barred = len(_BARRED.split(line.text)) > 1
        return passage.role == "dateline" or (
            passage.role == "furniture" and (barred or self._furniture.weigh(line) >= 1.0)
        )

    def _may_be(self, part: str) -> bool:
        """Whether the first piece of a line can be a name: few words, no section, no plug."""
        name = self._clean(part)
        if not 1 <= len(name.split()) <= 5 or len(name) > 40 or not name[0].isalnum() or name.endswith(("!", "?")):
            return False
        low = name.lower()
        if low in self._furniture.labels or low in self._dates.openers or (len(name) == 2 and not name.isupper()):
            return False
        if sum(map(str.isalpha, name)) < 2 or "++" in name or self._furniture.is_menu(name):
            return False
        return bool(self._domain.search(part)) or self._furniture.cues(Line(0, len(name), name, 0)) < 0.7

    def _score(self, candidate: _Candidate, article: Article, rest: str) -> float:
        """What speaks for a name in the head; 3 decides.

        It is the first, is made with a newspaper's word, is a host, has a motto, a menu or the date beside it, is used
        by the page's own lines.
        """
        name, first = candidate.name, candidate.place == 0
        several = " " in name
        score = 2.0 if first else 0.5 if candidate.place < 3 else 0.0
        score += 2.0 if self.looks_like_paper(name) else 0.0
        score += 2.0 if candidate.domain else 0.0
        score += 1.0 if first and candidate.more else 0.0
        score += 1.0 if first and candidate.menu_below else 0.0
        score += 1.0 if first and (_LIKE_A_HOST.fullmatch(name) or _LIKE_A_LOGO.match(name)) else 0.0
        bare = re.escape(name)
        used = re.search(rf"\w[ „»(-]{{1,2}}{bare}(?!\w)|(?<!\w){bare}[ “«)-]{{1,2}}\w", rest)
        score += (3.0 if several else 2.0 if first else 0.0) if used and not candidate.more else 0.0
        named = len(re.findall(rf"(?<!\w){bare}(?!\w)", article.text)) > 1
        return score + (1.0 if named and _LIKE_A_NAME.fullmatch(name) else 0.0)

    def _printed(self, line: str) -> Iterator[str]:
        """The names behind a copyright sign with a year, that are no agency, picture desk or company."""
        for match in self._rights.finditer(line[:400]):
            name = self._clean(_FROM_YEAR.sub("", _BREAK.split(match["name"])[0]).strip(" .,"))
            words = name.lower().split()
            if not 1 <= len(words) <= 5 or not name[0].isupper() or (self._legal | self._pictures) & set(words):
                continue
            stated = match["year"] or _YEAR.search(line[match.start() : match.end() + 8]) or self.looks_like_paper(name)
            if stated and not any(w.split("-")[0] in self._agencies for w in words):
                yield name

    def _clean(self, name: str) -> str:
        """A name without its domain's end, a country in brackets and a station's frequency."""
        name = _FREQUENCY.sub("", _BRACKET.sub("", name).strip(" .,:;|[]"))
        compound = _COMPOUND.fullmatch(name)
        name = compound[1] if compound and compound[2].lower() in self._self else name
        bare = self._domain.sub("", name)
        if bare != name and "-" in bare and bare.rpartition("-")[2].lower() in self._nouns:
            return " ".join(part.capitalize() for part in bare.split("-"))
        return bare

    def _as_written(self, name: str, text: str) -> str:
        """A name in capitals as the text writes it elsewhere in small letters, if it does."""
        if not name.isupper() or len(name) < 6:
            return name
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
        found = (m.group() for m in pattern.finditer(text))
        return next((n for n in found if not n.isupper() and n[0].isupper()), name)

    def _by_itself(self, article: Article, rest: str) -> str | None:
        """The name that the page's own compounds share: "BLITZ-Informationen" in the text, "BLITZ-Kanal" beside it."""
        endings: dict[str, set[str]] = {}
        for name, ending in _COMPOUND.findall(article.text):
            if ending.lower() in self._self:
                endings.setdefault(name, set()).add(ending.lower())
        able = [(len(e), n) for n, e in endings.items() if len(e) > 1 and f"{n}-" in rest]
        return max(able)[1] if able else None


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()


@cache
def outlet_reader(lang: Language) -> OutletReader:
    """The outlet reader of a language, built once."""
    return OutletReader(lang)
