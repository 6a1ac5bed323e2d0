"""Places merged over spellings and reports, with coordinates where a table knows them."""

from crossread.crossing.places.merging import merge_places

__all__ = ["merge_places"]
