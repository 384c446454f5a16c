"""The command line as a user meets it: what it writes where, and with which exit status."""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quellenlage.cli.arguments import ROWS, parser
from quellenlage.example import FOLDER

ARTICLE = "Mindestens drei Menschen seien verletzt worden, sagte Bürgermeisterin Ada Lenz am Dienstag in Neustadt.\n"


def run(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """`quellenlage ARGUMENTS`, in a process of its own."""
    command = [sys.executable, "-m", "quellenlage", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env=os.environ | {"COLUMNS": "100"})


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "a.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, "utf-8")
    return path


def test_json_alone_is_on_standard_output(article: Path) -> None:
    done = run("report", "--format", "json", article)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["articles"][0]["text"] == ARTICLE


@pytest.mark.parametrize("form", ["text", "html", "md"])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_form_of_the_report_shows_the_statement(article: Path, form: str, lang: str) -> None:
    done = run("report", "--format", form, "--lang", lang, article)
    assert done.returncode == 0, done.stderr
    assert "Ada Lenz" in done.stdout.decode()


def test_standard_input_is_an_article() -> None:
    done = run("report", "--format", "json", "-", stdin=ARTICLE.encode("cp1252"))
    assert json.loads(done.stdout)["articles"][0]["text"] == ARTICLE


@pytest.mark.parametrize("question", sorted(ROWS))
def test_every_question_has_rows_for_the_example(question: str) -> None:
    done = run(question, "--format", "jsonl", FOLDER)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    assert len({tuple(r) for r in rows}) == 1, "all rows have the same keys"


def test_quotes_tell_the_rule_that_found_them(article: Path) -> None:
    plain, explained = run("quotes", article).stdout.decode(), run("quotes", "--explain", article).stdout.decode()
    assert "rule" not in plain.splitlines()[0].split()
    assert "rule" in explained.splitlines()[0].split()


def test_quotes_have_the_form_of_the_wikinews_data_set(article: Path) -> None:
    document = json.loads(run("quotes", "--format", "wikinews", article).stdout)
    assert document["originalText"] == ARTICLE
    assert [a["type"] for a in document["annotations"]] == ["Indirect"]


def test_a_spreadsheet_cell_is_never_a_formula(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("=1+1 sagte Ada Lenz am Dienstag, es gebe 14 Tote.\n", "utf-8")
    done = run("figures", "--format", "csv", tmp_path)
    assert ",=1+1" not in done.stdout.decode("utf-8-sig")


# --- what can't be read is named, the rest goes on


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n"),
        ("binary.txt", bytes(range(256)) * 40),
        ("page.html", b"<html><head><title></title></head><body><script>x</script></body></html>"),
        ("lines.jsonl", b'{"id": "1", "text": "Ein Satz."}\n{"id": \n'),
    ],
)
def test_bad_input_is_named_and_the_rest_goes_on(article: Path, name: str, content: bytes) -> None:
    (article.parent / name).write_bytes(content)
    done = run("report", "--format", "json", article.parent)
    assert done.returncode == 1
    assert name in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1
    assert ARTICLE in [a["text"] for a in json.loads(done.stdout)["articles"]]


@pytest.mark.parametrize("missing", ["no-such-file.txt", "no/such/folder"])
def test_a_missing_path_is_named(article: Path, missing: str) -> None:
    done = run("report", "--format", "json", article, missing)
    assert done.returncode == 1
    assert missing in done.stderr.decode()
    assert json.loads(done.stdout)["articles"]


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    done = run("report", "--format", "json", tmp_path)
    assert done.returncode == 1
    assert str(tmp_path) in done.stderr.decode()


def test_too_large_a_file_is_named(article: Path) -> None:
    with (article.parent / "huge.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    done = run("report", "--format", "json", article.parent)
    assert done.returncode == 1
    assert "huge.txt" in done.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [[], ["report"], ["report", "--format", "pdf", "x"], ["report", "--workers", "0", "x"], ["nonsense"]],
)
def test_wrong_usage_is_status_2(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr


# --- output is written whole or not at all


def test_out_takes_the_place_of_the_old_file(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "ledger.json"
    out.write_text("old")
    assert run("report", "--format", "json", "--out", out, article).stdout == b""
    assert json.loads(out.read_text("utf-8"))["schema"] == "quellenlage/ledger/1"
    assert sorted(os.listdir(tmp_path)) == ["in", "ledger.json"]


def test_a_folder_that_is_missing_leaves_nothing_behind(article: Path, tmp_path: Path) -> None:
    done = run("report", "--format", "json", "--out", tmp_path / "no" / "ledger.json", article)
    assert done.returncode == 1
    assert "no" in done.stderr.decode()
    assert sorted(os.listdir(tmp_path)) == ["in"]


def test_workers_and_order_give_the_same_bytes(tmp_path: Path) -> None:
    paths = sorted(FOLDER.glob("a*.*"))
    first = run("report", "--format", "json", "--workers", "1", *paths).stdout
    assert run("report", "--format", "json", "--workers", "3", *reversed(paths)).stdout == first


def test_every_command_and_option_is_documented() -> None:
    text = (Path(__file__).parents[2] / "docs" / "cli.md").read_text("utf-8")
    top = next(a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    for name, command in top.choices.items():
        section = text.partition(f"## quellenlage {name}\n")[2].partition("\n## ")[0]
        missing = [o for action in command._actions for o in action.option_strings if o not in section]
        assert section, f"no section for {name}"
        assert not missing, f"{name}: {missing}"
