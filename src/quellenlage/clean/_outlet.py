"""Which outlet a text is from, by its head, its footer and its own lines; unknown where too little says so."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from quellenlage.clean._dates import date_reader
from quellenlage.clean._furniture import furniture_reader
from quellenlage.clean._lines import Line
from quellenlage.language import Language
from quellenlage.model import Article

_BREAK = re.compile(r"\s+(?:[|·•–—»]|-|>{2,})\s*|\s{2,}|\s*\||,\s|:\s")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|Copyright:?)\s*(?:by )?(?P<year>(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?\s*)?(?P<name>[^\d|.·•\n]{3,60})",
    re.IGNORECASE,
)
_YEAR_ANY = re.compile(r"(?:19|20)\d\d")
_YEAR = re.compile(r"[\s,]*(?:19|20)\d\d.*$")
_FREQUENCY = re.compile(r"\s+\d{2,3}[,.]\d(?:\s*(?:MHz|FM))?$")
_BRACKET = re.compile(r"\s*[\[(][^\])]*[\])]$")
_COMPOUND = re.compile(r"(?<![\w-])([A-ZÄÖÜ][\w]*(?:[A-ZÄÖÜ][\w]*)*)-([A-Za-zÄÖÜäöü]+)")
_LIKE_A_NAME = re.compile(r"[A-ZÄÖÜ]{3,}|\w*[a-zäöü][A-ZÄÖÜ]\w*|\w+\d+")
_HEAD = 14
"""Lines of the head that are looked at; shops put a dozen of their own before their name."""


class OutletReader:
    """Names the outlet of a text, with one language's words for newspapers and stations."""

    def __init__(self, lang: Language) -> None:
        table = lang.table("masthead")["outlet"]
        self._nouns = frozenset(table["nouns"])
        self._endings = tuple(table["endings"])
        self._self = frozenset(table["self"])
        self._legal = frozenset(table["legal"])
        self._domain = re.compile(rf"\.(?:{'|'.join(map(re.escape, table['domains']))})$", re.IGNORECASE)
        agencies = lang.table("agencies")["names"]
        self._agencies = frozenset(name.lower() for name in agencies)
        self._furniture = furniture_reader(lang)
        self._dates = date_reader(lang)

    def name(self, article: Article) -> str | None:
        """The outlet's name as the text writes it, None where it doesn't tell."""
        roles = {p.start: p.role for p in article.passages}
        aside = [
            article.text[p.start : p.end] for p in article.passages if p.role in ("furniture", "credit", "dateline")
        ]
        printed = [c for line in aside for c in self._printed(line)]
        if printed:
            return self._as_written(printed[0], article.text)
        rest = "\n".join(aside)
        scored = [
            (self._score(n, place, tail, article, rest), -place, n) for n, place, tail in self._head(article, roles)
        ]
        best = max(scored, default=(0.0, 0, ""))
        if best[0] >= 3:
            return self._as_written(best[2], article.text)
        return self._by_itself(article, rest)

    def looks_like_paper(self, name: str) -> bool:
        """Whether a name is made with a newspaper's or a station's word ("Hallbronner Tagblatt", "Nordkurier")."""
        parts = re.split(r"[\s-]", name.lower())
        return any(p in self._nouns or p.endswith(self._endings) for p in parts)

    def _head(self, article: Article, roles: Mapping[int, str]) -> Iterator[tuple[str, int, bool]]:
        """The names that lines before the title and the body begin with: name, line, whether more follows on it."""
        body = next((p.start for p in article.passages if p.role in ("title", "body")), len(article.text))
        lines = [p for p in article.passages if p.end <= body and p.role in ("furniture", "dateline")]
        for place, passage in enumerate(lines[:_HEAD]):
            text = article.text[passage.start : passage.end]
            text = text.strip("+*<> ")
            parts = [p for p in _BREAK.split(text) if p]
            dated = any(d.start < len(parts[0]) for d in self._dates.find(text[:160])) if parts else True
            if len(text) <= 160 and not dated and self._may_be(parts[0]):
                yield self._clean(parts[0]), place, len(parts) > 1

    def _may_be(self, part: str) -> bool:
        """Whether the first piece of a line can be a name: few words, no date, no section, no plug."""
        name = self._clean(part)
        if not 1 <= len(name.split()) <= 5 or len(name) > 40 or not name[0].isalnum() or name.endswith(("!", "?")):
            return False
        if self._furniture.is_menu(name) or not any(map(str.isalpha, name)):
            return False
        return bool(self._domain.search(part)) or self._furniture.cues(Line(0, len(name), name, 0)) < 0.7

    def _score(self, name: str, place: int, followed: bool, article: Article, rest: str) -> float:
        """What speaks for a name in the head: 3 decides."""
        score = 2.0 if place == 0 else 0.5 if place < 3 else 0.0
        score += 2.0 if self.looks_like_paper(name) else 0.0
        score += 1.0 if followed and place == 0 else 0.0
        raw = article.text[: 200 + 40 * place].lower()
        score += (
            2.0
            if place == 0 and re.search(rf"{re.escape(name.lower()).replace(' ', '[ -]')}\.[a-z]{{2,7}}\b", raw)
            else 0.0
        )
        again = re.search(rf"\w[ „»(-]{{1,2}}{re.escape(name)}(?!\w)|(?<!\w){re.escape(name)}[ “«)-]{{1,2}}\w", rest)
        score += (3.0 if len(name.split()) > 1 else 2.0 if place == 0 else 0.0) if again and not followed else 0.0
        named = len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", article.text)) > 1
        return score + (1.0 if named and _LIKE_A_NAME.fullmatch(name) else 0.0)

    def _printed(self, line: str) -> list[str]:
        """The names behind a copyright sign that are no agency, picture desk or company."""
        found = []
        for match in _COPYRIGHT.finditer(line[:400]):
            name = self._clean(_YEAR.sub("", _BREAK.split(match["name"])[0]).strip(" .,"))
            words = name.lower().split()
            agency = any(w.split("-")[0] in self._agencies for w in words)
            stated = match["year"] or _YEAR_ANY.search(match[0]) or self.looks_like_paper(name)
            if (
                stated
                and words
                and not agency
                and not self._legal & set(words)
                and name[0].isupper()
                and len(words) <= 5
            ):
                found.append(name)
        return found

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
        return next(
            (m.group() for m in pattern.finditer(text) if not m.group().isupper() and m.group()[0].isupper()), name
        )

    def _by_itself(self, article: Article, rest: str) -> str | None:
        """The name that the page's own compounds share: "BLITZ-Informationen" in the text, "BLITZ-Kanal" beside it."""
        endings: dict[str, set[str]] = {}
        for name, ending in _COMPOUND.findall(article.text):
            if ending.lower() in self._self:
                endings.setdefault(name, set()).add(ending.lower())
        counts = Counter({n: len(e) for n, e in endings.items() if len(e) > 1 and f"{n}-" in rest})
        return counts.most_common(1)[0][0] if counts else None


@cache
def outlet_reader(lang: Language) -> OutletReader:
    """The outlet reader of a language, built once."""
    return OutletReader(lang)
