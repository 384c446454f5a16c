"""What belongs together: one course of events, over weeks, told apart by where and to whom it happened."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.story.making import bare

from quellenlage.model import Analysis
from quellenlage.story.group import group

EAST = [
    (
        "2025-03-04",
        "Ilmtalbrücke bei Grauwinkel gesperrt\nDie Ilmtalbrücke bei Grauwinkel ist seit Montag gesperrt. Prüfer fanden "
        "Risse im Pfeiler. Bürgermeisterin Ottilie Kranz rechnet mit Monaten. Pendler aus Grauwinkel weichen aus.",
    ),
    (
        "2025-03-06",
        "Grauwinkel leidet unter der Sperrung\nOttilie Kranz fordert eine Behelfsbrücke an der Ilmtalbrücke. "
        "Die Händler "
        "in Grauwinkel klagen, weil die Ilmtalbrücke wegen der Risse im Pfeiler nicht zu befahren ist.",
    ),
    (
        "2025-03-27",
        "Ilmtalbrücke: Abriss beschlossen\nDer Rat von Grauwinkel hat den Abriss der Ilmtalbrücke beschlossen. Kranz "
        "sagte, die Risse im Pfeiler ließen keine Wahl. Eine Behelfsbrücke folgt.",
    ),
]
WEST = [
    (
        "2025-03-05",
        "Hochbrücke in Solmsau gesperrt\nDie Hochbrücke in Solmsau ist seit Dienstag gesperrt. Ein Lastwagen hatte das "
        "Geländer durchbrochen. Baudezernent Egon Maurer rechnet mit einer Woche. Der Verkehr in Solmsau staut sich.",
    ),
    (
        "2025-03-06",
        "Solmsau staut sich\nNach dem Unfall auf der Hochbrücke in Solmsau bleibt die Brücke gesperrt. Egon "
        "Maurer will "
        "das Geländer der Hochbrücke bald flicken lassen. Der Lastwagen ist geborgen.",
    ),
]


def analyses(rows: list[tuple[str, str]], key: str) -> list[Analysis]:
    return [bare(f"{key}{i}", text, published=day) for i, (day, text) in enumerate(rows)]


def ordered(given: list[Analysis]) -> list[Analysis]:
    """In the ledger's order."""
    return sorted(given, key=lambda a: (a.article.published or "9999", a.article.path, a.article.id))


def test_two_bridge_closures_are_two_stories() -> None:
    stories = group(ordered(analyses(EAST, "e") + analyses(WEST, "w")))
    assert sorted(sorted(s.articles) for s in stories) == [["e0", "e1", "e2"], ["w0", "w1"]]


def test_a_story_lives_on_over_weeks() -> None:
    assert len(group(ordered(analyses(EAST, "e")))) == 1


def test_an_undated_article_finds_its_story() -> None:
    given = [*analyses(EAST[:2], "e"), bare("late", EAST[2][1]), *analyses(WEST, "w")]
    assert {"e0", "e1", "late"} in [set(s.articles) for s in group(ordered(given))]


def test_what_shares_nothing_stands_alone() -> None:
    other = bare(
        "x", "Zehn Tipps für den Balkon\nTomaten brauchen Sonne. Basilikum mag keinen Wind.", published="2025-03-05"
    )
    stories = group(ordered([*analyses(EAST, "e"), other]))
    assert ("x",) in [s.articles for s in stories]


def test_an_article_in_another_language_groups_by_its_names() -> None:
    english = (
        "Ilmtalbrücke closed\nThe Ilmtalbrücke near Grauwinkel is shut, mayor Ottilie Kranz said. Grauwinkel waits."
    )
    given = [*analyses(EAST, "e"), bare("en", english, published="2025-03-05", language="en"), *analyses(WEST, "w")]
    home = next(s for s in group(ordered(given)) if "en" in s.articles)
    assert "e0" in home.articles
    assert "w0" not in home.articles


@given(st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_the_input_never_matters(rng: random.Random) -> None:
    given = analyses(EAST, "e") + analyses(WEST, "w")
    shuffled = given[:]
    rng.shuffle(shuffled)
    assert group(ordered(shuffled)) == group(ordered(given))


@pytest.mark.parametrize("text", ["", "Kurz.", "\x00\ud800 🙂", "„“»«" * 500, "A" * 5000])
def test_bad_input_stands_in_exactly_one_story(text: str) -> None:
    given = [bare("odd", text), *analyses(WEST, "w")]
    assert sorted(i for s in group(ordered(given)) for i in s.articles) == ["odd", "w0", "w1"]


@pytest.mark.parametrize("published", [None, "2999-01-01", "2025-13-45", "2025-03", "gestern"])
def test_odd_dates_are_no_reason_to_fail(published: str | None) -> None:
    given = [bare("odd", EAST[1][1], published=published), *analyses(EAST[:1], "e")]
    assert sum(len(s.articles) for s in group(ordered(given))) == 2


def test_five_hundred_copies_are_one_story() -> None:
    copies = [bare(f"c{i:03}", EAST[0][1], published="2025-03-04") for i in range(500)]
    assert [len(s.articles) for s in group(ordered(copies))] == [500]


def test_every_story_has_a_title_an_id_and_a_reason() -> None:
    for story in group(ordered(analyses(EAST, "e") + analyses(WEST, "w"))):
        assert story.title
        assert story.id
        assert story.reason


def test_one_name_in_two_affairs_is_two_stories() -> None:
    first = (
        "Virologe Bertram Quell fordert offene Theater\nDer Virologe Bertram Quell will Theater im März öffnen. Die "
        "Intendantin in Solmsau begrüßt den Vorschlag. Das Publikum soll Abstand halten, Karten gibt es am Schalter."
    )
    second = (
        "Virologe Bertram Quell verklagt Verlag\nDer Virologe Bertram Quell geht gegen einen Verlag in "
        "Grauwinkel vor. Das "
        "Landgericht verhandelt über ein Buch, in dem Zitate erfunden sein sollen. Der Anwalt verlangt eine "
        "Entschädigung."
    )
    filler = [
        bare(f"f{i}", f"Ort{i}\nIn Ort{i} tagt der Rat{i} über Haushalt{i} und Straße{i}.", published="2025-03-05")
        for i in range(70)
    ]
    given = [bare("q", first, published="2025-03-04"), bare("r", second, published="2025-03-05"), *filler]
    stories = [s.articles for s in group(ordered(given))]
    assert ("q",) in stories
    assert ("r",) in stories


def test_a_page_s_offers_in_the_opening_hold_no_story_together() -> None:
    offer = "Jetzt weiterlesen mit dem Abo. Reportagen, Analysen und Hintergründe im Archiv. Alle Artikel ohne Werbung."
    topics = [
        "Bäcker in Solmsau streiken", "Turm bei Grauwinkel saniert", "Luchs im Ilmtal gesehen",
        "Kran in Halvering kippt",
        "Museum in Osterhain öffnet",
    ]  # fmt: skip
    filler = [
        bare(f"f{i}", f"Ort{i}\nIn Ort{i} tagt der Rat{i} über Haushalt{i}.", published="2025-03-05") for i in range(70)
    ]
    given = [
        bare(f"p{i}", f"{topic}\n{topic}. {offer}", published=f"2025-03-{i + 1:02}", outlet="Landbote")
        for i, topic in enumerate(topics)
    ]
    assert all(len(s.articles) == 1 for s in group(ordered([*given, *filler])))
