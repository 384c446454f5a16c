"""Reasons in the reader's words, from `language/<code>/reasons.toml`."""

from quellenlage.language import language


def reason(step: str, key: str, **filled: object) -> str:
    """The step's reason of this name with its gaps filled. Raises KeyError if there is no such reason."""
    return str(language("de").table("reasons")[step][key]).format(**filled)


def counted(thing: str, n: int) -> str:
    """How many of a thing, in words ("eine Aussage", "zwei Aussagen")."""
    numbers = language("de").table("reasons")["count"]["numbers"]
    return reason("count", f"{thing}_one" if n == 1 else f"{thing}_many", n=numbers[n] if n < len(numbers) else n)
