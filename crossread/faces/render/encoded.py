"""The dossier as JSON: the published shape, fields in the order of the records."""

from __future__ import annotations

import msgspec

from crossread.records import Dossier


def encoded(dossier: Dossier, *, indent: int = 0) -> str:
    """One JSON object and a line end; `indent` spaces a level, 0 for one line. The same dossier, the same bytes."""
    data = msgspec.json.encode(dossier, order="deterministic")
    # "deterministic" sorts the keys of dicts (actors' links) and leaves the fields of records in their order
    return (msgspec.json.format(data, indent=indent) if indent > 0 else data).decode() + "\n"
