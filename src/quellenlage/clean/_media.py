"""Media that an article leans on: "wie der Landbote berichtet", "sagte der Rheinischen Post", "laut „Bild“"."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import dropwhile

from quellenlage.clean._outlet import outlet_reader
from quellenlage.language import Language

_STOP = re.compile(r"[.!?:][“”\"«»)]*\s+(?=[^a-zäöüß\s])|\n")
_BEFORE, _AFTER = 150, 100  # characters of the sentence that are looked at on either side of a name
_BLANKS = re.compile(r"\S+")
_QUOTE = "„“”\"»«‚‘'"
_STATION = r"(?: \d\d?(?!\d))?"  # "Bayern 2"
_WORD = r"[A-ZÄÖÜ][\w&’]*(?:[.-][\w&’]+)*"
_UNUSUAL = re.compile(r"^[a-z]|\.| [a-z]")  # names with small letters or stops: found as they are


class MediaReader:
    """Finds cited media, with one language's words for them and for leaning on them."""

    def __init__(self, lang: Language) -> None:
        table = lang.table("media")
        agencies = {name: shown for name, shown in lang.table("agencies")["names"].items() if len(name) > 2}
        self._agencies = agencies
        self._known: dict[str, str] = {name.lower(): name for name in table["names"]["known"]}
        self._kinds = frozenset(table["kinds"]["nouns"])
        self._common = frozenset(table["names"]["common"]) | self._kinds
        self._papers = frozenset((*table["documents"]["nouns"], *table["documents"]["owned"]))
        self._weak = tuple(table["names"]["weak"])
        self._adjectives: dict[str, str] = table["names"]["adjectives"]
        self._compounds = frozenset(table["frames"]["compounds"])
        self._small = frozenset(word.title() for word in table["small"]["articles"])
        self._outlets = outlet_reader(lang)
        days = [day for day in lang.table("masthead")["date"]["weekdays"] if len(day) > 3]
        within = any_of(table["small"]["within"])
        self._day = re.compile(rf" {within} (?i:{any_of(days)})\w*$")
        kind = rf"(?i:[a-zäöü]*-?{any_of(table['kinds']['nouns'])})s?"
        whole = any_of([n for n in (*self._known.values(), *agencies) if _UNUSUAL.search(n)])
        quoted = rf"[{_QUOTE}](?P<quoted>[^{_QUOTE}\n]{{2,40}})[{_QUOTE}]"
        named = rf"(?P<named>{_WORD}(?: (?:{within} )?{_WORD}){{0,3}}{_STATION})"
        self._candidate = re.compile(
            rf"(?<![\w.-])(?:(?P<whole>{whole})(?![\w-])"
            rf"|(?P<kind>{kind}) (?:der )?(?:[{_QUOTE}](?P<title>[^{_QUOTE}\n]{{2,40}})[{_QUOTE}]|{named})"
            rf"|{quoted}|(?P<bare>{_WORD}(?: {_WORD}){{0,3}}))"
        )
        self._frames(table["frames"], kind)

    def _frames(self, frames: dict[str, list[str]], kind: str) -> None:
        article = r"(?:(?:der|die|das|des|dem|den|einem|einer|eines|dieser) )?(?:[a-zäöüß]+[enrs] )?"
        lead = rf"{article}(?:{kind} (?:der |des |von )?)?[{_QUOTE}]?$"
        report, said = any_of(frames["reporting"]), any_of(frames["saying"])
        plain = rf"(?: (?!(?:{any_of(frames['elsewhere'])})\b)[a-zäöüß]+){{0,4}}"
        dative = "(?:[Dd]e[rmn]|[Ii]m|[Ii]n de[rnm]|[Bb]eim|[Bb]ei|[Gg]egenüber)"
        told = rf"\b{dative} (?:[a-zäöüß]+[enrsm] )?(?:{kind} )?[{_QUOTE}]?$"
        self._leans = re.compile(rf"(?:^|[ („])(?i:{any_of(frames['leaning'])}) {lead}")
        self._reports = re.compile(rf"\b{report}\b{plain} ?{lead}")
        self._told, self._says = re.compile(told), re.compile(rf"\b{said}\b")
        tail = rf"^[{_QUOTE}]?(?:-[A-ZÄÖÜ]\w+)?(?: \([^()]{{2,20}}\))?"
        words = r"(?: [\wäöüß.-]+){0,7}"
        reported = re.compile(rf"{tail}(?= [a-zäöüß(„]){words} {report}\b")
        self._at_once = re.compile(rf"{tail}(?: [a-zäöüß]+){{0,3}} (?:zufolge|{report})\b")
        self._says_on = re.compile(rf"{tail}(?: [a-zäöüß]+)? {said}\b")
        self._lies = re.compile(rf"{tail}(?: [a-zäöüß]+){{0,4}} {any_of(frames['lying'])}\b")
        compound = re.compile(rf"^[{_QUOTE}]?-(?i:{any_of(frames['compounds'])})")
        self._reporting = (self._at_once, reported, compound)
        self._as = re.compile(rf"\b[Ww]ie (?:auch )?(?:(?:der|die|das) )?[{_QUOTE}]?$")
        self._joined = re.compile(rf"[{_QUOTE}]?(?:,| und| sowie)(?: d(?:er|ie|as|em))? [{_QUOTE}]?")

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Media that the text leans on, with the places where they are named."""
        stops = [m.end() for m in _STOP.finditer(text)]
        start = 0
        for end in [*stops, len(text)]:
            yield from self._in_sentence(text, start, end)
            start = end

    def _in_sentence(self, text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        last: int | None = None  # where the last cited name ended: "NDR, WDR und SZ" are cited together
        for match in self._candidate.finditer(text, start, end):
            for at, stop, name, sure in self._names(match):
                before, after = text[max(start, at - _BEFORE) : at], text[stop : min(end, stop + _AFTER)]
                joined = last is not None and self._joined.fullmatch(text, last, at) is not None
                if joined or self._cited(before, after, sure):
                    last = stop
                    yield match.start(), name

    def _cited(self, before: str, after: str, sure: bool) -> bool:
        """Whether the words around a name say that the text leans on it; more is asked of an unknown name."""
        if self._leans.search(before):
            return True
        if not sure:
            return self._as.search(before) is not None and self._at_once.search(after) is not None
        if self._reports.search(before) or any(p.search(after) for p in self._reporting):
            return True
        told = self._told.search(before) is not None
        return told and any(
            p is not None for p in (self._says.search(before), self._says_on.search(after), self._lies.search(after))
        )

    def _names(self, match: re.Match[str]) -> Iterable[tuple[int, int, str, bool]]:
        """The names that a stretch can hold, with start and end, and whether it is surely a medium."""
        if name := match["whole"]:
            return [(match.start(), match.end(), self._shown(name), True)]
        if match["kind"]:
            group = "title" if match["title"] else "named"
            called = self._trimmed(self._base(match[group]), quoted=group == "title")
            called = self._begins_known(called) if called and group == "named" else called
            return [(*match.span(group), self._shown(called), True)] if called else []
        if match["quoted"]:
            called = self._trimmed(self._base(match["quoted"]), quoted=True)
            if not called or len(called.split()) > 4:
                return []
            sure = called.lower() in self._known or self._outlets.looks_like_paper(called)
            return [(*match.span("quoted"), self._shown(called), sure)]
        return self._bare(match)

    def _begins_known(self, name: str) -> str:
        """The known medium that a name begins with ("Bloomberg Gewinne"), else all of it."""
        words = name.split()
        parts = (" ".join(words[:n]) for n in range(len(words), 0, -1))
        known = (p for p in parts if p.lower() in self._known or p in self._agencies)
        return next((p for p in known if p == name or p.lower() not in self._common), name)

    def _bare(self, match: re.Match[str]) -> Iterator[tuple[int, int, str, bool]]:
        """Known media and papers' names among words with capitals, the longest first."""
        words = [m.span() for m in _BLANKS.finditer(match.string, *match.span("bare"))]
        i = 0
        while i < len(words):
            for j in range(len(words), i, -1):
                start, end = words[i][0], words[j - 1][1]
                if found := self._medium(match.string[start:end]):
                    name, length = found
                    yield start, start + length, name, True
                    i = j - 1
                    break
            i += 1

    def _medium(self, part: str) -> tuple[str, int] | None:
        """The medium that words with capitals name, and how many of their characters are its name."""
        if part in self._agencies:
            return self._agencies[part], len(part)
        stem, _, rest = part.rpartition("-")
        if (rest.lower() in self._compounds or rest.lower() in self._kinds) and stem.lower() in self._known:
            return self._known[stem.lower()], len(stem)
        base = self._base(part)
        words = base.split()
        if base.lower() in self._known and base.lower() not in self._common:
            return self._known[base.lower()], len(part)
        last = words[-1].lower()
        if last.endswith((*self._weak, *self._compounds)) or not self._outlets.looks_like_paper(last):
            return None
        if len(words) == 1:
            return (base, len(part)) if last not in self._common else None
        of_a_place = words[0].endswith(("er", "sche")) or words[0] in self._adjectives.values()
        return (base, len(part)) if of_a_place and len(words) <= 3 and words[0] not in self._small else None

    def _base(self, name: str) -> str:
        """A name as on its own front page: "der Süddeutschen Zeitung" → "Süddeutsche Zeitung"."""
        return " ".join(self._plain(word) for word in name.split())

    def _plain(self, word: str) -> str:
        if word.endswith(("schen", "scher")) and word[:1].isupper() and len(word) > 7:
            return word[:-1]
        return self._adjectives.get(word, word)

    def _shown(self, name: str) -> str:
        return self._agencies.get(name) or self._known.get(name.lower(), name)

    def _trimmed(self, name: str, *, quoted: bool = False) -> str | None:
        """A name without a day behind and a paper or kind of medium before it; None if only a common word is left."""
        if name.lower() in self._known and (quoted or name.lower() not in self._common):
            return name
        name = self._day.sub("", name.strip())
        first, _, rest = name.partition(" ")
        if first.lower() in self._papers:
            name = " ".join(dropwhile(str.islower, rest.split()))
            first, _, rest = name.partition(" ")
        name = rest if rest and first.lower() in self._kinds else name
        return name if name[:1].isupper() and name.lower() not in self._common else None


def any_of(words: Iterable[str]) -> str:
    """A group of alternatives, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


@cache
def media_reader(lang: Language) -> MediaReader:
    """The media reader of a language, built once."""
    return MediaReader(lang)
