from collections.abc import Mapping

from quellenlage.language import Language
from quellenlage.model import Article, Entity, Name, Quotation, Sentence, Span


def resolve_entities(
    article: Article,
    sentences: tuple[Sentence, ...],
    names: tuple[Name, ...],
    quotations: tuple[Quotation, ...],
    lang: Language,
) -> tuple[tuple[Entity, ...], Mapping[Span, str]]:
    """Entities of the article, and for each speaker phrase (span of all its parts) the entity that it means."""
    return (), {}
