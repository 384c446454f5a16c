"""Tags that the clause around them proves wrong, set right before clauses are built.

Most faults that lose a statement are an infinitive with zu inside, a participle taken for
a finite verb, and a finite plural taken for an infinitive.
"""

import re
from typing import Literal

from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.unit import QUOTE, Unit

_FINITE = frozenset(("VVFIN", "VAFIN", "VMFIN"))
_PARTICIPLE = re.compile(r"\w*ge\w+(?:t|en)")
_END = frozenset((",", ";", ":", ".", "!", "?", "–"))


def repair(unit: Unit, lexicon: Lexicon) -> None:
    """Set wrong tags of the unit right, in place."""
    low = 0
    for i in range(len(unit) + 1):
        if i == len(unit) or unit.words[i] in _END:
            if i > low:
                _stretch(unit, low, i, lexicon)
            low = i + 1


def _stretch(unit: Unit, low: int, high: int, lexicon: Lexicon) -> None:
    """One stretch between commas."""
    tags = unit.tags
    for i in range(low, high):
        tag = tags[i]
        if tag[0] != "V" and unit.words[i] in lexicon.konjunktiv and not _noun_follows(unit, i, low):
            _subjunctive(unit, i, lexicon.konjunktiv[unit.words[i]])
        elif tag in ("ART", "PIS") and i + 1 < high and tags[i + 1] in ("APPR", "APPRART"):
            pronoun = unit.lows[i] in unit.grammar.indefinite and unit.lows[i + 1] in unit.grammar.of
            if pronoun and i + 2 < high and tags[i + 2] == "PPER":
                _set(unit, i, "PIS")
            _inner_participle(unit, i, low, high)
        elif tag == "APPR" and unit.lows[i] in unit.grammar.indefinite:
            _set(unit, i, "PIS")
        elif tag[0] == "V" or tag == "ADJD":
            _one(unit, i, high, lexicon)
    finite = [i for i in range(low, high) if tags[i] in _FINITE]
    _separated_prefix(unit, finite, high, lexicon)
    if len(finite) > 1:
        _spare_participles(unit, finite, high)
    elif not finite and not _speech_verb(unit, low, high, lexicon) and high - low > 1:
        last = tags[high - 1]
        alone = last == "VVINF" and _stands_alone(unit, low, high)
        if last == "VVPP" and unit.lows[high - 1].endswith("t") and unit.items[high - 1].lemma in lexicon.verbs:
            following = unit.lows[high + 1] if high + 1 < len(unit) else ""
            alone = unit.lows[low] in unit.grammar.as_ or (
                low == 0 and following in unit.grammar.complement and high - low < 14
            )
        if alone or (last == "VVPP" and _only_verb(unit, low, high)):
            _set(unit, high - 1, "VVFIN")


def _inner_participle(unit: Unit, article: int, low: int, high: int) -> None:
    """A participle taken for a verb between article and noun: "eine mit dem Vorgang vertraute Person"."""
    for i in range(article + 3, min(article + 8, high - 1)):
        if unit.tags[i] == "ADJA" and unit.tags[i - 1] in ("NN", "NE"):
            return
        if unit.tags[i][0] == "V" or unit.tags[i] in ("NN", "NE"):
            wrong = unit.tags[i] == "VVFIN" and unit.tags[i + 1] in ("NN", "ADJA")
            if wrong and any(unit.tags[j] in _FINITE for j in range(low, high) if j != i):
                _set(unit, i, "ADJA")
                _set(unit, article, "ART")
            if unit.tags[i][0] == "V":
                return


def _separated_prefix(unit: Unit, finite: list[int], high: int, lexicon: Lexicon) -> None:
    """A verb's prefix at the end of the stretch, or before zu, that was taken for something else: "wies das zurück"."""
    for i in finite:
        if unit.tags[i] != "VVFIN" or i in unit.particles:
            continue
        places = [j for j in range(i + 1, high) if j == high - 1 or unit.tags[j + 1] == "PTKZU"]
        for j in places:
            whole = unit.lows[j] + unit.items[i].lemma
            if unit.tags[j] in ("ADV", "APPR", "ADJD", "PTKVZ", "KON") and whole in lexicon.known:
                _set(unit, j, "PTKVZ")
                unit.particles[i] = unit.words[j]
                unit.items[i] = unit.items[i]._replace(lemma=whole)


def _one(unit: Unit, i: int, high: int, lexicon: Lexicon) -> None:
    word, tag, item = unit.lows[i], unit.tags[i], unit.items[i]
    prefix = unit.particles.get(i)
    if prefix and item.lemma not in lexicon.known and item.lemma.removeprefix(prefix) in lexicon.known:
        unit.items[i] = item._replace(lemma=item.lemma.removeprefix(prefix))
    if tag in ("VVINF", "ADJD", "VVPP") and _has_zu(word, item.lemma, unit.grammar.infinitive_mark[0]):
        _set(unit, i, "VVIZU")
    elif tag == "VVINF" and item.lemma and word != item.lemma:
        _set(unit, i, "VVFIN")
        if any(sign in word for sign in unit.grammar.umlauts):
            unit.items[i] = unit.items[i]._replace(mood="konj2", number="plur", person=3)
    elif tag == "VAFIN" and i and unit.tags[i - 1] in ("VVPP", "VAPP", "VMPP") and _modal_before(unit, i):
        _set(unit, i, "VAINF")
    elif tag == "VVFIN" and item.mood is None:
        if word in lexicon.state:
            _set(unit, i, "ADJD")
        elif _PARTICIPLE.fullmatch(word):
            _set(unit, i, "VVPP")
    elif (tag == "VVFIN" and i + 1 < high and unit.tags[i + 1] in ("VAPP", "VAINF")) or (
        tag == "VVFIN" and i + 2 < high and unit.tags[i + 1] == "PTKZU"
    ):
        _set(unit, i, "VVPP")


def _speech_verb(unit: Unit, low: int, high: int, lexicon: Lexicon) -> bool:
    """Set the tag of a finite verb of speech at the head of the stretch, or after its first phrase."""
    first = low + 1 if unit.tags[low] == QUOTE and high - low > 1 else low
    for i in range(first, high):
        lemma = lexicon.finite.get(unit.words[i])
        if lemma is None or (unit.tags[i] in ("VVPP", "PTKVZ", "APPR") and i > first):
            continue
        if unit.tags[i] in ("ADJA", "ADJD", "VVPP", "VVINF", "ADV", "APPR") and _frames_subject(unit, i, first, high):
            prefix = unit.words[high - 1] if unit.tags[high - 1] == "PTKVZ" else ""
            lemma = prefix + lemma if prefix + lemma in lexicon.verbs else lemma
            number: Literal["sing", "plur"] = "plur" if unit.words[i].endswith("n") else "sing"
            new = unit.items[i]._replace(lemma=lemma, mood="ind", tense="past", number=number, person=3)
            unit.items[i] = new
            _set(unit, i, "VVFIN")
            if prefix:
                unit.particles[i] = prefix
            return True
    return False


def _frames_subject(unit: Unit, i: int, first: int, high: int) -> bool:
    """Whether the form stands where a verb does: first, before a subject, or right after the first phrase."""
    following = unit.tags[i + 1] if i + 1 < high else ""
    if i == first and i > 0:
        return following in ("ART", "NN", "NE", "PPER", "PIAT", "PDS", "PIS", "ADJA", "PPOSAT", "PDAT", "CARD")
    if unit.tags[i] != "ADJA" or i == first:
        return False
    return unit.tags[i - 1] in ("NN", "NE", "PAV") and following in ("ART", "NE", "NN", "PPER", "APPR", "PPOSAT")


def _modal_before(unit: Unit, i: int) -> bool:
    """Whether a modal stands before within the stretch: "soll … abgelehnt haben"."""
    for j in range(i - 1, -1, -1):
        if unit.words[j] in _END:
            return False
        if unit.tags[j] == "VMFIN":
            return True
    return False


def _only_verb(unit: Unit, low: int, high: int) -> bool:
    """Whether the unit has no other verb: "Der Konzern dementiert." """
    word = unit.lows[high - 1]
    begins = low == 0 or unit.words[low - 1] == ":"
    regular = word.endswith("t") and not word.startswith(unit.grammar.participle_prefix)
    return begins and regular and not any(tag in _FINITE for tag in unit.tags) and unit.tags[low] != "APPR"


def _noun_follows(unit: Unit, i: int, low: int) -> bool:
    """Whether the form stands where only an adjective can: right after an article."""
    return i > low and unit.tags[i - 1] in ("ART", "PPOSAT", "PDAT", "APPRART")


def _subjunctive(unit: Unit, i: int, lemma: str) -> None:
    tag = "VAFIN" if lemma in unit.grammar.auxiliary else "VMFIN"
    number: Literal["sing", "plur"] = "plur" if unit.lows[i] in unit.grammar.plural_subjunctive else "sing"
    unit.tags[i] = tag
    unit.items[i] = unit.items[i]._replace(tag=tag, lemma=lemma, mood="konj1", tense="pres", number=number, person=3)


def _has_zu(word: str, lemma: str, mark: str) -> bool:
    """Whether the word is the verb with the infinitive's mark between prefix and stem: "zurückzutreten"."""
    if len(word) != len(lemma) + len(mark):
        return False
    at = word.find(mark, 2)
    while at != -1:
        if word[:at] + word[at + len(mark) :] == lemma:
            return True
        at = word.find(mark, at + 1)
    return False


def _spare_participles(unit: Unit, finite: list[int], high: int) -> None:
    """With an auxiliary, the full verb that could be a participle is one."""
    auxiliaries = [i for i in finite if unit.tags[i] == "VAFIN"]
    for i in finite:
        if unit.tags[i] != "VVFIN" or not unit.lows[i].endswith(("t", "en")):
            continue
        before_final = i + 1 in auxiliaries and unit.lows[i].endswith("t")
        at_end = i == high - 1 and any(a < i for a in auxiliaries)
        if (before_final or at_end) and unit.items[i].mood != "konj1":
            _set(unit, i, "VVPP")


def _stands_alone(unit: Unit, low: int, high: int) -> bool:
    """Whether the stretch is a clause of its own: a subject and a plural verb that looks like an infinitive."""
    if any(unit.tags[i] in ("PTKZU", "VVIZU", "KOUI") for i in range(low, high)):
        return False
    if low == 0 and high == len(unit) - 1 and not any(tag in _FINITE for tag in unit.tags):
        return unit.tags[low] in ("ART", "NN", "NE", "PIAT", "CARD", "PPOSAT")
    if high >= len(unit) or unit.words[high] not in (",", ":"):
        return unit.tags[low] in ("KOUS", "PRELS", "PWAV") or unit.lows[low] in unit.grammar.as_
    return unit.tags[low] in ("ART", "NN", "NE", "PIAT", "PIS", "PPER", "KOUS", "PRELS", "ADJA", "CARD", "PPOSAT") or (
        unit.lows[low] in unit.grammar.as_
    )


def _set(unit: Unit, i: int, tag: str) -> None:
    unit.tags[i] = tag
    unit.items[i] = unit.items[i]._replace(tag=tag)
