"""`quellenlage report`: the whole ledger, in one of its forms."""

import argparse
from collections.abc import Callable
from importlib import import_module

from quellenlage.cli.work import ledger_of, write
from quellenlage.model import Ledger


def run(options: argparse.Namespace) -> int:
    """Write the report and give the exit status."""
    ledger, status = ledger_of(options)
    write(_renderer(options.format)(ledger, options.lang), options.out)
    return status


def _renderer(form: str) -> Callable[[Ledger, str], str]:
    """Only the form that is asked for is imported: a JSON ledger needs no templates."""
    module = import_module(f"quellenlage.report.{ {'md': 'markdown'}.get(form, form) }")
    render = getattr(module, f"render_{form}")
    return (lambda ledger, lang: render(ledger)) if form == "json" else (lambda ledger, lang: render(ledger, lang=lang))
