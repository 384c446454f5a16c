"""Whatever the text: no exception, true spans, the same answer twice, and no statement that swallows an article."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quellenlage.model import Quotation

Find = Callable[[str], tuple[Quotation, ...]]

PIECES = st.sampled_from(
    [
        "Der Minister sagte, ",
        "er habe „nichts“ gewusst",
        "„Das ist gut",
        "“, so Weber. ",
        "laut Polizei ",
        "zufolge ",
        "dass es regne",
        ", wie das Amt mitteilte",
        ". ",
        ": ",
        "\n\n",
        "Weber: ",
        "‚ja‘",
        "soll gewesen sein",
        "wies zurück",
        "\x00",
        "\ud800",
        "😀",
        '5" ',
        "unter Berufung auf",
        "Dies bestätigte ",
        "(",
        ")",
        "– ",
        "nach Angaben",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_mixture_gives_true_spans_and_places(find: Find, text: str) -> None:
    found = find(text)
    for q in found:
        spans = [*q.quote, *q.speaker, *q.cue, *q.frame, *q.addressee, *q.via]
        assert q.quote
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert q.continues is None or 0 <= q.continues < len(found)
        assert q.within is None or 0 <= q.within < len(found)
    assert find(text) == found


BAD = [
    "„" * 3000,
    "„“" * 3000,
    '"a" ' * 3000,
    "sagt er, " * 3000,
    "1" * 100_000,
    "\x00\ud800😀 sagte, er sei da. " * 300,
    "Meier: Ja.\n\n" * 500,
    "Er sagte: „Das ist gut. " * 500,
]


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_bad_input_raises_nothing(find: Find, text: str) -> None:
    assert isinstance(find(text), tuple)


SWALLOWING = [
    "Er sei da. " * 600,
    "„" + "Das ist ein langer Satz über alles und nichts. " * 200 + "“, sagte er.",
    "Weber: " + "Das ist ein langer Satz über alles. " * 300 + "\n\nWeber: Ja.",
]


@pytest.mark.parametrize("text", SWALLOWING, ids=range(len(SWALLOWING)))
def test_no_statement_swallows_the_article(find: Find, text: str) -> None:
    assert max((q.quote[-1].end - q.quote[0].start for q in find(text)), default=0) < len(text) / 2
