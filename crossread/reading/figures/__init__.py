"""The numbers that one report gives, and what they count."""

from crossread.reading.figures.quantities import find_quantities

__all__ = ["find_quantities"]
