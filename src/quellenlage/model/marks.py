"""What is found within one article.

`annotate` finds names, time expressions, quantities and quotations, each from the text alone. `resolve` says who is
meant, which day it was and on whose authority, and so makes entities, times, statements and figures of them.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from quellenlage.model.article import Article, Span
from quellenlage.model.when import Edge, Meaning

EntityType = Literal["person", "organisation", "place", "group"]
StatementType = Literal["direct", "indirect", "reported", "free_indirect", "indirect_free_indirect"]
Stance = Literal["asserts", "denies", "declines"]
Certainty = Literal["certain", "hedged"]
Qualifier = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "range"]
Status = Literal["actual", "expected", "possible", "planned", "denied"]


class Token(NamedTuple):
    """A word or sign. `tag` is STTS; the verb features are None where they don't apply or the form doesn't tell.

    `lemma` of a verb includes its separated particle ("teilte … mit" → mitteilen), whose place among the sentence's
    tokens is then `particle`; the particle's own lemma is its form.
    """

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    mood: Literal["ind", "konj1", "konj2", "imp"] | None = None
    tense: Literal["pres", "past"] | None = None
    number: Literal["sing", "plur"] | None = None
    person: Literal[1, 2, 3] | None = None
    particle: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage; it never crosses a paragraph. `paragraph` counts from 0 through the article."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int
    role: str = "body"


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of someone or something that acts, or of a place: a proper name, or a noun phrase for a role or group.

    `start:end` is the name itself without article, title or role ("Lloyd Austin"); `whole` is the noun phrase around it
    ("US-Verteidigungsminister Lloyd Austin"). `name` is its base form (no genitive s). `role` is verbatim. `proper` is
    False for "der Pentagon-Chef", "ein Sprecher des Innenministeriums", "die 52-Jährige".
    """

    start: int
    end: int
    type: EntityType
    name: str
    whole: Span
    role: str | None = None
    proper: bool = True
    gender: Literal["m", "f"] | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its meaning before it is tied to a day.

    `kind` is the TIMEX3 type; `meaning` is what `resolve.dates` computes with (see `model.when`). `rule` names the
    pattern that found it. `lean` is what its preposition tells: -1 the past ("seit"), 1 the future ("bis"), 0 neither.
    `edge` is TIMEX3's mod for "Anfang", "Mitte", "Ende".
    """

    start: int
    end: int
    text: str
    kind: Literal["DATE", "TIME", "DURATION", "SET"]
    meaning: Meaning
    rule: str
    lean: int = 0
    edge: Edge | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 value, None where no day can be told. `reason` says what it rests on."""

    start: int
    end: int
    text: str
    value: str | None
    kind: str = "DATE"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bounds, unit and what is counted, before anyone asked whose number it is.

    `start:end` is the figure as a reader would underline it ("mindestens 14 Tote"); `number` the number's own words.
    `low` and `high` follow CONTRACT.md. `counted` holds the lemmas that name what is counted, head noun first.
    `status` is what the words around it say of it, "actual" if nothing.
    """

    start: int
    end: int
    text: str
    number: Span
    low: float | None
    high: float | None
    unit: str
    qualifier: Qualifier
    counted: tuple[str, ...]
    status: Status = "actual"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words marked as someone's, before it is known who that is. Each role may have several parts, or none.

    `continues` is the place among the article's quotations of the one whose speaker carries on here; `within` that of
    the one that this is nested in; `via` the chain of those who pass it on, outermost first (spans of speaker phrases
    between the article and `speaker`). `rule` names the construction that found it. `issued` marks words that are those
    of the body whose press release the article is, where nothing else says whose they are.
    """

    type: StatementType
    quote: tuple[Span, ...]
    speaker: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    via: tuple[Span, ...] = ()
    stance: Stance = "asserts"
    certainty: Certainty = "certain"
    continues: int | None = None
    within: int | None = None
    rule: str = ""
    issued: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something meant by several mentions. Ids are local to the article until `story` merges them.

    `surfaces` are the wordings, verbatim, each once, in order. `anonymous` marks a source that is described but not
    named; such sources are never merged across articles. `part_of` names the organisation that a spokesperson or an
    unnamed official speaks for, as an entity id.
    """

    id: str
    name: str
    type: EntityType
    role: str | None
    surfaces: tuple[str, ...]
    mentions: tuple[Span, ...] = ()
    anonymous: bool = False
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said. `speaker` is an entity id; `speaker_text` its wording here, None where none stands."""

    id: str
    article: str
    type: StatementType
    quote: tuple[Span, ...]
    speaker_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    frame_spans: tuple[Span, ...]
    addressee_spans: tuple[Span, ...]
    quote_text: tuple[str, ...]
    speaker: str | None
    speaker_text: str | None
    cue: str | None
    stance: Stance
    certainty: Certainty
    via: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with its status, authority and day. `attributed_to` is an entity id, `statement` a statement id.

    `measure` names what is counted: within one article the lemmas of `Quantity.counted`, joined by blanks; in a ledger
    the name that the story's series agree on. `counted` stays the article's own.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    unit: str
    measure: str
    qualifier: Qualifier
    status: Status
    attributed_to: str | None
    statement: str | None
    as_of: str | None
    counted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that one article tells, by itself. A pure function of the article (`pipeline.analyse`)."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
