"""Analyses made by hand, so that the cross-article steps are tested on input that is known."""

from collections.abc import Sequence
from typing import Literal

from quellenlage.language import language
from quellenlage.model import Analysis, Article, Entity, Figure, Passage, Span, Statement


def article(name: str, text: str, **known: str | tuple[str, ...] | None) -> Article:
    """An article whose first line is its title and whose other lines are its body."""
    title, _, body = text.partition("\n")
    passages: tuple[Passage, ...] = (Passage(0, len(text), "body"),) if text else ()
    if body:
        passages = (Passage(0, len(title), "title"), Passage(len(title) + 1, len(text), "body"))
    return Article(name, f"{name}.txt", text, title=title or None, passages=passages, **known)  # type: ignore[arg-type]


def bare(name: str, text: str, **known: str | tuple[str, ...] | None) -> Analysis:
    """An analysis with sentences and nothing else."""
    made = article(name, text, **known)
    stretches = [(p.start, p.end, p.role) for p in made.passages]
    return Analysis(made, language("de").sentences(made.text, stretches))


Saying = tuple[str | None, str | None, str]
"""The speaker's entity id (None: nobody is named), the speaker's wording and what is said, verbatim."""


def telling(
    name: str,
    sayings: Sequence[Saying],
    *,
    entities: Sequence[Entity] = (),
    denies: Sequence[int] = (),
    figures: Sequence[tuple[int, float, str]] = (),
    **known: str | tuple[str, ...] | None,
) -> Analysis:
    """An article of the given statements, one a paragraph; `figures` are (place of the statement, value, unit)."""
    text = "Titel\n" + "\n".join(said for _, _, said in sayings)
    base = bare(name, text, **known)
    made, at = [], 0
    for i, (speaker, wording, said) in enumerate(sayings):
        start = text.index(said, at)
        at = start + len(said)
        stance: Literal["denies", "asserts"] = "denies" if i in denies else "asserts"
        made.append(
            Statement(
                f"{name}-{i}", name, "indirect", (Span(start, at),), (), (), (), (), (said,), speaker, wording, None,
                stance, "certain",
            )
        )  # fmt: skip
    counted = tuple(
        Figure(f"{name}-f{k}", name, 0, 1, "x", value, None, unit, "", "exact", "actual", None, f"{name}-{i}", None)
        for k, (i, value, unit) in enumerate(figures)
    )
    return Analysis(base.article, base.sentences, tuple(entities), (), counted, tuple(made))


def person(key: str, name: str, role: str | None = None) -> Entity:
    """A person known by one name."""
    return Entity(key, name, "person", role, (name,))


def body(key: str, name: str) -> Entity:
    """An organisation known by one name."""
    return Entity(key, name, "organisation", None, (name,))
