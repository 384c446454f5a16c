"""How many independent origins stand behind a claim, and why they are counted so.

An origin is one speaker, document or newsroom: copies collapse into the text that they come from, a quoted outlet into
its own article, a person and the body that it speaks for into one. What is named only vaguely widens the range.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from quellenlage.model import Analysis, Citation, Claim, Derivation, Origin, Series
from quellenlage.story._reasons import counted, reason
from quellenlage.story._sources import Members, Pile, Source, sources_of

_NONE: Mapping[str, Collection[str]] = {}


def find_origins(
    claims: Sequence[Claim],
    analyses: Sequence[Analysis],
    derivations: Sequence[Derivation],
    citations: Sequence[Citation],
    further: Mapping[str, Collection[str]] = _NONE,
    series: Iterable[Series] = (),
) -> tuple[Claim, ...]:
    """The same claims with their origins and the number of independent ones as a range.

    `further` are other outlets that have an article's text; two sources with figures surely say the same where these
    stand in one of the `series` with one value.
    """
    by_id = {a.article.id: (n, a) for n, a in enumerate(analyses)}
    source = {d.article: d.source for d in derivations}
    cited: dict[str, dict[str, None]] = defaultdict(dict)
    for c in citations:
        if c.cited:
            cited[c.article][c.cited] = None
    by_story: dict[str, list[Series]] = defaultdict(list)
    for s in series:
        by_story[s.story].append(s)
    made: dict[int, Claim] = {}
    for places in _by_story(claims):
        articles = {i for p in places for i in claims[p].articles}
        told = [a for _, a in sorted((by_id[i] for i in articles), key=lambda n: n[0])]
        pile = Pile(told, source, cited, further, by_story[claims[places[0]].story])
        made |= {p: _with_origins(claims[p], pile) for p in places}
    return tuple(made[p] for p in range(len(claims)))


def _by_story(claims: Sequence[Claim]) -> Iterable[list[int]]:
    """The places of each story's claims."""
    places: dict[str, list[int]] = defaultdict(list)
    for p, c in enumerate(claims):
        places[c.story].append(p)
    return places.values()


def _with_origins(claim: Claim, pile: Pile) -> Claim:
    said = [pile.said[i] for i in claim.statements]
    members = Members(said, pile)
    sources = sources_of(members) or [Source("unknown", "", set(), said[:1])]
    firm = [s for s in sources if not s.vague] or sources[:1]
    vague = [s for s in sources if s.vague and s not in firm[:1]]
    origins = tuple(_origin(s, i < len(firm), members.copies if i == 0 else 0) for i, s in enumerate([*firm, *vague]))
    maybe = any(s.label and s.kind != "unknown" for s in vague)
    return replace(claim, origins=origins, independent_low=len(firm), independent_high=len(firm) + maybe)


def _origin(source: Source, certain: bool, copies: int) -> Origin:
    articles = tuple(dict.fromkeys(s.statement.article for s in source.said))
    statements = counted("statements", len(source.said))
    why = reason("origin", _why(source), statements=statements, articles=counted("articles", len(articles)))
    if copies:
        why += "; " + counted("copies", copies)
    label = source.label or reason("origin", "unnamed")
    return Origin(label, source.kind, articles, why, tuple(s.statement.id for s in source.said), certain)


def _why(source: Source) -> str:
    if not source.label:
        return "none"
    if source.bare and source.vague:
        return "house"
    if source.akin:
        return "akin"
    if source.vague:
        return "vague"
    if source.kind in ("own_reporting", "document"):
        return source.kind
    if source.anonymous:
        return "anonymous"
    return "repeated" if len(source.said) > 1 else "speaker"
