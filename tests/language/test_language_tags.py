"""Tags, verb features and separated particles in sentences that are easy to get wrong."""

import pytest

from quellenlage.language.german import sentences
from quellenlage.model import Token


def token(text: str, word: str) -> Token:
    return next(t for s in sentences(text, [(0, len(text), "body")]) for t in s.tokens if t.text == word)


TAGS = [
    ("Der Minister hat den Plan verteidigt.", "verteidigt", "VVPP"),
    ("Er sagte, dass sie den Plan verteidigt.", "verteidigt", "VVFIN"),
    ("Die Stadt plant, die Brücke zu sperren.", "sperren", "VVINF"),
    ("Sie versuchte, ihn umzustimmen.", "umzustimmen", "VVIZU"),
    ("Die Männer, die dort arbeiten, streiken.", "arbeiten", "VVFIN"),
    ("Sie wollen dort arbeiten.", "arbeiten", "VVINF"),
    ("Experten warnen davor, zu warten.", "warnen", "VVFIN"),
    ("Sie soll das Geld genommen haben.", "haben", "VAINF"),
    ("Der Brief blieb auf dem Tisch liegen.", "liegen", "VVINF"),
    ("Der Rat zahlt – die Bürger hoffen auf mehr.", "hoffen", "VVFIN"),
    ("Das Amt wies den Vorwurf zurück.", "zurück", "PTKVZ"),
    ("Laut Polizei starben drei Menschen.", "Laut", "APPR"),
    ("Das sagte Landrat Klug.", "Klug", "NE"),
    ("Frau Kurz lehnte ab.", "Kurz", "NE"),
    ("Der Rat will weder verhandeln noch zahlen.", "verhandeln", "VVINF"),
    ("Schreibe uns und folge uns!", "folge", "VVIMP"),
    ("Leserbriefe bitte an die Redaktion.", "bitte", "ADV"),
    ("Er bitte um Geduld.", "bitte", "VVFIN"),
    ("Am Montag regnete es.", "Am", "APPRART"),
    ("Dort leben 14 Familien.", "14", "CARD"),
    ("Es gab Kraft- und Brennstoff.", "Kraft-", "TRUNC"),
    ("Sie wies den Vorwurf entschieden zurück.", "entschieden", "ADJD"),
]


@pytest.mark.parametrize(("text", "word", "tag"), TAGS)
def test_a_word_has_its_tag(text: str, word: str, tag: str) -> None:
    assert token(text, word).tag == tag


MOODS = [
    ("Er sei krank, sagte sie.", "sei", "konj1"),
    ("Sie habe nichts gewusst.", "habe", "konj1"),
    ("Ich habe nichts gewusst.", "habe", "ind"),
    ("Das gehe zu weit.", "gehe", "konj1"),
    ("Er sagte, dass der Zug pünktlich abfahre.", "abfahre", "konj1"),
    ("Das wäre schön.", "wäre", "konj2"),
    ("Sie könnten kommen.", "könnten", "konj2"),
    ("Sie kamen spät.", "kamen", "ind"),
    ("Sie wendeten das Auto.", "wendeten", "ind"),
    ("Sollte es regnen, fällt das Fest aus.", "Sollte", "konj2"),
    ("Wenn alle zustimmten, wäre das gut.", "zustimmten", "konj2"),
    ("Als alle zustimmten, war das gut.", "zustimmten", "ind"),
    ("Der Bus sollte um acht fahren.", "sollte", "ind"),
]


@pytest.mark.parametrize(("text", "word", "mood"), MOODS)
def test_konjunktiv_is_told_from_the_indicative(text: str, word: str, mood: str) -> None:
    assert token(text, word).mood == mood


def test_a_verb_has_tense_number_and_person() -> None:
    verb = token("Die Retter suchten die ganze Nacht.", "suchten")
    assert (verb.tense, verb.number, verb.person) == ("past", "plur", 3)
    verb = token("Wir gehen heim.", "gehen")
    assert (verb.tense, verb.number, verb.person) == ("pres", "plur", 1)


PARTICLES = [
    ("Die Landrätin teilte das am Montag mit.", "teilte", "mitteilen", "mit"),
    ("Er wies den Vorwurf zurück.", "wies", "zurückweisen", "zurück"),
    ("Sie stellte den Plan vor und wies Kritik zurück.", "stellte", "vorstellen", "vor"),
    ("Sie stellte den Plan vor und wies Kritik zurück.", "wies", "zurückweisen", "zurück"),
    ("Das teilte der Mann, der gestern kam, heute mit.", "teilte", "mitteilen", "mit"),
    ("Der Konzern wiegelt ab.", "wiegelt", "abwiegeln", "ab"),
    ("Der Bund hat das Recht inne.", "hat", "innehaben", "inne"),
]


@pytest.mark.parametrize(("text", "word", "lemma", "particle"), PARTICLES)
def test_a_verb_finds_its_particle(text: str, word: str, lemma: str, particle: str) -> None:
    [sentence] = sentences(text, [(0, len(text), "body")])
    verb = next(t for t in sentence.tokens if t.text == word)
    assert verb.lemma == lemma
    assert verb.particle is not None
    assert sentence.tokens[verb.particle].text == particle


def test_a_verb_in_between_keeps_its_own_lemma() -> None:
    assert token("Das teilte der Mann, der gestern kam, heute mit.", "kam").lemma == "kommen"
