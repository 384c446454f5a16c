"""Who denies, who declines, and what is hedged."""

from collections.abc import Callable

import pytest

from quellenlage.model import Quotation

Find = Callable[[str], tuple[Quotation, ...]]

STANCES = [
    ("Der Konzern dementiert.", "denies"),
    ("Die Firma wies die Vorwürfe zurück.", "denies"),
    ("Die Kanzlei bestritt, das Geld erhalten zu haben.", "denies"),
    ("„Davon kann keine Rede sein“, sagte Weber.", "denies"),
    ("„Das ist frei erfunden“, sagte Weber.", "denies"),
    ("„Nein. Wir haben nichts bekommen“, sagte Weber.", "denies"),
    ("Weber sagte, es habe keine Gespräche gegeben.", "denies"),
    ("Weber bestreitet nicht, dass es Fehler gab.", "asserts"),
    ("„Nein, da haben wir uns geirrt“, sagte Weber.", "asserts"),
    ("Die Präsidentin schloss einen Rücktritt aus.", "denies"),
    ("Die Lage wäre anders, wenn Raab nichts gewusst hätte, sagte Weber.", "asserts"),
    ("An wen, wollte Weber nicht sagen.", "declines"),
    ("Zu welchem Preis, wollte Weber auf Nachfrage nicht verraten.", "declines"),
    ("„Es gibt keinen Grund zur Panik“, sagte Weber.", "asserts"),
    ("Die Bahn wollte sich nicht äußern.", "declines"),
    ("Der Vorstand war für unsere Zeitung nicht zu sprechen.", "declines"),
    ("Der Vorstand war für eine Stellungnahme nicht zu erreichen.", "declines"),
    ("Die Werft möchte das „zum jetzigen Zeitpunkt“ nicht kommentieren.", "declines"),
    ("Die Ministerin will den Brief nie gesehen haben.", "denies"),
    ("Für einen Einbruch gibt es nach Angaben der Polizei keine Anhaltspunkte.", "denies"),
    ("Der Verband rückte von seinen 35 Tonnen ab.", "denies"),
    ("Das Ministerium lehnte einen Kommentar ab.", "declines"),
    ("Sie lehnte es ab, die Zahlen zu kommentieren.", "declines"),
    ("Eine Anfrage ließ die Kanzlei unbeantwortet.", "declines"),
    ("Weber wollte das weder bestätigen noch dementieren.", "declines"),
    ("Ob Lösegeld gefordert wird, wollte Weber nicht sagen.", "declines"),
    ("Gerüchte über eine Absprache nannte Weber „Unsinn“.", "denies"),
    ("Weber zweifelt daran.", "denies"),
    ("Die Polizei schließt aus, dass es Brandstiftung war.", "denies"),
    ("Die Polizei schließt nicht aus, dass es Brandstiftung war.", "asserts"),
    ("Die Züge fahren heute nicht, sagte Weber.", "asserts"),
    ("„Daran glaube ich nicht“, sagte Weber.", "denies"),
    ("Für einen Einbruch gebe es keinen Beleg, sagte Weber.", "denies"),
    ("Weber widersprach Berichten, es sei Geld geflossen.", "denies"),
    ("Dass Geld geflossen sei, wollte Weber weder bestätigen noch dementieren.", "declines"),
    ("Niemand werde entlassen, versicherte Weber.", "asserts"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stance_comes_from_the_verb_or_from_the_words(find: Find, text: str, stance: str) -> None:
    assert find(text)[0].stance == stance


CERTAINTIES = [
    ("Das Amt vermutet, dass die Leitung gebrochen ist.", "hedged"),
    ("Möglicherweise sei die Leitung gebrochen, sagte Weber.", "hedged"),
    ("Der Fahrer soll geflüchtet sein.", "hedged"),
    ("Die Leitung sei gebrochen, sagte Weber.", "certain"),
]


@pytest.mark.parametrize(("text", "certainty"), CERTAINTIES)
def test_certainty_comes_from_verbs_of_belief_hearsay_and_adverbs(find: Find, text: str, certainty: str) -> None:
    assert find(text)[0].certainty == certainty


def test_what_follows_a_denial_in_the_negative_is_the_denial(find: Find) -> None:
    found = find("Weber bestreitet das. „Mir ist nie ein Papier vorgelegt worden“, sagte er.")
    assert [q.stance for q in found] == ["denies", "denies"]


def test_what_a_denial_by_its_words_is_followed_by_asserts(find: Find) -> None:
    found = find("„Das ist falsch“, sagte Weber. Der Neubau werde nicht vor Mai fertig.")
    assert [q.stance for q in found] == ["denies", "asserts"]


def test_what_follows_a_colon_after_a_denial_is_what_is_said_instead(find: Find) -> None:
    found = find("Das Amt wies das zurück: Die erste Probe stamme vom Montag.")
    assert [q.stance for q in found] == ["denies", "asserts"]
