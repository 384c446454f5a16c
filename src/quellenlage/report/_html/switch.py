"""One language in the page, the other in a table beside it: the page is shorter, and a search finds no hidden words.

A wording in both languages is set as two spans (`Both.__html__`, `svg.words`). Here each pair becomes one span that
shows the chosen language and names its row in the table, which holds the other; the page's script swaps them.
An element that holds nothing but a pair takes its place.
"""

import json
import re
from html import unescape

from markupsafe import Markup

_PAIR = re.compile(r'<(t?span) class="?de"?>([^<]*)</\1><\1 class="?en"?(?: lang=en)?>([^<]*)</\1>')
_ONLY = re.compile(r'<([a-z0-9]+)((?: [^<>]*)?)><span( data-t=\d+(?: lang="en")?)>([^<]*)</span></\1>')
# End tags that another tag implies (HTML, 13.1.2.4): before the next of their kind, or where their parent ends.
_IMPLIED = re.compile(
    r"</li>(?=\s*(?:<li[ >]|</[uo]l>))|</t[dh]>(?=\s*(?:<t[dh][ >]|</tr>))|</tr>(?=\s*(?:<tr[ >]|</tbody>))"
    r"|</d[td]>(?=\s*(?:<d[td][ >]|</d))"
    r"|</p>(?=\s*(?:<(?:p|ul|ol|dl|div|h[1-6]|table|details)[ >]|</(?:div|li|section)>))"
)
_BREAK = re.compile(r"\n(?=</?(?:li|[uo]l|div|p|t[rdh]|tbody|table|article|section|details|figure|h\d|d[ltd])\b)")
_TEXT = re.compile(r">[^<>]*&#3[49];[^<>]*(?=<)")
_QUOTED = re.compile(r'="([\w#.:%/-]+)"(/?>| )')


def one_language(page: str, lang: str) -> tuple[str, Markup]:
    """The page with only `lang` in its pairs, and the table of the same in the other language as JSON."""
    rows: dict[tuple[str, str], int] = {}

    def swap(pair: re.Match[str]) -> str:
        name, de, en = pair.groups()
        row = rows.setdefault((de, en), len(rows))
        said, mark = (en, ' lang="en"') if lang == "en" else (de, "")
        return f"<{name} data-t={row}{mark}>{said}</{name}>"

    swapped = _ONLY.sub(r"<\1\2\3>\4</\1>", _PAIR.sub(swap, page))
    others = [unescape(de if lang == "en" else en) for de, en in rows]
    table = json.dumps(others, ensure_ascii=False, separators=(",", ":"))
    return swapped, Markup(table.replace("<", "\\u003c"))


def slim(page: str) -> str:
    """The page without the quotation marks, end tags and escapes that HTML doesn't need.

    Text and values hold no bare quotation mark or angle bracket (they are escaped), so none of an article's own is
    touched.
    """
    bare = _QUOTED.sub(lambda m: f"={m[1]}{' />' if m[2] == '/>' else m[2]}", page)
    bare = _BREAK.sub("", bare)
    return _TEXT.sub(lambda m: m[0].replace("&#34;", '"').replace("&#39;", "'"), _IMPLIED.sub("", bare))
