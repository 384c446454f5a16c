"""Those who, named or not, speak for a body and not for themselves."""

from quellenlage.language.agents import Noun
from quellenlage.resolve._bodies import Bodies
from quellenlage.resolve._clusters import Cluster, Clusters
from quellenlage.resolve._context import Context
from quellenlage.resolve._mentions import Lexis, Mention, head_of


class Officials:
    """The spokespeople and representatives of an article, and for whom each speaks."""

    def __init__(self, context: Context, bodies: Bodies, clusters: Clusters, lexis: Lexis) -> None:
        self._context, self._bodies, self._clusters, self._lexis = context, bodies, clusters, lexis
        self._known: dict[tuple[str, int], Cluster] = {}

    def employ(self, issuer: Cluster | None) -> None:
        """Say for which body each named spokesperson speaks; a press release's executives do for its issuer."""
        for cluster in self._clusters.all:
            for mention in cluster.mentions if cluster.type == "person" else ():
                noun = head_of(mention)
                if cluster.part_of is None and noun and noun.base in self._lexis.officials and not mention.plural:
                    cluster.part_of = self._employer(mention, noun)
                elif issuer and cluster.part_of is None and noun and self._leads(mention, noun):
                    cluster.part_of = issuer

    def _leads(self, mention: Mention, noun: Noun) -> bool:
        """Whether somebody holds an office at the head of a house, and the phrase names no house beside it."""
        if noun.base not in self._lexis.executives or noun.modifier not in self._lexis.inner:
            return False
        return not any(m.type == "organisation" and m.proper for m in self._context.inside(mention.whole))

    def unnamed(self, mention: Mention, noun: Noun | None) -> Cluster | None:
        """An unnamed "Regierungsvertreter": those of one article who speak for one body count as one source."""
        if noun is None or noun.base not in self._lexis.officials or mention.plural or mention.type != "person":
            return None
        employer = self._employer(mention, noun)
        if employer is None:
            return None
        found = self._known.get((noun.base, id(employer)))
        if found is None:
            found = self._known[noun.base, id(employer)] = self._clusters.new("person")
            found.part_of = employer
        self._clusters.join(found, mention)
        return found

    def _employer(self, mention: Mention, noun: Noun) -> Cluster | None:
        for other in self._context.inside(mention.whole):
            if other.span == mention.span:
                continue
            found = None if other.proper else self._bodies.of_nation(other, head_of(other))
            if other.proper and other.type == "organisation":
                found = self._bodies.by_name(other)
            found = found or self._clusters.of_mention.get(other.span)
            if found and found.type == "organisation":
                if other.span not in self._clusters.of_mention:
                    self._clusters.join(found, other)
                    found.meant = True
                return found
        if noun.modifier:
            return self._bodies.by_modifier(noun.modifier, mention.whole.start, make=False)
        return self._bodies.last(mention.whole.start) if mention.proper else None
