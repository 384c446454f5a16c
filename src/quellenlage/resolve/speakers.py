"""Quotations and entities → statements: each with its speaker, or with none where none can be told."""

import hashlib
from collections.abc import Mapping

from quellenlage.language import language
from quellenlage.model import Article, Entity, Quotation, Span, Statement


def resolve_statements(
    article: Article, quotations: tuple[Quotation, ...], who: Mapping[Span, str], entities: tuple[Entity, ...]
) -> tuple[Statement, ...]:
    """One statement a quotation, in their order.

    `who` gives the entity of a speaker phrase by the span from its first part's start to its last part's end. A
    quotation that `continues` another has that one's speaker where its own phrase means nobody, and one that is
    `issued` the entity that `who` gives for its words. In "zitiert ihn die Zeitung" only a person is meant.
    """
    known = {e.id for e in entities}
    people = {e.id for e in entities if e.type == "person"}
    personal = frozenset(language(article.language).table("clauses")["quoted_object"].split())
    speakers: list[str | None] = []
    statements = []
    for quotation in quotations:
        speaker = _speaker(quotation, who, speakers)
        wording = _words(article.text, quotation.speaker)
        meant = people if wording in personal else known
        speakers.append(speaker if speaker in meant else None)
        statements.append(_statement(article, quotation, speakers[-1], who, known))
    return tuple(statements)


def _speaker(quotation: Quotation, who: Mapping[Span, str], earlier: list[str | None]) -> str | None:
    own = who.get(_hull(quotation.speaker)) if quotation.speaker else None
    if own is None and quotation.issued:
        return who.get(_hull(quotation.quote))
    if own is None and quotation.continues is not None and quotation.continues < len(earlier):
        return earlier[quotation.continues]
    return own


def _hull(parts: tuple[Span, ...]) -> Span:
    return Span(parts[0].start, parts[-1].end)


def _statement(
    article: Article, quotation: Quotation, speaker: str | None, who: Mapping[Span, str], known: set[str]
) -> Statement:
    text = article.text
    chain = (who.get(span) for span in quotation.via)
    return Statement(
        id=_id(article, quotation),
        article=article.id,
        type=quotation.type,
        quote=quotation.quote,
        speaker_spans=quotation.speaker,
        cue_spans=quotation.cue,
        frame_spans=quotation.frame,
        addressee_spans=quotation.addressee,
        quote_text=tuple(text[s.start : s.end] for s in quotation.quote),
        speaker=speaker,
        speaker_text=None if quotation.speaker == quotation.cue else _words(article.text, quotation.speaker),
        cue=_words(article.text, quotation.cue),
        stance=quotation.stance,
        certainty=quotation.certainty,
        via=tuple(entity for entity in chain if entity is not None and entity in known),
        rule=quotation.rule,
    )


def _words(text: str, parts: tuple[Span, ...]) -> str | None:
    return " ".join(text[s.start : s.end] for s in parts) or None


def _id(article: Article, quotation: Quotation) -> str:
    """A name that comes from the article's content and the words' place, so that the same input gives the same."""
    spans = ",".join(f"{s.start}-{s.end}" for s in quotation.quote)
    denied = "" if quotation.stance == "asserts" else f":{quotation.stance}"  # the same words, told and denied at once
    return "s" + hashlib.sha256(f"{article.id}:{quotation.type}:{spans}{denied}".encode()).hexdigest()[:15]
