"""Date expressions counted out into days."""

from crossread.crossing.dates.resolving import resolve_dates

__all__ = ["resolve_dates"]
