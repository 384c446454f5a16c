"""The words that names and roles are made of: agent nouns, base forms, countries, acronyms."""

import pytest

from quellenlage.language import language
from quellenlage.language.agents import agents
from quellenlage.language.nations import nations
from quellenlage.language.nominative import nominative
from quellenlage.language.wording import key, sounds, spells

LANG = language("de")


@pytest.mark.parametrize(
    ("word", "kind", "base", "modifier", "gender"),
    [
        ("Landesinnenministerin", "person", "minister", "landesinnen", "f"),
        ("Pentagon-Chef", "person", "chef", "pentagon", "m"),
        ("Bäuerinnen", "person", "bauer", "", "f"),
        ("Stadtratsvorsitzende", "person", "vorsitzender", "stadtrats", None),
        ("52-Jährige", "person", "jähriger", "52", None),
        ("Rettungskräften", "group", "rettungskräfte", "", None),
        ("Verkehrsministeriums", "public", "ministerium", "verkehrs", None),
        ("Molkerei", "company", "molkerei", "", None),
        ("Polizeiangaben", "source", "angabe", "polizei", None),
    ],
)
def test_reads_a_noun_for_those_who_speak(word: str, kind: str, base: str, modifier: str, gender: str | None) -> None:
    noun = agents(LANG).noun(word)
    assert noun is not None
    assert (noun.kind, noun.base, noun.modifier, noun.gender) == (kind, base, modifier, gender)


@pytest.mark.parametrize("word", ["Fahrrad", "Apparat", "Tisch", "Autobahn", "", "!", "x" * 100_000])
def test_knows_no_agent_in_other_nouns(word: str) -> None:
    assert agents(LANG).noun(word) is None


@pytest.mark.parametrize(
    ("text", "gender", "plural", "expected"),
    [
        ("dem südkoreanischen Geheimdienst", None, False, "südkoreanischer Geheimdienst"),
        ("Deutschen Wetterdienstes", None, False, "Deutscher Wetterdienst"),
        ("das Rote Kreuz", None, False, "Rotes Kreuz"),
        ("Weißen Hauses", None, False, "Weißes Haus"),
        ("Vereinten Nationen", None, False, "Vereinte Nationen"),
        ("Landratsamts Tannberg", None, False, "Landratsamt Tannberg"),
        ("deutschen Verteidigungsminister", "m", False, "deutscher Verteidigungsminister"),
        ("stellvertretende Vorsitzende der Partei", "f", False, "stellvertretende Vorsitzende der Partei"),
        ("mit den Gesprächen vertrauten Person", "f", False, "mit den Gesprächen vertraute Person"),
        ("Beamten", None, True, "Beamte"),
        ("Zürcher Rückversicherer", None, False, "Zürcher Rückversicherer"),
    ],
)
def test_puts_a_name_in_the_nominative(text: str, gender: str | None, plural: bool, expected: str) -> None:
    assert nominative(LANG).phrase(text, gender, plural) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US-Verteidigungsminister", {"USA"}),
        ("der amerikanische Präsident", {"USA"}),
        ("Südkoreas Außenministerin", {"Südkorea"}),
        ("Botschafter der Ukraine in Polen", {"Ukraine", "Polen"}),
        ("der lorvische Gesandte", {"Lorvien"}),
        ("politische Beamte", set()),
    ],
)
def test_tells_the_countries_of_a_phrase(text: str, expected: set[str]) -> None:
    assert nations(LANG).of(text, {"lorvi": "Lorvien"}) == expected


@pytest.mark.parametrize(
    ("name", "speaks"),
    [("Moskau", "Russland"), ("Kreml", "Russland"), ("Pekings", "China"), ("Kyjiw", "Ukraine"), ("Köln", None)],
)
def test_tells_whose_government_a_seat_is(name: str, speaks: str | None) -> None:
    assert nations(LANG).speaking(name) == speaks


@pytest.mark.parametrize(
    ("long", "short", "expected"),
    [
        ("Institut für Arbeit und Märkte", "IAM", True),
        ("Technisches Hilfswerk", "THW", True),
        ("Bundesamt für Sicherheit in der Informationstechnik", "BSI", True),
        ("Landeskriminalamt", "LKA", False),  # a word alone spells too much
        ("Bundeskriminalamt", "BSI", False),
        ("Verband der Sachversicherer", "GVS", False),
    ],
)
def test_spells_an_acronym(long: str, short: str, expected: bool) -> None:
    assert spells(long.split(), short) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("Selenskyj", "Zelensky"), ("Möhring", "Moehring"), ("Pjöngjang", "Pjongjang"), ("Lukaschenko", "Lukashenko")],
)
def test_hears_two_spellings_as_one(one: str, other: str) -> None:
    assert sounds(one) == sounds(other)


def test_sees_one_name_through_its_cases() -> None:
    assert key("Deutschen Wetterdienstes") == key("Deutscher Wetterdienst")
    assert key("Ostalb-Boten") == key("Ostalb-Bote")
