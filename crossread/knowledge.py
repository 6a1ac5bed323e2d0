"""Knowledge is files that people edit: YAML (or TSV for long tables) under `knowledge/`, read once a process.

Language-neutral files stand in `knowledge/`, those of one language in `knowledge/<language>/`. Each file's shape is a
frozen struct that the stage using it defines (shapes shared by several stages are defined here); a file that does not
fit is an error that names the file and the field.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from crossread.errors import KnowledgeError

FOLDER = Path(__file__).parent / "knowledge"

T = TypeVar("T")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml reads ten times faster; same result


def load(name: str, shape: type[T], language: str | None = None) -> T:
    """The knowledge file `name` ("reporting.yml"), checked against `shape`; of `language` if one is given."""
    known: Any = shape  # mypy does not take a type for a hashable value
    loaded: T = _load(name, known, language)
    return loaded


@cache
def _load(name: str, shape: Any, language: str | None) -> Any:
    path = FOLDER / language / name if language else FOLDER / name
    try:
        return msgspec.convert(_parsed(path), shape)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"{path}: {error}") from None


@cache
def _parsed(path: Path) -> Any:
    """What stands in a file, in whatever shape: several stages ask for parts of one file."""
    try:
        with path.open(encoding="utf-8") as file:
            return yaml.load(file, _Loader)
    except FileNotFoundError:
        raise KnowledgeError(f"{path}: no such knowledge file") from None
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{path}: {error}") from None


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a tab-separated knowledge file, less comments (#) and empty lines."""
    path = FOLDER / name
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KnowledgeError(f"{path}: no such knowledge file") from None
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))
