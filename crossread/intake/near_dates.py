"""The date beside a report's head where no line of dates alone tells it: in a line with a byline, a section, a button.

Pages copied whole write "Ana Bell · May 5, 2024 · 4 min read", "In Bridges, 5 May 2024", or put the day behind the last
paragraph. The nearest such line counts: below the title, above it, behind the report, last the title itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from crossread.intake import clues as dating, junk, written
from crossread.records import DateClue

BELOW, ABOVE, BEHIND = 8, 8, 4
"""Lines below the title, above it and behind the report that are looked at. Of 201 pages copied whole whose day is
known, .21 of one set and .48 of the other were dated rightly without these lines, .70 and .64 with them."""
WORDS = 6
"""Words beside the date that a line may hold: a name, a place and a section; a caption has more."""
FOOT = 3
"""The same behind the report, where links to other reports stand with their days."""
LABELLED = 16
"""The same where a word says that the date is the report's ("Posted by … in … on 5 May 2024")."""
YEAR = 366
"""Days between two dates of one line above which it tells of a life or a span of years."""


def beside(lines: Sequence[str], title: int, last: int, known: Collection[DateClue] = ()) -> tuple[DateClue, ...]:
    """The clue of the nearest date; `title` is the number of the line of the title (of the first where there is none),
    the report ends before line `last`. Where something is `known` of its day already, nothing is looked for; where only
    a change of it is, a line that says that it dates the publication."""
    if any(clue.kind in ("published", "unknown") for clue in known):
        return ()
    changed = any(clue.kind == "modified" for clue in known)
    read = {clue.text for clue in known}
    for number in _order(lines, title, last):
        line = lines[number]
        days = written.full_dates(line) if len(line) < written.LONGEST_LINE and "(@" not in line else []
        if not days or line.strip()[:120] in read or junk.reason(line) == "image caption":
            continue
        label = written.label(line[: days[0].start])
        beside_it = written.leftover(line, days)
        words = len(beside_it)
        far = not title - ABOVE <= number < last + BEHIND
        linked = number >= last and label is None and (words > FOOT or any(word.islower() for word in beside_it))
        if label == "published" and words <= (WORDS if far else LABELLED):
            return (dating.clue("published", days[0].day, "text", line, "labelled as published"),)
        if not (changed or far or linked or _tells(line, days)) and (words <= WORDS or number == title):
            why = "a date beside the head of the report"
            if label == "modified":
                return (dating.clue("modified", days[0].day, "modified", line, why),)
            return (dating.clue("published", days[0].day, "text", line, why),)
    return ()


def _tells(line: str, days: Sequence[written.Written]) -> bool:
    """Whether a line tells something of its day: a sentence, an address, "5 May 1994: bridge opens", a life's two days.
    Of 600 pages copied whole whose line says nothing of its date two more are dated rightly, and two fewer wrongly."""
    behind = line[days[0].end :].lstrip()
    if written.of_another(line[: days[0].start]):
        return True
    life = len(days) > 1 and abs((days[0].day - days[1].day).days) > YEAR
    sentence = line.rstrip().endswith((".", "!", "?")) and not line.rstrip().lower().endswith(".m.")
    return life or sentence or "://" in line or (behind.startswith(":") and not behind[1:2].isdigit())


def without_year(lines: Iterable[str], near: Iterable[DateClue]) -> DateClue | None:
    """The day of a short line that says when the report was published, but not in which year ("Posted Nov 18, 8:19
    PM"): in the year that another clue gives, or the one before where it would be later."""
    others = sorted(near, key=lambda clue: clue.kind != "published")
    for line in lines if others else ():
        found = written.labelled_day(line)
        if found is None:
            continue
        for clue in others:
            for year in (clue.end.year, clue.end.year - 1):
                days = written.full_dates(f"{found}, {year}")
                if days and days[0].day <= clue.end:
                    return dating.clue(
                        "published", days[0].day, "text", line, f"published then, in {year} as others say"
                    )
    return None


def _order(lines: Sequence[str], title: int, last: int) -> Iterator[int]:
    yield from range(title + 1, min(last, title + 1 + BELOW))
    yield from range(title - 1, max(-1, title - 1 - ABOVE), -1)
    yield from range(last, len(lines))
    if title < len(lines):
        yield title
