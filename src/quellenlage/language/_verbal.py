"""Where clauses open and which helping verb they already have, told from the words alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quellenlage.language._paradigm import forms
from quellenlage.language.base import language


@dataclass(frozen=True, slots=True)
class _Words:
    breaks: frozenset[str]
    brackets: frozenset[str]
    coordinators: frozenset[str]
    prepositions: frozenset[str]
    openers: dict[str, str]
    helpers: dict[str, str]


@cache
def _words() -> _Words:
    table = language("de").table("verbal")
    openers = dict.fromkeys(table["subordinators"], "k") | dict.fromkeys(table["relatives"], "r")
    helpers = {
        form.form: key
        for key, verbs in table["helpers"].items()
        for verb in verbs
        for form in forms(verb)
        if form.kind == "FIN"
    }
    return _Words(
        breaks=frozenset(table["breaks"]),
        brackets=frozenset(table["brackets"]),
        coordinators=frozenset(table["coordinators"]),
        prepositions=frozenset(table["prepositions"]),
        openers=openers,
        helpers=helpers,
    )


def contexts(lows: Sequence[str], verbs: Sequence[bool]) -> list[str]:
    """For each possible verb three letters or more: the clause's opener, the helper seen in it so far, what comes next.

    Opener: "k" conjunction, "r" relative, "0" none. Helper: its key in the table, "0" if none. Next: "E" the clause's
    end or a sign, "u" a coordinator, "a" and a key for a helper, "o" anything else. Empty for words that are no verbs.
    """
    known = _words()
    result = []
    opener = helper = "0"
    fresh = True
    last = len(lows) - 1
    for i, low in enumerate(lows):
        if low in known.breaks:
            opener = helper = "0"
            fresh = True
        elif low in known.coordinators:
            fresh = True
        elif fresh and low not in known.brackets:
            opener = known.openers.get(low, opener) if i else opener
            fresh = low in known.prepositions
        result.append(opener + helper + _next(lows[i + 1] if i < last else ".", known) if verbs[i] else "")
        helper = known.helpers.get(low, helper)
    return result


def _next(low: str, known: _Words) -> str:
    if low in known.breaks or low in known.brackets:
        return "E"
    if low in known.coordinators:
        return "u"
    return "a" + known.helpers[low] if low in known.helpers else "o"
