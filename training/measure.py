"""`python -m training.measure DATA MODEL...`: quality of models (fp32, int8) on text they were not trained on.

Prints a table, and writes it as JSON for the card. Sets that are not there are left out, and that is said.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from crossread.reading.encoder.model import Encoder
from training.measures import sentences, texts

MEASURES: dict[str, Callable[[Encoder, Path], dict[str, float]]] = {
    "names, UNER EWT test, span F1": sentences.names,
    "names, the same in capitals": sentences.names_in_capitals,
    "trees, UD EWT test": sentences.trees_ewt,
    "trees, GUM held-out": sentences.trees_gum,
    "deeds, MEANTIME held-out": sentences.deeds_meantime,
    "deeds, ECB+ dev topics": sentences.deeds_ecb,
    "status of deeds, UDS on EWT dev": sentences.status_uds,
    "status of deeds, UDS on EWT test": sentences.status_uds_test,
    "own reports held back, span F1": sentences.own_reports,
    "dates, TimeBank, span F1": texts.dates,
    "dates, AQUAINT, span F1": texts.dates_unread,
    "statements, PolNeAR dev, token F1": texts.statements,
    "statements, PolNeAR dev, span F1": texts.statement_spans,
    "statements, PolNeAR train, token F1": texts.statements_unread,
    "statements, PolNeAR train, span F1": texts.statement_spans_unread,
    "embedding, PolNeAR dev": texts.neighbours,
}


def main() -> None:
    """Measure every model on every set."""
    parser = argparse.ArgumentParser(prog="python -m training.measure", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, help="where to write the figures as JSON")
    parser.add_argument("--only", default="", help="measure only what has these characters in its name")
    options = parser.parse_args()
    found: dict[str, dict[str, list[float]]] = {}
    for (measure, figure), value in _figures(options.data, options.models, options.only):
        found.setdefault(measure, {}).setdefault(figure, []).append(value)
    for name, figures in found.items():
        print(name)
        for figure, values in figures.items():
            print(f"  {figure:<24}" + "".join(f"{100 * value:8.1f}" for value in values))
    if options.out:
        options.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _figures(data: Path, models: list[Path], only: str) -> Iterator[tuple[tuple[str, str], float]]:
    for model in models:
        encoder = Encoder(model)
        for name, measure in MEASURES.items():
            if only not in name:
                continue
            begun = time.time()
            try:
                figures = measure(encoder, data)
            except FileNotFoundError as error:
                print(f"{name}: not measured, no {error.filename}", file=sys.stderr)
                continue
            print(f"{model}: {name}, {time.time() - begun:.0f} s", file=sys.stderr)
            yield from (((name, figure), value) for figure, value in figures.items())


if __name__ == "__main__":
    main()
