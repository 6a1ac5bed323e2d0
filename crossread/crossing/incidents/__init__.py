"""Events of several reports merged into incidents."""

from crossread.crossing.incidents.merging import merge_incidents

__all__ = ["merge_incidents"]
