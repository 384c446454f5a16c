"""Bytes to text: which encoding a file is in."""

import codecs
import re

from quellenlage.read.problem import UnreadableError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_:.-]{2,40})""")
_CONTROLS = bytes(sorted(set(range(32)) - {9, 10, 11, 12, 13, 27}))
_HIGH = bytes(range(128, 256))


def decode(data: bytes, *, markup: bool = False) -> str:
    """The text of a file, without its byte order mark. Line ends stay as they are.

    A byte order mark decides; then UTF-8 where the bytes are valid UTF-8; then the charset that markup declares in its
    first 4096 bytes; then Windows-1252, whose five undefined bytes become control characters as in browsers. UTF-8 that
    is damaged in places is an error in a text file, and gets U+FFFD in markup. Raises `UnreadableError` otherwise.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding)
    if looks_binary(data):
        raise UnreadableError("binary data, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            if markup:
                return data.decode("utf-8", "replace")
            raise UnreadableError(f"broken encoding: UTF-8 with an invalid byte at offset {error.start}") from None
    declared = _declared(data) if markup else None
    return data.decode(declared, "replace") if declared else data.decode("cp1252", "quellenlage.c1")


def looks_binary(data: bytes) -> bool:
    """Whether the first 8 kB hold a NUL or more than one control character in a hundred bytes."""
    head = data[:8192]
    return 0 in head or (len(head) - len(head.translate(None, _CONTROLS))) * 100 > len(head)


def undouble(text: str) -> str:
    """The text with one needless round of UTF-8 taken back ("fÃ¼r" → "für"), if all of it went through that round."""
    if "Ã" not in text and "â€" not in text:
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def without_surrogates(text: str) -> str:
    """The text with lone surrogates, which no encoding can write, replaced by U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"broken encoding: {encoding} with an invalid byte at offset {error.start}") from None


def _mostly_utf8(data: bytes) -> bool:
    """Whether three in four of the bytes above 127 belong to valid UTF-8 sequences: damaged UTF-8, no other charset."""
    plain = len(data.translate(None, _HIGH))
    valid = len(data.decode("utf-8", "ignore").encode("utf-8")) - plain
    return valid * 4 >= (len(data) - plain) * 3


def _declared(data: bytes) -> str | None:
    """The charset that markup declares, if it is a known one other than UTF-8, which the bytes have failed to be."""
    found = _META.search(data, 0, 4096) or _XML.search(data, 0, 4096)
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        "".encode(name)
    except LookupError:
        return None
    return None if name in ("utf-8", "ascii", "iso8859-1", "cp1252") or name.startswith("utf") else name


def _c1(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(chr, error.object[error.start : error.end])), error.end


codecs.register_error("quellenlage.c1", _c1)
