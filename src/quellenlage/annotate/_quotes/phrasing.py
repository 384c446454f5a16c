"""Phrases in quotation marks: somebody's words inside a statement, or beside a verb that hands them on.

A name, a title or a word held at arm's length is in marks too. What counts is lower-case words, a place that titles
don't take, and the verb ("nannte das „eine Zumutung“", "sprach von einer „neuen Qualität“").
"""

from dataclasses import replace

from quellenlage.annotate._quotes.clause import Predicate, predicates
from quellenlage.annotate._quotes.cue import recognise
from quellenlage.annotate._quotes.draft import Draft, Range, Scene, group, without
from quellenlage.annotate._quotes.lexicon import Lexicon
from quellenlage.annotate._quotes.speaker import subject


def find_quoting(scene: Scene, lexicon: Lexicon) -> None:
    """Add the phrases that a verb of naming or speaking hands on, where no statement holds them."""
    p = scene.parse
    for phrase in scene.unit.phrases:
        if any(low <= phrase[0] < high for d in scene.drafts for low, high in d.quote):
            continue
        clause = p.segments[p.at(phrase[0])].clause
        for predicate in reversed(predicates(p, clause)):
            if _hands_on(scene, predicate, phrase, lexicon):
                _add(scene, predicate, phrase, lexicon)
                break


def _hands_on(scene: Scene, predicate: Predicate, phrase: Range, lexicon: Lexicon) -> bool:
    unit = scene.unit
    before = unit.lows[phrase[0] - 1] if phrase[0] else ""
    tag = unit.tags[phrase[0] - 1] if phrase[0] else ""
    named = before in unit.grammar.named or tag in ("PDS", "ADJA")
    if predicate.lemma in lexicon.naming:
        return (tag not in ("NN", "NE") and (named or not is_title(scene, phrase))) or _lower(scene, phrase)
    verb = lexicon.verbs.get(predicate.lemma)
    if verb is None or not verb.direct or verb.clause == "no":
        return False
    return not is_title(scene, phrase)


def _lower(scene: Scene, phrase: Range) -> bool:
    return scene.unit.words[phrase[0] + 1][:1].islower()


def _add(scene: Scene, predicate: Predicate, phrase: Range, lexicon: Lexicon) -> None:
    p = scene.parse
    segment = p.segments[p.at(phrase[0])]
    own = p.clauses[predicate.clause].segments
    low, high = p.segments[own[0]].low, p.segments[own[-1]].high
    cue = recognise(p, predicate, lexicon, segment.low, segment.high)
    speaker = subject(p, predicate, lexicon, low, high)
    parts = cue.parts if cue else predicate.parts
    parts = [i for i in parts if not phrase[0] <= i < phrase[1]]
    governed = lexicon.summary_preposition.get(predicate.lemma, frozenset()) | scene.unit.grammar.as_named
    parts.extend(i for i in range(max(low, phrase[0] - 2), phrase[0]) if scene.unit.lows[i] in governed)
    frame = without((low, high), [phrase])
    scene.add(Draft("direct", [phrase], "phrase + verb", speaker, group(parts), frame, lemma=predicate.lemma))


def find_phrases(scene: Scene) -> None:
    """Add the phrases that stand inside a statement, with that statement's speaker, cue and frame."""
    for phrase in scene.unit.phrases:
        hosts = [d for d in scene.drafts if any(low <= phrase[0] and phrase[1] <= high for low, high in d.quote)]
        if not hosts or any(d.type == "direct" for d in hosts) or is_title(scene, phrase):
            continue
        host = min(hosts, key=lambda d: sum(high - low for low, high in d.quote))
        rule = "phrase in " + host.rule
        scene.add(replace(host, type="direct", quote=[phrase], lead=(), rule=rule, host=host))


def is_title(scene: Scene, phrase: Range) -> bool:
    """Whether the marks hold a name or title rather than somebody's words."""
    unit = scene.unit
    words = [w for w in unit.words[phrase[0] + 1 : phrase[1] - 1] if w[:1].isalnum()]
    if not words:
        return True
    lower = sum(w[:1].islower() for w in words)
    before = unit.tags[phrase[0] - 1] if phrase[0] else ""
    if before in ("NN", "NE") and words[0][:1].isupper():
        return True
    if len(words) == 1:
        return lower == 0
    return lower == 0 or (len(words) < 4 and words[0][:1].isupper())
