"""`python -m training`: build every weight that ships, from the measuring data beside the checkout."""

import sys
from pathlib import Path

from training import german, names

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


def main() -> int:
    """Build all weights; 1 if the data isn't there."""
    if not SHARED.is_dir():
        print(f"training: no data at {SHARED.parent.name}/{SHARED.name} beside the checkout", file=sys.stderr)
        return 1
    german.build(SHARED / "ud")
    names.main(SHARED.parent)
    return 0


if __name__ == "__main__":
    sys.exit(main())
