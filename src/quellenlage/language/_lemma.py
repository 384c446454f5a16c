"""Lemmas of German words."""

from functools import lru_cache

import simplemma

_IRREGULAR = {"riet": "raten", "rieten": "raten", "rät": "raten"}


@lru_cache(maxsize=200_000)
def lemma(form: str, tag: str) -> str:
    """The lemma of a word with this STTS tag."""
    if tag[0] == "V":
        low = form.lower()
        return _IRREGULAR.get(low) or simplemma.lemmatize(low, lang="de")
    if tag in ("NN", "ADJA", "ADJD"):
        return simplemma.lemmatize(form if tag == "NN" else form.lower(), lang="de")
    if tag == "NE" or not form[0].isalpha():
        return form
    return form.lower()
