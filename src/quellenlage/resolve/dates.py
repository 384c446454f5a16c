from quellenlage.language import Language
from quellenlage.model import Article, Sentence, Time, TimeExpression


def resolve_times(
    expressions: tuple[TimeExpression, ...], article: Article, sentences: tuple[Sentence, ...], lang: Language
) -> tuple[Time, ...]:
    return ()
