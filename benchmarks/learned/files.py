"""The files beside these modules, read once: YAML checked against a shape, and lines parted by tabs."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")


def read(name: str, shape: type[T]) -> T:
    """A YAML file of this folder."""
    return msgspec.yaml.decode((Path(__file__).parent / name).read_bytes(), type=shape)


def rows_of(name: str) -> list[list[str]]:
    """The lines of a file of this folder, less comments (#) and empty lines."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
