"""One quotation told in pieces is one statement: “The bridge is safe,” she said. “We tested it twice.”"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from crossread.reading.statements.speech import Found
from crossread.reading.voices.page import Page

ASIDE = 90
"""Characters of attribution between two pieces at most; a longer one tells something itself."""


def joined(page: Page, found: Sequence[Found]) -> list[Found]:
    """Pieces of one quotation as one statement: the same cue and speaker, nothing but the attribution between them.

    A piece of another kind (a promise behind a claim) keeps to itself, and so does one in another paragraph.
    """
    made: list[Found] = []
    for item in sorted(found, key=lambda f: (f.content, f.cue)):
        earlier = next((n for n in range(len(made) - 1, -1, -1) if _goes_on(page, made[n], item)), None)
        if earlier is None:
            made.append(item)
            continue
        before = made[earlier]
        made[earlier] = replace(
            before,
            content=(before.content[0], item.content[1]),
            via=before.via or item.via,
        )
    return made


def _goes_on(page: Page, before: Found, item: Found) -> bool:
    if (
        before.cue != item.cue
        or before.kind != item.kind
        or not before.direct
        or not item.direct
        or before.sources != item.sources
    ):
        return False
    end, start = before.content[1], item.content[0]
    if start < end or page.paragraph_at(before.content[0]) != page.paragraph_at(start):
        return False
    between = page.text[end:start]
    attributed = end <= before.cue[0] and before.cue[1] <= start
    plain = sum(c.isalpha() for c in between) == 0
    return start - end <= ASIDE and (attributed or plain)
