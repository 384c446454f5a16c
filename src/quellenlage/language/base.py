"""The `Language` that the steps work with."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module, resources
from typing import Any

from quellenlage.model import Sentence

_MODULES = {"de": "quellenlage.language.german"}


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its code, its sentence analysis and its word tables."""

    code: str
    sentences: Callable[[str, Iterable[tuple[int, int, str]]], tuple[Sentence, ...]]
    """(text, stretches as (start, end, role)) → tagged sentences with true offsets into text."""

    def table(self, name: str) -> Mapping[str, Any]:
        """The TOML table `language/<code>/<name>.toml`, read once. Raises FileNotFoundError if there is none."""
        return _table(self.code, name)


@cache
def _table(code: str, name: str) -> Mapping[str, Any]:
    file = resources.files("quellenlage.language") / code / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8"))


def supported(code: str) -> bool:
    """Whether the steps have tables for this language (ISO 639-1 code)."""
    return code in _MODULES


@cache
def language(code: str = "de") -> Language:
    """The language with this ISO 639-1 code. Raises KeyError if it has no folder here."""
    return Language(code, import_module(_MODULES[code]).sentences)
