"""Who is no second origin: what another passes on, a body that could be any, an office in a house, who judges it."""

from dataclasses import replace

import pytest
from tests.story.making import body, person, telling
from tests.story.test_story_claims import claim_of, claims, origins

from quellenlage.model import Analysis, Entity, Span, Statement

DIRECTOR = person("d", "Irmela Voss", "Geschäftsführerin")
TREASURER = person("t", "Uwe Sander", "Finanzvorstand")
CLERK = person("c", "Heike Brandt", "Zeugin")
FIRM = body("f", "Lorbeer Textil")
GROUP = Entity("g", "Konzern", "organisation", None, ("der Konzern", "Konzern"))
OFFICIALS = Entity("o", "bretonische Behörden", "group", None, ("bretonische Zollbeamte",))
BANK = body("b", "Küstenbank")
EVERYONE = (DIRECTOR, TREASURER, CLERK, FIRM, GROUP, OFFICIALS, BANK)

LOSS = "die Färberei habe im Frühjahr sieben Webstühle an einen Händler in Brest verkauft"
SOLD = "im Frühjahr habe die Färberei sieben Webstühle nach Brest verkauft"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("c", "Brandt"), ("f", "Lorbeer Textil"), (2, 2)),
        (("c", "Brandt"), ("g", "der Konzern"), (1, 2)),
        (("f", "Lorbeer Textil"), ("g", "der Konzern"), (1, 2)),
        (("f", "Lorbeer Textil"), ("t", "Finanzvorstand Uwe Sander"), (1, 2)),
        (("c", "Brandt"), ("o", "bretonische Zollbeamte"), (1, 2)),
        (("c", "Brandt"), (None, "derzeitiger Einschätzung"), (1, 2)),
        (("c", "Brandt"), (None, "der Presse"), (1, 2)),
    ],
)
def test_who_may_be_the_same_widens_the_range_only(
    first: tuple[str, str], second: tuple[str | None, str], expected: tuple[int, int]
) -> None:
    one = telling("a", [(*first, LOSS)], entities=EVERYONE)
    other = telling("b", [(*second, SOLD)], entities=EVERYONE)
    assert origins(claims(one, other), "a-0") == expected


def test_the_same_words_are_one_utterance_whoever_they_are_given_to() -> None:
    one = telling("a", [("c", "Brandt", LOSS)], entities=EVERYONE)
    other = telling("b", [("f", "Lorbeer Textil", LOSS)], entities=EVERYONE)
    assert origins(claims(one, other), "a-0") == (1, 1)


@pytest.mark.parametrize(("other", "expected"), [("ein Techniker", (1, 2)), ("ein Ermittler", (2, 2))])
def test_an_unnamed_source_may_be_the_one_of_another_article(other: str, expected: tuple[int, int]) -> None:
    one = telling("a", [(None, "der Techniker", LOSS)], entities=EVERYONE)
    found = claims(one, telling("b", [(None, other, SOLD)], entities=EVERYONE))
    assert origins(found, "a-0") == expected


def test_what_one_passes_on_of_another_has_one_origin() -> None:
    said = f"die Küstenbank habe ihr zugesagt, {LOSS}"
    made = telling("a", [("c", "Brandt", said)], entities=EVERYONE)
    outer = made.statements[0]
    at = outer.quote[0].end - len(LOSS)
    inner = replace(
        outer, id="a-1", quote=(Span(at, outer.quote[0].end),), quote_text=(LOSS,), speaker="b",
        speaker_text="die Küstenbank",
    )  # fmt: skip
    found = claims(replace(made, statements=(outer, inner)))
    assert claim_of("a-0", found) is claim_of("a-1", found)
    assert origins(found, "a-0") == (1, 1)


@pytest.mark.parametrize(
    ("remark", "expected"),
    [(f"hält die Angabe, {LOSS}, für zu hoch", (1, 1)), (f"bestätigt, {LOSS}", (2, 2))],
)
def test_who_judges_a_claim_does_not_make_it(remark: str, expected: tuple[int, int]) -> None:
    one = telling("a", [("c", "Brandt", LOSS)], entities=EVERYONE)
    other = telling("b", [("f", "Lorbeer Textil", remark)], entities=EVERYONE)
    assert origins(claims(one, other), "a-0") == expected


@pytest.mark.parametrize(
    ("wording", "kind"),
    [("Heike Brandt (Freie Liste)", "utterance"), ("die Inventarliste von Lorbeer Textil", "document")],
)
def test_only_the_head_of_a_phrase_makes_it_a_paper(wording: str, kind: str) -> None:
    speaker = "c" if "Brandt" in wording else "f"
    found = claims(telling("a", [(speaker, wording, LOSS)], entities=EVERYONE))
    assert [o.kind for o in claim_of("a-0", found).origins] == [kind]


@pytest.mark.parametrize(
    ("sentence", "said", "expected"),
    [
        ("Und dann sagte Brandt: {}.", "Die Webstühle standen im Hof", "Die Webstühle standen im Hof"),
        ("Das wies Voss zurück, {}.", "dafür gebe es keine Belege", "Dafür gebe es keine Belege"),
        ("Wie Voss sagt, {}.", "sind die Webstühle verkauft", "Wie Voss sagt, sind die Webstühle verkauft."),
        ("Voss lehnte es ab, {}.", "die Stühle im Hof zu zeigen", "Voss lehnte es ab, die Stühle im Hof zu zeigen."),
    ],
)
def test_a_claim_is_worded_without_the_frame_where_what_is_said_stands_alone(
    sentence: str, said: str, expected: str
) -> None:
    text = sentence.format(said)
    made = telling("a", [("c", "Brandt", text)], entities=EVERYONE)
    whole: Statement = made.statements[0]
    at = whole.quote[0].start + text.index(said)
    statement = replace(whole, quote=(Span(at, at + len(said)),), quote_text=(said,))
    assert claim_of("a-0", claims(replace(made, statements=(statement,)))).text == expected


def test_who_says_little_of_what_the_other_says_widens_the_range_only() -> None:
    one = telling("a", [("c", "Brandt", LOSS)], entities=EVERYONE)
    told = "die Webstühle gingen an einen Händler aus Nantes"
    found = claims(one, telling("b", [("f", "Lorbeer Textil", told)], entities=EVERYONE))
    assert claim_of("a-0", found) is claim_of("b-0", found)
    assert origins(found, "a-0") == (1, 2)


@pytest.mark.parametrize(("deed", "expected"), [("forderte", (1, 2)), ("versprach", (2, 2))])
def test_a_demand_does_not_back_a_promise(deed: str, expected: tuple[int, int]) -> None:
    def summary(name: str, who: str, wording: str, text: str) -> Analysis:
        made = telling(name, [(who, wording, text)], entities=EVERYONE)
        return replace(made, statements=(replace(made.statements[0], type="reported"),))

    after = "nach dem Verkauf der Webstühle in Brest Aufklärung"
    found = claims(
        summary("a", "c", "Brandt", f"Brandt versprach {after}"),
        summary("b", "f", "Lorbeer Textil", f"Lorbeer Textil {deed} {after}"),
    )
    assert origins(found, "a-0") == expected
