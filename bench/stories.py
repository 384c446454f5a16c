"""The story sets: every column of the story scorer, beside what was last recorded.

Needs the measuring data and scorers beside the checkout. `python -m bench stories` prints; `python -m bench.stories
--record` also keeps the figures in bench/records/stories.json, to compare with next time.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
RECORD = Path(__file__).with_name("records") / "stories.json"
COMMAND = f"{sys.executable} -m quellenlage report --format json"


def folders() -> list[Path]:
    """The story sets: those of the measuring data, and our own."""
    return [g.parent for root in (SHARED, ROOT) for g in sorted((root / "stories").glob("*/gold.json"))]


def scores(*more: str) -> list[dict[str, Any]] | None:
    """The scorer's rows, a story each and the mean last; None where the measuring data is missing."""
    if not SHARED.is_dir():
        return None
    scorer = SHARED / "score" / "score_stories.py"
    command = [sys.executable, str(scorer), *map(str, folders()), "--command", COMMAND, *more]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [json.loads(line[line.index("{") :]) for line in done.stdout.splitlines() if "{" in line]


def main() -> None:
    """Print the columns of each story, their means, and what moved since the last record."""
    rows = scores()
    if rows is None:
        print("the measuring data in ../shared is not here: skipped")
        return
    names = [*(d.name for d in folders()), "mean"]
    before = json.loads(RECORD.read_text()) if RECORD.exists() else {}
    print(f"{'':16}" + "".join(f"{n[:14]:>15}" for n in names) + f"{'before':>10}")
    for column in rows[-1]:
        moved = before.get(column)
        line = f"{column:16}" + "".join(f"{row[column]:15.3f}" for row in rows)
        print(line + (f"{moved:10.3f}" if moved is not None and column != "seconds" else ""))
    if "--record" in sys.argv:
        RECORD.parent.mkdir(exist_ok=True)
        RECORD.write_text(json.dumps({k: v for k, v in rows[-1].items() if k != "seconds"}, indent=1) + "\n")


if __name__ == "__main__":
    main()
