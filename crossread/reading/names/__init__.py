"""Who and where: mentions of actors and places in one report."""

from crossread.reading.names.mentions import find_mentions, find_names

__all__ = ["find_mentions", "find_names"]
