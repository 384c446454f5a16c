"""One utterance in different words: what counts as drift, of which kind, and which words are marked."""

import random
from collections.abc import Sequence

import pytest
from tests.story.making import telling

from quellenlage.model import Article, Derivation, Drift, Ledger, Span, Story
from quellenlage.pipeline import analyse, compile_ledger
from quellenlage.story.align import align
from quellenlage.story.drift import find_utterances
from quellenlage.story.origins import find_origins

AROUND = (
    "Grauwinkel. {} Die Sitzung im Rathaus von Grauwinkel dauerte am Dienstag vier Stunden, "
    "danach sprachen die Beteiligten mit den Reportern vor der Tür."
)
KRANZ, EHLERT = "Bürgermeisterin Ottilie Kranz", "Feuerwehrchef Bodo Ehlert"


def articles(*sayings: str) -> list[Article]:
    """Articles of one story, an hour apart."""
    return [
        Article(f"a{i}", f"{i}.txt", AROUND.format(said), outlet=f"Blatt {i}", published=f"2025-03-04T{10 + i}:00")
        for i, said in enumerate(sayings)
    ]


def ledger(*sayings: str) -> Ledger:
    """The ledger of articles that each hold one saying."""
    return compile_ledger(map(analyse, articles(*sayings)))


def drift(earlier: str, later: str) -> tuple[Drift, list[str], list[str]]:
    """The one drift between two sayings, with the words that it marks in either text."""
    made = ledger(earlier, later)
    (utterance,) = made.utterances
    (found,) = utterance.drifts
    return found, marked(made.articles[0], found.lost), marked(made.articles[1], found.differs)


def marked(article: Article, spans: Sequence[Span]) -> list[str]:
    return [article.text[s.start : s.end] for s in spans]


@pytest.mark.parametrize(
    ("earlier", "later", "kinds", "lost", "new"),
    [
        (
            f"„Die alte Brücke über die Lohe könnte im Herbst gesperrt werden“, sagte {KRANZ}.",
            f"„Die alte Brücke über die Lohe wird im Herbst gesperrt“, sagte {KRANZ}.",
            {"hardened"}, ["könnte"], ["wird"],
        ),
        (
            f"{KRANZ} sagte, der mutmaßliche Brandstifter habe die Scheune am Waldrand angezündet.",
            f"{KRANZ} sagte, der Brandstifter habe die Scheune am Waldrand angezündet.",
            {"hardened"}, ["mutmaßliche"], [],
        ),
        (
            f"{KRANZ} sagte, mehr als 3.000 Haushalte in Grauwinkel seien ohne Strom.",
            f"{KRANZ} sagte, 3.000 Haushalte in Grauwinkel seien ohne Strom.",
            {"hardened"}, ["mehr als 3.000 Haushalte"], ["3.000 Haushalte"],
        ),
        (
            f"{KRANZ} sagte, die Lage am Deich der Lohe sei gefährlich für Anwohner.",
            f"{KRANZ} sagte, die Lage am Deich der Lohe sei äußerst gefährlich für Anwohner.",
            {"hardened"}, [], ["äußerst"],
        ),
        (
            f"{KRANZ} sagte, die Risse im Pfeiler stammten vom Frost des Winters.",
            f"{KRANZ} sagte, die Risse im Pfeiler stammten vermutlich vom Frost des Winters.",
            {"softened"}, [], ["vermutlich"],
        ),
        (
            f"{KRANZ} sagte, die Standsicherheit der Brücke lasse sich derzeit nicht nachweisen.",
            f"{KRANZ} sagte, die Standsicherheit der Brücke lasse sich nicht nachweisen.",
            {"hardened"}, ["derzeit"], [],
        ),
        (
            f"„Wir haben die Risse im Pfeiler nicht gesehen“, sagte {KRANZ}.",
            f"„Wir haben die Risse im Pfeiler gesehen“, sagte {KRANZ}.",
            {"negation"}, ["nicht"], [],
        ),
        (
            f"{KRANZ} sagte, in der Scheune am Waldrand hätten 23 Schafe gestanden.",
            f"{KRANZ} sagte, in der Scheune am Waldrand hätten 32 Schafe gestanden.",
            {"number"}, ["23 Schafe"], ["32 Schafe"],
        ),
        (
            f"„Die Sanierung der Turnhalle ist eine Belastung für die Gemeinde“, sagte {KRANZ}.",
            f"„Die Sanierung der Turnhalle ist eine Bürde für die Gemeinde“, sagte {KRANZ}.",
            {"reworded"}, ["Belastung"], ["Bürde"],
        ),
        (
            f"{KRANZ} sagte, das Abkommen mit dem Kreis sei rechtlich bindend und brauche die Zustimmung beider Räte.",
            f"{KRANZ} sagte, das Abkommen mit dem Kreis brauche die Zustimmung beider Räte.",
            {"shortened"}, ["rechtlich bindend"], [],
        ),
        (
            f"„Wir sind an unsere Grenzen gekommen, die Schläuche sind nass“, sagte {KRANZ}.",
            f"„Wir sind an unsere Grenzen gekommen, die Schläuche sind nass“, sagte {EHLERT}.",
            {"reattributed"}, [], [],
        ),
    ],
)  # fmt: skip
def test_a_difference_is_found_named_and_marked(
    earlier: str, later: str, kinds: set[str], lost: list[str], new: list[str]
) -> None:
    found, gone, come = drift(earlier, later)
    assert (set(found.kinds), gone, come) == (kinds, lost, new)
    assert found.reason


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            f"„Wir haben die Risse im Pfeiler schon 2019 gesehen“, sagte {KRANZ}.",
            f"{KRANZ} sagte, man habe die Risse im Pfeiler bereits 2019 gesehen.",
        ),
        (
            f"„Die Straße am Deich wird morgen früh geöffnet“, sagte {KRANZ}.",
            f"»Die Strasse am Deich wird morgen früh geöffnet«, so {KRANZ}.",
        ),
        (
            f"„Mit Hilfe der Pumpen ist der Keller der Schule jetzt trocken“, sagte {KRANZ}.",
            f"„Mithilfe der Pumpen ist der Keller der Schule jetzt trocken“, sagte {KRANZ}.",
        ),
        (
            f"{KRANZ} sagte, es lägen keine Hinweise auf ein Verbrechen im Rathaus vor.",
            f"{KRANZ} sagte, Hinweise auf ein Verbrechen im Rathaus lägen nicht vor.",
        ),
    ],
)
def test_grammar_and_spelling_are_no_drift(earlier: str, later: str) -> None:
    assert not ledger(earlier, later).utterances


def test_two_utterances_of_one_speaker_on_one_matter_are_no_drift() -> None:
    first = f"„Die Brücke über die Lohe bleibt vorerst offen“, sagte {KRANZ}."
    second = f"{KRANZ} sagte, für die neue Brücke fehlten der Stadt noch Zuschüsse."
    assert not ledger(first, second).utterances


def test_daily_reports_in_one_form_are_not_one_utterance() -> None:
    given = articles(*(f"{KRANZ} sagte, im Kreis seien {n} neue Fälle gemeldet worden." for n in (113, 158)))
    later = Article(given[1].id, given[1].path, given[1].text, outlet="Blatt 1", published="2025-03-05T10:00")
    assert not compile_ledger(map(analyse, [given[0], later])).utterances


def test_a_word_for_word_copy_of_a_drifted_wording_is_listed_without_a_drift_of_its_own() -> None:
    first = f"„Die alte Brücke über die Lohe könnte im Herbst gesperrt werden“, sagte {KRANZ}."
    second = f"„Die alte Brücke über die Lohe wird im Herbst gesperrt“, sagte {KRANZ}."
    (utterance,) = ledger(first, second, second.replace("sagte", "so")).utterances
    assert (len(utterance.statements), len(utterance.drifts)) == (3, 1)


def test_the_order_of_the_input_never_matters() -> None:
    sayings = [
        f"„Die alte Brücke über die Lohe könnte im {when} gesperrt werden“, sagte {KRANZ}."
        for when in ("Herbst", "Mai")
    ]
    given = [
        analyse(a) for a in articles(*sayings, sayings[0].replace("könnte", "soll"), sayings[1].replace("alte ", ""))
    ]
    shuffled = random.Random(7).sample(given, len(given))
    assert compile_ledger(given).utterances == compile_ledger(shuffled).utterances != ()


def test_many_copies_of_two_wordings_are_compared_once() -> None:
    said = ("die Risse im Pfeiler der Brücke seien vermutlich alt", "die Risse im Pfeiler der Brücke seien alt")
    given = [
        telling(f"a{n:03}", [("m", "Kranz", said[n > 0 and n % 2])], published=f"2025-03-04T{n // 60:02}:{n % 60:02}")
        for n in range(300)
    ]
    story = Story("s", "", tuple(a.article.id for a in given))
    tie = [Derivation("a001", "a000", "verbatim", 1.0, "gleich")]
    claims = find_origins(align(given, [story], tie), given, tie, ())
    (utterance,) = find_utterances(claims, given, tie, ())
    assert (len(utterance.statements), len(utterance.drifts)) == (300, 1)
