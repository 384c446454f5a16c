"""The training corpora as sentences of (form, STTS tag, lemma, features)."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Word(NamedTuple):
    """A word of a corpus. `tag` is STTS, empty where the corpus has none; `features` are UD or UniMorph ones, as written."""

    form: str
    tag: str
    lemma: str
    features: str
    space_after: bool = True


def conllu(path: Path) -> Iterator[tuple[str, str, list[Word]]]:
    """(sent_id, text, words) of each sentence; a contraction ("im") is one word, tagged APPRART."""
    identity, text, words, inside = "", "", [], 0
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
            number, form, lemma, _, tag, features, *_, misc = line.split("\t")
            spaced = "SpaceAfter=No" not in misc
            if "-" in number:
                first, last = number.split("-")
                inside = int(last) - int(first) + 1
                words.append(Word(form, "APPRART", form.lower(), "_", spaced))
            elif inside:
                inside -= 1
            else:
                words.append(Word(form, tag, lemma, features, spaced))


def empirist(path: Path) -> Iterator[list[Word]]:
    """The sentences of the EmpiriST corpus (STTS with additions of its own for chat, mapped back to STTS)."""
    words: list[Word] = []
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("</s>"):
            if words:
                yield words
            words = []
        elif line and not line.startswith("<"):
            form, tag, _, _, _, lemma, *_ = line.split("\t")
            words.append(Word(form, _STTS.get(tag, tag), lemma, "_"))


_STTS = {"PTKMA": "ADV", "PTKIFG": "ADV", "PTKMWL": "ADV", "PIDAT": "PIAT", "PAV": "PAV", "PROAV": "PAV"}
