"""Names for series: "Tote", "nordkoreanische Soldaten in Russland", "Schaden je Tag".

Never who counts, only what is counted.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from quellenlage.language import Language
from quellenlage.language.clauses import clause_at, token_over
from quellenlage.model import Analysis, Sentence, Token
from quellenlage.story._figure_pairs import STEM, Mention, sentence_of

_ACTORS = ("person", "organisation", "place")
_JOINED = re.compile(r"[\d.,]+-(\w.*)")  # "36-Stunden-Woche"
_HEAD = 2.0  # the noun that belongs to the number tells more than another noun of its clause


def label(group: Sequence[Mention], articles: Sequence[Analysis], lang: Language, taken: set[str]) -> str:
    """A name for what the figures count that the story's other series (`taken`) don't have."""
    measures = lang.table("measures")
    table = measures["labels"]
    nouns = _nouns(group, articles, table, tuple(measures["persons"]["ends"]))
    concept = _most(m.concept for m in group if m.concept)
    unit = group[0].figure.unit
    name = concept or (
        _phrase(nouns[0], group, articles, table["places"]) if nouns else table["plurals"].get(unit, unit)
    )
    rate = _most(m.rate for m in group if m.rate)
    if rate and 2 * sum(m.rate == rate for m in group) >= len(group):
        name = f"{name} {table['rate']} {table['units'].get(rate, rate)}"
    if name in taken:
        name = next((f"{name} ({n})" for n in nouns[1:] if f"{name} ({n})" not in taken and n not in name), name)
    return name


def _most(words: Iterable[str]) -> str | None:
    """The most frequent word, the last in the alphabet of equals."""
    counts = Counter(words)
    return max(counts, key=lambda w: (counts[w], w)) if counts else None


def _nouns(
    group: Sequence[Mention], articles: Sequence[Analysis], table: Mapping[str, Any], persons: tuple[str, ...]
) -> list[str]:
    """Nouns that may name what is counted, the best first: those of the number, then subjects and objects of its
    clause.
    """
    never, agents = frozenset(table["never"]), tuple(table["agents"])
    if group[0].group not in ("person", "count"):
        agents += persons  # people are no measure of money or time
    weights: defaultdict[str, float] = defaultdict(float)
    for mention in group:
        sentence, first, last = _clause(articles[mention.article], mention)
        if mention.group == "duration":
            last = token_over(sentence, mention.figure.start)
        for noun in _objects(articles[mention.article], sentence, first, last):
            weights[noun] += 1 + mention.bag.get(noun.lower()[:STEM], 0.0) / (10 * len(group))
        weights[_own(sentence, mention)] += _HEAD
    kept = {n: w for n, w in weights.items() if len(n) > 2 and n not in never and not n.lower().endswith(agents)}
    return sorted(kept, key=lambda n: (-kept[n], n))


def _own(sentence: Sentence, mention: Mention) -> str:
    """The noun that belongs to the number, or the compound that it is part of."""
    joined = _JOINED.fullmatch(sentence.tokens[token_over(sentence, mention.figure.end - 1)].text)
    return joined[1] if joined else mention.head


def _objects(analysis: Analysis, sentence: Sentence, first: int, last: int) -> set[str]:
    """Common nouns of a clause that no preposition governs and that name no actor."""
    actors = sorted(m for e in analysis.entities if e.type in _ACTORS for m in e.mentions)
    tokens = sentence.tokens
    return {
        tokens[i].lemma
        for i in range(first, last)
        if tokens[i].tag == "NN" and not _is_governed(tokens, i) and not _covered(actors, tokens[i].start)
    }


def _is_governed(tokens: Sequence[Token], at: int) -> bool:
    while at > 0 and tokens[at - 1].tag in ("ART", "ADJA", "PPOSAT", "CARD", "TRUNC"):
        at -= 1
    return at > 0 and tokens[at - 1].tag in ("APPR", "APPRART", "NN")


def _covered(spans: Sequence[tuple[int, int]], place: int) -> bool:
    at = bisect_right(spans, (place, 1 << 60)) - 1
    return at >= 0 and spans[at][0] <= place < spans[at][1]


def _phrase(head: str, group: Sequence[Mention], articles: Sequence[Analysis], places: Mapping[str, str]) -> str:
    """The noun with the adjective and the place that at least two mentions, and a quarter of all, share."""
    enough = max(2, len(group) / 4)
    adjectives: Counter[str] = Counter()
    where: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    for mention in group:
        sentence, first, last = _clause(articles[mention.article], mention)
        tokens = sentence.tokens[first:last]
        narrow = set(mention.figure.counted[1:])
        adjectives.update({t.lemma for t in tokens if t.tag == "ADJA" and t.lemma in narrow and mention.head == head})
        forms.update(t.text for t in tokens if t.lemma == head and mention.head == head)
        where.update(set(_places(sentence.tokens, places)))
    words = [a if a.endswith("e") else f"{a}e" for a, n in _common(adjectives) if n >= enough]
    words.append(_nominative(forms, head) or head)
    words += [w for w, n in _common(where) if n >= enough and group[0].group in ("person", "count")]
    return " ".join(words)


def _common(counts: Counter[str]) -> list[tuple[str, int]]:
    """The most frequent entry with its count, the first in the alphabet of equals."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:1]


def _places(tokens: Sequence[Token], places: Mapping[str, str]) -> Iterable[str]:
    for left, right in pairwise(tokens):
        if left.text in places and right.tag == "NE":
            yield f"{places[left.text]} {right.lemma}"


def _nominative(forms: Counter[str], lemma: str) -> str | None:
    """The most frequent form without the dative's n: "Helfern" → "Helfer", "Kräften" → "Kräfte", but "Soldaten"."""
    best = max(forms, key=lambda f: (forms[f], f), default=None)
    if not best or not best.endswith("n"):
        return best
    changed = not best.startswith(lemma) or best == f"{lemma}ern" or lemma.endswith(("er", "el"))
    return best[:-1] if best[:-1] in forms or (changed and not best.endswith(("nen", "inn"))) else best


def _clause(analysis: Analysis, mention: Mention) -> tuple[Sentence, int, int]:
    sentence = analysis.sentences[sentence_of(analysis, mention.figure)]
    return sentence, *clause_at(sentence, mention.figure.start)
