"""The same thing counted by several reports: low, best, high and a verdict."""

from crossread.crossing.figures.merging import merge_figures

__all__ = ["merge_figures"]
