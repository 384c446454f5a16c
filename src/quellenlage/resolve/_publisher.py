"""A company that publishes its own text: whose figures they are, and the lines that only introduce it."""

import re
from collections.abc import Sequence
from functools import cache

from quellenlage.language import Language
from quellenlage.model import Article, Entity

_SHORT = 60  # code points of a line that is only a heading


def publisher(article: Article, entities: Sequence[Entity], lang: Language) -> str | None:
    """The company that the article's outlet is: its figures are its own unless it names someone else's.

    Only what bears a legal form is one. A city reports on its council, a newspaper on everyone.
    """
    forms, _ = _words(lang)
    outlet = article.outlet or ""
    name = forms.sub("", outlet).strip().casefold()
    if not name:
        return None
    for entity in entities:
        known = [w for w in (entity.name, *entity.surfaces) if forms.sub("", w).strip().casefold() == name]
        if entity.type == "organisation" and known and any(forms.search(w) for w in (outlet, *known)):
            return entity.id
    return None


def introductions(article: Article, lang: Language) -> list[tuple[int, int]]:
    """The stretches that introduce the publisher: "Über die Muster AG: Sie beschäftigt 1.900 Menschen."."""
    forms, about = _words(lang)
    name = forms.sub("", article.outlet or "").strip()
    if not name:
        return []
    out = []
    for found in re.finditer(rf"^[ \t]*(?:{about}) (?:\w+ )?{re.escape(name)}\b.*$", article.text, re.M | re.I):
        end = found.end()
        if end - found.start() < _SHORT and not found[0].rstrip().endswith("."):
            below = re.compile(r"\s*.*").match(article.text, end)
            end = below.end() if below else end
        out.append((found.start(), end))
    return out


@cache
def _words(lang: Language) -> tuple[re.Pattern[str], str]:
    forms = "|".join(re.escape(w) for w in lang.table("organisations")["legal"]["forms"])
    about = "|".join(re.escape(w) for w in lang.table("status")["publisher"]["about"])
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)"), about
