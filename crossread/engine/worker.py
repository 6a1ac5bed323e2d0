"""A process that reads: reports come in on standard input, readings go out on standard output, until the input ends."""

from __future__ import annotations

import os
import sys

import msgspec

from crossread import pipeline
from crossread.engine import frames
from crossread.reading.encoder.model import Encoder
from crossread.records import Report


def main() -> None:
    """Answer each report with its reading."""
    # Whatever else is printed in this process must not stand between the readings.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr
    encoder = Encoder()
    decoder, encoded = msgspec.msgpack.Decoder(Report), msgspec.msgpack.Encoder()
    while (message := frames.read(sys.stdin.buffer)) is not None:
        report = decoder.decode(message)
        frames.write(out, encoded.encode(pipeline.read(report, encoder.analyse(report.id, report.text))))


if __name__ == "__main__":
    main()
