"""The dossier that shows itself: the published record with its faces as methods.

`crossread.records.Dossier` stays a plain record, because the stages must not know how they are shown. What the Python
face hands out is this subclass: the same fields, the same JSON, and besides a page, a file, a notebook cell.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from crossread import records
from crossread.faces import render
from crossread.faces.saved import saved


class Dossier(records.Dossier, frozen=True, kw_only=True):
    """All that Crossread knows about a set of reports, with ways to show it."""

    @classmethod
    def of(cls, plain: records.Dossier) -> Dossier:
        """The same dossier, able to show itself."""
        return cls(**{name: getattr(plain, name) for name in plain.__struct_fields__})

    def to_html(self) -> str:
        """One self-contained page that needs no network."""
        return render.render(self, "html")

    def to_json(self, *, indent: int = 0) -> str:
        """The dossier as one JSON object, in the published shape."""
        return render.render(self, "json", indent=indent)

    def to_markdown(self) -> str:
        """The dossier as Markdown, with the evidence as footnotes."""
        return render.render(self, "md")

    def to_text(self) -> str:
        """The summary that the command line prints, without colours."""
        return render.render(self, "text")

    def save(self, path: str | Path) -> Path:
        """Write the face that the suffix of `path` names (.html, .json, .md, .txt). Raises ValueError for any other."""
        path = Path(path)
        face = render.format_of(path.name)
        if face is None:
            raise ValueError(f"{path}: the suffix names no format; use one of {', '.join(render.SUFFIXES)}")
        path.write_text(render.render(self, face), encoding="utf-8")
        return path

    def _repr_html_(self) -> str:
        """The page in a frame of its own, so that a notebook's styles and ours leave each other alone."""
        return (
            '<iframe sandbox="allow-scripts" style="width:100%;height:44rem;border:1px solid #8884;border-radius:6px" '
            f'title="{escape(self.title, quote=True)}" srcdoc="{escape(self.to_html(), quote=True)}"></iframe>'
        )


def read_dossier(path: str | Path) -> Dossier:
    """The dossier in a file that `crossread dossier … -o story.json` wrote. Raises `DossierError` naming the fault."""
    return saved(path, Dossier)
