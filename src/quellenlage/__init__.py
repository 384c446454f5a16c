"""Quellenlage reads a pile of overlapping news reports and shows the state of the sources.

The verbs: `read` turns paths into articles, `analyse` finds all that one article tells, `compile_ledger` what a pile of
them tells together. The nouns stand in `quellenlage.model`. What analyses is imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from quellenlage.model import Analysis, Article, Ledger

# Bound here and not on first use: the folder of the same name would take its place.
from quellenlage.read import read

if TYPE_CHECKING:
    from quellenlage.pipeline import analyse, compile_ledger

__all__ = ["Analysis", "Article", "Ledger", "analyse", "compile_ledger", "read"]


def __getattr__(name: str) -> Any:
    if name not in ("analyse", "compile_ledger"):
        raise AttributeError(f"module 'quellenlage' has no attribute {name!r}")
    return getattr(import_module("quellenlage.pipeline"), name)
