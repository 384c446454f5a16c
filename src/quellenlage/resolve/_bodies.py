"""Bodies that speak by another word: a government by its country, an office by its seat, the outlet as "this paper"."""

from collections.abc import Iterable

from quellenlage.language.agents import Noun
from quellenlage.language.wording import key, spells, stem, words
from quellenlage.model import Span
from quellenlage.resolve._clusters import Cluster
from quellenlage.resolve._context import Context
from quellenlage.resolve._mentions import Lexis, Mention, agree, is_body

_STATE = ("regierung", "seite", "delegation")  # with a nation's adjective these are its government
_OPEN = ("company", "society", "club", "house")  # kinds of body that are often named without a noun that tells the kind
_TOWN = 4  # letters that a town and its adjective share ("Dresden", "Dresdner")
_MENTIONS = 20  # of a body whose towns are looked at
_UNIONS = ("EU", "Vereinte Nationen")


class Bodies:
    """The article's bodies, by the ways of naming one without its name."""

    def __init__(self, context: Context, lexis: Lexis, outlet: str | None) -> None:
        self._context, self._lexis, self._outlet = context, lexis, outlet
        self._clusters = context.clusters
        self._called: dict[str, Cluster] = {}
        self._states: frozenset[str] | None = None

    def government(self, country: str) -> Cluster:
        """The government of a country, or the union of that name."""
        return self.known_as(country if country in _UNIONS else f"{country} (Regierung)")

    def known_as(self, name: str) -> Cluster:
        """The body with a name that the text needn't hold."""
        found = self._called.get(name) or self._clusters.by_key("organisation", name)
        if found is None:
            found = self._clusters.new("organisation", name=name)
        self._called[name] = found
        return found

    def outlet(self) -> Cluster | None:
        """The medium that the article stands in, None if it isn't known."""
        return self.known_as(self._outlet) if self._outlet else None

    def issuer(self, text: str) -> Cluster | None:
        """The body whose press release the article is, noted where the text first names it."""
        found = self.outlet()
        at = text.lower().find((self._outlet or "").lower())
        if found is None or (at < 0 and not found.spans):
            return None
        found.meant = True
        if not found.spans:
            found.note(text[at : at + len(self._outlet or "")], Span(at, at + len(self._outlet or "")))
        return found

    def _is_outlet(self, word: str) -> bool:
        """Whether a word is how the outlet calls itself: its name, the first word or the letters of it."""
        name = words(self._outlet or "")
        full = [w for w in name if w.lower() not in self._lexis.definite]
        return bool(full) and (stem(word) == stem(full[0]) or (len(name) > 1 and spells(name, word.upper())))

    def by_name(self, mention: Mention) -> Cluster | None:
        """Who speaks when a country, a capital or a seat does; a place that speaks is its own administration."""
        country = self._lexis.nations.speaking(mention.text)
        if country:
            return self.government(country)
        body = self._lexis.metonyms.get(mention.text)
        if body:
            return self.known_as(body)
        if mention.type == "place":
            if self._states is None:
                self._states = self._context.states(self._lexis.nations)
            state = self._context.places.get(mention.key[0], mention.text)
            return self.government(state) if state in self._states else self.known_as(mention.text)
        return None

    def of_nation(self, mention: Mention, noun: Noun | None) -> Cluster | None:
        """ "die russische Regierung", "die US-Regierung", "die varnische Seite" → the government of that country."""
        if noun is None or noun.base not in _STATE:
            return None
        prefix = self._lexis.nations.prefix(noun.modifier)
        if prefix:
            return self.government(prefix)
        for word in mention.surface.split():
            seat = self._lexis.nations.speaking(word)
            country = seat or self._lexis.nations.adjective(word, self._context.places)
            if country:
                return self.government(country)
        within = [m for m in self._context.inside(mention.whole) if m.type == "place" and m.proper]
        return self.by_name(within[0]) if within else None

    def by_modifier(self, modifier: str, before: int, make: bool = True) -> Cluster | None:
        """The body that the first part of a compound names ("Ministeriums|sprecher"); `make` one that isn't there."""
        parts = dict.fromkeys((modifier, modifier.removesuffix("s"), modifier.removesuffix("es"), modifier + "e"))
        for part in parts:
            named = self._clusters.named(stem(part), "organisation") or self._clusters.named(stem(part), "person")
            known = self._lexis.nouns.noun(part.capitalize())
            if len(named) == 1 and not (known and known.kind == "public"):
                return named[0]
            if not named and self._is_outlet(part):
                return self.outlet()
            prefix = self._lexis.nations.prefix(part)
            if prefix:
                return self.government(prefix)
        nouns = (self._lexis.nouns.noun(part.capitalize()) for part in parts)
        noun = next((n for n in nouns if n and is_body(n)), None)
        if noun is None:
            return None
        country = self._lexis.nations.prefix(noun.modifier) if noun.base in _STATE else None
        if country:
            return self.government(country)
        kind = self._lexis.hypernyms.get(noun.base) if not noun.modifier else None
        same = self.of_class(kind, before) if kind in _OPEN else None
        if same or kind == "company":
            return same
        fits = self._clusters.called(noun, ("organisation",), before)
        if len(fits) > 1 and noun.kind == "public" and not noun.modifier:
            return self._context.clear(self._latest(fits, before), before)
        if fits or not make:
            return fits[0] if fits else None
        mention = self._context.last_called(noun, before)
        if mention:
            return self._clusters.new("organisation", mention, mention.text)
        return self.known_as((noun.modifier + noun.base).capitalize())

    def last(self, before: int) -> Cluster | None:
        """Whom an unnamed spokesperson speaks for: the last body in reach, else the one that the article is about."""
        spoke = (c for c, _ in self._context.spoken(self._context.reach(before)))
        near = [c for c in self._context.near(before) if c.type == "organisation" and self._has_spokespeople(c)]
        return next((c for c in spoke if c in near), near[0] if near else None) or self._main()

    def there(self, before: int) -> Cluster | None:
        """The body that "dort" points to: the one that the last phrase for a body in reach names."""
        for mention in reversed(self._context.window(before)):
            noun = mention.heads[0] if mention.heads else None
            found = self._clusters.of_mention.get(mention.span)
            if found is None and noun and is_body(noun) and mention.definite and not mention.plural:
                found = self.described(mention, noun, mention.whole.start)
                found = found or self._clusters.new("organisation", mention, mention.text)
            if found and found.type == "organisation" and self._has_spokespeople(found):
                return found
        return self._main()

    def _is_open(self, cluster: Cluster) -> bool:
        """Whether the body has a name and no noun for its kind; one in quotation marks is a medium or a title."""
        named = cluster.proper()
        return bool(named) and not any(True for _ in cluster.nouns()) and not any(m.quoted for m in named)

    def _is_medium(self, cluster: Cluster) -> bool:
        """Whether the body is the outlet itself or is called by a noun for a medium."""
        outlet = set(key(self._outlet or ""))
        own = any(outlet.issuperset(m.key) for m in cluster.proper())
        return own or any(n.kind == "medium" for n in cluster.nouns())

    def _is_coined(self, cluster: Cluster) -> bool:
        """Whether the cluster has a name with a word that is no noun for a body, so that a headline may shorten it."""
        return any(self._lexis.nouns.noun(w) is None for m in cluster.proper() for w in words(m.text) if w[0].isupper())

    def _has_spokespeople(self, cluster: Cluster) -> bool:
        if any(m.quoted for m in cluster.mentions):
            return False
        return not any(n.kind == "medium" or n.modifier + n.base in self._lexis.voiceless for n in cluster.nouns())

    def _main(self) -> Cluster | None:
        """The body named most often, if that is no tie and it is named at all often."""
        bodies = [
            c
            for c in self._clusters.all
            if c.type == "organisation" and self._has_spokespeople(c) and len(c.mentions) > 1
        ]
        ranked = sorted(bodies, key=lambda c: -len(c.mentions))
        if not ranked or (len(ranked) > 1 and len(ranked[0].mentions) == len(ranked[1].mentions)):
            return None
        return ranked[0]

    def described(self, mention: Mention, noun: Noun, before: int) -> Cluster | None:
        """The body that "die Kasse", "das Unternehmen" or "das Landratsamt" points back to."""
        fits = self._clusters.called(noun, ("organisation",), before, mention.nations)
        fits = [c for c in fits if c.last_before(before) >= 0 or self._is_coined(c)]
        if noun.base in self._lexis.local:
            fits = [c for c in fits if self._may_be_local(c, mention, noun, before)]
        if noun.modifier:  # "die Sparkasse" needn't be the "Kasse" of the sentence before
            fits = [c for c in fits if c.proper() or any(n.modifier for n in c.nouns())]
        bare = len(mention.key) == 1 or (len(mention.key) == 2 and mention.text.partition(" ")[0].endswith("er"))
        kind = self._lexis.hypernyms.get(noun.base) if bare and not noun.modifier else None
        if fits and noun.kind == "public" and not noun.modifier:
            nearest = self._context.clear(self._latest(fits, before), before)
            fits = [nearest] if nearest and not self._rivalled(nearest, noun, before) else []
        if fits and (kind is None or any(n.base == noun.base for n in fits[0].nouns())):
            return fits[0]
        return self.of_class(kind, before) if kind else None

    def _may_be_local(self, cluster: Cluster, mention: Mention, noun: Noun, before: int) -> bool:
        """Whether a body of which each place has its own can be the phrase's: no other town, and not one named later
        that is more than its noun ("die Polizei" before "die Bereitschaftspolizei").
        """
        if cluster.last_before(before) < 0 and any(n.modifier != noun.modifier for n in cluster.nouns()):
            return False
        town = self._town(mention)
        towns = {t for t in map(self._town, cluster.mentions[:_MENTIONS]) if t}
        return not town or not towns or town in towns

    def _town(self, mention: Mention) -> str:
        """How the town begins that a local body's wording names ("die Bochumer Polizei", "Polizei Bochum")."""
        named = [w for w in words(mention.surface)[-3:] if w[0].isupper() and self._lexis.nouns.noun(w) is None]
        named = [w for w in named if w.lower() not in self._lexis.definite]
        return named[0][:_TOWN].lower() if named else ""

    def _rivalled(self, cluster: Cluster, noun: Noun, before: int) -> bool:
        """Whether a body of the noun's kind that spoke nowhere, and isn't this one, was named in reach."""
        heads = (m.heads[0] for m in self._context.window(before) if m.heads and not m.proper)
        others = [h for h in heads if h.base == noun.base and h.modifier]
        return any(not agree(o, n) for o in others for n in cluster.nouns())

    def _latest(self, clusters: Iterable[Cluster], before: int) -> list[Cluster]:
        return sorted(clusters, key=lambda c: c.last_before(before), reverse=True)

    def _is_of(self, cluster: Cluster, kind: str) -> bool:
        """Whether one of the body's nouns is of a class; a house is a firm or one of the table's."""
        return any(self._of_kind(n, kind) for n in cluster.nouns())

    def _of_kind(self, noun: Noun, kind: str) -> bool:
        return noun.kind == kind or (kind == "house" and (noun.kind == "company" or noun.base in self._lexis.houses))

    def _unresolved(self, kind: str, before: int, since: int) -> Cluster | None:
        """The body of a class that "das Museum" names in a sentence after `since`, where that phrase spoke nowhere."""
        for mention in reversed(self._context.window(before)):
            noun = mention.heads[0] if mention.heads else None
            if mention.proper or not mention.marked or mention.plural or noun is None or mention.nations:
                continue
            if mention.whole.start <= since:
                return None
            if not self._of_kind(noun, kind) or noun.base in self._lexis.hypernyms:
                continue
            if mention.span in self._clusters.of_mention or self._context.same_sentence(since, mention.span.start):
                return None
            found = self.described(mention, noun, mention.whole.start)
            if found:
                self._clusters.join(found, mention)
            return found or self._clusters.new("organisation", mention, mention.text)
        return None

    def of_class(self, kind: str, before: int) -> Cluster | None:
        """The one body of a class (a key of the table's hypernyms) that a phrase here can point back to."""
        near = [c for c in self._context.near(before) if c.type == "organisation"]
        exact = [c for c in near if self._is_of(c, kind)]
        open_ = [c for c in near if self._is_open(c) and not self._is_medium(c)] if kind in _OPEN else []
        far = [c for c in self._clusters.all if c.type == "organisation" and self._is_of(c, kind)]
        far = [c for c in far if c.last_before(before) >= 0]
        last = exact[0].last_before(before) if exact else -1
        later = self._unresolved(kind, before, last)
        if later and later.last_before(before) > last:
            return later
        nearest = self._context.clear(exact, before)
        if nearest or len(far) == 1:
            return nearest or far[0]
        main = self._main()
        if not open_ and kind == "club" and main and self._is_open(main) and not self._is_medium(main):
            open_ = [main]
        if len(open_) != 1 or exact or far:
            return None
        return open_[0] if main in (None, open_[0]) or not self._is_open(main) else None
