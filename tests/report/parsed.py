"""A page taken apart, for what a test wants to know of it."""

from collections import Counter
from html.parser import HTMLParser


class Parsed(HTMLParser):
    """The ids, the addresses and the visible words of a page."""

    def __init__(self, page: str):
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.addresses: list[str] = []
        self.tags: Counter[str] = Counter()
        self.words: list[str] = []
        self.hidden = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.hidden += tag in ("style", "script")
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src", "action", "data", "poster", "srcset"):
                (self.targets if (value or "").startswith("#") else self.addresses).append(value or "")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())
