"""Figures that lean on what stands around them: units left out, victims counted one by one, headlines."""

import pytest

from quellenlage.language import language
from quellenlage.model import Analysis, Article, Figure, Passage, Story
from quellenlage.pipeline import analyse
from quellenlage.story.series import find_series

DE = language("de")


def read(text: str, published: str = "2025-03-10") -> Analysis:
    return analyse(Article("a", "a.txt", text, published=published))


def worth(figure: Figure) -> float | None:
    return figure.low if figure.low is not None else figure.high


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Reederei spricht von acht Tonnen, der Zoll von etwa zwölf.", [(8, "t"), (12, "t")]),
        ("Vier Wochen waren knapp. Jetzt rechnen wir mit sechs bis sieben.", [(4, "week"), (6, "week")]),
        ("Der Umbau dauert acht Monate. Es können auch elf werden.", [(8, "month"), (11, "month")]),
        ("Das Loch ist sieben Millionen Euro groß, nicht elf.", [(7e6, "EUR"), (11e6, "EUR")]),
        ("Es fehlen elf Millionen Euro. Die Bank bot »vier bis sechs Millionen«.", [(11e6, "EUR"), (4e6, "EUR")]),
        ("Ausgegeben sind vier der geplanten 38 Millionen Euro.", [(4e6, "EUR"), (38e6, "EUR")]),
        ("Die Werft fordert elf Millionen Euro. Die Liste ist lang. Es seien 4.312.", [(11e6, "EUR"), (4312, "count")]),
        ("Gemessen wurden elf Mikrogramm Nitrat je Liter, erlaubt sind drei Mikrogramm.", [(11, "µg/l"), (3, "µg/l")]),
        ("Es sind zwölf Tonnen, plus oder minus zwei.", [(12, "t")]),
        ("Das Haus meldet 112 Patienten, von denen man sechs aufgenommen hat.", [(112, "person"), (6, "person")]),
        ("Die Auslastung liegt bei 72 Prozent. Die Inzidenz von 291 ist hoch.", [(72, "percent"), (291, "count")]),
        ("Die Polizei sprach von 900 Gästen, der Verein von 2.500.", [(900, "person"), (2500, "person")]),
    ],
)
def test_a_number_takes_the_unit_that_the_one_before_names(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(worth(f), f.unit) for f in read(text).figures] == expected


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Ein Mann wird noch vermisst.", ["Vermisste"]),
        ("Ein Mensch ist gestorben.", ["Tote"]),
        ("In der Nacht wurde ein Kind verletzt.", ["Verletzte"]),
        ("Ein Mann hat eine Frau verletzt.", []),
        ("Eine 79-jährige Frau ist gestorben.", []),
        ("Die Polizei sucht nach einem Mann, der vermisst wird.", []),
        ("Ein Sprecher sagte, niemand sei verletzt worden.", []),
    ],
)
def test_one_person_is_a_figure_only_as_a_victim(text: str, counted: list[str]) -> None:
    assert [f.counted[0] for f in read(text).figures if f.low == 1] == counted


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Im Ort kursieren 40 Millionen Euro Schaden. Diese Zahl ist Unsinn.", ["denied"]),
        ("Die Werft hatte von acht Tonnen gesprochen. Nein, da haben wir uns geirrt.", ["denied"]),
        ("Die vom Blatt genannten 14 Verletzten stimmten nicht.", ["denied"]),
        ("Sechs Monate waren zu optimistisch.", ["denied"]),
        ("Im Ort kursieren 40 Millionen Euro Schaden. Das ist viel.", ["actual"]),
        ("Diese Zahl war falsch; es gab mindestens 240 Erkrankte.", ["actual"]),
        ("Nötig sind 3.900 Unterschriften.", ["planned"]),
        ("Die Firma soll der Stadt zwei Millionen Euro angeboten haben.", ["possible"]),
        ("Das Haus soll für acht Millionen Euro saniert werden.", ["planned"]),
        ("Bremen erwartet, dass 300 Helfer verlegt werden sollen.", ["expected"]),
        ("Betrüger sollen 900 Euro abgehoben haben.", ["actual"]),
    ],
)
def test_a_figure_has_the_status_that_its_own_or_the_next_sentence_gives(text: str, statuses: list[str]) -> None:
    assert [f.status for f in read(text).figures] == statuses


def test_a_denial_of_several_sentences_leaves_the_right_figure_alone() -> None:
    text = "„Die 40 Tonnen stimmen nicht. Wir haben nachgemessen, es fehlen acht Tonnen“, sagte Sprecherin Ina Voss."
    assert [(worth(f), f.status) for f in read(text).figures] == [(40, "denied"), (8, "actual")]


RELEASE = """Nordkabel AG

Zwölf Tanks geprüft

Die Nordkabel AG weist Berichte über ein Leck zurück. Es fehlen 300 Liter. Laut Feuerwehr brannten zwei Hallen.

Über die Nordkabel AG: Sie beschäftigt 1.900 Menschen."""


@pytest.mark.parametrize(
    ("outlet", "authorities"),
    [("Nordkabel AG", {300: "Nordkabel AG", 2: "Feuerwehr"}), ("Hafenbote", {300: None, 2: "Feuerwehr", 1900: None})],
)
def test_a_company_stands_behind_the_figures_of_its_own_release(
    outlet: str, authorities: dict[float, str | None]
) -> None:
    analysis = analyse(Article("a", "a.txt", RELEASE, outlet=outlet, published="2025-03-10"))
    names = {e.id: e.name for e in analysis.entities}
    found = {f.low: names.get(f.attributed_to or "") for f in analysis.figures if f.low != 12}
    assert found == authorities


def headed(title: str, body: str) -> list[tuple[str | None, str]]:
    text = f"{title}\n\n{body}"
    passages = (Passage(0, len(title), "title"), Passage(len(title) + 2, len(text), "body"))
    analysis = analyse(Article("a", "a.txt", text, title=title, published="2025-03-10", passages=passages))
    names = {e.id: e.name for e in analysis.entities}
    return [(names.get(f.attributed_to or ""), f.status) for f in analysis.figures if f.start < len(title)]


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (
            "Brand im Hafen: 14 Verletzte",
            "Bei dem Brand gab es nach Angaben des Hafenamts 14 Verletzte. Das Feuer ist aus.",
            [("Hafenamt", "actual")],
        ),
        (
            "Risse in der Hafenbrücke: drei Monate Stillstand",
            "Die Brücke wird voraussichtlich drei Monate gesperrt, sagte Landrätin Karla Brandt. Sie prüft Umwege.",
            [("Karla Brandt", "expected")],
        ),
        ("Brand im Hafen: 14 Verletzte", "Das Feuer ist aus. Die Feuerwehr zog ab.", [(None, "actual")]),
    ],
)
def test_a_headline_has_the_authority_and_status_of_the_text(
    title: str, body: str, expected: list[tuple[str | None, str]]
) -> None:
    assert headed(title, body) == expected


def together(*texts: str) -> list[list[float]]:
    """The values of each series of some reports on one story."""
    analyses = [analyse(Article(f"a{i}", f"{i}.txt", text, published=f"2025-03-1{i}")) for i, text in enumerate(texts)]
    series, figures = find_series(analyses, [Story("s", "Hafen", tuple(a.article.id for a in analyses))], ())
    known = {f.id: f for f in figures}
    return sorted(sorted(worth(known[i]) or 0 for i in s.figures) for s in series)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Die Polizei sprach von rund 900 Teilnehmern, die Veranstalter von mehr als 2.500."], [[900, 2500]]),
        (["Es kamen 700 Menschen; der Verein sah „weit über tausend“."], [[700, 1000]]),
        (["Es gab 14 Verletzte im Lager auf der Insel, drei davon schweben in Gefahr."], []),
        (["Erst waren es 800 Kunden, dann 3.000, jetzt 14.000."], [[800, 3000, 14000]]),
        (["40 der 52 Fahrgäste stiegen aus."], []),
        (["Im Einsatz waren vier Hubschrauber und sieben Schiffe."], []),
        (["Der Pegel stieg binnen drei Stunden.", "Drei Stunden lang blieb die Sirene stumm."], []),
        (["Die Brücke ist seit 14 Monaten gesperrt.", "Seit mehr als einem Jahr ist die Brücke gesperrt."], [[1, 14]]),
        (["Der Umbau kostet 60 Millionen Euro.", "Zwischen 60 und 90 Millionen Euro verlor der Hafen."], []),
        (
            ["84 Menschen verließen das Schiff.", "In einer früheren Fassung war von 84 Verletzten die Rede."],
            [],
        ),
    ],
)
def test_figures_count_the_same_only_where_the_text_says_so(texts: list[str], expected: list[list[float]]) -> None:
    assert together(*texts) == expected
