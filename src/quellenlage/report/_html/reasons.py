"""The steps' reasons with their days as a reader writes them: "2025-09-10" is "10.9.", but not inside a quotation."""

import re
from dataclasses import replace

from quellenlage.model import Claim, Ledger, Series, Utterance
from quellenlage.report import calendar

_DAY = re.compile(r"„[^“]*“|\b\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2})?)?\b")


def with_days(ledger: Ledger, home: int | None) -> Ledger:
    """The ledger with the days in its reasons told; the year is told where it isn't `home`."""
    return replace(
        ledger,
        derivations=tuple(replace(d, reason=told(d.reason, home)) for d in ledger.derivations),
        citations=tuple(replace(c, reason=told(c.reason, home)) for c in ledger.citations),
        series=tuple(_series(s, home) for s in ledger.series),
        claims=tuple(_claim(c, home) for c in ledger.claims),
        utterances=tuple(_utterance(u, home) for u in ledger.utterances),
    )


def _series(s: Series, home: int | None) -> Series:
    changes = tuple(replace(c, reason=told(c.reason, home)) for c in s.changes)
    return replace(s, changes=changes, aside=tuple(replace(a, reason=told(a.reason, home)) for a in s.aside))


def _utterance(u: Utterance, home: int | None) -> Utterance:
    return replace(u, drifts=tuple(replace(d, reason=told(d.reason, home)) for d in u.drifts))


def _claim(c: Claim, home: int | None) -> Claim:
    origins = tuple(replace(o, reason=told(o.reason, home)) for o in c.origins)
    return replace(c, reason=told(c.reason, home), origins=origins)


def told(reason: str, home: int | None) -> str:
    """The reason with its days in German. What stands in quotation marks, and what is no day, stays as it is."""

    def tell(hit: re.Match[str]) -> str:
        day = calendar.moment(hit[0])
        if day is None:
            return hit[0]
        short = calendar.day_short(day).de
        year = "" if home == day.year else f"{'' if day.day else ' '}{day.year}"
        return short + year + (f", {calendar.clock(day)}" if day.hour is not None else "")

    return _DAY.sub(tell, reason)
