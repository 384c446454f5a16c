"""One person or body across the articles of a story."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.model import Analysis, Article, Entity, Span, Statement, Story
from quellenlage.story.identity import merge_entities


def person(name: str, role: str | None = None, *more: str, anonymous: bool = False) -> Entity:
    """A person known by these wordings."""
    return Entity("e1", name, "person", role, (name, *more), (Span(0, 1),), anonymous=anonymous)


def body(name: str, role: str | None = None, *more: str) -> Entity:
    """A body known by these wordings."""
    return Entity("e1", name, "organisation", role, (name, *more), (Span(0, 1),))


def merged(*entities: Entity) -> list[str]:
    """The merged id of each entity, one article for each."""
    analyses = [Analysis(Article(f"a{k}", f"a{k}.txt", ""), entities=(e,)) for k, e in enumerate(entities)]
    story = Story("s", "t", tuple(a.article.id for a in analyses))
    return [a.entities[0].id for a in merge_entities(analyses, [story])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Wolodymyr Selenskyj", "Präsident"), person("Volodymyr Zelensky", "Präsident")),
        (person("Kim Jong Un"), person("Kim Jong-un")),
        (person("Carsten Möhring"), person("Carsten Moehring")),
        (person("Eva Lind", "Ministerin"), person("Lind")),
        (person("Eva Lind", "Innenministerin"), person("Innenministerin", None, "Die Innenministerin")),
        (person("Tom Reed", "US-Verteidigungsminister"), person("Pentagon-Chef", None, "der Pentagon-Chef")),
        (body("Technisches Hilfswerk"), body("THW")),
        (body("Gewerkschaft der Seiler", None, "GDS"), body("GDS")),
        (body("Medisana", "Krankenkasse", "Krankenkasse Medisana"), body("Kasse", None, "die Kasse")),
        (body("Verbrauchergruppe Tellerklar"), body("Tellerklar")),
        (body("Kaltex"), body("Kaltex Kühltechnik GmbH")),
        (body("Landratsamt Tannberg"), body("Landratsamt", None, "das Landratsamt")),
        (body("Agrarministerium"), body("Landwirtschaftsministerium")),
    ],
)
def test_puts_together(one: Entity, other: Entity) -> None:
    assert len(set(merged(one, other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Eva Lind"), person("Jan Lind")),
        (person("Jan Ohm", "Außenminister"), person("Karl Ahm", "Außenminister")),
        (person("Insider (anonym)", anonymous=True), person("Insider (anonym)", anonymous=True)),
        (person("Tom Reed", "britischer Verteidigungsminister"), person("Pentagon-Chef", None, "der Pentagon-Chef")),
        (body("Sparkasse"), body("Krankenkasse")),
        (body("Bundeskriminalamt"), body("BSI")),
        (body("russisches Außenministerium"), body("polnisches Außenministerium")),
        (body("Universität Tannberg"), body("Tannberg Tageblatt")),
    ],
)
def test_keeps_apart(one: Entity, other: Entity) -> None:
    assert len(set(merged(one, other))) == 2


def test_a_surname_that_two_bear_joins_neither() -> None:
    ids = merged(person("Eva Lind"), person("Jan Lind"), person("Lind"))
    assert len(set(ids)) == 3


def test_the_merged_entity_is_the_same_everywhere_and_references_follow() -> None:
    said = Statement("s1", "a1", "direct", (), (), (), (), (), (), "e1", "Lind", None, "asserts", "certain", ("e1",))
    one = Analysis(Article("a0", "a0.txt", ""), entities=(person("Eva Lind", "Ministerin"),))
    other = Analysis(Article("a1", "a1.txt", ""), entities=(person("Lind"),), statements=(said,))
    first, second = merge_entities([one, other], [Story("s", "t", ("a0", "a1"))])
    assert first.entities == second.entities
    assert second.statements == (replace(said, speaker=first.entities[0].id, via=(first.entities[0].id,)),)
    assert (first.entities[0].name, first.entities[0].surfaces) == ("Eva Lind", ("Eva Lind", "Lind"))


PILE = [
    person("Eva Lind", "Ministerin"),
    person("Lind"),
    body("Medisana"),
    body("Krankenkasse Medisana"),
    body("Kasse"),
]


@given(st.permutations(list(enumerate(PILE))))
def test_the_order_of_the_articles_never_matters(order: list[tuple[int, Entity]]) -> None:
    analyses = [Analysis(Article(f"a{k}", f"a{k}.txt", ""), entities=(e,)) for k, e in order]
    story = Story("s", "t", tuple(f"a{k}" for k in range(len(PILE))))
    found = {a.article.id: a.entities for a in merge_entities(analyses, [story])}
    plain = [Analysis(Article(f"a{k}", f"a{k}.txt", ""), entities=(e,)) for k, e in enumerate(PILE)]
    assert found == {a.article.id: a.entities for a in merge_entities(plain, [story])}
