"""Agency credits: whose copy a text says it uses, and whom it merely quotes."""

import pytest

from quellenlage.clean._credits import credit_reader
from quellenlage.clean.masthead import read_masthead
from quellenlage.clean.passages import label_passages
from quellenlage.language import language
from quellenlage.model import Article

READER = credit_reader(language("de"))
BODY = (
    "Der Stadtrat hat am Dienstag den Neubau der Brücke beschlossen, die seit zwei Jahren gesperrt ist. "
    "Die Kosten liegen nach Angaben der Verwaltung bei rund 14 Millionen Euro.\n\n"
    "Bürgermeisterin Jutta Kern sprach von einem guten Tag für die Stadt. Gebaut werden soll ab Mai."
)


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("Mit Informationen von AFP und dpa", ["AFP", "dpa"]),
        ("Mit Material der dpa", ["dpa"]),
        ("dpa/lni", ["dpa"]),
        ("AFP/dpa", ["AFP", "dpa"]),
        ("(kw/dpa)", ["dpa"]),
        ("Mitarbeit: dpa", ["dpa"]),
        ("© dpa-infocom, dpa:260104-930-12345/1", ["dpa"]),
        ("(Berichterstattung durch Ann Lee; Bearbeitung durch Reuters)", ["Reuters"]),
        ("Quelle: KNA", ["KNA"]),
        ("Foto: Jan Stern/dpa", []),
        ("Bildquelle: picture alliance/dpa", []),
        ("Der dpa-Korrespondent lebt in Rom", []),
        ("Meier/Schulze", []),
    ],
)
def test_credit_line(line: str, agencies: list[str]) -> None:
    assert list(READER.line(line)) == agencies


@pytest.mark.parametrize(
    ("text", "length", "agencies"),
    [
        ("Kassel (dpa) - Der Rat", len("Kassel (dpa) - "), ["dpa"]),
        ("Bad Elster (dpa/lsn). Der Rat", len("Bad Elster (dpa/lsn). "), ["dpa"]),
        ("(Reuters) — Der Rat", len("(Reuters) — "), ["Reuters"]),
        ("KASSEL/BONN. Der Rat", len("KASSEL/BONN. "), []),
        ("Frankfurt am Main – Der Rat", len("Frankfurt am Main – "), []),
    ],
)
def test_dateline(text: str, length: int, agencies: list[str]) -> None:
    found = READER.dateline(text)
    assert found is not None
    assert (found.end, list(found.agencies)) == (length, agencies)


@pytest.mark.parametrize(
    "text", ["Der Rat (30 Mitglieder) tagt", "Nach der Wahl (CDU/CSU) ist vor der Wahl", "In Kassel regnet es."]
)
def test_no_dateline(text: str) -> None:
    assert READER.dateline(text) is None


@pytest.mark.parametrize(
    ("before", "after", "agencies"),
    [
        ("Kassel (dpa) - ", "", ["dpa"]),
        ("", " (dpa/red)", ["dpa"]),
        ("", "\n\nMit Material von AFP", ["AFP"]),
        ("", "\n\nAuch interessant: Rekord bei Olympia. Von Reuters", []),
        ("Wie die dpa berichtete, war es knapp. ", "", []),
    ],
)
def test_agencies_of_an_article(before: str, after: str, agencies: list[str]) -> None:
    article = Article("a", "x", f"Stadt bekommt neue Brücke\n\n{before}{BODY}{after}")
    assert list(read_masthead(label_passages(article)).agencies) == agencies
