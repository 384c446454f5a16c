"""Plain sentences of a press release: the words of the body that issues it, where nothing else says whose they are."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from quellenlage.annotate._quotes.clause import predicates
from quellenlage.annotate._quotes.draft import Draft, Scene
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.speaker import subject
from quellenlage.annotate._quotes.unit import QUOTE
from quellenlage.language import Language

_MAIN = ("main", "after")
_FRAMES = ("nach + source noun", "noun + nach")


class House:
    """The body that issues an article, as its sentences name it."""

    def __init__(self, issuer: str, lang: Language) -> None:
        table = lang.table("masthead")["release"]
        self._forms: tuple[str, ...] = tuple(table["forms"])
        self._ourselves, self._own = _words(lang)
        self._nobody = frozenset(table["nobody"])
        self._issuer = issuer
        short = next((issuer.removesuffix(f).strip() for f in self._forms if issuer.endswith(f)), issuer)
        self._names = frozenset(w.lower() for w in short.split())

    def speaks(self, scenes: list[Scene]) -> bool:
        """Whether it tells its own case, rather than recording what a council or the police did.

        It does if it is a firm or an association by its name, or says "wir" outside quotation marks.
        """
        told = (s.unit for s in scenes if s.unit.role == "body")
        return self._issuer.endswith(self._forms) or any(not self._ourselves.isdisjoint(u.lows) for u in told)

    def find(self, scene: Scene, lexicon: Lexicon) -> None:
        """Mark what a frame gives to nobody but the house, and add the sentence that no construction has."""
        unit = scene.unit
        if unit.role != "body" or scene.closed:
            return
        for draft in scene.drafts:
            draft.issued = draft.rule in _FRAMES and self._is_own(scene, draft)
        if not scene.drafts and not unit.clausal and unit.words[-1] != "?" and _states(scene):
            draft = Draft("indirect", [(0, len(unit))], "press release", issued=True)
            draft.stance = "denies" if self._disowns(scene, lexicon) else "asserts"
            scene.add(draft)

    def _is_own(self, scene: Scene, draft: Draft) -> bool:
        """Whether the source is the house's own thought: "nach unserer Bewertung", "nach derzeitiger Einschätzung"."""
        unit = scene.unit
        items = [i for low, high in draft.speaker for i in range(low, high)]
        named = any(i in unit.actors for i in items) or any(unit.tags[i] == "ART" for i in items)
        owned = any(unit.lows[i] in self._ourselves or unit.lows[i].startswith(self._own) for i in items)
        return owned and not named

    def _disowns(self, scene: Scene, lexicon: Lexicon) -> bool:
        """Whether the house says of itself that it has not done a thing, or denies one by a verb for that: "Wir haben
        niemanden entlassen", "Das weisen wir zurück".
        """
        p, unit = scene.parse, scene.unit
        negated = not (lexicon.denies.negations | self._nobody).isdisjoint(unit.lows)
        for place, clause in enumerate(p.clauses):
            for predicate in predicates(p, place)[:1] if clause.kind in _MAIN and clause.verbs else ():
                past = unit.items[predicate.verb].tense == "past" or unit.tags[predicate.main] == "VVPP"
                disowns = not negated if predicate.lemma in lexicon.denies.verbs else negated and past
                who = subject(p, predicate, lexicon, 0, len(unit)) if disowns and not predicate.passive else []
                words = {unit.lows[i] for low, high in who for i in range(low, high)}
                return not words.isdisjoint(self._names | self._ourselves)
        return False


def _states(scene: Scene) -> bool:
    """Whether the unit has a main clause with a finite verb that states something, and no sentence in marks."""
    unit = scene.unit
    if QUOTE in unit.tags or len(unit) < 4:
        return False
    return any(c.kind in _MAIN and c.verbs for c in scene.parse.clauses)


@cache
def _words(lang: Language) -> tuple[frozenset[str], tuple[str, ...]]:
    table: Mapping[str, Any] = lang.table("masthead")["release"]
    return frozenset(table["ourselves"]), tuple(table["own"])
