"""Plain sentences of a press release: whose they are, what they do, and which stay nobody's."""

import pytest

from quellenlage.annotate.names import find_names
from quellenlage.annotate.quotations import find_quotations
from quellenlage.language import language
from quellenlage.model import Analysis, Article, Quotation
from quellenlage.pipeline import analyse, compile_ledger

HEAD = "Frostmann AG\nPressemitteilung Nr. 7/2026\n\nKühlhaus Ost arbeitet wieder\n\n"
OPENING = (
    "Die Frostmann AG hat den Betrieb im Kühlhaus Ost nach einer Unterbrechung von wenigen Stunden am Montag wieder "
    "aufgenommen. "
)


def issued(text: str, issuer: str | None = "Frostmann AG") -> list[Quotation]:
    lang = language("de")
    sentences = lang.sentences(text, [(0, len(text), "body")])
    return [q for q in find_quotations(text, sentences, find_names(text, sentences, lang), lang, issuer) if q.issued]


def release(text: str) -> Analysis:
    return analyse(Article("a", "x", HEAD + OPENING + text, published="2026-03-03"))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Die Anlage lief am Montag ohne Störung.", "asserts"),
        ("Wir haben niemanden entlassen.", "denies"),
        ("Diese Darstellung weisen wir zurück.", "denies"),
        ("Frostmann hat die Behörden nicht getäuscht.", "denies"),
        ("Zu keinem Zeitpunkt sind Gase aus unserer Anlage entwichen.", "denies"),
        ("Berichte über einen Brand sind unzutreffend.", "denies"),
        ("Die genannte Menge von 300 Litern entbehrt jeder Grundlage.", "denies"),
        ("Verletzt wurde bei dem Vorfall niemand.", "asserts"),
        ("Das Kühlhaus wird im März keinen Strom brauchen.", "asserts"),
    ],
)
def test_a_plain_sentence_is_the_issuers(text: str, stance: str) -> None:
    assert [(q.type, q.stance) for q in issued(text)] == [("indirect", stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Wer zahlt dafür?",
        "Ein Lager im Osten.",
        "„Wir haben alles geprüft“, sagt Lena Berg.",
        "Laut Landesamt sind 40 Liter ausgelaufen.",
        "Der Minister sagte, die Anlage sei sicher.",
    ],
)
def test_what_states_nothing_or_is_anothers_is_not(text: str) -> None:
    assert issued(text) == []


@pytest.mark.parametrize(
    ("issuer", "text", "count"),
    [
        (None, "Die Anlage lief am Montag ohne Störung.", 0),
        ("Stadt Werder", "Der Rat hat den Kauf beschlossen. 24 Mitglieder stimmten dafür.", 0),
        ("Stadt Werder", "Wir danken allen Helfern. 24 Mitglieder stimmten dafür.", 2),
        ("Stadt Werder", "„Wir wollen das“, sagt Lena Berg. 24 Mitglieder stimmten dafür.", 0),
        ("Bund der Imker e.V.", "24 Mitglieder stimmten dafür.", 1),
    ],
)
def test_a_public_body_that_only_records_makes_no_statement(issuer: str | None, text: str, count: int) -> None:
    assert len(issued(text, issuer)) == count


@pytest.mark.parametrize(
    "text",
    [
        "80 Menschen verließen die Halle.",
        "Nach unserer Bewertung sind 80 Menschen betroffen.",
        "Nach derzeitiger Einschätzung sind 80 Menschen betroffen.",
        "Wir stellen fest: 80 Menschen verließen die Halle.",
    ],
)
def test_its_figures_have_its_authority(text: str) -> None:
    analysis = release(text)
    names = {e.id: e.name for e in analysis.entities}
    found = [f for f in analysis.figures if f.low == 80]
    assert [names.get(f.attributed_to or "") for f in found] == ["Frostmann AG"]
    assert all(f.statement for f in found)


def test_anothers_figure_stays_anothers() -> None:
    analysis = release("Laut Landesamt sind 80 Liter ausgelaufen.")
    names = {e.id: e.name for e in analysis.entities}
    assert [names.get(f.attributed_to or "") for f in analysis.figures if f.low == 80] == ["Landesamt"]


def test_sentences_in_a_row_are_statements_one_by_one() -> None:
    analysis = release("Die Leitung war dicht. Das Unternehmen hat kein Geld angeboten.")
    assert [(s.quote_text, s.stance) for s in analysis.statements][-2:] == [
        (("Die Leitung war dicht",), "asserts"),
        (("Das Unternehmen hat kein Geld angeboten",), "denies"),
    ]
    assert len({s.speaker for s in analysis.statements}) == 1


@pytest.mark.parametrize(
    ("phrase", "house"),
    [
        ("Vorständin Lena Berg", "Frostmann AG"),
        ("Lena Berg, Vorsitzende der Geschäftsführung", "Frostmann AG"),
        ("Werkschefin Lena Berg", "Frostmann AG"),
        ("Feuerwehrchefin Lena Berg", None),
        ("Ministerin Lena Berg", None),
    ],
)
def test_its_executives_speak_for_it(phrase: str, house: str | None) -> None:
    analysis = release(f"„Wir haben alles geprüft“, sagt {phrase}.")
    names = {e.id: e.name for e in analysis.entities}
    assert [names.get(e.part_of or "") for e in analysis.entities if e.name == "Lena Berg"] == [house]


def test_what_it_says_and_a_paper_reports_has_one_origin_and_is_no_reporting() -> None:
    said = release("Aus der Leitung am Kühlhaus sind höchstens 40 Liter Ammoniak ausgetreten.")
    text = "Ammoniak im Kühlhaus\n\nIm Kühlhaus Ost sind laut Frostmann AG höchstens 40 Liter Ammoniak ausgetreten."
    told = analyse(Article("b", "y", text, outlet="Werderaner Anzeiger", published="2026-03-04"))
    ledger = compile_ledger([said, told])
    (claim,) = (c for c in ledger.claims if len(c.articles) == 2)
    assert [(o.label, o.kind) for o in claim.origins] == [("Frostmann AG", "utterance")]
