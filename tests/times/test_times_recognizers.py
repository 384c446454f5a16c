"""The German DateTimeModel cases of Microsoft's Recognizers-Text (MIT), beside the checkout.

A case holds if every expression that it expects overlaps one of ours with one of its values. Ours stands apart where
theirs joins day and hour, or the two ends of a range: then both must be there.
"""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from quellenlage.annotate.times import find_times
from quellenlage.language import language
from quellenlage.model import Article, Time
from quellenlage.resolve.dates import resolve_times

CASES = Path(__file__).resolve().parents[3] / "shared/data/recognizers/DateTime/DateTimeModel.json"
NUMBERS = range(202)
SLASHED = "German news does not write dates so; a fraction or a score looks the same"
NEXT = '"nächsten Donnerstag" as English "next", the day of next week: in German the next one to come'
WHOLE = '"das Jahr" without a cue: which year is meant the words don\'t tell'
SKIPPED = {
    12: "the week of a month has no TIMEX3 value that we give",
    42: "counts from the moment of speaking; a report's day has no hour here",
    43: "counts from the moment of speaking; a report's day has no hour here",
    59: NEXT,
    79: SLASHED,
    82: '"aktuelle" is an adjective of the thing, not a time',
    91: '"letzte werktags" is not German',
    93: '"zur Vormittagszeit" as "before noon"',
    94: '"zur Mittagszeit" as twelve o\'clock sharp',
    **dict.fromkeys((121, 122, 123, 127, 128), SLASHED),
    **dict.fromkeys((131, 132, 133, 134, 135, 136), "German does not order or join the parts of a date so"),
    143: "Weltkindertag is on 20 September in Germany; theirs is 1 June",
    161: NEXT,
    165: '"von Montag bis Freitag" said on a Friday, as the week that is ending',
    **dict.fromkeys((166, 167, 172), WHOLE),
    173: '"3 Wochen später" counted from the present, not from what was told',
    189: "month before the days, as in English",
    198: SLASHED,
}


@cache
def cases() -> list[dict[str, Any]]:
    """The cases, empty where the data is missing."""
    return list(json.loads(CASES.read_text("utf-8-sig"))) if CASES.is_file() else []


def read(text: str, published: str) -> tuple[Time, ...]:
    """The time expressions of a text published at a moment."""
    german = language("de")
    sentences = german.sentences(text, [(0, len(text), "body")])
    article = Article("a", "a.txt", text, published=published[:10] if published[11:16] == "00:00" else published[:16])
    return resolve_times(find_times(text, sentences, german), article, sentences, german)


def points(value: dict[str, str]) -> list[str]:
    """What must be found for a value: TIMEX3 values, those of a range both."""
    timex, kind = value["timex"], value["type"]
    if value.get("value") == "not resolved" and kind != "set":
        return []
    if kind in ("daterange", "datetimerange", "timerange") and timex.startswith("("):
        size = 4 if timex.endswith("Y)") else None
        return [shown(value[end], kind)[:size] for end in ("start", "end")]
    if kind in ("date", "datetime", "time") and timex != "PRESENT_REF":
        return [shown(value["value"], kind)]
    if kind == "datetimerange" and "start" in value:
        return [value["start"][:10] + timex[-3:]]
    return [timex]


def shown(moment: str, kind: str) -> str:
    """A moment as TIMEX3 has it: "2016-10-14 08:00:31" is 2016-10-14T08:00:31, midnight of a day the day."""
    if kind in ("time", "timerange"):
        return "T" + moment.removesuffix(":00")
    return moment.replace(" 00:00:00", "") if kind != "datetime" else moment.replace(" ", "T").removesuffix(":00")


def holds(want: str, ours: list[str]) -> bool:
    """Whether one of our values is what is wanted, whatever day a mere time of day was given."""
    want = want.replace(" ", "T")
    if want.startswith("T"):
        return any(want in v or (len(want) == 3 and f"{want}:00" in v) for v in ours)
    return any(want in (v, f"{v}:00") or f"{want}:00" == v or in_week(want, v) for v in ours)


def in_week(want: str, value: str) -> bool:
    """Whether ours is the week of a day of theirs: "in drei Wochen" names no day."""
    return (
        len(want) == 10
        and len(value) == 8
        and "W" in value
        and date.fromisoformat(want).isocalendar()[:2]
        == (
            int(value[:4]),
            int(value[6:]),
        )
    )


@pytest.mark.parametrize("number", NUMBERS)
def test_recognizers_case(number: int) -> None:
    if not cases():
        pytest.skip("needs ../shared/data/recognizers, which is not here")
    if number in SKIPPED:
        pytest.skip(SKIPPED[number])
    case = cases()[number]
    ours = read(case["Input"], case.get("Context", {}).get("ReferenceDateTime", "2016-11-07T00:00:00"))
    if not case["Results"]:
        assert not [t for t in ours if t.value and t.value[0].isdigit()]
    for result in case["Results"]:
        near = [t.value for t in ours if t.start <= result["End"] and t.end > result["Start"] and t.value]
        values = [points(v) for v in result["Resolution"]["values"]]
        values += [
            [v["timex"].rpartition(",")[2].rstrip(")")] for v in result["Resolution"]["values"] if "," in v["timex"]
        ]
        assert any(all(holds(p, near) for p in v) for v in values), (case["Input"], values, ours)
