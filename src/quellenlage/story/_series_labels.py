"""Names for series: "Tote", "nordkoreanische Soldaten in Russland", "Schaden je Tag".

Never who counts, only what is counted.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from quellenlage.language import Language
from quellenlage.language.clauses import clause_at, token_over
from quellenlage.model import Analysis, Sentence, Token
from quellenlage.story._figure_pairs import STEM, Mention, sentence_of

_ACTORS = ("person", "organisation", "place")
_JOINED = re.compile(r"[\d.,]+-(\w.*)")  # "36-Stunden-Woche"
_REACH = 60  # tokens to either side of a figure that can name its place: more than a sentence has
_HEAD = 2.0  # the noun that belongs to the number tells more than another noun of its clause


class Labeller:
    """Names the series of one story, each with a name that no earlier one has."""

    def __init__(self, articles: Sequence[Analysis], lang: Language) -> None:
        measures = lang.table("measures")
        self.articles, self.table = articles, measures["labels"]
        self.never, self.agents = frozenset(self.table["never"]), tuple(self.table["agents"])
        self.persons = tuple(measures["persons"]["ends"])
        self.actors = [sorted(m for e in a.entities if e.type in _ACTORS for m in e.mentions) for a in articles]
        self.taken: set[str] = set()

    def name(self, group: Sequence[Mention]) -> str:
        """What the figures count: the class of words that they share, else their noun, else their unit."""
        nouns = self._nouns(group)
        concept, unit = _most(m.concept for m in group if m.concept), group[0].figure.unit
        name = concept or (self._phrase(nouns[0], group) if nouns else self.table["plurals"].get(unit, unit))
        rate = _most(m.rate for m in group if m.rate)
        if rate and 2 * sum(m.rate == rate for m in group) >= len(group):
            name = f"{name} {self.table['rate']} {self.table['units'].get(rate, rate)}"
        if name in self.taken:
            more = (f"{name} ({n})" for n in nouns[1:] if n not in name)
            name = next((n for n in more if n not in self.taken), name)
        self.taken.add(name)
        return name

    def _nouns(self, group: Sequence[Mention]) -> list[str]:
        """Nouns that may name what is counted, the best first: those of the number, then subjects and objects."""
        agents = self.agents
        if group[0].group not in ("person", "count"):
            agents += self.persons  # people are no measure of money or time
        weights: defaultdict[str, float] = defaultdict(float)
        for mention in group:
            sentence, first, last = _clause(self.articles[mention.article], mention)
            if mention.group == "duration":
                last = token_over(sentence, mention.figure.start)
            for noun in self._objects(mention.article, sentence, first, last):
                weights[noun] += 1 + mention.bag.get(noun.lower()[:STEM], 0.0) / (10 * len(group))
            weights[_own(sentence, mention)] += _HEAD
        kept = {n: w for n, w in weights.items() if self._may_name(n, agents)}
        return sorted(kept, key=lambda n: (-kept[n], n))

    def _may_name(self, noun: str, agents: tuple[str, ...]) -> bool:
        return len(noun) > 2 and noun not in self.never and not noun.lower().endswith(agents)

    def _objects(self, article: int, sentence: Sentence, first: int, last: int) -> set[str]:
        """Common nouns of a clause that no preposition governs and that name no actor."""
        tokens, actors = sentence.tokens, self.actors[article]
        return {
            tokens[i].lemma
            for i in range(first, last)
            if tokens[i].tag == "NN" and not _is_governed(tokens, i) and not _covered(actors, tokens[i].start)
        }

    def _phrase(self, head: str, group: Sequence[Mention]) -> str:
        """The noun with the adjective and the place that at least two mentions, and a quarter of all, share."""
        enough, places = max(2, len(group) / 4), self.table["places"]
        adjectives: Counter[str] = Counter()
        where: Counter[str] = Counter()
        forms: Counter[str] = Counter()
        for mention in group:
            sentence, first, last = _clause(self.articles[mention.article], mention)
            at = token_over(sentence, mention.figure.start)
            where.update(set(_places(sentence.tokens[max(0, at - _REACH) : at + _REACH], places)))
            if mention.head == head:
                tokens, narrow = sentence.tokens[first:last], set(mention.figure.counted[1:])
                adjectives.update({t.lemma for t in tokens if t.tag == "ADJA" and t.lemma in narrow})
                forms.update(t.text for t in tokens if t.lemma == head)
        words = [a if a.endswith("e") else f"{a}e" for a, n in _common(adjectives) if n >= enough]
        words.append(_nominative(forms, head) or head)
        words += [w for w, n in _common(where) if n >= enough and group[0].group in ("person", "count")]
        return " ".join(words)


def _most(words: Iterable[str]) -> str | None:
    """The most frequent word, the last in the alphabet of equals."""
    counts = Counter(words)
    return max(counts, key=lambda w: (counts[w], w)) if counts else None


def _own(sentence: Sentence, mention: Mention) -> str:
    """The noun that belongs to the number, or the compound that it is part of."""
    joined = _JOINED.fullmatch(sentence.tokens[token_over(sentence, mention.figure.end - 1)].text)
    return joined[1] if joined else mention.head


def _is_governed(tokens: Sequence[Token], at: int) -> bool:
    while at > 0 and tokens[at - 1].tag in ("ART", "ADJA", "PPOSAT", "CARD", "TRUNC"):
        at -= 1
    return at > 0 and tokens[at - 1].tag in ("APPR", "APPRART", "NN")


def _covered(spans: Sequence[tuple[int, int]], place: int) -> bool:
    at = bisect_right(spans, (place, 1 << 60)) - 1
    return at >= 0 and spans[at][0] <= place < spans[at][1]


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
