"""Labels never collide, axes end round, and an article's text is set whole."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.report.ledgers import crowd, full

from quellenlage.model import Article, Passage
from quellenlage.report._html.glyph import independence
from quellenlage.report._html.place import Box, Wish, _box, place
from quellenlage.report._html.scale import Days, from_zero
from quellenlage.report.book import open_book
from quellenlage.report.paragraphs import blocks

BOUNDS = Box(0, 0, 600, 240)
WISHES = st.lists(
    st.builds(
        Wish,
        x=st.floats(0, 600),
        y=st.floats(0, 240),
        widths=st.tuples(st.floats(20, 120)),
        up=st.sampled_from([6.0, 22.0]),
        down=st.sampled_from([6.0, 17.0]),
    ),
    max_size=30,
)


@given(WISHES)
def test_placed_labels_are_apart_from_each_other_and_from_the_marks(wishes: list[Wish]) -> None:
    found = place(wishes, BOUNDS)
    boxes = [(n, _box(w, f[1], w.widths[f[0]])) for n, (w, f) in enumerate(zip(wishes, found, strict=True)) if f]
    marks = [Box(w.x - 7, w.y - w.up, w.x + 7, w.y + w.down) for w in wishes]
    for n, box in boxes:
        assert box.within(BOUNDS)
        assert not any(box.hits(other) for m, other in boxes if m != n)
        assert not any(box.hits(mark) for m, mark in enumerate(marks) if m != n)


def test_a_lone_label_stands_right_of_its_mark() -> None:
    found = place([Wish(100, 100, (40.0,))], BOUNDS)
    assert found[0] is not None
    assert found[0][1].anchor == "start"


def test_a_label_at_the_right_edge_turns_to_the_left_or_shortens() -> None:
    assert place([Wish(598, 120, (80.0,))], BOUNDS)[0][1].anchor == "end"  # type: ignore[index]
    assert place([Wish(4, 4, (900.0, 30.0))], BOUNDS)[0][0] == 1  # type: ignore[index]


@given(st.floats(1e-6, 1e12))
def test_an_axis_holds_its_highest_value_and_has_few_ticks(highest: float) -> None:
    scale = from_zero(highest)
    assert scale.ticks[0] == 0
    assert scale.top >= highest
    assert 1 <= len(scale.ticks) <= 6
    assert all(0 <= scale.share(t) <= 1 for t in scale.ticks)


def test_an_axis_of_nothing_or_of_nonsense_is_still_an_axis() -> None:
    for odd in (0.0, -3.0, 5e-324, 1e308, float("inf"), float("nan")):
        assert from_zero(odd).ticks == (0.0, 1.0)


@given(st.integers(700_000, 740_000), st.integers(0, 4000))
def test_an_axis_of_days_names_at_most_ten_stretches_and_leaves_none_out(first: int, length: int) -> None:
    ticks = Days(first, first + length).ticks()
    assert len(ticks) <= 10
    assert ticks[0][0] == first
    assert sum(t[1] for t in ticks) == length + 1


TEXTS = st.text(st.sampled_from("ab .\n\rÄ„“9"), max_size=120)


@given(TEXTS, st.lists(st.integers(0, 120), max_size=6), st.sampled_from(["body", "furniture", "title", "dateline"]))
def test_the_blocks_of_an_article_hold_all_of_its_words_in_order(text: str, cuts: list[int], role: str) -> None:
    edges = sorted({c for c in cuts if c <= len(text)})
    passages = tuple(Passage(a, b, role) for a, b in zip(edges[::2], edges[1::2], strict=False))  # type: ignore[arg-type]
    found = blocks(Article("a", "a", text, passages=passages))
    assert all(x.end <= y.start for x, y in pairwise(found))
    kept = "".join(text[b.start : b.end] for b in found)
    assert "".join(kept.split()) == "".join(text.split())


def test_paragraphs_are_numbered_and_headings_are_not() -> None:
    text = "Erster Absatz.\nWas ist passiert?\nWer zahlt das\nZweiter Absatz, der\nhier weitergeht.\n"
    found = blocks(Article("a", "a", text, passages=(Passage(0, len(text), "body"),)))
    assert [(text[b.start : b.end].split()[0], b.kind, b.n) for b in found] == [
        ("Erster", "body", 1),
        ("Was", "heading", 2),
        ("Wer", "heading", 2),
        ("Zweiter", "body", 2),
    ]


def test_a_dateline_in_the_line_of_a_paragraph_stays_there() -> None:
    text = "Ortheim (dpa) - Es brennt.\n"
    roles = (Passage(0, 16, "dateline"), Passage(16, len(text), "body"))
    assert [(b.start, b.end, b.kind) for b in blocks(Article("a", "a", text, passages=roles))] == [(0, 26, "body")]


def test_a_copy_runs_broken_into_the_origin_that_it_was_copied_from() -> None:
    ledger = full()
    origin = replace(ledger.claims[0].origins[0], articles=("a",), statements=("s3",))
    book = open_book(ledger)
    drawn = str(independence(replace(ledger.claims[0], origins=(origin,)), book))
    assert drawn.count('class="l"') == 1
    assert drawn.count('class="l dl"') == 1


def test_more_than_eight_articles_are_counted_rather_than_drawn() -> None:
    ledger = crowd(20)
    drawn = str(independence(ledger.claims[0], open_book(ledger)))
    assert ">+13<" in drawn
    assert drawn.count("<text") == 8
