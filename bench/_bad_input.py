"""Input that no newsroom sends: texts of any length, and piles of any number of articles, made from templates."""

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from quellenlage.model import Article

DAY = "2024-10-24"

_PATTERNS = {
    "opening quotation marks": "„",
    "digits": "1",
    "emoji": "🙂🙃",
    "names": "Karl Meier Anna Schulz ",
    "dates": "am 3. Oktober 2024 ",
    "impossible dates": "am 31.02.2024 und am 0. Mai 0 um 27:90 Uhr ",
    "Konjunktiv run on": "Er sei da. Sie habe es. Man müsse gehen. ",
    "furniture": "Lesen Sie auch: X\n",
    "commas": "das, was, wer, ",
    "NUL": "Er sagte \x00es sei so. ",
    "lone surrogates": "Er sagte \ud800es sei \udfffso. ",
    "right to left": "\u202eمرحبا\u202c sagte Müller Привет ",
    "short quotations": '„Es ist so“, sagte er. »Nein« "doch" ‚ja‘ ',
    "crossed quotation marks": "„Es ist »so“, sagte« Meier. ‚Ja „nein‘ doch“ ",
    "unclosed quotation marks": "Meier sagte: „Das ist gut. ",
    "inch signs": 'Ein 27"-Schirm und ein 5" langer Nagel, sagte Weber. ',
    "interview": "Frage: Was war da los?\n\nMeier: Wir wissen es nicht. Es gab drei Tote.\n\n",
    "ticker": "12:04 Uhr: Die Polizei meldet 14 Verletzte.\n\n12:30 Uhr: Der Landrat weist das zurück.\n\n",
    "lists": "- Brot, 3 Euro\n- Milch, 1,20 Euro\n",
    "denials": "Der Landrat wies das zurück. Die Polizei dementierte. ",
    "percentages": "um 3 Prozent auf 14,5 Prozent, davon 2 Prozent ",
    "line breaks": "\n",
    "brackets": "(Meier (sagte (er ",
    "laut": "laut Polizei zufolge nach Angaben von ",
}

_NAMES = ("Karl Meier", "Anna Schulz", "Petra Lindner", "Jonas Vogt", "Sabine Kern", "Uwe Brandt")
_ROLES = ("Bürgermeisterin", "Polizeisprecher", "Landrat", "Ministerin", "Einsatzleiterin")
_PLACES = ("Torgau", "Riesa", "Meißen", "Pirna", "Wurzen", "Grimma", "Döbeln")
_THINGS = (
    "Deich",
    "Pegel",
    "Schleuse",
    "Turnhalle",
    "Keller",
    "Brücke",
    "Kläranlage",
    "Straße",
    "Bahnhof",
    "Klinik",
    "Schule",
    "Wehr",
    "Damm",
)
_STATES = ("hoch", "stabil", "gesperrt", "voll", "leer", "offen", "nass", "sicher", "bedroht")
_SAYINGS = (
    "„Die Lage bei {a} und {b} ist {s}“, sagte {r} {n}.",
    "{r} {n} sagte, bei {a} und {b} sei es {s}.",
    "Nach Angaben von {n} ist {a} in {o} {s}.",
    "{n} wies dies zurück. Es gebe bei {a} und {b} keine Gefahr.",
)
_FIGURES = (
    "Rund {k} Menschen wurden in {o} verletzt.",
    "Der Schaden an {a} liegt bei {k} Millionen Euro.",
    "Mindestens {k} Häuser in {o} stehen unter Wasser.",
    "{k} Helfer sind an {a} im Einsatz.",
)


def repeated(pattern: str, length: int) -> str:
    """A text of so many code points that says one thing over and over."""
    return (pattern * (length // len(pattern) + 1))[:length]


def paragraph(length: int) -> str:
    """Words of news in one paragraph without a full stop."""
    words = (*_NAMES, *_PLACES, *_THINGS, "sagte", "laut", "am", "Dienstag", "der", "in", "3.000", "gebe", "mindestens")
    chance = random.Random(1)
    return " ".join(chance.choice(words) for _ in range(length // 8 + 1))[:length]


TEXTS: Mapping[str, Callable[[int], str]] = {
    **{name: lambda n, p=pattern: repeated(p, n) for name, pattern in _PATTERNS.items()},  # type: ignore[misc]
    "no full stop": paragraph,
    "normal sentences": lambda n: sentences(n // 55, 5),
    "all in quotation marks": lambda n: f"„{repeated('Das ist ein Satz über Meier und das Wasser. ', n - 2)}“",
}
"""Name → the text of about so many code points."""


def sentences(count: int, seed: int) -> str:
    """So many sentences, statements and figures by turns, five a paragraph, under a title."""
    chance = random.Random(seed)
    said = []
    for i in range(count):
        a, b = chance.sample(_THINGS, 2)
        said.append(
            chance.choice(_FIGURES if i % 2 else _SAYINGS).format(
                a=a, b=b, s=chance.choice(_STATES), r=chance.choice(_ROLES), n=chance.choice(_NAMES),
                o=chance.choice(_PLACES), k=chance.randint(2, 400),
            )
        )  # fmt: skip
    return "\n\n".join(["Hochwasser an der Elbe", *(" ".join(said[i : i + 5]) for i in range(0, count, 5))])


def _pile(texts: Iterable[str], published: Callable[[int], str | None] = lambda _: DAY) -> list[Article]:
    return [Article(f"a{i:05}", f"{i:05}.txt", text, published=published(i)) for i, text in enumerate(texts)]


def one_story(count: int) -> list[Article]:
    """Articles on one story over four weeks, each of twenty statements and twenty figures."""
    return _pile((sentences(40, i) for i in range(count)), lambda i: f"2024-10-{1 + i % 28:02}")


def one_story_in_a_day(count: int) -> list[Article]:
    """Articles on one story, all of one day, from as many papers."""
    return [replace(a, outlet=f"Blatt {i}") for i, a in enumerate(_pile(sentences(12, i) for i in range(count)))]


def copies_of_any_day(count: int) -> list[Article]:
    """Copies of one article from the future, from the year 1 and of no day, in as many papers."""
    days = (DAY, "9999-12-31", None, "0001-01-01", "2024-10", "2051-02-29")
    copies = _pile([sentences(8, 1)] * count, lambda i: days[i % len(days)])
    return [replace(a, outlet=f"Blatt {i}", url=f"https://example.org/{i}") for i, a in enumerate(copies)]


def copies_with_a_word_of_their_own(count: int) -> list[Article]:
    """Copies of one article, each with a sentence that no other has."""
    return _pile(f"{sentences(8, 1)} Die Leser im Bezirk {i} erfuhren davon am Abend." for i in range(count))


def dates_that_tell_nothing(count: int) -> list[Article]:
    """Articles from the future, from the year 1 and of no day."""
    days = ("9999-12-31", None, "0001-01-01", "2024", "2024-02", "2024-02-29T23:59")
    return _pile((sentences(6, i) for i in range(count)), lambda i: days[i % len(days)])


def copies_that_cite(count: int) -> list[Article]:
    """Copies of one article in the papers that it cites."""
    text = sentences(8, 1) + " Das berichtet der „Elbkurier“."
    return [replace(a, outlet="Elbkurier" if i % 2 else f"Blatt {i}") for i, a in enumerate(_pile([text] * count))]


PILES: Mapping[str, Callable[[int], list[Article]]] = {
    "copies of one article": lambda n: _pile([sentences(8, 1)] * n),
    "copies that cite one another": copies_that_cite,
    "copies of any day": copies_of_any_day,
    "copies with a word of their own": copies_with_a_word_of_their_own,
    "short articles of a day": lambda n: _pile(sentences(3, i) for i in range(n)),
    "articles of one sentence": lambda n: _pile(sentences(1, i).partition("\n\n")[2] for i in range(n)),
    "one story": one_story,
    "one story in a day": one_story_in_a_day,
    "dates that tell nothing": dates_that_tell_nothing,
    "empty articles": lambda n: _pile([" \n", "", ".", "a", "„", "\x00"][i % 6] for i in range(n)),
}
"""Name → a pile of so many articles."""
