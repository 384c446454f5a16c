"""Refusals to speak: "wollte sich nicht äußern", "lehnte einen Kommentar ab", "ließ Anfragen unbeantwortet"."""

from quellenlage.annotate._quotes.clause import Parse, Predicate
from quellenlage.annotate._quotes.lexicon import Lexicon


def declines(p: Parse, predicate: Predicate, lexicon: Lexicon) -> bool:
    """Whether the predicate says that somebody won't say anything."""
    table = lexicon.declines
    unit = p.unit
    if not (predicate.modal or predicate.lemma in table.silent or predicate.lemma in table.fixed):
        return False
    items = [i for s in p.segments if p.under(s.clause, predicate.clause) for i in range(s.low, s.high)]
    if predicate.lemma not in table.reaching:
        items = p.items(predicate.clause)
    words = {unit.words[i] for i in items} | {unit.lows[i] for i in items}
    lemmas = {unit.items[i].lemma for i in items if unit.tags[i][0] == "V"}
    negated = bool(words & table.negations)
    if predicate.modal in table.modals and negated and lemmas & table.speak:
        return True
    if predicate.lemma in table.silent and negated and not predicate.modal:
        return True
    groups = table.fixed.get(predicate.lemma, ())
    return any(group == ("*",) or all(word in words or word in lemmas for word in group) for group in groups)
