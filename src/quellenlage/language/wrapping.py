"""Text that was wrapped to a width by hand or by a mail program: which of its line breaks are only that."""

import re

_BREAK = re.compile(r"\r\n|\n|\r|\u2028")
_NARROW, _WIDE = 36, 100
"""Least width of a column, most characters of any line: mail has 72 to 80, columns of print 40."""
_FULL = 0.75
"""How many lines with a neighbour below are no longer than the width: a few stick out, and a credit is set right."""
_PAIRS = 6
"""Line breaks that must be there for a judgement."""
_SHARE = 0.6
"""How many of the breaks between neighbouring lines must be needed for the width."""


def soft_breaks(text: str) -> frozenset[int]:
    """The offsets of the line breaks behind which a paragraph goes on, none if the text isn't wrapped.

    Of "\\r\\n" it is that of "\\n". A break is needed where the next line's first word would not have fitted in the
    width, which most lines keep to. A text is wrapped if most breaks between lines that no blank line parts are needed.
    Linear.

    >>> column = "Der Rat hat am Montag beschlossen, dass das\\nBad im Sommer öffnet. Die Mittel dafür sind\\nda.\\n\\n"
    >>> len(soft_breaks(column * 4)), soft_breaks("Ein Titel\\nVon Anna Berg\\n\\nEin Absatz.")
    (8, frozenset())
    """
    lines, breaks, at = [], [], 0
    for found in _BREAK.finditer(text):
        lines.append(text[at : found.start()])
        breaks.append(found.end() - 1)
        at = found.end()
    lines.append(text[at:])
    if max(map(len, lines)) > _WIDE:
        return frozenset()
    pairs = [i for i in range(len(breaks)) if lines[i].strip() and lines[i + 1].strip()]
    if len(pairs) < _PAIRS:
        return frozenset()
    sizes = sorted(len(lines[i].rstrip()) for i in pairs)
    width = sizes[int(_FULL * len(sizes))]
    needed = [i for i in pairs if len(lines[i].rstrip()) + 1 + len(lines[i + 1].split(maxsplit=1)[0]) > width]
    wrapped = width >= _NARROW and len(needed) >= _SHARE * len(pairs)
    return frozenset(breaks[i] for i in needed) if wrapped else frozenset()
