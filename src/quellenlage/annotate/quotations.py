"""Who said what within one article: every construction that German news marks speech with, in one order.

Each construction is a private module of `_quotes`. Frames come first (laut, zufolge), then words in quotation marks,
clauses that a cue governs, Konjunktiv carried on, hearsay and summaries; last, the phrases in quotation marks that
stand inside a statement.
"""

from quellenlage.annotate._quotes.addressee import find_addressees
from quellenlage.annotate._quotes.assemble import assemble
from quellenlage.annotate._quotes.clause import parse
from quellenlage.annotate._quotes.clauses import find_clauses
from quellenlage.annotate._quotes.direct import find_direct
from quellenlage.annotate._quotes.draft import Scene
from quellenlage.annotate._quotes.frames import find_frames
from quellenlage.annotate._quotes.hearsay import find_hearsay
from quellenlage.annotate._quotes.lexicon import lexicon
from quellenlage.annotate._quotes.marks import pair_marks
from quellenlage.annotate._quotes.phrasing import find_phrases, find_quoting
from quellenlage.annotate._quotes.repair import repair
from quellenlage.annotate._quotes.reported import find_reported
from quellenlage.annotate._quotes.runon import find_runons
from quellenlage.annotate._quotes.unit import build_units, place_names
from quellenlage.language import Language
from quellenlage.model import Name, Quotation, Sentence


def find_quotations(
    text: str, sentences: tuple[Sentence, ...], names: tuple[Name, ...], lang: Language
) -> tuple[Quotation, ...]:
    """The statements of the article in order of their first word. Spans are code points into `text`; raises nothing."""
    words = lexicon(lang)
    pairs = pair_marks(text, _paragraphs(sentences))
    units = build_units(text, sentences, pairs)
    place_names(units, names)
    scenes: list[Scene] = []
    for unit in units:
        repair(unit, words)
        scene = Scene(unit, parse(unit))
        before = scenes[-1] if scenes and scenes[-1].unit.role == unit.role else None
        find_frames(scene, words)
        find_clauses(scene, before, words)
        scenes.append(scene)
    find_runons(scenes)
    for scene in scenes:
        find_hearsay(scene)
        find_addressees(scene, words)
        find_direct(scene, words)
        find_quoting(scene, words)
        find_addressees(scene, words)
        find_reported(scene, words)
        find_phrases(scene)
    return assemble(scenes, words)


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
