"""Which language a text is in."""

import re
from functools import cache
from typing import Any

from quellenlage.language import language

SHORTEST = 80
"""Letters below which no guess is made: py3langid takes German headlines for Luxembourgish, Dutch or Danish."""
_SHARE = 0.08
"""Share of function words from which a text is German without asking further.

Nearly all of 850 German news articles have more; texts in Dutch, Luxembourgish, Danish, Swedish, Low German, English
and French have none of the words. It saves the half second that the general identifier takes to load.
"""


def language_of(text: str, assumed: str = "de") -> str:
    """The ISO 639-1 code of the text's language; `assumed` where the text is too short to tell."""
    sample = text[:6000]
    if sum(map(str.isalpha, sample)) < SHORTEST:
        return assumed
    tokens = re.findall(r"[^\W\d_]+", sample.lower())
    if sum(t in _function_words(assumed) for t in tokens) >= _SHARE * len(tokens):
        return assumed
    code, _ = _identifier().classify(sample)
    return str(code)


@cache
def _function_words(code: str) -> frozenset[str]:
    return frozenset(language(code).table("function_words")["words"])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
