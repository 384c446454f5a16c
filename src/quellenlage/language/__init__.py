"""What a step may ask of a language: sentences with tagged tokens, and tables of words.

A language is a folder beside this file: TOML tables of words (`language/de/*.toml`) and trained weights. Steps take a
`Language` and never name one; a second language adds a folder.
"""

from quellenlage.language.base import Language, language, supported

__all__ = ["Language", "language", "supported"]
