"""Run the measurements named on the command line, or all of them, in order of name."""

import importlib
import pkgutil
import sys

import bench


def main(names: list[str]) -> None:
    """Print the table of each measurement."""
    known = [m.name for m in pkgutil.iter_modules(bench.__path__) if not m.name.startswith("_")]
    for name in names or sorted(known):
        if name not in known:
            sys.exit(f"bench: no measurement {name!r}; there are: {', '.join(sorted(known))}")
        print(f"\n== {name}")
        importlib.import_module(f"bench.{name}").main()


main(sys.argv[1:])
