"""The words of the reports in German and English, from one table (`labels.toml`)."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from markupsafe import Markup, escape

LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True)
class Both:
    """The same thing said in both languages."""

    de: str
    en: str

    def __getitem__(self, lang: str) -> str:
        """The wording in `lang`, "de" or "en"."""
        return self.en if lang == "en" else self.de

    def __add__(self, other: "Both | str") -> "Both":
        right = twin(other)
        return Both(self.de + right.de, self.en + right.en)

    def __radd__(self, other: str) -> "Both":
        return Both(other + self.de, other + self.en)

    def __html__(self) -> Markup:
        """Both wordings as two spans (see `_html.switch`); the wording alone where they are the same."""
        if self.de == self.en:
            return escape(self.de)
        return Markup("<span class=de>{}</span><span class=en lang=en>{}</span>").format(self.de, self.en)

    def __bool__(self) -> bool:
        return bool(self.de or self.en)


def twin(text: "Both | str") -> Both:
    """Text that is the same in both languages, as `Both`."""
    return text if isinstance(text, Both) else Both(text, text)


def join(parts: "Sequence[Both | str]", between: "Both | str" = ", ") -> Both:
    """The parts one after the other, in both languages."""
    gap, twins = twin(between), [twin(p) for p in parts]
    return Both(gap.de.join(t.de for t in twins), gap.en.join(t.en for t in twins))


def label(key: str, **values: "Both | str | int") -> Both:
    """The wording of `key` ("table.name") with its `{placeholders}` filled. KeyError where there is none."""
    de, en = _table()[key]
    given = {k: twin(v if isinstance(v, Both) else str(v)) for k, v in values.items()}
    if not given:
        return Both(de, en)
    return Both(de.format(**{k: v.de for k, v in given.items()}), en.format(**{k: v.en for k, v in given.items()}))


def known(key: str) -> bool:
    """Whether the table has a wording for `key`."""
    return key in _table()


def counted(key: str, n: int, **values: "Both | str | int") -> Both:
    """`key_one` or `key_many`, with {n} filled."""
    return label(f"{key}_{'one' if n == 1 else 'many'}", n=n, **values)


def words(key: str) -> tuple[list[str], list[str]]:
    """A wording that lists words parted by blanks: the German ones and the English ones."""
    both = label(key)
    return both.de.split(), both.en.split()


@cache
def _table() -> dict[str, tuple[str, str]]:
    text = files("quellenlage.report").joinpath("labels.toml").read_text("utf-8")
    return {f"{t}.{k}": (v["de"], v["en"]) for t, rows in tomllib.loads(text).items() for k, v in rows.items()}
