"""The night that a story tells of, for the hours of reports that name no day: "In der Tatnacht ging um 3.05 Uhr …"."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from quellenlage.language import Language, language, supported
from quellenlage.model import Analysis, Story, Time

_NIGHT = "TNI"
_LEAD = 2  # times the reports that tell any other night
_EVENING, _MORNING = 20, 8  # a night's hours lie outside of these
_DAYS = 14  # a report this long after the night may tell of another


def settle_nights(
    analyses: Sequence[Analysis], stories: Sequence[Story], copies: Collection[str] = ()
) -> list[Analysis]:
    """The analyses with a value for undated hours of a night, where two reports of the story tell which night it was.

    A time without a value gets one only if its hour is of the night and its report appeared within two weeks after.
    Those among `copies` tell no night, for the article that they are copies of does.
    """
    night: dict[str, date] = {}
    place = {a.article.id: a for a in analyses}
    for story in stories:
        if found := _night([place[a] for a in story.articles if a in place and a not in copies]):
            night |= dict.fromkeys(story.articles, found)
    return [_settled(a, night[a.article.id]) if a.article.id in night else a for a in analyses]


def _night(articles: Sequence[Analysis]) -> date | None:
    """The day on whose evening the story's night begins, None unless two reports and far the most tell it."""
    told: list[str] = []
    for analysis in articles:
        told += sorted({t.value[:10] for t in analysis.times if t.value and t.value[10:] == _NIGHT})
    first, second = (*Counter(told).most_common(2), ("", 0), ("", 0))[:2]
    return _day(first[0]) if first[1] >= 2 and first[1] >= _LEAD * second[1] else None


def _day(text: str | None) -> date | None:
    """The day that an ISO value starts with, None if there is none, or none after it."""
    try:
        found = date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
    return found if found < date.max else None


def _settled(analysis: Analysis, night: date) -> Analysis:
    published = _day(analysis.article.published)
    near = published is None or 0 <= (published - night).days <= _DAYS
    if not near or not supported(analysis.article.language):
        return analysis
    clock = _clock(language(analysis.article.language))
    return replace(analysis, times=tuple(_dated(t, night, clock) for t in analysis.times))


def _dated(time: Time, night: date, clock: re.Pattern[str]) -> Time:
    found = clock.search(time.text) if time.value is None and time.kind == "TIME" else None
    if found is None:
        return time
    hour = int(found["hour"] or 24)
    if _MORNING <= hour < _EVENING:
        return time
    day = night if hour in range(_EVENING, 24) else night + timedelta(1)
    value = f"{day.isoformat()}T{hour % 24:02d}:{int(found['minute'] or 0):02d}"
    return replace(time, value=value, reason=f"the night of {night.isoformat()}, as other reports of the story tell")


@cache
def _clock(lang: Language) -> re.Pattern[str]:
    words: Mapping[str, str] = lang.table("times")["night"]
    return re.compile(
        rf"(?<!\d)(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?\s(?:{words['hour']})|(?:{words['midnight']})"
    )
