"""Mentions in a sentence: proper names with role, phrase and gender; phrases for a role, a body or a group."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.annotate.names import find_names
from quellenlage.language import language
from quellenlage.model import Name

LANG = language("de")


def names(text: str) -> tuple[Name, ...]:
    """All mentions in a text that is one passage."""
    return find_names(text, LANG.sentences(text, [(0, len(text), "body")]), LANG)


@pytest.mark.parametrize(
    ("text", "name", "type_", "role", "whole"),
    [
        ("Das sagte Landrätin Karin Holzer (parteilos) am Montag.", "Karin Holzer", "person", "Landrätin",
         "Landrätin Karin Holzer (parteilos)"),
        ("Südkoreas Verteidigungsminister Kim Yong-hyun warnte davor.", "Kim Yong-hyun", "person",
         "Südkoreas Verteidigungsminister", "Südkoreas Verteidigungsminister Kim Yong-hyun"),
        ("Der britische Verteidigungsminister John Healey sagte das.", "John Healey", "person",
         "britische Verteidigungsminister", "Der britische Verteidigungsminister John Healey"),
        ("Das sagte Drechsler Volker Emmrich am Montag.", "Volker Emmrich", "person", "Drechsler",
         "Drechsler Volker Emmrich"),
        ("Das sagte Reeder Brar Lund am Montag.", "Brar Lund", "person", "Reeder", "Reeder Brar Lund"),
        ("Der Leiter des Betriebshofs, Volker Emmrich, widersprach.", "Volker Emmrich", "person",
         "Leiter des Betriebshofs", "Der Leiter des Betriebshofs, Volker Emmrich"),
        ("Petra Lang, Botschafterin der Ukraine, reiste ab.", "Petra Lang", "person", "Botschafterin der Ukraine",
         "Petra Lang, Botschafterin der Ukraine"),
        ("Die Krankenkasse Medisana meldete einen Angriff.", "Medisana", "organisation", "Krankenkasse",
         "Die Krankenkasse Medisana"),
        ("Nach Angaben des Landratsamts Tannberg ist die Straße zu.", "Landratsamt Tannberg", "organisation", None,
         "des Landratsamts Tannberg"),
        ("Nach dem Unglück hat die Reederei Nordlink Aufklärung versprochen.", "Nordlink", "organisation", "Reederei",
         "die Reederei Nordlink"),
        ("Das Institut für Luft und Klima (ILK) rechnet damit.", "Institut für Luft und Klima", "organisation", None,
         "Das Institut für Luft und Klima"),
        ("Das Rote Kreuz half in der Nacht.", "Rotes Kreuz", "organisation", None, "Das Rote Kreuz"),
        ("Die Gewerkschaft Nahrung kritisierte den Plan.", "Gewerkschaft Nahrung", "organisation", None,
         "Die Gewerkschaft Nahrung"),
        ("Wie die Zeitung »Morgenruf« berichtete, war es so.", "Morgenruf", "organisation", "Zeitung",
         "die Zeitung »Morgenruf"),
        ("Die Nordlandbahn fuhr nicht.", "Nordlandbahn", "organisation", None, "Die Nordlandbahn"),
        ("Der Bericht von Kranz & Olm liegt vor.", "Kranz & Olm", "organisation", None, "Kranz & Olm"),
        ("Das sagte Sven »Keule« Dahlmann.", "Sven »Keule« Dahlmann", "person", None, "Sven »Keule« Dahlmann"),
        ("Das Portal Netzblick24 schrieb darüber.", "Netzblick24", "organisation", "Portal", "Das Portal Netzblick24"),
    ],
)  # fmt: skip
def test_finds_a_proper_name_with_its_role(text: str, name: str, type_: str, role: str | None, whole: str) -> None:
    [found] = [n for n in names(text) if n.proper and n.name == name]
    assert (found.type, found.role, text[found.whole.start : found.whole.end]) == (type_, role, whole)


@pytest.mark.parametrize(
    ("text", "name", "type_", "plural"),
    [
        ("Ein Sprecher des Innenministeriums bestätigte das.", "Sprecher des Innenministeriums", "person", False),
        ("Die 52-Jährige widersprach.", "52-Jährige", "person", False),
        ("Das sagte eine mit der Sache vertraute Person.", "mit der Sache vertraute Person", "person", False),
        ("Deutsche Beamte bestätigten das.", "Deutsche Beamte", "group", True),
        ("Die Nato-Staaten berieten darüber.", "Nato-Staaten", "group", True),
        ("Der südkoreanische Geheimdienst meldete das.", "südkoreanischer Geheimdienst", "organisation", False),
        ("Experten rechnen mit Regen.", "Experten", "group", True),
    ],
)
def test_finds_a_phrase_without_a_name(text: str, name: str, type_: str, plural: bool) -> None:
    found = {n.name: n for n in names(text) if not n.proper}
    assert (found[name].type, found[name].plural) == (type_, plural)


@pytest.mark.parametrize(
    ("text", "gender"),
    [("Ministerin Anna Weber kam.", "f"), ("Minister Jan Weber kam.", "m"), ("Die Abgeordnete Weber kam.", "f")],
)
def test_tells_a_persons_gender(text: str, gender: str) -> None:
    assert [n.gender for n in names(text) if n.type == "person"] == [gender]


def test_knows_a_surname_by_the_full_name_elsewhere() -> None:
    text = "Drosselbrink zögert. Der Bauer Emil Drosselbrink hat viel verloren, und Drosselbrink weiß es."
    assert [n.name for n in names(text) if n.proper] == ["Drosselbrink", "Emil Drosselbrink", "Drosselbrink"]


@pytest.mark.parametrize(
    "text",
    ["", "\0\0", "\ud800 Karl Meier", "„" * 5_000, "1" * 50_000, "😀" * 2_000, "A" * 50_000, "مرحبا بالعالم " * 200],
)
def test_survives_bad_input(text: str) -> None:
    assert all(text[n.start : n.end] for n in names(text))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Der", "Minister", "Karl", "Meier", ",", "(SPD)", "des", "Amtes", "»X«", "sagte", "in", "."])
    )
)
def test_every_span_yields_its_text(parts: list[str]) -> None:
    text = " ".join(parts)
    for name in names(text):
        assert 0 <= name.whole.start <= name.start < name.end <= len(text)
        assert name.end <= name.whole.end
