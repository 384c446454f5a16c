"""The marks: figures by status and bound, statements by stance, origins by kind. Drawn once, used by name."""

import re

from markupsafe import Markup

from quellenlage.model import Figure, Origin, Statement
from quellenlage.report._html.svg import tag

_BOUND = {
    "about": "M-16.1 0q2.3-3.4 4.6 0" + "t4.6 0" * 6,
    "at_least": "M0-7V7M0 0H21M16-4l5 4-5 4",
    "more_than": "M0-7V7M0 0H21M16-4l5 4-5 4",
    "at_most": "M0-7V7M0 0H-21M-16-4l-5 4 5 4",
    "less_than": "M0-7V7M0 0H-21M-16-4l-5 4 5 4",
}
_REACH = {
    "about": (18, 18),
    "range": (17, 17),
    "at_least": (9, 24),
    "more_than": (4, 24),
    "at_most": (24, 9),
    "less_than": (24, 4),
}
_USED = re.compile(r'href="#(m-[a-z_-]+)"')
_OPEN = ("more_than", "less_than")
_BARS = {
    "asserts": '<path class="b" d="M6.5 2V14"/>',
    "hedged": '<path class="b" d="M6.5 2v3.2M6.5 6.4v3.2M6.5 10.8V14"/>',
    "denies": '<path class="b" d="M6.5 1.5V14.5"/>'
    '<path class="bc" d="M.8 12L12.2 4"/><path class="bx" d="M.8 12L12.2 4"/>',
    "declines": '<rect class="bo0" x="4.2" y="2.7" width="4.6" height="10.6"/>',
}
STATUSES = ("actual", "expected", "possible", "planned", "denied")
QUALIFIERS = ("exact", "about", "at_least", "more_than", "at_most", "less_than", "range")
# Short names, because each stands in the page some hundred times.
BAR_IDS = {"asserts": "ba", "hedged": "bh", "denies": "bd", "declines": "bn"}
ORIGIN_IDS = {
    "utterance": "ou",
    "unnamed": "on",
    "document": "od",
    "own_reporting": "or",
    "agency": "oa",
    "unknown": "ok",
}
KINDS = ("utterance", "unnamed", "document", "own_reporting", "agency", "unknown")


def definitions(body: str) -> Markup:
    """The marks that a page's body uses, to be put into the page once."""
    used = set(_USED.findall(body))
    figures = [(f"m-{s}-{q}", _figure(s, q), s) for s in STATUSES for q in QUALIFIERS]
    drawn = [tag("g", d, id=name, class_=f"mk {status}") for name, d, status in figures if name in used]
    drawn += [tag("symbol", Markup(d), id=BAR_IDS[k], viewBox="0 0 13 16") for k, d in _BARS.items()]
    drawn += [tag("g", Markup(_origin(k)), id=ORIGIN_IDS[k]) for k in KINDS]
    return Markup("").join(drawn)


def _figure(status: str, qualifier: str) -> Markup:
    drawn = f'<path d="{_BOUND[qualifier]}"/>' if qualifier in _BOUND else ""
    if qualifier == "about":
        drawn += '<circle class="halo" r="5.9"/>'
    if qualifier == "range":
        drawn += '<path class="rg" d="M-14 0H14"/><path d="M-14-6V6M14-6V6"/>'
    elif status == "planned":
        drawn += '<path class="d" d="M0-6L6 0 0 6-6 0Z"/>'
    elif qualifier not in _OPEN:
        drawn += '<circle class="d" r="4.6"/>'
    if status == "denied":
        drawn += '<path class="x" d="M-8 8L8-8"/>'
    return Markup(drawn)


def _origin(kind: str) -> str:
    return {
        "utterance": '<circle class="ok" r="4.8"/>',
        "unnamed": '<circle class="ok anon" r="4.3"/>',
        "document": '<rect class="ok" x="-4.2" y="-4.2" width="8.4" height="8.4"/>',
        "own_reporting": '<path class="ok" d="M0-5.4l5.4 5.4-5.4 5.4-5.4-5.4z"/>',
        "agency": '<path class="ok" d="M-5.2 4.6L0-5.2 5.2 4.6z"/>',
        "unknown": '<rect class="ok anon" x="-4.2" y="-4.2" width="8.4" height="8.4"/>',
    }[kind]


def figure_mark(figure: Figure, *, upright: bool = False, struck: bool = False) -> Markup:
    """A figure's mark around the origin; `upright` turns it for a vertical axis."""
    return mark(figure.status, figure.qualifier, upright=upright) + (
        Markup('<path class="xs" d="M-8 8L8-8"/>') if struck and figure.status != "denied" else Markup("")
    )


def mark(status: str, qualifier: str, *, upright: bool = False) -> Markup:
    """The mark of a status and a bound, for the key."""
    turn = {"transform": "rotate(-90)"} if upright and qualifier != "exact" else {}
    return tag("use", href=f"#m-{status}-{qualifier}", **turn)


def framed(drawn: Markup, half: int = 23) -> Markup:
    """A mark in a small picture of its own, for rows and keys."""
    return tag("svg", drawn, width=2 * half, height=20, viewBox=f"{-half} -10 {2 * half} 20", aria_hidden="true")


def small_figure(figure: Figure) -> Markup:
    """A figure's mark beside a line of text, no wider than it needs."""
    return small(figure.status, figure.qualifier)


def small(status: str, qualifier: str) -> Markup:
    """The mark of a status and a bound beside a line of text."""
    left, right = _REACH.get(qualifier, (10, 10))
    box = f"{-left} -10 {left + right} 20"
    return tag("svg", mark(status, qualifier), width=left + right, height=20, viewBox=box, aria_hidden="true")


def manner(s: Statement) -> str:
    """Which stroke a statement gets."""
    return s.stance if s.stance != "asserts" else "hedged" if s.certainty == "hedged" else "asserts"


def bar(kind: str, *, copy: bool = False) -> Markup:
    """A statement's stroke; the plain one, most of all, is drawn by the style alone."""
    if kind == "asserts":
        return Markup('<i class="ba{}"></i>').format(" cp" if copy else "")
    return Markup('<svg class="bar{}"><use href="#{}"/></svg>').format(" cp" if copy else "", BAR_IDS[kind])


def origin_kind(origin: Origin, anonymous: bool) -> str:
    """Which sign an origin gets: unnamed voices have one of their own."""
    return "unnamed" if origin.kind == "utterance" and anonymous else origin.kind


def origin_mark(kind: str, *, certain: bool = True) -> Markup:
    """An origin's sign beside a line of text; the most frequent is drawn by the style alone."""
    if kind == "utterance" and certain:
        return Markup('<i class="ou"></i>')
    return Markup('<svg class="om{}"><use href="#{}"/></svg>').format("" if certain else " unsure", ORIGIN_IDS[kind])
