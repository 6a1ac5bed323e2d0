"""Where reports, or those whom they quote, cannot both be right."""

from crossread.crossing.disagreements.finding import find_disagreements

__all__ = ["find_disagreements"]
