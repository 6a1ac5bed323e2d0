"""What all benchmarks share: their docstring is the help, and of data that is not there they say so and stop."""

from __future__ import annotations

import argparse
from pathlib import Path


def command(name: str, about: str | None) -> argparse.ArgumentParser:
    """The parser of `python -m benchmarks.NAME`."""
    return argparse.ArgumentParser(
        prog=f"python -m benchmarks.{name}",
        description=about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def there(*data: Path) -> bool:
    """Whether all of the data is there; what is not is named."""
    missing = [str(path) for path in data if not path.exists()]
    if missing:
        print(f"skipped: {', '.join(missing)} not there; nothing measured")
    return not missing
