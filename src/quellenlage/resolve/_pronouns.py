"""Whom a pronoun means: the last speaker if it fits, else the only one in reach that does."""

from quellenlage.model import Span
from quellenlage.resolve._bodies import Bodies
from quellenlage.resolve._clusters import Cluster
from quellenlage.resolve._context import Context
from quellenlage.resolve._mentions import Lexis


class Pronouns:
    """The pronouns of one article, read in order of its text."""

    def __init__(self, context: Context, bodies: Bodies, lexis: Lexis) -> None:
        self._context, self._bodies, self._lexis = context, bodies, lexis

    def antecedent(self, pronoun: str, span: Span) -> Cluster | None:
        """The one whom a pronoun means: the last speaker if it fits, else the only one in reach that does."""
        forms = self._lexis.pronouns
        if pronoun in forms["there"]:
            return self._bodies.there(span.start)
        if pronoun in forms["outlet"] and not self._context.is_quoted(span.start):
            return self._bodies.outlet()
        if pronoun in forms["first"] or (pronoun in forms["nobody"] and pronoun not in forms["neuter"]):
            return None
        gender = "m" if pronoun in forms["masculine"] else "f" if pronoun in forms["feminine"] else "n"
        if pronoun in forms["several"] and self._context.verb_is_plural(span):
            gender = "plural"
        near = [c for c in self._context.near(span.start) if self._can_be(c, gender)]
        if pronoun in forms["demonstrative"] and gender in ("m", "f"):
            return next((c for c in near if c.type == "person"), None)
        since = self._context.reach(span.start)
        spoke = [
            c
            for c, called in self._context.spoken(since)
            if self._can_be(c, gender) or (called == gender and gender != "n")
        ]
        if gender in ("m", "f") and any(c.type == "person" for c in near):
            spoke = [c for c in spoke if c.type == "person"]
        if spoke:
            return self._speaker_or_rival(spoke[0], near, span)
        people = [c for c in near if c.type == "person"] if gender in ("m", "f") else near
        people = people or [c for c in near if not self._context.is_setting(c, span.start)]
        return people[0] if len(people) == 1 else self._context.opening(people, span.start, forms["asking"])

    def _can_be(self, cluster: Cluster, gender: str) -> bool:
        """Whether a pronoun of this gender can mean the cluster; a body whose gender isn't known is no "er"."""
        if gender == "plural":
            return cluster.type == "group" or cluster.plural
        if cluster.type == "person":
            return gender != "n" and cluster.gender in (None, gender)
        known = {g for g in map(self._lexis.base.gender, cluster.nouns()) if g}
        return cluster.type == "organisation" and (gender in known if known else gender in ("f", "n"))

    def _speaker_or_rival(self, spoke: Cluster, near: list[Cluster], span: Span) -> Cluster | None:
        """The last speaker, unless another of that kind came in since; then the one that a sentence begins with."""
        rivals = [c for c in near if c is not spoke and (c.type == "person" or spoke.type != "person")]
        since = spoke.last_before(span.start)
        if spoke.type == "person":
            rivals = [c for c in rivals if c.last_before(span.start) > since]
        elif spoke.type == "organisation":
            rivals = [c for c in rivals if c.type == "person" and c.last_before(span.start) > since]
        return (
            spoke if not rivals else self._context.opening([spoke, *rivals], span.start, self._lexis.pronouns["asking"])
        )
