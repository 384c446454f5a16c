"""The German cases of a public set of recognisers (../shared/data/recognizers), each that German news shares."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import SHARED

from quellenlage.annotate._numbers import scan_numbers
from quellenlage.annotate._units import units
from quellenlage.annotate.quantities import find_quantities
from quellenlage.language import language

DE = language("de")
SPECS = SHARED / "data" / "recognizers"

# Start of the input → why German news reads it otherwise.
NOT_OURS = {
    "423 0000": "a group that starts with a zero is a code, not the number 0",
    "Der hiernach folgende Text": "it leaves out “Hälfte”, which we read as a share",
    "Diese 15 Prozentpunkte": "percentage points are no percent",
    "try the Dollar": "a unit without a number is no figure",
    "es kostet nur 15 Dollar und 15.": "“und 15” may begin another count",
    "Ein Fußballfeld": "“zwischen … und …” is one range",
    "Er ist ungefähr 40 - 50": "one range, of which the case keeps the upper end",
}
UNITS = {
    "Dollar": "USD", "Euro": "EUR", "United States dollar": "USD", "Cambodian riel": "KHR", "Finnish markka": "FIM",
    "Canadian dollar": "CAD", "British pound": "GBP", "Indian rupee": "INR", "Rupee": "INR", "Mexican peso": "MXN",
    "Australian dollar": "AUD", "New Zealand dollar": "NZD", "Milliliter": "ml", "Inch": "in", "Teaspoon": "tsp",
    "Liter": "l", "Square meter": "m2", "Kilometer per hour": "km/h", "Cubic meter": "m3", "Gigabyte": "GB",
    "Mile": "mi", "Micrometer": "µm", "Nanometer": "nm", "Meter per second": "m/s", "Kilometer": "km", "Degree": "°C",
    "Radian": "rad", "Turn": "turn", "C": "°C", "F": "°F", "K": "K", "Year": "year", "Month": "month", "Week": "week",
}  # fmt: skip
SAME_NAME = {"Pound": ("lb", "GBP"), "Degree": ("°",)}  # units that share an English name
CLASSES = {
    "CurrencyModel": ("money",),
    "DimensionModel": ("mass", "length", "area", "volume", "speed", "data", "angle"),
    "TemperatureModel": ("temperature",),
    "AgeModel": ("duration",),
}


def cases(file: str) -> list[Any]:
    """The cases of one file as parameters; one that skips where the folder is missing."""
    path = SPECS / f"{file}.json"
    if not path.is_file():
        return [
            pytest.param(None, marks=pytest.mark.skip(reason="needs ../shared/data/recognizers, which is not here"))
        ]
    return [_param(case) for case in json.loads(Path(path).read_text("utf-8-sig"))]


def _param(case: dict[str, Any]) -> Any:
    why = next((reason for start, reason in NOT_OURS.items() if case["Input"].startswith(start)), None)
    return pytest.param(case, id=case["Input"][:40], marks=[pytest.mark.skip(reason=why)] if why else [])


def value(result: dict[str, Any]) -> float:
    return float(result["Resolution"]["value"].rstrip("%").replace(",", "."))


@pytest.mark.parametrize("case", cases("Number/NumberModel"))
def test_numbers(case: dict[str, Any]) -> None:
    text = case["Input"]
    found = scan_numbers(text, 0, len(text), DE)
    assert [text[n.start : n.end].lower() for n in found] == [r["Text"].lower() for r in case["Results"]]
    assert [n.value for n in found] == pytest.approx([value(r) for r in case["Results"]])


@pytest.mark.parametrize("case", cases("Number/NumberRangeModel"))
def test_number_ranges(case: dict[str, Any]) -> None:
    text = case["Input"]
    found = find_quantities(text, DE.sentences(text, [(0, len(text), "body")]), (), DE)
    assert [f"(,{q.high:g})" for q in found if q.low is None] == [r["Resolution"]["value"] for r in case["Results"]]


@pytest.mark.parametrize("case", cases("Number/PercentModel"))
def test_percent(case: dict[str, Any]) -> None:
    text = case["Input"]
    found = find_quantities(text, DE.sentences(text, [(0, len(text), "body")]), (), DE)
    assert [q.low for q in found if q.unit == "percent"] == [value(r) for r in case["Results"]]


@pytest.mark.parametrize(
    ("model", "case"),
    [
        pytest.param(m, *c.values, id=f"{m}-{c.id}", marks=c.marks)
        for m in CLASSES
        for c in cases(f"NumberWithUnit/{m}")
    ],
)
def test_numbers_with_units(model: str, case: dict[str, Any]) -> None:
    """Ages are read like other durations; that they are no figures is another test's matter."""
    text = case["Input"]
    expected = [(value(r), r["Resolution"]["unit"]) for r in case["Results"]]
    found = [(v, unit) for v, unit, group in measured(text) if group in CLASSES[model]]
    assert [v for v, _ in found] == pytest.approx([v for v, _ in expected])
    for (_, unit), (_, name) in zip(found, expected, strict=True):
        assert unit in (UNITS.get(name), *SAME_NAME.get(name, ()))


def measured(text: str) -> list[tuple[float, str, str]]:
    """Value, unit and class of all numbers with a unit, figure or not."""
    known = units(DE)
    sentence = DE.sentences(text, [(0, len(text), "body")])
    figures = {q.number: q for q in find_quantities(text, sentence, (), DE)}
    out = []
    for number in scan_numbers(text, 0, len(text), DE):
        unit = known.before(text, number.start) or known.after(text, number.end, len(text))
        figure = next((q for span, q in figures.items() if span.start <= number.start < span.end), None)
        if figure and figure.low is not None and known.group(figure.unit) != "count":
            if figure.number.start == number.start:
                out.append((figure.low, figure.unit, known.group(figure.unit)))
        elif unit:
            out.append((number.value, unit.code, unit.group))
    return out
