"""A clause is what stands around a place up to the next comma, colon or conjunction between two verbs."""

import pytest

from quellenlage.language import language
from quellenlage.language.clauses import clause_at

DE = language("de")


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("Es regnet, und der Bach steigt.", "Bach", "und der Bach steigt"),
        ("Elf Menschen sind tot und zwölf sind verletzt.", "zwölf", "zwölf sind verletzt"),
        ("Elf Menschen sind tot und zwölf sind verletzt.", "Elf", "Elf Menschen sind tot"),
        ("Sie fordert Lohn, mindestens 300 Euro.", "300", "Sie fordert Lohn, mindestens 300 Euro"),
        ("Das Amt, das am Fluss liegt, zählt zwölf Boote.", "zwölf", "Das Amt, das am Fluss liegt, zählt zwölf Boote"),
        ("Die Bilanz: zwölf Boote sind leck.", "zwölf", "zwölf Boote sind leck"),
        ("Boote", "Boote", "Boote"),
    ],
)
def test_a_clause_ends_where_another_begins(text: str, word: str, clause: str) -> None:
    [sentence] = DE.sentences(text, [(0, len(text), "body")])
    first, last = clause_at(sentence, text.index(word))
    assert text[sentence.tokens[first].start : sentence.tokens[last - 1].end] == clause
