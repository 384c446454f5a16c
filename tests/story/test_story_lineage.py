"""Who copies whom: runs of words outside of quotation marks, retold content in order, and what is no copy at all."""

import pytest
from tests.story.making import bare

from quellenlage.model import Analysis, Derivation, Story
from quellenlage.story.lineage import trace_lineage

WIRE = (
    "Feuer in der Möbelfabrik Halvering\nIn der Möbelfabrik Halvering im Kreis Osterhain ist am Montagabend ein Feuer "
    "ausgebrochen. Das Feuer griff von der Lackiererei auf zwei Lagerhallen über. Nach Angaben der Feuerwehr "
    "wurden elf "
    "Beschäftigte leicht verletzt, sieben kamen ins Krankenhaus. Den Schaden schätzt die Polizei auf rund vier "
    "Millionen "
    "Euro. Die Werksleitung will die Fertigung frühestens im Herbst wieder aufnehmen. Ursache war vermutlich ein "
    "technischer Defekt an einer Trockenanlage. Anwohner mussten bis Mitternacht die Fenster geschlossen halten."
)
SHORT = (
    "Brand bei Halvering\nIn der Möbelfabrik Halvering im Kreis Osterhain ist am Montagabend ein Feuer ausgebrochen. "
    "Nach Angaben der Feuerwehr wurden elf Beschäftigte leicht verletzt, sieben kamen ins Krankenhaus. Anwohner "
    "mussten "
    "bis Mitternacht die Fenster geschlossen halten."
)
RETOLD = (
    "So schützen Sie Ihre Werkstatt vor Bränden\nEin Feuer hat am Montag die Möbelfabrik Halvering in Osterhain "
    "getroffen. Von der Lackiererei aus breitete es sich auf zwei Lagerhallen aus. Elf Beschäftigte erlitten leichte "
    "Verletzungen, sieben wurden im Krankenhaus behandelt, so die Feuerwehr. Auf vier Millionen Euro beläuft sich laut "
    "Polizei der Schaden. Erst im Herbst dürfte die Fertigung nach Plänen der Werksleitung weitergehen. Schuld "
    "soll ein "
    "Defekt an der Trockenanlage sein."
)
OWN = (
    "Nach dem Brand: Was wird aus Halvering?\nDie Gewerkschaft verlangt Auskunft, wie es für die 240 Beschäftigten "
    "weitergeht. Betriebsrätin Jutta Selbig spricht von Angst um die Plätze. Die Geschäftsleitung lehnte ein "
    "Gespräch ab. "
    "Der Landrat von Osterhain verspricht Hilfe, nennt aber keine Summe. Die Brandermittler sind noch nicht fertig."
)
LETTER = (
    "„Wir trauern um das Werk, das unsere Großeltern mit bloßen Händen aufgebaut haben, und wir bauen es wieder auf“"
)
QUOTES = (
    f"Halvering will wieder aufbauen\nDer Inhaber schrieb an die Belegschaft: {LETTER}. Im Rat war das am "
    f"Dienstag Thema.",
    f"Brief an die Belegschaft\n{LETTER}, heißt es in einem Schreiben. Die Kammer bot an, beim Umzug der "
    f"Maschinen zu helfen.",
)


def trace(*given: Analysis) -> dict[str, Derivation]:
    """Derivations by article, of analyses that are one story."""
    ordered = sorted(given, key=lambda a: (a.article.published or "9999", a.article.path, a.article.id))
    found, _ = trace_lineage(ordered, [Story("s", "", tuple(a.article.id for a in ordered))])
    return {d.article: d for d in found}


def wire() -> Analysis:
    return bare("a", WIRE, published="2025-05-06T08:00", agencies=("dpa",), outlet="Osterhainer Bote")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (WIRE, "verbatim"),
        (WIRE.replace("Feuer in der", "Großfeuer in der"), "verbatim"),
        (SHORT, "shortened"),
        (RETOLD, "rewrite"),
    ],
    ids=["copy", "new title", "shortened", "retold"],
)
def test_a_later_text_descends_from_the_earlier(text: str, kind: str) -> None:
    found = trace(wire(), bare("b", text, published="2025-05-06T10:00"), bare("c", OWN, published="2025-05-08"))
    assert (found["b"].source, found["b"].kind) == ("a", kind)


def test_a_text_of_its_own_descends_from_none() -> None:
    assert "c" not in trace(wire(), bare("c", OWN, published="2025-05-08"))


def test_two_articles_that_quote_one_letter_do_not_copy_each_other() -> None:
    assert trace(bare("q", QUOTES[0], published="2025-05-07"), bare("r", QUOTES[1], published="2025-05-08")) == {}


def test_a_rewrite_with_altered_numbers_is_still_one() -> None:
    altered = RETOLD.replace("Elf", "Dreizehn").replace("vier Millionen", "14 Millionen")
    assert trace(wire(), bare("b", altered, published="2025-05-07"))["b"].kind == "rewrite"


def test_the_root_of_undated_copies_is_the_one_with_the_credit() -> None:
    found = trace(bare("a", WIRE), bare("z", WIRE, agencies=("dpa",)))
    assert found["a"].source == "z"


def test_without_dates_and_credit_the_more_complete_text_is_the_root() -> None:
    assert trace(bare("a", SHORT), bare("b", WIRE))["a"].source == "b"


def test_copies_of_copies_lead_to_the_root() -> None:
    copies = [bare(f"k{i:03}", WIRE, published=f"2025-05-06T{10 + i // 60:02}:{i % 60:02}") for i in range(200)]
    assert {d.source for d in trace(wire(), *copies).values()} == {"a"}


def test_the_evidence_is_verbatim_and_stands_in_the_source() -> None:
    found = trace(wire(), bare("b", SHORT, published="2025-05-06T10:00"))["b"]
    assert found.shared
    assert all(SHORT[s.start : s.end] in WIRE for s in found.shared)


def test_the_reason_counts_sentences_and_names_the_credit() -> None:
    reason = trace(wire(), bare("b", WIRE, published="2025-05-06T10:00"))["b"].reason
    assert "7 von 7 Sätzen wörtlich" in reason
    assert "Vermerk dpa dort, hier keiner" in reason


def test_a_named_outlet_is_a_citation_of_its_article() -> None:
    later = bare("b", OWN, published="2025-05-08", outlet="Landfunk", cites=("Osterhainer Bote",))
    _, cited = trace_lineage([wire(), later], [Story("s", "", ("a", "b"))])
    assert [(c.article, c.cited) for c in cited if c.source == "Osterhainer Bote"] == [("b", "a")]


def test_a_circle_of_citations_is_named() -> None:
    first = bare("a", WIRE, published="2025-05-06", outlet="Bote", cites=("Landfunk",))
    second = bare("b", OWN, published="2025-05-06", outlet="Landfunk", cites=("Bote",))
    _, cited = trace_lineage([first, second], [Story("s", "", ("a", "b"))])
    assert any("im Kreis" in c.reason for c in cited)


@pytest.mark.parametrize("text", ["", "Ja.", "\x00 \ud800", "„" * 10_000, "1" * 10_000, "wort " * 5_000])
def test_bad_input_raises_nothing(text: str) -> None:
    assert set(trace(wire(), bare("odd", text), bare("odder", text))) <= {"odd", "odder"}


def test_a_form_that_is_filled_in_anew_each_day_is_no_copy() -> None:
    form = (
        "Messwerte der Talsperre\nDie Talsperre Grauwinkel meldet einen Stand von {} Metern und {} Liter Zufluss in "
        "der Sekunde. Vor einer Woche waren es {} Meter. Abgegeben wurden {} Kubikmeter, verdunstet sind {} Kubikmeter."
    )
    first = bare("a", form.format("31,4", 220, "30,9", 18_400, 950), published="2025-05-06")
    later = bare("b", form.format("32,2", 310, "31,1", 19_700, 870), published="2025-05-07")
    assert trace(first, later) == {}


def test_a_circle_over_three_outlets_is_named_in_full() -> None:
    texts = (WIRE, OWN, RETOLD)
    names = ("Bote", "Landfunk", "Kurier")
    given = [
        bare(f"c{i}", text, published="2025-05-06", outlet=names[i], cites=(names[(i + 1) % 3],))
        for i, text in enumerate(texts)
    ]
    _, cited = trace_lineage(given, [Story("s", "", ("c0", "c1", "c2"))])
    assert {c.article: c.reason.partition("im Kreis: ")[2] for c in cited} == {
        "c0": "Bote → Landfunk → Kurier → Bote",
        "c1": "Landfunk → Kurier → Bote → Landfunk",
        "c2": "Kurier → Bote → Landfunk → Kurier",
    }


def test_a_declined_or_shortened_name_means_the_same_outlet() -> None:
    source = bare("a", WIRE, published="2025-05-06", outlet="FAZ")
    later = bare("b", OWN, published="2025-05-07", outlet="Bote", cites=("Frankfurter Allgemeine Zeitung",))
    _, cited = trace_lineage([source, later], [Story("s", "", ("a", "b"))])
    assert [c.cited for c in cited] == ["a"]


BACKGROUND = (
    "Das Werk war 1962 gegründet worden und gehört seit 2011 der Familie Brandeis aus Osterhain. Zuletzt hatte es "
    "unter hohen Preisen für Holz und Lacke gelitten."
)


def test_two_news_with_one_background_have_no_lineage() -> None:
    first = (
        "Feuerwehr löscht letzte Glutnester\nAm Morgen hat die Feuerwehr die letzten Glutnester gelöscht. Die Straße "
        "nach Osterhain ist wieder offen. Der Einsatzleiter lobte die Helfer aus drei Kreisen. Am Nachmittag sollten "
        f"Fachleute die Statik der beiden Hallen prüfen, danach beginnt das Aufräumen. {BACKGROUND}"
    )
    second = (
        "Minister besucht Halvering\nWirtschaftsminister Arno Tilling sagte den Beschäftigten am Nachmittag "
        "Kredite zu. "
        "Er will noch im Mai mit den Banken reden. Die Gewerkschaft nannte das einen Anfang, verlangte aber Zusagen "
        "für alle, deren Stellen mit der Lackiererei wegfallen. Im Landtag fragte die Opposition nach dem Brandschutz "
        f"und nach Prüfberichten. Der Betriebsrat trifft sich am Freitag. {BACKGROUND}"
    )
    found = trace(
        bare("a", first, published="2025-05-07T09:00", outlet="Bote"),
        bare("b", second, published="2025-05-07T16:00", outlet="Landfunk"),
    )
    assert found == {}


def test_an_outlet_carries_on_its_own_story() -> None:
    early = bare("a", WIRE, published="2025-05-06T08:00", agencies=("dpa",), outlet="Bote")
    later = bare("b", RETOLD, published="2025-05-06T18:00", outlet="Bote")
    assert trace(early, later, bare("c", OWN, published="2025-05-08")) == {}
