"""`python -m training.networks DATA FILE`: ECB+'s training topics -> `benchmarks/learned/networks.npz`.

Two small networks: are two tellings of one deed, first looked at alone, then with what the likeness of all others says?
Each is taught by what the one before it gives for a topic by weights that other topics taught.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.goldevents import Crossed
from benchmarks.learned.circumstances import side_by_side
from benchmarks.learned.company import company
from benchmarks.learned.network import Network, rows, weighed
from benchmarks.learned.networks import telling_signs
from benchmarks.learned.pairwise import Matrix, equal
from training.oneness import PARTS, deeds_of, fit, reports_of, taught
from training.smallnet import taught as nets


def main() -> None:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(prog="python -m training.networks", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    np.savez_compressed(options.file, **kept(learned(list(taught(options.data)))))


def learned(topics: Sequence[Crossed]) -> dict[str, Network]:
    """The networks by their names."""
    reports = [reports_of(topic) for topic in topics]
    found = []
    for k, topic in enumerate(topics):
        others = fit(pairs for n, pairs in enumerate(reports) if n % PARTS != k % PARTS)
        signs = telling_signs(topic.tellings, topic.readings, others, side_by_side(topic.tellings, topic.readings))
        found.append(({name: sign.astype(np.float32) for name, sign in signs.items()}, equal(deeds_of(topic)) > 0))
    alone = _network(found)
    others_say = [_network([pairs for k, pairs in enumerate(found) if k % PARTS != part]) for part in range(PARTS)]
    for k, topic in enumerate(topics):
        answer = weighed(found[k][0], others_say[k % PARTS])
        found[k][0].update(company(answer, [telling.at[0] for telling in topic.tellings]))
    return {"alone": alone, "together": _network(found)}


def _network(groups: Sequence[tuple[dict[str, Matrix], Matrix]]) -> Network:
    names = tuple(groups[0][0])
    pairs = [np.triu_indices(len(same), 1) for _, same in groups]
    table = np.concatenate([rows(found, names, each) for (found, _), each in zip(groups, pairs, strict=True)])
    return nets(names, table, np.concatenate([same[each] for (_, same), each in zip(groups, pairs, strict=True)]))


def kept(networks: dict[str, Network]) -> dict[str, Matrix]:
    """The networks as arrays, weights in half precision."""
    found = {f"{name} signs": np.array(known.signs) for name, known in networks.items()}
    for name, known in networks.items():
        for field, values in zip(Network._fields[1:], known[1:], strict=True):
            found[f"{name} {field}"] = values.astype(np.float32 if field in ("mean", "spread") else np.float16)
    return found


if __name__ == "__main__":
    main()
