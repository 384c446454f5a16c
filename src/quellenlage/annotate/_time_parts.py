"""What builders of meanings take from the words of a match."""

from collections.abc import Callable, Iterator, Sequence

from quellenlage.annotate._time_words import Word
from quellenlage.model.when import Meaning, Unit

Found = Iterator[tuple[int, int, Meaning]]
Builder = Callable[[Sequence[Word]], Found]


def get(words: Sequence[Word], *names: str) -> str | None:
    """The value of the first of these names that a word has, in the order of the names; None if no word has one."""
    return next((w.values[n] for n in names for w in words if n in w.values), None)


def get_all(words: Sequence[Word], *names: str) -> list[tuple[int, str]]:
    """The place and value of each word that has one of these names."""
    return [
        (i, next(w.values[n] for n in names if n in w.values))
        for i, w in enumerate(words)
        if any(n in w.values for n in names)
    ]


def to_int(value: str | None) -> int | None:
    """The value as a number, None for none."""
    return None if value is None else int(value)


def unit_named(name: str) -> Unit:
    """The unit of this name, checked. Raises KeyError for an unknown one."""
    units: dict[str, Unit] = {
        "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month",
        "quarter": "quarter", "year": "year", "decade": "decade", "century": "century",
    }  # fmt: skip
    return units[name]
