"""Who is meant: mentions put together as entities, and the entity that each speaker phrase stands for."""

from collections.abc import Mapping

from quellenlage.language import Language
from quellenlage.language.wording import stem
from quellenlage.model import Article, Entity, Name, Quotation, Sentence, Span
from quellenlage.resolve._bodies import Bodies
from quellenlage.resolve._clusters import Cluster, Clusters, best_name
from quellenlage.resolve._context import Context
from quellenlage.resolve._mentions import Lexis, Mention
from quellenlage.resolve._officials import Officials
from quellenlage.resolve._phrases import Resolver


def resolve_entities(
    article: Article,
    sentences: tuple[Sentence, ...],
    names: tuple[Name, ...],
    quotations: tuple[Quotation, ...],
    lang: Language,
) -> tuple[tuple[Entity, ...], Mapping[Span, str]]:
    """Entities of the article, and for each speaker phrase (span of its first to last part) the entity that it means.

    A phrase that could mean two, or nobody, is not in the mapping. A source that is described and not named is an
    entity with `anonymous` set. The words of a press release that are its issuer's (`Quotation.issued`) are in the
    mapping by their own span.
    """
    lexis = Lexis.of(lang)
    places = {stem(n.name): n.name for n in names if n.type == "place" and n.proper and " " not in n.name}
    mentions = [Mention.of(n, article.text, lexis, places) for n in names]
    clusters = Clusters(lexis)
    clusters.add_names(mentions)
    context = Context(article.text, sentences, mentions, clusters, places, _own_words(quotations))
    bodies = Bodies(context, lexis, article.issuer or article.outlet)
    officials = Officials(context, bodies, clusters, lexis)
    resolver = Resolver(context, bodies, clusters, lexis, officials)
    meant: dict[Span, Cluster] = {}
    for span in _speaker_spans(quotations):
        found = resolver.speaker(span)
        if found:
            meant[span] = found
    issuer = bodies.issuer(article.text) if article.issuer else None
    if issuer:
        meant |= {span: issuer for q in quotations if q.issued and (span := _hull(q.quote)) not in meant}
    resolver.gather()
    officials.employ(issuer)
    order = sorted(
        (c for c in clusters.all if c.spans and (c.meant or c.proper())), key=lambda c: (c.spans[0], best_name(c))
    )
    ids = {id(c): f"e{n + 1}" for n, c in enumerate(order)}
    for cluster in order:
        cluster.name = _full_name(cluster, clusters)
    return tuple(_entity(c, ids, lexis) for c in order), {span: ids[id(c)] for span, c in meant.items() if id(c) in ids}


def _speaker_spans(quotations: tuple[Quotation, ...]) -> list[Span]:
    """Every speaker phrase and every phrase of a chain, in order of the text."""
    spans = {_hull(q.speaker) for q in quotations if q.speaker}
    return sorted(spans | {Span(*via) for q in quotations for via in q.via})


def _hull(parts: tuple[Span, ...]) -> Span:
    return Span(parts[0].start, parts[-1].end)


def _own_words(quotations: tuple[Quotation, ...]) -> list[Span]:
    """What stands in quotation marks or is otherwise said word for word."""
    return [span for q in quotations if q.type == "direct" for span in q.quote]


def _full_name(cluster: Cluster, clusters: Clusters) -> str:
    """The entity's name; a body that bears a person's surname keeps the noun before it ("Ingenieurbüro Maier")."""
    name = best_name(cluster)
    role = next((m.role for m in cluster.mentions if m.role and m.proper), None)
    shared = cluster.type == "organisation" and " " not in name and clusters.named(stem(name), "person")
    return f"{role} {name}" if shared and role else name


def _entity(cluster: Cluster, ids: Mapping[int, str], lexis: Lexis) -> Entity:
    roles = [lexis.base.phrase(m.role, cluster.gender, m.plural) for m in cluster.mentions if m.role and m.proper]
    return Entity(
        id=ids[id(cluster)],
        name=cluster.name + (f" ({lexis.unnamed})" if cluster.anonymous else ""),
        type=cluster.type,
        role=max(roles, key=lambda r: (len(r), r)) if roles else None,
        surfaces=tuple(cluster.surfaces),
        mentions=tuple(cluster.spans),
        anonymous=cluster.anonymous,
        part_of=ids.get(id(cluster.part_of)) if cluster.part_of else None,
    )
