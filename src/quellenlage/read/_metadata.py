"""What a page says of itself outside its text: JSON-LD, Open Graph, other meta tags and its <title>."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

_DATES = (
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "pubdate",
    "publish-date",
    "publication_date",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
)
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ]{1,2}(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?)? ?(Z|[+-]\d\d:?\d\d)?")


@dataclass(slots=True)
class Metadata:
    """What the page's markup declares. `published` are the moments of publication, best source first."""

    headline: str | None = None
    social_title: str | None = None
    page_title: str | None = None
    site: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: list[str] = field(default_factory=list)


def metadata(root: Any) -> Metadata:
    """The metadata of a parsed page (lxml). Broken JSON-LD is passed over."""
    meta: dict[str, str] = {}
    for node in root.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        if name and (content := _clean(node.get("content"))):
            meta.setdefault(name, content)
    link = next((n.get("href") for n in root.iter("link") if (n.get("rel") or "").lower() == "canonical"), None)
    titles = (_clean(n.text) for n in root.iter("title") if next(n.iterancestors("svg"), None) is None)
    found = Metadata(
        social_title=meta.get("og:title"),
        page_title=next((t for t in titles if t), None),
        site=meta.get("og:site_name"),
        url=next((u for u in (link, meta.get("og:url")) if u and u.startswith("http")), None),
    )
    for record in _records(root):
        found.headline = found.headline or _clean(record.get("headline"))
        publisher = record.get("publisher")
        publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
        named = publisher.get("name") if isinstance(publisher, dict) else publisher
        found.publisher = found.publisher or _clean(named)
        found.published += [d for d in [_clean(record.get("datePublished"))] if d]
    found.published += [meta[name] for name in _DATES if name in meta]
    return found


def moment(value: str) -> str | None:
    """A moment in a page's metadata as we keep it: "2024-10-24T12:04", "2024-10-24", "2024-10" or None.

    The clock is the page's own; a moment in UTC becomes Central European time, which is what such pages show their
    readers. Midnight to the second is a date without a time.
    """
    found = _ISO.match(value)
    if not found:
        return _from_words(value)
    year, month, day, hour, minute, zone = found.groups()
    try:
        moment = datetime(int(year), int(month), int(day or 1), int(hour or 0), int(minute or 0), tzinfo=UTC)
    except ValueError:
        return None
    if not day:
        return f"{moment:%Y-%m}"
    if not hour or (hour, minute) == ("00", "00"):
        return f"{moment:%Y-%m-%d}"
    return f"{_central_european(moment) if zone in _UTC else moment:%Y-%m-%dT%H:%M}"


_UTC = ("Z", "+00:00", "+0000")


def _from_words(value: str) -> str | None:
    """ "Fri, 28 Apr 2023 19:20:36 +0200" and "Fri Apr 28 19:20:36 CEST 2023"."""
    moved = re.sub(r"^(\w{3}) (\w{3}) (\d\d?) (\S+) \S+ (\d{4})$", r"\1, \3 \2 \5 \4", value)
    try:
        return f"{parsedate_to_datetime(moved):%Y-%m-%dT%H:%M}"
    except (ValueError, TypeError):
        return None


def _central_european(moment: datetime) -> datetime:
    """A moment in UTC on the clocks of Berlin, Vienna and Zurich, by the rule that has held since 1996."""
    start, end = (_last_sunday(moment.year, month) for month in (3, 10))
    return moment + timedelta(hours=2 if start <= moment < end else 1)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _records(root: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that have a headline and are an article of some kind, in page order."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            work = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while work:
            item = work.pop()
            if isinstance(item, dict):
                kinds = item.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(k, str) and re.search("Article|Posting|Reportage", k) for k in kinds):
                    yield item
                work.extend(v for v in reversed(item.values()) if isinstance(v, dict | list))
            elif isinstance(item, list):
                work.extend(reversed(item))


def _clean(value: object) -> str | None:
    """A metadata string with entities resolved (also where they were written twice) and blanks folded."""
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(html.unescape(value)).replace("\xad", "").split()) or None
