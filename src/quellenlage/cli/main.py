"""Arguments in, exit status out: 0 all read, 1 something could not be read, 2 wrong usage."""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module

from quellenlage.cli import arguments


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit status."""
    options = arguments.parser().parse_args(argv)
    try:
        status: int = import_module(f"quellenlage.cli.{options.module}").run(options)
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        print("quellenlage: stopped", file=sys.stderr)
        return 130
    except OSError as error:
        print(f"quellenlage: {error.filename or ''}: {error.strerror or error}", file=sys.stderr)
        return 1
    finally:
        gc.enable()
    return status
