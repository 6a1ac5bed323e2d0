"""Places that a report names in passing, inside other names or as adjectives."""

from crossread.reading.places.allusions import find_allusions

__all__ = ["find_allusions"]
