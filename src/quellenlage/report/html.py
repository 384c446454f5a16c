"""The ledger as one self-contained page: it works from a mail or a stick, without a network and without JavaScript."""

import re

from quellenlage.model import Ledger
from quellenlage.report._html.page import page
from quellenlage.report._html.set import set_page
from quellenlage.report.labels import LANGUAGES, label

# What no page can hold: a parser drops the first, no encoding writes the others. Each becomes one sign as long.
_UNSHOWN = re.compile("[\x00\ud800-\udfff]")


def render_html(ledger: Ledger, *, lang: str = "de") -> str:
    """The report of a ledger as HTML. `lang`, "de" or "en", presets the labels; the page itself can switch.

    The same ledger gives the same text. ValueError for any other language.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"no labels in {lang!r}; there are {', '.join(LANGUAGES)}")
    view = page(ledger, lang)
    titles = [s.title for s in view.stories if s.title]
    title = titles[0] if len(view.stories) == 1 and titles else label("nav.stories")[lang]
    return _UNSHOWN.sub("\ufffd", set_page(view, title, lang))
