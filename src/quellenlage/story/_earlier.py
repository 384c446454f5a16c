"""An index of the texts that came before, by what they hold: no text is compared with all others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from quellenlage.story._texts import Text

Key = TypeVar("Key", int, str)

HOLDERS = 8  # earliest holders of a shingle or stem that stay candidates: bounds 500 copies of one text
_TRIED = 6  # candidates that are compared in full


class Earlier(Generic[Key]):
    """The texts before, by what they hold: shingles, stems or anchors."""

    def __init__(self) -> None:
        self._texts: list[Text] = []
        self._holders: dict[Key, list[int]] = defaultdict(list)

    def add(self, text: Text, keys: Iterable[Key]) -> None:
        """Enter a text; of many that hold a key the first ones stay candidates."""
        for key in keys:
            if len(self._holders[key]) < HOLDERS:
                self._holders[key].append(len(self._texts))
        self._texts.append(text)

    def likest(self, keys: Mapping[Key, float], least: float) -> list[Text]:
        """The texts that share most of these keys by weight, likest first, and more than the least."""
        votes: dict[int, float] = defaultdict(float)
        for key, weight in keys.items():
            for i in self._holders.get(key, ()):
                votes[i] += weight
        best = sorted(votes, key=lambda i: (-votes[i], i))[:_TRIED]
        return [self._texts[i] for i in best if votes[i] > least]
