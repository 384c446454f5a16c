"""One report from one outlet, and the labelled stretches of its text."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Role = Literal["title", "dateline", "byline", "body", "caption", "credit", "furniture"]


class Span(NamedTuple):
    """A stretch of an article's text: `text[start:end]`, code points, end excluded."""

    start: int
    end: int


class Passage(NamedTuple):
    """A stretch of an article's text with the part that it plays. Passages don't overlap and stand in order."""

    start: int
    end: int
    role: Role


class Hint(NamedTuple):
    """What a page's markup says of a stretch of its text, before anyone has judged it.

    `kind` is the markup's word: "title", "heading", "paragraph", "list", "caption", "byline", "time", "furniture".
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Article:
    """One report. `read` fills what was delivered; `clean` adds passages and what the text tells of itself.

    `text` is never changed: for a text file it is the decoded file to the last character, for a web page the
    readable text. `published` is as precise as the page: "2024-10-24T12:04", "2024-10-24", "2024-10" or None.
    `id` comes from the content (see `read.article_id`). `issuer` is the body whose own text a press release is, None
    for a report.
    """

    id: str
    path: str
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    language: str = "de"
    hints: tuple[Hint, ...] = ()
    passages: tuple[Passage, ...] = ()
    agencies: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    issuer: str | None = None
