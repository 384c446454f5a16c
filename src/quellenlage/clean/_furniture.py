"""How much a line speaks for being furniture: menus, service lines, cross-links, consent, advertising, footers."""

import re
from functools import cache

from quellenlage.clean._lines import Line
from quellenlage.clean._phrases import Phrases, words
from quellenlage.language import Language

_ORNAMENT = r"(?:>>|<<|»»|««|[+*=~#_★☆►◄▶◀➤♦●■✱✦|][ ]?)"
_WRAPPED = re.compile(rf"{_ORNAMENT}{{1,6}}\s*\w.*\S\s*{_ORNAMENT}{{1,6}}")
_CLOCK = re.compile(r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b")
_BRACKETED = re.compile(r"\[{1,2}[^\[\]]{3,200}\]{1,2}")
_ARROW = re.compile(r"[>→➤▶⇒]+ ")
_BULLET = re.compile(r"^[\s►▶▸➤→⇒>»•*+–—-]{0,6}")
_BARS = re.compile(r"\s+[|·•»›>/]\s+|\s{2,}|\]\s*\[|\s✓\s|\t")
_PRICE = re.compile(
    r"(?:€|\$|EUR)\s?\d|\d\s?(?:€|EUR\b)|\d,\d\d\s?(?:Euro|Franken)\b|CHF\s?\d|\d[.,]-{1,2}", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\d.,:])(?:\+\d{2}[\s\d/()-]{6,}|0\d{2,5}[\s/-]{1,3}\d[\d\s/-]{2,}\d)")
_ADDRESS = re.compile(r"[\w.-]+@[\w.-]+\.\w{2,7}")
_NO_TEXT = re.compile(r"[\W\d_]*(?:min\.?|https?://\S+|[\w-]+(?:\.[\w-]+)+/\S*)?[\W\d_]*", re.IGNORECASE)
_BRACKETS = re.compile(r"^[\[(]\s*(\w+)\s*[\])]")


class FurnitureReader:
    """Weighs lines for furniture, with one language's phrases. 2 and more is furniture, on any line."""

    def __init__(self, lang: Language) -> None:
        table = lang.table("furniture")
        self._exact = tuple(table["start_exact"]["phrases"])
        self._start = Phrases(table["start"]["phrases"])
        self._related = Phrases(table["related"]["phrases"])
        self._advert = Phrases(table["advert"]["phrases"])
        self._final = Phrases(table["final"]["phrases"])
        self._weights = Phrases(table["weights"])
        self._menu = frozenset(table["menu"]["words"])
        self.sections = frozenset(table["menu"]["sections"])
        self.labels: tuple[str, ...] = tuple(table["menu"]["labels"])
        self._label = frozenset(table["crosslink"]["words"])
        self._filler = frozenset(table["crosslink"]["filler"])
        self._offer = frozenset(table["offer"]["before"])
        address = table["address"]
        self._reader = _any_of(address["reader"])
        self._own = _any_of(address["own"])
        then = re.escape(address["verb_then"])
        self._imperative = re.compile(rf"(?:^|[.!?:–—-]\s+)[A-ZÄÖÜ]\w+(?:n|N) (?:\w+ )?(?:{then}|{then.upper()})\b")

    def weigh(self, line: Line) -> float:
        """What the line's words, form and address say for furniture, eased by its length: 2 and more decides."""
        if line.weight is None:
            line.weight = self._weigh(line)
        return line.weight

    def _weigh(self, line: Line) -> float:
        if _NO_TEXT.fullmatch(line.text[:300]) or (line.size <= 60 and self.starts(line)):
            return 3.0
        if line.size <= 30 and (self._is_crosslink(line) or (_ARROW.match(line.text) and not line.closed)):
            return 3.0
        if line.size <= 12 and not line.closed and _BRACKETED.fullmatch(line.text):
            return 3.0
        if line.size <= 30 and _WRAPPED.fullmatch(line.text) and not _CLOCK.search(line.text):
            return 3.0
        weight = self._weights.weigh(line.tokens) + self._address(line) + self._service(line)
        return weight * 20 / max(20, len(line.tokens)) + self._menu_like(line)

    def cues(self, line: Line) -> float:
        """What its words alone say, its form left aside."""
        return 3.0 if self.starts(line) else self._weights.weigh(line.tokens)

    def starts(self, line: Line) -> bool:
        """Whether the line begins as only furniture does."""
        text = _BULLET.sub("", line.text[:200])
        if text.startswith(self._exact) and not text[: len(_first(self._exact, text)) + 1][-1:].isalpha():
            return True
        bracket = _BRACKETS.match(text)
        if bracket and self._advert.at(words(bracket[1]), 0)[0]:
            return True
        tokens = line.head
        size = self._start.at(tokens, 0)[0] if tokens else 0
        return size > 1 or (size == 1 and _ends_after(tokens[0], text))

    def _is_crosslink(self, line: Line) -> bool:
        """Whether a line is a label and another article's title: "Auch spannend: Die schönsten Strände"."""
        label, colon, rest = line.text.partition(":")
        tokens = words(label[:60])
        made = bool(tokens) and len(tokens) <= 5 and all(t in self._label or t in self._filler for t in tokens)
        headed = bool(colon and rest.strip()) and not line.text.endswith(".")
        return headed and made and any(t in self._label for t in tokens)

    def heads_list(self, line: Line) -> bool:
        """Whether the line is a heading over other articles: such a phrase and no more than two words beside it."""
        return self._is_only(self._related, line, 2)

    def heads_advert(self, line: Line) -> bool:
        """Whether the line only says that an advertisement follows."""
        return self._is_only(self._advert, line, 0)

    def ends_article(self, line: Line) -> bool:
        """Whether no more of the article comes after this line (the comments begin)."""
        return self._is_only(self._final, line, 2)

    def is_section(self, text: str) -> bool:
        """Whether a short line only names a part of a paper ("Politik", "Aus der Region")."""
        return text.strip(" .:|").lower() in self.sections

    def is_menu(self, text: str) -> bool:
        """Whether half of a short text's words, or more, are menu words, and no other says that it is a name."""
        tokens = words(text)
        return self.is_section(text) or sum(t in self._menu for t in tokens) > 0.5 * len(tokens)

    def addresses(self, line: Line) -> bool:
        """Whether the line surely speaks to its reader, or, no statement, of its own house.

        "Ihr" and "Ihnen" that begin a sentence may be anyone's.
        """
        text = line.text[:2_000]
        within = any(m.start() > 1 and text[m.start() - 2] not in ".!?:–—" for m in self._reader.finditer(text))
        own = not text.endswith(".") and self._own.search(text)
        return bool(within or own or self._imperative.search(text))

    def _is_only(self, phrases: Phrases, line: Line, spare: int) -> bool:
        tokens = line.head
        return line.size <= 10 and bool(tokens) and len(tokens) - spare <= phrases.at(tokens, 0)[0] > 0

    def _address(self, line: Line) -> float:
        """The page's own voice speaking to its reader."""
        reader = len(self._imperative.findall(line.text[:20_000])) + 0.5 * len(self._reader.findall(line.text[:20_000]))
        own = len(self._own.findall(line.text[:20_000]))
        return min(reader, 1.5) + (0.6 if own else 0) + (0.5 if own and reader else 0)

    def _service(self, line: Line) -> float:
        """Prices, telephone numbers and addresses; a line of running text may hold one of them."""
        text = line.text[:2_000]
        price = _PRICE.search(text)
        offered = (
            price and line.text[-1] != "." and self._offer & set(words(text[max(0, price.start() - 12) : price.end()]))
        )
        weight = 1.8 if offered else 0.6 if price else 0.0
        return weight + (1.2 if _PHONE.search(text) else 0.0) + (0.8 if _ADDRESS.search(text) else 0.0)

    def _menu_like(self, line: Line) -> float:
        """Short pieces between bars, or a short line made of menu words."""
        if line.size > 40:
            return 0.0
        tokens = words(line.text)
        pieces = [p for p in _BARS.split(line.text) if p.strip()]
        barred = len(pieces) >= 3 and line.size <= 5 * len(pieces) and not line.closed
        share = sum(t in self._menu for t in tokens) / max(1, len(tokens))
        return (1.5 if barred else 0.0) + (2.0 if share >= 0.6 else 1.0 if share >= 0.4 and not line.closed else 0.0)


def _ends_after(word: str, text: str) -> bool:
    """Whether a single cue word stands alone, or is followed by a colon, a bar or the like: "Tags: …", "Menü"."""
    if word == "©":
        return True
    rest = text.lower().partition(word)[2].lstrip(" )]")
    return not rest or rest[0] in ":|–—-/·>»(0123456789"


def _first(options: tuple[str, ...], text: str) -> str:
    return max((o for o in options if text.startswith(o)), key=len)


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(p.replace("*", r"\w*") for p in patterns) + r")\b")


@cache
def furniture_reader(lang: Language) -> FurnitureReader:
    """The furniture reader of a language, built once."""
    return FurnitureReader(lang)
