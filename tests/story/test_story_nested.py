"""What goes with another statement: phrases quoted within it and its later twins, and never in a circle."""

from types import SimpleNamespace
from typing import Any

from quellenlage.model import Span
from quellenlage.story.align import _outer


def said(place: int, twin: int, start: int, end: int) -> Any:
    """A statement of one speaker in one article, as far as `_outer` looks at it."""
    statement = SimpleNamespace(quote=(Span(start, end),), stance="asserts")
    return SimpleNamespace(place=place, twin=twin, article="a", statement=statement, speaker="e1")


def test_a_phrase_goes_with_the_statement_that_it_is_quoted_within() -> None:
    assert _outer([said(0, 0, 0, 50), said(1, 1, 10, 20)]) == {1: 0}


def test_a_later_twin_goes_with_the_first() -> None:
    assert _outer([said(0, 0, 0, 50), said(1, 0, 60, 110)]) == {1: 0}


def test_a_statement_whose_twin_is_a_phrase_of_its_own_closes_no_circle() -> None:
    assert _outer([said(0, 0, 10, 40), said(1, 0, 0, 50)]) == {0: 1}
