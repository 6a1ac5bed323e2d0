"""Where in the lines of a whole page the report stands: between the site's menus and what is linked below.

Somebody who saves a page as text, or copies all of it, gets hundreds of lines of which few are the report. No line of
a menu tells that it is one, but their number does: the report is the stretch of lines in which running text outweighs
labels most, and its title stands right above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from crossread.intake import cleaning, junk, outlets, written
from crossread.intake.paragraphs import ended, running

SHORT_PARAGRAPH = 10
"""Words by which a paragraph must be longer than nothing to speak for the report: teasers have 12 to 18 words and stand
between headlines, so that a list of them weighs less than nothing."""
LONGEST_COUNTED = 60
"""Words of one paragraph that count: one long notice below a page must not weigh as much as a report."""
LABEL = 3
"""What a line that is no sentence takes away: menus and lists of links have many, reports a subheading now and then.
With 5, a tenth of the text of guides and reviews was lost, with 3 a seventeenth; news pages hardly change."""
LONG = 20
"""Words from which a line without a full stop is no label: headlines in lists of links have fewer."""
HEAD = 30
"""Lines above the first paragraph in which the title is looked for: bylines, dates, share buttons, captions stand
between. What speaks for a title, and how much (`_title`), was chosen on 300 pages read as their visible text:
words that the report takes up tell most (of 299 titles there, 127 were found without them, 192 with them)."""
READ = 60
"""Lines of the report in which the words of its title are looked for."""
LEAST_CUT = 8
"""Lines that must stand above or below to be cut as a whole; fewer are judged one by one."""
SHARE = 0.7
"""Share of all running text that must stand in the stretch: a page of several parts is left whole. With 0.6, pages in
other languages lost a tenth of their text, with 0.8 a sixth more of the junk stayed."""
MANY = 40
"""Lines from which on the first that reads like a title is likely a menu's: in pages left whole, of 300 copied, it was
the title in one of 25, the one above the densest stretch in eight."""
SIGNED = 6
"""Lines below the last paragraph in which credits are looked for ("Additional reporting by …", "(Agencies)")."""

_CELL = re.compile(r"[-+−]?[$€£]?\d[\d.,]*\s?[%MBK]?")
"""A number by itself: a table may stand in the midst of a report."""
_WORD = re.compile(r"\w{4,}")


class Region(NamedTuple):
    """Lines [start, end) hold the report; `start` is its title's where there is one. `title`: its line in a page of
    several parts, which is left whole."""

    start: int
    end: int
    title: int | None = None


def find(lines: Sequence[str], headline: Callable[[int, str], bool]) -> Region:
    """The region of a report; all lines if there is little around it. `headline(number, line)`: reads like a title."""
    whole = Region(0, len(lines))
    if len(lines) <= LEAST_CUT:
        return whole
    times = Counter(lines)
    weights = [_weight(line, times[line]) for line in lines]
    first, last = _densest(weights)
    spoken = sum(weight for weight in weights if weight > 0)
    if spoken <= 0 or sum(weight for weight in weights[first:last] if weight > 0) < SHARE * spoken:
        title = _title(lines, first, headline)
        return Region(0, len(lines), title if len(lines) >= MANY and title != first else None)
    start = _from(lines, _title(lines, first, headline))
    while last < len(lines) and weights[last] == 0:
        last += 1
    last = max([n + 1 for n in range(last, min(len(lines), last + SIGNED)) if _signs(lines[n])], default=last)
    if len(lines) - last >= LEAST_CUT:
        return Region(start, last)
    return Region(start if start >= LEAST_CUT else 0, len(lines))


def _weight(line: str, times: int) -> int:
    words = line.count(" ") + 1
    if times > 1 and words > SHORT_PARAGRAPH:  # a notice that the site puts above and below every page
        return 0
    if _CELL.fullmatch(line):
        return 0
    if running(line) or "(@" in line:  # a quoted post is signed with its account
        return max(0, min(words, LONGEST_COUNTED) - SHORT_PARAGRAPH)
    return 0 if (ended(line) and words > 2) or words >= LONG else -LABEL


def _signs(line: str) -> bool:
    """Whether a line says whose report it is: that belongs to the report."""
    return cleaning.credit_line(line) or any(phrase in junk.fold(line) for phrase in junk.known().signing)


def _densest(weights: Sequence[int]) -> tuple[int, int]:
    """[first, last) of the stretch with the greatest sum; the shortest of equal ones."""
    best, begin, total = (0, 0, 0), 0, 0
    for number, weight in enumerate(weights):
        if total <= 0:
            begin, total = number, 0
        total += weight
        if total > best[0]:
            best = (total, begin, number + 1)
    return best[1], best[2]


def _title(lines: Sequence[str], first: int, headline: Callable[[int, str], bool]) -> int:
    """The line of the title above the first paragraph, or that paragraph where none reads like one."""
    text = set(_WORD.findall(" ".join(filter(running, lines[first : first + READ])).lower()))
    times = Counter(map(junk.core, lines[:first]))
    titles = [
        n
        for n in range(max(0, first - HEAD), first)
        if lines[n].count(" ") > 1
        and not running(lines[n])
        and headline(n, lines[n])
        and not (junk.reason(lines[n]) or junk.breadcrumb(lines[n]))
    ]

    def worth(n: int) -> float:
        words = set(_WORD.findall(lines[n].lower()))
        echoed = len(words & text)
        signed = any(junk.byline().match(line) for line in lines[n + 1 : n + 3])
        dated = any(written.is_date_line(line) for line in lines[n + 1 : n + 5])
        listed = any(junk.heading(line) for line in lines[max(0, n - 6) : n])
        length = lines[n].count(" ") + 1
        above = set(_WORD.findall(lines[n - 1].lower())) & text if n - 1 in titles else set()
        standfirst = len(above) > 1 and lines[n - 1].count(" ") + 1 < length
        return (
            min(echoed, 4)
            + 2 * echoed / max(1, len(words))
            + 3 * signed
            + 2 * (times[junk.core(lines[n])] > 1)
            + 1.5 * dated
            + 0.5 * min(length, 9)
            - 8 * (length >= LONG)
            - 3 * listed
            - 3 * standfirst
            - 0.1 * (first - n)
        )

    return max(titles, key=worth, default=first)


def _from(lines: Sequence[str], title: int) -> int:
    """The first line to keep: the title's, or of the dates and names of outlets right above it."""
    start = title
    while start > 0 and (written.is_date_line(lines[start - 1]) or outlets.named(lines[start - 1])):
        start -= 1
    return start
