"""The nouns, frozen: what the steps hand to one another. Nothing here imports anything of ours.

`article` holds one report and its passages, `marks` what is found within one article, `ledger` what is found across
the articles of a story. All offsets are `[start, end)` in Unicode code points into the article's own `text`.
"""

from quellenlage.model.article import Article, Hint, Passage, Role, Span
from quellenlage.model.ledger import (
    Aside,
    Change,
    Citation,
    Claim,
    Derivation,
    Drift,
    Ledger,
    Origin,
    Series,
    Story,
    Utterance,
)
from quellenlage.model.marks import (
    Analysis,
    Entity,
    Figure,
    Name,
    Quantity,
    Quotation,
    Sentence,
    Statement,
    Time,
    TimeExpression,
    Token,
)

__all__ = [
    "Analysis",
    "Article",
    "Aside",
    "Change",
    "Citation",
    "Claim",
    "Derivation",
    "Drift",
    "Entity",
    "Figure",
    "Hint",
    "Ledger",
    "Name",
    "Origin",
    "Passage",
    "Quantity",
    "Quotation",
    "Role",
    "Sentence",
    "Series",
    "Span",
    "Statement",
    "Story",
    "Time",
    "TimeExpression",
    "Token",
    "Utterance",
]
