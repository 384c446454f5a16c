"""The German base beside its peers: sentences, tokens, tags, moods, lemmas, speed, memory and cold start.

Peers that aren't installed are skipped, with a word. HanTa's tags are written as STTS before they are compared; all
tags and lemmas are judged on the treebank's own words.
"""

import gzip
import importlib
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from training.corpora import Word, conllu

from quellenlage.language import german

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
TREEBANKS = {"GSD test": "de_gsd-ud-test.conllu", "PUD": "de_pud-ud-test.conllu"}
SPEED_WORDS = 150_000
Spans = list[tuple[int, int]]


def main() -> None:
    """Print all tables; without the measuring data only say so."""
    if not (SHARED / "data" / "ud").is_dir():
        print("bench: no data at ../shared/data/ud beside the checkout; nothing measured")
        return
    for name in TREEBANKS:
        print_boundaries(name)
    print_tags()
    print_moods()
    print_lemmas()
    print_speed()


@cache
def treebank(name: str) -> list[tuple[str, list[Word]]]:
    """The sentences of a treebank: text and words."""
    return [(text, words) for _, text, words in conllu(SHARED / "data" / "ud" / TREEBANKS[name])]


def peer(name: str) -> Any:
    """The module of a peer, None (with a word) where it isn't installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"  ({name} isn't installed: skipped)")
        return None


# Sentences and tokens


def print_boundaries(name: str) -> None:
    """Sentence and token F on running text.

    "joined": all sentences joined by blanks, so that nothing shows the end of the one in eight of GSD test that has no
    mark. "lines": those on lines of their own, as headings stand in a newspaper. A boundary is the end of a sentence; a
    missed one spoils two exact spans.
    """
    print(f"\nSentences and tokens, {name}: F of boundaries, of exact spans, of tokens")
    splitters: dict[str, Callable[[str], tuple[Spans, Spans]]] = {"quellenlage": ours}
    if (simplemma := peer("simplemma")) is not None:
        splitters["simplemma"] = lambda text: (
            found(text, (s for line in text.split("\n") for s in simplemma.split_sentences(line))),
            found(text, simplemma.simple_tokenizer(text)),
        )
    if (spacy := peer("spacy")) is not None:
        nlp = spacy.blank("de", config={"nlp": {"max_length": 10_000_000}})
        nlp.add_pipe("sentencizer")
        splitters["spaCy blank"] = lambda text: spacy_spans(nlp, text)
    for layout in ("joined", "lines"):
        text, spans, words = running(name, layout)
        for splitter, split in splitters.items():
            sentences, tokens = split(text)
            boundaries, exact = f(ends(spans), ends(sentences)), f(spans, sentences)
            print(f"  {layout:7} {splitter:12} boundaries {boundaries:.4f}   spans {exact:.4f}  ", end=" ")
            print(f"tokens {f(words, tokens):.4f}")


def ends(spans: Spans) -> set[int]:
    """Where the sentences end."""
    return {end for _, end in spans}


def ours(text: str) -> tuple[Spans, Spans]:
    """Our sentences and tokens."""
    sentences = german.sentences(text, [(0, len(text), "body")])
    return [(s.start, s.end) for s in sentences], [(t.start, t.end) for s in sentences for t in s.tokens]


def spacy_spans(nlp: Any, text: str) -> tuple[Spans, Spans]:
    """spaCy's sentences and tokens, line by line."""
    sentences, tokens, place = [], [], 0
    for line in text.split("\n"):
        document = nlp(line)
        sentences += [(place + s.start_char, place + s.end_char) for s in document.sents]
        tokens += [(place + t.idx, place + t.idx + len(t)) for t in document]
        place += len(line) + 1
    return sentences, tokens


def running(name: str, layout: str) -> tuple[str, Spans, Spans]:
    """The treebank as one text, with the spans of its sentences and words; hyphenated compounds are one word."""
    text, spans, words = "", [], []
    for sentence, parts in treebank(name):
        if text:
            text += " " if layout == "joined" or re.search(r"[.!?…][\"“”»«'’‘)\]]*$", text) else "\n"
        spans.append((len(text), len(text) + len(sentence)))
        words += [
            (len(text) + a, len(text) + b) for a, b in compounds(sentence, found(sentence, [w.form for w in parts]))
        ]
        text += sentence
    return text, spans, words


def compounds(text: str, spans: Spans) -> Spans:
    """GSD cuts "Krisen-Stab" in three; STTS and we don't."""
    result: Spans = []
    for start, end in spans:
        if result and result[-1][1] == start:
            before = text[slice(*result[-1])]
            opens = text[start:end] == "-" and before[-1].isalnum()
            if opens or (len(before) > 1 and before[-1] == "-" and text[start].isalnum()):
                result[-1] = (result[-1][0], end)
                continue
        result.append((start, end))
    return result


def found(text: str, parts: Iterable[str]) -> Spans:
    """Where each part lies in the text, in order."""
    result, place = [], 0
    for part in parts:
        start = text.find(part.strip(), place)
        if start >= 0:
            place = start + len(part.strip())
            result.append((start, place))
    return result


def f(gold: Iterable[object], ours: Iterable[object]) -> float:
    """F measure of two sets."""
    left, right = set(gold), set(ours)
    return 2 * len(left & right) / (len(left) + len(right))


# Tags, moods and lemmas


def print_tags() -> None:
    """STTS accuracy on GSD test and the commonest confusions."""
    print("\nSTTS, GSD test: share of right tags (the treebank leaves hyphens and brackets open: left out)")
    right, wrong = tag_counts(our_tags)
    print(f"  quellenlage  {right / (right + wrong.total()):.4f}")
    print("    most often wrong (treebank, ours):", ", ".join(f"{a} {b} {n}" for (a, b), n in wrong.most_common(8)))
    if (hanta := peer("HanTa.HanoverTagger")) is not None:
        tagger = hanta.HanoverTagger("morphmodel_ger.pgz")
        right, wrong = tag_counts(lambda words: [stts(tag) for _, _, tag in tagger.tag_sent(words)])
        print(f"  HanTa        {right / (right + wrong.total()):.4f}")


def our_tags(words: list[str]) -> list[str]:
    """Our tags of words already cut."""
    return [t.tag for t in german.tokens(words)]


def tag_counts(tag: Callable[[list[str]], list[str]]) -> tuple[int, Counter[tuple[str, str]]]:
    """How many words of GSD test a tagger has right, and its confusions."""
    right = 0
    wrong: Counter[tuple[str, str]] = Counter()
    for _, words in treebank("GSD test"):
        for word, given in zip(words, tag([w.form for w in words]), strict=True):
            if word.tag not in ("_", ""):
                right += word.tag == given
                wrong[word.tag, given] += word.tag != given
    return right, +wrong


def stts(tag: str) -> str:
    """HanTa's tag as GSD writes it."""
    plain = tag if tag[0] == "$" else re.sub(r"[()]", "", tag)
    return {"PROAV": "PAV", "NNA": "NN", "NNI": "NN", "PIDAT": "PIAT"}.get(plain, plain)


def print_moods() -> None:
    """Konjunktiv told from the indicative."""
    print("\nKonjunktiv: precision and recall")
    for name in TREEBANKS:
        precision, recall = konjunktiv(name)
        print(f"  {name:9} quellenlage  P {precision:.3f}  R {recall:.3f}")


def konjunktiv(name: str) -> tuple[float, float]:
    """Precision and recall of Konjunktiv, I and II together as in the treebanks."""
    counts: Counter[tuple[bool, bool]] = Counter()
    for _, words in treebank(name):
        for word, token in zip(words, german.tokens([w.form for w in words]), strict=True):
            counts["Mood=Sub" in word.features, token.mood in ("konj1", "konj2")] += 1
    hit = counts[True, True]
    return hit / (hit + counts[False, True]), hit / (hit + counts[True, False])


def print_lemmas() -> None:
    """Lemmas with our own tags; a separated particle isn't part of the treebank's lemma and is left out."""
    print("\nLemmas: share of right ones for nouns, verbs, adjectives")
    for name in TREEBANKS:
        print(f"  {name:9} quellenlage ", *(f"{kind} {share:.3f}" for kind, share in lemma_shares(name, our_lemmas)))
        if (simplemma := peer("simplemma")) is not None:
            theirs = lemma_shares(name, lambda words: [simplemma.lemmatize(w, "de") for w in words])
            print(f"  {name:9} simplemma   ", *(f"{kind} {share:.3f}" for kind, share in theirs))


def our_lemmas(words: list[str]) -> list[str]:
    tokens = german.tokens(words)
    return [t.lemma if t.particle is None else t.lemma.removeprefix(words[t.particle].lower()) for t in tokens]


def lemma_shares(name: str, lemmas: Callable[[list[str]], list[str]]) -> Iterator[tuple[str, float]]:
    """(word class, share of right lemmas)."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for _, words in treebank(name):
        for word, given in zip(words, lemmas([w.form for w in words]), strict=True):
            kind = "VERB" if word.kind == "AUX" else word.kind
            total[kind] += 1
            right[kind] += word.lemma == given
    return ((kind, right[kind] / total[kind]) for kind in ("NOUN", "VERB", "ADJ"))


# Speed


def print_speed() -> None:
    """Words a second on one core, memory of a fresh process, and its time to the first sentence."""
    texts = list(articles())
    words = sum(len(t.split()) for t in texts)
    print(f"\nSpeed on {len(texts)} texts, {words} words between blanks (processor time of one core)")
    took = clock(lambda: [german.sentences(t, [(0, len(t), "body")]) for t in texts])
    print(f"  quellenlage  sentences, tokens, tags, features, lemmas {words / took:9,.0f} words/s")
    if (simplemma := peer("simplemma")) is not None:
        simplemma.lemmatize("Haus", "de")
        took = clock(lambda: [simplemma.text_lemmatizer(t, "de") for t in texts])
        print(f"  simplemma    tokens, lemmas                            {words / took:9,.0f} words/s")
    if (hanta := peer("HanTa.HanoverTagger")) is not None:
        tagger = hanta.HanoverTagger("morphmodel_ger.pgz")
        sentences = [[t.text for t in s.tokens] for t in texts[:20] for s in german.sentences(t, [(0, len(t), "body")])]
        took = clock(lambda: [tagger.tag_sent(s) for s in sentences])
        print(
            f"  HanTa        tags, lemmas of words already cut         {sum(map(len, sentences)) / took:9,.0f} words/s"
        )
    print(
        "  a fresh process:",
        subprocess.run([sys.executable, "-c", COLD], capture_output=True, text=True).stdout.strip(),
    )


COLD = """
import sys, time; start = time.perf_counter()
from quellenlage.language import german
german.sentences("Ein Satz.", [(0, 9, "body")])
took = time.perf_counter() - start
status = dict(line.split(":", 1) for line in open("/proc/self/status")) if sys.platform == "linux" else {}
print(f"{took:.2f} s to the first sentence,", int(status.get("VmHWM", "0").split()[0]) >> 10, "MB at most")
"""


def articles() -> Iterator[str]:
    """Newspaper articles for the clock, about `SPEED_WORDS` of them; the treebank's text where there are none."""
    file = SHARED / "data" / "news" / "news-2021q1.jsonl.gz"
    if not file.is_file():
        yield "\n".join(text for text, _ in treebank("GSD test"))
        return
    seen = 0
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line).get("text") or ""
            yield text
            seen += len(text.split())
            if seen > SPEED_WORDS:
                return


def clock(work: Callable[[], object]) -> float:
    """Processor seconds that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start
