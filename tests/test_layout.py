"""The house holds its shape: nouns at the bottom, steps apart from one another, only the pipeline knows the order."""

import ast
from pathlib import Path

import pytest

import quellenlage

ROOT = Path(quellenlage.__file__).parent
STEPS = ("read", "clean", "annotate", "resolve", "story")

# Room → the rooms of ours that it may import, besides itself.
MAY_IMPORT = {
    "model": set(),
    "language": {"model"},
    **{step: {"model", "language"} for step in STEPS},
    "pipeline": {"model", "language", *STEPS},
    "report": {"model"},
    "example": set(),
    "cli": {"model", "pipeline", "read", "report", "example", "cli"},
}


def rooms(file: Path) -> set[str]:
    """The rooms of ours that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        modules = []
        if isinstance(node, ast.ImportFrom) and node.module:
            modules = [node.module] if node.module != "quellenlage" else [f"quellenlage.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            modules = [a.name for a in node.names]
        found |= {m.split(".")[1] for m in modules if m.startswith("quellenlage.")}
    return found


def files() -> list[Path]:
    """All source files but the package's own door."""
    return [
        f for f in sorted(ROOT.rglob("*.py")) if f.relative_to(ROOT).as_posix() not in ("__init__.py", "__main__.py")
    ]


@pytest.mark.parametrize("file", files(), ids=lambda f: f.relative_to(ROOT).as_posix())
def test_a_room_imports_only_what_stands_below_it(file: Path) -> None:
    room = file.relative_to(ROOT).parts[0].removesuffix(".py")
    assert rooms(file) - {room} <= MAY_IMPORT[room]
