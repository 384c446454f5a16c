from collections.abc import Mapping

from quellenlage.model import Article, Entity, Quotation, Span, Statement


def resolve_statements(
    article: Article, quotations: tuple[Quotation, ...], who: Mapping[Span, str], entities: tuple[Entity, ...]
) -> tuple[Statement, ...]:
    return ()
