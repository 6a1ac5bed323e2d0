"""Titles with the name of the site glued to them ("Storm hits coast - Valley Herald") -> title and site."""

from __future__ import annotations

import re

from crossread.intake import junk, outlets

_SITE = re.compile(r"\s+[|–—»·-]\s+|\s*\|\s*|\s+::\s+")


def without_site(line: str, site: str | None = None) -> tuple[str, str | None]:
    """A title and the site's name that was glued to its end (or beginning), if any ("Storm hits coast - Valley
    Herald")."""
    parts = [part for part in _SITE.split(line) if part.strip()]
    if len(parts) < 2:
        return line, None
    if "|" in line and len(parts) == 2 and junk.breadcrumb(parts[0]) and parts[1].count(" ") >= 3:
        return parts[1].strip(), parts[0].strip()
    wanted = junk.core(site) if site else None
    for keep in range(1, len(parts)):
        if _is_site(parts[keep], wanted) and (_is_site(parts[-1], wanted) or outlets.named(parts[keep]) is not None):
            cut = line.find(parts[keep], sum(map(len, parts[:keep])))
            title = line[:cut].rstrip(" |–—»·:-\u00a0")
            if title.count(" ") >= 1 or wanted:
                return title, line[cut:].strip()
    if wanted and junk.core(parts[0]) == wanted:
        cut = line.find(parts[1], len(parts[0]))
        return line[cut:].strip(), parts[0].strip()
    return line, None


def _is_site(part: str, wanted: str | None) -> bool:
    folded = junk.core(part)
    if wanted and (folded == wanted or folded.replace(" ", "") == wanted.replace(" ", "")):
        return True
    return outlets.named(part) is not None or outlets.looks_like(part) or junk.breadcrumb(part)
