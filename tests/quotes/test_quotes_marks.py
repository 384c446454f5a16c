"""Pairs of quotation marks of every kind, and signs that are none."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.annotate._quotes.marks import LONGEST, pair_marks

PAIRS = [
    ("Er sagte: „Ja, gern.“ Dann ging er.", ["„Ja, gern.“"]),
    ("Er sagte: «Ja, gern.» Dann ging er.", ["«Ja, gern.»"]),
    ("Er sagte: »Ja, gern.« Dann ging er.", ["»Ja, gern.«"]),
    ('Er sagte: "Ja, gern." Dann ging er.', ['"Ja, gern."']),
    ("Er sagte: “Ja, gern.” Dann ging er.", ["“Ja, gern.”"]),
    ('Er sagte: „Ja, gern." Dann ging er.', ['„Ja, gern."']),
    ("„Sie sagte: ‚Komm her‘, mehr nicht“, so er.", ["„Sie sagte: ‚Komm her‘, mehr nicht“", "‚Komm her‘"]),
    ('„Die Räumung des Hauses "Liebig" war falsch“, so er.', ['„Die Räumung des Hauses "Liebig" war falsch“']),
    ("Er sagte: „Das bleibt offen. Und weiter geht es.", []),
    ('Das 5" lange Rohr und das 7" lange Rohr.', []),
    ("Ich hab' s’ gesehen, und Hans' Hund auch.", []),
    ("Er kam. “ Und ging.", []),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_marks_are_paired_within_their_paragraph(text: str, expected: list[str]) -> None:
    assert [text[p.start : p.end] for p in pair_marks(text, [(0, len(text))])] == expected


def test_a_mark_left_open_never_reaches_the_next_paragraph() -> None:
    first, second = "Er sagte: „Das ist alles.", "Sie sagte: „Nein.“"
    text = f"{first}\n\n{second}"
    pairs = pair_marks(text, [(0, len(first)), (len(first) + 2, len(text))])
    assert [text[p.start : p.end] for p in pairs] == ["„Nein.“"]


def test_two_stray_marks_far_apart_are_no_pair() -> None:
    text = "„" + "Wort " * LONGEST + "“"
    assert pair_marks(text, [(0, len(text))]) == ()


@given(st.text(alphabet="„“”\"«»‚‘’' ab.,\n", max_size=80))
def test_outer_pairs_never_overlap_and_inner_ones_stand_inside(text: str) -> None:
    pairs = pair_marks(text, [(0, len(text))])
    outer = [p for p in pairs if not p.inner]
    assert all(a.end <= b.start for a, b in itertools.pairwise(outer))
    assert all(0 <= p.start < p.end <= len(text) for p in pairs)
    assert all(any(o.start < p.start and p.end < o.end for o in outer) or p.start < p.end for p in pairs if p.inner)
