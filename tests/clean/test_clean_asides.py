"""Lines about something else: told by what they are about and how they stand, not by a word of advertising."""

import pytest

from quellenlage.clean.passages import label_passages
from quellenlage.model import Article

FIRST = (
    "Die Stadtwerke Kleinried haben am Montag ein Leck in der Hauptleitung gefunden. Rund 300 Haushalte seien bis zum "
    "Abend ohne Wasser gewesen, sagte Betriebsleiterin Rosa Immer."
)
SECOND = (
    "Die Leitung stammt aus dem Jahr 1964. Ersatz war nach Angaben der Stadtwerke für den Sommer geplant. "
    "Bürgermeister Emil Tann sprach von einem Weckruf."
)
LAST = "Das Trinkwasser kann laut Gesundheitsamt wieder ohne Abkochen verwendet werden."


def roles(*blocks: str) -> dict[str, str]:
    text = "Leck in der Hauptleitung von Kleinried\n\n" + "\n\n".join(blocks)
    article = label_passages(Article("a", "a.txt", text))
    return {text[p.start : p.end]: p.role for p in article.passages}


@pytest.mark.parametrize(
    "line",
    [
        "Schon Pläne fürs Wochenende? Kegelspaß für die ganze Clique auf zwölf Bahnen",
        "Matratzen zum halben Preis, und das alte Bett geht gleich mit!",
        "Teppiche von Meisterhand: Orienthaus Sarand, Inhaber in dritter Generation",
        "[Der nächste Clip beginnt gleich]",
    ],
)
def test_a_loud_line_with_strange_nouns_between_paragraphs_is_furniture(line: str) -> None:
    assert roles(FIRST, line, SECOND)[line] == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Wie geht es weiter?",
        "Kritik: Rohre sind zu alt",
        "Stadtwerke wussten Bescheid: Hauptleitung galt als marode",
        "Was für ein Schreck für alle im Ort, und was für eine Leitung!",
        "„Kein Tropfen! Stundenlang!“, schimpft eine Anwohnerin.",
        "Gesperrt sind derzeit zwei Straßen.",
    ],
)
def test_what_may_be_the_articles_own_stays(line: str) -> None:
    assert roles(FIRST, line, SECOND)[line] == "body"


def test_a_list_of_other_articles_at_the_end_is_furniture_though_one_item_is_a_sentence() -> None:
    items = ["Rassekaninchen: Züchter hoffen auf Pokal", "Inserate nimmt die Geschäftsstelle gern persönlich entgegen."]
    found = roles(FIRST, SECOND, LAST, "\n".join(items))
    assert [found[i] for i in items] == ["furniture", "furniture"]
    assert found[LAST] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Ihr Anwalt Konrad Weil droht mit Klage.",
        "Mehrere Anfragen unserer Redaktion ließ der Hersteller unbeantwortet.",
        "Wann gebaut wird, ist offen.",
    ],
)
def test_a_last_statement_stays_though_it_names_something_new(line: str) -> None:
    assert roles(FIRST, SECOND, line)[line] == "body"


def test_lines_wrapped_to_a_width_are_one_paragraph() -> None:
    column = (
        "Das Leck in der Hauptleitung von Kleinried ist\nabgedichtet. Das teilten die Stadtwerke am\n"
        "Montagabend mit. Rund 300 Haushalte waren ohne\nWasser. Die Leitung stammt aus dem Jahr 1964."
    )
    other = (
        "Bürgermeister Emil Tann sprach von einem späten\nWeckruf. Ersatz war für den Sommer schon geplant\n"
        "und bezahlt, wie Betriebsleiterin Rosa Immer im\nRathaus sagte. Sie dankte den vielen Helfern."
    )
    found = roles(column, other)
    assert (found[column], found[other]) == ("body", "body")
