"""Wording with its bearers resolved to actors."""

from crossread.crossing.wording.bearing import resolve_wording

__all__ = ["resolve_wording"]
