"""Press releases: whose text it is, what only sounds like one, and the lines on the house at the end."""

import pytest

from quellenlage.clean.masthead import read_masthead
from quellenlage.clean.passages import label_passages
from quellenlage.model import Article

BODY = (
    "Die Frostmann AG hat den Betrieb im Kühlhaus Ost nach einer kurzen Unterbrechung am Montag wieder aufgenommen, "
    "und alle Beschäftigten sind wohlauf.\n\nDie"
    " Prüfung der Leitungen hat der Sachverständige am Dienstag abgeschlossen; er "
    "fand in beiden Hallen keine Mängel, die den Betrieb gefährden."
)
TITLE = "Kühlhaus Ost arbeitet wieder"
ABOUT = "Über Frostmann\nDie Frostmann AG betreibt 12 Kühlhäuser und beschäftigt 900 Menschen."


def read(head: str, tail: str, title: str = TITLE) -> Article:
    return read_masthead(label_passages(Article("a", "x", f"{head}\n\n{title}\n\n{BODY}\n\n{tail}\n")))


@pytest.mark.parametrize(
    ("head", "tail", "issuer"),
    [
        ("Frostmann AG\nPressemitteilung Nr. 7/2026", "", "Frostmann AG"),
        ("frostmann\nWerder, 3. März 2026 – Medienmitteilung 7", "", "Frostmann AG"),
        ("FROSTMANN AG\nPRESSEINFORMATION", "", "Frostmann AG"),
        ("Frostmann AG\nPresseaussendung vom 3. März 2026", ABOUT, "Frostmann AG"),
        (
            "Frostmann AG\nNewsroom / Presseaussendungen / 7-2026",
            "Rückfragehinweis: Lena Berg, 0123 45678",
            "Frostmann AG",
        ),
        ("", f"{ABOUT}\n\nPressekontakt: Lena Berg, 0123 45678", "Frostmann AG"),
        (
            "",
            "Pressekontakt:\nLena Berg\nOriginal-Content von: Frostmann AG, übermittelt durch ein Portal",
            "Frostmann AG",
        ),
    ],
)
def test_a_release_is_the_text_of_its_issuer(head: str, tail: str, issuer: str) -> None:
    assert read(head, tail).issuer == issuer


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("Werderaner Anzeiger\nLokales | Sport | Pressemitteilungen | Abo", ""),
        ("Werderaner Anzeiger\nPressemitteilung", ""),
        ("Werderaner Anzeiger", "Das teilte die Frostmann AG in der Pressemitteilung Nr. 7/2026 mit."),
        ("Werderaner Anzeiger\nPressemitteilung der Frostmann AG", ""),
        ("Werderaner Anzeiger", "Über den Autor: Jens Kahl schreibt seit 2010 für den Anzeiger."),
        ("Werderaner Anzeiger", ABOUT),
        ("kuehlblog\nStart | Newsroom | Über kuehlblog", "Über kuehlblog\nWir schreiben seit 2011 über Kälte."),
        ("", "Pressekontakt: Lena Berg, 0123 45678"),
    ],
)
def test_a_report_that_mentions_one_is_none(head: str, tail: str) -> None:
    assert read(head, tail).issuer is None


@pytest.mark.parametrize("joint", ["\n", ": "])
def test_what_a_house_says_of_itself_is_furniture(joint: str) -> None:
    article = read("Frostmann AG\nPressemitteilung Nr. 7/2026", ABOUT.replace("\n", joint))
    roles = {p.role for p in article.passages if p.start >= article.text.index("Über Frostmann")}
    assert roles == {"furniture"}
    assert any(p.role == "body" for p in article.passages)


def test_a_report_keeps_a_passage_on_a_firm() -> None:
    article = read("Werderaner Anzeiger", "Über Frostmann: Die Frostmann AG betreibt 12 Kühlhäuser in drei Ländern.")
    assert article.issuer is None
    assert article.passages[-1].role == "body"


@pytest.mark.parametrize(
    ("printed", "outlet"), [("frostmann", "Frostmann"), ("Frostmann AG", "Frostmann AG"), (None, "Frostmann AG")]
)
def test_the_outlet_is_written_as_the_text_writes_its_issuer(printed: str | None, outlet: str) -> None:
    text = f"Pressemitteilung Nr. 7/2026\n\n{TITLE}\n\n{BODY}\n\n{ABOUT}"
    assert read_masthead(label_passages(Article("a", "x", text, outlet=printed))).outlet == outlet
