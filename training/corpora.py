"""The training corpora as sentences of (form, STTS tag, lemma, features)."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Word(NamedTuple):
    """A word of a corpus. `tag` is STTS, empty where the corpus has none; `features` are UD or UniMorph ones, as
    written; `kind` is UPOS."""

    form: str
    tag: str
    lemma: str
    features: str
    kind: str = ""
    space_after: bool = True


def conllu(path: Path) -> Iterator[tuple[str, str, list[Word]]]:
    """(sent_id, text, words) of each sentence; a contraction ("im") is one word, tagged APPRART."""
    identity, text, inside = "", "", 0
    words: list[Word] = []
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# sent_id ="):
            identity = line.partition("= ")[2]
        elif line.startswith("# text ="):
            text = line.partition("= ")[2]
        elif not line:
            if words:
                yield identity, text, words
            words, inside = [], 0
        elif line[0] != "#":
            number, form, lemma, kind, tag, features, *_, misc = line.split("\t")
            spaced = "SpaceAfter=No" not in misc
            if "-" in number:
                first, last = number.split("-")
                inside = int(last) - int(first) + 1
                words.append(Word(form, "APPRART", form.lower(), "_", "APPRART", spaced))
            elif inside:
                inside -= 1
            else:
                words.append(Word(form, tag, lemma, features, kind, spaced))


def empirist(path: Path) -> Iterator[list[Word]]:
    """The sentences of the EmpiriST corpus (STTS with additions of its own for chat, mapped back to STTS)."""
    words: list[Word] = []
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("</s>"):
            if words:
                yield words
            words = []
        elif line and not line.startswith("<"):
            form, tag, upos, _, _, lemma, *_ = line.split("\t")
            tag = "XY" if tag in _OTHER else _STTS.get(tag, tag)
            words.append(Word(form, tag, lemma, "_", upos))


_STTS = {
    "PTKMA": "ADV", "PTKIFG": "ADV", "PTKMWL": "ADV", "PIDAT": "PIAT", "PROAV": "PAV", "EMOASC": "$(", "EMOIMG": "$(",
}  # fmt: skip
_OTHER = frozenset((
    "AKW", "HST", "ADR", "URL", "EML", "DM", "ONO", "VVPPER", "VAPPER", "VMPPER", "PPERPPER", "KOUSPPER", "ADVART",
))  # fmt: skip


def unimorph(path: Path) -> Iterator[tuple[str, str, list[Word]]]:
    """Sentences of GSD with UniMorph features in place of tags; contractions are joined again as in the text."""
    for identity, text, words in conllu(path):
        yield identity, text, _contract(words, text)


def sigmorphon(path: Path) -> Iterator[list[Word]]:
    """The GSD sentences of the 2018 shared task: (form, lemma, UniMorph features), text lost, contractions split."""
    for block in path.read_text("utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n")]
        yield _contract([Word(form, "", lemma, features) for form, lemma, features in rows], None)


CONTRACTIONS = {
    ("an", "dem"): "am", ("in", "dem"): "im", ("bei", "dem"): "beim", ("von", "dem"): "vom", ("zu", "dem"): "zum",
    ("zu", "der"): "zur", ("in", "das"): "ins", ("an", "das"): "ans", ("für", "das"): "fürs", ("auf", "das"): "aufs",
    ("um", "das"): "ums", ("über", "das"): "übers", ("durch", "das"): "durchs",
}  # fmt: skip
_ALWAYS = {"am", "im", "beim", "vom", "zum", "zur", "ins"}


def _contract(words: list[Word], text: str | None) -> list[Word]:
    """Join preposition and article where the text has them as one word, or nearly always would."""
    result: list[Word] = []
    start = place = 0
    for word in words:
        before = result[-1].form if result else ""
        joined = CONTRACTIONS.get((before.lower(), word.form.lower())) if "DET" in word.features else None
        form = joined.capitalize() if joined and before[0].isupper() else joined
        if form and (joined in _ALWAYS if text is None else text.startswith(form, start)):
            result[-1] = Word(form, "APPRART", form.lower(), "APPRART", "", word.space_after)
            place = start + len(form)
        else:
            result.append(word)
            start = place
            place += len(word.form) if text and text.startswith(word.form, place) else 0
        while text and text[place : place + 1].isspace():
            place += 1
    return result
