"""What the name model sees of a word: strings that depend on the word alone, so that they can be computed once a word.

A word's `Entry` in the name lexicon holds its Brown cluster and what the gazetteers know of it. Training and tagging
share this file; a change here asks for `python -m training names`.
"""

from typing import NamedTuple

MALE, FEMALE, SURNAME, CITY, COUNTRY, ORGANISATION = 1, 2, 4, 8, 16, 32
_CLUSTER_BITS = (4, 6, 8, 11, 16)


class Entry(NamedTuple):
    """What the name lexicon knows of a word. `cluster` is a Brown path read from its low bit, 0 if unknown."""

    cluster: int = 0
    flags: int = 0


UNKNOWN = Entry()


def shape(word: str) -> str:
    """The word's signs by kind, runs folded: "McDonald" → "XxXx", "G20" → "X0", "FDP-Chef" → "XX-Xx"."""
    out: list[str] = []
    for sign in word[:40]:
        kind = "X" if sign.isupper() else "x" if sign.islower() else "0" if sign.isdigit() else sign
        if not out or out[-1] != kind or (kind == "X" and out[-2:] != ["X", "X"]):
            out.append(kind)
    return "".join(out)


def kind(word: str, entry: Entry) -> str:
    """The word's class for features over pairs: shape, gazetteers and the head of its cluster path."""
    form = shape(word)
    if not any(sign.isalpha() for sign in word):
        return word if len(word) == 1 else form[:2]
    return f"{form[:4]}/{entry.flags}/{entry.cluster & 255}"


def features(word: str, entry: Entry) -> list[str]:
    """All that the model sees of the word itself; which of them count at which distance is the weights' affair."""
    lower, form = word.lower()[:40], shape(word)
    out = ["b", f"w{word[:40]}", f"l{lower}", f"s{form}", f"n{min(len(word), 12)}"]
    out += [f"p{lower[:n]}" for n in (1, 2, 3, 4) if len(lower) > n]
    out += [f"e{lower[-n:]}" for n in (1, 2, 3, 4, 5) if len(lower) > n]
    out += [f"c{bits}:{entry.cluster & (1 << bits) - 1}" for bits in _CLUSTER_BITS if entry.cluster]
    out += [f"g{bit}{form[:2]}" for bit in (1, 2, 4, 8, 16, 32) if entry.flags & bit]
    out.append(f"f{entry.flags}{form[:2]}")
    if "-" in word[1:-1]:
        parts = lower.split("-")
        out += [f"h{parts[0]}", f"t{parts[-1]}", f"t{parts[-1][-4:]}"]
    return out


def near_features(word: str, entry: Entry) -> list[str]:
    """What the model sees of a word from its neighbours: the word, its ending, shape, cluster and gazetteers."""
    lower, form = word.lower()[:40], shape(word)
    out = [f"l{lower}", f"s{form}", f"e{lower[-3:]}", f"f{entry.flags}{form[:2]}"]
    out += [f"c{bits}:{entry.cluster & (1 << bits) - 1}" for bits in (6, 11, 16) if entry.cluster]
    return out
