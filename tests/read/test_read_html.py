"""Web pages: which text is read, in which order, and what the page's metadata tell."""

import pytest

from quellenlage.model import Article
from quellenlage.read._metadata import moment
from quellenlage.read.html import read_html, read_markup

LEAD = (
    "Der Kreistag hat am Montag vier Buslinien im Norden des Landkreises gestrichen, obwohl viele Pendler sie nutzen."
)
REST = "Landrat Henner Dohm verteidigte die Entscheidung. Die Busse seien seit Jahren leer gefahren, sagte er."
LAST = "Der Fahrgastverband kündigte Widerspruch an. Betroffen seien nach seiner Zählung 640 Pendler und 90 Schüler."


def page(head: str = "", inside: str = "", after: str = "", title: str = "<h1>Kreistag streicht Buslinien</h1>") -> str:
    return (
        f"<!DOCTYPE html><html lang='de'><head><meta charset='utf-8'>{head}</head><body><nav><a href='/'>Start</a> "
        f"<a href='/s'>Sport</a></nav><article>{title}<p>{LEAD}</p>{inside}<p>{REST}</p><p>{LAST}</p>{after}</article>"
        "<footer>Impressum und Datenschutz</footer></body></html>"
    )


def kinds(article: Article) -> dict[str, str]:
    return {article.text[h.start : h.end]: h.kind for h in article.hints}


def test_text_has_the_page_order_and_hints_cover_it() -> None:
    article = read_markup(page(inside="<aside class='teaser'><a href='/x'>Neuer Radweg</a></aside>"), "p")
    assert article.text.splitlines() == ["Kreistag streicht Buslinien", LEAD, "Neuer Radweg", REST, LAST]
    assert list(kinds(article).values()) == ["title", "paragraph", "furniture", "paragraph", "paragraph"]


def test_credit_line_behind_the_body_is_kept() -> None:
    article = read_markup(page(after="<div class='source'>Mit Material von dpa</div>"), "p")
    assert article.text.endswith("Mit Material von dpa")


def test_caption_is_told_from_text() -> None:
    figure = "<figure><img src='x'><figcaption>Leere Haltestelle am Markt</figcaption></figure>"
    assert kinds(read_markup(page(inside=figure), "p"))["Leere Haltestelle am Markt"] == "caption"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2026-03-01T12:05:00+01:00">', "2026-03-01T12:05"),
        ('<meta name="date" content="2026-03-01">', "2026-03-01"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"K",'
            '"datePublished":"2026-07-01T10:00:00Z"}</script>',
            "2026-07-01T12:00",
        ),
        ('<script type="application/ld+json">{broken</script>', None),
        ("", None),
    ],
)
def test_moment_of_publication_comes_from_the_metadata(head: str, published: str | None) -> None:
    assert read_markup(page(head), "p").published == published


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-01-15T23:30:00Z", "2026-01-16T00:30"),
        ("2026-07-15T23:30:00.123Z", "2026-07-16T01:30"),
        ("2026-03-29T00:59:00Z", "2026-03-29T01:59"),
        ("2026-03-29T01:00:00Z", "2026-03-29T03:00"),
        ("2026-01-15T00:00:00+01:00", "2026-01-15"),
        ("2026-01", "2026-01"),
        ("Fri, 28 Apr 2023 19:20:36 +0200", "2023-04-28T19:20"),
        ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T19:20"),
        ("2026-13-01", None),
        ("gestern", None),
    ],
)
def test_moments(value: str, expected: str | None) -> None:
    assert moment(value) == expected


@pytest.mark.parametrize(
    ("head", "title", "expected"),
    [
        (
            "<title>Kreistag streicht Buslinien | Nordkreis Echo</title>",
            "<h1>Kreistag streicht Buslinien</h1>",
            ("Kreistag streicht Buslinien", "Nordkreis Echo"),
        ),
        (
            "<title>Kreistag streicht Buslinien - NKE.example</title>",
            "<h1><span>Verkehr</span> Kreistag streicht Buslinien</h1>",
            ("Kreistag streicht Buslinien", "NKE.example"),
        ),
        (
            '<meta property="og:site_name" content="Nordkreis Rundfunk"><title>Buslinien gestrichen | NKR</title>',
            "<h1>Buslinien gestrichen</h1>",
            ("Buslinien gestrichen", "Nordkreis Rundfunk (NKR)"),
        ),
        (
            "<title>Alle Busse weg – Dorfblog Nord</title>",
            "<h1>Dorfblog Nord</h1><h2>Alle Busse weg</h2>",
            ("Alle Busse weg", "Dorfblog Nord"),
        ),
    ],
)
def test_title_and_outlet(head: str, title: str, expected: tuple[str, str]) -> None:
    article = read_markup(page(head, title=title), "p")
    assert (article.title, article.outlet) == expected


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("iso-8859-15", "iso-8859-15"), ("windows-1252", "cp1252"), ("utf-8", "cp1252")],
)
def test_charsets_of_saved_pages(declared: str, encoding: str) -> None:
    markup = page().replace("charset='utf-8'", f"charset='{declared}'")
    assert LAST in read_html(markup.encode(encoding), "p").text


def test_text_that_was_encoded_twice_is_mended() -> None:
    assert LAST in read_html(page().encode("utf-8").decode("cp1252").encode("utf-8"), "p").text


@pytest.mark.parametrize(
    "markup", [page() * 3, page().replace("</p>", ""), page("<script>" + "x" * 100_000), "<div>" * 3_000 + page()]
)
def test_odd_markup_raises_nothing_but_unreadable(markup: str) -> None:
    try:
        article = read_markup(markup, "p")
    except ValueError:
        return
    assert all(article.text[h.start : h.end].strip() for h in article.hints)
