"""The figures that the German base promises, on treebanks that it never saw. Floors are never lowered silently."""

import pytest
from bench import language as bench

pytestmark = pytest.mark.usefixtures("shared")


@pytest.mark.parametrize(
    ("name", "layout", "boundaries", "exact"),
    [
        ("GSD test", "joined", 0.965, 0.90),
        ("GSD test", "lines", 0.99, 0.985),
        # GSD ends a sentence at the colon behind a clause, PUD doesn't (docs/decisions/0014): .99 before we did as GSD
        ("PUD", "joined", 0.994, 0.984),
        ("PUD", "lines", 0.995, 0.986),
    ],
)
def test_sentences_end_where_the_treebank_ends_them(name: str, layout: str, boundaries: float, exact: float) -> None:
    text, spans, _ = bench.running(name, layout)
    found = bench.ours(text)[0]
    assert bench.f(bench.ends(spans), bench.ends(found)) >= boundaries
    assert bench.f(spans, found) >= exact


@pytest.mark.parametrize(("name", "floor"), [("GSD test", 0.995), ("PUD", 0.995)])
def test_tokens_are_those_of_the_treebank(name: str, floor: float) -> None:
    text, _, words = bench.running(name, "lines")
    assert bench.f(words, bench.ours(text)[1]) >= floor


def test_tags_are_those_of_the_treebank() -> None:
    right, wrong = bench.tag_counts(bench.our_tags)
    assert right / (right + wrong.total()) >= 0.96


@pytest.mark.parametrize(("name", "precision", "recall"), [("GSD test", 0.96, 0.88), ("PUD", 0.98, 0.87)])
def test_konjunktiv_is_found_and_hardly_ever_invented(name: str, precision: float, recall: float) -> None:
    found = bench.konjunktiv(name)
    assert found[0] >= precision
    assert found[1] >= recall


def test_lemmas_are_those_of_the_treebank() -> None:
    shares = dict(bench.lemma_shares("GSD test", bench.our_lemmas))
    assert shares["NOUN"] >= 0.955
    assert shares["VERB"] >= 0.975
    assert shares["ADJ"] >= 0.955
