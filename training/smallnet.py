"""Small networks over signs of pairs (`benchmarks/learned/network.py`), taught with numpy alone in a minute."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.learned.network import Floats, Network, scaled

WIDTH, NETS = 64, 3
ROUNDS, BATCH = 5, 2048
PACE = 2e-3
"""Step of Adam at its most; it rises for a fifth of the steps and falls to nothing."""
DROPPED = 0.2
"""Share of the units that each step does without."""
DECAY = 1e-2
BETA = (0.9, 0.999)


def taught(names: Sequence[str], table: Floats, right: NDArray[np.bool_]) -> Network:
    """The networks by which signs, a column each, tell best whether a row is one."""
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-6
    bare = Network(tuple(names), mean, spread, *(np.zeros(0, np.float32) for _ in range(4)))
    rows, wanted = scaled(table, bare), right.astype(np.float32)
    nets = [_one(rows, wanted, np.random.default_rng(seed)) for seed in range(NETS)]
    into, shift, out, always = (np.stack(part) for part in zip(*nets, strict=True))
    return bare._replace(into=into, shift=shift, out=out, always=always[:, 0])


def _one(rows: Floats, wanted: Floats, draw: np.random.Generator) -> list[Floats]:
    """One network: Adam with decay on cross-entropy."""
    count, signs = rows.shape
    wide, narrow = signs**-0.5, WIDTH**-0.5
    net = [
        draw.uniform(-edge, edge, shape).astype(np.float32)
        for edge, shape in ((wide, (signs, WIDTH)), (wide, (WIDTH,)), (narrow, (WIDTH,)), (narrow, (1,)))
    ]
    first, second = [np.zeros_like(part) for part in net], [np.zeros_like(part) for part in net]
    steps = ROUNDS * -(-count // BATCH)
    step = 0
    for _ in range(ROUNDS):
        order = draw.permutation(count)
        for k in range(0, count, BATCH):
            step += 1
            some = order[k : k + BATCH]
            slopes = _slopes(net, rows[some], wanted[some], draw)
            pace = _pace(step / steps)
            for n, slope in enumerate(slopes):
                first[n] = BETA[0] * first[n] + (1 - BETA[0]) * slope
                second[n] = BETA[1] * second[n] + (1 - BETA[1]) * slope**2
                turn = first[n] / (1 - BETA[0] ** step) / (np.sqrt(second[n] / (1 - BETA[1] ** step)) + 1e-8)
                net[n] = (net[n] * (1 - pace * DECAY) - pace * turn).astype(np.float32)
    return net


def _pace(done: float) -> float:
    return PACE * (done / 0.2 if done < 0.2 else 0.5 * (1 + float(np.cos(np.pi * (done - 0.2) / 0.8))))


def _slopes(net: Sequence[Floats], rows: Floats, wanted: Floats, draw: np.random.Generator) -> list[Floats]:
    into, shift, out, always = net
    hidden = np.maximum(rows @ into + shift, 0)
    kept = (draw.random(hidden.shape, dtype=np.float32) >= DROPPED).astype(np.float32) / (1 - DROPPED)
    used = hidden * kept
    off = ((1 / (1 + np.exp(-(used @ out + always[0]))) - wanted) / len(rows)).astype(np.float32)
    back = np.outer(off, out) * kept * (hidden > 0)
    return [rows.T @ back, back.sum(axis=0), used.T @ off, np.array([off.sum()], np.float32)]
