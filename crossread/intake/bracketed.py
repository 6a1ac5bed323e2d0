"""Sources in brackets: "[Valley Herald]" in a line of its own below what is taken from it, as reviews of the press do;
or at the end of a line that links to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossread.intake import outlets

FEWEST = 3
"""Lines of that form from which on they are sources: one or two may be anything that a page puts in brackets."""
KNOWN = 2
"""Of these, lines whose names the list knows: the others then are outlets, too."""
SHORTEST = 20
"""Characters of a line that the name in brackets at its end is the source of."""

_LINE = re.compile(r"\[(?P<name>[A-Z][\w.'’&-]*(?: [\w.'’&-]+){0,4})\]")
_END = re.compile(r"(?<=[^\]\[\n]) \[(?P<name>[A-Z][\w.'’& -]{1,30})\]$", re.M)


def lines(paragraphs: Sequence[str]) -> dict[int, str]:
    """Number of each paragraph that only names a source in brackets -> the name; none where too few do."""
    matches = ((number, _LINE.fullmatch(line.strip())) for number, line in enumerate(paragraphs))
    found = {n: m["name"] for n, m in matches if m and (not m["name"].isupper() or _is_known(m["name"]))}
    known = sum(_is_known(name) for name in found.values())
    return found if len(found) >= FEWEST and known >= KNOWN else {}


def _is_known(name: str) -> bool:
    return outlets.named(name) is not None


def credited(text: str) -> Iterator[tuple[str, int, int]]:
    """(name, start, end) of each source in brackets of a report's text."""
    parts = list(re.finditer(r"[^\n]+", text))
    named = lines([part[0] for part in parts])
    for number, name in named.items():
        yield name, parts[number].start(), parts[number].end()
    for match in _END.finditer(text):
        if match.start() - text.rfind("\n", 0, match.start()) < SHORTEST:
            continue
        if (known := outlets.named(match["name"])) and known.kind != "monitor":
            yield match["name"].rstrip(". "), match.start("name") - 1, match.end("name") + 1
