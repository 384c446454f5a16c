"""Lemmas of German words, and the heads of compounds.

A table tells how to get from a noun's or adjective's form to its lemma, another the infinitive of a verb's form. What
they don't hold is taken apart: a compound bends like its last part, a prefixed verb like the verb without its prefix.
"""

from functools import cache, lru_cache

from quellenlage.language import _table
from quellenlage.language.base import language

_VERB_KINDS = {"FIN": "FIN", "IMP": "IMP", "INF": "INF", "PP": "PP", "IZU": "IZU"}
_ADJECTIVE_ENDINGS = ("en", "em", "er", "es", "e")


@lru_cache(maxsize=50_000)
def lemma(word: str, tag: str) -> str:
    """The lemma of a word with this STTS tag. Function words are their own, in small letters; names and signs stay.

    >>> lemma("Todesopfern", "NN"), lemma("riet", "VVFIN"), lemma("mitzuteilen", "VVIZU"), lemma("besten", "ADJA")
    ('Todesopfer', 'raten', 'mitteilen', 'gut')

    Nouns that bend like adjectives have the weak form: "Toter" and "Toten" are both Tote.
    """
    if len(word) > 80 or not any(map(str.isalpha, word)):
        return word
    if tag[:1] == "V":
        return _verb(word.lower(), _VERB_KINDS[tag[2:]])
    if tag == "NN":
        return _noun(word)
    if tag == "ADJA":
        return _adjective(word)
    if tag == "ADJD":
        low = word.lower()
        return _known("A", low) or low if low.endswith(("er", "sten")) else low
    return word if tag in ("NE", "FM", "XY") else word.lower()


@lru_cache(maxsize=50_000)
def head(noun: str) -> str:
    """The last noun of a compound, the noun itself if it is none that we know. Takes and gives lemmas.

    >>> head("Todesopfer"), head("Landesinnenminister"), head("SPD-Politiker"), head("Mannschaft")
    ('Opfer', 'Minister', 'Politiker', 'Mannschaft')
    """
    last = noun[:80].rpartition("-")[2]
    if last and last != noun:
        return head(last) if last[0].isupper() else noun
    length = _heads().get("H:" + noun)
    if length > 0:
        return noun[-length:].capitalize()
    if _rule("N", noun) is None:
        for start in _cuts(noun):
            part = noun[start:].capitalize()
            if _rule("N", part) is not None:
                return head(part)
    return noun


def _cuts(word: str) -> range:
    """Where a compound may be cut: at least three letters before and four behind."""
    return range(3, min(len(word), 60) - 3)


def _heads() -> _table.Table:
    return _table.load("lemmas.bin")


@cache
def _rules() -> list[tuple[int, str]]:
    lines = _table.data("lemmas.txt").decode().split("\n")
    return [(int(cut), text) for cut, _, text in (line.partition(" ") for line in lines if line)]


@cache
def _infinitives() -> list[str]:
    return _table.data("verbs.txt").decode().split("\n")


@cache
def _particles() -> tuple[str, ...]:
    return tuple(sorted(language("de").table("verbal")["particles"], key=lambda p: (-len(p), p)))


@cache
def _infinitive_set() -> frozenset[str]:
    return frozenset(_infinitives())


@cache
def _particle_set() -> frozenset[str]:
    return frozenset(_particles())


def is_particle(word: str) -> bool:
    """Whether this may stand before a verb as one word with it, in small letters."""
    return word in _particle_set()


def with_particle(particle: str, form: str, base: str) -> str | None:
    """The verb that a separated particle makes with a finite form, whose own lemma is `base`; None if we know none."""
    whole = _infinitive(particle + form, "FIN")
    if whole:
        return whole
    return particle + base if particle + base in _infinitive_set() else None


def is_adjective(form: str) -> bool:
    """Whether this is an inflected adjective that we know, in small letters."""
    return _rule("A", form) is not None


def is_verb(word: str, kind: str) -> bool:
    """Whether this is a form that we know of a verb, in small letters: "FIN", "PP", "INF", "IZU" or "IMP"."""
    return _infinitive(word, kind) is not None


def is_whole(word: str) -> bool:
    """Whether this is a form that we know of a noun, verb or adjective: a full stop behind it ends a sentence.

    >>> is_whole("starben"), is_whole("Haus"), is_whole("stellv")
    (True, True, False)
    """
    if len(word) < 3:
        return False
    if word[0].isupper():
        return _rule("N", word) is not None
    return is_adjective(word) or any(is_verb(word, kind) for kind in ("FIN", "PP", "INF", "IZU"))


def _rule(kind: str, form: str) -> tuple[int, str] | None:
    place = _table.load("lemmas.bin").get(f"{kind}:{form}")
    return _rules()[place] if place >= 0 else None


def _known(kind: str, form: str) -> str | None:
    found = _rule(kind, form)
    return None if found is None else form[: len(form) - found[0]] + found[1]


def _noun(word: str) -> str:
    before, hyphen, last = word.rpartition("-")
    if hyphen and last:
        return before + hyphen + (_noun(last) if last[0].isupper() and not last.isupper() else last)
    form = word.capitalize() if word[0].islower() or (len(word) > 4 and word.isupper()) else word
    found = _known("N", form)
    if found is not None:
        return found
    for start in _cuts(form):
        found = _known("N", form[start:].capitalize())
        if found is not None:
            return form[:start] + found.lower()
    for length in (5, 4, 3):
        rule = _rule("E", form[-length:]) if len(form) > length + 2 else None
        if rule is not None:
            return form[: len(form) - rule[0]] + rule[1]
    return word


def _adjective(word: str) -> str:
    low = word.lower()
    found = _known("A", low)
    if found is not None:
        return found
    if low.endswith("er") and (word[0].isupper() or low[:-2].isdigit()):
        return word  # Berliner, 1960er
    for start in range(2, min(len(low), 60) - 3):
        found = _known("A", low[start:])
        if found is not None:
            return low[:start] + found
    ending = next((e for e in _ADJECTIVE_ENDINGS if low.endswith(e)), "")
    return low[: -len(ending)] if ending and len(low) > len(ending) + 2 else low


def _verb(low: str, kind: str) -> str:
    spelt = low.replace("ß", "ss")
    found = _infinitive(low, kind) or _infinitive(spelt, kind)
    if not found and kind in ("FIN", "IMP"):
        found = _infinitive(low + "e", "FIN")  # "ich hab'"
    return found or _prefixed(spelt, kind) or _weak(low, kind)


def _infinitive(low: str, kind: str) -> str | None:
    place = _table.load("verbs.bin").get(f"{kind}:{low}")
    return _infinitives()[place] if place >= 0 else None


def _prefixed(low: str, kind: str) -> str | None:
    """The infinitive of a verb with a particle that isn't in the table: "hinterhergelaufen", "wegzudiskutieren"."""
    for particle in _particles():
        if low.startswith(particle) and len(low) > len(particle) + 2:
            rest = low[len(particle) :]
            izu = kind == "IZU" and rest.startswith("zu")
            found = _infinitive(rest[2:], "INF") if izu else _infinitive(rest, kind)
            if found:
                return particle + found
    return None


def _weak(low: str, kind: str) -> str:
    """The infinitive that a regular verb would have."""
    if kind in ("INF", "IZU"):
        return low
    if kind == "PP":
        low = low[2:] if low.startswith("ge") and len(low) > 5 else low
        return low.removesuffix("t").removesuffix("e") + "en" if low.endswith("t") else low
    for ending in ("test", "tet", "ten", "te", "st", "en", "et", "t", "e"):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            stem = low[: -len(ending)]
            return stem + "n" if stem.endswith("el") or (stem.endswith("er") and stem[-3] not in "ei") else stem + "en"
    return low
