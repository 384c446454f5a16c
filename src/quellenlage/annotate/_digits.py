"""Digit groups: which strings of digits are numbers, and their values. Forms of writing only, no words."""

import re
from collections.abc import Iterator
from fractions import Fraction

_EXACT = 15  # digits that a float holds exactly; a longer string of them is a code
_JOINT = re.compile(r" ?[-–—/:] ?")
_BLANKS = re.compile(r"[ \u00a0\u2009\u202f]")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?:,\d+)?")
_CLOSING = re.compile(r"[\s\"'“”«»‘’)\]]*")
_FORMS = tuple(
    (re.compile(form), separator)
    for form, separator in (
        (r"(\d+)", ""),
        (r"(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?", "."),
        (r"(\d{1,3}(?:['’]\d{3})+)(?:[.,](\d+))?", "'"),
        (r"(\d{1,3}(?:,\d{3})+)\.(\d+)", ","),
        (r"(\d{1,3}(?:,\d{3}){2,})", ","),
        (r"(\d+),(\d+)", ""),
        (r"(\d+)\.(\d{1,2})", ""),
    )
)
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+")

Atom = tuple[int, int, str, Fraction, bool]


def digit_groups(text: str, start: int, end: int, limit: int, english: bool) -> Iterator[Atom]:
    """The numbers in a chain of digit groups `text[start:end]` that blanks, dashes, strokes or colons hold together.

    One group is a number; two with a dash are a range where they rise; "1/2" is a fraction. Longer chains, clock
    times, scores, ordinals ("3. Oktober"), codes ("NIS-2") and telephone numbers yield nothing. `limit` ends the
    sentence.
    """
    minus = text[start - 1 : start] in ("-", "−")
    if _is_code(text, start, minus) or _is_ordinal(text, end, limit):
        return
    joints = list(_JOINT.finditer(text, start, end))
    if not joints:
        yield from _blank_groups(text, start, end, minus, english)
    elif len(joints) == 1:
        yield from _pair(text, start, end, joints[0], english)


def _is_code(text: str, start: int, minus: bool) -> bool:
    before = text[max(0, start - 2) : start]
    if minus:
        return len(before) == 2 and not (before[0].isspace() or before[0] in '(„"')
    if before[-1:] == "." and before[0].isalnum():
        return True  # "Sat.1", "B.1.351"
    return before[-1:] in ("+", "/", ":", "§", "#", "@", "=", "_", "%") and bool(before)


def _is_ordinal(text: str, end: int, limit: int) -> bool:
    return text[end : end + 1] == "." and _CLOSING.match(text, end + 1, limit).end() < limit  # type: ignore[union-attr]


def _blank_groups(text: str, start: int, end: int, minus: bool, english: bool) -> Iterator[Atom]:
    if end - start > 4 * _EXACT:
        return
    blob = text[start:end]
    pieces = [blob] if _GROUPED.fullmatch(blob) else _BLANKS.split(blob)
    if len(pieces) > 2 or (len(pieces) == 2 and any(p[0] == "0" for p in pieces)):
        return
    for piece in pieces:
        value = digit_value(piece, english)
        if value is not None and (piece is not pieces[-1] or not _is_clock(text, end)):
            yield start - minus, start + len(piece), "d", -value if minus else value, False
        start += len(piece) + 1


def _is_clock(text: str, end: int) -> bool:
    return text[end : end + 1] in (":", "/") and text[end + 1 : end + 2].isdecimal()


def _pair(text: str, start: int, end: int, joint: re.Match[str], english: bool) -> Iterator[Atom]:
    left, right = (digit_value(text[a:b], english) for a, b in ((start, joint.start()), (joint.end(), end)))
    if left is None or right is None:
        return
    if "/" in joint[0]:
        if 0 < left < right <= 10 and joint[0] == "/":
            yield start, end, "s", left / right, False
    elif ":" not in joint[0] and left < right:
        yield start, joint.start(), "d", left, True
        yield joint.end(), end, "d", right, False
    elif " " in joint[0] and ":" not in joint[0]:
        yield start, joint.start(), "d", left, False
        yield joint.end(), end, "d", right, False


def digit_value(piece: str, english: bool = False) -> Fraction | None:
    """The value of one digit group. None for dates, codes (leading zero) and what is too long to be exact."""
    if len(piece) > 2 * _EXACT or sum(map(str.isdecimal, piece)) > _EXACT:
        return None
    if english and _ENGLISH.fullmatch(piece):
        return Fraction(piece.replace(",", ""))
    whole, decimals = _split(_BLANKS.sub("", piece))
    if not whole or (len(whole) > 1 and whole[0] == "0"):
        return None
    return Fraction(f"{whole}.{decimals}" if decimals else whole)


def _split(piece: str) -> tuple[str, str | None]:
    for form, separator in _FORMS:
        if found := form.fullmatch(piece):
            whole = found[1].replace("’", "'").replace(separator, "") if separator else found[1]
            return whole, found[2] if form.groups > 1 else None
    return "", None
