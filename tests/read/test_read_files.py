"""Files, folders and standard input: what becomes an article, and which problem names what could not be read."""

import io
import json
from pathlib import Path

import pytest

from quellenlage.model import Article
from quellenlage.read import LARGEST, Problem, article_id, distinct, read

TEXT = "Der Stadtrat hat am Dienstag den Neubau der Brücke beschlossen. Die Kosten liegen bei 14 Millionen Euro.\n"


def found(*paths: object, stdin: bytes | None = None) -> list[Article | Problem]:
    return list(read(map(str, paths), stdin=io.BytesIO(stdin) if stdin is not None else None))


def reasons(*paths: object) -> list[str]:
    return [item.reason for item in found(*paths) if isinstance(item, Problem)]


def articles(*paths: object, stdin: bytes | None = None) -> list[Article]:
    return [item for item in found(*paths, stdin=stdin) if isinstance(item, Article)]


def test_folder_is_read_to_the_bottom_in_order_of_path(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.md", "b/d.txt", "gold.json", ".hidden.txt", "picture.png"):
        (tmp_path / name).write_text(f"{name} {TEXT}", "utf-8")
    assert [Path(a.path).name for a in articles(tmp_path)] == ["a.md", "d.txt", "c.txt"]


def test_order_and_repetition_of_paths_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(TEXT + TEXT, "utf-8")
    one = found(tmp_path / "a.txt", tmp_path / "b.txt")
    assert one == found(tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("leer.txt", b"", "empty file"),
        ("blank.txt", b" \n\n ", "empty file"),
        ("zahlen.txt", b"1 2 3 4", "no text in the file"),
        ("bild.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary data, not text"),
        (
            "kaputt.txt",
            "Grüße aus Köln, schöne Bäume überall".encode() + b"\xc3",
            "broken encoding: UTF-8 with an invalid byte",
        ),
        ("leer.html", b"<html><body><script>x</script></body></html>", "no readable text on the page"),
        ("a.jsonl", b"\n", "empty file"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "gut.txt").write_text(TEXT, "utf-8")
    problems = [item for item in found(tmp_path) if isinstance(item, Problem)]
    assert [(p.path, p.reason.startswith(reason)) for p in problems] == [(str(tmp_path / name), True)]
    assert len(articles(tmp_path)) == 1


def test_missing_path_and_empty_folder(tmp_path: Path) -> None:
    assert reasons(tmp_path / "nichts.txt") == ["no such file or folder"]
    assert reasons(tmp_path)[0].startswith("no file to read in the folder")


def test_a_file_that_is_too_large_is_named_with_the_limit(tmp_path: Path) -> None:
    with open(tmp_path / "riesig.txt", "wb") as file:
        file.truncate(50_000_000)
    assert reasons(tmp_path / "riesig.txt") == [f"50 MB; an article may have {LARGEST // 1_000_000} MB at most"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode(), TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT),
        (TEXT.encode("cp1252"), TEXT),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), TEXT),
        (TEXT.replace("\n", "\r\n").encode(), TEXT.replace("\n", "\r\n")),
        ("„Gänse“ – 5 €, sagte er".encode("cp1252"), "„Gänse“ – 5 €, sagte er"),
    ],
)
def test_text_is_the_decoded_file_to_the_last_character(tmp_path: Path, data: bytes, expected: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert [a.text for a in articles(tmp_path)] == [expected]


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (TEXT.encode(), "-"),
        (f"<html><body><h1>Brücke</h1><p>{TEXT}</p></body></html>".encode(), "-"),
        (json.dumps({"id": "x1", "text": TEXT}).encode(), "-#x1"),
    ],
)
def test_standard_input_is_read_by_what_it_holds(data: bytes, path: str) -> None:
    assert [a.path for a in articles("-", stdin=data)] == [path]


def test_ids_come_from_the_content(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    first, second = articles(tmp_path)
    assert first.id == article_id(TEXT)
    assert second.id == f"{first.id}-2"
    assert first.id != article_id(TEXT, title="Brücke")


def test_distinct_numbers_exact_duplicates_by_path() -> None:
    pile = [Article("a1", path, TEXT) for path in ("c", "a", "b")]
    assert [(a.path, a.id) for a in distinct(pile)] == [("a", "a1"), ("b", "a1-2"), ("c", "a1-3")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "de"),
        ("Kurz", "de"),
        (
            "The council decided on Tuesday to build a new bridge. The costs are about 14 million, "
            "officials said after the meeting.",
            "en",
        ),
        (
            "Le conseil municipal a décidé mardi de construire un nouveau pont, "
            "a annoncé la maire de la ville après le conseil.",
            "fr",
        ),
    ],
)
def test_language_is_told(tmp_path: Path, text: str, language: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert [a.language for a in articles(tmp_path)] == [language]
