"""What kind of statement it is: by its cue word, by what is said, and by who says it."""

from __future__ import annotations

from crossread.reading.voices.reporting import lexicon
from crossread.records import StatementKind


def kind_of(cue: StatementKind, content: str, observer: bool) -> StatementKind:
    """The kind that the cue word tells, unless the words of what is said tell a more telling one.

    `observer` says that the speaker watches and is no party (an outlet, a study): what it says is a report.
    """
    for kind, of, pattern in lexicon().content:
        if cue in of and pattern.search(content):
            return kind if not (observer and kind in ("denial", "criticism", "opinion", "announcement")) else "report"
    return "report" if observer and cue == "claim" else cue
