"""What a speaker phrase means, given the article's clusters and what was said before it."""

from collections.abc import Sequence
from itertools import pairwise

from quellenlage.language.agents import Noun
from quellenlage.language.wording import key, stem
from quellenlage.model import Span, Token
from quellenlage.model.marks import EntityType
from quellenlage.resolve._bodies import Bodies
from quellenlage.resolve._clusters import Cluster, Clusters
from quellenlage.resolve._context import Context
from quellenlage.resolve._mentions import Lexis, Mention, head_of, is_body
from quellenlage.resolve._officials import Officials
from quellenlage.resolve._pronouns import Pronouns

_NAMELIKE = ("NN", "NE", "FM", "XY", "TRUNC")
_BINDING = ("APPR", "APPRART", "KON")
_PEOPLE = 200  # persons of an article whose age is looked for
_LONGEST = 25  # words of a phrase without a mention that can still be a description


class Resolver:
    """Resolves the speaker phrases of one article in order of the text."""

    def __init__(
        self, context: Context, bodies: Bodies, clusters: Clusters, lexis: Lexis, officials: Officials
    ) -> None:
        self._context, self._bodies, self._clusters, self._lexis = context, bodies, clusters, lexis
        self._voices: list[Cluster] = []
        self._authors: list[Cluster] = []
        self._officials = officials
        self._pronouns = Pronouns(context, bodies, lexis)

    def speaker(self, span: Span) -> Cluster | None:
        """The entity that the phrase means, None where it means nobody or one of several."""
        tokens = self._context.tokens(span)
        found = self._meaning(span, tokens) if tokens else None
        if found:
            found.meant = True
            found.note(self._context.words(span), span)
            mention = self._head(span)
            self._context.say(span.start, found, mention.gender if mention and not mention.proper else found.gender)
        return found

    def gather(self) -> None:
        """Put the definite phrases that spoke nowhere with the entity that they plainly mean."""
        for mention in self._context.mentions:
            noun = head_of(mention)
            if mention.proper or not mention.marked or noun is None or mention.span in self._clusters.of_mention:
                continue
            found = self._called_back(mention, noun, mention.whole.start)
            if found:
                self._clusters.join(found, mention)

    def _meaning(self, span: Span, tokens: Sequence[Token]) -> Cluster | None:
        if not any(t.tag in _NAMELIKE or (k and not t.text.islower()) for k, t in enumerate(tokens)):
            pronoun = tokens[0].text.lower()
            if any(pronoun in forms for forms in self._lexis.pronouns.values()):
                return self._pronouns.antecedent(pronoun, span)
        if self._is_outlet(tokens):
            return self._bodies.outlet()
        source = self._source(tokens)
        if source:
            return self._behind(*source, span, tokens)
        mention = self._head(span)
        return self._mention(mention, span) if mention else self._plain(tokens, span)

    # --- what the phrase is made of

    def _is_outlet(self, tokens: Sequence[Token]) -> bool:
        """ "dieser Zeitung", "unserer Redaktion", "einer früheren Fassung dieses Textes"."""
        return any(
            a.text.lower() in self._lexis.this and b.text.lower() in self._lexis.selves for a, b in pairwise(tokens)
        )

    def _source(self, tokens: Sequence[Token]) -> tuple[Noun, int] | None:
        """The noun for somebody's words at the head of the phrase, with its place."""
        for place, token in enumerate(tokens):
            measure = place and tokens[place - 1].tag == "CARD"  # "dem 54 Seiten langen Papier"
            if not measure and (token.tag in _NAMELIKE or (token.text[0].isupper() and place)):
                noun = self._lexis.nouns.noun(token.text)
                return (noun, place) if noun and noun.kind == "source" else None
        return None

    def _head(self, span: Span) -> Mention | None:
        """The mention that the phrase is about: a name of a person that nothing binds, else the first."""
        inside = self._context.inside(span)
        for mention in inside:
            if mention.proper and mention.type == "person" and not self._bound(span, mention):
                return mention
        first = min(inside, key=lambda m: (max(m.whole.start, span.start), -m.whole.end, not m.proper), default=None)
        return self._firm_after(first, inside) if first and not first.proper else first

    def _firm_after(self, role: Mention, inside: Sequence[Mention]) -> Mention:
        """The body whose name follows a noun for people directly ("der Wirtschaftsprüfer Brunn & Partner")."""
        head = head_of(role)
        if head is None or head.kind not in ("person", "group") or head.base in self._lexis.officials:
            return role
        follows = (m for m in inside if m.proper and m.type == "organisation" and m.span.start == role.span.end + 1)
        return next(follows, role)

    def _bound(self, span: Span, mention: Mention) -> bool:
        """Whether a preposition, "und", a genitive article or a comma stands before the name's own phrase."""
        before = self._context.tokens(Span(span.start, max(span.start, mention.whole.start)))
        return any(t.tag in _BINDING or t.text == "," or (t.tag == "ART" and k) for k, t in enumerate(before))

    # --- mentions

    def _mention(self, mention: Mention, span: Span) -> Cluster | None:
        known = self._clusters.of_mention.get(mention.span)
        if mention.proper:
            return self._named(mention, known, span)
        noun = head_of(mention)
        if known or noun is None:
            return known or self._own(mention, noun)
        if noun.base in self._lexis.spokes and not mention.plural:
            return self._spokesperson(mention, noun)
        found = self._described(mention, noun, span.start) if mention.definite else None
        if found is None:
            return self._own(mention, noun)
        self._clusters.join(found, mention)
        return found

    def _named(self, mention: Mention, known: Cluster | None, span: Span) -> Cluster | None:
        if mention.type != "person":
            return self._bodies.by_name(mention) or known
        if known is None:
            bearers = self._clusters.bearers(mention)
            near = [c for c in self._context.near(span.start) if c in bearers]
            known = near[0] if len(near) == 1 else None
        return known

    def _own(self, mention: Mention, noun: Noun | None) -> Cluster:
        """An entity of its own: a body by its phrase, a source that stays unnamed."""
        government = self._bodies.of_nation(mention, noun)
        if government:
            self._clusters.join(government, mention)
            return government
        cluster = self._officials.unnamed(mention, noun) or self._clusters.new(mention.type, mention, mention.text)
        office = noun is not None and noun.base in self._lexis.offices and mention.definite and not mention.plural
        cluster.anonymous, cluster.plural = not (is_body(noun) or office), mention.plural
        return cluster

    def _spokesperson(self, mention: Mention, noun: Noun) -> Cluster:
        """Whom an unnamed spokesperson speaks for: the complement, the compound's first part, or the last body."""
        for other in self._context.inside(mention.whole):
            if other.span.start > mention.span.start:
                found = self._clusters.of_mention.get(other.span) or self._mention(other, other.whole)
                if found:
                    return found
        if noun.modifier:
            return self._voice(self._bodies.by_modifier(noun.modifier, mention.whole.start)) or self._own(mention, noun)
        if len(mention.key) > 1 and self._lexis.nouns.noun((mention.verbatim.split() or [""])[0]) == noun:
            return self._own(mention, noun)
        if mention.marked:
            before = self._clusters.called(noun, ("person",), mention.whole.start)
            if before and before[0].last_before(mention.whole.start) >= 0 and _gender_fits(before[0], mention.gender):
                return before[0]
            if self._voices:
                return self._voices[-1]
        return self._voice(self._bodies.last(mention.whole.start)) or self._own(mention, noun)

    def _voice(self, body: Cluster | None) -> Cluster | None:
        """Keep for whom an unnamed spokesperson spoke: "die Sprecherin" later on speaks for the same."""
        if body:
            self._voices.append(body)
        return body

    # --- phrases without a name

    def _described(self, mention: Mention, noun: Noun, before: int) -> Cluster | None:
        """The entity that a definite phrase points back to, None if none fits or two do."""
        return self._called_back(mention, noun, before) or self._lone_person(mention, before)

    def _called_back(self, mention: Mention, noun: Noun, before: int) -> Cluster | None:
        if is_body(noun):
            return self._bodies.of_nation(mention, noun) or self._bodies.described(mention, noun, before)
        types: tuple[EntityType, ...] = ("group", "person") if mention.plural else (mention.type,)
        fits = [c for c in self._clusters.called(noun, types, before, mention.nations) if _can_be_called(c, mention)]
        if noun.modifier.isdigit():
            return self._aged(noun.modifier, mention, before)
        fits = [c for c in fits if c.last_before(before) >= 0] or fits
        if len(fits) > 1:
            near = self._context.near(before)
            fits = [c for c in fits if c in near]
        return fits[0] if len(fits) == 1 else None

    def _aged(self, age: str, mention: Mention, before: int) -> Cluster | None:
        """The one person in the article whose age that is ("Maier (64)", "der 64-jährige Maier"), else the only one in
        reach, if that age was given to nobody there.
        """
        people = [c for c in self._clusters.all if c.type == "person" and not c.anonymous]
        fits = [c for c in people[:_PEOPLE] if self._context.has_number(c, age)]
        if not fits and age not in self._context.text[self._context.reach(before) : before]:
            gender = mention.gender or self._lexis.gender_of(mention.surface.partition(" ")[0])
            fits = [c for c in self._context.near(before) if c in people and _gender_fits(c, gender)]
        return fits[0] if len(fits) == 1 else None

    def _lone_person(self, mention: Mention, before: int) -> Cluster | None:
        """Someone called by a noun not used of anyone yet: the one person in reach, who spoke there or has no noun yet
        ("Jan Ohm hat überlebt. … sagt der Elektriker").
        """
        noun = head_of(mention)
        if (
            mention.type != "person"
            or mention.plural
            or not mention.marked
            or (noun and noun.base in self._lexis.offices)
        ):
            return None
        near = [c for c in self._context.near(before) if c.type == "person" and _gender_fits(c, mention.gender)]
        spoke = [c for c, _ in self._context.spoken(self._context.reach(before))]
        if not near:
            return self._just_named(mention, before)
        if len(near) != 1:
            return None
        aged = noun is not None and noun.modifier.isdigit()
        unspecified = not (aged or near[0].anonymous or any(True for _ in near[0].nouns()))
        return near[0] if near[0] in spoke or unspecified else None

    def _just_named(self, mention: Mention, before: int) -> Cluster | None:
        """The one whom a phrase with "ein" brought in and who is now "der Mann", if nobody else is in reach."""
        people = [m for m in self._context.window(before) if m.type == "person" and not m.plural and m is not mention]
        if len(people) != 1 or people[0].definite or people[0].proper or people[0].gender != mention.gender:
            return None
        return self._own(people[0], head_of(people[0]))

    def _plain(self, tokens: Sequence[Token], span: Span) -> Cluster | None:
        """A phrase that holds no mention: an entity of its own if it has a noun."""
        noun = next((t for t in tokens if t.tag in _NAMELIKE), None)
        if noun is None or len(tokens) > _LONGEST:
            return None
        country = self._lexis.nations.speaking(noun.text)
        if country:
            return self._bodies.government(country)
        known = self._lexis.nouns.noun(noun.text)
        name = noun is tokens[0] or noun.tag in ("NE", "FM") or any(t.tag == "$(" for t in tokens)
        if known or (not name and noun.text.lower().endswith(self._lexis.animate)):
            whole = Span(tokens[0].start, span.end)
            return self._mention(self._unseen(tokens[0], noun, known, whole), whole)
        if name:
            return self._unmarked_name(noun, tokens)
        called = self._clusters.called(Noun("company", noun.text.lower()), ("organisation",), span.start)
        return called[0] if len(called) == 1 else None

    def _unmarked_name(self, noun: Token, tokens: Sequence[Token]) -> Cluster | None:
        """A name that no step marked: whoever else bears it, or a body of its own."""
        named = [
            *self._clusters.named(stem(noun.text), "person"),
            *self._clusters.named(stem(noun.text), "organisation"),
        ]
        if named:
            return named[0] if len(named) == 1 else None
        own = tokens[: next((k for k, t in enumerate(tokens) if k and t.text == ","), len(tokens))]
        last = next((t for t in reversed(own) if t.tag in _NAMELIKE), noun)
        return self._clusters.new("organisation", name=self._context.words(Span(noun.start, max(noun.end, last.end))))

    def _unseen(self, first: Token, noun: Token, known: Noun | None, whole: Span) -> Mention:
        """A mention for a noun phrase that no step marked as one."""
        own, article = Span(noun.start, whole.end), first.text.lower()
        wording = self._context.words(own)
        type_: EntityType = "organisation" if known and is_body(known) else "person"
        heads = (known,) if known else (Noun("person", noun.text.lower()),)
        return Mention(
            own, whole, type_, wording, self._context.words(whole), False, key(wording),
            None, self._lexis.gender_of(article), False, article not in self._lexis.indefinite,
            article in self._lexis.definite, heads,
        )  # fmt: skip

    # --- somebody's words, pronouns

    def _behind(self, noun: Noun, place: int, span: Span, tokens: Sequence[Token]) -> Cluster | None:
        """Whose words they are: "Angaben der Polizei", "Polizeiangaben", "seinen Angaben"."""
        after = Span(tokens[place].end, span.end)
        following = next((t for t in tokens[place + 1 :] if t.tag[0] != "$"), None)
        owned = following is not None and following.text.lower() not in self._lexis.elsewhere
        mention = self._head(after) if owned else None
        if mention:
            found = self._mention(mention, after)
            if found and noun.base in self._lexis.papers and found not in self._authors:
                self._authors.append(found)
            return found
        rest = [t for t in tokens[place + 1 :] if t.tag in _NAMELIKE] if owned else []
        rest = [t for t in rest if not t.text.lower().startswith(self._lexis.when)]
        return self._unowned(noun, place, span, tokens) or (self._plain(rest, after) if rest else None)

    def _unowned(self, noun: Noun, place: int, span: Span, tokens: Sequence[Token]) -> Cluster | None:
        """Whose words they are where no genitive says it: the compound, the possessive or the sentence does."""
        owners = dict.fromkeys(m for m in (noun.modifier, noun.modifier.partition("-")[0]) if m)  # "RKI-Lage|bericht"
        named = (self._bodies.by_modifier(m, span.start) for m in owners)
        if body := next((c for c in named if c), None):
            return body
        if noun.base in self._lexis.papers and place and tokens[0].text.lower() in self._lexis.definite:
            return self._authors[0] if len(self._authors) == 1 else None
        if place and tokens[0].text.lower() in self._lexis.possessive:
            return self._pronouns.antecedent(tokens[0].text.lower(), span)
        if place and tokens[place - 1].text.lower() in self._lexis.pronouns["own"]:
            return self._subject(span)
        theirs = any(t.text.lower() in self._lexis.possessive for t in tokens[place + 1 :])
        return self._issuer(span) if (not place and noun.base in self._lexis.issued) or theirs else None

    def _issuer(self, span: Span) -> Cluster | None:
        """Who puts out what stands without an owner ("Der Rat rechnet laut Communiqué"): the one body before it."""
        named = [m for m in self._context.around(span)[0] if m.type != "place" and (m.proper or m.definite)]
        if len(named) != 1 or named[0].type != "organisation" or named[0].plural:
            return None
        return self._mention(named[0], named[0].whole)

    def _subject(self, span: Span) -> Cluster | None:
        """Who speaks of themselves: whoever the sentence names last before the phrase, else first after it."""
        before, after = self._context.around(span)
        for mention in [*reversed(before), *after]:
            if mention.type != "place" and (mention.proper or mention.definite) and not mention.plural:
                return self._mention(mention, mention.whole)
        return None


def _can_be_called(cluster: Cluster, mention: Mention) -> bool:
    """Whether number and gender of a phrase fit the cluster."""
    back = mention.marked or not cluster.anonymous  # "Ermittler" without an article are others than "ein Ermittler"
    return back and cluster.plural == mention.plural and _gender_fits(cluster, mention.gender)


def _gender_fits(cluster: Cluster, gender: str | None) -> bool:
    return cluster.gender is None or gender is None or cluster.gender == gender
