"""The labels and loaded words that one report chooses."""

from crossread.reading.wording.choosing import find_wording

__all__ = ["find_wording"]
