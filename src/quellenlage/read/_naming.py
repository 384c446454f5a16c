"""Which of a page's titles is its headline, and what its outlet is called."""

import re

from quellenlage.read._blocks import Block
from quellenlage.read._metadata import Metadata

_SEPARATOR = re.compile(r"\s+(?:[|–—·•»>]|-|::)\s+")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,7}", re.IGNORECASE)


def headline(page: Metadata, blocks: list[Block]) -> str | None:
    """The page's headline: of what Open Graph, JSON-LD, the h1 and <title> give, the one that most pages mean.

    Measured on 64 pages: Open Graph's title, its outlet taken off, is the record's headline on 51. Where it only
    repeats the h1 and JSON-LD says otherwise, JSON-LD is right on 4 of 5; where h1 and JSON-LD agree against Open Graph
    and <title>, they are right. All of it together: 55 of 64. A page without Open Graph has its h1 without the kicker.
    """
    first = next((b.text for b in blocks if b.tag == "h1"), None)
    given = [t for t in (first, page.social_title, page.headline) if t]
    title = without_outlet(page.page_title, given)
    social, record = without_outlet(page.social_title, given), without_outlet(page.headline, given)
    if first and title and first.endswith(title) and len(title) >= 15:
        first = title
    if not social:
        return record or first or title
    if (
        record
        and first
        and not _same(record, social)
        and (_same(first, social) or (_same(first, record) and _same(title or "", social)))
    ):
        return record
    return social


def outlet(page: Metadata, blocks: list[Block]) -> str | None:
    """What the outlet is called: og:site_name, what follows the headline in <title>, the publisher, the page's head.

    A short name that <title> gives beside a long one is put in brackets: "Norddeutsche Welle (NDW)".
    """
    named = page.site or None
    title = page.page_title or ""
    given = [t for t in (*(b.text for b in blocks if b.tag in ("h1", "h2")), page.social_title, page.headline) if t]
    core = without_outlet(title, given) or ""
    suffix = _SEPARATOR.split(title[len(core) :])[-1].strip() if core != title else None
    if named:
        return _with_short_name(named, suffix)
    return suffix or page.publisher or _from_head(blocks, title)


def without_outlet(title: str | None, others: list[str]) -> str | None:
    """A title without the outlet that follows it behind a separator."""
    if not title:
        return None
    for other in sorted(others, key=len, reverse=True):
        if len(other) >= 15 and other in title and _SEPARATOR.match(title[title.index(other) + len(other) :]):
            if title.startswith(other):
                return other
            if len(title) > len(other):
                return title[: title.index(other) + len(other)]
    parts = list(_SEPARATOR.finditer(title))
    if parts and parts[-1].start() >= 15:
        tail, bar = title[parts[-1].end() :], parts[-1].group().strip()
        if len(tail.split()) <= 4 and (bar in "|·•»>" or _DOMAIN.fullmatch(tail)):
            return without_outlet(title[: parts[-1].start()], others)
    return title


def _with_short_name(named: str, suffix: str | None) -> str:
    """ "MLR.de - Mittelland-Rundfunk" with the suffix "MLR.de" becomes "Mittelland-Rundfunk (MLR)"."""
    parts = [p.strip() for p in _SEPARATOR.split(named) if p.strip()]
    names = [p for p in parts if not _DOMAIN.fullmatch(p)] or parts
    short = re.sub(r"\.[a-z]{2,4}$", "", suffix or next((p for p in parts if _DOMAIN.fullmatch(p)), ""))
    name = named if names == parts else names[0]
    initials = re.fullmatch(r"[A-ZÄÖÜ][A-ZÄÖÜ0-9]{1,5}", short) and not re.search(rf"\b{re.escape(short)}\b", name)
    return f"{name} ({short})" if initials and _abbreviates(short, name) else name


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters stand in the name in this order, the first one at its start."""
    rest = iter(name.upper())
    return name[:1].upper() == short[:1] and all(letter in rest for letter in short if letter.isalpha())


def _from_head(blocks: list[Block], title: str) -> str | None:
    """The name in the page's head: the first words of a block before the headline that is marked as the page's head."""
    for block in blocks:
        marks = {m for _, marks in block.path for m in marks}
        if block.tag == "h1":
            return None
        if (marks & {"masthead", "header"} and "furniture" not in marks) or (block is blocks[0] and "menu" in marks):
            name = _SEPARATOR.split(block.first)[0].strip()
            if 2 <= len(name) <= 40 and len(name.split()) <= 5 and any(map(str.isalpha, name)) and name not in title:
                return name
    return None


def _same(first: str, *others: str | None) -> bool:
    words = re.findall(r"\w+", first.lower())
    return any(re.findall(r"\w+", o.lower()) == words for o in others if o)
