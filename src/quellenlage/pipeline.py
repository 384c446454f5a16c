"""The order of the steps, and nothing else.

`analyse` is a pure function of one article and runs anywhere in parallel; `compile_ledger` is a pure function of the
set of analyses, whatever their order.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from quellenlage.annotate.names import find_names
from quellenlage.annotate.quantities import find_quantities
from quellenlage.annotate.quotations import find_quotations
from quellenlage.annotate.times import find_times
from quellenlage.clean.masthead import read_masthead
from quellenlage.clean.passages import label_passages
from quellenlage.language import language, supported
from quellenlage.model import Analysis, Article, Entity, Ledger
from quellenlage.resolve.dates import resolve_times
from quellenlage.resolve.entities import resolve_entities
from quellenlage.resolve.figures import resolve_figures
from quellenlage.resolve.speakers import resolve_statements
from quellenlage.story.align import align
from quellenlage.story.copies import find_copies
from quellenlage.story.drift import find_utterances
from quellenlage.story.group import group
from quellenlage.story.identity import merge_entities
from quellenlage.story.lineage import trace_lineage
from quellenlage.story.nights import settle_nights
from quellenlage.story.origins import find_origins
from quellenlage.story.series import find_series


def analyse(article: Article) -> Analysis:
    """All that one article tells by itself. An article in a language without tables is read and labelled, no more."""
    article = read_masthead(label_passages(article))
    if not supported(article.language):
        return Analysis(article)
    lang = language(article.language)
    stretches = [(p.start, p.end, p.role) for p in article.passages if p.role in ("title", "body", "caption")]
    sentences = lang.sentences(article.text, stretches)
    expressions = find_times(article.text, sentences, lang)
    quantities = find_quantities(article.text, sentences, expressions, lang)
    names = find_names(article.text, sentences, lang)
    quotations = find_quotations(article.text, sentences, names, lang, article.issuer)
    times = resolve_times(expressions, article, sentences, lang)
    entities, who = resolve_entities(article, sentences, names, quotations, lang)
    statements = resolve_statements(article, quotations, who, entities)
    figures = resolve_figures(article, sentences, quantities, statements, entities, times, lang)
    return Analysis(article, sentences, entities, times, figures, statements)


def lean(analysis: Analysis) -> Analysis:
    """The same without the tokens that `compile_ledger` has no use for: it asks for those around figures.

    Sentences that hold a figure keep their tokens, and so does the one before each. The ledger stays the same, and a
    pile of analyses takes a third of the memory.
    """
    ends = [s.end for s in analysis.sentences]
    holding = {bisect_right(ends, f.start) for f in analysis.figures}
    sentences = (
        s if n in holding or n + 1 in holding else replace(s, tokens=()) for n, s in enumerate(analysis.sentences)
    )
    return replace(analysis, sentences=tuple(sentences))


def compile_ledger(analyses: Iterable[Analysis]) -> Ledger:
    """The state of the sources over a set of articles."""
    ordered = sorted(analyses, key=lambda a: (a.article.published or "9999", a.article.path, a.article.id))
    copies = find_copies(ordered)
    stories = copies.stories(group(copies.texts(ordered)), ordered)
    merged = merge_entities(copies.own(ordered), stories)
    every = settle_nights(copies.every(ordered, merged), stories, copies.first)
    derivations, citations = trace_lineage(every, stories, copies.first)
    own = copies.own(every)
    series, figures = find_series(own, stories, derivations)
    further = copies.outlets(every)
    claims = align(own, stories, derivations, further)
    claims = copies.claims(find_origins(claims, own, derivations, copies.cited(citations), further, series), every)
    return Ledger(
        articles=tuple(a.article for a in every),
        derivations=derivations,
        citations=citations,
        stories=stories,
        entities=_entities(every),
        statements=tuple(s for a in every for s in a.statements),
        figures=copies.figures(figures, every),
        series=copies.series(series, every),
        times=tuple((a.article.id, t) for a in every for t in a.times),
        claims=claims,
        utterances=find_utterances(claims, every, derivations, citations),
    )


def _entities(analyses: Iterable[Analysis]) -> tuple[Entity, ...]:
    """Every entity once; after `merge_entities` those of one id are equal."""
    return tuple({e.id: e for a in analyses for e in a.entities}.values())
