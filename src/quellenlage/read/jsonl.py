"""JSON Lines: one article a line, with `id`, `text` or `html`, and what is known of it.

`outlet` and `published` may be called `publication` and `date`, as corpora do. A `date` that is no ISO date tells
nothing, a `published` that is none is a mistake.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from quellenlage.model import Article
from quellenlage.read.decoding import without_surrogates
from quellenlage.read.html import read_markup
from quellenlage.read.identity import Known
from quellenlage.read.problem import Problem, UnreadableError

_ISO = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)(?:[T ](\d\d:\d\d)(?:[:.\d]{0,12}(?:Z| ?[+-]\d\d:?\d\d)?)?)?")


def read_jsonl(lines: BinaryIO, path: str, longest: int) -> Iterator[Article | Problem]:
    """The articles of a JSONL file, in its order. A line that can't be read is a `Problem` with path `FILE:LINE`.

    An article's path is `FILE#id`; a line without `id` is known by its number. `longest` is the most bytes of a line.
    """
    number, any_line = 0, False
    while line := lines.readline(longest + 1):
        number += 1
        if len(line) > longest:
            any_line = True
            yield Problem(f"{path}:{number}", f"line of more than {longest // 1_000_000} MB")
            while line and not line.endswith(b"\n"):
                line = lines.readline(longest)
            continue
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            any_line = True
            yield _article(line, path, number)
    if not any_line:
        yield Problem(path, "empty file")


def _article(line: bytes, path: str, number: int) -> Article | Problem:
    try:
        record = json.loads(line.decode("utf-8-sig"))
        return _from_record(record, path, number)
    except UnicodeDecodeError:
        return Problem(f"{path}:{number}", "broken encoding: a line must be UTF-8")
    except RecursionError:
        return Problem(f"{path}:{number}", "malformed JSON: nested too deeply")
    except json.JSONDecodeError as error:
        return Problem(f"{path}:{number}", f"malformed JSON: {error.msg} at character {error.pos + 1}")
    except ValueError as error:
        return Problem(f"{path}:{number}", str(error))


def _from_record(record: Any, path: str, number: int) -> Article:
    if not isinstance(record, dict):
        raise UnreadableError("no JSON object")
    known = Known(
        url=_string(record, "url"),
        outlet=_string(record, "outlet") or _loose(record, "publication"),
        title=_string(record, "title"),
        published=_iso(_string(record, "published")) or _date(record),
        language=_string(record, "language"),
    )
    name = record.get("id")
    where = f"{path}#{without_surrogates(str(number if name is None else name))}"
    text, markup = _string(record, "text"), _string(record, "html")
    if text is None and markup is None:
        raise UnreadableError("neither `text` nor `html`")
    if text is None:
        return read_markup(markup or "", where, known)
    if not any(map(str.isalpha, text)):
        raise UnreadableError("no text")
    return known.article(where, text)


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise UnreadableError(f"`{key}` is no string")
    return without_surrogates(value) if value else None


def _loose(record: dict[str, Any], key: str) -> str | None:
    """A field that other corpora may use for something else."""
    value = record.get(key)
    return without_surrogates(value) if value and isinstance(value, str) else None


def _date(record: dict[str, Any]) -> str | None:
    value = _loose(record, "date") or ""
    return _iso(value) if _ISO.fullmatch(value.strip()) else None


def _iso(value: str | None) -> str | None:
    """A declared time as we keep it: its own clock, to the minute. Raises `UnreadableError` if it is no ISO time."""
    if value is None:
        return None
    found = _ISO.fullmatch(value.strip())
    if not found:
        raise UnreadableError("`published` is no ISO 8601 date")
    return f"{found[1]}T{found[2]}" if found[2] else found[1]
