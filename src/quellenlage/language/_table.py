"""A table from words to small numbers that loads at once: sorted 32-bit checksums and their values.

A word that isn't in the table is taken for one that is with probability entries / 2³² (300,000 entries: 1 in 14,000).
"""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from importlib import resources
from zlib import crc32


class Table:
    """The table in `data`: the number of entries (4 bytes, little-endian), the checksums (4 each), values (2 each)."""

    def __init__(self, data: bytes) -> None:
        entries = int.from_bytes(data[:4], "little")
        self._keys = array("I", data[4 : 4 + 4 * entries])
        self._values = array("H", data[4 + 4 * entries : 4 + 6 * entries])
        if sys.byteorder == "big":
            self._keys.byteswap()
            self._values.byteswap()

    def __len__(self) -> int:
        return len(self._keys)

    def get(self, word: str, default: int = -1) -> int:
        """The value of a word, `default` if it has none."""
        key = crc32(word.encode("utf-8", "surrogatepass"))
        place = bisect_left(self._keys, key)
        if place < len(self._keys) and self._keys[place] == key:
            return self._values[place]
        return default


def pack(values: Mapping[str, int]) -> bytes:
    """The bytes of a table. Of two words with one checksum the first in the mapping stays."""
    by_key: dict[int, int] = {}
    for word, value in values.items():
        by_key.setdefault(crc32(word.encode()), value)
    keys, ordered = array("I", sorted(by_key)), array("H", (by_key[key] for key in sorted(by_key)))
    if sys.byteorder == "big":
        keys.byteswap()
        ordered.byteswap()
    return len(keys).to_bytes(4, "little") + keys.tobytes() + ordered.tobytes()


@cache
def load(name: str) -> Table:
    """The table `language/de/<name>`, read once."""
    return Table(data(name))


@cache
def data(name: str) -> bytes:
    """The bytes of the file `language/de/<name>`, read once and kept."""
    return (resources.files("quellenlage.language") / "de" / name).read_bytes()
