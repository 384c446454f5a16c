"""What the README tells a newcomer to type works."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quellenlage.example import FOLDER

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", README, re.S)
COMMANDS = [
    line.partition(" #")[0].strip()
    for language, block in BLOCKS
    if not language
    for line in block.splitlines()
    if line.strip()
]


def shell(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command as typed, with this Python's `quellenlage` and the example for FOLDER."""
    command = command.replace(".venv/bin/quellenlage", f'"{sys.executable}" -m quellenlage').replace(
        "FOLDER", str(FOLDER)
    )
    return subprocess.run(
        command, shell=True, cwd=cwd, capture_output=True, text=True, env=os.environ | {"COLUMNS": "100"}
    )


def test_the_readme_begins_with_two_commands() -> None:
    assert COMMANDS[:2] == ["make demo", "make test"]


@pytest.mark.parametrize("command", [c for c in COMMANDS if not c.startswith("make")])
def test_the_commands_for_ones_own_pile_work(command: str, tmp_path: Path) -> None:
    done = shell(command, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout or [f for f in tmp_path.iterdir() if f.stat().st_size]


def test_make_demo_says_where_the_report_lies() -> None:
    if not (ROOT / ".venv" / ".installed").exists():
        pytest.skip("not installed by make: run `make test`")
    done = subprocess.run(["make", "demo"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    said = re.findall(r"lies at (/\S+\.html)", done.stdout)
    assert said
    assert "Quellenlage" in Path(said[0]).read_text("utf-8")


def test_make_test_runs_the_tests() -> None:
    done = subprocess.run(["make", "-n", "test"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0
    assert "pytest" in done.stdout


def test_the_python_lines_work(tmp_path: Path) -> None:
    code = next(block for language, block in BLOCKS if language == "python").replace("FOLDER", str(FOLDER))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("target", re.findall(r"\]\(((?!http)[^)#]+)", README))
def test_what_the_readme_links_to_is_there(target: str) -> None:
    assert (ROOT / target).exists()
