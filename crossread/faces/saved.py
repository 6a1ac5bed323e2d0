"""A dossier's file read again. Errors name the file, what is wrong with it, and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from crossread.errors import DossierError

T = TypeVar("T")


def saved(path: str | Path, shape: type[T]) -> T:
    """What the JSON file holds, as a `shape` (a record, or `dict` for the plain JSON). Raises `DossierError`."""
    path = Path(path)
    if path.is_dir():
        raise DossierError(f"{path} is a folder: give a dossier, made by crossread dossier {path} -o story.json")
    make = f"make one with crossread dossier REPORTS -o {path.with_suffix('.json').name}"
    try:
        return msgspec.json.decode(path.read_bytes(), type=shape)
    except FileNotFoundError:
        raise DossierError(f"{path}: no such file: check the path, or {make}") from None
    except OSError as error:
        raise DossierError(f"{path}: {error.strerror or error}") from None
    except msgspec.ValidationError as error:
        raise DossierError(f"{path} is not a dossier that this version reads: {error}. To have one, {make}") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise DossierError(f"{path} is no dossier, for it is no JSON: {make}") from None
