"""What a mark says aloud: value, measure, bound, status, authority, article, paragraph."""

from quellenlage.model import Figure
from quellenlage.report import numbers
from quellenlage.report._html.points import Point
from quellenlage.report.book import Book
from quellenlage.report.labels import Both, join, label


def authority(figure: Figure, book: Book) -> Both:
    """The name of the authority, or that none is named."""
    name = book.name(figure.attributed_to)
    return Both(name, name) if name else label("figure.unattributed")


def spoken(point: Point, book: Book, lang: str) -> str:
    """The spoken name of a mark."""
    f = point.figure
    ref = book.ref_figure(f)
    where = f"{book.outlet(f.article)} {ref.siglum} {ref.n}"
    parts = [
        numbers.shown(f) + " " + f.measure,
        label(f"qualifier.{f.qualifier}"),
        label(f"status.{f.status}"),
        authority(f, book),
        Both(where, where),
    ]
    return join(parts)[lang]
