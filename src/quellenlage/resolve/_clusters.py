"""Mentions of one person or body put together: proper names first, then the phrases that mean one of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from quellenlage.language.agents import Noun
from quellenlage.language.wording import is_acronym, key, spells, stem, words
from quellenlage.model import Span
from quellenlage.model.marks import EntityType
from quellenlage.resolve._mentions import Lexis, Mention, agree, head_of, unique


@dataclass(slots=True, eq=False)
class Cluster:
    """An entity in the making."""

    type: EntityType
    mentions: list[Mention] = field(default_factory=list)
    surfaces: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    anonymous: bool = False
    name: str = ""
    part_of: "Cluster | None" = None

    def add(self, mention: Mention) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        self.note(mention.surface, mention.whole)
        self.note(mention.text, mention.span)
        self.gender = self.gender or mention.gender

    def note(self, surface: str, span: Span) -> None:
        """Keep a wording and where it stands."""
        if surface and surface not in self.surfaces:
            self.surfaces.append(surface)
        if span not in self.spans:
            self.spans.append(span)

    def heads(self) -> Iterable[Noun]:
        """All nouns that its mentions were called by."""
        return (noun for mention in self.mentions for noun in mention.heads)

    def proper(self) -> list[Mention]:
        """Its mentions by name."""
        return [m for m in self.mentions if m.proper]

    @property
    def first(self) -> int:
        """Where it first stands."""
        return min((s.start for s in self.spans), default=0)


class Clusters:
    """The entities of an article, found again by name, by word and by place."""

    def __init__(self, lexis: Lexis) -> None:
        self.lexis = lexis
        self.all: list[Cluster] = []
        self._by_key: dict[tuple[EntityType, tuple[str, ...]], Cluster] = {}
        self._by_word: dict[str, list[Cluster]] = {}
        self.of_mention: dict[Span, Cluster] = {}

    def new(self, type_: EntityType, mention: Mention | None = None) -> Cluster:
        """A cluster of its own, with its first mention."""
        cluster = Cluster(type_)
        self.all.append(cluster)
        if mention:
            self.join(cluster, mention)
        return cluster

    def join(self, cluster: Cluster, mention: Mention) -> None:
        """Put a mention into a cluster."""
        cluster.add(mention)
        self.of_mention[mention.span] = cluster
        if mention.proper:
            self._by_key.setdefault((cluster.type, mention.key), cluster)
            for word in mention.key:
                known = self._by_word.setdefault(word, [])
                if cluster not in known[-8:]:
                    known.append(cluster)

    def add_names(self, mentions: list[Mention]) -> None:
        """All proper names: full ones first, so that a surname alone finds whom it belongs to."""
        for mention in sorted(mentions, key=lambda m: (-min(len(m.key), 2), m.span)):
            if not mention.proper or not mention.key:
                continue
            found = self._by_key.get((mention.type, mention.key)) or self._known(mention)
            if found:
                self.join(found, mention)
            elif not (mention.type == "person" and self._surname_of_two(mention)):
                self.new(mention.type, mention)

    def _known(self, mention: Mention) -> Cluster | None:
        if mention.type == "person":
            return self._person(mention)
        return self._body(mention) if mention.type == "organisation" else None

    def _named(self, word: str, type_: EntityType) -> list[Cluster]:
        return [c for c in self._by_word.get(word, ()) if c.type == type_]

    def _person(self, mention: Mention) -> Cluster | None:
        """The one person whose surname this is, or whose first name and surname start alike."""
        if len(mention.key) > 1:
            fits = [
                c
                for c in self._named(mention.key[-1], "person")
                if any(one_person(mention.key, m.key) for m in c.proper())
            ]
        else:
            fits = self._bearers(mention.key[0])
            if len(fits) > 1 and mention.heads:
                fits = [c for c in fits if any(agree(a, b) for a in mention.heads for b in c.heads())]
        return fits[0] if len(fits) == 1 else None

    def _bearers(self, word: str) -> list[Cluster]:
        known = self._named(word, "person")
        last = [c for c in known if any(m.key[-1] == word for m in c.proper())]
        return last or [c for c in known if any(m.key[0] == word for m in c.proper())]

    def _surname_of_two(self, mention: Mention) -> bool:
        return len(mention.key) == 1 and len(self._bearers(mention.key[0])) > 1

    def _body(self, mention: Mention) -> Cluster | None:
        """The body whose long or short name this is: an acronym, or a name that holds all its words."""
        short = words(mention.text)[-1] if mention.key else ""
        if len(mention.key) == 1 and is_acronym(short):
            return self._long_form(mention, short)
        fits = [c for c in self._named(mention.key[-1], "organisation") + self._named(mention.key[0], "organisation")
                if any(_holds(mention.key, m.key) or _holds(m.key, mention.key) for m in c.proper())]  # fmt: skip
        fits = list(dict.fromkeys(fits))
        return fits[0] if len(fits) == 1 else None

    def _long_form(self, mention: Mention, short: str) -> Cluster | None:
        letter = short[0].lower()
        fits = [
            c for c in self.all if c.type == "organisation"
            for m in c.proper()
            if len(m.key) + len(m.text) > len(short) + 3 and m.text[0].lower() == letter
            and (spells(words(m.text), short) or self.lexis.acronyms.get(m.key) == mention.key)
        ]  # fmt: skip
        inside = [c for c in self.all if c.type == "organisation" for m in c.proper() if mention.key[0] in m.key]
        fits = list(dict.fromkeys(fits or inside))
        return fits[0] if len(fits) == 1 else None

    def by_head(self, noun: Noun, before: int, types: tuple[str, ...] = ("organisation",)) -> list[Cluster]:
        """Clusters called by this noun, the one mentioned last before `before` first."""
        fits = [
            c
            for c in self.all
            if c.type in types and not c.anonymous and any(agree(noun, other) for other in self._nouns(c))
        ]
        return sorted(fits, key=lambda c: last_before(c, before), reverse=True)

    def _nouns(self, cluster: Cluster) -> Iterable[Noun]:
        for mention in cluster.mentions:
            if mention.type == "organisation":
                head = head_of(mention)
                if head:
                    yield head._replace(base=self.lexis.same.get(head.base, head.base))
            else:
                yield from mention.heads

    def by_word(self, word: str) -> list[Cluster]:
        """Bodies with this word in their name or as their acronym, persons if there are none."""
        found = self._named(stem(word), "organisation")
        return found or self._named(stem(word), "person")


def one_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: same surname, and first names that agree or are shortened."""
    if a[-1] != b[-1]:
        return False
    first, other = a[:-1], b[:-1]
    return not first or not other or all(x.startswith(y) or y.startswith(x) for x, y in zip(first, other, strict=False))


def _holds(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name's words begin or end a longer one."""
    return len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short)


def last_before(cluster: Cluster, place: int) -> int:
    """Where the cluster was last mentioned before a place, -1 if only after it."""
    return max((s.start for s in cluster.spans if s.start < place), default=-1)


def best_name(cluster: Cluster) -> str:
    """The longest clean proper form, else the wording of its first mention."""
    forms = [m.text for m in cluster.proper()]
    clean = [f for f in forms if not f.isupper() or len(f) < 7] or forms
    if clean:
        return max(unique(clean), key=lambda f: (len(key(f)), not f.endswith("s"), len(f)))
    return cluster.name or (cluster.mentions[0].text if cluster.mentions else (cluster.surfaces or [""])[0])
