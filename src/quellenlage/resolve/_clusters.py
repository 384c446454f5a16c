"""Mentions of one person or body put together by name, with an index of the nouns they are called by."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field

from quellenlage.language.agents import Noun
from quellenlage.language.wording import is_acronym, key, spells, words
from quellenlage.model import Span
from quellenlage.model.marks import EntityType
from quellenlage.resolve._mentions import Lexis, Mention, agree, apart, head_of, unique

_BUCKET = 60  # clusters of one bucket that are compared; an article with more of them is a list, not a report
_MARKS = '„“”"»«›‹‚‘’ '  # that a name may bring along
_TAIL = 3  # letters that two nouns with one head share at their end


@dataclass(slots=True, eq=False)
class Cluster:
    """An entity in the making."""

    type: EntityType
    name: str = ""
    anonymous: bool = False
    meant: bool = False
    gender: str | None = None
    plural: bool = False
    part_of: "Cluster | None" = None
    mentions: list[Mention] = field(default_factory=list)
    surfaces: dict[str, None] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    _known: set[Span] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        self.note(mention.surface, mention.whole)
        self.note(mention.verbatim, mention.span)
        self.gender = self.gender or mention.gender

    def note(self, surface: str, span: Span) -> None:
        """Keep a wording and where it stands."""
        if surface:
            self.surfaces.setdefault(surface)
        if span not in self._known:
            self._known.add(span)
            insort(self.spans, span)

    def nouns(self) -> Iterable[Noun]:
        """The nouns that its mentions were called by; of a body's name only the head."""
        for mention in self.mentions[:_BUCKET]:
            head = head_of(mention)
            if mention.type == "organisation":
                yield from (head,) if head else ()
            else:
                yield from mention.heads

    def nations(self) -> frozenset[str]:
        """The countries that its roles and nouns speak of."""
        return frozenset(n for m in self.mentions[:_BUCKET] for n in m.nations)

    def proper(self) -> list[Mention]:
        """Its mentions by name."""
        return [m for m in self.mentions if m.proper]

    def last_before(self, place: int) -> int:
        """Where it was last mentioned before a place, -1 if only after it."""
        k = bisect_left(self.spans, (place, 0))
        return self.spans[k - 1].start if k else -1


class Clusters:
    """The entities of an article, found again by name, by word and by noun."""

    def __init__(self, lexis: Lexis) -> None:
        self.lexis = lexis
        self.all: list[Cluster] = []
        self.of_mention: dict[Span, Cluster] = {}
        self._by_key: dict[tuple[EntityType, tuple[str, ...]], Cluster] = {}
        self._by_word: dict[str, list[Cluster]] = {}
        self._by_noun: dict[str, list[Cluster]] = {}
        self._by_letter: dict[str, list[Cluster]] = {}

    def new(self, type_: EntityType, mention: Mention | None = None, name: str = "") -> Cluster:
        """A cluster of its own, with its first mention or a name that the text needn't hold."""
        cluster = Cluster(type_, name)
        self.all.append(cluster)
        if mention:
            self.join(cluster, mention)
        return cluster

    def join(self, cluster: Cluster, mention: Mention) -> None:
        """Put a mention into a cluster."""
        cluster.add(mention)
        self.of_mention[mention.span] = cluster
        for noun in mention.heads if mention.type != "organisation" else mention.heads[:1]:
            _file(self._by_noun, noun.base[-_TAIL:], cluster)
        if mention.proper and mention.key:
            self._by_key.setdefault((cluster.type, mention.key), cluster)
            _file(self._by_letter, mention.text[0].lower(), cluster)
            for word in mention.key:
                _file(self._by_word, word, cluster)

    def add_names(self, mentions: Iterable[Mention]) -> None:
        """All proper names: full ones first, so that a surname alone finds whom it belongs to."""
        for mention in sorted(mentions, key=lambda m: (-min(len(m.key), 2), m.span)):
            if mention.proper and mention.key:
                found = self._by_key.get((mention.type, mention.key)) or self._known(mention)
                if found:
                    self.join(found, mention)
                elif len(self.bearers(mention)) < 2:
                    self.new(mention.type, mention)

    def _known(self, mention: Mention) -> Cluster | None:
        if mention.type == "person":
            return self._person(mention)
        return self._body(mention) if mention.type == "organisation" else None

    def named(self, word: str, type_: EntityType) -> list[Cluster]:
        """Clusters of a type with this stem among the words of their names."""
        return [c for c in self._by_word.get(word, ()) if c.type == type_]

    def by_key(self, type_: EntityType, name: str) -> Cluster | None:
        """The cluster with exactly this name."""
        return self._by_key.get((type_, key(name)))

    def _person(self, mention: Mention) -> Cluster | None:
        """The one person whose surname this is, or whose first name and surname agree."""
        if len(mention.key) == 1:
            fits = self.bearers(mention)
        else:
            known = self.named(mention.key[-1], "person")
            fits = [c for c in known if any(one_person(mention.key, m.key) for m in c.proper())]
        return fits[0] if len(fits) == 1 else None

    def bearers(self, mention: Mention) -> list[Cluster]:
        """Persons whose surname (else first name) a single name is; where roles tell them apart, those that fit."""
        if mention.type != "person" or len(mention.key) != 1:
            return []
        word = mention.key[0]
        known = self.named(word, "person")
        fits = [c for c in known if any(m.key[-1] == word for m in c.proper())] or known
        if len(fits) > 1 and mention.heads:
            return [c for c in fits if any(agree(a, b) for a in mention.heads for b in c.nouns())] or fits
        return fits

    def _body(self, mention: Mention) -> Cluster | None:
        """The body whose long or short name this is: an acronym, or a name that begins or ends a longer one."""
        last = words(mention.text)[-1]
        if len(mention.key) == 1 and is_acronym(last):
            return self._long_form(mention, last)
        if mention.quoted:
            return None
        ends = unique_clusters(self.named(mention.key[-1], "organisation") + self.named(mention.key[0], "organisation"))
        fits = [
            c
            for c in ends
            if any(not m.quoted and (_holds(mention.key, m.key) or _holds(m.key, mention.key)) for m in c.proper())
        ]
        return fits[0] if len(fits) == 1 else None

    def _long_form(self, mention: Mention, short: str) -> Cluster | None:
        fits = [c for c in self._by_letter.get(short[0].lower(), ()) if c.type == "organisation"]
        fits = [c for c in fits if any(self._is_long(m, mention, short) for m in c.proper())]
        fits = fits or self.named(mention.key[0], "organisation")
        return fits[0] if len(fits) == 1 else None

    def _is_long(self, long: Mention, mention: Mention, short: str) -> bool:
        if self.lexis.acronyms.get(long.key) == mention.key:
            return True
        return len(long.key) > 1 and len(long.text) > len(short) + 3 and spells(words(long.text), short)

    def called(
        self, noun: Noun, types: tuple[EntityType, ...], before: int, nations: frozenset[str] = frozenset()
    ) -> list[Cluster]:
        """Clusters that the noun can mean, those with a name first, then the one mentioned last before `before`."""
        known = [c for c in self._by_noun.get(noun.base[-_TAIL:], ()) if c.type in types]
        fits = [c for c in known if self._fits(noun, c) and not apart(nations, c.nations())]
        return sorted(fits, key=lambda c: (any(m.proper for m in c.mentions), c.last_before(before)), reverse=True)

    def _fits(self, noun: Noun, cluster: Cluster) -> bool:
        """Called by that noun, and by none that excludes it: a Sparkasse is no Krankenkasse, though each is a Kasse."""
        others = list(cluster.nouns())
        if not any(agree(noun, other) for other in others):
            return False
        return all(agree(noun, o) for o in others if o.base[-_TAIL:] == noun.base[-_TAIL:])


def _file(index: dict[str, list[Cluster]], word: str, cluster: Cluster) -> None:
    known = index.setdefault(word, [])
    if len(known) < _BUCKET and cluster not in known:
        known.append(cluster)


def unique_clusters(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Each once, in order."""
    return list(dict.fromkeys(clusters))


def one_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: same surname, and first names that agree or are shortened."""
    if a[-1] != b[-1]:
        return False
    return all(x.startswith(y) or y.startswith(x) for x, y in zip(a[:-1], b[:-1], strict=False))


def _holds(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name's words begin or end a longer one."""
    return len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short)


def best_name(cluster: Cluster) -> str:
    """The fullest clean proper form, else the name it was given, else the wording of its first mention."""
    forms = unique(m.text for m in cluster.proper())
    clean = [f for f in forms if not f.isupper() or len(f) < 7] or list(forms)
    if clean:
        return max(clean, key=lambda f: (len(key(f)), not f.endswith("s"), len(f))).strip(_MARKS)
    name = cluster.name or (cluster.mentions[0].text if cluster.mentions else next(iter(cluster.surfaces), ""))
    return name.strip(_MARKS)
