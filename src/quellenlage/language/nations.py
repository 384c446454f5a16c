"""Which countries a phrase speaks of: by name, capital, adjective or the letters before a hyphen.

>>> from quellenlage.language import language
>>> countries = nations(language("de"))
>>> sorted(countries.of("US-Verteidigungsminister")), sorted(countries.of("der südkoreanische Botschafter in Polen"))
(['USA'], ['Polen', 'Südkorea'])
>>> countries.speaking("Kiew"), countries.speaking("Hamburg")
('Ukraine', None)
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from quellenlage.language.base import Language, language
from quellenlage.language.wording import stem, words

_SUFFIX = "isch"  # of adjectives that a place makes
_SHORTEST = 3  # letters of a place's root that an adjective must share with it


class Nations:
    """The countries of the tables `places` and `metonyms`."""

    def __init__(self, places: Mapping[str, Any], metonyms: Mapping[str, Any]) -> None:
        countries = places["countries"]
        self._names = {name: name for name in countries} | {
            a: n for n, c in countries.items() for a in c.get("aliases", ())
        }
        self._seats = {c["capital"]: n for n, c in countries.items() if "capital" in c} | dict(metonyms["government"])
        self._adjectives = {stem(c["adjective"]): n for n, c in countries.items()}
        self._adjectives |= {stem(a): n for a, n in places["adjectives"].items()}
        self._chiefs = frozenset(metonyms["chiefs"]["nouns"])
        self._offices: dict[str, str] = dict(metonyms["office"])
        self._prefixes: dict[str, str] = dict(places["prefixes"])

    def office(self, base: str, modifier: str) -> str | None:
        """The office of whoever heads a house ("Pentagon-Chef" → US-Verteidigungsminister), by the noun's two parts."""
        return self._offices.get(modifier.rstrip("-s")) if base in self._chiefs else None

    def named(self, text: str) -> str | None:
        """The country with this name, in the genitive too."""
        return self._names.get(text) or self._names.get(text.removesuffix("s"))

    def speaking(self, text: str) -> str | None:
        """The country whose government is meant when this name, capital or seat of government speaks."""
        return self.named(text) or self._seats.get(text) or self._seats.get(text.removesuffix("s"))

    def prefix(self, letters: str) -> str | None:
        """The country or union that letters before a hyphen stand for ("US", "EU")."""
        return self._prefixes.get(letters.upper())

    def adjective(self, word: str, places: Mapping[str, str] = MappingProxyType({})) -> str | None:
        """The country of an adjective; of an unknown one in -isch, the one of `places` that it can come from."""
        found = self._adjectives.get(stem(word))
        if found or not word[:1].islower() or not stem(word).endswith(_SUFFIX):
            return found
        root = stem(word).removesuffix(_SUFFIX)
        fits = (
            [p for p in sorted(places) if p.startswith(root) and len(p) <= len(root) + 4]
            if len(root) >= _SHORTEST
            else []
        )
        return places[fits[0]] if len(fits) == 1 else None

    def of(self, text: str, places: Mapping[str, str] = MappingProxyType({})) -> frozenset[str]:
        """All countries that a phrase speaks of; `places` (stem → name) may be countries that the tables don't know."""
        found = set()
        for word in words(text):
            country = self.named(word) or self.adjective(word, places) or self.prefix(word.partition("-")[0])
            if country is None and word[0].isupper() and word[-1] == "s" and stem(word) in places:
                country = places[stem(word)]  # "Varniens Minister", and no more: a place by itself is no country
            found.add(country)
        return frozenset(country for country in found if country)


@cache
def _nations(code: str) -> Nations:
    lang = language(code)
    return Nations(lang.table("places"), lang.table("metonyms"))


def nations(lang: Language) -> Nations:
    """The countries of a language's tables, read once."""
    return _nations(lang.code)
