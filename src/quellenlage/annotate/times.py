"""Time expressions in the words of a text, each with its meaning before it is tied to a day."""

from collections.abc import Iterator, Sequence
from typing import Literal

from quellenlage.annotate._time_grammar import Grammar, grammar
from quellenlage.annotate._time_meanings import BUILDERS
from quellenlage.annotate._time_words import Word
from quellenlage.language import Language
from quellenlage.model import Sentence, TimeExpression
from quellenlage.model.when import Clock, DayPart, Edge, Literally, Meaning

Kind = Literal["DATE", "TIME", "DURATION", "SET"]


def find_times(text: str, sentences: tuple[Sentence, ...], lang: Language) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in order, none overlapping another; spans are code points into `text`."""
    found: list[TimeExpression] = []
    rules = grammar(lang)
    for sentence in sentences:
        words = rules.lexicon.scan(text, sentence.start, sentence.end)
        letters = "".join([rules.lexicon.letter(w.values) for w in words])
        if rules.trigger.search(letters):
            found.extend(_in_sentence(text, words, letters, rules, lang))
    return tuple(found)


def _in_sentence(
    text: str, words: Sequence[Word], letters: str, rules: Grammar, lang: Language
) -> Iterator[TimeExpression]:
    free = 0  # no expression may begin before this word
    for match in rules.pattern.finditer(letters):
        rule = rules.rules[match.lastgroup or ""]
        first = match.start()
        for start, end, meaning in BUILDERS[rule.build](words[first : match.end()]):
            if not _plausible(words, first + start, first + end, meaning, rule.name, lang):
                continue
            begin, lean = _lead(words, max(free, 0), first + start, lang)
            free = first + end
            a, b = words[begin].start, words[free - 1].end
            yield TimeExpression(a, b, text[a:b], _kind(meaning), meaning, rule.name, lean, _edge(words[begin:free]))


def _lead(words: Sequence[Word], free: int, start: int, lang: Language) -> tuple[int, int]:
    """The first word of the expression with its prepositions ("bis zum"), and the direction that they tell."""
    directions = {w: sign for sign, name in ((-1, "past"), (1, "future")) for w in lang.table("times")["lead"][name].split()}
    begin, lean = start, 0
    while begin > free and start - begin < 3 and "LEAD" in words[begin - 1].values:
        begin -= 1
        lean = directions.get(words[begin].text.lower(), lean)
    lean = lean or directions.get(words[start].text.lower(), 0)
    return begin, lean


def _kind(meaning: Meaning) -> Kind:
    if isinstance(meaning, Literally):
        if meaning.value.endswith("_REF"):
            return "DATE"
        return "SET" if meaning.value.startswith("XXXX") else "DURATION"
    return "TIME" if isinstance(meaning, Clock | DayPart) else "DATE"


def _edge(words: Sequence[Word]) -> Edge | None:
    value = next((w.values[n] for w in words for n in ("EDGE", "EARLYLATE") if n in w.values), None)
    return "START" if value == "START" else "MID" if value == "MID" else "END" if value == "END" else None


def _plausible(words: Sequence[Word], start: int, end: int, meaning: Meaning, rule: str, lang: Language) -> bool:
    """Whether words that look like a time are one: not a surname ("Frank Sonntag"), not a count ("2000 Menschen")."""
    if rule in ("weekday", "month") and start == end - 1:
        return not _is_name(words, start, end)
    if rule == "year":
        return _is_year(words, start, end, lang)
    return True


def _is_name(words: Sequence[Word], start: int, end: int) -> bool:
    before = words[start - 1] if start else None
    return bool(before and before.text[0].isupper() and not before.values and start > 1)


def _is_year(words: Sequence[Word], start: int, end: int, lang: Language) -> bool:
    unsure = lang.table("times")["unsure"]
    before = words[start - 1].text.lower() if start else ""
    after = words[end] if end < len(words) else None
    if end - start > 1:
        return True
    if before in unsure["not_year_before"].split() or int(words[start].text) < 1400:
        return False
    if after is None:
        return True
    if after.text.lower() in unsure["counted"].split() or "UNIT" in after.values or "PERCENT" in after.values:
        return False
    return not after.text[0].isupper()
