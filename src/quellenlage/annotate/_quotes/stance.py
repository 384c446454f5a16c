"""Whether a statement asserts, denies or declines, and whether it is certain or hedged."""

import re

from quellenlage.annotate._quotes.clause import predicates
from quellenlage.annotate._quotes.declines import declines
from quellenlage.annotate._quotes.draft import Draft, Scene
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.model.marks import Certainty, Stance

_WORDS = re.compile(r"\w[\w-]*")
_CLAUSAL = frozenset(("dass", "infinitive", "indirect question", "cue after", "das sagte X"))
"""Constructions whose words are what the verb of denial denies."""


def judge(scene: Scene, draft: Draft, lexicon: Lexicon) -> tuple[Stance, Certainty]:
    """Stance and certainty of a draft, from its cue and its words."""
    words = content(scene, draft)
    return _stance(scene, draft, lexicon, words), _certainty(draft, lexicon, words)


def content(scene: Scene, draft: Draft) -> str:
    """The quoted words in lower case, single blanks around each, without signs."""
    raw = " ".join(scene.unit.lows[i] for low, high in draft.quote for i in range(low, high))
    return f" {' '.join(_WORDS.findall(raw))} "


def negated(words: str, lexicon: Lexicon) -> bool:
    """Whether there is a negation among the words."""
    return not lexicon.denies.negations.isdisjoint(words.split())


def _stance(scene: Scene, draft: Draft, lexicon: Lexicon, words: str) -> Stance:
    if draft.stance == "declines" or _refuses(scene, draft, lexicon):
        return "declines"
    if draft.type == "direct" and lexicon.declines.content.search(words):
        return "declines"
    if draft.stance == "denies":
        return "denies"
    table = lexicon.denies
    if draft.lemma in table.verbs:
        if draft.type == "reported":
            return "denies"
        if draft.rule in _CLAUSAL or (draft.rule == "verb-second clause" and not _after_colon(scene, draft)):
            return "asserts" if _negated_cue(scene, draft) else "denies"
        return "denies" if negated(words, lexicon) or table.within(words) else "asserts"
    if draft.lemma in table.assurance and negated(words, lexicon):
        return "denies"
    return "denies" if table.within(words) else "asserts"


def _after_colon(scene: Scene, draft: Draft) -> bool:
    """Whether a colon opens the words: "wies das zurück: …" goes on with what the speaker says instead."""
    first = draft.quote[0][0]
    return first > 0 and scene.unit.words[first - 1] == ":"


def _negated_cue(scene: Scene, draft: Draft) -> bool:
    """Whether the frame itself is negated: "bestreitet nicht, dass …"."""
    return any(scene.unit.tags[i] == "PTKNEG" for low, high in draft.frame for i in range(low, high))


def _refuses(scene: Scene, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the words refuse, or the frame of a question does: "äußere man sich nicht", "wollte nicht sagen, ob"."""
    if draft.type == "direct":
        return draft.rule == "phrase + verb" and _framed_refusal(scene, draft, lexicon)
    if draft.type not in ("indirect", "indirect_free_indirect"):
        return False
    p = scene.parse
    if draft.cue and _open_question(scene, draft) and _framed_refusal(scene, draft, lexicon):
        return True
    for place, clause in enumerate(p.clauses):
        if clause.kind not in ("main", "after") or not clause.verbs:
            continue
        if any(low <= clause.verbs[0] < high for low, high in draft.quote):
            return any(declines(p, q, lexicon) for q in predicates(p, place))
    return False


def _framed_refusal(scene: Scene, draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the clause of the cue says that somebody won't speak."""
    p = scene.parse
    place = p.segments[p.at(draft.cue[0][0])].clause if draft.cue else -1
    return place != -1 and any(declines(p, q, lexicon) for q in predicates(p, place))


def _open_question(scene: Scene, draft: Draft) -> bool:
    """Whether the rendered words are a question: "ob …", "wie viele …"."""
    first = draft.quote[0][0]
    asked = scene.unit.tags[first] in ("PWAV", "PWS", "PWAT")
    return asked or scene.unit.lows[first] in scene.unit.grammar.whether


def _certainty(draft: Draft, lexicon: Lexicon, words: str) -> Certainty:
    table = lexicon.denies
    if draft.certainty == "hedged" or draft.lemma in table.hedging_verbs:
        return "hedged"
    return "certain" if table.hedges.isdisjoint(words.split()) else "hedged"
