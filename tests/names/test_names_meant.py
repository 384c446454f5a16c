"""Who is meant: speaker phrases of one article and the entity that each stands for."""

import pytest

from quellenlage.annotate.names import find_names
from quellenlage.language import language
from quellenlage.model import Article, Entity, Quotation, Span
from quellenlage.resolve.entities import resolve_entities

LANG = language("de")


def meant(text: str, *, outlet: str | None = None) -> tuple[list[Entity | None], tuple[Entity, ...]]:
    """The entity of each phrase that stands in [brackets] in the text, and all entities of the article."""
    plain, spans = "", []
    for k, part in enumerate(text.replace("]", "[").split("[")):
        if k % 2:
            spans.append(Span(len(plain), len(plain) + len(part)))
        plain += part
    sentences = LANG.sentences(plain, [(0, len(plain), "body")])
    names = find_names(plain, sentences, LANG)
    quotations = tuple(Quotation("direct", (span,), (span,)) for span in spans)
    entities, who = resolve_entities(Article("a", "a.txt", plain, outlet=outlet), sentences, names, quotations, LANG)
    by_id = {e.id: e for e in entities}
    return [by_id.get(who.get(span, "")) for span in spans], entities


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # surname, office, pronoun
        ("[Landrätin Karin Holzer] sprach. Später sagte [Holzer] mehr. [Sie] ging.", ["Karin Holzer"] * 3),
        ("[Südkoreas Finanzminister] schwieg. Dann kam Jan Ohm.", ["Südkoreas Finanzminister"]),
        ("Minister Jan Ohm kam. [Der Minister] schwieg.", ["Jan Ohm"]),
        ("Jan Ohm traf Eva Lind. Das sei gut, sagte [sie].", ["Eva Lind"]),
        ("Jan Ohm traf Karl Lind am Bahnhof in Tannberg und zwei Kinder. Gut, sagte [sie].", [None]),
        ("[Eva Lind (52)] klagte. Peter Haas hörte zu. Das sei falsch, so [die 52-Jährige].", ["Eva Lind"] * 2),
        # bodies by kind, by their spokespeople, by their words
        ("Die Krankenkasse Medisana warnte. [Die Kasse] prüft. [Das Unternehmen] zahlt.", ["Medisana"] * 2),
        ("Das Landratsamt Tannberg warnte. Nach [Angaben des Landratsamts] war das so.", ["Landratsamt Tannberg"]),
        ("Das Innenministerium prüft. Man arbeite daran, sagte [ein Ministeriumssprecher].", ["Innenministerium"]),
        ("Das sagte [ein Sprecher der Polizei]. Nach [Polizeiangaben] war es spät.", ["Polizei"] * 2),
        ("Das Institut für Luft und Klima (ILK) rechnet. [Das ILK] warnte.", ["Institut für Luft und Klima"]),
        ("Die Krankenkasse Medisana hat nach [eigenen Angaben] viel gezahlt.", ["Medisana"]),
        ("Die Firma Kaltex und die Firma Nordax stritten. [Das Unternehmen] schwieg.", ["Unternehmen"]),
        ("Die Firma Kaltex warnte. Das sagte [eine Firmensprecherin]. [Die Sprecherin] ging.", ["Kaltex"] * 2),
        # governments
        ("[Moskau] widersprach. [Die russische Regierung] schwieg. [Russland] drohte.", ["Russland (Regierung)"] * 3),
        ("In Lorvien wird gewählt. [Die lorvische Regierung] warnte.", ["Lorvien (Regierung)"]),
        ("US-Verteidigungsminister Lloyd Austin kam. [Der Pentagon-Chef] schwieg.", ["Lloyd Austin"]),
        # sources without a name
        ("[Ein Feuerwehrmann] klagte. [Der Feuerwehrmann] blieb anonym.", ["Feuerwehrmann (anonym)"] * 2),
        ("[Deutsche Beamte] sagten das. [Die Beamten] blieben ungenannt.", ["Deutsche Beamte (anonym)"] * 2),
        # nobody
        ("[Man] wisse es nicht. [Es] gebe Zweifel.", [None, None]),
    ],
)  # fmt: skip
def test_tells_who_speaks(text: str, names: list[str | None]) -> None:
    found, _ = meant(text)
    assert [e.name if e else None for e in found] == names


def test_keeps_two_of_one_surname_apart() -> None:
    found, _ = meant("Minister Jan Ohm traf die Ärztin Eva Ohm. [Jan Ohm] nickte. [Eva Ohm] ging.")
    assert [e.name for e in found if e] == ["Jan Ohm", "Eva Ohm"]


def test_tells_offices_apart_by_country() -> None:
    text = "Der britische Verteidigungsminister Tom Reed sprach mit dem deutschen Verteidigungsminister Ulf Baum. "
    found, _ = meant(text + "[Der deutsche Verteidigungsminister] nickte.")
    assert [e.name for e in found if e] == ["Ulf Baum"]


def test_knows_the_outlet_as_this_paper() -> None:
    found, _ = meant("Nach Recherchen [dieser Zeitung] war es so.", outlet="Tannberger Bote")
    assert [e.name for e in found if e] == ["Tannberger Bote"]


def test_says_for_whom_a_spokesperson_speaks() -> None:
    [speaker], entities = meant("Die Krankenkasse Medisana warnte. Es eile, sagte [Medisana-Sprecherin Eva Lind].")
    assert speaker is not None
    assert speaker.part_of == next(e.id for e in entities if e.name == "Medisana")


def test_marks_who_is_described_and_not_named() -> None:
    [insider, minister], _ = meant("[Ein Insider] redete. [Der Innenminister] schwieg.")
    assert insider is not None
    assert minister is not None
    assert (insider.anonymous, minister.anonymous) == (True, False)


def test_surfaces_are_verbatim_and_names_are_not() -> None:
    [entity], _ = meant("Das meldete [der südkoreanische Geheimdienst].")
    assert entity is not None
    assert entity.name == "südkoreanischer Geheimdienst"
    assert "der südkoreanische Geheimdienst" in entity.surfaces
