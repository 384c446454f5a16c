"""What could not be read, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read. `path` names it as given (a line of a JSONL file as `FILE:LINE`)."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class UnreadableError(ValueError):
    """There is no article in this; the message says why, in the words of `Problem.reason`."""
