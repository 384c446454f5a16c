"""What joins the claims of a dispute: who passes a report on, what one side denies twice, how plain a no is."""

import pytest
from tests.story.making import body, person, telling
from tests.story.test_story_claims import claim_of, claims

from quellenlage.model import Derivation

MAYOR = person("m", "Ottilie Kranz", "Bürgermeisterin")
RIVAL = person("r", "Bodo Ehlert", "Oppositionsführer")
EXPERT = person("x", "Selma Tiedje", "Gutachterin")
PAPER = body("p", "Grauwinkler Bote")
EVERYONE = (MAYOR, RIVAL, EXPERT, PAPER)

LEAK = "aus dem Tank der Färberei liefen drei Nächte lang Laugen"
RETOLD = "in der Färberei sei nachts Lauge versickert"


@pytest.mark.parametrize(("outlet", "joined"), [("Grauwinkler Bote", True), ("Landfunk", False)])
def test_what_an_outlet_is_credited_with_is_sought_in_its_own_article(outlet: str, joined: bool) -> None:
    first = telling("a", [("x", "Tiedje", LEAK)], entities=EVERYONE, outlet=outlet)
    later = telling("b", [("p", "der Grauwinkler Bote", RETOLD)], entities=EVERYONE, outlet="Talpost")
    assert ("b-0" in claim_of("a-0", claims(first, later)).statements) is joined


@pytest.mark.parametrize(
    ("value", "unit", "joined"), [(9.0, "t", True), (9.0, "count", False), (9.0, "month", False), (90.0, "count", True)]
)
def test_a_small_number_of_tons_is_rarer_than_a_small_number_of_things(value: float, unit: str, joined: bool) -> None:
    one = telling(
        "a",
        [("m", "Kranz", "im Lager fehlte beim Zählen so viel Getreide")],
        entities=EVERYONE,
        figures=[(0, value, unit)],
    )
    other = telling(
        "b",
        [("x", "Tiedje", "vom Getreide habe der Händler diese Menge nie bekommen")],
        entities=EVERYONE,
        figures=[(0, value, unit)],
    )
    assert ("b-0" in claim_of("a-0", claims(one, other)).statements) is joined


@pytest.mark.parametrize(
    ("denial", "merged"),
    [
        ("Eine Absprache mit Händlern habe er nie getroffen", True),
        ("Mit der Opernintendantin hat Ehlert nie gestritten", False),
    ],
)
def test_what_one_side_denies_twice_in_like_words_is_one_claim(denial: str, merged: bool) -> None:
    no = ("r", "Ehlert", "Ehlert wies das zurück")
    charge = [("m", "Kranz", "Ehlert habe Preise vorab verraten"), no]
    echo = [("x", "Tiedje", "die Liste lag auf seinem Schreibtisch"), no, ("r", "Ehlert", denial)]
    charge.append(("r", "Ehlert", "Eine Absprache mit Händlern gab es nie"))
    found = claims(
        telling("a", charge, entities=EVERYONE, denies=[1, 2]), telling("b", echo, entities=EVERYONE, denies=[1, 2])
    )
    assert (claim_of("a-0", found) is claim_of("b-0", found)) is merged


@pytest.mark.parametrize(
    "denial",
    ["Das ist gefährlicher Unfug.", "Das ist falsch. Ich habe sämtliche Quittungen und Kassenbücher durchgesehen."],
)
def test_a_plain_no_with_a_little_colour_still_denies_what_stands_before_it(denial: str) -> None:
    made = [("x", "Tiedje", LEAK), ("r", "Ehlert", denial)]
    assert claim_of("a-0", claims(telling("a", made, entities=EVERYONE, denies=[1]))).denied_by == ("a-1",)


def test_what_a_side_says_after_its_plain_no_goes_with_it_in_every_copy() -> None:
    said = [
        ("x", "Tiedje", LEAK),
        ("r", "Ehlert", "Ehlert wies das zurück"),
        ("r", "Ehlert", "Alle Becken seien dicht"),
    ]
    given = [telling(name, said, entities=EVERYONE, denies=[1]) for name in ("a", "b")]
    found = claims(*given, derivations=[Derivation("b", "a", "verbatim", 1.0, "")])
    assert claim_of("a-0", found).denied_by == ("a-1", "a-2", "b-1", "b-2")


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("Die Bürgermeisterin bestätigte das", True),
        ("Am Mittwoch hat sie es bestätigt", True),
        ("Sie bestätigte, dass das Freibad erst nach Pfingsten wieder Besucher einlässt", False),
    ],
)
def test_a_short_confirmation_of_it_joins_what_stands_before(words: str, joined: bool) -> None:
    found = claims(telling("a", [("x", "Tiedje", LEAK), ("m", "Kranz", words)], entities=EVERYONE))
    assert ("a-1" in claim_of("a-0", found).statements) is joined


def test_das_stimmt_nicht_denies_what_stands_before_it() -> None:
    said = [("x", "Tiedje", LEAK), ("r", "Ehlert", "Das stimmt nicht. Es hat dieses Telefongespräch nie gegeben.")]
    assert claim_of("a-0", claims(telling("a", said, entities=EVERYONE, denies=[1]))).denied_by == ("a-1",)
