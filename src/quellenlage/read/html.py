"""Web pages: the readable text in page order, and what the markup says of each stretch of it."""

from typing import Any

from quellenlage.model import Article
from quellenlage.read.decoding import decode, undouble
from quellenlage.read.identity import Known
from quellenlage.read.problem import UnreadableError


def read_html(data: bytes, path: str) -> Article:
    """The article on a saved page. Raises `UnreadableError`."""
    return read_markup(undouble(decode(data, markup=True)), path)


def read_markup(markup: str, path: str, known: Known = Known()) -> Article:  # noqa: B008 (an immutable tuple)
    """The article in a page's markup. What is `known` of it goes before the page's own word.

    Raises `UnreadableError` where the page has no readable text.
    """
    from trafilatura import bare_extraction

    document: Any = bare_extraction(markup, with_metadata=True, include_comments=False)
    if document is None or not document.text:
        raise UnreadableError("no readable text on the page")
    own = Known(document.url, document.sitename, document.title, document.date)
    return known.over(own).article(path, document.text)
