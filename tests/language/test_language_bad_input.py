"""Text that no newspaper prints: no exception, offsets still true, nothing lost but blanks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.language.german import sentences

BAD = {
    "no full stop": "Wasser und Wein " * 2_000,
    "opening quotation marks": "„" * 10_000,
    "digits": "1" * 100_000,
    "numbers and dots": "1." * 20_000,
    "emoji": "😀🏳️‍🌈" * 2_000,
    "mixed scripts": "Привет שלום 你好 مرحبا hello Grüße " * 500,
    "right to left": "\u202eשלום עולם.\u202c " * 500,
    "NUL": "a\x00b \x00. " * 2_000,
    "lone surrogates": "a\ud800b \udfff. " * 2_000,
    "hyphens": "a-" * 50_000,
    "full stops": ". " * 5_000,
    "initials": "A. " * 5_000,
    "addresses": "http://" * 10_000 + " " + "a@" * 5_000,
    "one word": "ä" * 200_000,
    "combining marks": "e\u0301\u0302" * 5_000,
    "blanks": " \t\u00a0" * 10_000,
    "empty": "",
}


def check(text: str) -> None:
    place = 0
    for sentence in sentences(text, [(0, len(text), "body")]):
        assert sentence.tokens
        assert sentence.start == sentence.tokens[0].start
        assert sentence.end == sentence.tokens[-1].end
        for token in sentence.tokens:
            assert token.start >= place
            assert text[token.start : token.end] == token.text != ""
            assert not text[place : token.start].strip() or not any(c.isalnum() for c in text[place : token.start])
            place = token.end
    assert not any(c.isalnum() for c in text[place:])


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_offsets_stay_true(text: str) -> None:
    check(text)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_any_text_is_read(text: str) -> None:
    check(text)


PIECES = st.sampled_from([
    "Er", "sie", "sagte", "teilte", "mit", "„", "“", "»", "«", ".", "!", "?", ",", ":", "–", "(", ")", "…", "3.",
    "Oktober", "Dr.", "z.", "B.", "1,5", "Mio.", "sei", "zu", "gehen", "Meier", "‚", "‘", "\n", "-",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_jumble_of_german_is_read(parts: list[str]) -> None:
    check(" ".join(parts))


@settings(max_examples=30, deadline=None)
@given(st.lists(PIECES, min_size=2, max_size=30), st.integers(1, 28))
def test_stretches_are_read_one_by_one(parts: list[str], cut: int) -> None:
    text = " ".join(parts)
    cut = min(cut, len(text))
    both = sentences(text, [(0, cut, "title"), (cut, len(text), "body")])
    assert all(s.end <= cut if s.role == "title" else s.start >= cut for s in both)
    assert sentences(text, [(0, cut, "title")]) == tuple(s for s in both if s.role == "title")


@settings(max_examples=30, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_particles_point_into_the_sentence(parts: list[str]) -> None:
    text = " ".join(parts)
    for sentence in sentences(text, [(0, len(text), "body")]):
        for token in sentence.tokens:
            if token.particle is not None:
                particle = sentence.tokens[token.particle]
                assert particle.tag == "PTKVZ"
                assert token.lemma.startswith(particle.text.lower())
