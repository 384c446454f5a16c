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
        ("Laut der „Neuen Lindauer Zeitung“ ist das Geld weg.", ["Neue Lindauer Zeitung"]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wie der Landbote zuvor berichtet hatte, soll das Werk im Mai schließen.", ["Landbote"]),
        ("Das sagte der Minister der Rheinischen Post.", ["Rheinische Post"]),
        ("„Wir warten ab“, sagte die Rektorin der „Saarbrücker Zeitung“.", ["Saarbrücker Zeitung"]),
        (
            "Nach Informationen von NDR, WDR und „Süddeutscher Zeitung“ wusste die Behörde davon.",
            ["NDR", "WDR", "Süddeutsche Zeitung"],
        ),
        ("Nach SPIEGEL-Informationen prüft die Bahn den Verkauf.", ["Spiegel"]),
        ("Der Preis werde steigen, so das Portal Netzblick.", ["Netzblick"]),
        ("Im Interview mit dem Deutschlandfunk nannte sie das Vorgehen falsch.", ["Deutschlandfunk"]),
        ("Im Gespräch mit dem Tagesspiegel wich der Senator aus.", ["Tagesspiegel"]),
        ("Gegenüber dem Sender RTL erklärte er, er trete zurück.", ["RTL"]),
        ("Die Rakete sei gestartet, meldete die Nachrichtenagentur Yonhap.", ["Yonhap"]),
        ("Die „Bild“-Zeitung hatte zuerst über den Fall berichtet.", ["Bild"]),
        ("Laut „Bild“ ist der Vertrag unterschrieben.", ["Bild"]),
        ("Der Konzern will bauen, wie die Zeitung „Welt“ meldet.", ["Welt"]),
        ("Das sei ein Fehler gewesen, zitierte ihn die New York Times.", ["New York Times"]),
        ("Zuerst hatte der Branchendienst Lagerkontor darüber berichtet.", ["Lagerkontor"]),
        ("Der Fernsehsender CNN berichtete unter Berufung auf Beamte, das Schiff sei leer.", ["CNN"]),
        ("Der Kleinen Zeitung zufolge kennt die Gemeinde den Plan seit Juni.", ["Kleine Zeitung"]),
        ("Einem Bericht der „Financial Times“ zufolge droht eine Strafe.", ["Financial Times"]),
        ("Das sagte sie den Zeitungen der Funke Mediengruppe.", ["Funke Mediengruppe"]),
        ("Die Lage sei ernst, sagte er dem Redaktionsnetzwerk Deutschland (RND).", ["Redaktionsnetzwerk Deutschland"]),
        ("„Das reicht nicht“, sagte die Ärztin im ZDF-„Morgenmagazin“.", ["ZDF"]),
        ("Die Klage sei fertig, schrieb der „Stern“ am Mittwoch.", ["Stern"]),
        ("Recherchen von Correctiv zufolge flossen 40.000 Euro.", ["Correctiv"]),
        ("Das geht aus einem Vermerk hervor, der der „taz“ vorliegt.", ["Vermerk", "taz"]),
        ("Die Unterlagen liegen der Süddeutschen Zeitung vor.", ["Süddeutsche Zeitung"]),
        ("Wie tagesschau.de berichtet, fehlt die Genehmigung.", ["tagesschau.de"]),
        ("„Das war abgesprochen“, sagte der Händler der Financial Times.", ["Financial Times"]),
        ("Auf Anfrage der F.A.Z. teilte die Kammer mit, sie prüfe das.", ["F.A.Z."]),
        ("Nach Angaben des Senders Radio Nordkap ist die Straße offen.", ["Radio Nordkap"]),
        ("In einem Gastbeitrag für die „Welt am Sonntag“ forderte er Geduld.", ["Welt am Sonntag"]),
        ("Im Podcast „Lage am Abend“ sprach sie von einem Irrtum.", ["Lage am Abend"]),
        ("Die italienische Zeitung „La Sponda“ berichtet von neun Festnahmen.", ["La Sponda"]),
        ("Er verwies auf einen Artikel im „Economist“.", ["Economist"]),
        ("Bloomberg zufolge sind drei Banken beteiligt.", ["Bloomberg"]),
        ("Der Verkauf sei geplatzt, hieß es zunächst im Handelsblatt.", ["Handelsblatt"]),
        ("Die Werte hatte das Magazin „Kontor“ veröffentlicht.", ["Kontor"]),
        ("Darüber hatte am Montag zuerst der Nordkurier berichtet.", ["Nordkurier"]),
        ("Gegenüber der BBC räumte sie den Fehler ein.", ["BBC"]),
        ("Der Deutschen Welle sagte er, die Wahl sei frei gewesen.", ["Deutsche Welle"]),
        ("Die Zahl nannte er in den ARD-„Tagesthemen“.", ["ARD"]),
    ],
)
def test_forty_ways_to_lean_on_a_medium(text: str, expected: list[str]) -> None:
    assert sorted(cites(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Sie schrieb jahrelang Kolumnen für die „Washington Post“.",
        "Er ist seit 2019 Geschäftsführer der Mediengruppe Nordlicht.",
        "Anlass war ein Newsletter Michels vom Dienstagabend.",
        "Es ging um den Umgang mit Sinti und Roma.",
        "Bei der „Querdenker“-Demo sprach auch der Wirt.",
        "Die ARD zeigt den Film am Sonntagabend.",
        "Für ihn hatte das ZDF bereits Ersatz gefunden.",
        "Mit dem Newsletter „Morgenlage“ wissen Sie mehr.",
        "Der Name wird auch wie „Kosmos I“ für die Werbung genutzt.",
        "Freier Zugang zu allen Podcasts Nicht enthalten: das E-Paper.",
        "Wie die Zeugin berichtet, war das Bild schief.",
        "Laut Polizei war die Straße glatt.",
        "Mehrere Medien berichteten darüber.",
        "Die Fraktionsspitze will den Entwurf am Montag vorlegen.",
        "Die Welt hat sich verändert, sagte der Pfarrer.",
        "Die Mannschaft spielt im Standard 4-4-2, wie der Trainer berichtet.",
        "Der Radiosender Welle Süd sucht einen neuen Chef.",
        "Der Sender RTL hat die Serie abgesetzt.",
        "Die Post hat berichtet, dass Pakete liegen bleiben.",
        "Wie im Spiegel sah sie ihr eigenes Leben, erzählte sie.",
    ],
)
def test_a_medium_that_is_only_mentioned_is_none(text: str) -> None:
    assert cites(text) == []


def test_the_own_outlet_is_no_source() -> None:
    assert cites("Das berichtet die Zeitung Kurier am Morgen.", "Kurier am Morgen") == []
