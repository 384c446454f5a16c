"""Names as strings: what is left of a wording when case, inflection and spelling are taken away.

>>> key("dem Deutschen Wetterdienst") == key("Deutscher Wetterdienst")
False
>>> key("Deutschen Wetterdienstes") == key("Deutscher Wetterdienst")
True
>>> spells(["Institut", "für", "Arbeit", "und", "Märkte"], "IAM")
True
>>> sounds("Selenskyj") == sounds("Zelensky")
True
"""

import re
from collections.abc import Sequence
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[-'’.&_][^\W_]+)*")
_ENDING = re.compile(r"(?<=...)e[nmrs]?$")
# Transliterations of one name: Cyrillic, Arabic and Korean names reach German by several ways.
_SOUNDS = (
    ("c", ("tsch", "sch", "ch", "sh", "kh", "zh")),
    ("k", ("ck", "q")),
    ("i", ("yj", "ij", "iy", "yi", "y", "j", "ie", "ee", "ii")),
    ("u", ("ou", "oo", "ue", "ü")),
    ("v", ("w",)),
    ("s", ("z", "ss")),
    ("f", ("ph",)),
    ("t", ("th", "tt")),
    ("o", ("oe", "ö")),
    ("a", ("ae", "ä")),
    ("n", ("nn",)),
    ("l", ("ll",)),
    ("m", ("mm",)),
)


def words(text: str) -> list[str]:
    """The words of a wording, case kept."""
    return _WORD.findall(text)


@lru_cache(100_000)
def stem(word: str) -> str:
    """A word without genitive s and adjective ending, small: enough to see that "Deutschen" and "Deutscher" are one."""
    lower = word.lower().replace("ß", "ss")
    if len(lower) > 4 and lower.endswith("s") and not lower.endswith("ss"):
        lower = lower[:-2] if lower.endswith(("tes", "des", "kes", "ges", "zes")) else lower[:-1]
    return _ENDING.sub("", lower)


def key(name: str) -> tuple[str, ...]:
    """The stems of a name's words: two names with one key are one name."""
    return tuple(stem(w) for w in words(name))


def sounds(word: str) -> str:
    """A word as it sounds, roughly, so that two ways to write one foreign name come out alike."""
    lower = word.lower()
    for heard, spellings in _SOUNDS:
        for written in spellings:
            lower = lower.replace(written, heard)
    return lower


def is_acronym(text: str) -> bool:
    """Two to seven letters, more than half of them capitals: "THW", "G20"."""
    return (
        2 <= len(text) <= 7 and text.isalnum() and text[0].isupper() and sum(c.isupper() for c in text) * 2 > len(text)
    )


def spells(long: Sequence[str], short: str) -> bool:
    """Whether an acronym's letters stand in a long form in order, the first of each capitalised word among them.

    Letters within a word may count too ("Technisches Hilf|swerk" is THW), but a word alone has no acronym that can be
    told from chance: its letters must be its first and more than every third of the rest.
    """
    wanted, reached = short.lower(), {0}
    capital = [w.lower() for w in long if w[0].isupper()]
    for word in capital:
        reached = {end for place in reached for end in _within(word, wanted, place)}
    return len(wanted) in reached and (len(capital) > 1 or len(wanted) * 3 > len(capital[0]))


def _within(word: str, wanted: str, place: int) -> range:
    """How far an acronym read up to `place` can be after a word that gives its first letter and any later ones."""
    if place >= len(wanted) or word[0] != wanted[place]:
        return range(0)
    first = place = place + 1
    for letter in word[1:]:
        place += place < len(wanted) and letter == wanted[place]
    return range(first, place + 1)
