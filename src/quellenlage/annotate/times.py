from quellenlage.language import Language
from quellenlage.model import Sentence, TimeExpression


def find_times(text: str, sentences: tuple[Sentence, ...], lang: Language) -> tuple[TimeExpression, ...]:
    return ()
