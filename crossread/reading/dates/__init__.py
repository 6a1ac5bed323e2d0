"""Date expressions of one report, not yet counted from any day."""

from crossread.reading.dates.expressions import find_times

__all__ = ["find_times"]
