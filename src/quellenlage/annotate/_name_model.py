"""The trained name model: a linear-chain CRF over persons, organisations and places, run on whole articles at once.

All features depend on one word or on the classes of two neighbours, so each word's scores are computed once and kept;
an article is then a few gathers, sums and one Viterbi pass over all its sentences side by side.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from quellenlage.annotate._name_features import UNKNOWN, Entry, features, kind, near_features

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
DISTANCES = (-2, -1, 0, 1, 2)
_WIDTH = len(LABELS)
_LONGEST = 120  # words a Viterbi row may hold: a longer sentence is cut, so that a table stays linear in the text
_KEPT = 200_000  # words whose scores are kept before the store is emptied

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class NameLexicon:
    """Word → cluster and gazetteer flags, by CRC-32; one unknown word in 6,000 finds a stranger's entry."""

    def __init__(self, hashes: NDArray[np.uint32], clusters: NDArray[np.uint16], flags: NDArray[np.uint8]) -> None:
        self._hashes, self._clusters, self._flags = hashes, clusters, flags

    def entry(self, word: str) -> Entry:
        """The word's entry; written in capitals or with a genitive s, that of its plain form."""
        return self.entries([word])[0]

    def entries(self, words: Sequence[str]) -> list[Entry]:
        """The entries of many words, which costs little more than that of one."""
        found = self._find(words)
        capitals = [w.capitalize() if w.isupper() and len(w) > 3 else "" for w in words]
        genitives = [w[:-1] if w[-1:] == "s" and len(w) > 3 else "" for w in words]
        for forms in (capitals, genitives):
            open_ = [k for k, form in enumerate(forms) if form and found[k] is UNKNOWN]
            for k, entry in zip(open_, self._find([forms[k] for k in open_]), strict=True):
                found[k] = entry
        return found

    def plain(self, word: str) -> str:
        """The word without a genitive s, where the gazetteers know it without and not with it ("Pekings")."""
        if word[-1:] != "s":
            return word
        full, stripped = self._find([word, word[:-1]])
        return word[:-1] if stripped.flags and not full.flags else word

    def _find(self, words: Sequence[str]) -> list[Entry]:
        values = np.array([word_hash(w) for w in words], dtype=np.uint32)
        places = np.minimum(np.searchsorted(self._hashes, values), len(self._hashes) - 1)
        known = (self._hashes[places] == values).tolist()
        clusters, flags = self._clusters[places].tolist(), self._flags[places].tolist()
        return [Entry(c, f) if k else UNKNOWN for k, c, f in zip(known, clusters, flags, strict=True)]


def word_hash(word: str) -> int:
    """CRC-32 of the word's UTF-8; a lone surrogate counts as itself."""
    return crc32(word.encode("utf-8", "surrogatepass"))


class NameModel:
    """Weights by CRC-32 of the feature: rows of scores, a block of labels for each distance or side of a pair."""

    def __init__(self, store: dict[str, NDArray[np.generic]]) -> None:
        self.lexicon = NameLexicon(store["lexicon_hash"], store["lexicon_cluster"], store["lexicon_flags"])  # type: ignore[arg-type]
        self._hashes = store["feature_hash"]
        self._weights = store["feature_weight"]
        self._scale = float(store["scale"])
        self._transitions = store["transitions"].astype(np.float32)
        self._edges = self._sums([["EDGE"]]).reshape(len(DISTANCES), _WIDTH)
        self._words: dict[str, int] = {}
        self._rows: list[Floats] = []
        self._kinds: list[int] = []
        self._kind_places: dict[str, int] = {}
        self._pairs: dict[int, Floats] = {}

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """The label of each word of each sentence ("B-PER", "I-PER", …, "O")."""
        if len(self._words) > _KEPT:
            self._forget()
        rows = [list(sentence[i : i + _LONGEST]) for sentence in sentences for i in range(0, len(sentence), _LONGEST)]
        paths = self._decode(self._scores(rows), [len(row) for row in rows])
        labels = iter([LABELS[k] for path in paths for k in path])
        return [[next(labels) for _ in sentence] for sentence in sentences]

    def _forget(self) -> None:
        for store in (self._words, self._kind_places, self._pairs):
            store.clear()
        self._rows.clear()
        self._kinds.clear()

    def _scores(self, rows: list[list[str]]) -> Floats:
        """Scores of each label for all words of the rows in one table, row after row."""
        self._learn({word: None for row in rows for word in row if word not in self._words})
        places = np.array([self._words[word] for row in rows for word in row], dtype=np.int64)
        table = np.zeros((len(places), _WIDTH), dtype=np.float32)
        if not len(places):
            return table
        used, index = np.unique(places, return_inverse=True)
        words = np.stack([self._rows[k] for k in used])
        kinds = np.array([self._kinds[k] for k in used], dtype=np.int64)[index]
        row = np.repeat(np.arange(len(rows)), [len(r) for r in rows])
        for column, distance in enumerate(DISTANCES):
            here, there = _shifted(len(places), distance)
            inside = row[here] == row[there]
            table[here[inside]] += words[index[there[inside]], column]
            if abs(distance) == 1:
                outside = np.ones(len(places), dtype=bool)
                outside[here[inside]] = False
                table[outside] += self._edges[column]
        self._add_pairs(table, kinds, row)
        return table

    def _add_pairs(self, table: Floats, kinds: Ints, row: Ints) -> None:
        left = np.flatnonzero(row[:-1] == row[1:])
        if not len(left):
            return
        codes, index = np.unique(kinds[left] << 32 | kinds[left + 1], return_inverse=True)
        new = [code for code in codes.tolist() if code not in self._pairs]
        names = list(self._kind_places)
        sums = self._sums([[f"{names[code >> 32]}|{names[code & 0xFFFFFFFF]}"] for code in new])
        self._pairs.update(zip(new, sums, strict=True))
        values = np.stack([self._pairs[code] for code in codes.tolist()])[index]
        table[left] += values[:, _WIDTH : 2 * _WIDTH]
        table[left + 1] += values[:, :_WIDTH]

    def _learn(self, words: Iterable[str]) -> None:
        """Compute and keep the scores of words not met yet."""
        new = list(words)
        entries = self.lexicon.entries(new)
        near = self._sums([["." + f for f in near_features(w, e)] for w, e in zip(new, entries, strict=True)])
        own = self._sums([features(w, e) for w, e in zip(new, entries, strict=True)])
        shape = (len(new), len(DISTANCES), _WIDTH)
        near = near.reshape(shape)
        near[:, DISTANCES.index(0)] = own.reshape(shape)[:, DISTANCES.index(0)]
        for word, entry, row in zip(new, entries, near, strict=True):
            self._words[word] = len(self._rows)
            self._rows.append(row)
            self._kinds.append(self._kind_places.setdefault(kind(word, entry), len(self._kind_places)))

    def _sums(self, groups: Sequence[Sequence[str]]) -> Floats:
        """For each group of features the sum of their rows."""
        wanted = np.array([word_hash(f) for group in groups for f in group], dtype=np.uint32)
        owner = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
        places = np.minimum(np.searchsorted(self._hashes, wanted), len(self._hashes) - 1)
        known = self._hashes[places] == wanted
        total = np.zeros((len(groups), self._weights.shape[1]), dtype=np.float32)
        np.add.at(total, owner[known], self._weights[places[known]].astype(np.float32) * np.float32(self._scale))
        return total

    def _decode(self, scores: Floats, lengths: list[int]) -> list[list[int]]:
        """The best path of each row. Rows stand side by side, longest first, and drop out as they end."""
        order = sorted(range(len(lengths)), key=lambda k: -lengths[k])
        starts = np.concatenate(([0], np.cumsum(lengths)))[:-1][order] if lengths else np.zeros(0, dtype=np.int64)
        sizes = np.array([lengths[k] for k in order], dtype=np.int64)
        paths: list[list[int]] = [[] for _ in lengths]
        if not len(sizes):
            return paths
        best = scores[starts]
        back: list[NDArray[np.intp]] = []
        for step in range(1, int(sizes[0])):
            alive = int(np.searchsorted(-sizes, -step, side="left"))
            options = best[:alive, :, None] + self._transitions
            back.append(options.argmax(axis=1))
            best[:alive] = options.max(axis=1) + scores[starts[:alive] + step]
        for place, k in enumerate(order):
            label = int(best[place].argmax())
            path = [label]
            for step in range(lengths[k] - 2, -1, -1):
                label = int(back[step][place, label])
                path.append(label)
            paths[k] = path[::-1]
        return paths


def _shifted(size: int, distance: int) -> tuple[Ints, Ints]:
    """Places that have a word at this distance, and where it stands."""
    here = np.arange(max(0, -distance), size - max(0, distance), dtype=np.int64)
    return here, here + distance


@cache
def name_model(code: str) -> NameModel:
    """The model of a language (ISO 639-1 code), loaded once. Raises FileNotFoundError if there is none."""
    file = resources.files("quellenlage.language") / code / "names.npz"
    with resources.as_file(file) as path, np.load(path, allow_pickle=False) as store:
        return NameModel({key: store[key] for key in store.files})
