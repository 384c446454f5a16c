from quellenlage.language import Language
from quellenlage.model import Article, Entity, Figure, Quantity, Sentence, Statement, Time


def resolve_figures(
    article: Article,
    sentences: tuple[Sentence, ...],
    quantities: tuple[Quantity, ...],
    statements: tuple[Statement, ...],
    entities: tuple[Entity, ...],
    times: tuple[Time, ...],
    lang: Language,
) -> tuple[Figure, ...]:
    return ()
