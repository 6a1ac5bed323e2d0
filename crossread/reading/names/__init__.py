"""Who and where: mentions of actors and places in one report."""

from crossread.reading.names.mentions import find_mentions

__all__ = ["find_mentions"]
