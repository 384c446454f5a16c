"""What German time expressions are worth, where nothing else is said published on Wednesday, 5 November 2025."""

import pytest
from tests.times.times_reading import read, values

DAYS = [
    ("Vom 7. bis 9. Januar ist das Bad geschlossen.", ["2026-01-07", "2026-01-09"]),
    ("Am 1.9. 20 Leute, am 24.12. keiner.", ["2025-09-01", "2025-12-24"]),
    ("Das Feuer brach am Montag aus.", ["2025-11-03"]),
    ("Die Schule öffnet am Freitag wieder.", ["2025-11-07"]),
    ("Die Brücke werde am Dienstag gesprengt, hieß es.", ["2025-11-11"]),
    ("Der Minister habe am Samstag mit ihr telefoniert.", ["2025-11-01"]),
    ("Die Staatsanwaltschaft soll am Freitag Akten sichergestellt haben.", ["2025-10-31"]),
    ("Am Mittwoch teilte die Polizei das mit.", ["2025-11-05"]),
    ("Seit Montag streiken die Fahrer.", ["2025-11-03"]),
    ("Der Streik dauert bis Samstag.", ["2025-11-08"]),
    ("Von Freitag an fahren wieder alle Züge.", ["2025-11-07"]),
    ("Sie kamen vergangenen Mittwoch an.", ["2025-10-29"]),
    ("Nächsten Montag wird gewählt.", ["2025-11-10"]),
    ("Am Dienstag kommender Woche endet die Frist.", ["2025-11-11"]),
    ("In London ist am Samstag (Ortszeit) ein Brand ausgebrochen.", ["2025-11-01"]),
    ("Am Freitag in einer Woche ist Schluss.", ["2025-11-14"]),
    ("Am Dienstag vor einer Woche brannte es.", ["2025-10-28"]),
    ("Das sind mehr als am Montag.", ["2025-11-03"]),
    ("Die am Montag vorgelegte Bilanz zeigt das.", ["2025-11-03"]),
    ("Die für Samstag geplante Feier fällt aus.", ["2025-11-08"]),
    ("Sie warnt vor der nächsten Runde am Samstag.", ["2025-11-08"]),
    ("Er behauptet am Montag das Gegenteil.", ["2025-11-03"]),
    ("Der Streik beginnt am Montag.", ["2025-11-10"]),
    ("Der Lärm auf dem Platz am Samstag: Nachbarn klagen.", ["2025-11-01"]),
    ("Er kam gestern an und fährt übermorgen ab.", ["2025-11-04", "2025-11-07"]),
    ("Am heutigen Mittwoch und am morgigen Donnerstag fährt kein Bus.", ["2025-11-05", "2025-11-06"]),
    ("Der Zug hielt am 3. Oktober 2024.", ["2024-10-03"]),
    ("Der Bericht vom 14. März liegt vor.", ["2025-03-14"]),
    ("Die Messe findet vom 5. bis 22. Dezember statt.", ["2025-12-05", "2025-12-22"]),
    ("Vom 2. April bis zum 20. Juni 1943 war er dort.", ["1943-04-02", "1943-06-20"]),
    ("Vom 20. Dezember bis 6. Januar 2024 war zu.", ["2023-12-20", "2024-01-06"]),
    ("Am 24./25. Oktober tagte der Rat.", ["2025-10-24", "2025-10-25"]),
    ("Der Vertrag vom 23.3.1987 gilt noch.", ["1987-03-23"]),
    ("Das Treffen war am Montag, den 3. November.", ["2025-11-03"]),
    ("Am zweiten Mai kam der Zug an.", ["2025-05-02"]),
    ("Stand: 2025-03-18", ["2025-03-18"]),
    ("Sep 13, 2025 gab die Firma das bekannt.", ["2025-09-13"]),
    ("Das Unternehmen sagte am September 13, 2025 nichts.", ["2025-09-13"]),
]

PARTS_AND_HOURS = [
    ("Letzte Nacht brannte es.", ["2025-11-04TNI"]),
    ("In den frühen Morgenstunden des Sonntags brannte es.", ["2025-11-02TMO"]),
    ("Am Vormittag des 3. Mai 2010 begann es.", ["2010-05-03TMO"]),
    ("Am Montag kam er an. Am Abend zuvor war er abgefahren.", ["2025-11-03", "2025-11-02TEV"]),
    ("Jeden Freitag von 9 bis 11 Uhr ist Markt.", ["XXXX-WXX-5", "XXXX-WXX-5T09:00", "XXXX-WXX-5T11:00"]),
    ("Der Damm brach in der Nacht zum Dienstag.", ["2025-11-03TNI"]),
    ("Die Nacht von Montag auf Dienstag war kalt.", ["2025-11-03TNI"]),
    ("Sie einigten sich gestern Abend.", ["2025-11-04TEV"]),
    ("Am Dienstagabend brannte es.", ["2025-11-04TEV"]),
    ("Am Montagmittag kam der Zug.", ["2025-11-03TMI"]),
    ("Am Freitag um 18.00 Uhr endet der Streik.", ["2025-11-07", "2025-11-07T18:00"]),
    ("Der Streik endet am Freitag, 18 Uhr.", ["2025-11-07", "2025-11-07T18:00"]),
    ("Geöffnet ist heute von 14 bis 18 Uhr.", ["2025-11-05", "2025-11-05T14:00", "2025-11-05T18:00"]),
    ("Am Montag um halb acht begann es.", ["2025-11-03", "2025-11-03T07:30"]),
    ("Gestern gegen Viertel nach drei fiel der Strom aus.", ["2025-11-04", "2025-11-04T03:15"]),
    ("Am Montag um zehn vor halb sieben kam er.", ["2025-11-03", "2025-11-03T06:20"]),
    ("Am Montag um 8 Uhr abends begann es.", ["2025-11-03", "2025-11-03T20:00"]),
    ("Am Montag um 14:05:09 Uhr riss das Seil.", ["2025-11-03", "2025-11-03T14:05:09"]),
    (
        "In der Nacht zum Dienstag kam das Wasser. Um halb zwei war die Straße noch trocken.",
        ["2025-11-03TNI", "2025-11-04T01:30"],
    ),
    ("In der Nacht zum Dienstag fiel um 23.12 Uhr der Strom aus.", ["2025-11-03TNI", "2025-11-03T23:12"]),
    ("Am Montag gab es am Abend um zehn nach sieben Alarm.", ["2025-11-03", "2025-11-03TEV", "2025-11-03T19:10"]),
]

UNITS = [
    ("Bild: Helfer tragen am Montag Säcke zum Deich.", ["2025-11-03"]),
    ("Das sind mehr als im Mai des Vorjahres.", ["2024-05"]),
    ("Zum Jahresende 2024 wird Bilanz gezogen.", ["2024"]),
    ("In den Neunzigern war das anders.", ["199"]),
    ("Vorige Woche hatte er das noch bestritten.", ["2025-W44"]),
    ("In dieser Woche wird beraten.", ["2025-W45"]),
    ("Sie waren am Wochenende gefahren.", ["2025-W44-WE"]),
    ("Am Wochenende wird gewählt.", ["2025-W45-WE"]),
    ("Ende März war der Bau fertig.", ["2025-03"]),
    ("Bis Ende 2026 soll er fertig sein.", ["2026"]),
    ("Im Dezember wird gewählt.", ["2025-12"]),
    ("Im Dezember hatten sie gewählt.", ["2024-12"]),
    ("Im Januar beginnt der Bau.", ["2026-01"]),
    ("Im Mai dieses Jahres wurde er gewählt.", ["2025-05"]),
    ("Von Januar bis März 2024 stieg der Preis.", ["2024-01", "2024-03"]),
    ("Anfang des Monats kam der Brief.", ["2025-11"]),
    ("Im vergangenen Jahr waren es mehr als im Vorjahr.", ["2024", "2024"]),
    ("Mitte nächsten Jahres ist Schluss.", ["2026"]),
    ("Im dritten Quartal 2024 fiel der Umsatz.", ["2024-Q3"]),
    ("Im ersten Halbjahr stieg er.", ["2025-H1"]),
    ("Im Sommer 2023 war es trocken.", ["2023-SU"]),
    ("In den sechziger Jahren und den 1980er-Jahren war das anders.", ["196", "198"]),
    ("Seit Beginn des 19. Jahrhunderts wächst die Stadt.", ["18"]),
    ("Die Zahl stieg 2011 und von 2012 bis 2015.", ["2011", "2012", "2015"]),
    ("Vor drei Tagen kam er, vor zwei Wochen sie.", ["2025-11-02", "2025-W43"]),
]

LENGTHS_AND_SETS = [
    ("Sie begannen drei Wochen früher als geplant.", ["P3W"]),
    ("Der Streik dauert drei Tage und vier Stunden.", ["P3DT4H"]),
    ("Sie warteten zwei Stunden.", ["PT2H"]),
    ("Nach anderthalb Jahren kam der Brief.", ["P1.5Y"]),
    ("Seit Jahren wird gestritten, monatelang wurde verhandelt.", ["PXY", "PXM"]),
    ("In den vergangenen zehn Jahren wuchs die Stadt.", ["P10Y"]),
    ("Die 36-Stunden-Woche kam nach dreitägigen Verhandlungen.", ["PT36H", "P3D"]),
    (
        "Der Bus fährt täglich, der Markt ist jeden Mittwoch, gewählt wird alle vier Jahre.",
        ["P1D", "XXXX-WXX-3", "P4Y"],
    ),
    ("Jeden Mittwoch um 16 Uhr ist Probe.", ["XXXX-WXX-3", "XXXX-WXX-3T16:00"]),
    ("Das kostet 500 Euro im Jahr.", ["P1Y"]),
]

FEASTS = [
    ("Ostern 2024 war früh.", ["2024-03-31"]),
    ("An Pfingsten 2022 schneite es.", ["2022-06-05"]),
    ("Fronleichnam 2025 fiel aus.", ["2025-06-19"]),
    ("Karfreitag war still.", ["2025-04-18"]),
    ("Am Totensonntag wird geläutet.", ["2025-11-23"]),
    ("Am Buß- und Bettag bleibt die Schule zu.", ["2025-11-19"]),
    ("An Heiligabend wird gesungen.", ["2025-12-24"]),
    ("Am Muttertag 2024 kamen viele.", ["2024-05-12"]),
    ("Der erste Schnee fiel am Tag der Deutschen Einheit.", ["2025-10-03"]),
]


@pytest.mark.parametrize(("text", "expected"), DAYS + PARTS_AND_HOURS + UNITS + LENGTHS_AND_SETS + FEASTS)
def test_sentence_has_these_values(text: str, expected: list[str]) -> None:
    assert values(text) == expected


SPANS = [
    ("Von Freitag an fahren Züge.", "Von Freitag an"),
    ("Der Streik dauert bis zum 31. Oktober.", "bis zum 31. Oktober"),
    ("Er kam in der Nacht zum Freitag an.", "in der Nacht zum Freitag"),
    ("Das steht im Vertrag vom 3. Mai 2024.", "vom 3. Mai 2024"),
    ("Die 1988 gebaute Brücke ist gesperrt.", "1988"),
    ("Am Dienstag kommender Woche ist Schluss.", "Am Dienstag kommender Woche"),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_preposition_and_article_belong_to_the_expression(text: str, expected: str) -> None:
    assert [t.text for t in read(text)] == [expected]


NARRATIVE = [
    ("Am 8. Oktober stimmte der Rat zu. Drei Tage später fuhr der erste Zug.", ["2025-10-08", "2025-10-11"]),
    ("Am Montag kam der Brief. Vier Tage zuvor war er abgeschickt worden.", ["2025-11-03", "2025-10-30"]),
    ("Am Freitag wurde gewählt. Noch am selben Tag trat er zurück.", ["2025-10-31", "2025-10-31"]),
    ("Im März 1992 zog er ein. Am 5. April trat er zurück.", ["1992-03", "1992-04-05"]),
    ("Am 18. Juni 2009 fiel der Beschluss. Am Freitag trat er in Kraft.", ["2009-06-18", "2009-06-19"]),
    ("Am Montag brannte es. Um 14 Uhr rückte die Feuerwehr an.", ["2025-11-03", "2025-11-03T14:00"]),
]


@pytest.mark.parametrize(("text", "expected"), NARRATIVE)
def test_text_tells_the_day_that_later_words_count_from(text: str, expected: list[str]) -> None:
    assert values(text) == expected


NO_TIME = [
    "Frank Sonntag sagte das.",
    "An einem Sonnabend kam er an.",
    "Sie bauen Weizen und Mais an.",
    "Das berichtete Professor März.",
    "Das heute-journal zeigte Bilder.",
    "Guten Morgen, sagte er.",
    "Rund 2000 Menschen kamen.",
    "Er wohnt im Postfach 1234.",
    "Die Agenda 2010 war umstritten.",
    "Jugendliche ab 16 Jahren dürfen wählen.",
    "Sie gewannen mit 3:10 Toren.",
    "Die Temperatur lag bei 20.5 Grad.",
    "Tel. 0171-1234567",
]


@pytest.mark.parametrize("text", NO_TIME)
def test_what_looks_like_a_time_and_is_none(text: str) -> None:
    assert read(text) == ()


WITHOUT_PUBLICATION = [
    ("Am Montag brannte es.", [None]),
    ("Gestern Abend brannte es.", [None]),
    ("Im Juni war es trocken.", [None]),
    ("Am 3. Oktober 2024 kam er. Am Freitag fuhr er ab.", ["2024-10-03", "2024-10-04"]),
    ("Im Juni 2024 kam er, im Juli fuhr er ab.", ["2024-06", "2024-07"]),
    ("Seit drei Jahren baut er.", ["P3Y"]),
]


@pytest.mark.parametrize(("text", "expected"), WITHOUT_PUBLICATION)
def test_without_a_day_of_publication_only_the_text_counts(text: str, expected: list[str | None]) -> None:
    assert values(text, None) == expected


def test_month_of_publication_gives_no_day() -> None:
    assert values("Am Montag kam er, im Mai fuhr er ab, im vergangenen Jahr kam er zurück.", "2025-09") == [
        None,
        "2025-05",
        "2024",
    ]


def test_last_night_depends_on_the_hour_of_publication() -> None:
    assert values("Einigung heute Nacht.", "2025-11-05T06:42") == ["2025-11-04TNI"]
    assert values("Noch heute Nacht soll verhandelt werden.", "2025-11-05T17:45") == ["2025-11-05TNI"]


def test_time_that_had_not_come_is_no_day() -> None:
    """A report of seven o'clock that names no day can't mean 23.12 of its own day, and tells no other."""
    assert values("Die Warnung wurde um 23.12 Uhr freigegeben.", "2025-11-05T07:02") == [None]


def test_today_in_an_essay_is_the_present() -> None:
    assert values("Früher war alles einfach. Heute ist es schwierig.") == ["PAST_REF", "PRESENT_REF"]
    assert values("Gestern kam er. Heute fährt er ab. Morgen kommt sie.") == ["2025-11-04", "2025-11-05", "2025-11-06"]


def test_every_value_has_a_reason() -> None:
    times = read("Am Montag kam er, vorige Woche sie, im Juni das Kind. Seit drei Jahren wohnen sie hier.", None)
    assert len(times) == 4
    assert all(t.reason for t in times)
