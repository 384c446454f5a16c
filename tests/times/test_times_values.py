"""What German time expressions are worth, published on Wednesday, 5 November 2025."""

import pytest

from quellenlage.annotate.times import find_times
from quellenlage.language import language
from quellenlage.model import Article, Time
from quellenlage.resolve.dates import resolve_times


def read(text: str, published: str | None = "2025-11-05") -> tuple[Time, ...]:
    """The time expressions of a text of one body passage."""
    german = language("de")
    sentences = german.sentences(text, [(0, len(text), "body")])
    expressions = find_times(text, sentences, german)
    return resolve_times(expressions, Article("a", "a.txt", text, published=published), sentences, german)


SENTENCES = [
    ("Das Feuer brach am Montag aus.", ["2025-11-03"]),
    ("Die Schule öffnet am Freitag wieder.", ["2025-11-07"]),
    ("Der Damm brach in der Nacht zum Dienstag.", ["2025-11-03TNI"]),
    ("Sie waren am Wochenende gefahren.", ["2025-W44-WE"]),
    ("Vorige Woche hatte er das noch bestritten.", ["2025-W44"]),
    ("Ende März war der Bau fertig.", ["2025-03"]),
]


@pytest.mark.parametrize(("text", "values"), SENTENCES)
def test_sentence_has_these_values(text: str, values: list[str]) -> None:
    assert [t.value for t in read(text)] == values
