"""Plain text and Markdown: the file is the article."""

from quellenlage.model import Article
from quellenlage.read.decoding import decode
from quellenlage.read.identity import Known
from quellenlage.read.problem import UnreadableError


def read_text(data: bytes, path: str) -> Article:
    """The article in a text file. Its `text` is the decoded file to the last character, line ends included.

    Raises `UnreadableError`, also where no letter stands in the file.
    """
    text = decode(data)
    if not any(map(str.isalpha, text)):
        raise UnreadableError("no text in the file")
    return Known().article(path, text)
