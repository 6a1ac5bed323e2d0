"""How reading is spread: in this process, or over local processes when there is enough to read."""

from crossread.engine.local import read_all

__all__ = ["read_all"]
