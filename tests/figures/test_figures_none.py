"""Numbers that are no figures, and input that no newsroom would print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.annotate.quantities import find_quantities
from quellenlage.language import language
from quellenlage.model import Quantity

DE = language("de")


def read(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, DE.sentences(text, [(0, len(text), "body")]), (), DE)


@pytest.mark.parametrize(
    "text",
    [
        "Seit 2016 schreibt sie über Wälder.",
        "Bei der Flut von 1954 war es schlimmer.",
        "Die Bürgermeisterin, Karla Brandt (51), dankte.",
        "Der Landwirt, 58, lebt am Fluss.",
        "Eine 83 Jahre alte Frau wurde gerettet.",
        "Die 52-Jährige war allein.",
        "Er starb im Alter von 95 Jahren.",
        "Kinder bis 14 Jahren zahlen nichts.",
        "Die Gruppe der sieben großen Staaten tagt.",
        "Kinder von 14 bis 17 Jahren zahlen nichts.",
        "Die Bundesstraße 417 ist gesperrt.",
        "Auf der A 7 staut es sich.",
        "Die Boeing 737 landete sicher.",
        "Der G20-Gipfel beginnt.",
        "Die Richtlinie NIS-2 gilt.",
        "Nach Artikel 33 ist das verboten.",
        "Es gilt § 25c.",
        "Das steht auf Seite 5.",
        "Sie wohnt in Haus 12.",
        "Der Verein verlor mit 1:4.",
        "Der Verein gewann zwei zu eins.",
        "Um 18.00 Uhr beginnt es.",
        "Um drei läuteten die Glocken.",
        "Zwei Minuten später kam der Zug.",
        "Vor drei Wochen brannte es.",
        "In den vergangenen drei Tagen regnete es.",
        "Die Nummer lautet 0441 55 50 112.",
        "Rufen Sie +49 30 5550-118 an.",
        "Der Kurs: 1 Dollar = 0,9185 Euro.",
        "Der Bus hält an der Linie 12.",
        "Sie sah es auf Sat.1 und Kabel 1.",
        "Das Lager ist rund um die Uhr, 24/7, offen.",
        "Es ist der 3. Sieg in Folge.",
        "Eine Frau und ein Mann kamen.",
        "Das ist mehr als eine Formalie.",
        "Die erste Hälfte war zäh.",
        "Er wurde zweimal gewarnt.",
        "Das liegt außer Acht.",
        "Die Sieben-Tage-Inzidenz sinkt.",
        "Die Pro-Sieben-Serie läuft.",
        "Die Brüder im Alter von 27 und 33 Jahren halfen.",
        "Der Rasenmäher „Wiesel 30“ fährt leise.",
        "Zehn Minuten nach Mitternacht war es still.",
        "Eine 104 Jahre alte Frau tanzte.",
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(text: str) -> None:
    assert [q.text for q in read(text)] == []


@given(
    st.sampled_from(["Mindestens 14 Tote wurden geborgen.", "Sie zahlt 7,5 Prozent.", "Es regnet."]),
    st.sampled_from(
        [
            "Seit {y} ist das so.",
            "Im Jahr {y} war das anders.",
            "Tel. 0{p}.",
            "Fax: 0{a} / {p}",
            "Rufen Sie +49 {a} {p} an.",
        ]
    ),
    st.integers(1900, 2099),
    st.integers(100, 999),
    st.integers(10, 99),
)
def test_a_year_or_a_telephone_number_adds_no_figure(text: str, more: str, year: int, area: int, pair: int) -> None:
    phone = f"{area} {pair} {pair} {area}"
    added = f"{text} {more.format(y=year, a=area, p=phone)}"
    assert [(q.text, q.low, q.high) for q in read(added)] == [(q.text, q.low, q.high) for q in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        *("9" * 100_000, "9 " * 50_000, "1-" * 50_000, "1." * 50_000, "31.02. " * 10_000, "12:" * 30_000, "$" * 10_000),
        *("ein" * 30_000, "einund" * 15_000, "von 1 auf " * 5_000, "zwischen 2 und " * 5_000, "²³½" * 5_000, "🎉12🎉"),
        *("\0" * 1000 + "12 Tote", "\ud800 12 Tote", "1e400 Tote", "9" * 400 + " Tote", "mehr als " * 9_000 + "3 Tote"),
    ],
    ids=lambda t: f"{t[:8]!a}×{len(t)}",
)
def test_bad_input_raises_nothing_and_invents_no_value(text: str) -> None:
    for quantity in read(text):
        for value in (quantity.low, quantity.high):
            assert value is None or abs(value) < 1e16
        assert quantity.text == text[quantity.start : quantity.end]


@given(st.text(alphabet="0123456789.,-–/:% €$()einzweiMonaten ", max_size=60))
def test_a_figure_is_verbatim_and_in_order(text: str) -> None:
    found = read(text)
    assert all(q.text == text[q.start : q.end] and q.start <= q.number.start < q.number.end <= q.end for q in found)
    assert [q.number.start for q in found] == sorted(q.number.start for q in found)
