"""What is one word and what is several."""

import pytest

from quellenlage.language.german import sentences


def words(text: str) -> list[str]:
    return [t.text for s in sentences(text, [(0, len(text), "body")]) for t in s.tokens]


WHOLE = [
    "Zwölf-Stunden-Schicht", "3:2-Sieg", "52-Jährige", "40jährigen", "Bundes-", "l/m²", "km/h", "12 000", "1.250.000",
    "1,5", "18.30", "2024-10-24", "24.10.2024", "1995/96", "https://www.beispiel.de/a?b=1", "anna@beispiel.de",
    "Bürger*innen", "Bürger:innen", "Bürger/innen", "H&M", "O’Neill", "beispiel.de", "@amt", "#Hochwasser", "...",
    "Bun\u00addes", "Mu\u0308ller", "McDonald's", "G7", "-chef",
]  # fmt: skip


@pytest.mark.parametrize("word", WHOLE)
def test_a_word_stays_whole(word: str) -> None:
    assert words(f"Das {word} hier") == ["Das", word, "hier"]


CUT = [
    ("„Ja“, sagte er.", ["„", "Ja", "“", ",", "sagte", "er", "."]),
    ("»Nein!«", ["»", "Nein", "!", "«"]),
    ("CDU/SPD", ["CDU", "/", "SPD"]),
    ("30%", ["30", "%"]),
    ("5€", ["5", "€"]),
    ("(dpa)", ["(", "dpa", ")"]),
    ("z. B. hier", ["z.", "B.", "hier"]),
    ("z.B. hier", ["z.B.", "hier"]),
    ("wie geht's", ["wie", "geht", "'s"]),
    ("2016–2018", ["2016", "–", "2018"]),
    ("Siehe www.beispiel.de.", ["Siehe", "www.beispiel.de", "."]),
    ("am 3. Mai", ["am", "3.", "Mai"]),
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_signs_are_words_of_their_own(text: str, expected: list[str]) -> None:
    assert words(text) == expected
