"""Which reports and incidents belong together, in the order of time."""

from crossread.crossing.stories.finding import find_stories, timeline

__all__ = ["find_stories", "timeline"]
