"""For whom someone speaks: a person for the bodies of the role, a body for itself and what it is part of."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache, lru_cache

from quellenlage.language import language
from quellenlage.model import Article, Entity, Statement
from quellenlage.story._citations import same_outlet
from quellenlage.story._words import background, forms, stem

_ARTICLES = ("der", "die", "das", "dem", "den", "ein", "eine", "einer", "ihr", "sein")
_COMMON = 0.03  # share of articles from which a word names no one in particular
_NAMES = 50_000  # names that are kept as read: a story's are asked for in several steps
_LAND = 4  # letters that a country's name and its adjective share
_OFFICE = 10  # letters that an office and its holder share: "Innenminist"


def distinctive(entity: Entity) -> frozenset[str]:
    """Stems of an entity's names that are no common words: proper names and abbreviations."""
    return frozenset(stem(w) for name in (entity.name, *entity.surfaces) for w in _proper(name))


@lru_cache(_NAMES)
def _proper(name: str) -> tuple[str, ...]:
    common = background("de")
    return tuple(
        w for w in forms(name) if len(w) > 1 and w[0].isupper() and (w.isupper() or common.get(stem(w), 0.0) < _COMMON)
    )


def speaks_for(entities: Mapping[str, Entity]) -> dict[str, frozenset[str]]:
    """For each entity those it speaks for: itself, what it is part of, organisations in its role or name."""
    bodies = [e for e in entities.values() if e.type == "organisation" and not e.anonymous]
    marks: dict[str, set[str]] = defaultdict(set)
    offices: dict[str, set[str]] = defaultdict(set)
    for e in bodies:
        for name in (e.name, *e.surfaces):
            for w in _proper(name):
                marks[w.casefold()].add(e.id)
        for word in forms(e.name):
            offices[word.casefold()[:_OFFICE]].add(e.id)
    whose = {e.id: _whose(e.name) for e in bodies}
    names = {e.id: e.name.casefold() for e in bodies}
    return {
        e.id: frozenset({e.id, *(_bodies(e, marks, offices, whose, names) if official(e) else ())})
        for e in entities.values()
    }


def nameless(entity: Entity) -> bool:
    """Whether it is called only by nouns that fit many: "der Konzern", "die varnische Seite", "ihr Sicherheitschef"."""
    return all(_open(name, entity.type == "person") for name in (entity.name, *entity.surfaces))


def _open(name: str, person: bool) -> bool:
    if person:
        return not _proper(name)
    nouns = [w.casefold().removesuffix("angaben") for w in forms(name) if w[0].isupper()]
    return all(n in _open_nouns() for n in nouns)


@cache
def _open_nouns() -> frozenset[str]:
    tables = language("de").table("organisations")
    nouns = [n for of in tables["hypernyms"].values() for n in of] + tables["relational"]["nouns"].split()
    return frozenset(f for n in [*nouns, *_ARTICLES] for f in (n, n + "s", n + "es"))


def official(entity: Entity) -> bool:
    """Whether an entity speaks for its body: named people do and unnamed spokespeople, an unnamed insider does not."""
    if not entity.anonymous:
        return True
    endings = tuple(language("de").table("story")["office"]["spokespeople"].split())
    return any(w.casefold().endswith(endings) for w in forms(entity.name))


def _whose(name: str) -> set[str]:
    """First letters of the words that tell an office from the same one elsewhere: "Varniens", "varnisches"."""
    ending = tuple(language("de").table("story")["office"]["belonging"].split())
    found = forms(name)
    adjectives = [w for w in found if w.casefold().endswith(ending)]
    return {w.casefold()[:_LAND] for w in [*adjectives, *_proper(name)] if len(w) < _OFFICE or w in adjectives}


def _bodies(
    e: Entity,
    marks: Mapping[str, set[str]],
    offices: Mapping[str, set[str]],
    whose: Mapping[str, set[str]],
    names: Mapping[str, str],
) -> Iterable[str]:
    """Organisations that one speaks for: by a name of theirs in the role, or by a like office ("Innenminister…")."""
    if e.part_of:
        yield e.part_of
    if e.type == "organisation":
        return
    said = " ".join([e.role or "", *e.surfaces])
    own = {w.casefold() for w in forms(said)}
    for w in sorted(own):
        of = marks.get(w, set())
        if not of and len(w) >= _OFFICE:
            of = {b for b in offices.get(w[:_OFFICE], set()) if whose[b] <= {w[:_LAND] for w in own}}
        if len(of) > 1:
            of = {b for b in of if names[b] == w}
        if len(of) == 1:
            yield from of


def carriers(article: Article, further: Mapping[str, Collection[str]]) -> frozenset[str]:
    """The outlets that have an article's text: its own and `further` ones."""
    return frozenset({article.outlet or "", *further.get(article.id, ())} - {""})


def credited(outlets: Iterable[str], entities: Mapping[str, Entity]) -> Callable[[Statement], frozenset[str]]:
    """Tells for a statement which of these outlets its speaker, or who passes it on, can be."""
    known = sorted(outlets)
    named: dict[str, frozenset[str]] = {"": frozenset()}

    def credit(statement: Statement) -> frozenset[str]:
        speaker = entities.get(statement.speaker or "")
        body = speaker.name if speaker and speaker.type == "organisation" else ""
        names = {statement.speaker_text or "", body, *statement.via}
        named.update((n, frozenset(o for o in known if same_outlet(n, o))) for n in names - named.keys())
        return frozenset(o for n in names for o in named[n])

    return credit
