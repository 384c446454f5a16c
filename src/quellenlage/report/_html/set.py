"""Sets a view as a page: the templates, the style and the script in one file."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from quellenlage.report._html import marks
from quellenlage.report._html.claims import GROUPS
from quellenlage.report._html.page import Page
from quellenlage.report._html.reader import Note, Paragraph, Piece
from quellenlage.report._html.series import Line
from quellenlage.report.labels import counted, label

_CSS_BLANKS = re.compile(r"\s*([{};])\s*|(?<=[a-z0-9])(:) ")
_STYLES = ("report.css", "sections.css", "narrow-print.css")


def set_page(page: Page, title: str, lang: str) -> str:
    """The page as text. Whatever comes from an article is escaped."""
    html: str = (
        _environment()
        .get_template("page.html")
        .render(
            page=page,
            title=title,
            lang=lang,
            css=Markup("\n".join(map(_asset, _STYLES))),
            js=Markup(_asset("report.js")),
        )
    )
    return html


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
        origin_mark=marks.origin_mark,
        definitions=marks.definitions(),
        statuses=marks.STATUSES,
        kinds=marks.KINDS,
        groups=GROUPS,
        paragraph=paragraph,
    )
    env.filters.update(sum_ids=_figures)
    return env


def _figures(lines: list[Line]) -> int:
    return sum(len(line.refs) for line in lines)


def paragraph(p: Paragraph) -> Markup:
    """One block of an article with its number and its margin."""
    words = Markup("").join(map(_piece, p.pieces))
    if p.kind == "title":
        return Markup('<div class="pp"><h3 class="ti">{}</h3>{}</div>').format(words, _margin(p))
    if p.kind == "heading":
        return Markup('<div class="pp"><h4 class="hd">{}</h4>{}</div>').format(words, _margin(p))
    if p.kind == "body":
        number = Markup('<span class="pn" aria-hidden="true">{}</span>').format(p.n)
        return Markup('<div class="pp">{}<p class="bo">{}</p>{}</div>').format(number, words, _margin(p))
    role = Markup('<span class="ro" lang="de">{}</span>').format(label(f"role.{p.role}"))
    css = "fu" if p.kind == "furniture" else "mi"
    notes = _margin(p) or Markup('<div class="nn">{}</div>').format(role)
    return Markup('<div class="pp"><p class="{}">{}</p>{}</div>').format(css, words, notes)


def _piece(p: Piece) -> Markup:
    if p.css == "sep":
        return Markup("<span>{}</span>").format(p.text)
    begins = Markup("").join(Markup('<a id="{}" class="anc"></a>').format(a) for a in p.begins)
    if not p.css:
        return begins + escape(p.text)
    data = Markup(' data-i="{}"').format(" ".join(p.anchors)) if p.anchors else Markup("")
    return begins + Markup('<span class="{}"{}>{}</span>').format(p.css, data, p.text)


def _margin(p: Paragraph) -> Markup:
    if not p.notes:
        return Markup("")
    return Markup('<ul class="nn" lang="de">{}</ul>').format(Markup("").join(map(_note, p.notes)))


def _note(n: Note) -> Markup:
    spoken = Markup('<span class="vh">{}: </span>').format(n.spoken) if n.spoken else Markup("")
    value: Any = Markup("")
    if n.value:
        value = Markup('<b class="sx">{}</b> ' if n.struck else "<b>{}</b> ").format(n.value)
    link = Markup('<a href="#{}">{}{}{}{}</a>').format(n.target, n.mark, spoken, value, n.text)
    letter = label("claim.letter")
    claims = (Markup(' <a class="cc" href="#{}">{}{}</a>').format(a, letter, no) for a, no in n.claims)
    warnings = (Markup('<span class="fl">{}: {}</span>').format(kind, why) for kind, why in n.warnings)
    return Markup("<li>{}</li>").format(Markup("").join([link, *claims, *warnings]))
