"""The German weights: Brown clusters, verbs with their forms, and the STTS tagger.

Training data (see MODEL_CARD.md beside the weights for licences): GSD dev and EmpiriST with STTS tags; the GSD
sentences with UniMorph features, from which `silver` makes STTS tags. GSD test and PUD are for measuring and are
kept out.
"""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from quellenlage.language import _table, _tagger
from training import lemmas, lexicon
from training.corpora import Word, conllu, empirist, sigmorphon, unimorph
from training.silver import Labelled, Labeller, coarse, coarse_of_ud, train

WEIGHTS = Path(_table.__file__).parent / "de"


def build(data: Path) -> None:
    """Write all weights from the corpora in `data`."""
    (WEIGHTS / "clusters.bin").write_bytes(_table.pack(lexicon.clusters()))
    (WEIGHTS / "verbs.bin").write_bytes(_table.pack(lexicon.verb_forms()))
    (WEIGHTS / "verbs.txt").write_text("\n".join(lexicon.verbs()), "utf-8")
    entries, rules = lemmas.table(lemmatised(data))
    (WEIGHTS / "lemmas.bin").write_bytes(_table.pack(entries))
    (WEIGHTS / "lemmas.txt").write_text("".join(f"{cut} {text}\n" for cut, text in rules), "utf-8")
    sentences = tagged(data)
    rows = [(_tagger.features([w.form for w in s]), [w.tag for w in s]) for s in sentences]
    train(rows, WEIGHTS / _tagger.WEIGHTS, c1=0.3, c2=0.02, rounds=60)


def lemmatised(data: Path) -> list[list[Word]]:
    """The GSD sentences with UniMorph features and lemmas, without those that are in GSD dev or test."""
    kept_out = [x for part in ("dev", "test") for x in conllu(data / f"de_gsd-ud-{part}.conllu")]
    identities, texts = {i for i, _, _ in kept_out}, {_key(w) for _, _, w in kept_out}
    morphed = [x for part in ("dev", "test") for x in unimorph(data / f"de_gsd-um-{part}.conllu")]
    more = sigmorphon(data / "sigmorphon2018-de-track1-high.txt")
    return [w for i, _, w in morphed if i not in identities] + [w for w in more if _key(w) not in texts]


def tagged(data: Path) -> list[list[Word]]:
    """All sentences to train the tagger from, with STTS tags, gold or silver."""
    gold = list(conllu(data / "de_gsd-ud-dev.conllu"))
    measured = list(conllu(data / "de_gsd-ud-test.conllu"))
    kept_out = {identity for identity, _, _ in gold + measured}
    texts = {_key(words) for _, _, words in gold + measured}
    morphed = {i: w for part in ("dev", "test") for i, _, w in unimorph(data / f"de_gsd-um-{part}.conllu")}
    treebank = [_signs(words) for _, _, words in gold]
    chat = list(empirist(data / "empirist.vrt"))
    with tempfile.TemporaryDirectory() as folder:
        base = _labelled(gold, morphed) + [(s, ["e" + coarse_of_ud(w.kind, "") for w in s]) for s in chat]
        labeller = Labeller(base, Path(folder) / "first.crfsuite")
        train_part = [_label(labeller, w) for i, w in morphed.items() if i not in kept_out]
        same, other = _pair(train_part, sigmorphon(data / "sigmorphon2018-de-track1-high.txt"), texts)
        labeller = Labeller(same + base, Path(folder) / "second.crfsuite")
        more = [_label(labeller, words) for words in other]
    both_ways = [joined for s in treebank + train_part if len(joined := hyphenated(s)) != len(s)]
    return treebank + chat + train_part + [hyphenated(s) for s in more] + both_ways


def _key(words: Iterable[Word]) -> str:
    return "".join(w.form for w in words).replace("-", "").lower()


def _signs(words: list[Word]) -> list[Word]:
    """GSD leaves the tag of hyphens and brackets open."""
    return [w._replace(tag="$(") if w.tag in ("_", "") else w for w in words]


def _labelled(gold: list[tuple[str, str, list[Word]]], morphed: dict[str, list[Word]]) -> list[Labelled]:
    """Sentences with both tags and classes: classes from UD for all, and from UniMorph for those that have it."""
    result = []
    for identity, _, words in gold:
        signed = _signs(words)
        result.append((signed, [coarse_of_ud(w.kind, w.features) for w in words]))
        also = morphed.get(identity, [])
        if len(also) == len(words):
            result.append((signed, [coarse(w.features) for w in also]))
    return result


def _label(labeller: Labeller, words: list[Word]) -> list[Word]:
    return labeller.label(words, [coarse(w.features) for w in words])


def _pair(
    known: list[list[Word]], sentences: Iterable[list[Word]], kept_out: set[str]
) -> tuple[list[Labelled], list[list[Word]]]:
    """Sentences of 2018 whose tags the 2019 ones tell (to learn how their classes differ), and the new ones."""
    by_key = {_key(words): words for words in known}
    seen = set(kept_out)
    same, other = [], []
    for words in sentences:
        key = _key(words)
        if key in seen:
            continue
        seen.add(key)
        twin = by_key.get(key)
        if twin is None:
            other.append(words)
        elif len(twin) == len(words):
            same.append((twin, [coarse(w.features) for w in words]))
    return same, other


def hyphenated(words: list[Word]) -> list[Word]:
    """The words with hyphenated compounds as one, as our tokens have them; GSD cuts "Krisen-Stab" in three."""
    result: list[Word] = []
    for word in words:
        before = result[-1] if result else None
        opens = word.form == "-" and before is not None and before.form[-1].isalpha()
        half = before is not None and len(before.form) > 1 and before.form[-1] == "-"
        goes_on = half and word.form[0].isalnum() and word.tag not in ("KON", "APPR", "ART")
        if before is not None and (opens or goes_on):
            tag = "TRUNC" if opens else word.tag
            result[-1] = before._replace(form=before.form + word.form, tag=tag, space_after=word.space_after)
        else:
            result.append(word)
    return result
