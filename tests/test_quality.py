"""What the product reaches on the measuring data, held by floors that are only ever raised."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "bench" / "floors.json"
COMMAND = f"{sys.executable} -m quellenlage report --format json"


def test_the_development_stories_stay_above_their_floors(shared: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps(json.loads(FLOORS.read_text())["stories"]))
    stories = sorted((shared / "stories").iterdir())
    command = [
        sys.executable,
        shared / "score" / "score_stories.py",
        *stories,
        "--command",
        COMMAND,
        "--floors",
        floors,
    ]
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


KRAUTS = "data/krauts/KRAUTS_"
SETS = {
    "pages": ("score_pages", ["data/pages"]),
    "quotes dev": ("score_quotes", ["data/quotes/dev"]),
    "times DieZeit": ("score_times", [f"{KRAUTS}DieZeit", f"{KRAUTS}DieZeit_Heideltime"]),
    "times Dolomiten-42": ("score_times", [f"{KRAUTS}Dolomiten-42", f"{KRAUTS}Dolomiten-42_Heideltime"]),
}


@pytest.mark.parametrize("name", SETS)
def test_the_measuring_sets_stay_above_their_floors(shared: Path, name: str) -> None:
    scorer, data = SETS[name]
    command = [sys.executable, shared / "score" / f"{scorer}.py", *(shared / d for d in data), "--command", COMMAND]
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    reached = _flat(json.loads(done.stdout.splitlines()[-1]))
    floors = json.loads(FLOORS.read_text())[name]
    assert {k: reached[k] for k in floors if reached[k] < floors[k]} == {}


def _flat(scores: dict[str, object]) -> dict[str, float]:
    """{"joint": {"f1": .7}} → {"joint.f1": .7}."""
    flat: dict[str, float] = {}
    for key, value in scores.items():
        if isinstance(value, dict):
            flat |= {f"{key}.{k}": v for k, v in value.items()}
        elif isinstance(value, int | float):
            flat[key] = value
    return flat
