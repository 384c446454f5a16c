"""One utterance in different words: what counts as drift, of which kind, and which words are marked."""

import pytest

from quellenlage.model import Article, Ledger, Span
from quellenlage.pipeline import analyse, compile_ledger


def drifting(*texts: str) -> Ledger:
    """The ledger of texts that are articles of one story, an hour apart."""
    articles = (
        Article(f"a{i}", f"{i}.txt", text, outlet=f"Blatt {i}", published=f"2025-03-04T{10 + i}:00")
        for i, text in enumerate(texts)
    )
    return compile_ledger(map(analyse, articles))


def marked(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[s.start : s.end] for s in spans]


FRAME = (
    "Grauwinkel. {} Die Sitzung im Rathaus von Grauwinkel dauerte am Dienstag vier Stunden, "
    "danach sprachen die Beteiligten mit den Reportern vor der Tür."
)

PAIRS = [
    (
        "„Die alte Brücke über die Lohe könnte im Herbst gesperrt werden“, sagte Bürgermeisterin Ottilie Kranz.",
        "„Die alte Brücke über die Lohe wird im Herbst gesperrt“, sagte Bürgermeisterin Ottilie Kranz.",
        {"hardened"},
        ["könnte"],
        ["wird"],
    ),
    (
        "Bürgermeisterin Ottilie Kranz sagte, der mutmaßliche Brandstifter habe die Scheune am Waldrand angezündet.",
        "Bürgermeisterin Ottilie Kranz sagte, der Brandstifter habe die Scheune am Waldrand angezündet.",
        {"hardened"},
        ["mutmaßliche"],
        [],
    ),
    (
        "Bürgermeisterin Ottilie Kranz sagte, mehr als 3.000 Haushalte in Grauwinkel seien ohne Strom.",
        "Bürgermeisterin Ottilie Kranz sagte, 3.000 Haushalte in Grauwinkel seien ohne Strom.",
        {"hardened"},
        ["mehr als 3.000 Haushalte"],
        ["3.000 Haushalte"],
    ),
    (
        "„Wir haben die Risse im Pfeiler nicht gesehen“, sagte Bürgermeisterin Ottilie Kranz.",
        "„Wir haben die Risse im Pfeiler gesehen“, sagte Bürgermeisterin Ottilie Kranz.",
        {"negation"},
        ["nicht"],
        [],
    ),
    (
        "„Die Sanierung der Turnhalle ist eine Belastung für die Gemeinde“, sagte Bürgermeisterin Ottilie Kranz.",
        "„Die Sanierung der Turnhalle ist eine Bürde für die Gemeinde“, sagte Bürgermeisterin Ottilie Kranz.",
        {"reworded"},
        ["Belastung"],
        ["Bürde"],
    ),
]


@pytest.mark.parametrize(("earlier", "later", "kinds", "lost", "new"), PAIRS)
def test_a_difference_is_found_named_and_marked(
    earlier: str, later: str, kinds: set[str], lost: list[str], new: list[str]
) -> None:
    ledger = drifting(FRAME.format(earlier), FRAME.format(later))
    (utterance,) = ledger.utterances
    (drift,) = utterance.drifts
    texts = [a.text for a in ledger.articles]
    assert set(drift.kinds) == kinds
    assert marked(texts[0], drift.lost) == lost
    assert marked(texts[1], drift.differs) == new


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            "„Wir haben die Risse im Pfeiler schon 2019 gesehen“, sagte Bürgermeisterin Ottilie Kranz.",
            "Bürgermeisterin Ottilie Kranz sagte, man habe die Risse im Pfeiler bereits 2019 gesehen.",
        ),
        (
            "„Die Straße wird morgen früh geöffnet“, sagte Bürgermeisterin Ottilie Kranz.",
            "»Die Strasse wird morgen früh geöffnet«, so Bürgermeisterin Ottilie Kranz.",
        ),
    ],
)
def test_reported_speech_and_spelling_are_no_drift(earlier: str, later: str) -> None:
    assert not drifting(FRAME.format(earlier), FRAME.format(later)).utterances
