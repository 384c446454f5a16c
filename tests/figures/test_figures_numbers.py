"""A number reads back to its value, in whatever form German news writes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.figures.germanwords import in_words

from quellenlage.annotate.quantities import read_number
from quellenlage.language import language

DE = language("de")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.000", 3000),
        ("12 000", 12000),
        ("12\u202f000", 12000),
        ("12’000", 12000),
        ("12'000.50", 12000.5),
        ("1.234.567,8", 1234567.8),
        ("1,5 Millionen", 1_500_000),
        ("3 Mio.", 3_000_000),
        ("2,5 Mrd", 2_500_000_000),
        ("80 Tausend", 80_000),
        ("1.2 Milliarden", 1_200_000_000),
        ("zwölftausend", 12_000),
        ("zwoelftausend", 12_000),
        ("fünfzehnhundert", 1500),
        ("hundert", 100),
        ("hunderteins", 101),
        ("einundzwanzigtausend", 21_000),
        ("anderthalb", 1.5),
        ("anderthalb Millionen", 1_500_000),
        ("zweieinhalb", 2.5),
        ("zweieinhalbtausend", 2500),
        ("eine halbe Million", 500_000),
        ("dreiviertel", 0.75),
        ("zwei Drittel", 2 / 3),
        ("fünf und drei Viertel Milliarden", 5_750_000_000),
        ("zwei Komma drei", 2.3),
        ("ein Dutzend", 12),
        ("ein halbes Dutzend", 6),
        ("drei Dutzend", 36),
        ("Dutzende", 24),
        ("Hunderte", 200),
        ("Zehntausende", 20_000),
        ("mehrere Hundert", 200),
        ("jeder Dritte", 1 / 3),
        ("Hälfte", 0.5),
        ("vier von fünf", 0.8),
        ("½", 0.5),
        ("2 ½", 2.5),
        ("3/4", 0.75),
        ("-5", -5),
        ("eins", 1),
        ("null", 0),
    ],
)
def test_every_german_form_has_its_value(text: str, value: float) -> None:
    assert read_number(text, DE) == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        *("0441 55 50 112", "0800 / 55 20 41", "+49 30 5550-118", "18.09.2025", "16:40", "1:4", "24/7", "NIS-2", "G20"),
        *("Sat.1", "2025-09-18", "250918-930-48213/1", "außer Acht", "viele", "", "9" * 40, "Beifall", "einig"),
    ],
)
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert read_number(text, DE) is None


def test_an_english_text_groups_thousands_by_commas() -> None:
    assert read_number("11,600", DE) == 11.6
    assert read_number("11,600", DE, english=True) == 11_600


@given(st.integers(0, 10**12))
def test_number_words_round_trip(number: int) -> None:
    assert read_number(in_words(number), DE) == number


@given(st.integers(0, 10**12), st.sampled_from([".", " ", "\u202f", "\u00a0", "’", "'"]))
def test_grouped_digits_round_trip(number: int, separator: str) -> None:
    assert read_number(f"{number:,}".replace(",", separator), DE) == number


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_decimals_round_trip(whole: int, hundredths: int) -> None:
    text = f"{whole:,}".replace(",", ".") + f",{hundredths:02d}"
    assert read_number(text, DE) == pytest.approx(whole + hundredths / 100)


@given(
    st.integers(2, 999),
    st.sampled_from([("Millionen", 10**6), ("Mio.", 10**6), ("Milliarden", 10**9), ("Mrd.", 10**9)]),
)
def test_scaled_numbers_round_trip(number: int, scale: tuple[str, int]) -> None:
    word, factor = scale
    assert read_number(f"{number} {word}", DE) == number * factor
    assert read_number(f"{in_words(number)} {word}", DE) == number * factor
    assert read_number(f"{number},5 {word}", DE) == number * factor + factor // 2
