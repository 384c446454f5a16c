"""Who is meant where no name says it: documents, houses, outlets, levels of the state, sources without a name."""

import pytest
from tests.names.test_names_identity import body, merged
from tests.names.test_names_meant import meant


def names(text: str, outlet: str | None = None) -> list[str | None]:
    """The name of each phrase's entity."""
    return [e.name if e else None for e in meant(text, outlet=outlet)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose words they are
        ("Laut [einer Mitteilung des Ministeriums] stimmt das. Laut [Mitteilung] war es spät.", ["Ministerium", None]),
        ("Der Regierungsrat rechnet laut [Communiqué] mit Kosten.", ["Regierungsrat"]),
        ("Der Regierungsrat und die Firma Kaltex rechnen laut [Communiqué] mit Kosten.", [None]),
        ("Eine Panne gibt es laut [Mitteilung] nicht.", [None]),
        ("Das RKI meldete 12 Fälle. Der Wert lag laut [RKI-Lagebericht vom Mittwochabend] bei 0,8.", ["RKI"]),
        ("Der Wert lag laut [Bericht vom Montagabend] bei 0,8.", [None]),
        ("Das zeigt [ein Protokoll der Feuerwehr Tannberg].", ["Feuerwehr Tannberg"]),
        ("[Der Prüfbericht] nennt Namen.", [None]),
        (
            "Das steht in [einem Bericht der Prüfgesellschaft Brunn]. So steht es in [dem 54 Seiten langen Papier].",
            ["Brunn"] * 2,
        ),
        (
            "Laut [einem Bericht der Polizei] und [einer Studie der Firma Kaltex] ist das so. [Die Studie] nennt mehr.",
            ["Polizei", "Kaltex", None],
        ),
        ("Die Molkerei Halm rief Käse zurück, sagte [eine Erklärung auf ihrer Webseite].", ["Halm"]),
        # a named person whose trade comes later
        ("Jan Ohm hat den Brand überlebt. Dann war das Licht weg, sagt [der Elektriker].", ["Jan Ohm"]),
        ("Peter Ohm hat den Brand überlebt. Dann war das Licht weg, sagt [die Wirtin].", ["Wirtin (anonym)"]),
        ("Jan Ohm und Udo Raab überlebten. Dann war das Licht weg, sagt [der Elektriker].", ["Elektriker (anonym)"]),
        # houses and firms
        ("Das Albers-Museum in Tannberg warnte. [Das Museum] prüft.", ["Albers-Museum"]),
        ("Die Firma Kaltex liefert. Das Museum ist offen. Nach [Angaben des Hauses] kamen viele.", ["Museum"]),
        ("Das teilte [ein Sprecher des Sicherheitsdienstes Bolder] mit.", ["Bolder"]),
        ("Nach Auffassung der Volksbank Lübeck stimmt das. [Die Bank] prüft.", ["Volksbank Lübeck"]),
        ("Udo Raab führt den FC Tannberg. Raab leitet den Verein. Nach [Vereinsangaben] fehlt Geld.", ["FC Tannberg"]),
        ("Im Landratsamt ging niemand ans Telefon. [Dort] zählt man elf Fälle.", ["Landratsamt"]),
        # levels of the state
        ("Die Kantonspolizei Aarfeld kam. [Die Polizei] fand nichts.", ["Kantonspolizei Aarfeld"]),
        ("Die Bundespolizei und die Polizei Tannberg kamen. [Die Polizei] schwieg.", ["Polizei"]),
        ("Die Bundespolizei kam. Die Landespolizei half. [Die Polizei] schwieg.", ["Polizei"]),
        ("Die Stadtpolizei Halm und die Polizei Uri kamen. [Ein Polizeisprecher] ging.", ["Polizeisprecher (anonym)"]),
        ("[Die Staatsanwaltschaft] klagt an. Das sagte [ein Sprecher der Anklagebehörde].", ["Staatsanwaltschaft"] * 2),
        ("[Der Gemeinderat] zahlt. [Gemeinderat Jan Ohm] klagt.", ["Gemeinderat", "Jan Ohm"]),
        ("[Die Bochumer Polizei] fahndet. [Die Dortmunder Polizei] half.", ["Bochumer Polizei", "Dortmunder Polizei"]),
        ("[Die Polizei Bochum] fahndet. [Die Bochumer Polizei] schwieg.", ["Polizei Bochum"] * 2),
        ("[Die Polizei] fahndet. Die Bereitschaftspolizei Halm half.", ["Polizei"]),
        ("In der Universität Halm fand die Obduktion statt. [Sie] bestätigte den Verdacht.", [None]),
        # pronouns by the gender of a body's noun
        ("Die Staatsanwaltschaft Halm ermittelt. Es gebe nichts, sagte [sie].", ["Staatsanwaltschaft Halm"]),
        ("Der Verein Luftig traf die Gewerkschaft Halm. [Sie] sei dagegen.", ["Gewerkschaft Halm"]),
        ("[Der Konzern Kaltex] warnte die Behörde. [Er] wolle prüfen.", ["Konzern Kaltex"] * 2),
        ("Die Gewerkschaft Halm traf die Staatsanwaltschaft. Das sei gut, sagte [er].", [None]),
        # who is left open by a clause that asks
        ("[Sprecherin Eva Lind] kam. Ob Direktorin Ina Ohm davon wusste, ließ [sie] offen.", ["Eva Lind", None]),
        # sources without a name
        ("Ein Mitarbeiter bricht sein Schweigen. „Alles war tot“, sagt [der Mann].", ["Mitarbeiter (anonym)"]),
        ("Ein Insider und ein Mitarbeiter sprachen. „Alles war tot“, sagt [der Mann].", ["Mann (anonym)"]),
        ("Trainer Jan Ohm (45) und Kapitän Ulf Baum sprachen. [Der 45-Jährige] lobte.", ["Jan Ohm"]),
        ("Jan Ohm gibt sein Amt auf. Er sei müde, so [der 64-Jährige].", ["Jan Ohm"]),
        ("Jan Ohm traf einen Mann, 64. Er sei müde, so [der 64-Jährige].", ["64-Jähriger (anonym)"]),
        ("Jan Ohm traf Ulf Baum. Er sei müde, so [der 64-Jährige].", ["64-Jähriger (anonym)"]),
        ("Herr Hamm blieb dabei. „Es waren drei“, sagte [er].", ["Hamm"]),
    ],
)  # fmt: skip
def test_tells_who_is_behind_it(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        ("FANFARE", "Nach [FANFARE-Informationen] ist das falsch."),
        ("Tannberger Welle", "Nach [TW-Recherchen] ist das falsch."),
        ("Der Merkur am Abend", "Nach [MERKUR-Informationen] ist das falsch."),
    ],
)
def test_knows_the_outlet_by_its_short_name(outlet: str, text: str) -> None:
    assert names(text, outlet) == [outlet]


def test_another_papers_information_is_not_the_outlets() -> None:
    assert names("Nach [FANFARE-Informationen] ist das falsch.", "Tannberger Bote") == [None]


def test_the_outlet_is_no_company_that_an_article_speaks_of() -> None:
    text = "Die Kasse Medisana schweigt. Das sagte sie der Norda Welle. [Das Unternehmen] ließ Fragen offen."
    assert names(text, "Norda Welle") == ["Medisana"]


def test_unnamed_officials_of_one_government_are_one_source_that_speaks_for_it() -> None:
    text = "[Ein Vertreter der US-Regierung] lobte. [Ein US-Regierungsvertreter] mahnte. [Ein UN-Vertreter] schwieg."
    [one, again, other], entities = meant(text)
    assert one is not None
    assert one == again != other
    assert one.anonymous
    assert [e.name for e in entities if e.id == one.part_of] == ["USA (Regierung)"]


def test_unnamed_sources_of_two_kinds_stay_two() -> None:
    [insider, worker, back, plural], _ = meant(
        "[Ein Insider] klagte. [Ein Mitarbeiter] widersprach. [Der Insider] ging. [Insider] bestätigten es."
    )
    assert insider == back
    assert len({e.id for e in (insider, worker, plural) if e}) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (body("Kantonspolizei"), body("Polizei", None, "die Polizei")),
        (body("Bundespolizei"), body("Polizei", None, "die Polizei")),
        (body("Kantonspolizei"), body("Polizei Tannberg")),
        (body("Polizei Tannberg"), body("Polizei Halm")),
        (body("Stadtwerke Halm"), body("Sparkasse Halm")),
    ],
)
def test_bodies_of_two_places_or_levels_stay_two(one: object, other: object) -> None:
    assert len(set(merged(one, other))) == 2  # type: ignore[arg-type]


def test_a_pronoun_that_begins_a_sentence_is_no_name_of_a_body() -> None:
    office, other = (
        body("Landratsamt", None, "Das Landratsamt", "Dort"),
        body("Krisenstab", None, "Der Krisenstab", "Dort"),
    )
    assert len(set(merged(office, other, body("Landratsamt Tannberg")))) == 2
