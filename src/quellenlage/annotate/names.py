from quellenlage.language import Language
from quellenlage.model import Name, Sentence


def find_names(text: str, sentences: tuple[Sentence, ...], lang: Language) -> tuple[Name, ...]:
    return ()
