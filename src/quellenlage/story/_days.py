"""How far apart articles are in time."""

from datetime import date

from quellenlage.model import Article


def days_between(a: Article, b: Article) -> int:
    """Whole days between two articles' dates; 0 where one has none or only a month."""
    try:
        first, second = (date.fromisoformat((x.published or "")[:10]) for x in (a, b))
    except ValueError:
        return 0
    return abs((first - second).days)
