"""Small ledgers made by hand, for what the report must stand: odd piles, hostile text."""

from dataclasses import replace

from quellenlage.model import (
    Article,
    Aside,
    Change,
    Citation,
    Claim,
    Derivation,
    Drift,
    Entity,
    Figure,
    Ledger,
    Origin,
    Passage,
    Series,
    Span,
    Statement,
    Story,
    Time,
    Utterance,
)

TEXT = (
    "Sturm über Wehrstedt\n"
    "Abo | Newsletter | Anmelden\n"
    "In Wehrstedt sind am Dienstag mindestens 14 Dächer abgedeckt worden. Das teilte die Feuerwehr mit.\n"
    "„Wir haben die ganze Nacht gearbeitet“, sagte Bürgermeisterin Jana Ohm. Den Vorwurf, zu spät gewarnt zu haben, "
    "wies sie zurück.\n"
)


def spans(text: str, *words: str) -> tuple[Span, ...]:
    """Where the words stand, each looked for behind the one before."""
    made, at = [], 0
    for w in words:
        start = text.index(w, at)
        made.append(Span(start, start + len(w)))
        at = start + len(w)
    return tuple(made)


def article(name: str, text: str = TEXT, published: str | None = "2024-03-05T08:00", **more: object) -> Article:
    """An article whose first line is its title, the second furniture, the rest body."""
    lines, at = [], 0
    for n, line in enumerate(text.split("\n")):
        role = "title" if n == 0 else "furniture" if n == 1 else "body"
        if line:
            lines.append(Passage(at, at + len(line), role))  # type: ignore[arg-type]
        at += len(line) + 1
    made = Article(name, f"{name}.txt", text, outlet=f"Blatt {name}", published=published, passages=tuple(lines))
    return replace(made, **more)  # type: ignore[arg-type]


def statement(name: str, at: Article, *quote: str, speaker: str | None = "ohm", **more: object) -> Statement:
    """A statement of the article's words."""
    where = spans(at.text, *quote)
    made = Statement(
        name, at.id, "indirect", where, (), (), (), (), quote, speaker, None, "sagte", "asserts", "certain"
    )
    return replace(made, **more)  # type: ignore[arg-type]


def figure(name: str, at: Article, words: str, low: float | None, **more: object) -> Figure:
    """A figure of the article's words."""
    start, end = spans(at.text, words)[0]
    made = Figure(name, at.id, start, end, words, low, None, "count", "Dach", "at_least", "actual", "wehr", None, None)
    return replace(made, **more)  # type: ignore[arg-type]


PEOPLE = (
    Entity("ohm", "Jana Ohm", "person", "Bürgermeisterin", ("Bürgermeisterin Jana Ohm",)),
    Entity("wehr", "Feuerwehr Wehrstedt", "organisation", None, ("die Feuerwehr",)),
    Entity("wer", "ein Anwohner", "person", None, ("ein Anwohner",), anonymous=True),
)


def full() -> Ledger:
    """Two articles and a copy with everything that a report shows."""
    a, b = article("a"), article("b", published="2024-03-06", cites=("Blatt a",))
    c = article("c", published=None, outlet="Blatt b")
    said = (
        statement("s1", a, "Wir haben die ganze Nacht gearbeitet", type="direct"),
        statement("s2", b, "Den Vorwurf, zu spät gewarnt zu haben", "zurück", stance="denies", type="reported"),
        statement("s3", a, "mindestens 14 Dächer abgedeckt worden", speaker="wehr", certainty="hedged"),
        statement("s4", c, "mindestens 14 Dächer abgedeckt worden", speaker="wer"),
        statement("s5", b, "Das teilte die Feuerwehr mit", speaker=None, stance="declines"),
    )
    figures = (
        figure("f1", a, "mindestens 14 Dächer", 14, statement="s3"),
        figure("f2", b, "mindestens 14 Dächer", 30, qualifier="exact"),
        figure("f3", c, "14", 41, qualifier="about", status="expected", attributed_to=None),
        figure("f4", b, "14 Dächer", 14, status="denied"),
        figure("f5", a, "14 D", 2.5e9, unit="EUR", status="planned", measure="Euro"),
    )
    time = spans(TEXT, "am Dienstag")[0]
    words = spans(TEXT, "mindestens", "abgedeckt")
    drift = Drift("s3", "s4", ("reattributed", "hardened"), "einem anderen zugeschrieben", words[:1], words[1:])
    origin = Origin("Feuerwehr Wehrstedt", "utterance", ("a", "c"), "Beide geben die Feuerwehr wieder.", ("s3", "s4"))
    unsure = Origin("ein Anwohner", "unknown", ("c",), "Woher der Anwohner es hat, steht nirgends.", ("s4",), False)
    return Ledger(
        articles=(a, b, c),
        derivations=(Derivation("c", "a", "rewrite", 0.6, "Dieselben Sätze in derselben Ordnung."),),
        citations=(Citation("b", "Blatt a", "a", "nennt Blatt a"), Citation("c", "Blatt b", "b", "nennt Blatt b")),
        stories=(Story("st", "Sturm über Wehrstedt", ("a", "b", "c")),),
        entities=PEOPLE,
        statements=said,
        figures=figures,
        series=(
            Series(
                "r", "st", "Dach", "Abgedeckte Dächer", ("f1", "f2", "f3"), "f2",
                (
                    Change("f1", "f2", "update", "Einen Tag später."),
                    Change("f2", "f3", "copying_error", "Verschrieben."),
                ),
                (Aside("f4", "Zählt Scheunen mit."),),
            ),
        ),
        times=(("a", Time(*time, "am Dienstag", "2024-03-05")), ("b", Time(*time, "am Dienstag", "2024-03-05T23:10"))),
        claims=(
            Claim("c1", "st", "14 Dächer sind abgedeckt.", ("s3", "s4"), (), ("a", "c"), (origin, unsure), 1, 2),
            Claim("c2", "st", "Gewarnt wurde zu spät.", ("s1",), ("s2",), ("a", "b"), (origin,), 1, 1, "So gesagt."),
        ),
        utterances=(Utterance("u1", "st", "c1", "wehr", ("s3", "s4"), (drift,)),),
    )  # fmt: skip


def bare(*articles: Article) -> Ledger:
    """Articles in which nothing was found."""
    return Ledger(articles=articles, stories=(Story("st", "Stille", tuple(a.id for a in articles)),))


def stories() -> Ledger:
    """Two stories in one ledger."""
    one = full()
    d, e = article("d", published="2024-05-01"), article("e", published="2024-05-02", language="fr")
    said = (statement("s9", d, "Das teilte die Feuerwehr mit", speaker="wehr"),)
    return replace(
        one,
        articles=(*one.articles, d, e),
        stories=(*one.stories, Story("st2", "Noch ein Sturm", ("d",))),
        statements=(*one.statements, *said),
    )


def crowd(n: int) -> Ledger:
    """n articles that say much the same, day after day."""
    articles = [article(f"x{k:03}", published=f"2024-03-{1 + k % 28:02}") for k in range(n)]
    figures = tuple(figure(f"f{k}", a, "mindestens 14 Dächer", 14.0 + k) for k, a in enumerate(articles))
    said = tuple(statement(f"s{k}", a, "Das teilte die Feuerwehr mit", speaker="wehr") for k, a in enumerate(articles))
    ids = tuple(a.id for a in articles)
    origin = Origin("Feuerwehr", "utterance", ids, "Eine Stelle.", tuple(s.id for s in said))
    return Ledger(
        articles=tuple(articles),
        stories=(Story("st", "Sturm", ids),),
        entities=PEOPLE,
        statements=said,
        figures=figures,
        series=(Series("r", "st", "Dach", "Dächer", tuple(f.id for f in figures), None),),
        claims=(Claim("c", "st", "Es stürmt.", tuple(s.id for s in said), (), ids, (origin,), 1, 1),),
    )
