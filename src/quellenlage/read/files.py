"""Paths as a person types them: files, folders and standard input."""

import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from quellenlage.model import Article
from quellenlage.read.html import read_html
from quellenlage.read.identity import numbered
from quellenlage.read.jsonl import read_jsonl
from quellenlage.read.problem import Problem, UnreadableError
from quellenlage.read.text import read_text

LARGEST = 20_000_000
"""Most bytes of one article (a text file, a page, a line of JSONL). The longest real page of 98 has 2.1 MB."""

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl")
"""What is read in a folder. A file that is named itself is read whatever it is called, by what it holds."""


def read(paths: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Article | Problem]:
    """Every article behind the paths, and a `Problem` for each thing that could not be read.

    Folders are walked to the bottom for files with a known suffix; hidden ones are left out. "-" is `stdin`. What
    comes out stands in the order of its path, whatever the order of `paths`; a file that is reached twice is read once.
    Exact duplicates get ids of their own (see `distinct`).
    """
    yield from numbered(_read(paths, stdin))


def read_file(path: str | Path) -> Iterator[Article | Problem]:
    """The articles in one file (one, or those of a JSONL file)."""
    where = str(path)
    try:
        size = os.path.getsize(path)
        if size > LARGEST and Path(path).suffix.lower() != ".jsonl":
            yield Problem(where, f"{size / 1e6:.0f} MB; an article may have {LARGEST // 1_000_000} MB at most")
            return
        with open(path, "rb") as file:
            yield from _read_stream(file, where, Path(path).suffix.lower())
    except OSError as error:
        yield Problem(where, (error.strerror or "can't be read").lower())


def _read(paths: Iterable[str | Path], stdin: BinaryIO | None) -> Iterator[Article | Problem]:
    names = {str(p) for p in paths}
    found: list[tuple[str, Problem | None]] = []
    for name in names - {"-"}:
        found.extend(_walk(name))
    if "-" in names:
        found.append(("-", None if stdin else Problem("-", "no standard input")))
    seen: set[str] = set()
    for path, problem in sorted(found, key=lambda f: f[0]):
        real = path if path == "-" else os.path.realpath(path)
        if problem:
            yield problem
        elif real not in seen:
            seen.add(real)
            yield from _read_stream(stdin, "-", "") if path == "-" and stdin else read_file(path)


def _walk(name: str) -> Iterator[tuple[str, Problem | None]]:
    """The files at a path, with the problem where there is one."""
    if not os.path.exists(name):
        yield name, Problem(name, "no such file or folder")
    elif not os.path.isdir(name):
        yield name, None
    else:
        problems: list[OSError] = []
        empty = True
        for folder, folders, files in os.walk(name, onerror=problems.append):
            folders[:] = [f for f in folders if not f.startswith(".")]
            for file in files:
                if file.lower().endswith(SUFFIXES) and not file.startswith("."):
                    empty = False
                    yield os.path.join(folder, file), None
        for error in problems:
            yield str(error.filename), Problem(str(error.filename), (error.strerror or "can't be read").lower())
        if empty and not problems:
            yield name, Problem(name, f"no file to read in the folder ({', '.join(SUFFIXES)})")


def _read_stream(stream: BinaryIO, path: str, suffix: str) -> Iterator[Article | Problem]:
    if suffix == ".jsonl":
        yield from read_jsonl(stream, path, LARGEST)
        return
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Problem(path, f"more than {LARGEST // 1_000_000} MB, the most that an article may have")
    elif not data.strip():
        yield Problem(path, "empty file")
    elif (suffix or _sniff(data)) == ".jsonl":
        yield from read_jsonl(io.BytesIO(data), path, LARGEST)
    else:
        yield _single(data, path, suffix)


def _single(data: bytes, path: str, suffix: str) -> Article | Problem:
    kind = suffix if suffix in SUFFIXES else _sniff(data)
    try:
        return read_html(data, path) if kind in (".html", ".htm") else read_text(data, path)
    except UnreadableError as error:
        return Problem(path, str(error))


def _sniff(data: bytes) -> str:
    """The suffix that a file with this content should have."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"{") and b'"' in head[:40]:
        return ".jsonl"
    markup = head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<!--")) or b"<html" in head
    return ".html" if markup else ".txt"
