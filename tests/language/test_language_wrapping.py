"""Text wrapped to a width: which line breaks are soft, and that a sentence goes on over them."""

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.language import language
from quellenlage.language.wrapping import soft_breaks

COLUMN = """Das Wehr bei Kranau wird nach Angaben des Amtes
für Wasserbau im Frühjahr erneuert. Die Kosten
trägt das Land. Im Sommer soll die Schleuse dann
wieder für Boote offen sein.

Der Bürgermeister begrüßte das am Montag. Er habe
lange darauf gewartet, sagte er. Die Fischer von
Kranau fürchten dagegen um den Bestand. Sie wollen
vor Gericht ziehen.
"""
LIST = (
    "Rat tagt am Montag\nMarkt zieht um\nBad bleibt zu\n\nBus fährt wieder\nChor sucht Bässe\nTheater spielt Faust\n"
    * 3
)


def test_breaks_that_the_width_needs_are_soft() -> None:
    soft = soft_breaks(COLUMN)
    assert len(soft) == 6
    assert {COLUMN[i] for i in soft} == {"\n"}


def test_sentences_go_on_over_soft_breaks() -> None:
    found = language("de").sentences(COLUMN, [(0, len(COLUMN), "body")])
    assert COLUMN[found[0].start : found[0].end] == COLUMN[: COLUMN.index(".") + 1]
    assert [s.paragraph for s in found] == [0, 0, 0, 1, 1, 1, 1]


def test_lists_and_unwrapped_paragraphs_have_none() -> None:
    assert soft_breaks(LIST) == frozenset()
    assert (
        soft_breaks("\n".join(["Ein Absatz, der für eine Spalte zu lang ist, hat kein Ende. " * 3] * 9)) == frozenset()
    )


def test_carriage_returns_count_as_one_break() -> None:
    wrapped = COLUMN.replace("\n", "\r\n")
    assert {wrapped[i - 1 : i + 1] for i in soft_breaks(wrapped)} == {"\r\n"}


@given(st.text(alphabet="ab \n\r.", max_size=400))
def test_soft_breaks_are_breaks_between_lines_with_text(text: str) -> None:
    for i in soft_breaks(text):
        assert text[i] in "\r\n"
        assert text[i + 1 :].splitlines()[0].strip()
