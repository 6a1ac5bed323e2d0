"""What is done to whom in one report, and whether it is told as done."""

from crossread.reading.events.doing import find_events

__all__ = ["find_events"]
