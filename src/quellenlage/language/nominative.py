"""The base form of a name or role: adjectives and nouns in the nominative, without article.

>>> from quellenlage.language import language
>>> base = nominative(language("de"))
>>> base.phrase("dem südkoreanischen Geheimdienst"), base.phrase("Deutschen Wetterdienstes")
('südkoreanischer Geheimdienst', 'Deutscher Wetterdienst')
>>> base.phrase("britische Verteidigungsminister", "m"), base.phrase("Vorsitzenden der Partei", "f")
('britischer Verteidigungsminister', 'Vorsitzende der Partei')
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Literal

from quellenlage.language.agents import Agents, Noun, agents
from quellenlage.language.base import Language, language

Gender = Literal["m", "f", "n", "p"]
_STRONG: dict[str, str] = {"m": "er", "f": "e", "n": "es", "p": "e"}
_ENDING = 20  # letters of the longest ending in the table
_WEAK = ("en", "em", "er", "es", "e")


class Nominative:
    """Base forms by the tables of a language."""

    def __init__(self, nouns: Agents, articles: frozenset[str], endings: Mapping[str, Gender]) -> None:
        self._nouns, self._articles, self._endings = nouns, articles, endings
        self.phrase = lru_cache(50_000)(self._phrase)

    def _phrase(self, text: str, gender: str | None = None, plural: bool = False, head_word: str = "") -> str:
        """A noun phrase with its first noun (or `head_word`) and the adjectives before that in the nominative."""
        words = text.split()
        while len(words) > 1 and words[0].lower() in self._articles:
            words.pop(0)
        head = next((k for k, w in enumerate(words[:12]) if w == head_word), None)
        if head is None:
            head = next((k for k, w in enumerate(words[:8]) if w[0].isupper() and self._is_head(w)), None)
        if head is None:
            return " ".join(words)
        noun = self._nouns.noun(words[head])
        if noun:
            words[head] = _base(words[head], noun, "p" if plural or noun.plural else gender)
        person = noun is not None and noun.kind in ("person", "group")
        kind = "p" if plural or (noun and noun.plural) else gender if person else self._gender(words[head].lower())
        for k in range(head - 1, -1, -1) if kind else ():
            declined = _decline(words[k], kind or "")
            if declined is None or (words[k][0].isupper() and words[k + 1][0].islower()):
                break
            words[k] = declined
        return " ".join(words)

    def gender(self, noun: Noun) -> Gender | None:
        """The grammatical gender of a body's noun ("die Behörde", "der Verband"), None where it isn't known."""
        return self._gender(noun.modifier + noun.base)

    def _is_head(self, word: str) -> bool:
        noun = self._nouns.noun(word)
        return noun.kind != "source" if noun else self._gender(word.lower()) is not None

    def _gender(self, word: str) -> Gender | None:
        """The gender of a body's noun, by its longest ending in the table."""
        return next(
            (
                self._endings[word[k:]]
                for k in range(max(0, len(word) - _ENDING), len(word))
                if word[k:] in self._endings
            ),
            None,
        )


def _base(word: str, noun: Noun, gender: str | None) -> str:
    """The nominative of an agent noun ("Ministeriums" → Ministerium, "Vorsitzenden" → Vorsitzende); plurals stay."""
    lower, weak = word.lower(), noun.base[:-1]
    if noun.base.endswith("er") and lower.endswith((weak, weak + "n", weak + "m")):  # an adjective as a noun
        return word[: lower.rindex(weak)] + word[lower.rindex(weak) :][: len(weak)] + ("r" if gender == "m" else "")
    if noun.kind == "group" and lower.endswith(noun.base + "n"):
        return word[:-1]
    if gender == "p" or noun.gender == "f" or lower.endswith(noun.base) or noun.base[:-1] not in lower:
        return word
    return word[: lower.rindex(noun.base[:-1])] + _like(word[lower.rindex(noun.base[:-1]) :], noun.base)


def _like(written: str, base: str) -> str:
    """The base form with the first letter as it was written."""
    return base.capitalize() if written[:1].isupper() else base


def _decline(word: str, gender: str) -> str | None:
    """An adjective in the strong nominative, None if the word is none: "deutschen" → deutscher; "Bremer" stays."""
    if word[0].isupper() and word.endswith("er"):
        return word
    ending = next((e for e in _WEAK if word.endswith(e) and len(word) > len(e) + 2), None)
    if ending is None or not word.isalpha():
        return None
    if ending == "er" and gender != "m" and word[0].islower():
        return word[:-2] + _STRONG[gender]
    return word[: -len(ending)] + _STRONG[gender]


@cache
def _nominative(code: str) -> Nominative:
    lang = language(code)
    roles, bodies = lang.table("roles"), lang.table("organisations")
    genders: dict[str, Any] = bodies["gender"]
    letters: dict[str, Gender] = {"masculine": "m", "neuter": "n", "feminine": "f", "plural": "p"}
    endings = {ending: letters[name] for name, text in genders.items() for ending in text.split()}
    articles = roles["articles"]
    return Nominative(agents(lang), frozenset(articles["definite"] + articles["indefinite"]), endings)


def nominative(lang: Language) -> Nominative:
    """The base forms of a language, its tables read once."""
    return _nominative(lang.code)
