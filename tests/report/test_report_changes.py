"""What changed when: each article is read against what held before it, and no more is said than the sources say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.ledgers import PEOPLE, article, full, statement

from quellenlage.model import Aside, Change, Claim, Derivation, Figure, Ledger, Origin, Series, Story
from quellenlage.report.book import open_book
from quellenlage.report.changes import Event, changes, held
from quellenlage.report.html import render_html
from quellenlage.report.markdown import render_md

DAYS: dict[str, str | None] = {
    "a": "2024-03-05T08:00", "b": "2024-03-06", "c": "2024-03-07T17:30", "d": "2024-03-09", "m": "2024-03", "x": None,
}  # fmt: skip
ARTICLES = tuple(article(name, published=day) for name, day in DAYS.items())


@dataclass(frozen=True)
class Said:
    """A figure in an article: its value, on whose authority, and what else is special."""

    article: str
    value: float
    who: str | None = "wehr"
    qualifier: str = "exact"
    status: str = "actual"
    unit: str = "count"
    as_of: str | None = None


def figures(said: Sequence[Said]) -> tuple[Figure, ...]:
    """The figures, one behind the other in their articles."""
    return tuple(
        Figure(
            f"f{n}", s.article, 40 + n, 41 + n, "14", s.value, None, s.unit, "Dach",
            s.qualifier, s.status, s.who, None, s.as_of,  # type: ignore[arg-type]
        )
        for n, s in enumerate(said)
    )  # fmt: skip


def pile(
    said: Sequence[Said],
    steps: Sequence[Change] = (),
    aside: Sequence[str] = (),
    copies: Sequence[str] = (),
    latest: str | None = None,
) -> Ledger:
    """A story with one series of these figures."""
    series = Series(
        "r", "st", "Dach", "Dächer", tuple(f"f{n}" for n in range(len(said))), latest, tuple(steps),
        tuple(Aside(f, "Zählt anderes.") for f in aside),
    )  # fmt: skip
    return Ledger(
        articles=ARTICLES,
        derivations=tuple(Derivation(c, "a", "rewrite", 0.8, "Dieselben Sätze.") for c in copies),
        stories=(Story("st", "Sturm", tuple(DAYS)),),
        entities=PEOPLE,
        figures=figures(said),
        series=(series,),
    )


def events(
    said: Sequence[Said], steps: Sequence[Change] = (), aside: Sequence[str] = (), copies: Sequence[str] = ()
) -> list[Event]:
    """What changes in it."""
    ledger = pile(said, steps, aside, copies)
    return changes(ledger.stories[0], ledger.series, (), open_book(ledger))


def told(found: Sequence[Event], said: Sequence[Said]) -> list[str]:
    """Events in a line each: "c update 3- > 5", a minus behind what holds no longer."""

    def values(ids: Sequence[str], struck: Sequence[str]) -> str:
        return " ".join(f"{said[int(i[1:])].value:g}{'-' if i in struck else ''}" for i in ids)

    return [f"{e.article} {e.kind} {values(e.before, e.struck)} > {values(e.after, e.struck)}" for e in found]


TABLE: list[tuple[str, list[Said], list[str]]] = [
    (
        "a count of the same authority replaces its last one",
        [Said("a", 3), Said("b", 5)],
        ["a first  > 3", "b update 3- > 5"],
    ),
    ("the same count again changes nothing", [Said("a", 3), Said("b", 3), Said("c", 3)], ["a first  > 3"]),
    (
        "another authority's count stands beside",
        [Said("a", 9), Said("b", 12, who="ohm")],
        ["a first  > 9", "b authority 9 > 12"],
    ),
    (
        "each authority is held against its own last count",
        [Said("a", 9), Said("b", 12, who="ohm"), Said("c", 11), Said("d", 12, who="ohm")],
        ["a first  > 9", "b authority 9 > 12", "c update 9- > 11"],
    ),
    (
        "a count on nobody's authority takes the place of all",
        [Said("a", 10), Said("b", 12, who="ohm"), Said("c", 13, who=None)],
        ["a first  > 10", "b authority 10 > 12", "c update 10- 12- > 13"],
    ),
    (
        "an estimate on nobody's authority doesn't",
        [Said("a", 30, unit="EUR"), Said("b", 90, who=None, unit="EUR")],
        ["a first  > 30", "b other 30 > 90"],
    ),
    (
        "a first number without an authority gives way to one with",
        [Said("a", 3, who=None), Said("b", 5)],
        ["a first  > 3", "b update 3- > 5"],
    ),
    ("a rounding is no change", [Said("a", 980), Said("b", 1000, qualifier="about")], ["a first  > 980"]),
    ("a bound that is just met is no change", [Said("a", 60, qualifier="more_than"), Said("b", 62)], ["a first  > 60"]),
    (
        "a bound that is left behind is one",
        [Said("a", 3, qualifier="at_least"), Said("b", 5)],
        ["a first  > 3", "b update 3- > 5"],
    ),
    (
        "what an article says second looks back",
        [Said("a", 3), Said("b", 5), Said("b", 2), Said("b", 4)],
        ["a first  > 3", "b update 3- > 5"],
    ),
    (
        "a figure of an earlier day is recalled, not new",
        [Said("a", 3), Said("b", 5), Said("c", 4, as_of="2024-03-04")],
        ["a first  > 3", "b update 3- > 5"],
    ),
    ("another unit is neither old nor new", [Said("a", 3), Said("b", 9, unit="EUR")], ["a first  > 3"]),
    (
        "a denied figure that nobody held is struck alone",
        [Said("a", 13), Said("c", 21, status="denied")],
        ["a first  > 13", "c denied  > 21-"],
    ),
    (
        "and only where it is denied first",
        [Said("b", 21, status="denied"), Said("c", 21, status="denied")],
        ["b denied  > 21-"],
    ),
    (
        "a page without a day has no order: what it alone says stands apart",
        [Said("a", 3), Said("b", 5), Said("x", 9), Said("m", 5)],
        ["a first  > 3", "b update 3- > 5", "x undated  > 9"],
    ),
    ("without a dated article nothing changed", [Said("m", 3), Said("x", 5)], ["x undated  > 5"]),
]


@pytest.mark.parametrize(("said", "expected"), [t[1:] for t in TABLE], ids=[t[0] for t in TABLE])
def test_articles_are_read_in_order_each_against_what_held(said: list[Said], expected: list[str]) -> None:
    assert told(events(said), said) == expected


def test_a_correction_strikes_the_figure_that_was_said() -> None:
    said = [Said("a", 11), Said("c", 11, status="denied"), Said("c", 10)]
    step = Change("f1", "f2", "correction", "„elf“ wird berichtigt")
    found = events(said, [step], aside=["f1"])
    assert told(found, said) == ["a first  > 11", "c correction 11- > 10"]
    assert found[1].reason == "„elf“ wird berichtigt"


def test_a_figure_that_was_corrected_is_not_denied_once_more() -> None:
    said = [Said("a", 4), Said("c", 4, who=None, status="denied"), Said("c", 6)]
    step = Change("f0", "f2", "correction", "„vier“ wird berichtigt")
    assert told(events(said, [step], aside=["f1"]), said) == ["a first  > 4", "c correction 4- > 6"]


def test_a_text_that_tells_the_change_is_followed_to_its_end() -> None:
    said = [Said("a", 38), Said("b", 38), Said("b", 35)]
    step = Change("f1", "f2", "update", "von 38 auf 35")
    assert told(events(said, [step]), said) == ["a first  > 38", "b update 38- > 35"]


def test_a_reason_is_given_only_where_it_speaks_of_the_same_figures() -> None:
    said = [Said("a", 9), Said("b", 12, who="ohm"), Said("c", 11)]
    steps = [Change("f0", "f1", "authority", "andere Quelle"), Change("f1", "f2", "authority", "andere Quelle")]
    assert [e.reason for e in events(said, steps)] == ["", "andere Quelle", ""]


def test_a_copy_brings_nothing_but_its_slips() -> None:
    said = [Said("a", 9), Said("b", 90), Said("c", 7)]
    step = Change("f0", "f1", "copying_error", "eine Null zu viel")
    found = events(said, [step], copies=["b", "c"])
    assert told(found, said) == ["a first  > 9", "b copying_error 9 > 90-"]


def test_what_is_set_aside_changes_nothing() -> None:
    said = [Said("a", 9), Said("b", 100, status="possible")]
    assert told(events(said, aside=["f1"]), said) == ["a first  > 9"]


def test_what_held_after_each_change_is_the_drift_of_a_head_figure() -> None:
    said = [Said("a", 9), Said("b", 12, who="ohm"), Said("b", 9), Said("c", 9, status="denied"), Said("c", 10)]
    ledger = pile(said, [Change("f3", "f4", "correction", "berichtigt")], aside=["f3"])
    steps = held(ledger.series[0], open_book(ledger))
    assert [[(f.low, wrong) for f, wrong in step] for step in steps] == [
        [(9, True)], [(9, True), (12, False)], [(10, False), (12, False)],
    ]  # fmt: skip


def test_a_head_figure_that_someone_calls_wrong_is_not_shown_as_if_it_held() -> None:
    said = [Said("a", 9), Said("b", 12), Said("c", 12, who="ohm", status="denied")]
    page = render_html(pile(said, latest="f1"))
    head = page[page.index("<dl class=") : page.index("</dl>")]
    assert "bestritten" in head
    assert "<s>12</s>" in head


def test_a_head_figure_names_what_has_no_day_beside_it() -> None:
    head = render_html(pile([Said("a", 9), Said("b", 12), Said("x", 40), Said("m", 12)], latest="f1"))
    head = head[head.index("<dl class=") : head.index("</dl>")]
    assert "ohne Tag auch" in head
    assert "40" in head


def claimed(*, denied: Sequence[tuple[str, str | None]] = (), low: int = 2) -> list[tuple[str, str, int]]:
    """A claim said by the fire brigade in b and x, by a resident in c and d, and denied by some in some articles."""
    home = {a.id: a for a in ARTICLES}
    words = "Das teilte die Feuerwehr mit"
    said = [statement(f"s{n}", home[a], words, speaker=who) for n, (a, who) in enumerate(
        [("b", "wehr"), ("x", "wehr"), ("d", "wer"), ("c", "wer")])]  # fmt: skip
    against = [statement(f"d{n}", home[a], words, speaker=who, stance="denies") for n, (a, who) in enumerate(denied)]
    origins = (
        Origin("Feuerwehr", "utterance", ("b", "x"), "", ("s0", "s1")),
        Origin("ein Anwohner", "utterance", ("c", "d"), "Ein anderer.", ("s2", "s3")),
    )
    ids = tuple(s.id for s in said)
    claim = Claim("k", "st", "Es stürmt.", ids, tuple(s.id for s in against), ("b", "c"), origins, low, 2)
    ledger = Ledger(ARTICLES, stories=(Story("st", "", tuple(DAYS)),), entities=PEOPLE, statements=(*said, *against))
    found = changes(ledger.stories[0], (), (claim,), open_book(ledger))
    return [(e.article, f"{e.kind} {' '.join(e.statements)}", e.number) for e in found]


def test_a_claim_is_new_where_it_is_first_made_and_a_second_origin_joins_later() -> None:
    assert claimed() == [("b", "claim s0", 0), ("c", "origin s3", 2)]


def test_an_origin_that_may_be_the_first_one_does_not_join() -> None:
    assert claimed(low=1) == [("b", "claim s0", 0)]


def test_each_voice_denies_once() -> None:
    found = claimed(denied=[("c", "ohm"), ("d", "ohm"), ("d", "wer"), ("a", None)])
    denials = [e for e in found if e[1].startswith("denial")]
    assert denials == [("a", "denial d3", 0), ("c", "denial d0", 0), ("d", "denial d2", 0)]


@given(st.lists(st.builds(
    Said, article=st.sampled_from(sorted(DAYS)), value=st.sampled_from([1.0, 2.0, 3.0, 1000.0]),
    who=st.sampled_from(["wehr", "ohm", None]), qualifier=st.sampled_from(["exact", "about", "at_least"]),
    status=st.sampled_from(["actual", "denied"]), as_of=st.sampled_from([None, "2024-03-04", "2024-03-08"]),
), max_size=12))  # fmt: skip
def test_no_figure_is_set_against_one_that_was_printed_later(said: list[Said]) -> None:
    order = {name: n for n, name in enumerate(DAYS)}
    home = {f"f{n}": s.article for n, s in enumerate(said)}
    found = events(said)
    assert [order[e.article] for e in found] == sorted(order[e.article] for e in found)
    for e in found:
        assert all(home[i] == e.article for i in e.after)
        assert all(order[home[i]] <= order[e.article] for i in e.before)
        assert set(e.struck) <= {*e.before, *e.after} or len(e.before) == 2


def test_the_page_leads_from_a_mark_to_its_passage_and_lists_the_undated_apart() -> None:
    page = render_html(full())
    start = page.index("id=wandel")
    part = page[start : page.index("id=zeichen", start)]
    assert "Ohne Tag, darum neben der Achse" in part
    assert 'class="ref mkl" href=#f' in part


def test_a_single_article_has_changed_nothing() -> None:
    alone = replace(full(), articles=full().articles[:1], stories=(Story("st", "Sturm", ("a",)),))
    kept = {"a"}
    alone = replace(
        alone,
        statements=tuple(s for s in alone.statements if s.article in kept),
        figures=tuple(f for f in alone.figures if f.article in kept),
        derivations=(), citations=(), series=(), times=(), claims=(), utterances=(),
    )  # fmt: skip
    assert "id=wandel" not in render_html(alone)


def test_the_text_forms_say_it_too() -> None:
    said = render_md(full())
    assert "## Was sich geändert hat" in said
    assert "Abgedeckte Dächer: 30 statt ≥ 14, neuer Stand" in said.replace("\u00a0", " ")
