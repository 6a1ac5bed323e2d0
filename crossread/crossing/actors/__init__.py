"""Actors merged over spellings and reports."""

from crossread.crossing.actors.merging import merge_actors

__all__ = ["merge_actors"]
