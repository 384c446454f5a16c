"""Names for series: "Tote", "nordkoreanische Soldaten in Russland", "Schaden je Tag"."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from quellenlage.language import Language
from quellenlage.language.clauses import clause_at
from quellenlage.model import Analysis, Token
from quellenlage.story._figure_pairs import STEM, Mention, sentence_of


def label(group: Sequence[Mention], articles: Sequence[Analysis], lang: Language, taken: set[str]) -> str:
    """A name for what the figures count that the story's other series (`taken`) don't have."""
    table = lang.table("measures")["labels"]
    nouns = _nouns(group, articles, frozenset(table["never"]))
    concept = _most(m.concept for m in group if m.concept)
    name = concept or _phrase(group, articles, table["places"]) or next(iter(nouns), group[0].figure.text)
    rate = _most(m.rate for m in group if m.rate)
    if rate and 2 * sum(m.rate == rate for m in group) >= len(group):
        name = f"{name} {table['rate']} {table['units'].get(rate, rate)}"
    if name in taken:
        name = next((f"{name} ({n})" for n in nouns if f"{name} ({n})" not in taken and n not in name), name)
    return name


def _most(words: Iterable[str]) -> str | None:
    """The most frequent word, the first of equals."""
    counts = Counter(words)
    return max(counts, key=lambda w: (counts[w], w)) if counts else None


def _phrase(group: Sequence[Mention], articles: Sequence[Analysis], places: Mapping[str, str]) -> str | None:
    """The noun with the adjective and the place that at least two mentions, and a third of all, share."""
    head = _most(m.head for m in group if m.head)
    if not head:
        return None
    enough = max(2, len(group) / 3)
    adjectives: Counter[str] = Counter()
    where: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    for mention in group:
        analysis = articles[mention.article]
        tokens = _clause(analysis, mention)
        narrow = set(mention.figure.counted[1:])
        adjectives.update({t.lemma for t in tokens if t.tag == "ADJA" and t.lemma in narrow})
        forms.update(t.text for t in tokens if t.lemma == head and mention.head == head)
        where.update(set(_places(tokens, places)))
    words = [a if a.endswith("e") else f"{a}e" for a, n in _common(adjectives) if n >= enough]
    words.append(_nominative(forms) or head)
    words += [w for w, n in _common(where) if n >= enough]
    return " ".join(words)


def _common(counts: Counter[str]) -> list[tuple[str, int]]:
    """The most frequent entry with its count, the first in the alphabet of equals."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:1]


def _places(tokens: Sequence[Token], places: Mapping[str, str]) -> Iterable[str]:
    for left, right in pairwise(tokens):
        if left.text in places and right.tag == "NE":
            yield f"{places[left.text]} {right.lemma}"


def _nominative(forms: Counter[str]) -> str | None:
    """The most frequent form, without the dative's n where the form without it occurs too."""
    best = max(forms, key=lambda f: (forms[f], f), default=None)
    return best[:-1] if best and best.endswith("n") and best[:-1] in forms else best


def _clause(analysis: Analysis, mention: Mention) -> Sequence[Token]:
    sentence = analysis.sentences[sentence_of(analysis, mention.figure)]
    first, last = clause_at(sentence, mention.figure.start)
    return sentence.tokens[first:last]


def _nouns(group: Sequence[Mention], articles: Sequence[Analysis], never: frozenset[str]) -> list[str]:
    """Common nouns of the figures' clauses, the most telling first."""
    weights: defaultdict[str, float] = defaultdict(float)
    for mention in group:
        for noun in {t.lemma for t in _clause(articles[mention.article], mention) if t.tag == "NN"} - never:
            weights[noun] += mention.bag.get(noun.lower()[:STEM], 0.0)
    return [n for n, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0]))]
