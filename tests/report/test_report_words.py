"""How the report writes figures, days and letters."""

from dataclasses import replace

import pytest
from tests.report.ledgers import PEOPLE, article, bare, figure

from quellenlage.model import Series
from quellenlage.report import calendar, labels, numbers
from quellenlage.report._html.excerpt import around, shorten
from quellenlage.report._html.points import points
from quellenlage.report._html.reasons import told
from quellenlage.report._html.switch import one_language, slim
from quellenlage.report.book import open_book, siglum
from quellenlage.report.labels import Both, join, label

AMOUNTS = [
    (3, "3", "3"),
    (0.9, "0,9", "0.9"),
    (2400, "2.400", "2,400"),
    (12000, "12.000", "12,000"),
    (1_500_000, "1,5 Mio.", "1.5m"),
    (1_234_567, "1.234.567", "1,234,567"),
    (1_200_000_000, "1,2 Mrd.", "1.2bn"),
    (-40, "-40", "-40"),
]


@pytest.mark.parametrize(("value", "german", "english"), AMOUNTS)
def test_no_digit_of_a_number_is_lost(value: float, german: str, english: str) -> None:
    said = numbers.amount(value)
    assert (said.de.replace("\u00a0", " "), said.en) == (german, english)


SHOWN = [
    ({"low": 14.0, "qualifier": "at_least", "unit": "person"}, "≥ 14", "≥ 14"),
    ({"low": 60.0, "qualifier": "more_than", "unit": "person"}, "> 60", "> 60"),
    ({"low": None, "high": 148.0, "qualifier": "at_most", "unit": "l/m2"}, "≤ 148 l/m²", "≤ 148 l/m²"),
    ({"low": 180e6, "high": 220e6, "qualifier": "range", "unit": "EUR"}, "180–220 Mio. €", "€180–220m"),
    ({"low": 900e6, "high": 1.2e9, "qualifier": "range", "unit": "EUR"}, "900 Mio.–1,2 Mrd. €", "€900m–1.2bn"),
    ({"low": 190e6, "qualifier": "about", "unit": "USD"}, "≈ 190 Mio. $", "≈ $190m"),
    ({"low": 240e6, "qualifier": "exact", "unit": "CHF"}, "240 Mio. Fr.", "Fr. 240m"),
    ({"low": 1.0, "qualifier": "exact", "unit": "day"}, "1 Tag", "1 day"),
    ({"low": 3.0, "qualifier": "exact", "unit": "hour"}, "3 h", "3 h"),
    ({"low": 2.0, "qualifier": "about", "unit": "SEK"}, "≈ 2 SEK", "≈ 2 SEK"),
    ({"low": None, "qualifier": "exact", "unit": "count"}, "?", "?"),
]


@pytest.mark.parametrize(("fields", "german", "english"), SHOWN)
def test_a_figure_is_sign_number_unit(fields: dict[str, object], german: str, english: str) -> None:
    low = fields.pop("low")
    f = figure("f", article("a"), "14", low, **fields)  # type: ignore[arg-type]
    said = numbers.shown(f)
    assert (said.de.replace("\u00a0", " "), said.en.replace("\u00a0", " ")) == (german, english)


STAMPS = [
    ("2025-09-10T17:45", "Mi 10.9., 17.45", "Wed 10 Sept, 17.45"),
    ("2025-09-09", "Di 9.9.", "Tue 9 Sept"),
    ("2024-10-24", "Do 24.10.2024", "Thu 24 Oct 2024"),
    ("2025-09", "[Sept.]", "[Sept]"),
    ("2025", "[2025]", "[2025]"),
    (None, "ohne Datum", "undated"),
    ("gestern", "ohne Datum", "undated"),
    ("2025-02-30", "ohne Datum", "undated"),
    ("2025-W45", "ohne Datum", "undated"),
]


@pytest.mark.parametrize(("value", "german", "english"), STAMPS)
def test_a_day_is_no_more_exact_than_its_value(value: str | None, german: str, english: str) -> None:
    assert calendar.stamp(value, home=2025) == Both(german, english)


def test_articles_stand_by_what_is_known_of_their_day() -> None:
    values = [None, "2025-09", "2025-09-09", "2025-09-09T14:07", "2025-09-10T06:58", "2025-10"]
    ordered = sorted(values, key=calendar.order)
    assert ordered == ["2025-09-09T14:07", "2025-09-09", "2025-09-10T06:58", "2025-09", "2025-10", None]


def test_letters_leave_out_what_looks_like_a_number() -> None:
    assert [siglum(n) for n in (0, 7, 8, 13, 23, 24, 47, 48)] == ["A", "H", "J", "P", "Z", "AA", "AZ", "BA"]


def test_an_excerpt_is_verbatim_and_says_where_it_is_cut() -> None:
    text = "Am Montag war es still. Am Dienstag zählte die Wehr 14 Einsätze im ganzen Ort. Danach nichts."
    x = around(text, text.index("14"), text.index("14") + 2)
    assert (x.before, x.words, x.after) == ("Am Dienstag zählte die Wehr ", "14", " Einsätze im ganzen Ort.")
    assert (x.cut_before, x.cut_after) == (True, True)


@pytest.mark.parametrize("text", ["kurz", "ein Wort nach dem anderen " * 9, "x" * 300, ""])
def test_a_shortened_text_keeps_its_beginning(text: str) -> None:
    short = shorten(text, 90)
    assert len(short) <= 92
    assert text.startswith(short.removesuffix(" …"))


def test_a_page_in_one_language_keeps_the_other_in_its_table() -> None:
    both = str(label("nav.zahlen").__html__())
    page = f"<p>{both}</p><p>1 {both}</p>"
    german, table = one_language(page, "de")
    assert german == "<p data-t=0>Zahlen</p><p>1 <span data-t=0>Zahlen</span></p>"
    english, back = one_language(page, "en")
    assert english == '<p data-t=0 lang="en">Figures</p><p>1 <span data-t=0 lang="en">Figures</span></p>'
    assert str(back) == '["Zahlen"]'
    assert str(table) == '["Figures"]'


SLIM = [
    ('<a class="x" href="#s1"><use href="#b"/></a>', "<a class=x href=#s1><use href=#b /></a>"),
    ('<a class="x y" title="">', '<a class="x y" title="">'),
    ("<ul><li>a</li> <li>b</li></ul>", "<ul><li>a <li>b</ul>"),
    ("<tr><td>a</td><td>b</td></tr></tbody>", "<tr><td>a<td>b</tbody>"),
    ("<div><dt>a</dt><dd>b</dd></div>", "<div><dt>a<dd>b</div>"),
    ("<p>a</p><p>b</p> c", "<p>a<p>b</p> c"),
    ("<a><p>a</p></a>", "<a><p>a</p></a>"),
    ('<p title="a &#34;b&#34;">a &#34;b&#34; &lt;</p>', '<p title="a &#34;b&#34;">a "b" &lt;</p>'),
]


@pytest.mark.parametrize(("page", "slimmed"), SLIM)
def test_what_html_does_not_need_is_left_out(page: str, slimmed: str) -> None:
    assert slim(page) == slimmed


def test_every_label_speaks_both_languages() -> None:
    rows = {k: row for k, row in labels._table().items() if not k.startswith("unit.")}
    assert [k for k, row in rows.items() if not all(row)] == []


def test_wordings_join_in_both_languages() -> None:
    assert join([label("nav.zahlen"), "7"], " · ") == Both("Zahlen · 7", "Figures · 7")


def test_a_headline_is_one_mark_with_whom_its_article_names() -> None:
    a, b = article("a"), article("b")
    given = [
        figure("f1", a, "14", 14.0, attributed_to=None),
        figure("f2", a, "14", 14.0, attributed_to="wehr"),
        figure("f3", b, "14", 14.0, attributed_to=None),
    ]
    ledger = replace(bare(a, b), figures=tuple(given), entities=PEOPLE)
    series = Series("r", "st", "Dach", "Dächer", ("f1", "f2", "f3"), None)
    marks = points(series, open_book(ledger))
    assert [[f.id for f in p.figures] for p in marks] == [["f2", "f1"], ["f3"]]


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("Stand vom 2025-09-10 nach dem vom 2025-09-09", "Stand vom 10.9. nach dem vom 9.9."),
        ("dort früher (2025-09-09T14:07)", "dort früher (9.9., 14.07)"),
        ("Stand vom 2024-12-31", "Stand vom 31.12.2024"),
        ("vor 2025-10, nach 2024-10", "vor Okt., nach Okt. 2024"),
        ("nennt „Lauf 2025-09-10“", "nennt „Lauf 2025-09-10“"),
        ("Nummer 2025-99-10", "Nummer 2025-99-10"),
        ("", ""),
    ],
)
def test_a_reason_tells_its_days_as_a_reader_would(reason: str, expected: str) -> None:
    assert told(reason, 2025) == expected
