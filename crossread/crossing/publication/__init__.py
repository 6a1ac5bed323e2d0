"""When each report came out, as far as its clues, its text and the other reports tell."""

from crossread.crossing.publication.dating import date_reports

__all__ = ["date_reports"]
