"""An article in a language without tables keeps its text, and is named and dated where its form tells how."""

import pytest

from quellenlage.clean.masthead import read_masthead
from quellenlage.clean.passages import label_passages
from quellenlage.model import Article, Hint

PARAGRAPHS = (
    "Le vieux pont de la rivière a été fermé lundi après la découverte de fissures dans deux de ses piles.",
    "« Nous n'avions pas le choix », a déclaré la maire. Elle estime le coût des travaux à trois millions d'euros.",
)
PAGE = "\n\n".join(
    ["Gazette des Rives", "Accueil  Sport  Météo", "Le pont de la rivière fermé", *PARAGRAPHS, "© Gazette des Rives"]
)


def cleaned(article: Article) -> Article:
    return read_masthead(label_passages(article))


def test_a_foreign_text_is_labelled_and_named_by_its_form() -> None:
    article = cleaned(Article("a", "a.txt", PAGE, language="fr"))
    assert (article.outlet, article.title) == ("Gazette des Rives", "Le pont de la rivière fermé")
    assert [PAGE[p.start : p.end] for p in article.passages if p.role == "body"] == list(PARAGRAPHS)


def test_a_foreign_text_without_paragraphs_is_all_body() -> None:
    article = cleaned(Article("a", "a.txt", "Une ligne\nDeux lignes", language="fr"))
    assert {p.role for p in article.passages} == {"body"}
    assert (article.outlet, article.title) == (None, None)


def test_a_foreign_pages_markup_has_the_word() -> None:
    text = "Le pont fermé\nLe pont est fermé."
    hints = (Hint(0, 13, "title"), Hint(14, len(text), "paragraph"))
    article = cleaned(Article("a", "a.html", text, language="fr", hints=hints))
    assert [(p.role, text[p.start : p.end]) for p in article.passages] == [
        ("title", "Le pont fermé"),
        ("body", "Le pont est fermé."),
    ]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("March 12, 2025", "2025-03-12"),
        ("Published 12 March 2025 at 9:12 AM", "2025-03-12T09:12"),
        ("2025-03-12", "2025-03-12"),
        ("03/12/2025", None),
        ("3 mars 2025", None),
        ("Sport, Weather, 2025", None),
    ],
)
def test_a_foreign_text_is_dated_where_every_language_reads_the_date_alike(line: str, published: str | None) -> None:
    text = "\n\n".join(["Gazette des Rives", line, "Le pont de la rivière fermé", *PARAGRAPHS])
    assert cleaned(Article("a", "a.txt", text, language="fr")).published == published


def test_a_declared_day_of_a_foreign_text_stays() -> None:
    text = "\n\n".join(["March 12, 2025", *PARAGRAPHS])
    assert cleaned(Article("a", "a.txt", text, published="2025-03-10", language="fr")).published == "2025-03-10"
