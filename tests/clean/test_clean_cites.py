"""Cited media and documents: what an article leans on by name, and what only sounds like it."""

import pytest

from quellenlage.clean._cites import cite_reader
from quellenlage.language import language
from quellenlage.model import Article, Passage

READER = cite_reader(language("de"))


def cites(text: str, outlet: str | None = None) -> list[str]:
    return list(READER.find(Article("a", "x", text, outlet=outlet, passages=(Passage(0, len(text), "body"),))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Zahl steigt, wie Bloomberg zuvor berichtet hat.", ["Bloomberg"]),
        ("Das berichtet die Zeitung Kurier am Morgen.", ["Kurier am Morgen"]),
        ("Das sagte sie in einem Interview mit dem Sender Radio Nordost.", ["Radio Nordost"]),
        ("Wie der »Eilbote« am Dienstagabend meldete, ist der Minister krank.", ["Eilbote"]),
        ("Laut der „Neuen Lindauer Zeitung“ ist das Geld weg.", ["Neuen Lindauer Zeitung"]),
        ("Die Financial Times berichtete in dieser Woche davon.", ["Financial Times"]),
        ("Nach einem Bericht der Washington Post gab es Streit.", ["Washington Post"]),
        (
            "In einem Lagebericht der Leitstelle, der dieser Zeitung vorliegt, steht nichts davon.",
            ["Lagebericht der Leitstelle"],
        ),
        (
            "Das geht aus einem internen Bericht der Wirtschaftsprüfer Kranz & Söhne hervor.",
            ["Bericht der Wirtschaftsprüfer Kranz & Söhne"],
        ),
        ("In einer Notiz an Kunden, die vorliegt, rechnet die Bank mit Verlusten.", ["Notiz an Kunden"]),
        ("Einem Gutachten der Universität Lindau Ende Mai zufolge war es Rost.", ["Gutachten der Universität Lindau"]),
        ("Laut einem Bericht der Washington Post gab es Streit.", ["Washington Post"]),
    ],
)
def test_what_is_leant_on_is_named(text: str, expected: list[str]) -> None:
    assert cites(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Zur Zeit gibt es keine Züge, sagte die Sprecherin der Welt.",
        "Wie Pflegedirektorin Anke Roth berichtet, war es ruhig.",
        "Laut Polizei gab es zwei Verletzte.",
        "Die Hitzewelle hatte den Norden erreicht.",
        "Der Behörde zufolge sind bisher 32 Fälle von Listeriose bekannt, heißt es in der Stadt.",
        "Ein Bericht der Gemeinde soll im Mai folgen.",
        "Er schrieb einen Brief an seine Mutter.",
    ],
)
def test_others_are_not(text: str) -> None:
    assert cites(text) == []


def test_the_own_outlet_is_no_source() -> None:
    assert cites("Das berichtet die Zeitung Kurier am Morgen.", "Kurier am Morgen") == []
