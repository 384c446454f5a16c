"""The page in a browser: from a figure to its evidence and back, at every width, by mouse and by keyboard."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.report.ledgers import crowd, full, stories

from quellenlage.example import FOLDER
from quellenlage.model import Article, Ledger
from quellenlage.pipeline import analyse, compile_ledger
from quellenlage.read import read
from quellenlage.report.html import render_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="needs the Chromium of the distribution, which is not here"),
]
WIDTHS = (390, 820, 1200, 1440)
WIDER_THAN_THE_WINDOW = "document.documentElement.scrollWidth - innerWidth"
OVER_THE_EDGE = """() => { const edge = document.getElementById('bericht').getBoundingClientRect().right + 3;
  return [...document.querySelectorAll('#bericht *')].filter(e =>
    !e.closest('svg, .vh') && e.getClientRects().length && e.getBoundingClientRect().right > edge).map(
    e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40)) }"""
SHOWN_PASSAGE = "[...document.querySelectorAll('#pane .on')].map(e => e.textContent).join('')"
IN_VIEW = """id => { const e = document.getElementById(id), b = e.getBoundingClientRect();
  return b.top >= -2 && b.top < innerHeight && e.closest('[hidden]') === null }"""
FOCUSED = "document.activeElement.getAttribute('href')"


COLLISIONS = """() => [...document.querySelectorAll('.tc, .cs>div>svg')].flatMap(chart => {
  const boxes = [...chart.querySelectorAll('text.vl')].filter(t => t.getClientRects().length).map(
    t => ({said: t.textContent, ...t.getBoundingClientRect().toJSON()}));
  const marks = [...chart.querySelectorAll('.hit')].map(m => m.getBoundingClientRect());
  const both = boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4).map(b => a.said + ' | ' + b.said));
  const covered = boxes.filter(a => marks.some(m => {
    const x = m.left + m.width / 2, y = m.top + m.height / 2;
    return x > a.left + 2 && x < a.right - 2 && y > a.top + 3 && y < a.bottom - 3; })).map(a => a.said);
  return [...both, ...covered]; })"""


def example() -> Ledger:
    articles = [a for a in read([str(p) for p in sorted(FOLDER.glob("a*.*"))]) if isinstance(a, Article)]
    return compile_ledger(analyse(a) for a in articles)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of some reports."""
    folder: Path = tmp_path_factory.mktemp("reports")
    made = {"full": full(), "english": full(), "stories": stories(), "crowd": crowd(60), "example": example()}
    for name, ledger in made.items():
        (folder / f"{name}.html").write_text(render_html(ledger, lang="en" if name == "english" else "de"), "utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in made}


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM, headless=True, args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    """A wide window; a test fails if the page's script does, or if it asks for anything but its own file."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else wrong.append(r.url))
    yield opened
    context.close()
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["full", "stories", "crowd", "example"])
def test_the_page_never_scrolls_sideways(page: "Page", pages: dict[str, str], name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(pages[name])
    assert page.evaluate(WIDER_THAN_THE_WINDOW) <= 0
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert page.evaluate(WIDER_THAN_THE_WINDOW) <= 0
    assert page.evaluate(OVER_THE_EDGE) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["crowd", "example"])
def test_no_label_covers_another_or_a_mark(page: "Page", pages: dict[str, str], name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(pages[name])
    assert page.locator(".tc .vl:visible").count() > 4
    assert page.evaluate(COLLISIONS) == []


@pytest.mark.parametrize("width", [390, 1440])
def test_a_click_leads_from_a_figure_to_its_words_and_back(page: "Page", pages: dict[str, str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(pages["full"])
    figure = page.locator("#zahlen a.mkl").first
    anchor = str(figure.get_attribute("href"))[1:]
    figure.click()
    assert "mindestens 14 Dächer" in page.evaluate(SHOWN_PASSAGE)
    assert page.evaluate(IN_VIEW, anchor)
    assert page.evaluate("location.hash") == f"#{anchor}"
    page.locator("#back").click()
    assert page.evaluate(FOCUSED) == f"#{anchor}"
    assert page.locator("#back").is_hidden()


def test_the_keyboard_leads_there_and_back(page: "Page", pages: dict[str, str]) -> None:
    page.goto(pages["full"])
    page.keyboard.press("2")
    page.keyboard.press("j")
    there = page.evaluate(FOCUSED)
    assert there.startswith("#f")
    page.keyboard.press("Enter")
    assert page.evaluate("document.getElementById('pane').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED) == there


def test_j_and_k_walk_the_references_and_the_article_follows(page: "Page", pages: dict[str, str]) -> None:
    page.goto(pages["example"])
    page.keyboard.press("2")
    seen = []
    for key in "jjjk":
        page.keyboard.press(key)
        seen.append(page.evaluate(FOCUSED))
        assert page.evaluate(IN_VIEW, seen[-1][1:])
    assert seen[3] == seen[1]
    assert len(set(seen)) == 3


def test_j_walks_the_passages_within_the_article(page: "Page", pages: dict[str, str]) -> None:
    page.goto(pages["full"] + "#a01")
    page.locator("#pane").focus()
    page.keyboard.press("j")
    first = page.evaluate(SHOWN_PASSAGE)
    page.keyboard.press("j")
    assert first
    assert page.evaluate(SHOWN_PASSAGE) != first


def test_brackets_turn_the_articles_and_a_question_mark_shows_the_keys(page: "Page", pages: dict[str, str]) -> None:
    page.goto(pages["full"])
    shown = "[...document.querySelectorAll('.art')].find(a => !a.hidden).dataset.s"
    before = page.evaluate(shown)
    page.keyboard.press("[" if before != "A" else "]")
    assert page.evaluate(shown) != before
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.locator("#keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#help").is_hidden()


@pytest.mark.parametrize("width", [390, 1440])
def test_a_mark_of_several_changes_leads_to_their_list_and_back(
    page: "Page", pages: dict[str, str], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(pages["example"])
    several = page.locator(".cs a.mkl[href^='#w']").first
    target = str(several.get_attribute("href"))[1:]
    several.click()
    assert page.evaluate(IN_VIEW, target)
    assert page.evaluate("document.activeElement.id") == target
    page.go_back()
    page.locator(".c-n a[href='#wandel']").click()
    assert page.evaluate(IN_VIEW, "wandel")


def test_a_mark_of_one_change_leads_to_its_words(page: "Page", pages: dict[str, str]) -> None:
    page.goto(pages["example"])
    one = page.locator(".cs a.ref[href^='#f']").first
    said = str(one.get_attribute("aria-label"))
    one.click()
    assert "Tote: ≥ 3, erste Zahl" in said.replace("\u00a0", " ")
    assert "drei Tote" in page.evaluate(SHOWN_PASSAGE)


def test_a_note_in_the_margin_leads_back_to_the_item_and_opens_it(page: "Page", pages: dict[str, str]) -> None:
    page.goto(pages["full"])
    note = page.locator(".art:not([hidden]) .nn a[href^='#i-s']").first
    target = str(note.get_attribute("href"))[1:]
    note.click()
    assert page.evaluate(IN_VIEW, target)
    assert page.evaluate("id => document.getElementById(id).closest('details').open", target)


def test_a_wide_window_opens_with_the_first_figure_and_its_words(page: "Page", pages: dict[str, str]) -> None:
    page.goto(pages["full"])
    assert page.locator(".now .ref.cur").count() == 1
    assert page.evaluate(SHOWN_PASSAGE) == "mindestens 14 Dächer"
    assert page.evaluate("scrollY") == 0
    assert page.evaluate("document.activeElement === document.body")


def test_an_address_leads_to_its_passage_and_the_browser_goes_back(page: "Page", pages: dict[str, str]) -> None:
    page.goto(pages["full"] + "#s4")
    assert "Den Vorwurf" in page.evaluate(SHOWN_PASSAGE)
    page.locator(".ref[href='#s2']:visible").first.click()
    assert "gearbeitet" in page.evaluate(SHOWN_PASSAGE)
    page.go_back()
    assert "Den Vorwurf" in page.evaluate(SHOWN_PASSAGE)


@pytest.mark.parametrize("name", ["full", "crowd"])
def test_anchors_work_without_javascript(browser: "Browser", pages: dict[str, str], name: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 820, "height": 900})
    opened = context.new_page()
    opened.goto(pages[name])
    anchors = opened.locator("a.ref").evaluate_all("links => [...new Set(links.map(a => a.getAttribute('href')))]")
    assert len(anchors) > 4
    for anchor in anchors[:5]:
        opened.goto(pages[name] + anchor)
        box = opened.locator(f'[id="{anchor[1:]}"]').bounding_box()
        assert box is not None
        assert -2 <= box["y"] < 900
    context.close()


def test_dark_is_dark(page: "Page", pages: dict[str, str]) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    page.goto(pages["full"] + "?theme=light")
    assert page.evaluate(ground) == "rgb(253, 253, 251)"
    page.locator("#b-theme").click()
    assert page.evaluate(ground) == "rgb(19, 21, 23)"


def test_the_labels_change_language_and_the_articles_do_not(page: "Page", pages: dict[str, str]) -> None:
    page.goto(pages["full"])
    assert page.locator("#h-zahlen").inner_text() == "2Zahlen"
    text = page.locator(".bo").first.inner_text()
    page.locator("#b-lang").click()
    assert page.locator("#h-zahlen").inner_text() == "2Figures"
    assert page.locator("#h-zahlen [data-t]").get_attribute("lang") == "en"
    assert page.locator(".bo").first.inner_text() == text
    page.goto(pages["full"] + "?ui=de")
    assert page.locator("#h-zahlen").inner_text() == "2Zahlen"


def test_a_page_in_english_speaks_german_too(page: "Page", pages: dict[str, str]) -> None:
    page.goto(pages["english"])
    assert page.locator("#h-zahlen").inner_text() == "2Figures"
    assert page.locator("#h-zahlen [data-t]").get_attribute("lang") == "en"
    page.locator("#b-lang").click()
    assert page.locator("#h-zahlen").inner_text() == "2Zahlen"
    page.reload()
    assert page.locator("#h-zahlen").inner_text() == "2Zahlen"
    page.goto(pages["full"])
    assert page.locator("#h-zahlen").inner_text() == "2Zahlen"


def test_articles_of_a_large_pile_are_painted_when_they_are_opened(page: "Page", pages: dict[str, str]) -> None:
    page.goto(pages["crowd"])
    assert page.locator(".art [data-i]").count() < 20
    last = page.locator("#stimmen .ref").last
    anchor = str(last.get_attribute("href"))[1:]
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    last.click()
    assert page.evaluate(SHOWN_PASSAGE) == "Das teilte die Feuerwehr mit"
    assert page.evaluate(IN_VIEW, anchor)
    assert page.locator(".art:not([hidden]) .nn a").first.is_visible()


def test_one_story_is_shown_at_a_time(page: "Page", pages: dict[str, str]) -> None:
    page.goto(pages["stories"])
    assert page.locator("#g1").is_visible()
    assert page.locator("#g2").is_hidden()
    page.locator("#stories a[href='#g2']").click()
    assert page.locator("#g2").is_visible()
    assert page.locator("#g1").is_hidden()
    page.locator(".bar0 nav a[data-sec=zeit]").click()
    assert page.evaluate(IN_VIEW, "g2-zeit")


def test_print_opens_what_is_folded(page: "Page", pages: dict[str, str]) -> None:
    page.goto(pages["full"])
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() > 0
