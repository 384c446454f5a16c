"""Where a phrase stands: its tokens, the mentions before it and who spoke last."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from quellenlage.language.agents import Noun
from quellenlage.language.nations import Nations
from quellenlage.model import Sentence, Span, Token
from quellenlage.resolve._clusters import Cluster, Clusters, unique_clusters
from quellenlage.resolve._mentions import Mention, agree, head_of

NEAR = 2  # sentences back that a pronoun or a phrase without a name reaches
_AGE = 8  # signs after a name within which an age stands: ", 64,", " (64)"
_NUMBERS = re.compile(r"\d+")
_WINDOW = 60  # mentions at most in that reach
_INSIDE = 12  # mentions at most that begin before a phrase and reach into it


class Context:
    """An article's text with its mentions and, as they are resolved, its speakers."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        clusters: Clusters,
        places: Mapping[str, str],
        quoted: Sequence[Span] = (),
    ) -> None:
        self.text, self.clusters, self.places = text, clusters, places
        self.mentions = sorted(mentions, key=lambda m: (m.whole.start, -m.whole.end))
        self._mention_starts = [m.whole.start for m in self.mentions]
        ordered = sorted(sentences, key=lambda s: s.start)
        self._sentence_starts = [s.start for s in ordered]
        self._tokens = [t for s in ordered for t in s.tokens]
        self._token_ends = [t.end for t in self._tokens]
        self._quoted = sorted(quoted)
        self._spoken: list[tuple[int, Cluster, str | None]] = []

    def states(self, nations: Nations) -> frozenset[str]:
        """The countries whose adjective the article uses, places unknown to the tables among them."""
        found = (nations.adjective(t.text, self.places) for t in self._tokens if t.tag == "ADJA")
        return frozenset(country for country in found if country)

    def words(self, span: Span) -> str:
        """The wording of a stretch, blanks folded."""
        return " ".join(self.text[span.start : span.end].split())

    def tokens(self, span: Span) -> list[Token]:
        """The tokens of a phrase without prepositions, quotation marks and commas that it opens with."""
        first = last = bisect_right(self._token_ends, span.start)
        while last < len(self._tokens) and self._tokens[last].start < span.end:
            last += 1
        found = self._tokens[first:last]
        while found and found[0].tag[:2] in ("AP", "$(", "$,"):
            found.pop(0)
        return found

    def inside(self, span: Span) -> list[Mention]:
        """The mentions whose name lies in the phrase."""
        first = max(0, bisect_left(self._mention_starts, span.start) - _INSIDE)
        near = self.mentions[first : bisect_left(self._mention_starts, span.end)]
        return [m for m in near if m.span.start >= span.start and m.span.end <= span.end + 1]

    def around(self, span: Span) -> tuple[list[Mention], list[Mention]]:
        """The mentions of the phrase's sentence before and after it, a few of each."""
        sentence = self._sentence(span.start)
        start = self._sentence_starts[max(0, sentence)] if self._sentence_starts else 0
        following = self._sentence_starts[sentence + 1 : sentence + 2]
        first, last = bisect_left(self._mention_starts, start), bisect_left(self._mention_starts, span.start)
        end = bisect_left(self._mention_starts, following[0]) if following else len(self.mentions)
        next_ = bisect_left(self._mention_starts, span.end)
        return self.mentions[max(first, last - _INSIDE) : last], self.mentions[next_ : min(end, next_ + _INSIDE)]

    def _sentence(self, place: int) -> int:
        return bisect_right(self._sentence_starts, place) - 1

    def is_quoted(self, place: int) -> bool:
        """Whether a place lies in somebody's own words."""
        at = bisect_right(self._quoted, place, key=lambda s: s.start) - 1
        return at >= 0 and place < self._quoted[at].end

    def same_sentence(self, one: int, other: int) -> bool:
        """Whether two places lie in one sentence."""
        return self._sentence(one) == self._sentence(other)

    def is_setting(self, cluster: Cluster, before: int) -> bool:
        """Whether the last mention before a place stands after a preposition ("im Institut"): no one that acts."""
        places = [m.whole.start for m in cluster.mentions[-_WINDOW:] if m.whole.start < before]
        at = bisect_right(self._token_ends, max(places, default=0)) - 1
        return at >= 0 and self._tokens[at].tag in ("APPR", "APPRART")

    def reach(self, before: int) -> int:
        """Where the reach of a phrase at this place begins."""
        place = max(0, self._sentence(before) - NEAR)
        return self._sentence_starts[place] if self._sentence_starts else 0

    def window(self, before: int) -> list[Mention]:
        """The mentions in reach before a place."""
        end = bisect_left(self._mention_starts, before)
        return self.mentions[max(end - _WINDOW, bisect_left(self._mention_starts, self.reach(before))) : end]

    def last_called(self, noun: Noun, before: int) -> Mention | None:
        """The last phrase for a body of that kind before a place that no entity holds yet."""
        end = bisect_left(self._mention_starts, before)
        for mention in reversed(self.mentions[max(0, end - _WINDOW) : end]):
            head = head_of(mention)
            if head and not mention.proper and agree(head, noun) and mention.span not in self.clusters.of_mention:
                return mention
        return None

    def near(self, before: int) -> list[Cluster]:
        """Clusters mentioned in reach before a place, the last one first."""
        found = (self.clusters.of_mention.get(m.span) for m in reversed(self.window(before)))
        return unique_clusters(c for c in found if c)

    def has_number(self, cluster: Cluster, number: str) -> bool:
        """Whether a number stands right after one of the cluster's mentions, or in the phrase around it."""
        stretches = (self.text[s.start : s.end + _AGE] for s in cluster.spans[:_WINDOW])
        return any(number in _NUMBERS.findall(stretch) for stretch in stretches)

    def clear(self, clusters: Sequence[Cluster], before: int) -> Cluster | None:
        """Of clusters with the last mentioned first, the first, if no other stands in the same sentence or after it."""
        if not clusters:
            return None
        start = self._sentence_starts[max(0, self._sentence(clusters[0].last_before(before)))]
        return None if any(c.last_before(before) >= start for c in clusters[1:]) else clusters[0]

    def say(self, place: int, cluster: Cluster, gender: str | None) -> None:
        """Keep who spoke and by what gender the phrase called them."""
        self._spoken.append((place, cluster, gender))

    def spoken(self, since: int) -> Iterator[tuple[Cluster, str | None]]:
        """Who spoke since a place, the last one first, with the gender of the phrase."""
        for place, cluster, gender in self._spoken[: -_WINDOW - 1 : -1]:
            if place < since:
                return
            yield cluster, gender

    def opening(self, fits: Sequence[Cluster], before: int, asking: frozenset[str]) -> Cluster | None:
        """Of several, the one that the sentence of a place, or the one before it, begins with, unless it asks."""
        place = self._sentence(before)
        for k in (place, place - 1):
            if k < 0:
                break
            start = self._sentence_starts[k]
            if self._tokens[bisect_right(self._token_ends, start)].text.lower() in asking:
                break
            first = [c for c in fits if start <= c.last_before(min(start + 5, before)) <= start + 4]
            if len(first) == 1:
                return first[0]
        return None

    def verb_is_plural(self, span: Span) -> bool:
        """Whether the finite verb next to a pronoun is a plural."""
        place = bisect_right(self._token_ends, span.start)
        after = self._tokens[place + 1 : place + 6]
        before = self._tokens[max(0, place - 3) : place][::-1]
        for token in (*before[:1], *after[:1], *before, *after):
            if token.number and token.tag[0] == "V":
                return token.number == "plur"
        return False
