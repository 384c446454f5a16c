"""What says the same, what stands against it, and how many independent origins are behind it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.story.making import body, person, telling

from quellenlage.model import Analysis, Citation, Claim, Derivation, Entity, Figure, Story
from quellenlage.story._sides import speaks_for
from quellenlage.story.align import align
from quellenlage.story.origins import find_origins
from quellenlage.story.series import find_series

MAYOR = person("m", "Ottilie Kranz", "Bürgermeisterin")
RIVAL = person("r", "Bodo Ehlert", "Oppositionsführer")
EXPERT = person("x", "Selma Tiedje", "Gutachterin")
WORKS = body("w", "Straßenbauamt")
CHIEF = person("c", "Jörn Abel", "Leiter des Straßenbauamts")
PAPER = body("p", "Grauwinkler Bote")
EVERYONE = (MAYOR, RIVAL, EXPERT, WORKS, CHIEF, PAPER)

CRACKS = "die Risse im Pfeiler seien schon 2019 bekannt gewesen"
COSTS = "der Neubau werde 44 Millionen Euro kosten"


def claims(
    *given: Analysis, derivations: Sequence[Derivation] = (), citations: Sequence[Citation] = ()
) -> tuple[Claim, ...]:
    """Claims with origins, of analyses that are one story."""
    story = Story("s", "", tuple(a.article.id for a in given))
    series, _ = find_series(given, [story], derivations)
    return find_origins(align(given, [story], derivations), given, derivations, citations, series=series)


def claim_of(statement: str, found: Sequence[Claim]) -> Claim:
    """The claim that a statement makes."""
    return next(c for c in found if statement in c.statements)


def says(name: str, who: Entity | None, what: str, **known: object) -> Analysis:
    """An article of one statement."""
    wording = who.name if who else None
    return telling(name, [(who.id if who else None, wording, what)], entities=EVERYONE, **known)  # type: ignore[arg-type]


def test_the_same_said_in_two_articles_is_one_claim() -> None:
    found = claims(
        says("a", MAYOR, CRACKS), says("b", EXPERT, "dass die Risse im Pfeiler bereits seit 2019 bekannt seien")
    )
    assert claim_of("a-0", found).statements == ("a-0", "b-0")


def test_every_statement_has_a_claim_if_need_be_alone() -> None:
    given = [says("a", MAYOR, CRACKS), says("b", RIVAL, "man habe im Sommer andere Sorgen"), says("c", None, COSTS)]
    assert sorted(s for c in claims(*given) for s in c.statements) == ["a-0", "b-0", "c-0"]


def test_the_same_words_with_another_number_by_another_side_are_another_claim() -> None:
    said = "die Kosten könnten auf 40 Millionen Euro steigen, wenn wir jetzt nicht handeln"
    given = [
        says("a", MAYOR, said, figures=[(0, 40e6, "EUR")]),
        says("b", RIVAL, said.replace("40", "140"), figures=[(0, 140e6, "EUR")]),
    ]
    assert len(claims(*given)) == 2


def test_other_numbers_of_one_unit_are_another_claim() -> None:
    given = [
        says("a", MAYOR, COSTS, figures=[(0, 44e6, "EUR")]),
        says("b", RIVAL, COSTS.replace("44", "71"), figures=[(0, 71e6, "EUR")]),
    ]
    assert len(claims(*given)) == 2


def test_what_one_says_and_another_says_with_a_negation_is_set_against_it() -> None:
    found = claims(says("a", MAYOR, CRACKS), says("b", RIVAL, CRACKS.replace("schon", "nicht schon")))
    assert claim_of("a-0", found).denied_by == ("b-0",)
    assert "b-0" not in claim_of("a-0", found).statements


@pytest.mark.parametrize("denial", ["Ehlert wies das zurück", "Das ist falsch", "Ehlert dementierte den Bericht"])
def test_a_plain_no_denies_what_another_said_just_before(denial: str) -> None:
    made = telling(
        "a",
        [("x", "Tiedje", "die Stadt habe Spenden angenommen"), ("m", "Kranz", CRACKS), ("r", "Ehlert", denial)],
        entities=EVERYONE,
        denies=[2],
    )
    assert claim_of("a-1", claims(made)).denied_by == ("a-2",)


def test_nobody_denies_what_the_same_side_said() -> None:
    sayings = [("c", "Abel", CRACKS), ("w", "das Straßenbauamt", "Das Amt weist Vorwürfe zurück")]
    found = claims(telling("a", sayings, entities=EVERYONE, denies=[1]))
    assert claim_of("a-0", found).denied_by == ()


def test_a_denial_with_content_finds_its_claim_in_another_article() -> None:
    denial = telling("b", [("r", "Ehlert", CRACKS.replace("schon", "nie"))], entities=EVERYONE, denies=[0])
    assert claim_of("a-0", claims(says("a", MAYOR, CRACKS), denial)).denied_by == ("b-0",)


def origins(found: Sequence[Claim], statement: str) -> tuple[int, int]:
    claim = claim_of(statement, found)
    return claim.independent_low, claim.independent_high


def test_two_people_are_two_origins() -> None:
    assert origins(claims(says("a", MAYOR, CRACKS), says("b", EXPERT, CRACKS)), "a-0") == (2, 2)


def test_one_person_in_two_articles_is_one() -> None:
    assert origins(claims(says("a", MAYOR, CRACKS), says("b", MAYOR, CRACKS)), "a-0") == (1, 1)


def test_a_body_and_its_head_are_one() -> None:
    assert origins(claims(says("a", WORKS, CRACKS), says("b", CHIEF, CRACKS)), "a-0") == (1, 1)


def test_a_copy_adds_no_origin_whomever_it_names() -> None:
    copied = Derivation("b", "a", "rewrite", 0.5, "")
    assert origins(claims(says("a", MAYOR, CRACKS), says("b", RIVAL, CRACKS), derivations=[copied]), "a-0") == (1, 1)


def test_a_quoted_outlet_is_its_own_article() -> None:
    given = [says("a", MAYOR, CRACKS, outlet="Grauwinkler Bote"), says("b", PAPER, CRACKS, outlet="Landfunk")]
    assert origins(claims(*given), "a-0") == (1, 1)


def test_hearsay_is_no_origin_beside_another() -> None:
    rumour = telling("b", [(None, "Medienberichten", CRACKS)], entities=EVERYONE)
    assert origins(claims(says("a", MAYOR, CRACKS), rumour), "a-0")[0] == 1


def test_a_document_is_an_origin_beside_a_person() -> None:
    paper = telling("b", [(None, "ein internes Prüfprotokoll", CRACKS)], entities=EVERYONE)
    found = claims(says("a", MAYOR, CRACKS), paper)
    assert origins(found, "a-0") == (2, 2)
    assert "document" in {o.kind for o in claim_of("a-0", found).origins}


@pytest.mark.parametrize("times", [2, 40])
def test_the_same_text_under_other_addresses_changes_no_count(times: int) -> None:
    first = [says("a", MAYOR, CRACKS), says("b", EXPERT, CRACKS)]
    copies = [says(f"k{i:02}", MAYOR, CRACKS) for i in range(times)]
    lineage = [Derivation(c.article.id, "a", "verbatim", 1.0, "") for c in copies]
    assert origins(claims(*first, *copies, derivations=lineage), "a-0") == origins(claims(*first), "a-0")


def test_every_claim_has_a_wording_an_origin_and_a_reason() -> None:
    for claim in claims(says("a", None, CRACKS), says("b", MAYOR, "„Ja“"), says("c", RIVAL, COSTS)):
        assert claim.text
        assert claim.reason
        assert claim.origins
        assert all(o.label and o.reason for o in claim.origins)


@pytest.mark.parametrize("said", ["x", "„“", "🙂", "\ud800", "1 2 3", "nicht " * 2000, "Wort" * 2000])
def test_bad_statements_raise_nothing(said: str) -> None:
    assert claims(says("a", MAYOR, said), says("b", None, said))


def test_a_day_of_two_thousand_statements_stays_whole() -> None:
    given = [says(f"a{i:04}", MAYOR if i % 2 else RIVAL, f"{COSTS}, heißt es zum {i}. Mal") for i in range(600)]
    assert sum(len(c.statements) for c in claims(*given)) == 600


@pytest.mark.parametrize(
    ("role", "ministry", "one"),
    [
        ("Innenminister", "Innenministerium", True),
        ("Innenministerin des Landes", "Innenministerium des Landes", True),
        ("Außenminister Norlands", "norländisches Außenministerium", True),
        ("Außenministerin von Sudelien", "norländisches Außenministerium", False),
        ("Sprecherin des Straßenbauamts", "Straßenbauamt", True),
        ("Sprecherin", "Straßenbauamt", False),
    ],
)
def test_who_holds_an_office_speaks_for_it_but_not_for_the_same_one_elsewhere(
    role: str, ministry: str, one: bool
) -> None:
    holder, office = person("h", "Rike Onnen", role), body("o", ministry)
    sides = speaks_for({"h": holder, "o": office})
    assert ("o" in sides["h"]) is one


def test_the_same_words_are_no_denial_of_themselves() -> None:
    denial = telling("b", [("m", "Kranz", CRACKS)], entities=EVERYONE, denies=[0])
    assert all(c.denied_by == () for c in claims(says("a", RIVAL, CRACKS), denial))


@pytest.mark.parametrize("said", ["", "🙂", "„“", "\ud800"])
def test_empty_denials_raise_nothing(said: str) -> None:
    denial = telling("b", [("m", "Kranz", CRACKS), ("r", "Ehlert", said)], entities=EVERYONE, denies=[1])
    assert claims(denial)


def denies(name: str, sayings: Sequence[tuple[str | None, str | None, str]], place: int, cue: str = "") -> Analysis:
    """An article in which the statement at `place` is a denial, with a verb of denying where one is given."""
    made = telling(name, sayings, entities=EVERYONE, denies=[place])
    statements = [replace(s, cue=cue or s.cue) if i == place else s for i, s in enumerate(made.statements)]
    return replace(made, statements=tuple(statements))


def test_what_somebody_is_said_to_deny_is_denied_in_its_own_words() -> None:
    given = [says("a", MAYOR, CRACKS), denies("b", [("r", "Ehlert", f"dass {CRACKS}")], 0, "bestritt")]
    assert claim_of("a-0", claims(*given)).denied_by == ("b-0",)


def test_a_sentence_with_a_negation_denies_nothing_by_nearness_alone() -> None:
    said = [("m", "Kranz", CRACKS), ("r", "Ehlert", "der Fährbetrieb ruhe im Winter nicht")]
    assert claim_of("b-0", claims(denies("b", said, 1))).denied_by == ()


def test_what_several_have_said_is_denied_in_the_plural() -> None:
    said = [
        ("m", "Kranz", CRACKS),
        ("x", "Tiedje", CRACKS.replace("bekannt", "seit Langem bekannt")),
        (None, None, "Beobachter rechnen mit Verdruss"),
        ("r", "Ehlert", "Ehlert wies die Vorwürfe zurück"),
    ]
    found = claims(says("a", EXPERT, CRACKS), denies("b", said, 3))
    assert claim_of("b-0", found).denied_by == ("b-3",)


def test_a_number_called_wrong_is_set_against_who_gives_it() -> None:
    given = [
        says("a", MAYOR, "dass 41 Fähren ausgefallen sind", figures=[(0, 41, "count")]),
        telling("b", [("r", "Ehlert", "ausgefallen sind 38 Fähren, nicht 41")], entities=EVERYONE),
    ]
    at = given[1].article.text.index("41")
    figure = Figure("b-f", "b", at, at + 2, "41", 41, None, "count", "", "exact", "denied", None, "b-0", None)
    found = claims(given[0], replace(given[1], figures=(figure,)))
    assert claim_of("a-0", found).denied_by == ("b-0",)
    assert claim_of("b-0", found).statements == ("b-0",)


def test_a_confirmation_that_only_points_back_joins_what_stands_before() -> None:
    said = [("m", "Kranz", CRACKS), ("x", "Tiedje", "Tiedje bestätigte die Darstellung")]
    found = claims(telling("b", said, entities=EVERYONE))
    assert claim_of("b-0", found).statements == ("b-0", "b-1")


def test_an_insiders_words_right_after_a_rumour_are_offered_for_it() -> None:
    said = [(None, None, "Die Stadt soll Gutachten zurückgehalten haben"), (None, "ein Insider", "„Das lag im Safe“")]
    made = telling("a", said, entities=EVERYONE)
    rumour, words = made.statements
    given = replace(made, statements=(replace(rumour, type="free_indirect"), replace(words, type="direct")))
    assert claim_of("a-0", claims(given)).statements == ("a-0", "a-1")


def test_an_office_within_an_unnamed_house_may_be_the_body_that_says_the_same() -> None:
    chief = person("f", "Lothar Brix", "Finanzvorstand")
    said = telling("b", [("f", "Brix", COSTS)], entities=[*EVERYONE, chief])
    assert origins(claims(says("a", WORKS, COSTS), said), "a-0") == (1, 2)


def test_a_declaration_is_no_origin_beside_whoever_makes_it() -> None:
    paper = telling("b", [(None, "einer Erklärung", CRACKS)], entities=EVERYONE)
    assert origins(claims(says("a", WORKS, CRACKS), paper), "a-0") == (1, 1)


def test_digits_that_a_copyist_misplaced_are_the_same_number() -> None:
    given = [
        says("a", MAYOR, COSTS, figures=[(0, 41e6, "EUR")]),
        says("b", MAYOR, COSTS.replace("44", "14"), figures=[(0, 14e6, "EUR")]),
    ]
    assert claim_of("a-0", claims(*given)).statements == ("a-0", "b-0")


def test_no_statement_makes_and_denies_one_claim() -> None:
    said = [("m", "Kranz", CRACKS), ("r", "Ehlert", f"nie {CRACKS}"), ("r", "Ehlert", "Ehlert wies das zurück")]
    given = [telling(name, said, entities=EVERYONE, denies=[1, 2]) for name in "ab"]
    assert all(set(c.statements).isdisjoint(c.denied_by) for c in claims(*given))
