"""Who copied whom: passages that reports share."""

from crossread.crossing.copies.copying import find_copies

__all__ = ["find_copies"]
