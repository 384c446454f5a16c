"""The packed table gives back what was put in, whatever the words."""

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.language._table import Table, pack

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)


@given(st.dictionaries(WORDS, st.integers(0, 2**16 - 1), max_size=50))
def test_a_packed_table_gives_each_word_its_value(values: dict[str, int]) -> None:
    table = Table(pack(values))
    assert len(table) == len(values)
    assert {word: table.get(word) for word in values} == values


@given(st.dictionaries(WORDS, st.integers(0, 9), max_size=20), st.randoms())
def test_the_order_of_the_words_changes_nothing(values: dict[str, int], chance: object) -> None:
    shuffled = list(values.items())
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert pack(dict(shuffled)) == pack(values)


def test_an_unknown_word_has_the_default() -> None:
    table = Table(pack({"Haus": 7}))
    assert table.get("Maus") == -1
    assert table.get("Maus", 3) == 3
    assert table.get("\ud800") == -1
