"""Reasons in the reader's words, from `language/<code>/reasons.toml`."""

from quellenlage.language import language


def reason(step: str, key: str, **filled: object) -> str:
    """The step's reason of this name with its gaps filled. Raises KeyError if there is no such reason."""
    return str(language("de").table("reasons")[step][key]).format(**filled)
