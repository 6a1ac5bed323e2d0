"""Crossread reads many reports of one story side by side and makes a dossier of them.

    import crossread

    d = crossread.dossier(["reports/"])     # files and folders; in a notebook, `d` shows itself as the page
    d.save("story.html")                    # or .json, .md, .txt

The names of `__all__` are the public surface. They are looked up when they are first used, so that importing the
package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crossread.errors import CrossreadError, DossierError, InputError, KnowledgeError, ModelError
    from crossread.faces.api import dossier
    from crossread.faces.growing import changes, update
    from crossread.faces.shown import Dossier, read_dossier
    from crossread.faces.timeml import timeml
    from crossread.faces.verify import Problem, verify
    from crossread.records import Span
    from crossread.settings import IntakeSettings, Settings

__version__ = "0.1.0"

__all__ = [
    "CrossreadError",
    "Dossier",
    "DossierError",
    "InputError",
    "IntakeSettings",
    "KnowledgeError",
    "ModelError",
    "Problem",
    "Settings",
    "Span",
    "__version__",
    "changes",
    "dossier",
    "read_dossier",
    "timeml",
    "update",
    "verify",
]

_HOMES = {
    "crossread.errors": ("CrossreadError", "DossierError", "InputError", "KnowledgeError", "ModelError"),
    "crossread.faces.api": ("dossier",),
    "crossread.faces.growing": ("changes", "update"),
    "crossread.faces.shown": ("Dossier", "read_dossier"),
    "crossread.faces.timeml": ("timeml",),
    "crossread.faces.verify": ("Problem", "verify"),
    "crossread.records": ("Span",),
    "crossread.settings": ("IntakeSettings", "Settings"),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'crossread' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
