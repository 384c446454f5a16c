"""Reading and cleaning: quality on real pages beside trafilatura alone and on the stories, and speed."""

import gzip
import html
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction

from quellenlage.clean.masthead import read_masthead
from quellenlage.clean.passages import label_passages
from quellenlage.model import Article
from quellenlage.read import read_file
from quellenlage.read.html import read_html

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
_NO_BODY = ("furniture", "title", "caption", "byline", "dateline")


def main() -> None:
    """Print the tables; where the measuring data are missing, say so."""
    if not (SHARED / "data" / "pages").is_dir():
        print("skipped: needs the measuring data in ../shared, which is not here")
        return
    _pages()
    _stories()


def _pages() -> None:
    ours, alone, titles, dates, count, seconds = 0.0, 0.0, 0, 0, 0, 0.0
    for data, record in _records(SHARED / "data" / "pages"):
        want = _words(" ".join(_body(record)))
        start = time.perf_counter()
        article = read_masthead(label_passages(read_html(data, "page")))
        seconds += time.perf_counter() - start
        document: Any = bare_extraction(data.decode("utf-8", "replace"), with_metadata=False, include_comments=False)
        ours += _f1(want, _words(_kept(article, _NO_BODY)))
        alone += _f1(want, _words(document.text if document else ""))
        titles += _words(article.title or "") == _words(record["title"])
        dates += (article.published or "")[:10] == str(record.get("publishing_date"))[:10]
        count += 1
    print(f"{count} real pages          body F1   title    day   ms a page")
    row = f"{ours / count:.3f}   {titles / count:.3f}  {dates / count:.3f}   {1000 * seconds / count:.0f}"
    print(f"quellenlage            {row}")
    print(f"trafilatura alone      {alone / count:.3f}")


def _stories() -> None:
    print("\nstories               body  furniture  words/s (text)")
    for folder in sorted(p for p in (SHARED / "stories").iterdir() if (p / "gold.json").is_file()):
        kept, gone, words, seconds = Counter[bool](), Counter[bool](), 0, 0.0
        for record in json.loads((folder / "gold.json").read_text("utf-8"))["articles"]:
            (article,) = read_file(folder / record["file"])
            assert isinstance(article, Article)
            start = time.perf_counter()
            article = read_masthead(label_passages(article))
            seconds += time.perf_counter() - start
            words += len(article.text.split())
            text = " ".join(_kept(article, ("furniture",)).split())
            kept.update(" ".join(piece.split()) in text for piece in record["body"])
            gone.update(" ".join(piece.split()) not in text for piece in record["boilerplate"])
        print(f"{folder.name:20} {_share(kept):.3f}      {_share(gone):.3f}  {words / seconds:,.0f}")


def _records(folder: Path) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Each saved page with the record whose title stands on it, as `score_pages.py` pairs them."""
    for file in sorted(folder.glob("*/*.json")):
        records = json.loads(file.read_text("utf-8")).values()
        for page in sorted(file.parent.glob(f"{file.stem}_*.html.gz")):
            if not re.fullmatch(re.escape(file.stem) + r"_\d{4}_\d\d_\d\d\.html\.gz", page.name):
                continue
            data = gzip.decompress(page.read_bytes())
            shown = " ".join(html.unescape(data.decode("utf-8", "replace")).split())
            hits = [r for r in records if r.get("title") and " ".join(r["title"].split()) in shown]
            if hits and hits[0].get("body"):
                yield data, max(hits, key=lambda r: len(r["title"]))


def _body(record: dict[str, Any]) -> list[str]:
    body = record["body"]
    return [*body.get("summary", []), *(t for s in body["sections"] for t in (*s["headline"], *s["paragraphs"]))]


def _kept(article: Article, without: tuple[str, ...]) -> str:
    return " ".join(article.text[p.start : p.end] for p in article.passages if p.role not in without)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _f1(want: list[str], got: list[str]) -> float:
    both = sum((Counter(want) & Counter(got)).values())
    return 2 * both / (len(want) + len(got)) if both else 0.0


def _share(seen: Counter[bool]) -> float:
    return seen[True] / seen.total() if seen else 1.0
