"""Figures as a reader writes them: sign, number, unit, in both languages."""

import math

from quellenlage.model import Figure
from quellenlage.report.labels import Both, known, label

NBSP = "\u00a0"
SIGNS = {"about": "≈", "at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<"}
MONEY = frozenset({"EUR", "USD", "CHF", "GBP", "JPY"})


def number(value: float) -> Both:
    """A bare number with its thousands parted; no digit is lost."""
    if not math.isfinite(value):
        return Both("?", "?")
    exact = f"{value:.12g}" if abs(value) < 1e12 else f"{value:.0f}"
    if "e" in exact:
        exact = f"{value:.6f}".rstrip("0").rstrip(".")
    whole, _, part = exact.partition(".")
    english = f"{int(whole):,}" if len(whole.lstrip("-")) > 3 else whole
    german = english.replace(",", ".")
    return Both(german + ("," + part if part else ""), english + ("." + part if part else ""))


def _scaled(value: float) -> Both | None:
    """Millions and billions by their names, where that loses no digit."""
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            short = value / size
            if abs(short * 100 - round(short * 100)) < 1e-6:
                by = label(f"unit.{name}")
                n = number(round(short, 2))
                return Both(f"{n.de}{NBSP}{by.de}", f"{n.en}{by.en}")
    return None


def amount(value: float) -> Both:
    """A number, in millions or billions where it is one."""
    return _scaled(value) or number(value)


def same_axis(a: str, b: str) -> bool:
    """Whether figures of two units can stand on one axis: people and things are both counted."""
    return a == b or {a, b} == {"person", "count"}


def unit(name: str, value: float | None = None) -> Both:
    """The unit's sign, empty for people and things."""
    if value == 1 and known(f"unit.{name}_one"):
        return label(f"unit.{name}_one")
    return label(f"unit.{name}") if known(f"unit.{name}") else Both(name, name)


def _span(low: float, high: float) -> Both:
    """ "180–220 Mio.": the scale is named once where both ends share it."""
    a, b = amount(low), amount(high)
    tail = b.de.partition(NBSP)[2]
    if tail and a.de.endswith(NBSP + tail):
        a = Both(a.de.removesuffix(NBSP + tail), a.en.removesuffix(b.en.lstrip("0123456789.,")))
    return a + "–" + b


def bare(figure: Figure) -> Both:
    """The figure without its unit: "≥ 3", "180–220 Mio."."""
    low, high = figure.low, figure.high
    if low is not None and high is not None and high != low:
        return _span(low, high)
    value = low if low is not None else high
    if value is None:
        return Both("?", "?")
    sign = SIGNS.get(figure.qualifier, "")
    return (sign + NBSP if sign else "") + amount(value)


def shown(figure: Figure) -> Both:
    """The figure with its unit: "≈ 2.400", "410 Mio. €", "> 3 h"; in English money stands before: "€410m"."""
    sign, said = unit(figure.unit, figure.low if figure.low is not None else figure.high), bare(figure)
    whole = said + ((NBSP + sign) if sign else "")
    if figure.unit not in MONEY:
        return whole
    bound, _, amounts = said.en.rpartition(NBSP)
    gap = "" if len(sign.en) == 1 else NBSP
    return Both(whole.de, (bound + NBSP if bound else "") + sign.en + gap + amounts)


def middle(figure: Figure) -> float | None:
    """Where the figure stands on an axis: its one bound, or the middle of both."""
    bounds = [v for v in (figure.low, figure.high) if v is not None and math.isfinite(v)]
    return sum(bounds) / len(bounds) if bounds else None


def in_words(n: int, capital: bool = False, *, feminine: bool = False) -> Both:
    """A count up to twenty as a word, above as a number."""
    key = {0: "zero", 1: "one_f" if feminine else "one_m"}.get(n, str(n))
    said = label(f"number.{key}") if known(f"number.{key}") else number(n)
    return Both(said.de[0].upper() + said.de[1:], said.en[0].upper() + said.en[1:]) if capital else said
