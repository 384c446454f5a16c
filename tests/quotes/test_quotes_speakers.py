"""From quotations to statements: ids, speakers, and the speaker that carries on."""

from quellenlage.model import Article, Entity, Quotation, Span
from quellenlage.resolve.speakers import resolve_statements

TEXT = "Weber sagte, es regne. Es sei kalt. Ein Zeuge widersprach."
ARTICLE = Article("a1", "x.txt", TEXT)
WEBER = Entity("e1", "Weber", "person", None, ("Weber",))
FIRST = Quotation("indirect", (Span(13, 21),), speaker=(Span(0, 5),), cue=(Span(6, 11),), rule="verb-second clause")
SECOND = Quotation("indirect_free_indirect", (Span(23, 35),), continues=0, rule="Konjunktiv carried on")


def test_a_statement_has_its_speakers_entity_and_wording() -> None:
    (s,) = resolve_statements(ARTICLE, (FIRST,), {Span(0, 5): "e1"}, (WEBER,))
    assert (s.speaker, s.speaker_text, s.cue, s.quote_text) == ("e1", "Weber", "sagte", ("es regne",))
    assert s.rule == "verb-second clause"


def test_a_run_on_carries_the_speaker_without_a_wording() -> None:
    _, s = resolve_statements(ARTICLE, (FIRST, SECOND), {Span(0, 5): "e1"}, (WEBER,))
    assert (s.speaker, s.speaker_text) == ("e1", None)


def test_an_unknown_speaker_stays_unknown() -> None:
    (s,) = resolve_statements(ARTICLE, (FIRST,), {}, (WEBER,))
    assert (s.speaker, s.speaker_text) == (None, "Weber")


def test_ids_come_from_the_article_and_the_words_alone() -> None:
    alone = resolve_statements(ARTICLE, (SECOND,), {}, ())
    both = resolve_statements(ARTICLE, (FIRST, SECOND), {}, ())
    other = resolve_statements(Article("a2", "x.txt", TEXT), (SECOND,), {}, ())
    assert alone[0].id == both[1].id != other[0].id


def test_via_names_the_chain_of_those_who_pass_it_on() -> None:
    q = Quotation("indirect", (Span(13, 21),), speaker=(Span(36, 46),), via=(Span(0, 5), Span(6, 11)))
    (s,) = resolve_statements(ARTICLE, (q,), {Span(0, 5): "e1"}, (WEBER,))
    assert s.via == ("e1",)


def test_one_who_is_quoted_is_a_person() -> None:
    article = Article("a2", "y.txt", "„Sie schwieg“, zitiert ihn die Zeitung.")
    quotation = Quotation("direct", (Span(0, 13),), speaker=(Span(23, 26),), cue=(Span(15, 22),), rule="r")
    app = Entity("e2", "Warn-App", "organisation", None, ("Warn-App",))
    (nobody,) = resolve_statements(article, (quotation,), {Span(23, 26): "e2"}, (app,))
    (somebody,) = resolve_statements(article, (quotation,), {Span(23, 26): "e1"}, (WEBER,))
    assert (nobody.speaker, somebody.speaker) == (None, "e1")
