"""The dossier written out: JSON, a page, Markdown, plain text. Each face shows the same dossier."""

from __future__ import annotations

from typing import Literal

from crossread.records import Dossier

Format = Literal["html", "json", "md", "text"]
SUFFIXES: dict[str, Format] = {
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".md": "md",
    ".markdown": "md",
    ".txt": "text",
}


def format_of(name: str) -> Format | None:
    """The format that a file's suffix names; None if it names none."""
    return next((face for suffix, face in SUFFIXES.items() if name.lower().endswith(suffix)), None)


def render(dossier: Dossier, face: Format, *, indent: int = 0) -> str:
    """The dossier as text; `indent` is for JSON. Each face is imported when it is asked for."""
    if face == "json":
        from crossread.faces.render.encoded import encoded

        return encoded(dossier, indent=indent)
    if face == "html":
        from crossread.faces.render.page import page

        return page(dossier)
    if face == "md":
        from crossread.faces.render.markdown import markdown

        return markdown(dossier)
    from crossread.faces.render.terminal import plain_text

    return plain_text(dossier)
