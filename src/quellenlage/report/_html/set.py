"""Sets a view as a page: the templates, the style and the script in one file."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from quellenlage.report._html import marks
from quellenlage.report._html.claims import GROUPS
from quellenlage.report._html.ondemand import bare, sheets
from quellenlage.report._html.page import Page
from quellenlage.report._html.reader import Note, Paragraph, Piece
from quellenlage.report._html.series import Line
from quellenlage.report._html.switch import one_language, slim
from quellenlage.report.labels import counted, label

_CSS_BLANKS = re.compile(r"\s*([{};])\s*|(?<=[a-z0-9])(:) ")
_ELEMENTS = {
    "title": ("h3", "ti"),
    "heading": ("h4", "hd"),
    "body": ("p", "bo"),
    "plain": ("p", "mi"),
    "furniture": ("p", "fu"),
}
_UNNAMED = ("title", "heading", "body")
_STYLES = ("report.css", "sections.css", "narrow-print.css")


def set_page(page: Page, title: str, lang: str) -> str:
    """The page as text. Whatever comes from an article is escaped."""
    env = _environment()
    body, pairs = one_language(env.get_template("body.html").render(page=page, lang=lang), lang)
    marked = sheets(page.articles) if page.large else None
    css, js = Markup("".join(map(_asset, _STYLES))), Markup(_asset("report.js"))
    parts = {"definitions": marks.definitions(body), "pairs": pairs, "sheets": marked, "css": css, "js": js}
    return env.get_template("page.html").render(title=title, lang=lang, body=Markup(slim(body)), **parts)


@cache
def _asset(name: str) -> str:
    """A style or script without its indentation, comment lines and the blanks that CSS doesn't need."""
    text = files("quellenlage.report._html").joinpath(name).read_text("utf-8")
    lines = (line.strip() for line in text.split("\n"))
    kept = "\n".join(line for line in lines if line and not line.startswith(("//", "/*")))
    if not name.endswith(".css"):
        return kept
    return _CSS_BLANKS.sub(r"\1\2", kept).replace("\n", "")


@cache
def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader("quellenlage.report._html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(
        t=label,
        n=counted,
        bar=marks.bar,
        mark=marks.mark,
        framed=marks.framed,
        small_mark=marks.small,
        origin_mark=marks.origin_mark,
        statuses=marks.STATUSES,
        kinds=marks.KINDS,
        groups=GROUPS,
        paragraph=paragraph,
    )
    env.filters.update(sum_ids=_figures)
    return env


def _figures(lines: list[Line]) -> int:
    return sum(len(line.refs) for line in lines)


def paragraph(p: Paragraph, language: str, large: bool) -> Markup:
    """One block of an article with its number and its margin; in a large pile without marks and margin."""
    anchors, text = bare(p) if large else (Markup(""), "")
    words = escape(text) if large else Markup("").join(map(_piece, p.pieces))
    foreign = Markup(' lang="{}"').format(language) if language != "de" else Markup("")
    margin = ("" if large else _margin(p)) or (Markup("") if p.kind in _UNNAMED else _role(p))
    number = Markup('<b class="pn">{}</b>').format(p.n) if p.kind == "body" else Markup("")
    name, css = _ELEMENTS[p.kind]
    inner = Markup('<{0} class="{1}"{2}>{3}</{0}>').format(Markup(name), css, foreign, words)
    return Markup('<div class="pp">{}{}{}{}</div>').format(number, anchors, inner, margin)


def _role(p: Paragraph) -> Markup:
    return Markup('<div class="nn ro">{}</div>').format(label(f"role.{p.role}"))


def _piece(p: Piece) -> Markup:
    if p.css == "sep":
        return Markup("<span>{}</span>").format(p.text)
    if not p.css:
        return escape(p.text)
    own = Markup(' id="{}"').format(p.begins[0]) if p.begins else Markup("")
    others = Markup("").join(Markup('<a id="{}" class="anc"></a>').format(a) for a in p.begins[1:])
    # Where its own id says all, the page's script fills it in.
    data = Markup(' data-i="{}"').format(" ".join(p.anchors)) if p.anchors not in ((), p.begins[:1]) else Markup("")
    return others + Markup('<i class="{}"{}{}>{}</i>').format(p.css, own, data, p.text)


def _margin(p: Paragraph) -> Markup:
    if not p.notes:
        return Markup("")
    return Markup('<ul class="nn">{}</ul>').format(Markup("").join(map(_note, p.notes)))


def _note(n: Note) -> Markup:
    stroke = marks.bar(n.stroke, copy=n.pale) if n.stroke else Markup("")
    spoken = Markup('<span class="vh">{}: </span>').format(n.spoken) if n.spoken else Markup("")
    value: Any = Markup("")
    if n.value:
        value = Markup('<b class="sx">{}</b> ' if n.struck else "<b>{}</b> ").format(n.value)
    link = Markup('<a href="#{}">{}{}{}{}</a>').format(n.target, stroke, spoken, value, n.text)
    letter = label("claim.letter")
    claims = (Markup(' <a class="cc" href="#{}">{}{}</a>').format(a, letter, no) for a, no in n.claims)
    warnings = (Markup('<span class="fl">{}: {}</span>').format(kind, why) for kind, why in n.warnings)
    return Markup("<li>{}</li>").format(Markup("").join([link, *claims, *warnings]))
