"""Who said what within one article: every construction that German news marks speech with, in one order.

Each construction is a private module of `_quotes`. Answers of an interview come first, then frames (laut, zufolge),
clauses that a cue governs and Konjunktiv carried on; then hearsay, words in quotation marks, summaries, and last the
phrases in quotation marks that stand inside a statement and the quotations inside quotations.
"""

from quellenlage.annotate._quotes.addressee import find_addressees
from quellenlage.annotate._quotes.assemble import assemble, insert
from quellenlage.annotate._quotes.chain import find_chains
from quellenlage.annotate._quotes.clause import Parse, parse
from quellenlage.annotate._quotes.clauses import find_clauses
from quellenlage.annotate._quotes.dependent import find_dependent
from quellenlage.annotate._quotes.direct import find_direct
from quellenlage.annotate._quotes.draft import Scene
from quellenlage.annotate._quotes.frames import find_frames
from quellenlage.annotate._quotes.hearsay import find_hearsay
from quellenlage.annotate._quotes.interview import find_answers, find_exchange
from quellenlage.annotate._quotes.lexicon import Lexicon, lexicon
from quellenlage.annotate._quotes.marks import Pair, pair_marks
from quellenlage.annotate._quotes.phrasing import find_phrases, find_quoting
from quellenlage.annotate._quotes.release import House
from quellenlage.annotate._quotes.repair import repair
from quellenlage.annotate._quotes.reported import find_reported
from quellenlage.annotate._quotes.runon import find_runons
from quellenlage.annotate._quotes.unit import build_units, place_names, within
from quellenlage.language import Language
from quellenlage.model import Name, Quotation, Sentence

LONGEST = 400
"""A sentence of more words and signs than this is a list or a broken text, and nobody's words are looked for in it."""


def find_quotations(
    text: str, sentences: tuple[Sentence, ...], names: tuple[Name, ...], lang: Language, issuer: str | None = None
) -> tuple[Quotation, ...]:
    """The statements of the article in order of their first word. Spans are code points into `text`; raises nothing.

    `issuer` is the body whose press release the text is; what no construction has is then its own.
    """
    words = lexicon(lang)
    sentences = _with_announced(sentences)
    pairs = pair_marks(text, _paragraphs(sentences))
    outer = tuple(p for p in pairs if not p.inner)
    scenes = _scenes(text, sentences, outer, names, words)
    find_answers(scenes)
    find_exchange(text, scenes)
    house = House(issuer, lang) if issuer else None
    _find(scenes, words, house if house and house.speaks(scenes) else None)
    found = assemble(scenes, words)
    inside: list[Quotation] = []
    starts = [s.start for s in sentences]
    for pair, inner in _holding(outer, pairs):
        parts = within(sentences, starts, pair.start + 1, pair.end - 1)
        held = _scenes(text, parts, inner, (), words)
        for scene in held:
            find_direct(scene, words)
        inside.extend(assemble(held, words))
    return insert(found, inside)


def _scenes(
    text: str, sentences: tuple[Sentence, ...], pairs: tuple[Pair, ...], names: tuple[Name, ...], words: Lexicon
) -> list[Scene]:
    """The parsed units of the sentences."""
    units = build_units(text, sentences, pairs, words.grammar)
    place_names(units, names)
    scenes: list[Scene] = []
    for unit in units:
        if len(unit) > LONGEST:
            scenes.append(Scene(unit, Parse(unit, [], []), closed=True))
            continue
        repair(unit, words)
        scenes.append(Scene(unit, parse(unit)))
    return scenes


def _find(scenes: list[Scene], words: Lexicon, house: House | None) -> None:
    """Every construction, in order, on every unit that no answer has."""
    for n, scene in enumerate(scenes):
        before = scenes[n - 1] if n and scenes[n - 1].unit.role == scene.unit.role else None
        if not scene.closed:
            find_frames(scene, words)
            find_clauses(scene, before, words)
    find_runons(scenes, words)
    for scene in scenes:
        if not scene.closed:
            find_dependent(scene, words)
            find_hearsay(scene, words)
            find_addressees(scene, words)
            find_direct(scene, words)
            find_quoting(scene, words)
            find_addressees(scene, words)
            find_reported(scene, words)
            if house:
                house.find(scene, words)
            find_chains(scene, words)
            find_phrases(scene)


def _holding(outer: tuple[Pair, ...], pairs: tuple[Pair, ...]) -> list[tuple[Pair, tuple[Pair, ...]]]:
    """The quotations that hold quotations, with those. Both run in order of their openings."""
    found: list[tuple[Pair, tuple[Pair, ...]]] = []
    inner = [p for p in pairs if p.inner]
    place = 0
    for pair in outer:
        held: list[Pair] = []
        while place < len(inner) and inner[place].start < pair.end:
            if inner[place].start > pair.start:
                held.append(inner[place]._replace(inner=False))
            place += 1
        if held:
            found.append((pair, tuple(held)))
    return found


def _with_announced(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences, those behind a colon joined to what announces them: "Das fordern viele: Die Kosten soll …"."""
    joined: list[Sentence] = []
    for s in sentences:
        last = joined[-1] if joined else None
        if last and last.paragraph == s.paragraph and last.role == s.role and last.tokens[-1].text == ":":
            tokens = last.tokens + tuple(
                t._replace(particle=None if t.particle is None else t.particle + len(last.tokens)) for t in s.tokens
            )
            joined[-1] = Sentence(last.start, s.end, tokens, s.paragraph, s.role)
        else:
            joined.append(s)
    return tuple(joined)


def _paragraphs(sentences: tuple[Sentence, ...]) -> list[tuple[int, int]]:
    """The stretch of each paragraph, from its first sentence to its last."""
    found: list[tuple[int, int]] = []
    last = -1
    for sentence in sentences:
        if found and sentence.paragraph == last:
            found[-1] = (found[-1][0], max(found[-1][1], sentence.end))
        else:
            found.append((sentence.start, sentence.end))
        last = sentence.paragraph
    return found
