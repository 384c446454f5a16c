"""What is found across the articles of a story, and the ledger that holds all of it."""

from dataclasses import dataclass
from typing import Literal

from quellenlage.model.article import Article, Span
from quellenlage.model.marks import Entity, Figure, Statement, Time

DerivationKind = Literal["verbatim", "shortened", "rewrite", "translation"]
OriginKind = Literal["utterance", "document", "agency", "own_reporting", "unknown"]
ChangeKind = Literal["same", "update", "measure", "authority", "rounding", "conversion", "copying_error", "correction"]
DriftKind = Literal["reattributed", "negation", "number", "hardened", "softened", "reworded", "shortened", "extended"]


@dataclass(frozen=True, slots=True)
class Derivation:
    """`article` descends from `source`. `shared` are the passages of `article` that stand in `source`, as evidence."""

    article: str
    source: str
    kind: DerivationKind
    score: float
    reason: str
    shared: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """`article` leans on `source`, a medium or document by name; `cited` is the article meant, if it is here."""

    article: str
    source: str
    cited: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """The articles on one course of events, in order of publication (undated last)."""

    id: str
    title: str
    articles: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """How one figure of a series differs from the one before it, and why we say so."""

    earlier: str
    later: str
    kind: ChangeKind
    reason: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A figure that stands near a series but can't be compared with it, and why."""

    figure: str
    reason: str


@dataclass(frozen=True, slots=True)
class Series:
    """Figures that can be compared, in order of time. `latest` is the one that holds now, None if none can be told."""

    id: str
    story: str
    measure: str
    label: str
    figures: tuple[str, ...]
    latest: str | None
    changes: tuple[Change, ...] = ()
    aside: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The utterance, document or observation at the root of a claim, counted once however many outlets carry it."""

    label: str
    kind: OriginKind
    articles: tuple[str, ...]
    reason: str
    statements: tuple[str, ...] = ()
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that say the same, those that deny it, and how many independent origins stand behind it."""

    id: str
    story: str
    text: str
    statements: tuple[str, ...]
    denied_by: tuple[str, ...]
    articles: tuple[str, ...]
    origins: tuple[Origin, ...]
    independent_low: int
    independent_high: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Drift:
    """How a later wording of an utterance departs from the one that it most likely stems from, and why we say so.

    `earlier` and `later` are statement ids; `kinds` stand in order of weight, at least one. `lost` are the words of the
    earlier wording that the later one drops or replaces, in the earlier article's text; `differs` what stands in their
    place or is added, in the later article's text. Both may be empty where only the speaker changed.
    """

    earlier: str
    later: str
    kinds: tuple[DriftKind, ...]
    reason: str
    lost: tuple[Span, ...] = ()
    differs: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """One speech act that several articles carry in different words.

    `statements` holds one wording an article, in order of writing as far as the texts tell it. `speaker` is the entity
    that the first of them names, `claim` the claim that the first of them belongs to.
    """

    id: str
    story: str
    claim: str
    speaker: str | None
    statements: tuple[str, ...]
    drifts: tuple[Drift, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """All of it. The articles stand in order of publication (undated last), then by path."""

    articles: tuple[Article, ...]
    derivations: tuple[Derivation, ...] = ()
    citations: tuple[Citation, ...] = ()
    stories: tuple[Story, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    series: tuple[Series, ...] = ()
    times: tuple[tuple[str, Time], ...] = ()
    claims: tuple[Claim, ...] = ()
    utterances: tuple[Utterance, ...] = ()
