"""Where sentences end in newspaper German, and where they don't."""

import pytest

from quellenlage.language.german import sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, [(0, len(text), "body")])]


ONE = [
    "Am 3. Oktober fiel der Strom aus.",
    "Vom 24. bis 26. März tagt der Rat.",
    "Sie traf am 24. und 25. Dezember ein.",
    "Der 5. Senat tagt im 2. Stock.",
    "Bremen spielt gegen Turbine - 1. FC Birk.",
    "Hier tagt die 22. „Runde der Räte“.",
    "Sie sagte: „[...] Es war hinsichtlich der Kosten zu viel.“",
    "Die Partei.Neu tritt an.",
    "Ludwig XIV. war König.",
    "Er wurde als 45. Präsident vereidigt.",
    "Sie traf in der 55. und 80. Minute.",
    "Der neue 6. Bericht liegt vor.",
    "Die Partei feiert ihr 100. Jubiläum.",
    "Das kostet z. B. in Köln 5 Mio. Euro.",
    "Dr. h. c. Anna Prinz kam mit Prof. Dr. Olaf Birk.",
    "Der Angeklagte Timo K. schwieg.",
    "J. K. Sommer schrieb das Buch.",
    "Das sagten J.-P. Sandmann und K.-H. Birk.",
    "Die Stadt bzw. der Kreis zahlt ca. 3.000 Euro.",
    "Es waren 1.250,50 Euro.",
    "„Das ist gut!“, rief er.",
    "„Wer war das?“ fragte sie.",
    "„Das reicht.“, sagte Birk.",
    "»Kommt ihr?«, fragte er.",
    '"Nie wieder!", rief sie.',
    "Mehr steht auf www.beispiel.de/seite?nr=3 im Netz.",
    "Um 18.30 Uhr war Schluss.",
    "Er ging... und kam nie zurück.",
    "Das Spiel endete 3:2 (1:1) n. V. gegen Bremen.",
    "Der Zug (Abfahrt 7.15 Uhr, Gleis 4) fiel aus.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence_stays_one(text: str) -> None:
    assert split(text) == [text]


SEVERAL = [
    ("Er kam. Sie ging.", ["Er kam.", "Sie ging."]),
    ("„Es brennt.“ Birk lief los.", ["„Es brennt.“", "Birk lief los."]),
    ("„Es brennt. Wir gehen“, rief Birk.", ["„Es brennt.", "Wir gehen“, rief Birk."]),
    ("Er nannte es „einen Erfolg“. Birk schwieg.", ["Er nannte es „einen Erfolg“.", "Birk schwieg."]),
    ('Er nannte es "einen Erfolg". Birk schwieg.', ['Er nannte es "einen Erfolg".', "Birk schwieg."]),
    ("Sie kommt aus Köln (Rhein). Birk auch.", ["Sie kommt aus Köln (Rhein).", "Birk auch."]),
    ("»Es brennt.« Birk lief.", ["»Es brennt.«", "Birk lief."]),
    ('Er rief: "Es brennt." Dann lief er.', ['Er rief: "Es brennt."', "Dann lief er."]),
    ("„Er rief ‚Feuer!‘“ Alle liefen.", ["„Er rief ‚Feuer!‘“", "Alle liefen."]),
    ("Es geschah 2019. Danach war Ruhe.", ["Es geschah 2019.", "Danach war Ruhe."]),
    ("Er wurde 20. Danach hörte er auf.", ["Er wurde 20.", "Danach hörte er auf."]),
    ("Der Wert lag bei 134. Birk sprach von Glück.", ["Der Wert lag bei 134.", "Birk sprach von Glück."]),
    ("So steht es in der F.A.Z. Dort steht mehr.", ["So steht es in der F.A.Z.", "Dort steht mehr."]),
    ("Das kostet 5 Mio. Die Stadt zahlt.", ["Das kostet 5 Mio.", "Die Stadt zahlt."]),
    ("Reis, Mehl usw. Das alles fehlt.", ["Reis, Mehl usw.", "Das alles fehlt."]),
    ("Sie spielt in Gruppe B. Das reicht.", ["Sie spielt in Gruppe B.", "Das reicht."]),
    ("Es regnet.Das Zelt ist nass.", ["Es regnet.", "Das Zelt ist nass."]),
    ("Er ist 22. „Das ist jung“, sagt er.", ["Er ist 22.", "„Das ist jung“, sagt er."]),
    ("Die Küche wird gelobt. das Haus auch.", ["Die Küche wird gelobt.", "das Haus auch."]),
    ("Sie kommen wieder! :-) Danke.", ["Sie kommen wieder! :-)", "Danke."]),
    ("Warum? Weil es geht!", ["Warum?", "Weil es geht!"]),
    ("Es ist aus... Alle gehen heim.", ["Es ist aus...", "Alle gehen heim."]),
    ("Die Lage ist ernst. (dpa)", ["Die Lage ist ernst.", "(dpa)"]),
    ("Fluss steigt weiter\nDer Fluss steigt.", ["Fluss steigt weiter", "Der Fluss steigt."]),
    ("Sie sagte:\n„Nein.“", ["Sie sagte:", "„Nein.“"]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_sentences_are_cut_where_they_end(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_paragraphs_count_lines_with_words_through_all_stretches() -> None:
    text = "Titel\n\nEins. Zwei.\nDrei."
    found = sentences(text, [(0, 5, "title"), (7, len(text), "body")])
    assert [(s.paragraph, s.role) for s in found] == [(0, "title"), (1, "body"), (1, "body"), (2, "body")]


def test_what_lies_outside_the_stretches_is_not_read() -> None:
    text = "Anzeige. Es regnet. Mehr zum Thema"
    [sentence] = sentences(text, [(9, 19, "body")])
    assert text[sentence.start : sentence.end] == "Es regnet."
