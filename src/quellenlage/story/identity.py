"""One person or body across the articles of a story: entities put together, with ids from content."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from quellenlage.language import Language, language, supported
from quellenlage.language.wording import is_acronym, key
from quellenlage.model import Analysis, Entity, Story
from quellenlage.story._institutions import Institutions
from quellenlage.story._members import Member, Reader, groups_of, is_body, join_equal
from quellenlage.story._people import is_full_name, put_persons_together

_Ids = Mapping[str, str]


def merge_entities(analyses: Sequence[Analysis], stories: Sequence[Story]) -> list[Analysis]:
    """The same analyses with entity ids that hold across each story; every Analysis then carries the merged entities.

    An anonymous source stays with its article. Ids come from the story's articles and the wordings of the members, so
    they are the same whatever the order of the analyses.
    """
    by_article = {a.article.id: a for a in analyses}
    merged: dict[str, Analysis] = {}
    grouped = {article for story in stories for article in story.articles}
    groups = [story.articles for story in stories] + [(a.article.id,) for a in analyses if a.article.id not in grouped]
    for articles in groups:
        members = sorted(a for a in set(articles) if a in by_article and a not in merged)
        merged |= _merge([by_article[a] for a in members])
    return [merged.get(a.article.id, a) for a in analyses]


def _merge(analyses: list[Analysis]) -> dict[str, Analysis]:
    code = next((a.article.language for a in analyses if supported(a.article.language)), None)
    if code is None:
        return {a.article.id: a for a in analyses}
    lang = language(code)
    pairs = [(a.article.id, e) for a in analyses for e in a.entities]
    reader = Reader.of(lang, (e for _, e in pairs))
    members = [Member.of(article, e, place, reader) for place, (article, e) in enumerate(pairs)]
    story = "\n".join(a.article.id for a in analyses)
    ids: dict[str, dict[str, str]] = {a.article.id: {} for a in analyses}
    groups = _put_together(members, lang, reader)
    for group in groups:
        identity = _identity(story, group)
        for member in group:
            ids[member.article][member.entity.id] = identity
    entities: dict[str, Entity] = {}
    for group in groups:
        first = group[0]
        entity = _entity(group, ids)
        entities[ids[first.article][first.entity.id]] = entity
    return {a.article.id: _with_ids(a, ids[a.article.id], entities) for a in analyses}


def _put_together(members: list[Member], lang: Language, reader: Reader) -> list[list[Member]]:
    """The members as groups, each of one person, body, place or group of people, in order of their first member."""
    named = [m for m in members if not m.entity.anonymous]
    _settle_types(named)
    tables = lang.table("organisations")
    put_persons_together([m for m in named if m.type == "person"])
    Institutions(
        [m for m in named if m.type == "organisation"], reader.nouns.noun, tables, frozenset(reader.places)
    ).put_together()
    join_equal(((m.type, m.name), m) for m in named if m.type in ("place", "group"))
    return [sorted(group, key=lambda m: m.place) for group in groups_of(members)]


def _settle_types(members: list[Member]) -> None:
    """A name of one word that articles read differently is what most mentions say; a surname is its person."""
    called = {m.name[-1] for m in members if m.type == "organisation" and len(m.name) == 2 and m.head}
    surnames = {m.name[-1] for m in members if is_full_name(m)}
    counts: dict[tuple[str, ...], Counter[str]] = {}
    for member in members:
        if len(member.name) == 1 and member.type != "group":
            counts.setdefault(member.name, Counter())[member.type] += len(member.entity.mentions)
    for member in members:
        if len(member.name) == 1 and member.type != "group":
            count = counts[member.name]
            most = min(count, key=lambda t: (-count[t], t))
            if member.name[0] in surnames and count["place"] < 2 and not any(is_body(n) for n in member.nouns):
                member.type = "person"
            elif most == "organisation" or (member.type == "person" and member.name[0] in called):
                member.type = "organisation"
            elif member.type == "person" and most == "place":
                member.type = most


def _identity(story: str, group: Sequence[Member]) -> str:
    """An id from the story and what the members are called and where; two groups never share a first mention."""
    wordings = sorted({f"{m.article}:{m.entity.type}:{m.entity.mentions[:1]}:{m.entity.name}" for m in group})
    return "e" + hashlib.sha256("\n".join([story, *wordings]).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _entity(group: Sequence[Member], ids: Mapping[str, _Ids]) -> Entity:
    """The merged entity: the fullest name, the commonest type and role, all wordings in order."""
    first = group[0]
    names = sorted({m.entity.name for m in group}, key=_clumsiness)
    types = Counter(m.type for m in group)
    roles = Counter(m.entity.role for m in group if m.entity.role)
    parents = sorted({ids[m.article].get(m.entity.part_of or "", "") for m in group} - {""})
    return Entity(
        id=ids[first.article][first.entity.id],
        name=names[0],
        type=min(types, key=lambda t: (-types[t], t)),  # type: ignore[arg-type] # a Counter of entity types
        role=min(roles, key=lambda r: (-roles[r], -len(r), r)) if roles else None,
        surfaces=tuple(sorted({s for m in group for s in m.entity.surfaces}, key=lambda s: (s.lower(), s))),
        mentions=(),
        anonymous=first.entity.anonymous,
        part_of=parents[0] if len(parents) == 1 else None,
    )


def _clumsiness(name: str) -> tuple[object, ...]:
    """Sorts a group's names: full ones before acronyms and capitals, names before phrases, long before short."""
    small = name[:1].islower() or " in " in name
    return (
        is_acronym(name) or (name.isupper() and len(name) > 6),
        small,
        -len(key(name)),
        name.endswith("s"),
        -len(name),
        name,
    )


def _with_ids(analysis: Analysis, ids: _Ids, entities: Mapping[str, Entity]) -> Analysis:
    """The analysis with the merged entities and all references to them renamed."""
    statements = tuple(
        replace(s, speaker=ids.get(s.speaker or ""), via=tuple(ids[v] for v in s.via if v in ids))
        for s in analysis.statements
    )
    figures = tuple(replace(f, attributed_to=ids.get(f.attributed_to or "")) for f in analysis.figures)
    own = tuple(entities[i] for i in dict.fromkeys(ids[e.id] for e in analysis.entities))
    return replace(analysis, entities=own, statements=statements, figures=figures)
