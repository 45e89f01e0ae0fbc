"""Days that somebody asks about, against times that are known only so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.record.report import Report
from sayso.record.when import DateRange


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `since` to `until`, both asked for; None is open."""

    since: date | None = None
    until: date | None = None

    def __bool__(self) -> bool:
        return self.since is not None or self.until is not None

    def may_hold(self, when: DateRange | None) -> bool:
        """Whether some day of the interval is asked for; an end that is not known may be any day.

        An interval that nothing is known of holds no day that was asked for.
        """
        if not self:
            return True
        if when is None or when.earliest is when.latest is None:
            return False
        too_late = self.until and when.earliest and _day(when.earliest) > _as_fine(self.until, when.earliest)
        too_early = self.since and when.latest and _day(when.latest) < _as_fine(self.since, when.latest)
        return not too_late and not too_early


def _day(told: str) -> str:
    return told[: len("2022-10-15")]


def _as_fine(asked: date, told: str) -> str:
    """The day asked for, as fine as the time told: "2022-10" for a month."""
    return asked.isoformat()[: len(told)]


def published(report: Report) -> DateRange | None:
    """The day a report was published, as it tells it; None if it does not."""
    stamp = report.furniture.first_published or report.furniture.last_updated
    if stamp is None:
        return None
    return DateRange(earliest=stamp.value, latest=stamp.value, granularity=stamp.granularity, basis="published")
