"""Which language a text is in."""

from functools import cache
from typing import Any

SHORTEST = 80
"""Letters below which no guess is made: py3langid takes German headlines for Luxembourgish, Dutch or Danish."""


def language_of(text: str, assumed: str = "de") -> str:
    """The ISO 639-1 code of the text's language; `assumed` where the text is too short to tell."""
    sample = text[:6000]
    if sum(map(str.isalpha, sample)) < SHORTEST:
        return assumed
    code, _ = _identifier().classify(sample)
    return str(code)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
