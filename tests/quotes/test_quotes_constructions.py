"""Every construction that German news marks speech with: whose words, which words, by which cue."""

from collections.abc import Callable

import pytest

from quellenlage.model import Quotation, Span

Find = Callable[[str], tuple[Quotation, ...]]

ONE_STATEMENT = [
    # text, type, quote, speaker, cue
    (
        "Die Zahl der Anträge sei gestiegen, sagte Amtsleiterin Ute Brandes.",
        "indirect", "Die Zahl der Anträge sei gestiegen", "Amtsleiterin Ute Brandes", "sagte",
    ),
    (
        "Der Sprecher teilte mit, dass die Brücke gesperrt bleibt.",
        "indirect", "dass die Brücke gesperrt bleibt", "Der Sprecher", "teilte mit",
    ),
    (
        "Niemand habe zugehört, sagt der Insider, der BLATT schon am Mittwoch die Augen öffnete.",
        "indirect", "Niemand habe zugehört", "der Insider", "sagt",
    ),
    (
        "Und noch etwas berichtet die Wirtin: Das Tor habe offen gestanden.",
        "indirect", "Das Tor habe offen gestanden", "die Wirtin", "berichtet",
    ),
    (
        "Die Ministerin kündigte an, das Gesetz zu ändern.",
        "indirect", "das Gesetz zu ändern", "Die Ministerin", "kündigte an",
    ),
    (
        "Das Loch in der Vereinskasse bezifferte Präsident Paul Halm auf sieben Millionen Euro.",
        "reported", "Das Loch in der Vereinskasse bezifferte Präsident Paul Halm auf sieben Millionen Euro.",
        "Präsident Paul Halm", "",
    ),
    (
        "Russland und Norwegen weisen die Berichte zurück.",
        "reported", "Russland und Norwegen weisen die Berichte zurück.", "Russland und Norwegen", "",
    ),
    (
        "Der Sprecher des Landesamts sagte am Montag in Halm: Die Brücke bleibt bis Mai zu.",
        "indirect", "Die Brücke bleibt bis Mai zu", "Der Sprecher des Landesamts", "sagte",
    ),
    (
        "Laut dem Bericht fehlen zwölf Lehrer.",
        "indirect", "fehlen zwölf Lehrer", "dem Bericht", "Laut",
    ),
    (
        "Nach Angaben der Polizei wurden drei Menschen verletzt.",
        "indirect", "wurden drei Menschen verletzt", "Angaben der Polizei", "Nach",
    ),
    (
        "Dem Sender zufolge ist die Fähre gesunken.",
        "indirect", "ist die Fähre gesunken", "Dem Sender", "zufolge",
    ),
    (
        "Die Lage sei ruhig, so die Feuerwehr.",
        "indirect", "Die Lage sei ruhig", "die Feuerwehr", "so",
    ),
    (
        "Wie das Amt mitteilte, ist die Straße wieder frei.",
        "indirect", "ist die Straße wieder frei", "das Amt", "mitteilte",
    ),
    (
        "„Wir haben davon nichts gewusst“, sagte die Leiterin.",
        "direct", "„Wir haben davon nichts gewusst“", "die Leiterin", "sagte",
    ),
    (
        "Brandes sagte: „Das war ein Fehler.“",
        "direct", "„Das war ein Fehler.“", "Brandes", "sagte",
    ),
    (
        "»Das war ein Fehler«, so Brandes.",
        "direct", "»Das war ein Fehler«", "Brandes", "so",
    ),
    (
        "Die Abgeordnete Ute Brandes nannte den Plan „eine Zumutung für alle“.",
        "direct", "„eine Zumutung für alle“", "Die Abgeordnete Ute Brandes", "nannte",
    ),
    (
        "„Leerfahrt“, brummt Brandes.",
        "direct", "„Leerfahrt“", "Brandes", "brummt",
    ),
    (
        "Die Gewerkschaft fordert mehr Personal.",
        "reported", "Die Gewerkschaft fordert mehr Personal.", "Die Gewerkschaft", "",
    ),
    (
        "Das Amt rechnet einen Fall nicht mehr mit: Es habe sich ein anderer Erreger gefunden, sagte Brandes.",
        "indirect", "Es habe sich ein anderer Erreger gefunden", "Brandes", "sagte",
    ),
    (
        "Beim Wachdienst heißt es, die Tür sei zu gewesen.",
        "indirect", "die Tür sei zu gewesen", "Wachdienst", "heißt es",
    ),
    (
        "Brandes blieb auf Anfrage bei ihrer Darstellung.",
        "reported", "Brandes blieb auf Anfrage bei ihrer Darstellung.", "Brandes", "",
    ),
    (
        "Das Institut geht von 400 Fällen aus.",
        "reported", "Das Institut geht von 400 Fällen aus.", "Das Institut", "",
    ),
    (
        "Der Mann soll den Unfall selbst gemeldet haben.",
        "free_indirect", "Der Mann soll den Unfall selbst gemeldet haben.", "", "",
    ),
    (
        "Die Brücke ist sicher, ein Sprecher sagte am Freitag.",
        "indirect", "Die Brücke ist sicher", "ein Sprecher", "sagte",
    ),
    (
        "Dass sie davon gewusst habe, bestreitet die Chefin.",
        "indirect", "Dass sie davon gewusst habe", "die Chefin", "bestreitet",
    ),
]  # fmt: skip


def words(text: str, parts: tuple[Span, ...]) -> str:
    return " … ".join(text[s.start : s.end] for s in parts)


@pytest.mark.parametrize(("text", "kind", "quote", "speaker", "cue"), ONE_STATEMENT)
def test_each_construction_gives_words_speaker_and_cue(
    find: Find, text: str, kind: str, quote: str, speaker: str, cue: str
) -> None:
    (q,) = find(text)
    assert q.type == kind
    assert words(text, q.quote) == quote
    assert words(text, q.speaker) == speaker
    assert words(text, q.cue).replace(" … ", " ") == cue
    assert q.rule


NO_STATEMENT = [
    "Nach Berichten über einen Streit hat sich die Aufsicht eingeschaltet.",
    "Der Verein schloss den Trainer Jan Ohm aus.",
    "Der Roman „Die Stille am See“ erscheint im Herbst.",
    "Der Fluss stieg in drei Stunden um zwei Meter.",
    "Der 5\" große Bildschirm und das 7\" große Gehäuse wiegen wenig.",
    "Der Unfall forderte drei Tote.",
    "Die Regierung soll im Mai gebildet werden.",
    "Er hat’s geschafft und ihr'n Preis bekommen.",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_STATEMENT)
def test_titles_inches_apostrophes_and_plans_are_nobodys_words(find: Find, text: str) -> None:
    assert find(text) == ()


def test_a_frame_inside_a_sentence_leaves_the_words_in_two_parts(find: Find) -> None:
    text = "Drei Häuser wurden nach Angaben der Feuerwehr geräumt."
    (q,) = find(text)
    assert words(text, q.quote) == "Drei Häuser wurden … geräumt"
    assert words(text, q.frame) == "nach Angaben der Feuerwehr"


def test_konjunktiv_runs_on_with_the_speaker_before_it(find: Find) -> None:
    text = "Die Lage sei ernst, sagte Ute Brandes. Es fehle an Wasser. Die Vorräte gingen zur Neige. Es regnete."
    first, second = find(text)
    assert second.type == "indirect_free_indirect"
    assert words(text, second.quote) == "Es fehle an Wasser."
    assert second.speaker == first.speaker
    assert second.continues == 0


def test_a_quotation_that_the_frame_interrupts_is_one_statement(find: Find) -> None:
    text = "„Wir haben gewartet“, sagte Ute Brandes. „Niemand kam.“ Dann ging sie."
    (q,) = find(text)
    assert words(text, q.quote) == "„Wir haben gewartet“ … „Niemand kam.“"


def test_a_phrase_in_marks_inside_a_statement_is_nested(find: Find) -> None:
    text = "Der Minister sagte, die Lage sei „völlig außer Kontrolle geraten“."
    outer, inner = find(text)
    assert (outer.type, inner.type) == ("indirect", "direct")
    assert inner.within == 0
    assert inner.speaker == outer.speaker


def test_a_quotation_inside_a_quotation_has_its_own_speaker(find: Find) -> None:
    text = "„Meine Chefin hat gesagt: ‚Komm morgen wieder.‘ Da bin ich gegangen“, erzählt Brandes."
    outer, inner = find(text)
    assert words(text, inner.quote) == "‚Komm morgen wieder.‘"
    assert words(text, inner.speaker) == "Meine Chefin"
    assert inner.within == 0
    assert words(text, outer.speaker) == "Brandes"


def test_das_points_back_to_the_sentence_before(find: Find) -> None:
    text = "Der Hafen bleibt geschlossen. Das teilte die Behörde am Montag mit."
    (q,) = find(text)
    assert words(text, q.quote) == "Der Hafen bleibt geschlossen … Das"
    assert words(text, q.speaker) == "die Behörde"


def test_a_speaker_takes_role_name_party_and_apposition_but_no_relative_clause(find: Find) -> None:
    text = "Karl Weber, Bürgermeister von Altstedt (SPD), der seit 2010 im Amt ist, sagte, es sei genug."
    (q,) = find(text)
    assert words(text, q.speaker).startswith("Karl Weber, Bürgermeister von Altstedt (SPD)")
    assert "seit 2010" not in words(text, q.speaker)


def test_an_object_in_the_first_place_is_not_the_speaker(find: Find) -> None:
    text = "Den Schaden bezifferte Ute Brandes auf 300.000 Euro."
    (q,) = find(text)
    assert words(text, q.speaker) == "Ute Brandes"


def test_chains_name_who_passes_the_words_on(find: Find) -> None:
    text = "Der Vertrag ist unterschrieben, meldet Reuters unter Berufung auf einen Diplomaten."
    (q,) = find(text)
    assert words(text, q.speaker) == "einen Diplomaten"
    assert words(text, q.via) == "Reuters"


def test_a_quotation_is_the_speaker_s_whoever_reports_it(find: Find) -> None:
    text = "„Die Kosten werden steigen“, sagte Bürgermeisterin Karla Halm, wie der Bote berichtet."
    speakers = {q.type: words(text, q.speaker) for q in find(text)}
    assert speakers == {"indirect": "der Bote", "direct": "Bürgermeisterin Karla Halm"}


def test_an_addressee_is_told_from_the_speaker(find: Find) -> None:
    text = "Der Minister sagte dem Sender am Montag, er bleibe im Amt."
    (q,) = find(text)
    assert words(text, q.addressee) == "dem Sender"
    assert words(text, q.speaker) == "Der Minister"


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Der Firma wurde vorgeworfen, Müll verbrannt zu haben.", "Der Firma"),
        ("Brandes wurde aufgefordert, den Bericht zu zeigen.", "Brandes"),
        ("Brandes forderte vom Ministerium, den Bericht zu zeigen.", "Ministerium"),
        ("Der Leitung schlug Brandes vor, den Bericht zu zeigen.", "Der Leitung"),
    ],
)
def test_whom_a_demand_or_charge_is_told(find: Find, text: str, addressee: str) -> None:
    assert words(text, find(text)[0].addressee) == addressee


def test_an_interview_without_marks_gives_answers(find: Find) -> None:
    text = "Haben Sie gezahlt?\n\nWeber: Nein. Keinen Cent.\n\nWas kostet das?\n\nWeber: Viel zu viel, fürchte ich."
    first, second = find(text)
    assert words(text, first.quote) == "Nein. Keinen Cent."
    assert first.stance == "denies"
    assert words(text, second.speaker) == "Weber"


def test_an_interview_without_labels_gives_answers_to_the_one_addressed(find: Find) -> None:
    text = (
        "Frau Brandes, wie hoch sind die Schulden?\nNeun Millionen. Mehr nicht.\n\n"
        "Haben Sie das gewusst?\nJa, seit dem Mai.\n\nTreten Sie noch einmal an?\nDazu sage ich nichts."
    )
    answers = find(text)
    assert [words(text, q.quote) for q in answers] == [
        "Neun Millionen. Mehr nicht.",
        "Ja, seit dem Mai.",
        "Dazu sage ich nichts.",
    ]
    assert {words(text, q.speaker) for q in answers} == {"Frau Brandes"}
    assert answers[2].stance == "declines"


def test_headings_that_ask_are_no_interview(find: Find) -> None:
    text = "Was sagt das Amt?\nEs regnet.\n\nWie geht es weiter?\nEs schneit.\n\nWas kostet das?\nViel."
    assert find(text) == ()


OWN_WORDS = [
    ("Carenova hat nach eigenen Angaben 1,6 Millionen Versicherte.", "Carenova"),
    ("Nach eigenen Angaben hat die Stadt an einem Tag 6.500 Lastwagen gezählt.", "die Stadt"),
    ("Ein Streiktag kostet das Unternehmen nach eigenen Angaben 22 Millionen Euro.", "das Unternehmen"),
    ("Aydemir, der mit dem Fall nach eigenen Worten nichts zu tun hat, schwieg lange.", "Aydemir"),
]


@pytest.mark.parametrize(("text", "speaker"), OWN_WORDS)
def test_own_words_are_the_words_of_the_clauses_subject(find: Find, text: str, speaker: str) -> None:
    (q, *_) = find(text)
    assert words(text, q.speaker) == speaker


UNNAMED = [
    (
        "Es sei nur einer im Dienst gewesen, sagte eine mit dem Vorgang vertraute Person.",
        "eine mit dem Vorgang vertraute Person",
    ),
    (
        "„Das Ding ist hin“, sagt ein Ingenieur, der dabei war und um seinen Job fürchtet.",
        "ein Ingenieur, der dabei war und um seinen Job fürchtet",
    ),
    (
        "„Wir haben ihn gewarnt“, sagt eines der beiden, das anonym bleiben möchte.",
        "eines der beiden, das anonym bleiben möchte",
    ),
    ("Eine von ihnen sagte, die Gesandte sei ihm gefolgt.", "Eine von ihnen"),
]


@pytest.mark.parametrize(("text", "speaker"), UNNAMED)
def test_a_source_without_a_name_keeps_what_describes_it(find: Find, text: str, speaker: str) -> None:
    (q,) = find(text)
    assert words(text, q.speaker) == speaker


PRONOUNS = [
    ("„Es war dunkel“, erzählt sie BLITZ.", "sie"),
    ("„Die App hat geschwiegen“, zitiert ihn die Zeitung.", "ihn"),
    ("Die Zahl sei falsch, ließ Sprecherin Maren Oltmanns wissen.", "Sprecherin Maren Oltmanns"),
]


@pytest.mark.parametrize(("text", "speaker"), PRONOUNS)
def test_the_one_who_speaks_is_told_from_the_medium(find: Find, text: str, speaker: str) -> None:
    (q,) = find(text)
    assert words(text, q.speaker) == speaker


def test_an_interviewers_remarks_are_no_answers(find: Find) -> None:
    text = (
        "Bote: Wann haben Sie es erfahren?\n\nWeber: Am Donnerstag.\n\nBote: Mitarbeiter sagten, es habe dort gelegen."
        "\n\nWeber: Das ist falsch.\n\nBote: Wie geht es weiter?\n\nWeber: Wir bauen neu."
    )
    assert [words(text, q.speaker) for q in find(text)] == ["Weber", "Mitarbeiter", "Weber", "Weber"]


TWO_SOURCES = [
    (
        "Die Polizei sprach von 900 Besuchern, der Verband von 2.500.",
        [("Die Polizei", "Die Polizei sprach von 900 Besuchern"), ("der Verband", "der Verband von 2.500.")],
    ),
    (
        "Die Gewerkschaft meldet 400 Streikende, während der Konzern von 90 ausgeht.",
        [
            ("Die Gewerkschaft", "Die Gewerkschaft meldet 400 Streikende"),
            ("der Konzern", "während der Konzern von 90 ausgeht."),
        ],
    ),
    (
        "Brandes warf dem Amt vor, getäuscht zu haben, und forderte eine Untersuchung.",
        [("Brandes", "getäuscht zu haben"), ("Brandes", "und forderte eine Untersuchung.")],
    ),
    (
        "Die Polizei sprach von Verletzten, der Platz war leer.",
        [("Die Polizei", "Die Polizei sprach von Verletzten")],
    ),
]


@pytest.mark.parametrize(("text", "said"), TWO_SOURCES)
def test_each_of_two_sources_has_its_own_words(find: Find, text: str, said: list[tuple[str, str]]) -> None:
    assert [(words(text, q.speaker), words(text, q.quote)) for q in find(text)] == said


def test_a_condition_governs_nothing(find: Find) -> None:
    (found,) = find("Falls der Rat darum bitte, komme sie am Montag.")
    assert (found.type, found.speaker) == ("indirect_free_indirect", ())


def test_a_denial_among_konjunktiv_sentences_stands_by_itself(find: Find) -> None:
    text = "Brandes sagte, der Plan stehe. Er sei geprüft. Geld habe es nicht gegeben. Die Prüfung sei gut."
    assert [words(text, q.quote) for q in find(text)][1:] == [
        "Er sei geprüft.",
        "Geld habe es nicht gegeben.",
        "Die Prüfung sei gut.",
    ]


def test_a_feminine_noun_after_der_is_not_the_speaker(find: Find) -> None:
    text = "Der Leitung schlug Brandes vor, den Bericht zu zeigen."
    (found,) = find(text)
    assert (words(text, found.speaker), words(text, found.addressee)) == ("Brandes", "Der Leitung")
