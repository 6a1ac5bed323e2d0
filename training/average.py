"""`python -m training.average FIRST SECOND OUT [--share 0.7]`: the weights half-way between two rounds of one training.

FIRST must have gone onward from SECOND, or both from one model: only then do their weights mean the same.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch


def main() -> None:
    """Write the mean of two network.pt, weighted, with the labels of the first."""
    parser = argparse.ArgumentParser(prog="python -m training.average", description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--share", type=float, default=0.7, help="the first one's share")
    options = parser.parse_args()
    first, second = (torch.load(folder / "network.pt") for folder in (options.first, options.second))
    options.out.mkdir(parents=True, exist_ok=True)
    shutil.copy(options.first / "labels.json", options.out)
    mean = {
        name: options.share * weight + (1 - options.share) * second[name] if weight.is_floating_point() else weight
        for name, weight in first.items()
    }
    torch.save(mean, options.out / "network.pt")


if __name__ == "__main__":
    main()
