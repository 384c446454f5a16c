"""Sentences that end without a mark: headings, teasers and captions that a scrape glued to the next text.

In mid-sentence German writes articles, pronouns, prepositions and adverbs small. A capital there starts a sentence, if
what stands before may end one, what follows holds a finite verb, and it is no name or title ("Die Linke"). A noun has
its capital everywhere: it starts a sentence only behind a clause that is closed, and with a verb of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quellenlage.language import _lemma, _tagger
from quellenlage.language._syntax import FINITE, OPENERS
from quellenlage.language._tokens import Piece, words
from quellenlage.language.base import language

_OPENING = frozenset("„“\"»«‚‘'‹›([") | {"``"}
_CLOSING = frozenset("“”\"»«’‘'‹›)]") | {"''"}
_MARKS = _OPENING | _CLOSING
_BREAKS = frozenset('“”"»«–-')
"""Signs behind which another clause may start, once there is one."""
_CLOSED = frozenset(("VVPP", "VAPP", "VMPP", "VVINF", "VAINF", "VMINF", "VVIZU", "PTKVZ"))
"""Verb parts that close a clause."""
_VERBAL = _CLOSED | FINITE | {"ADJA"}
"""What a clause closes with; the tagger takes a participle before a noun for an adjective."""
_LAST = frozenset(("NN", "NE", "FM", "XY", "CARD", "PTKNEG", "ADJD", "ADV", "PAV", "PRF", "PPER", "ITJ"))
_ENDS = _CLOSED | FINITE | _LAST
_FIRST = frozenset(("APPR", "APPRART", "ART", "PPOSAT", "PDAT"))
"""What a phrase starts with that still waits for its verb ("In seinem Hauptwerk Meine Reise schreibt er")."""
_ADVERBS = frozenset(("ADJD", "ADV", "PAV"))
_NOUNS = frozenset(("NN", "NE", "ADJA", "CARD", "FM", "TRUNC", "PPOSAT"))
_PHRASE = _NOUNS | frozenset(("ART", "APPR", "APPRART", "KON", "PDAT", "PIAT", "XY"))
_ANNOUNCES = 6
"""Words, the colon among them, that only announce what follows: "Fest steht: …", "Das fordern viele: …"."""
_LONGEST = 8
"""Words of a phrase before its verb that are looked at."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of the table; `starts` are those that are small in mid-sentence."""

    starts: frozenset[str]
    verbs: frozenset[str]
    she: frozenset[str]
    polite: frozenset[str]
    articles: frozenset[str]
    named: frozenset[str]
    titled: frozenset[str]
    before_places: frozenset[str]
    places: frozenset[str]
    within_names: frozenset[str]


@cache
def _words() -> _Words:
    table = language("de").table("unmarked")
    given = {field: frozenset(table[field]) for field in _Words.__slots__ if field != "starts"}
    return _Words(starts=words().starters - frozenset(table["nouns"]), **given)


@dataclass(slots=True)
class _Before:
    """What stands between the last start and here, and in the clause that is still open."""

    start: int
    finite: int = 0
    """Finite verbs since `start`."""
    verb: int = -1
    """The place of the last of them."""
    in_clause: int = 0
    """Finite verbs of the clause."""
    helped: bool = False
    """Whether one of those may stand before a participle or an infinitive."""
    subordinate: bool = False
    length: int = 0
    """Words of the clause."""

    def add(self, i: int, tag: str, text: str) -> None:
        if tag == "$," or text == ":" or (text in _BREAKS and self.in_clause):
            self.in_clause = self.length = 0
            self.helped = self.subordinate = False
            return
        if tag in OPENERS and self.length < 2:
            self.subordinate = True
        self.length += 1
        if tag in FINITE:
            self.finite += 1
            self.in_clause += 1
            self.verb = i
            self.helped |= tag != "VVFIN"
            if self.length < 3:
                self.subordinate = False  # "Warum setzt": a question


def starts(sentence: Sequence[Piece], tags: Sequence[str]) -> list[int]:
    """The places in a sentence, as found by its marks and tagged, where another one starts. Linear."""
    known = _words()
    places = set(_candidates(sentence, tags, known))
    if not places:
        return []
    result = []
    before = _Before(0)
    behind = sum(tag in FINITE for tag in tags)
    for i, tag in enumerate(tags):
        if i in places and behind and _starts(sentence, tags, i, before, known):
            result.append(i)
            before = _Before(i)
        before.add(i, tag, sentence[i].text)
        behind -= tag in FINITE
    return result


def _candidates(sentence: Sequence[Piece], tags: Sequence[str], known: _Words) -> Iterator[int]:
    """Places behind a word or a closing mark, outside brackets and quotation marks that are closed again."""
    inside: list[int] = []
    depth = 0
    for i, (_, _, text) in enumerate(sentence):
        if text in _MARKS:
            depth = _depth(sentence, i, depth)
            if not depth:
                inside.clear()
        elif i and text[0].isupper() and sentence[i - 1].text == ":":
            if not depth:
                yield i
        elif i and (text[0].isupper() or tags[i] == "CARD"):
            may_start = text in known.starts or tags[i - 1] in _VERBAL or tags[i] in _ADVERBS
            if may_start and _may_end(sentence, i):
                if depth:
                    inside.append(i)
                else:
                    yield i
    yield from inside


def _depth(sentence: Sequence[Piece], i: int, depth: int) -> int:
    """How many brackets and quotation marks are open behind the one at `i`, with so many before it."""
    start, end, text = sentence[i]
    if text in _CLOSING and (text not in _OPENING or (i and sentence[i - 1].end == start)):
        return max(0, depth - 1)
    return depth + (i + 1 < len(sentence) and sentence[i + 1].start == end)


def _may_end(sentence: Sequence[Piece], i: int) -> bool:
    last = sentence[i - 1]
    if last.end == sentence[i].start:
        return False
    if last.text in '”“"»«)]' or last.text == "''":
        return i > 1 and sentence[i - 2].end == last.start
    return last.text[-1].isalnum() or last.text in "%€$;"


def _starts(sentence: Sequence[Piece], tags: Sequence[str], i: int, before: _Before, known: _Words) -> bool:
    word, last = sentence[i].text, sentence[i - 1].text
    if last == ":":
        return before.finite > 0 and i - before.start > _ANNOUNCES and _holds_verb(sentence, tags, i)
    if last == ";":
        return word in known.starts and before.finite > 0 and _holds_verb(sentence, tags, i)
    if (before.subordinate and not before.in_clause) or (not before.finite and tags[before.start] in _FIRST):
        return False
    closed = _is_closed(sentence, tags, i, before, known)
    if word not in known.starts:
        return (closed and _opens(tags, i, word)) or (before.in_clause > 0 and _is_adverb(sentence, tags, i))
    if last[-1].isalnum() and tags[i - 1] not in _ENDS and not closed:
        return False
    following = sentence[i + 1].text if i + 1 < len(sentence) else ""
    if (tags[i] == "NN" and tags[i - 1] == "PPER") or (word in known.verbs and following[:1].isupper()):
        return False
    if following == "," and tags[i - 1] in FINITE:
        return False  # "Er kenne Viele, die …"
    if word in known.polite:
        return closed and tags[i - 1] not in ("APPR", "ART") and _opens(tags, i, word)
    if word in known.she:
        after_noun = before.finite > 0 and tags[i - 1] in ("NN", "NE", "ADJD")
        return (closed or after_noun) and i + 1 < len(tags) and tags[i + 1] in FINITE
    return not _names(last, word, following, known)


def _is_closed(sentence: Sequence[Piece], tags: Sequence[str], i: int, before: _Before, known: _Words) -> bool:
    """Whether the clause before `sentence[i]` has all of its verb, so that no noun can follow without a comma."""
    last, tag = sentence[i - 1].text, tags[i - 1]
    if last in known.within_names or _lemma.is_adjective(last.lower()):
        return False
    if tag == "ADJA" and _lemma.is_verb(last, "PP"):
        tag = "VVPP"  # not inflected: the tagger took it to the noun behind
    if not before.finite:  # "Mann in Bremen festgenommen"
        return tag in ("VVPP", "VVINF", "VVIZU") and i - before.start > 1
    if not before.in_clause:
        return False
    if tag in FINITE:
        return before.subordinate and before.in_clause == 1 and not _lemma.is_verb(last, "PP")
    if tag in ("VVPP", "VVINF"):
        return before.helped
    if tag in _CLOSED:
        return tag != "PTKVZ" or _lemma.is_particle(last)
    if _lemma.is_particle(last):  # the tagger saw a preposition or an article, as it read on
        verb = sentence[before.verb].text
        return _lemma.with_particle(last, verb, _lemma.lemma(verb, "VVFIN")) is not None
    return before.helped and tag in ("ADJA", "PPOSAT") and _lemma.is_verb(last, "INF")  # "soll gültig sein"


def _opens(tags: Sequence[str], i: int, word: str) -> bool:
    """Whether a phrase with a finite verb behind it starts at `i`."""
    if tags[i] in _ADVERBS:
        return True
    if tags[i] not in _NOUNS:
        return False
    end = i + 1
    if tags[i] != "CARD":
        while end < len(tags) and end < i + _LONGEST and tags[end] in _PHRASE:
            end += 1
    elif len(word) != 4:  # a year
        return False
    return end < len(tags) and tags[end] in FINITE


def _is_adverb(sentence: Sequence[Piece], tags: Sequence[str], i: int) -> bool:
    """Whether an adverb or adjective with a capital is none of a name ("Trans Regional")."""
    if tags[i] not in _ADVERBS or tags[i - 1] not in _ENDS - FINITE or i + 1 == len(sentence):
        return False
    if _tagger.cluster(sentence[i].text.lower())[1] != "k":
        return False
    return sentence[i].text[1:].islower() and sentence[i + 1].text[0].islower() and tags[i + 1] != "KON"


def _names(last: str, word: str, following: str, known: _Words) -> bool:
    """Whether a name or title seems to start at `word`: "die Partei Die Linke", "der Gasthof Am Anger"."""
    if word in known.articles:
        return following in known.named or last in known.titled or _lemma.head(last) in known.titled
    return word in known.before_places and (last in known.places or _lemma.head(last) in known.places)


def _holds_verb(sentence: Sequence[Piece], tags: Sequence[str], i: int) -> bool:
    """Whether a finite verb stands between here and the next semicolon."""
    while i < len(tags) and tags[i] not in FINITE and sentence[i].text != ";":
        i += 1
    return i < len(tags) and tags[i] in FINITE
