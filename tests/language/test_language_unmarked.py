"""Where a sentence ends without a mark: headings and captions that a scrape glued to what follows."""

import pytest

from quellenlage.language.german import sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, [(0, len(text), "body")])]


GLUED = [
    ("Bürgermeister tritt zurück", "Der Bürgermeister von Birkental hat sein Amt abgegeben."),
    ("Kritik auch aus dem Kreistag", "Die Abgeordneten fordern mehr Geld."),
    ("Bild: dpa", "Das kleine Land verhandelt seit Jahren."),
    ("Rat stellt die Pläne vor", "Am Montag tagt der Ausschuss."),
    ("Kreis richtet Telefon für Bürger ein", "Wer Fragen hat, soll anrufen."),
    ("Warum das Bad geschlossen bleibt", "Seit einem Jahr fehlt das Geld."),
    ("Neues Gesetz soll 2027 gültig sein", "Es regelt die Abgabe."),
    ("Der Pegel ist um 20 %", "Das teilte der Kreis mit."),
    ("Birk kündigt Klage an", "Ob sie Erfolg hat, ist offen."),
    ("Die Brücke ist zu (Archiv)", "Hier fährt kein Bus mehr."),
    ("Sanierung ist zu teuer", "Umso wichtiger ist ein Plan."),
    ("Gericht hat Klage abgewiesen", "Anwohner wollen weiter kämpfen."),
    ("Mann in Birkental festgenommen", "Polizei sucht nach Zeugen."),
    ("Warum der Streit weitergeht", "Anna Birk kennt die Antwort."),
    ("Stadt will Schulen öffnen", "Eltern sind dagegen."),
    ("Bewohner sollen sparsam sein", "Ihr Verbrauch ist gestiegen."),
    ("Mutter kämpft um ihr Haus", "Sie hat bis Mai Zeit."),
    ("BIRKENTAL (lk)", "Der Rat hat getagt."),
    ("Im Juni sank der Pegel;", "Die Brunnen fielen trocken."),
    ("Das Essen war gut :-)", "Bedienung flott."),
    ("Die Prüfer hielten noch eine weitere Überraschung bereit:", "Der Tank war leer."),
]


@pytest.mark.parametrize(("heading", "text"), GLUED)
def test_a_capital_that_mid_sentence_hasn_t_starts_another(heading: str, text: str) -> None:
    assert split(f"{heading} {text}") == [heading, text]


WHOLE = [
    "Das Magazin Der Spiegel berichtet darüber.",
    "Der Parteitag der Partei Die Linke begann am Freitag.",
    "Gestern sah sie den Film Das Boot und war begeistert.",
    "Das berichtet Die Zeit, die selbst nachgefragt hat.",
    "In seinem Hauptwerk Meine Reise schreibt er darüber.",
    "Der Gasthof Am Anger bleibt zu, wie Birk sagte.",
    "Können Sie uns sagen, wie Sie das geschafft haben?",
    "Wir senden Ihnen Ihre Unterlagen, sobald sie da sind.",
    "Das Aus kam plötzlich, wie ein Sprecher sagte.",
    "Es bleibt beim Wenn und Aber, das alle kennen.",
    "Er kenne Viele, die das wollen.",
    "Der Song „Wege In Die Zukunft“ lief überall.",
    "Ministerpräsident Weil sagte, das sei so.",
    "Das sagte Minister Birk, dem Die Grünen vertrauen.",
    "Sie fragte den Rat: Wer zahlt das?",
    "Das fordern viele: Die Kosten soll der Bund tragen.",
    "Auf dem Markt gab es am Sonntag viel: Äpfel, Birnen und Most.",
    "Anna Birk, Köln; Timo Berg, Mainz; Eva Lind, Bonn.",
    "Die Firma Birk &amp; Der Berg hat geschlossen.",
    "Der Pegel sank; die Brunnen fielen trocken.",
    "Die Firma warnt vor Lockerungen im Handel, die zu früh kommen.",
    "Muhammad bin Salman sagte zu, dass er komme.",
    "Zu Gast war dort Anders, der sang.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_names_titles_and_polite_words_start_none(text: str) -> None:
    assert split(text) == [text]


def test_each_part_is_tagged_by_itself() -> None:
    text = "Rat setzt Bürgerfonds ein Das Geld ist da."
    first, second = sentences(text, [(0, len(text), "body")])
    assert [(t.text, t.tag) for t in first.tokens] == [
        ("Rat", "NN"), ("setzt", "VVFIN"), ("Bürgerfonds", "NN"), ("ein", "PTKVZ"),
    ]  # fmt: skip
    assert first.tokens[1].lemma == "einsetzen"
    assert second.tokens[0].tag == "ART"


def test_the_paragraph_stays_one() -> None:
    text = "Rat stellt die Pläne vor Am Montag tagt der Ausschuss.\nSo ist es."
    assert [s.paragraph for s in sentences(text, [(0, len(text), "body")])] == [0, 0, 1]
