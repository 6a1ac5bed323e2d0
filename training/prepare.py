"""`python -m training.prepare DATA OUT`: the open sets, unpacked in DATA, and our own reports -> OUT/rows.jsonl."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from training import datelines, rows, silver
from training.rows import Row
from training.sets import ewt, gum, names, news, own

READERS: dict[str, Callable[[Path], Iterator[Row]]] = {
    "ewt": ewt.rows,
    "gum": gum.rows,
    "gmb": names.gmb,
    "wikigold, wnut17, btc": names.columns,
    "meantime": news.meantime,
    "ecbplus": news.ecbplus,
    "re3d": news.re3d,
    "more names of ewt": ewt.more_names,
    "own": lambda _: own.rows(),
}
OTHER_RULES = ("gum", "gmb", "btc", "wnut17", "meantime", "re3d")
"""Sets whose names follow rules of their own (what an organisation is, where a name ends): see `labels.AUXILIARY`."""


def main() -> None:
    """Read every set that is there and write one file; what is missing is said."""
    parser = argparse.ArgumentParser(prog="python -m training.prepare", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the unpacked open sets")
    parser.add_argument("out", type=Path, help="folder for rows.jsonl")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    found: list[Row] = []
    for name, reader in READERS.items():
        try:
            got = [row for row in reader(options.data) if row.words]
        except FileNotFoundError as error:
            got = []
            print(f"{name}: not found ({error.filename})", file=sys.stderr)
        found.extend(silver.label(row) if row.heads is not None else row for row in got)
        print(f"{name}: {len(got)} sentences", file=sys.stderr)
    found.extend(datelines.rows(found))
    for row in found:
        if row.source in OTHER_RULES:
            row.others, row.names = row.names, None
    rows.write(options.out / "rows.jsonl", found)
    for layer in (*rows.LAYERS, "upos", "heads"):
        count = Counter(row.source for row in found if getattr(row, layer) is not None)
        print(f"{layer}: " + ", ".join(f"{source} {number}" for source, number in count.items()), file=sys.stderr)


if __name__ == "__main__":
    main()
