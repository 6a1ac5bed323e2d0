"""The JSON Schemas of the dossier and of changes, made from the records; a test keeps the published copies current.

python -m crossread.faces.schema --check      # is the published copy current?
python -m crossread.faces.schema --write      # make it so
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from crossread.crossing.changes import Changes
from crossread.records import Dossier

FOLDER = Path(__file__).parent.parent / "schema"
SHAPES: dict[str, type] = {"dossier": Dossier, "changes": Changes}


def schema(of: str = "dossier") -> dict[str, Any]:
    """The schema of a dossier's or of changes' JSON, by the types. Fields may be added, so unknown ones are allowed."""
    made = msgspec.json.schema(SHAPES[of])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:crossread:{of}:1",
        "title": f"Crossread {of}",
        **made,
    }


def text(of: str = "dossier") -> str:
    """The schema as the published file has it."""
    return json.dumps(schema(of), indent=1, ensure_ascii=False) + "\n"


def published(of: str = "dossier") -> Path:
    """The published file."""
    return FOLDER / f"{of}.schema.json"


def main(arguments: list[str]) -> int:
    """0 when the published copies are current or were written; 1 when one is not; 2 for a wrong call."""
    if arguments == ["--write"]:
        FOLDER.mkdir(exist_ok=True)
        for of in SHAPES:
            published(of).write_text(text(of), encoding="utf-8")
        return 0
    if arguments == ["--check"]:
        stale = [p for of in SHAPES if not (p := published(of)).exists() or p.read_text(encoding="utf-8") != text(of)]
        for path in stale:
            print(f"{path} is not current: run python -m crossread.faces.schema --write", file=sys.stderr)
        return int(bool(stale))
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
