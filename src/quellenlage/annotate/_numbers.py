"""Numbers in running text: digits in every German form, number words, shares and round groups.

The scanner reads atoms (digit groups, number words, scales, fractions), each with a letter for its role, and joins
neighbours by a pattern over these letters, so that "2,5 Millionen", "zwei Millionen dreihunderttausend", "eine halbe
Million" and "drei Dutzend" are one number each. It knows nothing of units and of what is counted; `quantities` does.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache, reduce
from typing import Any, Literal, NamedTuple

from quellenlage.annotate._digits import digit_groups
from quellenlage.language import Language

Kind = Literal["number", "article", "group", "plural", "share", "multiple", "times"]
Atom = tuple[int, int, str, Fraction, bool]
"""(start, end, letter of its role, value, joined to the next by a dash)."""

_OFTEN = 3  # "dreimal gewarnt" is counted, "einmal" and "zweimal" tell in passing
_NAMED = 1000  # number words up to here are names too: "Claudia Tausend", "außer Acht"
_SPACES = " \u00a0\u2009\u202f"


class Number(NamedTuple):
    """A number's place and value.

    `kind`: "article" marks "ein", which counts only before a unit or after a qualifier; "group" a round number ("ein
    Dutzend"); "plural" at least two of a group ("Hunderte", whose value is 200); "share" a part of one ("jeder
    Dritte", "drei von zehn"); "multiple" a factor ("doppelt so"); "times" how often ("dreimal"). `ranged` marks the
    first of two numbers joined by a dash ("10–15"); `scale` is the "Million" in it.
    """

    start: int
    end: int
    value: float
    kind: Kind = "number"
    digits: bool = False
    ranged: bool = False
    scale: float = 1


_BELOW = 12  # code points before a number in which "minus" stands


@dataclass(frozen=True, slots=True)
class _Grammar:
    finder: re.Pattern[str]
    read: Callable[[str], tuple[str, Fraction] | None]
    signs: Mapping[str, Fraction]
    endings: re.Pattern[str]
    multiple: re.Pattern[str]
    often: str
    share: str
    share_most: int
    below_zero: re.Pattern[str]
    tolerance: re.Pattern[str]


def read_number(text: str, lang: Language, english: bool = False) -> float | None:
    """The value of a text that is one number and nothing else ("anderthalb Millionen" → 1500000); None if it is not."""
    found = scan_numbers(text, 0, len(text), lang, english)
    whole = len(found) == 1 and not text[: found[0].start].strip() and not text[found[0].end :].strip()
    return found[0].value if whole else None


def scan_numbers(text: str, start: int, end: int, lang: Language, english: bool = False) -> list[Number]:
    """All numbers in `text[start:end]`, in order, without overlaps; offsets are into `text`.

    `english` reads "11,600" as thousands. Dates, telephone numbers and codes yield nothing where their form shows it.
    """
    grammar = _grammar(lang)
    atoms = list(_atoms(text, start, end, grammar, english))
    if not atoms:
        return []
    letters = "".join(
        a[2] + ("" if _adjacent(text, a, b) else "|") for a, b in zip(atoms, [*atoms[1:], None], strict=True)
    )
    place = [i for i, c in enumerate(letters) if c != "|"]
    index = {p: i for i, p in enumerate(place)}
    found = (
        _number(text, [atoms[index[p]] for p in range(*m.span())], m.lastgroup or "", grammar)
        for m in _JOIN.finditer(letters)
    )
    return _join_shares(text, [n for n in found if n], grammar)


# Letters: d digits, w number word, s sign (½), a article, T hundred or thousand, S scale, G group, P plural, v several,
# h half, F fraction, H share, E each, O ordinal, m multiple, k decimal sign, u and.
_JOIN = re.compile(
    r"(?P<each>EO)|(?P<share>H)|(?P<several>v[TSG])|(?P<multiple>[mh](?![TSG]))|(?P<decimal>[dwT]kw+)"
    r"|(?P<mixed>[dw]u[wa]F[TSG]?)|(?P<sign>d?s[TSG]?)|(?P<fraction>[dwa]F)|(?P<half>[dwa]?h[TSG])|(?P<halves>[dwa]h)"
    r"|(?P<sum>[wa][TS](?:[wT][TS]?)+)|(?P<scaled>[dwaT][TSG])|(?P<many>[SP])|(?P<plain>[dwT])|(?P<article>a)"
)
_KINDS: Mapping[str, Kind] = {
    "each": "share",
    "share": "share",
    "fraction": "share",
    "several": "plural",
    "many": "plural",
    "multiple": "multiple",
    "article": "article",
}


def _adjacent(text: str, left: Atom, right: Atom | None) -> bool:
    return right is not None and not left[4] and right[0] == left[1] + 1 and text[left[1]] in _SPACES


def _number(text: str, atoms: list[Atom], form: str, grammar: _Grammar) -> Number | None:
    start, end = atoms[0][0], atoms[-1][1]
    if form == "multiple" and not grammar.multiple.match(text, end):
        often = atoms[0][2] == "m" and atoms[0][3] >= _OFTEN and text[start:end].lower().endswith(grammar.often)
        return Number(start, end, _plain(atoms[0][3]), "times") if often else None
    if form == "many" and not text[start].isupper() and atoms[0][2] == "S":
        return None  # "Millionen" alone is a plural of at least two, "Mio." or "million" alone is nothing
    if form == "plain" and atoms[0][2] != "d" and atoms[0][3] <= _NAMED and _is_name(text, start, end):
        return None
    value = _VALUES[form]([a[3] for a in atoms], [a[2] for a in atoms])
    if grammar.tolerance.search(text, max(0, start - 2 * _BELOW), start):
        return None
    if below := grammar.below_zero.search(text, max(0, start - _BELOW), start):
        start, value = below.start(), -value
    kind = "group" if atoms[-1][2] == "G" and form != "several" else _KINDS.get(form, "number")
    scale = _plain(atoms[-1][3]) if atoms[-1][2] == "S" else 1
    return Number(start, end, _plain(value), kind, atoms[0][2] == "d", atoms[-1][4], scale)


def _is_name(text: str, start: int, end: int) -> bool:
    """A capital inside a sentence: "außer Acht", "Claudia Tausend", "die Elf"; not so at a start or in capitals."""
    before, word = text[max(0, start - 2) : start], text[start:end]
    inside = len(before) == 2 and before[0].islower() and before[1] == " "
    return inside and word.istitle() and text[end : end + 1] != "-"


def _product(values: list[Fraction], _: list[str]) -> Fraction:
    return reduce(lambda a, b: a * b, values)


def _sum(values: list[Fraction], letters: list[str]) -> Fraction:
    """Zwei Millionen dreihunderttausend: each scale multiplies what stands directly before it."""
    total, last = Fraction(0), Fraction(0)
    for value, letter in zip(values, letters, strict=True):
        if letter in "TS" and last:
            total, last = total + last * value, Fraction(0)
        else:
            total, last = total + last, value
    return total + last


def _decimal(values: list[Fraction], _: list[str]) -> Fraction:
    return values[0] + sum((v / 10**i for i, v in enumerate(values[2:], 1)), Fraction(0))


def _mixed(values: list[Fraction], _: list[str]) -> Fraction:
    return (values[0] + values[2] * values[3]) * (values[4] if len(values) > 4 else 1)


def _sign(values: list[Fraction], letters: list[str]) -> Fraction:
    scale = values[-1] if letters[-1] in "TSG" else Fraction(1)
    return sum((v for v, c in zip(values, letters, strict=True) if c in "ds"), Fraction(0)) * scale


_VALUES: Mapping[str, Callable[[list[Fraction], list[str]], Fraction]] = {
    "each": lambda v, _: 1 / v[1],
    "many": lambda v, _: 2 * v[0],
    "sum": _sum,
    "decimal": _decimal,
    "mixed": _mixed,
    "sign": _sign,
} | dict.fromkeys(
    ("share", "several", "multiple", "fraction", "half", "halves", "scaled", "plain", "article"), _product
)


def _join_shares(text: str, numbers: list[Number], grammar: _Grammar) -> list[Number]:
    """ "Vier von fünf" is one share; "212 von 300" stays two numbers."""
    out: list[Number] = []
    for number in numbers:
        last = out[-1] if out else None
        small = last and last.kind == number.kind == "number" and last.value < number.value <= grammar.share_most
        if last and small and text[last.end : number.start] == f" {grammar.share} ":
            out[-1] = Number(last.start, number.end, last.value / number.value, "share")
        else:
            out.append(number)
    return out


def _plain(value: Fraction) -> float:
    """As an int where it is whole, so that 3000 never prints as 3000.0."""
    return value.numerator if value.denominator == 1 else float(value)


def _atoms(text: str, start: int, end: int, grammar: _Grammar, english: bool) -> Iterator[Atom]:
    for match in grammar.finder.finditer(text, start, end):
        word, first, last = match[0], match.start(), match.end()
        if word[0].isdecimal():
            yield from digit_groups(text, first, last, end, english)
        elif word in grammar.signs:
            yield first, last, "s", grammar.signs[word], False
        elif found := grammar.read(word):
            yield first, last, *found, False
        elif word[-1] == "." and (found := grammar.read(word[:-1])):
            yield first, last - 1, *found, False
        elif (ending := grammar.endings.search(word)) and (found := grammar.read(word[: ending.start()])):
            yield first, first + ending.start(), *found, False


@cache
def _grammar(lang: Language) -> _Grammar:
    table = lang.table("numbers")
    words = {w: (letter, Fraction(v)) for letter, entries in table["words"].items() for w, v in entries.items()}
    value = _compounds(table)
    longest: int = table["compound"]["longest"]

    @lru_cache(4096)
    def read(word: str) -> tuple[str, Fraction] | None:
        low = word.lower()
        if low in words:
            return words[low]
        number = value(low) if len(low) <= longest else None
        return None if number is None else ("w", number)

    heads = {w.rstrip(".") for w in (*words, *table["units"], *table["teens"], *table["tens"])}
    digits = r"(?<![^\W_])\d+(?:[.,'’ \u00a0\u2009\u202f]\d+)*(?: ?[-–—/:] ?\d+(?:[.,'’ \u00a0\u2009\u202f]\d+)*)*"
    found = rf"{digits}|[{''.join(table['signs'])}]|(?<!\w)(?<!\w-)(?:{_any(heads)})[^\W\d_]*\.?"
    joins = table["joins"]
    return _Grammar(
        re.compile(found, re.IGNORECASE),
        read,
        {s: Fraction(v) for s, v in table["signs"].items()},
        re.compile(f"(?:{_any(lang.table('units')['adjectives'])})[a-z]*$"),
        re.compile(rf"\s{joins['multiple']}\b"),
        joins["often"],
        joins["share"],
        joins["share_most"],
        re.compile(rf"(?<!\w)(?<!\d )(?:{joins['below_zero']})[ \u00a0]$", re.IGNORECASE),
        re.compile(rf"(?:{'|'.join(map(re.escape, joins['tolerance']))})[ \u00a0]?$", re.IGNORECASE),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))


def _compounds(table: Mapping[str, Any]) -> Callable[[str], Fraction | None]:
    """A reader of one-word numbers below a million: (tausender) tausend (hunderter) hundert (einer und zehner)."""
    parts = table["compound"]
    values: dict[str, int] = {**table["units"], **table["teens"], **table["tens"]}
    joint, hundred, thousand = parts["and"], parts["hundred"], parts["thousand"]
    low = rf"(?:(?:{_any(table['units'])}){joint}(?:{_any(table['tens'])})|{_any(values)})"
    mid = rf"(?:({low})?({hundred})(?:{joint})?)?({low})?"
    whole = re.compile(rf"(?:{mid}({thousand})(?:{joint})?)?{mid}")
    half = re.compile(rf"({_any(table['units'])})?(?:{_any(parts['half'])})({hundred}|{thousand})?")
    scales = {hundred: 100, thousand: 1000, None: 1}

    def below(word: str | None) -> int:
        unit, _, ten = (word or "").partition(joint)
        return values[word] if word in values else values[unit] + values[ten] if word else 0

    def value(word: str) -> Fraction | None:
        if found := half.fullmatch(word):
            return (values.get(found[1], 1) + Fraction(1, 2)) * scales[found[2]]
        found = whole.fullmatch(word)
        if not found:
            return None
        many, hundreds, few, thousands, many2, hundreds2, few2 = found.groups()
        upper = (below(many) or 1) * 100 * bool(hundreds) + below(few)
        lower = (below(many2) or 1) * 100 * bool(hundreds2) + below(few2)
        return Fraction((upper or 1) * 1000 + lower if thousands else lower)

    return value
