"""Which text translates which: across languages, and two German translations of one original that is not there."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.model import Article, Derivation, Ledger
from quellenlage.pipeline import analyse, compile_ledger
from quellenlage.story._anchors import name_key
from quellenlage.story._notices import notice

ENGLISH = (
    "Ferry hits pier in Varnby, 14 hurt\n\n"
    "The ferry Selma Rönne rammed a pier in the Danish port of Varnby on Tuesday, injuring 14 people, the coast guard "
    "said. Two of them were in a serious condition.\n\n"
    '"The engines did not answer," captain Jesper Holmgaard told investigators. He had ordered full astern at 6:42, '
    "according to the log.\n\n"
    "The operator Belt Lines said 318 passengers and 87 cars were on board. Spokeswoman Ida Krogsten put the damage at "
    "2.3 million euros.\n\n"
    "It is the third accident of the Selma Rönne since 2019. In March 2021 she had lost an anchor off Hiddensee.\n\n"
    "The Danish maritime authority sent four inspectors. Transport minister Nils Abildrup demanded a report within 10 "
    "days.\n"
)
GERMAN = (
    "Fähre rammt Kai in Varnby: 14 Verletzte\n\n"
    "Die Fähre „Selma Rönne“ hat am Dienstag im dänischen Hafen Varnby einen Kai gerammt. Dabei wurden nach "
    "Angaben der "
    "Küstenwache 14 Menschen verletzt, zwei von ihnen schwer.\n\n"
    "„Die Maschinen haben nicht reagiert“, sagte Kapitän Jesper Holmgaard den Ermittlern. Um 6.42 Uhr habe er laut "
    "Logbuch volle Kraft zurück befohlen.\n\n"
    "An Bord waren der Reederei Belt Lines zufolge 318 Fahrgäste und 87 Autos. Den Schaden bezifferte Sprecherin Ida "
    "Krogsten auf 2,3 Millionen Euro.\n\n"
    "Es ist der dritte Unfall der „Selma Rönne“ seit 2019. Im März 2021 hatte sie vor Hiddensee einen Anker "
    "verloren.\n\n"
    "Die dänische Schifffahrtsbehörde schickte vier Prüfer. Verkehrsminister Nils Abildrup verlangte einen Bericht "
    "binnen 10 Tagen.\n"
)
CLUMSY = (
    "Fährschiff trifft Pier in Varnby, 14 verwundet\n\n"
    "Das Fährschiff Selma Rönne stieß am Dienstag in eine Mole in dem Port von Varnby, verwundend 14 Leute, die "
    "Küstengarde sagte. Zwei von ihnen waren in einer ernsten Kondition.\n\n"
    "„Die Motoren antworteten nicht“, Kapitän Jesper Holmgaard erzählte Untersuchern. Er hatte volles Achtern geordert "
    "um 6:42, gemäß dem Protokoll.\n\n"
    "Der Operator Belt Lines sagte, 318 Passagiere und 87 Wagen waren an Deck. Sprechfrau Ida Krogsten legte die "
    "Beschädigung bei 2,3 Millionen Euro.\n\n"
    "Es ist die dritte Panne von der Selma Rönne seit 2019. In März 2021 sie hatte verloren einen Haken ab "
    "Hiddensee.\n\n"
    "Die dänische maritime Autorität sandte vier Inspektoren. Transportminister Nils Abildrup forderte eine Meldung "
    "innerhalb 10 Tage.\n"
)
BRIEF = (
    "14 Verletzte bei Fährunglück\n\n"
    "Im dänischen Varnby hat die Fähre „Selma Rönne“ am Dienstag einen Kai gerammt, 14 Menschen wurden verletzt.\n\n"
    "Kapitän Jesper Holmgaard sagte, die Maschinen hätten nicht reagiert.\n\n"
    "Belt Lines zufolge waren 318 Fahrgäste und 87 Autos an Bord, den Schaden bezifferte Ida Krogsten auf 2,3 "
    "Millionen "
    "Euro.\n\n"
    "Verkehrsminister Nils Abildrup will binnen 10 Tagen einen Bericht.\n"
)
OWN = (
    "„Es hat gekracht wie im Krieg“\n\n"
    "Familie Teuber aus Rostock saß beim Frühstück, als die „Selma Rönne“ gegen die Mauer von Varnby fuhr. Ein Tablett "
    "flog durch den Saal, erzählt die Mutter am Telefon.\n\n"
    "Im Hafen stehen am Mittwoch noch immer 40 Lastwagen. Der Spediteur Uwe Lantow rechnet mit Verlusten von "
    "30.000 Euro "
    "am Tag. Von der Reederei Belt Lines habe er nichts gehört.\n\n"
    "Die Bürgermeisterin von Varnby, Grethe Solvang, spricht von Glück. Kapitän Holmgaard fahre seit 22 Jahren auf dem "
    "Belt. Die Gewerkschaft fordert seit 2018 mehr Personal im Maschinenraum.\n"
)
ELSEWHERE = (
    "Harbour strike ends in Aldermouth\n\n"
    "Dock workers in Aldermouth went back to work on Tuesday after 19 days. The union accepted a pay rise of "
    "4.6 percent "
    "over 24 months.\n\n"
    '"A fair deal," said union leader Kirsty Vollmer. Employers had first offered 3.1 percent. Around 1,200 '
    "workers took "
    "part.\n\n"
    "Shipping lines Halvorsen and Trident need ten days to clear the backlog of 60 ships, said analyst Roy Penhallow.\n"
)
FRENCH = (
    "Un ferry percute un quai à Varnby, 14 blessés\n\n"
    "Le ferry Selma Rönne a percuté mardi un quai dans le port danois de Varnby, faisant 14 blessés, selon les "
    "garde-côtes. Deux d'entre eux sont dans un état grave.\n\n"
    "« Les moteurs n'ont pas répondu », a dit le capitaine Jesper Holmgaard aux enquêteurs. Il avait ordonné la marche "
    "arrière à 6h42, selon le journal de bord.\n\n"
    "L'armateur Belt Lines a indiqué que 318 passagers et 87 voitures étaient à bord. Sa porte-parole Ida Krogsten a "
    "évalué les dégâts à 2,3 millions d'euros.\n\n"
    "C'est le troisième accident du Selma Rönne depuis 2019. En mars 2021, il avait perdu une ancre au large de "
    "Hiddensee.\n\n"
    "L'autorité maritime danoise a envoyé quatre inspecteurs. Le ministre des Transports Nils Abildrup a exigé un "
    "rapport sous 10 jours.\n"
)
NOTICE = "\nDieser Artikel wurde maschinell aus dem Englischen übersetzt.\n"


def article(name: str, text: str, published: str | None = None, language: str = "de") -> Article:
    return Article(name, f"{name}.txt", text, published=published, language=language)


def ledger(*articles: Article) -> Ledger:
    return compile_ledger(map(analyse, articles))


def derived(*articles: Article) -> dict[str, Derivation]:
    """Derivations by article."""
    return {d.article: d for d in ledger(*articles).derivations}


EN = article("en", ENGLISH, "2024-05-14T11:00", "en")
DE = article("de", GERMAN, "2024-05-14T15:00")
OTHERS = (article("own", OWN, "2024-05-15"), article("elsewhere", ELSEWHERE, "2024-05-14", "en"))


@pytest.mark.parametrize(
    ("text", "language"),
    [(GERMAN, "de"), (CLUMSY, "de"), (BRIEF, "de"), (FRENCH, "fr")],
    ids=["well", "clumsily", "in brief", "into French"],
)
def test_a_later_text_in_another_language_with_the_same_anchors_is_a_translation(text: str, language: str) -> None:
    found = derived(EN, article("x", text, "2024-05-14T15:00", language), *OTHERS)
    assert {i: (d.source, d.kind) for i, d in found.items()} == {"x": ("en", "translation")}


def test_a_german_original_is_found_as_well() -> None:
    found = derived(article("de", GERMAN, "2024-05-14T09:00"), EN, *OTHERS)
    assert (found["en"].source, found["en"].kind) == ("de", "translation")
    assert "Original deutsch" in found["en"].reason


def test_translations_into_two_languages_have_one_original() -> None:
    found = derived(EN, DE, article("fr", FRENCH, "2024-05-14T16:00", "fr"), *OTHERS)
    assert {d.source for d in found.values()} == {"en"}


def test_a_copy_of_a_translation_is_a_copy() -> None:
    found = derived(EN, DE, article("copy", GERMAN, "2024-05-14T18:00"), *OTHERS)
    assert (found["copy"].source, found["copy"].kind) == ("de", "verbatim")


def test_the_reports_abroad_stand_in_their_own_stories() -> None:
    stories = [set(s.articles) for s in ledger(EN, DE, *OTHERS, article("clumsy", CLUMSY, "2024-05-14")).stories]
    assert {"en", "de", "own", "clumsy"} in stories
    assert {"elsewhere"} in stories


def test_an_independent_report_abroad_is_no_translation() -> None:
    text = (
        "Passengers tell of ferry crash\n\n"
        "Greta Teuber from Rostock was having breakfast when the Selma Rönne crashed. On Wednesday 40 trucks still "
        "waited in Varnby, said haulier Uwe Lantow.\n\n"
        "Mayor Grethe Solvang spoke of luck. Captain Jesper Holmgaard had served Belt Lines for 22 years.\n\n"
        "Unions have asked for more engine staff since 2018. Of 14 injured, three had left hospital by Thursday.\n"
    )
    stories = ledger(DE, article("report", text, "2024-05-16", "en"), article("c", CLUMSY, "2024-05-14"))
    assert "report" not in {d.article for d in stories.derivations}


def test_the_reason_counts_sentences_and_names_the_language_of_the_original() -> None:
    found = derived(EN, DE, *OTHERS)["de"]
    assert "Sätzen mit denselben Namen, Zahlen und Tagen" in found.reason
    assert "Original englisch" in found.reason
    assert found.shared
    assert all(GERMAN[s.start : s.end].strip() for s in found.shared)
    assert found.score >= 0.7


@pytest.mark.parametrize(
    ("english", "german", "text", "why"),
    [
        ("2024-05-14T15:00", "2024-05-14T11:00", GERMAN + NOTICE, "Vermerk hier"),
        ("2024-05-14T11:00", "2024-05-14T15:00", GERMAN, "dort früher"),
        (None, None, GERMAN.replace("Reederei Belt Lines", "Reederei Belt Lines („ferry hits pier in the port“)"), ""),
        ("2024-05-14", "2024-05-14", GERMAN, "sagen die Texte nicht"),
    ],
    ids=["the notice, even against the hour", "the hour", "nothing", "the day alone doesn't tell"],
)
def test_what_tells_the_original(english: str | None, german: str | None, text: str, why: str) -> None:
    found = derived(article("en", ENGLISH, english, "en"), article("de", text, german), *OTHERS)
    (link,) = (d for d in found.values() if d.kind == "translation")
    assert why in link.reason


def test_words_left_in_another_language_tell_the_original() -> None:
    left = GERMAN.replace("volle Kraft zurück befohlen", "„had ordered full astern“ gesagt")
    found = derived(article("en", ENGLISH, None, "en"), article("de", left), *OTHERS)
    assert found["de"].source == "en"


def test_a_text_that_names_the_other_as_its_source_is_the_translation() -> None:
    named = ENGLISH.replace("the coast guard said", "the Varnbyer Landbote reported")
    german = Article("de", "de.txt", GERMAN, outlet="Varnbyer Landbote", published="2024-05-14")
    found = derived(article("en", named, "2024-05-14", "en"), german, *OTHERS)
    assert (found["en"].source, found["en"].kind) == ("de", "translation")


@pytest.mark.parametrize(
    ("first", "second", "kind", "said"),
    [
        (GERMAN, CLUMSY + NOTICE, "translation", "das Original beider ist nicht unter diesen Artikeln"),
        (CLUMSY + NOTICE, GERMAN, "rewrite", "sagen die Texte nicht"),
    ],
    ids=["the later one says so", "only the earlier one says so"],
)
def test_two_translations_of_an_original_that_is_not_there(first: str, second: str, kind: str, said: str) -> None:
    found = derived(article("a", first, "2024-05-14"), article("b", second, "2024-05-15"), OTHERS[0])
    assert (found["b"].source, found["b"].kind) == ("a", kind)
    assert said in found["b"].reason


@given(st.randoms(use_true_random=False))
@settings(max_examples=8, deadline=None)
def test_the_order_of_the_input_never_matters(rng: random.Random) -> None:
    given = [EN, DE, article("fr", FRENCH, None, "fr"), article("c", CLUMSY + NOTICE), *OTHERS]
    shuffled = given[:]
    rng.shuffle(shuffled)
    assert ledger(*shuffled) == ledger(*given)


@pytest.mark.parametrize("text", ["", "Yes.", "\x00 \ud800", "“" * 5_000, "1 " * 5_000, "Word. " * 5_000, "A" * 5_000])
def test_bad_input_in_another_language_raises_nothing(text: str) -> None:
    assert "odd" not in derived(EN, DE, article("odd", text, language="en"), article("odder", text, language="fr"))


def test_many_copies_of_a_translation_lead_to_one_original() -> None:
    copies = [article(f"k{i:03}", GERMAN, f"2024-05-14T{12 + i // 60}:{i % 60:02}") for i in range(120)]
    found = derived(EN, *copies)
    assert found["k000"].source == "en"
    assert {d.source for i, d in found.items() if i != "k000"} == {"k000"}


@pytest.mark.parametrize(
    "forms",
    [
        "Schewtschenko Shevchenko Шевченко",
        "Selenskyj Zelensky Zelenskyy Зеленский",
        "Lukaschenko Lukashenko Лукашенко",
        "Chodorkowski Khodorkovsky Ходорковский",
        "Erdoğan Erdogan Erdogans",
        "Nawalny Navalny Nawalnys Навальный",
        "Präsident president président",
    ],
)
def test_a_name_has_one_key_in_all_spellings(forms: str) -> None:
    assert len({name_key(f) for f in forms.split()}) == 1


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Aus dem Englischen von Petra Lohwasser", "en"),
        ("Dieser Artikel wurde maschinell übersetzt.", None),
        ("Automatische Übersetzung aus dem Französischen", "fr"),
        ("Übersetzung: Petra Lohwasser", None),
        ("Originalsprache: Englisch. Angezeigt in: Deutsch", "en"),
        ("Der Beitrag ist zuerst auf Englisch erschienen.", "en"),
        ("Aus dem amerikanischen Englisch übersetzt von Jan Kiel", "en"),
    ],
)
def test_notices_of_a_translation(line: str, language: str | None) -> None:
    found = notice(analyse(article("x", f"{GERMAN}\n{line}\n")).article)
    assert found
    assert found.language == language


@pytest.mark.parametrize(
    "line",
    [
        "Aus dem englischen Königshaus hieß es am Abend, man bedaure den Vorfall in Varnby sehr und warte ab.",
        "Das Gutachten übersetzte die Zahlen der Reederei in ein Bild, das jeder in Varnby versteht.",
        "Aus dem Hafen fuhr am Mittwoch wieder ein Schiff, wie die Reederei Belt Lines in Varnby mitteilte.",
    ],
)
def test_what_is_no_notice(line: str) -> None:
    assert notice(analyse(article("x", f"{GERMAN}\n{line}\n")).article) is None
