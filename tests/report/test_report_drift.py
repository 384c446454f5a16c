"""One utterance in different words stands side by side, what differs is set off, and red means contradiction."""

import re
from dataclasses import replace

import pytest
from tests.report.ledgers import PEOPLE, article, spans, statement

from quellenlage.model import Claim, Drift, Ledger, Origin, Span, Story, Utterance
from quellenlage.report._html.drift import drift_views
from quellenlage.report.book import open_book
from quellenlage.report.html import render_html
from quellenlage.report.labels import LANGUAGES
from quellenlage.report.markdown import render_md

EARLIER = "Titel\nAbo\nDie Mauer könnte im Mai saniert werden, sagte Ohm.\n"
COPY = "Titel\nAbo\nDie Mauer könnte im Mai saniert werden, so Ohm gestern.\n"
LATER = "Titel\nAbo\nDie Mauer wird im  Mai saniert, sagte Ohm.\n"


def ledger(kinds: tuple[str, ...] = ("hardened",), *, later_speaker: str = "ohm", marked: bool = True) -> Ledger:
    """A statement, the same printed again, and a later one in other words."""
    a, b, c = article("a", EARLIER), article("b", COPY, "2024-03-06"), article("c", LATER, "2024-03-07")
    words = "Die Mauer könnte im Mai saniert werden"
    said = (
        statement("s1", a, words, certainty="hedged"),
        statement("s2", b, words, certainty="hedged"),
        statement("s3", c, "Die Mauer wird im  Mai saniert", speaker=later_speaker),
    )
    lost, new = (spans(EARLIER, "könnte", "werden"), spans(LATER, "wird")) if marked else ((), ())
    drift = Drift("s1", "s3", kinds, "verschärft: aus „könnte“ wird „wird“", lost, new)  # type: ignore[arg-type]
    ids = ("s1", "s2", "s3")
    origin = Origin("Jana Ohm", "utterance", ("a", "b", "c"), "Eine Äußerung.", ids)
    return Ledger(
        articles=(a, b, c),
        stories=(Story("st", "Mauer", ("a", "b", "c")),),
        entities=PEOPLE,
        statements=said,
        claims=(Claim("k", "st", words, ids, (), ("a", "b", "c"), (origin,), 1, 1),),
        utterances=(Utterance("u", "st", "k", "ohm", ids, (drift,)),),
    )


def part_of(page: str) -> str:
    """The two wordings of a page."""
    start = page.index("<ul class=dr2>")
    return page[start : page.index("</ul>", start)]


def test_both_wordings_are_cut_where_they_differ_and_nothing_is_lost() -> None:
    pile = ledger()
    (view,), shown = drift_views(pile.claims[0], open_book(pile))
    earlier = [("Die Mauer ", False), ("könnte", True), (" im Mai saniert ", False), ("werden", True)]
    assert view.earlier.parts == (tuple(earlier),)
    assert view.later.parts == ((("Die Mauer ", False), ("wird", True), (" im Mai saniert", False)),)
    assert [r.siglum for r in view.earlier.refs] == ["A", "B"]
    assert shown == {"s1", "s2", "s3"}


def test_spans_beyond_the_wording_are_cut_to_it() -> None:
    pile = ledger()
    drift = replace(pile.utterances[0].drifts[0], lost=(Span(0, 14), Span(2, len(EARLIER))), differs=())
    pile = replace(pile, utterances=(replace(pile.utterances[0], drifts=(drift,)),))
    (view,), _ = drift_views(pile.claims[0], open_book(pile))
    assert "".join(words for words, _ in view.earlier.parts[0]) == "Die Mauer könnte im Mai saniert werden"


LOOKS = [
    (("hardened",), "ohm", "h", False),
    (("softened", "hardened"), "ohm", "h", False),
    (("number",), "ohm", "x", True),
    (("negation",), "ohm", "x", True),
    (("number", "shortened"), "ohm", "", True),
    (("shortened",), "ohm", "", False),
    (("reattributed",), "wehr", "", True),
    (("reattributed", "number"), "wehr", "x", True),
]


@pytest.mark.parametrize(("kinds", "speaker", "look", "red"), LOOKS)
def test_red_is_for_what_contradicts_and_ochre_for_hedges(
    kinds: tuple[str, ...], speaker: str, look: str, red: bool
) -> None:
    pile = ledger(kinds, later_speaker=speaker)
    (view,), _ = drift_views(pile.claims[0], open_book(pile))
    assert (view.look, view.red, view.speaker) == (look, red, "reattributed" in kinds)
    assert bool(re.search(r"\bred\b", part_of(render_html(pile)))) == red


def test_the_claim_says_how_many_wordings_it_has_and_how_many_depart() -> None:
    page = render_html(ledger())
    assert "2 Wortlaute, einer weicht ab" in page
    assert re.findall(r"<b>(\w{4,})</b>", part_of(page)) == ["könnte", "werden", "wird"]


def test_a_claim_that_is_made_once_is_unfolded_where_its_words_are_given_to_another() -> None:
    one = ledger(("reattributed",), later_speaker="wehr", marked=False)
    alone = replace(one.claims[0], statements=("s1",), articles=("a",))
    other = replace(alone, id="k2", statements=("s3",), articles=("c",))
    part = part_of(render_html(replace(one, claims=(alone, other))))
    assert '<span class="sp red">Feuerwehr Wehrstedt</span>' in part


def test_the_state_names_how_wordings_depart() -> None:
    page = render_html(ledger())
    assert "Eine Äußerung steht nicht überall im selben Wortlaut: einmal verschärft." in page
    assert "once hardened" in page


def test_a_drift_without_words_shows_the_speakers_apart() -> None:
    part = part_of(render_html(ledger(("reattributed",), later_speaker="wehr", marked=False)))
    assert "<span class=sp>Jana Ohm</span>" in part
    assert '<span class="sp red">Feuerwehr Wehrstedt</span>' in part


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_forms_give_the_reason(lang: str) -> None:
    assert "A1 → C1: verschärft: aus „könnte“ wird „wird“" in render_md(ledger(), lang=lang)
