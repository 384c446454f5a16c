"""What an article tells of itself: title, outlet, moment of publication, wire copy, sources cited, issuer."""

import re
from dataclasses import replace

from quellenlage.clean._cites import cite_reader
from quellenlage.clean._credits import CreditReader, credit_reader
from quellenlage.clean._dates import DateReader, date_reader
from quellenlage.clean._outlet import outlet_reader
from quellenlage.clean._plain import name_plain
from quellenlage.clean._release import release_reader, without_about
from quellenlage.language import Language, language, supported
from quellenlage.model import Article, Passage

_PIECES = re.compile(r"\s[|·•]\s|\n")


def read_masthead(article: Article) -> Article:
    """The article with title, outlet, published, agencies, cites and issuer where its text tells them.

    What is already known (declared in a record or in a page's metadata) stays. Expects `label_passages` to have run.
    """
    if not supported(article.language):
        name = article.outlet or name_plain(article.text, article.passages)
        published = _published_abroad(article)
        return replace(article, title=article.title or _title(article), outlet=name, published=published)
    lang = language(article.language)
    article = replace(article, outlet=article.outlet or outlet_reader(lang).name(article))
    release = release_reader(lang).read(article)
    if release:
        article = replace(article, passages=without_about(article.passages, release.about), issuer=release.issuer)
    agencies = _agencies(article, credit_reader(lang))
    cites = cite_reader(lang).find(article)
    return replace(
        article,
        title=article.title or _title(article),
        outlet=_house(article, lang),
        published=_published(article, lang),
        agencies=agencies,
        cites=tuple(dict.fromkeys((*agencies, *cites))),
    )


def _house(article: Article, lang: Language) -> str | None:
    """The outlet; that of a press release is its issuer where the head has no other, and written as that is."""
    name, issuer = article.outlet, article.issuer
    if name and issuer and name.islower() and issuer.lower().startswith(name):
        return issuer[: len(name)]
    return issuer if issuer and (name is None or release_reader(lang).is_label(name)) else name


def _title(article: Article) -> str | None:
    return next((" ".join(article.text[p.start : p.end].split()) for p in article.passages if p.role == "title"), None)


def _published(article: Article, lang: Language) -> str | None:
    """The first date in the head, else behind the body; a date of change only where there is no other.

    A day that the metadata give is made more precise by a time that the text gives for the same day.
    """
    reader = date_reader(lang)
    head, tail = _around_body(article)
    found = _dates(article, head, reader) or _dates(article, [p for p in tail if p.role == "dateline"], reader)
    first = article.published or (found[0] if found else None)
    return max((d for d in found if first and d.startswith(first)), key=len, default=first)


def _published_abroad(article: Article) -> str | None:
    """The first date before the body of an article in a language without tables, told by number or an English month.

    "03/12/2025" is none: whether the day or the month comes first depends on the language.
    """
    reader = date_reader(language("de"))
    for passage in article.passages:
        if article.published or passage.role == "body":
            break
        line = article.text[passage.start : passage.end]
        for found in reader.find(line) if reader.is_dateline(line) else ():
            if "/" not in line[found.start : found.end]:
                return found.value
    return article.published


def _around_body(article: Article) -> tuple[list[Passage], list[Passage]]:
    body = [p.start for p in article.passages if p.role == "body"]
    later, last = (body[min(2, len(body) - 1)], body[-1]) if body else (len(article.text), -1)
    prose = next((p.start for p in article.passages if p.role == "body" and p.end - p.start > 120), later)
    return [p for p in article.passages if p.start < prose], [p for p in article.passages if p.start > last]


def _dates(article: Article, passages: list[Passage], reader: DateReader) -> list[str]:
    """The dates on lines (or between the bars of lines) that are there for them, in order, dates of change last."""
    plain: list[str] = []
    changed: list[str] = []
    for i, passage in enumerate(passages):
        if passage.role in ("title", "body", "caption"):
            continue
        text = article.text[passage.start : passage.end]
        following = passages[i + 1] if i + 1 < len(passages) else None
        split = passage.role == "dateline" and following is not None and following.role == "dateline"
        if split and following and following.start - passage.end <= 2:
            text = article.text[passage.start : following.end]
        if not reader.is_dateline(text) and not any(map(reader.is_dateline, _PIECES.split(text))):
            continue
        for dated in reader.find(text):
            before = text[max(0, dated.start - 30) : dated.start].lower()
            (changed if any(word in before for word in reader.changed) else plain).append(dated.value)
    return plain + changed


def _agencies(article: Article, reader: CreditReader) -> tuple[str, ...]:
    """Whose wire copy the article says it uses: in its dateline, behind its text, on credit lines, in brackets."""
    found: list[str] = []
    for passage in article.passages:
        text = article.text[passage.start : passage.end]
        if passage.role == "dateline":
            credit = reader.dateline(text + " Es") or reader.trailing(text)
            found += credit.agencies if credit else ()
        elif passage.role == "credit" or passage.role == "byline":
            trailing = reader.trailing(text)
            found += reader.line(text) or (trailing.agencies if trailing else ())
        elif passage.role == "body":
            found += reader.inline(text)
    return tuple(dict.fromkeys(found))
