"""What a page or a saved text gives before it becomes a report."""

from __future__ import annotations

from crossread.records import DateClue, Record, Removed


class Draft(Record, frozen=True):
    """A report in the making: paragraphs in order, and all that stood around them.

    `outlet` is what the page or the text itself names as its publisher, as written; `names` are weaker hints of it.
    """

    title: str | None
    paragraphs: tuple[str, ...]
    removed: tuple[Removed, ...] = ()
    clues: tuple[DateClue, ...] = ()
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    names: tuple[str, ...] = ()
    language: str | None = None
