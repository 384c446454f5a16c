"""What a speaker phrase means, given the article's clusters and what was said before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quellenlage.language.agents import Noun
from quellenlage.language.wording import stem
from quellenlage.model import Sentence, Span, Token
from quellenlage.resolve._clusters import Cluster, Clusters, last_before
from quellenlage.resolve._mentions import Lexis, Mention, agree, head_of, is_body

_NEAR = 2  # sentences back that a pronoun or a phrase without a name reaches
_NAMELIKE = ("NN", "NE", "FM", "XY", "TRUNC")


class Resolver:
    """Resolves the speaker phrases of one article in order of the text."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], mentions: list[Mention], clusters: Clusters, lexis: Lexis
    ) -> None:
        self._text, self._lexis, self._clusters = text, lexis, clusters
        self._mentions = sorted(mentions, key=lambda m: (m.whole.start, -m.whole.end))
        self._starts = [m.whole.start for m in self._mentions]
        self._sentences = sorted(sentences, key=lambda s: s.start)
        self._sentence_starts = [s.start for s in self._sentences]
        self._governments: dict[str, Cluster] = {}
        self._spoken: list[tuple[int, Cluster]] = []

    def speaker(self, span: Span) -> Cluster | None:
        """The entity that the phrase means, None where it means nobody or one of several."""
        found = self._meaning(span)
        if found:
            found.note(" ".join(self._text[span.start : span.end].split()), span)
            self._spoken.append((span.start, found))
        return found

    def gather(self) -> None:
        """Put the phrases that spoke nowhere with the entity that they plainly mean."""
        for mention in self._mentions:
            if mention.proper or mention.span in self._clusters.of_mention or not mention.definite:
                continue
            found = self._described(mention, mention.whole.start)
            if found:
                self._clusters.join(found, mention)

    def _meaning(self, span: Span) -> Cluster | None:
        tokens = self._tokens(span)
        if not tokens:
            return None
        pronoun = self._pronoun(tokens)
        if pronoun is not None:
            return self._antecedent(pronoun, span, tokens)
        source = self._source(tokens)
        if source:
            return self._behind(source[0], source[1], span)
        mention = self._head(span)
        if mention is None:
            return self._plain(tokens, span)
        return self._mention(mention, span)

    # --- what the phrase is made of

    def _tokens(self, span: Span) -> list[Token]:
        place = max(0, bisect_right(self._sentence_starts, span.start) - 1)
        found: list[Token] = []
        for sentence in self._sentences[place:]:
            if sentence.start >= span.end:
                break
            found += [t for t in sentence.tokens if t.start < span.end and t.end > span.start]
        while found and found[0].tag[:2] in ("AP", "$(", "$,"):
            found.pop(0)
        return found

    def _pronoun(self, tokens: Sequence[Token]) -> str | None:
        first = tokens[0].text.lower()
        if any(t.tag in _NAMELIKE for t in tokens):
            return None
        return first if any(first in forms for forms in self._lexis.pronouns.values()) else None

    def _source(self, tokens: Sequence[Token]) -> tuple[Noun, int] | None:
        """The noun for somebody's words at the head of the phrase, with its place."""
        for place, token in enumerate(tokens):
            if token.tag in _NAMELIKE or (token.text[0].isupper() and place):
                noun = self._lexis.nouns.noun(token.text)
                return (noun, place) if noun and noun.kind == "source" else None
        return None

    def _head(self, span: Span) -> Mention | None:
        """The mention that the phrase is about: the one that begins first; of several, a name before a phrase."""
        place = max(0, bisect_left(self._starts, span.start) - 12)
        inside = []
        for mention in self._mentions[place:]:
            if mention.whole.start >= span.end:
                break
            if mention.whole.end > span.start and mention.span.end <= span.end + 1 and mention.span.start >= span.start:
                inside.append(mention)
        return min(inside, key=lambda m: (max(m.whole.start, span.start), not m.proper, -m.whole.end), default=None)

    # --- mentions

    def _mention(self, mention: Mention, span: Span) -> Cluster | None:
        known = self._clusters.of_mention.get(mention.span)
        if mention.proper:
            return self._named(mention, known)
        if known:
            return known
        noun = head_of(mention)
        if noun and noun.base in self._lexis.spokes and not mention.plural:
            return self._spokesperson(mention, noun)
        found = self._described(mention, span.start) if mention.definite else None
        if found is None:
            found = self._own(mention, noun)
        else:
            self._clusters.join(found, mention)
        return found

    def _named(self, mention: Mention, known: Cluster | None) -> Cluster | None:
        country = self._lexis.governments.get(mention.text)
        if country and mention.type != "person":
            return self._government(country)
        body = self._lexis.metonyms.get(mention.text)
        if body and mention.type != "person":
            return self._body_called(body, mention)
        return known

    def _own(self, mention: Mention, noun: Noun | None) -> Cluster:
        """An entity of its own: a body by its phrase, a source that stays unnamed."""
        government = self._nations_government(mention, noun)
        if government:
            return government
        cluster = self._clusters.new(mention.type, mention)
        cluster.anonymous = not is_body(noun)
        cluster.name, cluster.plural = mention.text, mention.plural
        return cluster

    def _nations_government(self, mention: Mention, noun: Noun | None) -> Cluster | None:
        """ "die russische Regierung", "die US-Regierung", "die varnische Seite" → the government of that country."""
        if noun is None or noun.base not in ("regierung", "seite", "delegation"):
            return None
        if noun.modifier and noun.modifier.upper() in self._lexis.prefixes:
            return self._government(self._lexis.prefixes[noun.modifier.upper()])
        for word in mention.surface.split():
            country = self._lexis.country_of(word) or self._unknown_country(word)
            if country:
                return self._government(country)
        return None

    def _unknown_country(self, word: str) -> str | None:
        """A place of the article that an adjective in -isch is made from ("varnische" → Varnien)."""
        plain = stem(word)
        if not word[:1].islower() or not plain.endswith("isch") or len(plain) < 7:
            return None
        root = plain[:-4]
        fits = {c.mentions[0].text.removesuffix("s"): c for c in self._clusters.all if c.type == "place" and c.proper()
                and c.mentions[0].key[0].startswith(root) and len(c.mentions[0].key[0]) <= len(root) + 4}  # fmt: skip
        return next(iter(fits)) if len(fits) == 1 else None

    def _government(self, country: str) -> Cluster:
        found = self._governments.get(country)
        if found is None:
            found = self._governments[country] = self._clusters.new("organisation")
            found.name = country if country in ("EU", "Vereinte Nationen") else f"{country} (Regierung)"
        return found

    def _body_called(self, name: str, mention: Mention) -> Cluster:
        for cluster in self._clusters.all:
            if cluster.type == "organisation" and any(m.text == name for m in cluster.proper()):
                return cluster
        found = self._governments.get(name)
        if found is None:
            found = self._governments[name] = self._clusters.new("organisation")
            found.name = name
        return found

    # --- phrases without a name

    def _spokesperson(self, mention: Mention, noun: Noun) -> Cluster | None:
        """Whom an unnamed spokesperson speaks for: the complement, the compound's first part, or the last body."""
        inner = [m for m in self._within(mention) if m.type in ("organisation", "place", "person")]
        for other in inner:
            found = self._clusters.of_mention.get(other.span) or self._mention(other, other.whole)
            if found:
                return found
        if noun.modifier:
            return self._by_modifier(noun.modifier, mention.whole.start) or self._own(mention, noun)
        if mention.definite:
            said = [
                c
                for _, c in reversed(self._spoken)
                if c.type == "person" and any(n.base == noun.base for n in c.heads())
            ]
            if said:
                return said[0]
        return self._last_body(mention.whole.start) or self._own(mention, noun)

    def _within(self, mention: Mention) -> list[Mention]:
        place = bisect_left(self._starts, mention.whole.start)
        found = []
        for other in self._mentions[place : place + 12]:
            if other.whole.start >= mention.whole.end:
                break
            if other is not mention and other.span.start > mention.span.start:
                found.append(other)
        return found

    def _by_modifier(self, modifier: str, before: int) -> Cluster | None:
        """The body that the first part of a compound names: "Bahn|sprecher", "Ministeriums|sprecher"."""
        for part in (
            modifier,
            modifier.rstrip("s"),
            modifier.removesuffix("es"),
            modifier + "e",
            modifier.split("-")[0],
        ):
            named = self._clusters.by_word(part)
            if len(named) == 1:
                return named[0]
            if part.upper() in self._lexis.prefixes:
                return self._government(self._lexis.prefixes[part.upper()])
            noun = self._lexis.nouns.noun(part.capitalize())
            if is_body(noun) and noun:
                fits = self._clusters.by_head(noun, before)
                if fits:
                    return fits[0]
                cluster = self._clusters.new("organisation")
                cluster.name = part.capitalize()
                return cluster
        return None

    def _last_body(self, before: int) -> Cluster | None:
        """The body spoken of last before a place, in the same or the two sentences before, media left out."""
        window = self._window(before)
        near = [m for m in window if m.type == "organisation" and m.span in self._clusters.of_mention]
        bodies = [self._clusters.of_mention[m.span] for m in reversed(near)]
        spoken = [
            c
            for place, c in reversed(self._spoken)
            if c.type == "organisation" and window and place >= window[0].whole.start
        ]
        for cluster in [*spoken, *bodies]:
            if not any(n.kind == "medium" for n in cluster.heads()):
                return cluster
        return None

    def _window(self, before: int) -> list[Mention]:
        """Mentions of the same and the two sentences before, up to a place."""
        place = max(0, bisect_right(self._sentence_starts, before) - 1 - _NEAR)
        start = self._sentence_starts[place] if self._sentence_starts else 0
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, before)]

    def _described(self, mention: Mention, before: int) -> Cluster | None:
        """The entity that a definite phrase points back to, None if none fits or two do."""
        noun = head_of(mention)
        if noun is None:
            return None
        if is_body(noun):
            return self._nations_government(mention, noun) or self._body_described(mention, noun, before)
        types = ("person",) if mention.type == "person" else ("group",)
        fits = [
            c for c in self._people(types) if any(agree(noun, n) for n in c.heads()) and _gender_fits(c, mention.gender)
        ]
        fits = [c for c in fits if last_before(c, before) >= 0] or fits
        if len(fits) == 1:
            return fits[0]
        near = [c for c in fits if c in self._near_clusters(before)]
        if len(near) == 1:
            return near[0]
        if fits or mention.type != "person":
            return None
        return self._lone_person(mention, before)

    def _lone_person(self, mention: Mention, before: int) -> Cluster | None:
        """Someone called by another noun: the one person nearby of that gender."""
        near = [c for c in self._near_clusters(before) if c.type == "person" and _gender_fits(c, mention.gender)]
        spoke = {id(c) for _, c in self._spoken[-3:]}
        return near[0] if len(near) == 1 and id(near[0]) in spoke else None

    def _people(self, types: tuple[str, ...]) -> list[Cluster]:
        return [c for c in self._clusters.all if c.type in types]

    def _near_clusters(self, before: int) -> list[Cluster]:
        """Clusters mentioned in the same and the two sentences before, the last one first."""
        found = [self._clusters.of_mention.get(m.span) for m in reversed(self._window(before))]
        return list(dict.fromkeys(c for c in found if c))

    def _body_described(self, mention: Mention, noun: Noun, before: int) -> Cluster | None:
        fits = [c for c in self._clusters.by_head(noun, before) if c.mentions]
        special = noun.modifier or noun.base not in self._lexis.hypernyms
        if fits and (special or _same_noun(fits[0], noun)):
            return fits[0]
        kind = self._lexis.hypernyms.get(noun.base)
        if kind is None or noun.modifier:
            return None
        near = [c for c in self._near_clusters(before) if c.type == "organisation" and _of_kind(c, kind)]
        return near[0] if near else fits[0] if fits else None

    # --- words of somebody, pronouns, the rest

    def _behind(self, noun: Noun, place: int, span: Span) -> Cluster | None:
        """Whose words they are: "Angaben der Polizei", "Polizeiangaben", "seinen Angaben"."""
        tokens = self._tokens(span)
        after = Span(tokens[place].end, span.end)
        mention = self._head(after) if after.end > after.start else None
        if mention:
            return self._mention(mention, after)
        if noun.modifier:
            return self._by_modifier(noun.modifier, span.start)
        if place and tokens[0].text.lower() in self._lexis.possessive:
            return self._antecedent(tokens[0].text.lower(), span, tokens)
        rest = [t for t in tokens[place + 1 :] if t.tag in _NAMELIKE]
        return self._plain(rest, after) if rest else None

    def _antecedent(self, pronoun: str, span: Span, tokens: Sequence[Token]) -> Cluster | None:
        """The one whom a pronoun means: the last speaker if it fits, else the only one nearby that does."""
        forms = self._lexis.pronouns
        if (pronoun in forms["nobody"] and pronoun not in forms["neuter"]) or pronoun in forms["first"]:
            return None
        gender = "m" if pronoun in forms["masculine"] else "f" if pronoun in forms["feminine"] else "n"
        near = [c for c in self._near_clusters(span.start) if self._pronoun_fits(c, gender)]
        spoke = [
            c
            for place, c in reversed(self._spoken)
            if place >= self._reach(span.start) and self._pronoun_fits(c, gender)
        ]
        if spoke and (spoke[0].type == "person" or not any(c.type == "person" for c in near)):
            others = [c for c in near if c is not spoke[0] and c.type == spoke[0].type]
            return (
                spoke[0]
                if not others or spoke[0].type != "person" or spoke[0] is near[0]
                else self._subject(near, span)
            )
        people = [c for c in near if c.type == "person"]
        if gender == "n":
            return near[0] if len(near) == 1 else None
        return people[0] if len(people) == 1 else self._subject(people, span)

    def _subject(self, fits: list[Cluster], span: Span) -> Cluster | None:
        """Of several, the one that a sentence nearby begins with."""
        place = bisect_right(self._sentence_starts, span.start) - 1
        for k in (place, place - 1):
            if k < 0:
                break
            start = self._sentence_starts[k]
            opening = [c for c in fits if any(start <= s.start <= start + 4 for s in c.spans)]
            if len(opening) == 1 and (k < place or start < span.start):
                return opening[0]
        return None

    def _reach(self, before: int) -> int:
        place = max(0, bisect_right(self._sentence_starts, before) - 1 - _NEAR)
        return self._sentence_starts[place] if self._sentence_starts else 0

    def _pronoun_fits(self, cluster: Cluster, gender: str) -> bool:
        if cluster.type == "person":
            return gender != "n" and cluster.gender in (None, gender)
        if cluster.type == "place":
            return False
        return gender in ("f", "n") or (cluster.type == "group" and gender == "f")

    def _plain(self, tokens: Sequence[Token], span: Span) -> Cluster | None:
        """A phrase that holds no mention: an entity of its own if it has a noun."""
        noun = next((t for t in tokens if t.tag in _NAMELIKE), None)
        if noun is None or len(tokens) > 25:
            return None
        country = self._lexis.governments.get(noun.text)
        if country:
            return self._government(country)
        wording = " ".join(self._text[tokens[0].start : span.end].split())
        same = [
            c for c in self._clusters.all if stem(noun.text) in {stem(w) for s in c.surfaces[:6] for w in s.split()}
        ]
        if len(same) == 1:
            return same[0]
        cluster = self._clusters.new("group" if tokens[0].text == noun.text else "person")
        cluster.name, cluster.anonymous = wording, True
        return cluster


def _gender_fits(cluster: Cluster, gender: str | None) -> bool:
    return cluster.gender is None or gender is None or cluster.gender == gender


def _same_noun(cluster: Cluster, noun: Noun) -> bool:
    return any(n.base == noun.base for n in cluster.heads())


def _of_kind(cluster: Cluster, kind: str) -> bool:
    kinds = {n.kind for m in cluster.mentions if m.type == "organisation" for n in m.heads}
    return kind in kinds or (not kinds and kind in ("company", "society"))
