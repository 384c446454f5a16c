"""The page holds what the ledger holds, stands alone, and stays the same."""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files

import pytest
from tests.report.ledgers import PEOPLE, TEXT, article, bare, crowd, full, statement, stories
from tests.report.parsed import Parsed

from quellenlage.model import Aside, Ledger, Series
from quellenlage.report._html.ondemand import LARGE
from quellenlage.report.html import render_html

ODD = "Titel\nAbo\n\0 \ud800 \U0001f600 \u202e \u2028 \x07 e\u0301 \ufeff Ende.\n"

PILES: dict[str, Callable[[], Ledger]] = {
    "everything": full,
    "no article": lambda: Ledger(()),
    "one article without figures": lambda: bare(article("a")),
    "undated only": lambda: bare(article("a", published=None), article("b", published=None)),
    "a month is all that is known": lambda: bare(article("a", published="2024-03")),
    "no text": lambda: bare(article("a", text="")),
    "no outlet, no passages": lambda: bare(article("a", outlet=None, passages=())),
    "another language": lambda: bare(article("a"), article("b", language="fr")),
    "signs that no page can hold": lambda: bare(article("a", text=ODD)),
    "a series of one figure": lambda: with_series("f1"),
    "a series of which all but one are set aside": lambda: with_series("f1", "f2", aside=("f2",)),
    "a series that holds nothing": lambda: with_series(),
    "two series that share a figure": lambda: replace(full(), series=(*full().series, *with_series("f1", "f2").series)),
    "two stories and a stray article": stories,
    "sixty articles": lambda: crowd(60),
    "one after the other": lambda: crowd(9),
}


def with_series(*figures: str, aside: tuple[str, ...] = ()) -> Ledger:
    """The full ledger with one series of these figures."""
    apart = tuple(Aside(f, "Zählt anderes.") for f in aside)
    return replace(full(), series=(Series("q", "st", "Dach", "Dächer", figures, None, (), apart),))


@pytest.mark.parametrize("pile", PILES)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_reference_has_its_target_and_no_id_stands_twice(pile: str, lang: str) -> None:
    page = Parsed(render_html(PILES[pile](), lang=lang))
    assert [i for i, n in Counter(page.ids).items() if n > 1] == []
    assert sorted({t[1:] for t in page.targets} - set(page.ids)) == []


@pytest.mark.parametrize("pile", PILES)
def test_nothing_outside_the_file_is_named(pile: str) -> None:
    page = render_html(PILES[pile]())
    assert Parsed(page).addresses == []
    assert re.findall(r"(?:https?:)?//[a-z]|@import|url\(", page.replace("http://www.w3.org", "")) == []


@pytest.mark.parametrize("pile", PILES)
def test_the_same_ledger_gives_the_same_page(pile: str) -> None:
    assert render_html(PILES[pile]()) == render_html(PILES[pile]())


@pytest.mark.parametrize("pile", ["everything", "one article without figures", "no outlet, no passages"])
def test_nothing_of_an_article_is_left_out(pile: str) -> None:
    shown = Parsed(render_html(PILES[pile]())).text
    for line in filter(None, TEXT.split("\n")):
        assert " ".join(line.split()) in shown


def test_signs_that_no_page_can_hold_are_replaced() -> None:
    page = render_html(bare(article("a", text=ODD)))
    assert "\0" not in page
    assert page.encode("utf-8").decode("utf-8") == page
    assert "\ufffd \ufffd \U0001f600" in page


def test_there_is_one_first_heading() -> None:
    for pile in PILES.values():
        assert Parsed(render_html(pile())).tags["h1"] <= 1


def test_other_languages_are_refused() -> None:
    with pytest.raises(ValueError, match="no labels in 'fr'"):
        render_html(full(), lang="fr")


HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(1)> "\'><b id="stand"> &amp; {{ 7*7 }} {% x %}'


def test_markup_in_an_article_stays_text() -> None:
    text = f"{HOSTILE}\n{HOSTILE}\n{HOSTILE}\nDas sagte {HOSTILE}.\n"
    hostile = bare(article("a", text=text, outlet=HOSTILE, title=HOSTILE, url="javascript:alert(1)"))
    page = render_html(hostile)
    parsed = Parsed(page)
    assert parsed.tags["script"] == 2
    assert parsed.tags["img"] == 0
    assert parsed.ids.count("stand") == 1
    assert "49" not in parsed.text
    assert HOSTILE in parsed.text


def test_markup_in_every_other_field_stays_text() -> None:
    one = full()
    hostile = replace(
        one,
        stories=tuple(replace(s, title=HOSTILE) for s in one.stories),
        entities=tuple(replace(e, name=HOSTILE, role=HOSTILE) for e in one.entities),
        statements=tuple(replace(s, quote_text=(HOSTILE,), cue=HOSTILE, speaker_text=HOSTILE) for s in one.statements),
        figures=tuple(replace(f, measure=HOSTILE, text=HOSTILE, unit=HOSTILE) for f in one.figures),
        series=tuple(replace(s, label=HOSTILE, measure=HOSTILE) for s in one.series),
        claims=tuple(replace(c, text=HOSTILE, reason=HOSTILE) for c in one.claims),
        derivations=tuple(replace(d, reason=HOSTILE) for d in one.derivations),
        utterances=tuple(
            replace(u, drifts=tuple(replace(d, reason=HOSTILE) for d in u.drifts)) for u in one.utterances
        ),
        citations=tuple(replace(c, source=HOSTILE, reason=HOSTILE) for c in one.citations),
    )
    parsed = Parsed(render_html(hostile))
    assert parsed.tags["script"] == 2
    assert parsed.tags["img"] == 0
    assert parsed.ids.count("stand") == 1


def _colours(theme: str) -> dict[str, str]:
    css = files("quellenlage.report._html").joinpath("report.css").read_text("utf-8")
    start = css.index(":root {" if theme == "light" else ":root[data-theme=dark] {")
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", css[start : css.index("}", start)]))


def _contrast(a: str, b: str) -> float:
    """The contrast ratio of WCAG 2.2, 1.4.3."""

    def luminance(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "ink2", "ink3", "blue", "red", "ochre"])
def test_words_stand_out_from_their_ground(theme: str, ink: str) -> None:
    colours = _colours(theme)
    grounds = ["bg", "pane"] + (["tq", "td", "th", "hit"] if ink == "ink" else [])
    assert [g for g in grounds if _contrast(colours[ink], colours[g]) < 4.5] == []


def test_a_large_pile_counts_lengths_as_the_page_does() -> None:
    text = "Titel\nAbo\nAm Dienstag \U0001f600 sagte Ohm: „Ja \U0001f600 gut“.\n"
    piles = [article(f"x{n:02}", text=text) for n in range(LARGE + 1)]
    ledger = replace(bare(*piles), entities=PEOPLE, statements=(statement("s", piles[0], "Ja \U0001f600 gut"),))
    page = render_html(ledger)
    start = page.index('id="sheets">') + len('id="sheets">')
    table = json.loads(page[start : page.index("</script>", start)])
    pieces = table["a01"][2][0]
    assert pieces == [27, [9, "q", "s1"], 2]
    assert sum(p if isinstance(p, int) else p[0] for p in pieces) == len(text.split("\n")[2]) + 2
