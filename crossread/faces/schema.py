"""The JSON Schema of the dossier, made from the records; the published copy is kept current by a test.

python -m crossread.faces.schema --check      # is the published copy current?
python -m crossread.faces.schema --write      # make it so
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from crossread.records import Dossier

PUBLISHED = Path(__file__).parent.parent / "schema" / "dossier.schema.json"


def schema() -> dict[str, Any]:
    """The schema of a dossier's JSON, by the types. Fields may be added to a dossier, so unknown ones are allowed."""
    made = msgspec.json.schema(Dossier)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:crossread:dossier:1",
        "title": "Crossread dossier",
        **made,
    }


def text() -> str:
    """The schema as the published file has it."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    """0 when the published copy is current or was written; 1 when it is not; 2 for a wrong call."""
    if arguments == ["--write"]:
        PUBLISHED.parent.mkdir(exist_ok=True)
        PUBLISHED.write_text(text(), encoding="utf-8")
        return 0
    if arguments == ["--check"]:
        if PUBLISHED.exists() and PUBLISHED.read_text(encoding="utf-8") == text():
            return 0
        print(f"{PUBLISHED} is not current: run python -m crossread.faces.schema --write", file=sys.stderr)
        return 1
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
