"""Reading on one machine: one encoder a process, one process a core.

Reading is a pure function of one report, so it may run anywhere and in any order; the readings come back in the order
of the reports. Each process holds its own encoder with one thread: two threads in one session spin-wait for each other
on a busy machine. The processes are plain `python -m crossread.engine.worker`, fed through their pipes: unlike
multiprocessing's they never run the caller's own script again, so a script of one line may call for a dossier.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import msgspec

from crossread import pipeline
from crossread.engine import frames
from crossread.reading.encoder.model import Encoder
from crossread.records import Reading, Report

WORTH_SPREADING = 24
"""Reports below which one process is as fast: starting a second one costs about as much as reading ten reports."""


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
    """One thread for each worker process: it writes a report into the pipe and waits for the reading."""
    processes: list[subprocess.Popen[bytes]] = []
    mine = threading.local()

    def start() -> None:
        mine.process = _start()
        processes.append(mine.process)

    def read(report: Report) -> Reading:
        return _ask(mine.process, report)

    pool = ThreadPoolExecutor(workers, initializer=start)
    try:
        yield from pool.map(read, reports)
    finally:
        pool.shutdown(cancel_futures=True)
        for process in processes:
            _stop(process)


def _start() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "crossread.engine.worker"]
    # The worker finds the modules where this process found them, whatever made them findable here.
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)


def _ask(process: subprocess.Popen[bytes], report: Report) -> Reading:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        frames.write(process.stdin, msgspec.msgpack.encode(report))
        answer = frames.read(process.stdout)
    except BrokenPipeError:
        answer = None
    if answer is None:
        raise RuntimeError(f"the process that read {report.source} ended (exit code {process.wait()})")
    return msgspec.msgpack.decode(answer, type=Reading)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Closing its input ends a worker; it is waited for, so that none is left behind."""
    assert process.stdin is not None
    assert process.stdout is not None
    with contextlib.suppress(BrokenPipeError):  # one that has ended already, with words for it still in the pipe
        process.stdin.close()
    process.wait()
    process.stdout.close()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
