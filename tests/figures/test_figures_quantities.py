"""What a reader would underline as a figure: its bounds, its unit, and what it counts."""

import pytest

from quellenlage.annotate.quantities import find_quantities
from quellenlage.language import language
from quellenlage.model import Quantity

DE = language("de")
Row = tuple[str, float | None, float | None, str, str]


def read(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, DE.sentences(text, [(0, len(text), "body")]), (), DE)


def rows(text: str) -> list[Row]:
    return [(q.text, q.low, q.high, q.unit, q.qualifier) for q in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mindestens 14 Tote wurden geborgen.", [("Mindestens 14 Tote", 14, None, "person", "at_least")]),
        ("Bis zu 300 Gäste passen hinein.", [("Bis zu 300 Gäste", None, 300, "person", "at_most")]),
        ("Rund 40 Schafe fehlen.", [("Rund 40 Schafe", 40, None, "count", "about")]),
        ("Es kamen mehr als 500 Besucher.", [("mehr als 500 Besucher", 500, None, "person", "more_than")]),
        ("Weniger als 50 Kühe blieben.", [("Weniger als 50 Kühe", None, 50, "count", "less_than")]),
        ("Es kamen 300 oder mehr Gäste.", [("300 oder mehr Gäste", 300, None, "person", "at_least")]),
        ("Ein Dutzend Helfer kam.", [("Ein Dutzend Helfer", 12, None, "person", "about")]),
        ("Dutzende Bäume stürzten um.", [("Dutzende Bäume", 24, None, "count", "at_least")]),
        ("Hunderte Menschen warteten.", [("Hunderte Menschen", 200, None, "person", "at_least")]),
        ("Tausende von Menschen warteten.", [("Tausende von Menschen", 2000, None, "person", "at_least")]),
        ("Vier bis sechs Stunden dauert es.", [("Vier bis sechs Stunden", 4, 6, "hour", "range")]),
        ("Die Fahrt dauert 10–15 Minuten.", [("10–15 Minuten", 10, 15, "minute", "range")]),
        ("Das kostet zwischen 180 und 220 Euro.", [("zwischen 180 und 220 Euro", 180, 220, "EUR", "range")]),
        ("Zwischen gut vier und acht Booten fehlen.", [("Zwischen gut vier und acht Booten", 4, 8, "count", "range")]),
        ("Der Turm ist nicht höher als 30 Meter.", [("nicht höher als 30 Meter", None, 30, "m", "at_most")]),
        ("Die Fahrt dauerte länger als drei Stunden.", [("länger als drei Stunden", 3, None, "hour", "more_than")]),
        ("Das dauert locker zwei Stunden.", [("locker zwei Stunden", 2, None, "hour", "about")]),
        ("Die 40 Tonnen waren nur eine Untergrenze.", [("40 Tonnen", 40, None, "t", "at_least")]),
        ("Die 40 Tonnen sind die Obergrenze.", [("40 Tonnen", None, 40, "t", "at_most")]),
        ("Es dauert zwei, drei Tage.", [("zwei, drei Tage", 2, 3, "day", "range")]),
        ("Das kostet 1,8 bis 2,2 Millionen Euro.", [("1,8 bis 2,2 Millionen Euro", 1.8e6, 2.2e6, "EUR", "range")]),
    ],
)
def test_qualifiers_and_ranges_bound_a_figure(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie zahlt 7,5 Prozent mehr.", [(7.5, "percent")]),
        ("In der Nacht sank es auf minus 12 Grad.", [(-12, "°C")]),
        ("Der Bug wurde um 30 Grad gedreht.", [(30, "°")]),
        ("Neun Minuten nach dem Alarm kam die Wehr.", [(9, "minute")]),
        ("Die Wehr kam zwölf Minuten nach dem Alarm, nicht neun.", [(12, "minute"), (9, "minute")]),
        ("Die Eiche ist mehr als 800 Jahre alt.", [(800, "year")]),
        ("Sie hat das Amt viermal gewarnt.", [(4, "count")]),
        ("Das Amt fand genau einen Brief.", [(1, "count")]),
        ("Der Umbau kostet 3 Millionen Euro. Selbst die drei Millionen des Kreises fehlen.", [(3e6, "EUR")] * 2),
        ("Das sind zwei Prozentpunkte weniger.", [(2, "percentage_point")]),
        ("Jeder dritte Haushalt hat einen Hund.", [(pytest.approx(100 / 3), "percent")]),
        ("Die Hälfte der Boote ist leck.", [(50, "percent")]),
        ("Es fielen 148 Liter Regen pro Quadratmeter.", [(148, "l/m2")]),
        ("Der Sturm erreichte 120 km/h.", [(120, "km/h")]),
        ("Der Zug fährt 244 Meter pro Sekunde.", [(244, "m/s")]),
        ("Nachts wird es -3 Grad kalt.", [(-3, "°C")]),
        ("Der Deich ist anderthalb Kilometer lang.", [(1.5, "km")]),
        ("Sie räumten 86 000 Tonnen Schutt.", [(86_000, "t")]),
        ("Auf 2.300 Hektar brannte der Wald.", [(2300, "ha")]),
        ("Gestohlen wurden 870 GB.", [(870, "GB")]),
        ("Die Hotline zählte 300 Anrufe am Tag.", [(300, "count/day")]),
        ("Das Band liefert 5.500 Tonnen am Tag.", [(5500, "t")]),
        ("Der Streik dauerte sechs Tage und 16 Stunden.", [(160, "hour")]),
        ("Ein Kaffee kostet zwei Euro fünfzig.", [(2.5, "EUR")]),
        ("Sie zahlten 300 Millionen Dollar.", [(300e6, "USD")]),
        ("Sie zahlten $300 Millionen.", [(300e6, "USD")]),
        ("Er kostet 240 Millionen Schweizer Franken.", [(240e6, "CHF")]),
        (
            "Der Kredit über 50 Milliarden US-Dollar, umgerechnet rund 46 Milliarden Euro, steht.",
            [(50e9, "USD"), (46e9, "EUR")],
        ),
        ("Die Strafe beträgt 10.000 Pfund (11.650 Euro).", [(10_000, "GBP"), (11_650, "EUR")]),
        ("Ins Brot kommen drei Pfund Mehl.", [(3, "lb")]),
        ("Eine zehnköpfige Familie zog ein.", [(10, "person")]),
        ("Die Zwölf-Stunden-Schicht ermüdet.", [(12, "hour")]),
        ("Ein dreitägiger Ausstand begann.", [(3, "day")]),
        ("Sie verhandelten an zwei Verhandlungstagen.", [(2, "day")]),
    ],
)
def test_a_figure_has_its_unit(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(q.low if q.low is not None else q.high, q.unit) for q in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es waren 3.000 oder gar 12.000 Soldaten.", [(3000, "Soldat"), (12_000, "Soldat")]),
        ("Die Zahl der Verletzten stieg von 14 auf 19.", [(14, "Verletzte"), (19, "Verletzte")]),
        ("Das Amt senkt die Wochenarbeitszeit von 38 auf 35 Stunden.", [(38, None), (35, None)]),
        ("112 von 130 Lehrern streikten.", [(112, "Lehrer"), (130, "Lehrer")]),
        ("Bei dem Unglück kamen drei Menschen ums Leben, zwölf werden vermisst.", [(3, "Tote"), (12, "Vermisste")]),
        ("Vier Camper starben.", [(4, "Camper")]),
        ("Elf Menschen wurden verletzt.", [(11, "Verletzte")]),
        (
            "Gemeldet wurden 9.400 Schäden; die Kasse erwartet am Ende etwa zwölftausend.",
            [(9400, "Schaden"), (12_000, "Schaden")],
        ),
        ("Von 64 Betrieben haben 41 geantwortet.", [(64, "Betrieb"), (41, "Betrieb")]),
        ("Vereinbart ist eine Laufzeit von 26 Monaten.", [(26, "Laufzeit")]),
        ("Rund 20 Prozent der Fähren fahren.", [(20, "Fähre")]),
    ],
)
def test_a_figure_says_what_it_counts(text: str, expected: list[tuple[float, str | None]]) -> None:
    found = read(text)
    assert [q.low for q in found] == [value for value, _ in expected]
    for quantity, (_, head) in zip(found, expected, strict=True):
        assert head is None or quantity.counted[:1] == (head,)


def test_what_narrows_the_noun_is_kept() -> None:
    [quantity] = read("Rund 300 dänische Schäfer aus Jütland kamen.")
    assert quantity.counted == ("Schäfer", "dänisch", "Jütland")


def test_a_scale_left_out_is_taken_from_the_sum_before() -> None:
    found = read("Das Land gibt 30 Millionen Euro; ausgezahlt sind bisher knapp vier.")
    assert [(q.low, q.unit, q.qualifier) for q in found] == [(30e6, "EUR", "exact"), (4e6, "EUR", "about")]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Sie fordern einen Kredit über 300 Millionen Euro.", "exact"),
        ("Am Ufer standen über 300 Menschen.", "more_than"),
        ("Unter den 300 Gästen war ein Koch.", "exact"),
        ("Die Ermittlungen gegen zwölf Beschuldigte ruhen.", "exact"),
        ("Gegen 1200 Polizisten waren da.", "about"),
        ("Es gilt eine Obergrenze von 500 Tonnen.", "at_most"),
        ("Gerade einmal 36 Beobachter kamen.", "exact"),
        ("Nicht einmal jeder fünfte Wähler kam.", "less_than"),
    ],
)
def test_a_preposition_is_no_qualifier(text: str, qualifier: str) -> None:
    assert [q.qualifier for q in read(text)] == [qualifier]


def test_a_clumsy_translation_keeps_its_thousands() -> None:
    found = read('"Wir haben nicht 4,000 Schafe", sagte er. Die Herde kostet $1.2 Millionen.')
    assert [(q.low, q.unit) for q in found] == [(4000, "count"), (1.2e6, "USD")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Im Tal starben 14 Menschen.", "actual"),
        ("Die Gewerkschaft fordert 300 Euro.", "planned"),
        ("Die geplanten 240 Wohnungen fehlen.", "planned"),
        ("Am Hafen sollen 40 Kräne entstehen.", "planned"),
        ("Am Hafen sollen 40 Kräne umgestürzt sein.", "actual"),
        ("Der Schaden könnte 40 Millionen Euro erreichen.", "possible"),
        ("Der Verband erwartet 12.000 Schäden.", "expected"),
        ("Am Wochenende werden 15.000 Züge ausfallen.", "expected"),
        ("40 Prozent der Gäste wollen bleiben.", "actual"),
        ("Das Amt will 40 Gäste einladen.", "planned"),
        ("Sie rechne mit 40 Tagen.", "expected"),
        ("Die Verluste sollen 40 Soldaten umfassen.", "actual"),
        ("Der Neubau soll 40 Millionen Euro kosten.", "expected"),
        ("Wir gehen von 40 Tagen aus.", "expected"),
        ("Nach zwei Verhandlungstagen fordert sie Ruhe.", "actual"),
        ("Das sind nicht 40 Boote.", "denied"),
        ("Vom zugesagten Sand sind 40 Tonnen eingetroffen.", "actual"),
        ("Der Verein geht von 40 Booten aus.", "actual"),
        ("Das Amt schätzt, dass der Fluss 40 Häuser zerstört hat.", "actual"),
        ("Der Kreis kündigte an, er werde 40 Boote kaufen.", "planned"),
        ("Die Polizei hat 500 Euro Belohnung ausgelobt.", "planned"),
        ("Das Land stellt 40 Millionen Euro in Aussicht.", "planned"),
        ("Die Behörde vermutet, dass der Fluss 40 Häuser zerstört hat.", "actual"),
    ],
)
def test_words_around_a_figure_give_its_status(text: str, status: str) -> None:
    assert [q.status for q in read(text)] == [status]
