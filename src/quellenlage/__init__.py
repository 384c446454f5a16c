"""Quellenlage reads a pile of overlapping news reports and shows the state of the sources.

The verbs: `read` turns paths into articles, `analyse` finds all that one article tells, `compile_ledger` what a pile of
them tells together. The nouns stand in `quellenlage.model`. Nothing is imported before it is used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quellenlage.model import Analysis, Article, Ledger
    from quellenlage.pipeline import analyse, compile_ledger
    from quellenlage.read import read

__all__ = ["Analysis", "Article", "Ledger", "analyse", "compile_ledger", "read"]

_HOME = {
    "Analysis": "model",
    "Article": "model",
    "Ledger": "model",
    "analyse": "pipeline",
    "compile_ledger": "pipeline",
    "read": "read",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'quellenlage' has no attribute {name!r}")
    return getattr(import_module(f"quellenlage.{_HOME[name]}"), name)
