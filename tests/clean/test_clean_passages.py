"""Roles of lines: which are furniture wherever they stand, which only look like it, and how lines divide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.clean._furniture import furniture_reader
from quellenlage.clean._lines import Line, split
from quellenlage.clean.masthead import read_masthead
from quellenlage.clean.passages import label_passages
from quellenlage.language import language
from quellenlage.model import Article, Hint

READER = furniture_reader(language("de"))
TITLE = "Kreistag streicht Buslinien im Norden"
FIRST = "Der Kreistag hat am Montag vier Buslinien im Norden des Landkreises gestrichen. Dafür stimmten 31 Abgeordnete."
SECOND = "Landrat Henner Dohm verteidigte die Entscheidung. „Wir fahren leere Busse“, sagte er am Abend im Kreishaus."
THIRD = "Der Fahrgastverband kündigte Widerspruch an. Betroffen seien nach seiner Zählung 640 Pendler und 90 Schüler."


def roles(text: str, hints: tuple[Hint, ...] = ()) -> list[tuple[str, str]]:
    article = label_passages(Article("a", "x", text, hints=hints))
    return [(p.role, text[p.start : p.end]) for p in article.passages]


@pytest.mark.parametrize(
    "line",
    [
        "LESEN SIE AUCH: Neuer Radweg freigegeben",
        "Ebenfalls interessant: So backt man Brot ohne Hefe",
        "Anzeige: Fenster vom Fachmann",
        "[Anzeige] Fenster vom Fachmann",
        ">> Jetzt mitspielen und Traumreise sichern <<",
        "+++ Unser Wochenrätsel +++",
        "Abonnieren Sie unseren Newsletter und verpassen Sie nichts mehr.",
        "Mit dem Absenden bestätigen Sie, dass Sie unsere Datenschutzhinweise gelesen haben.",
        "Wir und unsere 120 Partner verwenden Cookies.",
        "Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert",
        "Home News Sport Kultur Wetter Horoskop",
        "Impressum | Datenschutz | AGB | Mediadaten",
        "Leserservice: 05555 / 12 34 56",
        "Teilen auf Facebook",
        "Dieser Text wurde maschinell übersetzt.",
        "Schreiben Sie uns Ihre Meinung!",
        "In den Warenkorb | Versandkostenfrei ab 40 €",
        "Folgt uns auf Instagram!",
        "03:42 min",
    ],
)
def test_furniture_by_itself(line: str) -> None:
    assert READER.weigh(Line(0, len(line), line, 0)) >= 2


@pytest.mark.parametrize(
    "line",
    [
        "Die Hotline der Stadtwerke war am Abend nicht mehr zu erreichen, wie ein Sprecher einräumte.",
        "„Abonnieren Sie unseren Newsletter“, rief der Vorsitzende den Gästen am Ausgang der Halle noch hinterher.",
        "Der Verlag will den Newsletter einstellen, weil sich die Werbung dafür nicht mehr lohnt.",
        "Nach der DSGVO drohen dem Unternehmen bis zu 20 Millionen Euro Bußgeld wegen der Cookies.",
        "Anzeige erstatteten am Ende nur drei der zwölf Geschädigten.",
        "Ein Ticket kostet jetzt 3,80 Euro, für Kinder die Hälfte.",
        "Herr Dohm, haben Sie die Fahrgäste gefragt?",
        "Was tun, wenn der Bus nicht kommt?",
        "Fazit",
    ],
)
def test_text_that_only_looks_like_furniture(line: str) -> None:
    assert READER.weigh(Line(0, len(line), line, 0)) < 2


def test_head_body_and_tail() -> None:
    text = (
        f"NORDKREIS ECHO\nStart | Lokales | Sport | Abo\n\n{TITLE}\n{TITLE}\n4. Mai 2026, 18:20 Uhr\nVon Rieke Wulf\n\n"
        f"{FIRST}\n\nLESEN SIE AUCH: Freibad öffnet später\n\n{SECOND}\n\nWiderstand im Norden\n\n{THIRD}\n\n"
        "Kommentare (3)\nUwe: Das war überfällig, und zwar seit Jahren, wenn man ehrlich ist."
    )
    assert roles(text) == [
        ("furniture", "NORDKREIS ECHO"),
        ("furniture", "Start | Lokales | Sport | Abo"),
        ("title", TITLE),
        ("furniture", TITLE),
        ("dateline", "4. Mai 2026, 18:20 Uhr"),
        ("byline", "Von Rieke Wulf"),
        ("body", FIRST),
        ("furniture", "LESEN SIE AUCH: Freibad öffnet später"),
        ("body", SECOND),
        ("body", "Widerstand im Norden"),
        ("body", THIRD),
        ("furniture", "Kommentare (3)"),
        ("furniture", "Uwe: Das war überfällig, und zwar seit Jahren, wenn man ehrlich ist."),
    ]


def test_box_of_other_articles_within_the_text() -> None:
    text = f"{TITLE}\n\n{FIRST}\n\nDas könnte Sie auch interessieren\nRekord im Hochsprung\nMarkt zieht um\n\n{SECOND}"
    assert [role for role, _ in roles(text)] == ["title", "body", *["furniture"] * 3, "body"]


def test_dateline_and_credit_are_set_apart() -> None:
    assert roles(f"{TITLE}\n\nNordstadt (dpa) - {FIRST}\n\n{SECOND} dpa/ni")[1:] == [
        ("dateline", "Nordstadt (dpa) - "),
        ("body", FIRST),
        ("body", SECOND),
        ("credit", "dpa/ni"),
    ]


def test_plug_at_the_end_of_a_paragraph_is_set_apart() -> None:
    plug = "Abonnieren Sie unseren Newsletter, jetzt kostenlos bestellen!"
    assert roles(f"{TITLE}\n\n{FIRST} {plug}\n\n{SECOND}")[1:3] == [("body", f"{FIRST} "), ("furniture", plug)]


def test_caption_is_divided_into_description_and_credit() -> None:
    assert roles(f"{TITLE}\n\nBild: Leere Haltestelle am Markt. Foto: Rieke Wulf\n\n{FIRST}\n\n{SECOND}")[1:4] == [
        ("furniture", "Bild: "),
        ("caption", "Leere Haltestelle am Markt. "),
        ("furniture", "Foto: Rieke Wulf"),
    ]


def test_text_without_a_title_has_none() -> None:
    article = read_masthead(label_passages(Article("a", "x", f"{FIRST}\n\n{SECOND}\n\n{THIRD}")))
    assert (article.title, article.outlet, article.published) == (None, None, None)


def test_markup_is_heard() -> None:
    text = f"{TITLE}\nMehr Meldungen finden sich hier\n{FIRST}"
    at = len(TITLE) + 1
    hints = (Hint(0, at - 1, "title"), Hint(at, at + 31, "furniture"), Hint(at + 32, len(text), "paragraph"))
    assert [role for role, _ in roles(text, hints)] == ["title", "furniture", "body"]


def test_language_without_tables_is_labelled_by_lines() -> None:
    article = label_passages(Article("a", "x", "Le maire a parlé.\n\nLa ville attend.", language="fr"))
    assert [p.role for p in article.passages] == ["body", "body"]


PIECES = st.sampled_from(
    [
        TITLE,
        FIRST,
        SECOND,
        THIRD,
        "",
        "Anzeige",
        "dpa",
        "(dpa)",
        "Foto: X/dpa",
        "4. Mai 2026",
        "LESEN: Y",
        "„„„",
        "|",
        "© Z 2026",
    ]
)


@given(
    st.lists(st.one_of(PIECES, st.text(max_size=60)), max_size=14),
    st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", " "]),
)
def test_passages_cover_all_that_is_not_blank_in_order(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    article = read_masthead(label_passages(Article("a", "x", text)))
    at = 0
    for passage in article.passages:
        assert at <= passage.start < passage.end <= len(text)
        assert not text[at : passage.start].strip()
        at = passage.end
    assert not text[at:].strip()


@given(st.text(max_size=300))
def test_lines_are_verbatim(text: str) -> None:
    assert all(line.text == text[line.start : line.end] and line.text.strip() == line.text for line in split(text))


@pytest.mark.parametrize(
    "text",
    [
        "„" * 100_000,
        '"' * 100_000,
        "7" * 100_000,
        "(" * 100_000,
        "a" * 1_000_000,
        "Wort " * 200_000,
        "a\n" * 10_000,
        "\0\ud800😀 Text.",
    ],
)
def test_bad_input_raises_nothing(text: str) -> None:
    article = read_masthead(label_passages(Article("a", "x", text)))
    assert "".join(text[p.start : p.end] for p in article.passages).split() == text.split() or article.passages
