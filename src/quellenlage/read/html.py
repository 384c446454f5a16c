"""Web pages: the readable text in page order, and what the markup says of each stretch of it."""

from typing import Any

from quellenlage.model import Article, Hint
from quellenlage.read._blocks import Block, blocks
from quellenlage.read._metadata import Metadata, metadata, moment
from quellenlage.read._naming import headline, outlet
from quellenlage.read._selection import Stretch, select
from quellenlage.read.decoding import decode, undouble
from quellenlage.read.identity import Known
from quellenlage.read.problem import UnreadableError


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
    own = Known(page.url, outlet(page, found), title, _published(page, found))
    return (known or Known()).over(own).article(path, text, hints)


def _join(stretches: list[Stretch]) -> tuple[str, tuple[Hint, ...]]:
    parts, hints, at = [], [], 0
    for text, kind in ((s.text, s.kind) for s in stretches if s.text):
        hints.append(Hint(at, at + len(text), kind))
        parts.append(text)
        at += len(text) + 1
    return "\n".join(parts), tuple(hints)


def _published(page: Metadata, found: list[Block]) -> str | None:
    """The moment of publication that the metadata give, the most precise of the first day that they name."""
    moments = [m for m in map(moment, page.published) if m]
    if not moments:
        return None
    return max((m for m in moments if m.startswith(moments[0])), key=len)
