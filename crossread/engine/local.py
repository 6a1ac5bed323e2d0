"""Reading on one machine: one encoder a process, one process a core.

Reading is a pure function of one report, so it may run anywhere and in any order; the readings come back in the order
of the reports. Each process holds its own encoder with one thread: two threads in one session spin-wait for each other
on a busy machine.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from crossread import pipeline
from crossread.reading.encoder import Encoder
from crossread.records import Reading, Report

WORTH_SPREADING = 24
"""Reports below which one process is as fast: starting a second one costs about as much as reading ten reports."""

_encoder: Encoder | None = None


def read_all(
    reports: Sequence[Report], *, workers: int | None = None, progress: Callable[[str], None] | None = None
) -> Iterator[Reading]:
    """The readings of `reports`, in their order; `workers` processes (by default one a core, one for few reports).

    `progress` is called with each report's source when it has been read.
    """
    wanted = workers or (_cores() if len(reports) >= WORTH_SPREADING else 1)
    for report, reading in zip(reports, _here(reports) if wanted == 1 else _spread(reports, wanted), strict=True):
        if progress:
            progress(report.source)
        yield reading


def _here(reports: Sequence[Report]) -> Iterator[Reading]:
    encoder = Encoder()
    for report in reports:
        yield pipeline.read(report, encoder.analyse(report.id, report.text))


def _spread(reports: Sequence[Report], workers: int) -> Iterator[Reading]:
    # "spawn": an encoder that this process has already loaded must not be forked, its threads would be missing.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start) as pool:
        yield from pool.map(_read, reports, chunksize=4)


def _start() -> None:
    global _encoder
    _encoder = Encoder()


def _read(report: Report) -> Reading:
    assert _encoder is not None
    return pipeline.read(report, _encoder.analyse(report.id, report.text))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
