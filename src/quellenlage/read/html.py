"""Web pages: the readable text in page order, and what the markup says of each stretch of it."""

import re
from typing import Any

from quellenlage.model import Article, Hint
from quellenlage.read._blocks import blocks
from quellenlage.read._metadata import Metadata, metadata, moment
from quellenlage.read._naming import headline, outlet
from quellenlage.read._selection import Stretch, select
from quellenlage.read.decoding import decode, undouble
from quellenlage.read.identity import Known
from quellenlage.read.problem import UnreadableError

_DATE = re.compile(
    r"\d\d?\.\s?(?:\d\d?\.|[A-Za-zäÄ]{3,9})\.?,? ?(?:19|20)?\d\d|(?:19|20)\d\d-\d\d|[A-Za-zä]{3,9} (?:19|20)\d\d"
)


def read_html(data: bytes, path: str) -> Article:
    """The article on a saved page. Raises `UnreadableError`."""
    return read_markup(undouble(decode(data, markup=True)), path)


def read_markup(markup: str, path: str, known: Known | None = None) -> Article:
    """The article in a page's markup. What is `known` of it goes before the page's own word.

    The text has one line a block: the headline, what stands between it and the body, the body with all that stands
    within it, and the lines after it that may be a credit. Raises `UnreadableError` where nothing can be read.
    """
    from trafilatura import bare_extraction, load_html

    tree = load_html(markup)
    if tree is None:
        raise UnreadableError("no markup on the page")
    page, found = metadata(tree), blocks(tree)
    document: Any = bare_extraction(tree, with_metadata=False, include_comments=False)
    body = (document.text if document else None) or ""
    if not any(map(str.isalpha, body)):
        raise UnreadableError("no readable text on the page")
    title = headline(page, found)
    stretches = select(found, body, title) or [Stretch(line.strip(), "paragraph") for line in body.splitlines()]
    text, hints = _join(stretches)
    own = Known(page.url, outlet(page, found), title, _published(page, stretches, tree))
    return (known or Known()).over(own).article(path, text, hints)


def _join(stretches: list[Stretch]) -> tuple[str, tuple[Hint, ...]]:
    parts, hints, at = [], [], 0
    for text, kind in ((s.text, s.kind) for s in stretches if s.text):
        hints.append(Hint(at, at + len(text), kind))
        parts.append(text)
        at += len(text) + 1
    return "\n".join(parts), tuple(hints)


def _published(page: Metadata, stretches: list[Stretch], tree: Any) -> str | None:
    """The moment of publication: by the metadata (the most precise of the first day that they name), else by a <time>
    in the page's head, else as htmldate finds it where the readable text has no date to be read later."""
    moments = [m for m in map(moment, page.published) if m] or [
        m for m in (moment(s.time) for s in stretches if s.time) if m
    ]
    if moments:
        return max((m for m in moments if m.startswith(moments[0])), key=len)
    if any(_DATE.search(s.text) for s in stretches if len(s.text) < 200):
        return None
    from htmldate import find_date

    found = find_date(tree, original_date=True, extensive_search=False)
    return moment(found) if found else None
