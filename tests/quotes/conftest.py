"""What the tests of statements share: an article's statements as plain tuples."""

from collections.abc import Callable

import pytest

from quellenlage.annotate.names import find_names
from quellenlage.annotate.quotations import find_quotations
from quellenlage.language import language
from quellenlage.model import Quotation

Find = Callable[[str], tuple[Quotation, ...]]


@pytest.fixture(scope="session")
def find() -> Find:
    """A text's quotations, the whole of it taken for body."""
    lang = language("de")

    def run(text: str) -> tuple[Quotation, ...]:
        sentences = lang.sentences(text, [(0, len(text), "body")])
        return find_quotations(text, sentences, find_names(text, sentences, lang), lang)

    return run
