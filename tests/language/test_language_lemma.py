"""Lemmas and heads of compounds, from the tables and where these end."""

import pytest

from quellenlage.language.german import head, lemma, readings

LEMMAS = [
    ("Häusern", "NN", "Haus"), ("Todesopfern", "NN", "Todesopfer"), ("Flüsse", "NN", "Fluss"), ("Toten", "NN", "Tote"),
    ("Verletzter", "NN", "Verletzte"), ("Beamten", "NN", "Beamte"), ("Alter", "NN", "Alter"),
    ("Ministerien", "NN", "Ministerium"),
    ("Landesinnenministern", "NN", "Landesinnenminister"), ("SPD-Abgeordneten", "NN", "SPD-Abgeordnete"),
    ("Quarkzentrifugen", "NN", "Quarkzentrifuge"), ("HOCHWASSER", "NN", "Hochwasser"),
    ("riet", "VVFIN", "raten"), ("geriet", "VVFIN", "geraten"), ("geraten", "VVPP", "geraten"),
    ("gehört", "VVPP", "hören"), ("ging", "VVFIN", "gehen"), ("ist", "VAFIN", "sein"), ("worden", "VAPP", "werden"),
    ("muß", "VMFIN", "müssen"), ("mitzuteilen", "VVIZU", "mitteilen"), ("mitgeteilt", "VVPP", "mitteilen"),
    ("führen", "VVFIN", "führen"), ("erschienen", "VVFIN", "erscheinen"),
    ("gewährt", "VVPP", "gewähren"), ("getwittert", "VVPP", "twittern"),
    ("besten", "ADJA", "gut"), ("letzten", "ADJA", "letzt"), ("hohe", "ADJA", "hoch"), ("ältere", "ADJA", "alt"),
    ("vergangene", "ADJA", "vergangen"), ("40-jährigen", "ADJA", "40-jährig"),
    ("Berliner", "ADJA", "Berliner"), ("1960er", "ADJA", "1960er"), ("2-jähriger", "ADJA", "2-jährig"),
    ("schneller", "ADJD", "schnell"), ("Holzer", "NE", "Holzer"), ("Der", "ART", "der"), ("3.", "ADJA", "3."),
]  # fmt: skip


@pytest.mark.parametrize(("word", "tag", "expected"), LEMMAS)
def test_a_word_has_its_lemma(word: str, tag: str, expected: str) -> None:
    assert lemma(word, tag) == expected


HEADS = [
    ("Todesopfer", "Opfer"), ("Landesinnenminister", "Minister"), ("SPD-Politiker", "Politiker"),
    ("Bundespolizei", "Polizei"), ("Energiekonzern", "Konzern"), ("Hilfsorganisation", "Organisation"),
    ("Mannschaft", "Mannschaft"), ("Bürgermeister", "Bürgermeister"), ("Wirtschaft", "Wirtschaft"),
    ("Angehörige", "Angehörige"), ("Xylqrst", "Xylqrst"), ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("noun", "expected"), HEADS)
def test_a_compound_has_its_head(noun: str, expected: str) -> None:
    assert head(noun) == expected


def test_a_form_has_all_its_readings_indicative_first() -> None:
    assert [r.mood for r in readings("könne", "können")] == ["konj1", "konj1"]
    assert [r.mood for r in readings("gingen", "gehen")] == ["ind", "ind", "konj2", "konj2"]
    assert readings("qqq", "gehen") == ()
    assert readings("gehe", "kein Verb") == ()
