from quellenlage.language import Language
from quellenlage.model import Quantity, Sentence, TimeExpression


def find_quantities(
    text: str, sentences: tuple[Sentence, ...], times: tuple[TimeExpression, ...], lang: Language
) -> tuple[Quantity, ...]:
    return ()
