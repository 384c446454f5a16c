"""The lexicons: Brown clusters, and the verbs with their forms."""

import gzip
import json
import math
from collections import Counter
from functools import cache
from importlib import resources
from typing import Any

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from quellenlage.language import _paradigm
from quellenlage.language.base import language

OWN = 0.1
"""An infinitive that is also a form of a commoner verb is its own unless that verb is ten times as common: "führen" is
not of fahren, but "erschienen" is of erscheinen."""
CLUSTERED = 400_000
"""Words that keep their Brown cluster, the most frequent ones."""


@cache
def lookups(name: str) -> dict[str, Any]:
    """A table of spacy-lookups-data (MIT), such as "de_lexeme_prob"."""
    file = resources.files("spacy_lookups_data") / "data" / f"{name}.json.gz"
    table: dict[str, Any] = json.loads(gzip.decompress(file.read_bytes()))
    return table


@cache
def lemma_pairs() -> dict[str, str]:
    """Form to lemma in simplemma's dictionary (MIT)."""
    dictionary = DefaultDictionaryFactory().get_dictionary("de")
    return {_text(form): _text(lemma) for form, lemma in dictionary.items()}


def _text(value: object) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def frequency(form: str) -> float:
    """How often a form is seen, in a million words; 0 if it isn't among the million that were counted."""
    seen = lookups("de_lexeme_prob").get(form)
    return 0.0 if seen is None else math.exp(seen) * 1e6


def clusters() -> dict[str, int]:
    """Word to the number of its Brown cluster; the path's first step is the lowest bit."""
    table = lookups("de_lexeme_cluster")
    seen = lookups("de_lexeme_prob")
    words = sorted((w for w, c in table.items() if c), key=lambda w: (-seen.get(w, -99.0), w))
    return {word: table[word] for word in words[:CLUSTERED]}


@cache
def verbs() -> dict[str, float]:
    """Infinitive to frequency, commonest first: dictionary entries of which enough forms are seen in text."""
    candidates = Counter(
        lemma
        for table in (lookups("de_lemma_lookup"), lemma_pairs())
        for lemma in table.values()
        if lemma[-1:] == "n" and lemma.isalpha() and lemma[0].islower()
    )
    forms = {}
    for infinitive in sorted(w for w, count in candidates.items() if count > 2):
        kinds = {f.form: f.kind for f in _paradigm.forms(infinitive) if f.form != infinitive}
        seen = [form for form in kinds if frequency(form)]
        if len(seen) >= 3 or any(kinds[form] in ("PP", "IZU") for form in seen):
            forms[infinitive] = seen
    owners = Counter(form for seen in forms.values() for form in seen)
    # forms that verbs share don't count ("erschienen" is no infinitive), nor may a word that is no verb ("heute" and
    # heuen) make a rare verb common
    found = {
        infinitive: min(
            sum(frequency(form) for form in seen if owners[form] == 1 and form not in forms),
            30 * frequency(infinitive) + 0.01,
        )
        for infinitive, seen in forms.items()
    }
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def verb_forms() -> dict[str, int]:
    """ "FIN:teilte" to the place of its infinitive in `verbs()`; of two verbs with one form the commoner stays."""
    order = list(verbs())
    common = verbs()
    shared = language("de").table("verbal")["participles"]
    places = {f"PP:{form}": order.index(infinitive) for form, infinitive in shared.items()}
    for place, infinitive in enumerate(order):
        for form in _paradigm.forms(infinitive):
            key = f"{form.kind}:{form.form}"
            if form.form == infinitive and key in places and common[infinitive] > OWN * common[order[places[key]]]:
                places[key] = place
            places.setdefault(key, place)
    return places
