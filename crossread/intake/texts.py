"""Reports saved as plain text -> drafts: which line is the title, which are header lines, what is the report itself.

1. Paragraphs: a line each, unless the text was wrapped by hand; of a whole page only the stretch that holds the report.
2. Header: the lines up to the first paragraph of running text. Dates, bylines, menus, names of outlets and repeated
   titles are taken out with a reason; the first line that reads like a headline is the title.
3. The rest goes on as it is: what is junk in it, `cleaning.py` says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from crossread.intake import clues as dating, junk, mastheads, near_dates, outlet_signs, outlets, region, wires, written
from crossread.intake.drafts import Draft
from crossread.intake.paragraphs import lines_of, running
from crossread.intake.titles import without_site
from crossread.records import ClueKind, DateClue, Removed

HEADER = 14
"""Lines looked at for title, date and byline; the longest header seen in saved reports has nine."""
LONGEST_TITLE = 32
"""Words of a title; the longest headlines of 1,962 measured pages have 30."""

CLOSED = 16
"""Words of a headline that ends with a full stop; longer ones are sentences of the report."""

PAGE_HEAD = ("date line", "menu line", "sign-up", "byline", "outlet", "name of the outlet")
"""What stands above titles; below players and captions there often stands the report's first sentence."""

_ADDRESS = re.compile(r"https?://\S+")
_NAME = re.compile(
    r"^(?:[A-Z][\w.'’-]+|de|van|von|al|el|bin|and|der|la|&|,)(?: (?:[A-Z][\w.'’-]*|de|van|von|al-?\w*|el|bin|and|"
    r"der|la|&),?){1,4}$"
)


@lru_cache(maxsize=1)
def _glued() -> re.Pattern[str]:
    """Where the dates begin that are glued to a title: "Bridge closed Updated at: 5 May 2024"."""
    posted = "|".join(junk.known().posted)
    return re.compile(rf"\s+\(?(?:{posted})\s*(?:on|at)?:?\s+(?=\w{{3,9}}[.,]? |\d)", re.I)


def draft(text: str) -> Draft:
    """The draft of a saved text; its title is None where the first line is already running text."""
    every = lines_of(text)
    address = every[0] if every and _ADDRESS.fullmatch(every[0]) else None
    every = every[1:] if address else every
    where = region.find(every, Header(every).headline)
    lines = every[where.start : where.end]
    header = Header(lines)
    header.read()
    if where.title is not None:
        header.retitle(where.title)
    title = where.start + max(0, header.title_at)
    body = [line for number, line in enumerate(lines) if number not in header.out and number != header.title_at]
    return Draft(
        title=header.title,
        paragraphs=tuple(body),
        url=address,
        removed=(
            *([Removed(address, "the page's address")] if address else []),
            *[Removed(line, "above the report on its page") for line in every[: where.start]],
            *[Removed(lines[number], header.out[number]) for number in sorted(header.out)],
            *header.cut,
            *[Removed(line, junk.reason(line) or "below the report on its page") for line in every[where.end :]],
        ),
        clues=(
            *header.clues,
            *near_dates.beside(every, title, where.end, header.clues),
        ),
        outlet=header.outlet,
        byline=header.byline,
        names=tuple(header.names),
    )


class Header:
    """The reader of a header: goes line by line until running text begins, and notes what each line is."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.title: str | None = None
        self.title_at = -1
        self.out: dict[int, str] = {}
        self.cut: list[Removed] = []
        self.clues: list[DateClue] = []
        self.byline: str | None = None
        self.outlet: str | None = None
        self.names: list[str] = []
        self._menu_seen = False
        self._below = ""  # the title that a menu line or caption has at its end

    def read(self) -> None:
        for number, line in enumerate(self.lines[:HEADER]):
            if self._is_date(number, line) or self._is_label(number, line):
                continue
            if self.title is None and self._takes_title(number, line):
                continue
            if running(line) or wires.dateline(line) or len(line) > 400:
                break
        self._date_kinds()

    def retitle(self, number: int) -> None:
        """Take another line for the title than the first that reads like one."""
        self.title, self.title_at = self._without_site(self.lines[number]), number
        self.out.pop(number, None)

    # ---- what a line may be

    def _is_date(self, number: int, line: str) -> bool:
        """A line of dates and nothing else; or a title with its dates glued to it."""
        days = written.full_dates(line) if len(line) < 300 else []
        words = written.leftover(line, days) if days else []
        if (words or not days) and (found := mastheads.read(line, self.title is not None, self.lines[number + 1 :])):
            self._takes_masthead(number, found)
            return True
        if not days:
            return False
        before = line[: days[0].start]
        if written.of_another(before) and not written.label(before):
            return False
        if len(words) <= 1 or (len(words) <= 3 and written.label(before)):
            self.out[number] = "date line"
            self.clues.extend(dating.of_line(line))
            return True
        glued = _glued().search(line)
        if glued and glued.start() > 15 and len(line) - glued.start() < 160:
            self._unglue(number, line, glued.start())
            return True
        return False

    def _takes_masthead(self, number: int, found: mastheads.Masthead) -> None:
        self.out[number] = found.why
        self.clues.extend(found.clues)
        issuer = found.byline if mastheads.speaks(found.byline, self.lines[number + 1 :]) else None
        self.outlet = self.outlet or found.outlet or issuer
        self.byline = self.byline or (None if issuer else found.byline)

    def _unglue(self, number: int, line: str, at: int) -> None:
        head, tail = line[:at].strip(), line[at:].strip()
        self.clues.extend(dating.of_line(tail))
        if self.title is None and not running(head):
            self.title, self.title_at = head, number
            self.cut.append(Removed(tail, "date line"))
        else:
            self.out[number] = "date line" if not running(head) else "image caption"

    def _is_label(self, number: int, line: str) -> bool:
        """Byline, name of the outlet, menu, repeated title, share buttons and the like."""
        why = self._label(number, line)
        if why is None:
            return False
        self.out[number] = why
        if why.startswith("menu"):
            self._menu_seen = True
        return True

    def _label(self, number: int, line: str) -> str | None:
        if self.title and junk.core(line) == junk.core(self.title):
            return "title repeated"
        if self._ends_with_title(number, line):
            return (
                "image caption" if junk.reason(line.removesuffix(self._below).strip()) else "menu line with the title"
            )
        if (match := junk.byline().match(line)) and line.count(" ") <= 12 and not running(line):
            self._takes_byline((match[1] or match[2]).strip(), number)
            return "byline"
        if (outlet := outlets.named(line)) and outlet.kind != "monitor" and number < len(self.lines) - 1:
            self.outlet = self.outlet or outlet.name
            return "name of the outlet"
        if (why := junk.reason(line)) and not (why == "image caption" and outlets.named(line)):
            return why
        if self._names_unknown_outlet(number, line):
            self.outlet = self.outlet or outlet_signs.bare(line)
            return "name of the outlet"
        if parts := junk.bar(line):
            own = next((known.name for part in parts if (known := outlets.named(part))), None)
            self.outlet = self.outlet or own
            return "name of the outlet" if own else "menu line"
        if junk.breadcrumb(line) and (self.title is not None or self._title_follows(number) or self._is_menu(line)):
            return "menu line"
        if self.title and self.byline is None and _NAME.match(line) and self._beside_date(number):
            below = self.lines[number + 1 :]
            if mastheads.speaks(line, below) or outlet_signs.is_outlet(line, below):
                self.outlet = self.outlet or line
                return "name of the outlet"
            self.byline = line
            return "byline"
        return None

    def _takes_byline(self, byline: str, number: int) -> None:
        """A byline's writer, and the outlet that may stand behind."""
        writer, outlet = outlet_signs.signed(byline, self.lines[number + 1 :]) or (byline, None)
        self.byline = self.byline or writer
        self.outlet = self.outlet or outlet

    def _ends_with_title(self, number: int, line: str) -> bool:
        """A line that is a menu, breadcrumb or caption with the title (known already, or the next lines' first) at
        its end."""
        candidates = [self.title] if self.title else list(self.lines[number + 1 : number + 5])
        for title in candidates:
            if title and title.count(" ") >= 2 and line != title and line.endswith(title) and not running(title):
                prefix = line[: -len(title)].strip()
                if prefix.count(" ") < 8 or junk.reason(prefix):
                    self._below = title
                    return True
        return False

    def _names_unknown_outlet(self, number: int, line: str) -> bool:
        """A short line that reads like an outlet's name: right under the title, or above it at the very top."""
        name = outlet_signs.bare(line)
        if self.outlet or name.count(" ") > 4 or not mastheads.is_name(name, 2):
            return False
        below = self.lines[number + 1 :]
        if self.title is None:
            return outlet_signs.is_masthead(line, below) and self._headed_below(number)
        beside = self._beside_date(number)
        like = outlet_signs.is_masthead(line, below)
        return (like and (beside or number <= self.title_at + 2)) or (beside and outlet_signs.is_outlet(line, below))

    def _headed_below(self, number: int) -> bool:
        """A headline of more than a few words stands in the next lines, below dates and bylines if there are any."""
        for at, line in enumerate(self.lines[number + 1 : number + 4], number + 1):
            if not (written.is_date_line(line, 4) or junk.byline().match(line)):
                return line.count(" ") >= 3 and self.headline(at, line)
        return False

    @staticmethod
    def _is_menu(line: str) -> bool:
        """A breadcrumb that needs no title below it: with the marks of breadcrumbs, or one or two words in capitals."""
        return re.search(r"[»›>|/]", line) is not None or (line.isupper() and line.count(" ") < 2)

    def _title_follows(self, number: int) -> bool:
        return any(self.headline(n, line) for n, line in enumerate(self.lines[number + 1 : number + 4], number + 1))

    def _beside_date(self, number: int) -> bool:
        """A date line stands right before or after: what a bare name needs to be a byline."""
        if self.out.get(number - 1) == "date line":
            return True
        below = self.lines[number + 1] if number + 1 < len(self.lines) else ""
        return written.is_date_line(below)

    # ---- the title

    def _takes_title(self, number: int, line: str) -> bool:
        if not self.headline(number, line):
            return False
        self.title, self.title_at = self._without_site(line), number
        return True

    def headline(self, number: int, line: str) -> bool:
        """Reads like a headline: short, no full stop at its end (or one, but dates, a byline or itself follow)."""
        words = line.count(" ") + 1
        if words > LONGEST_TITLE or wires.dateline(line) or line.endswith((":", ",")) or number == len(self.lines) - 1:
            return False
        if line.endswith(("…", "...")) and (number > 0 or words > 20 or self._goes_on(line)):
            return False
        if not any(character.isalpha() for character in line):
            return False
        if not line.endswith((".", '."', ".”")) or line.endswith(junk.known().dotted_ends):
            return True
        if self._closed_title(number, line):
            return True
        following = self.lines[number + 1 : number + 3]
        return line in self.lines[number + 1 :] or any(
            junk.byline().match(f) or written.is_date_line(f, 2) for f in following
        )

    def _closed_title(self, number: int, line: str) -> bool:
        """A headline with a full stop: written as headlines are ("Storm Hits The Coast Of Tal."), or short, above
        longer text, below a line of the page's head."""
        words = line.split()
        below = self.lines[number + 1]
        if len(words) > CLOSED or ". " in line or not running(below):
            return False
        long = [word for word in words if len(word) > 3 and word[0].isalpha()]
        written_so = len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
        headed = self.out.get(number - 1, "").startswith(PAGE_HEAD) and below.count(" ") > 2 * len(words)
        return written_so or (headed and not re.match(r"[A-Z][A-Z. ,]+ ?[-–—]", line))

    def _goes_on(self, line: str) -> bool:
        """Whether a line that breaks off is the beginning of one below: a teaser, no title."""
        stem = junk.core(line)
        return any(junk.core(below).startswith(stem) for below in self.lines[1:HEADER])

    def _without_site(self, line: str) -> str:
        title, site = without_site(line)
        if site:
            self.cut.append(Removed(site, "name of the site in the title"))
            self.names.append(site)
        return title

    def _date_kinds(self) -> None:
        """Bare dates get their kind from where they stand: above a menu the day of showing, under the title of
        publication."""
        settled: list[DateClue] = []
        for item in self.clues:
            if item.kind != "unknown":
                settled.append(item)
                continue
            at = next((n for n in self.out if self.lines[n].strip()[:120] == item.text), self.title_at)
            kind: ClueKind = "published"
            if at >= self.title_at:
                why = "a date line under the title"
            elif self._menu_seen:
                kind, why = "rendered", "a date line above the site's menu: the day of showing the page"
            elif any(day.weekday for day in written.full_dates(item.text)):
                kind, why = "unknown", "a date line above the title: of the report, or of showing the page"
            else:
                why = "a date line above the title"
            settled.append(dating.clue(kind, item.start, "text", item.text, why))
        self.clues = settled
