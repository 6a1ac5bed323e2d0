"""`python -m training.oneness DATA FILE`: ECB+'s training topics -> `benchmarks/learned/oneness.yml`.

Two logistic regressions: are two reports of one story, are two tellings of one deed? The second takes the first's
answer, as given for a topic by weights that other topics taught.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.goldevents import DEVELOPMENT, UNCLEAN, Crossed, crossed, ecbplus
from benchmarks.learned.contents import rarity, report_signs
from benchmarks.learned.oneness import one_story
from benchmarks.learned.pairwise import Matrix, equal, shared
from benchmarks.learned.signs import signs
from crossread.crossing.incidents.weighing import Weights
from crossread.reading.encoder.model import Encoder

PARTS = 5
"""Parts of the topics, each of which the others teach."""
PENALTY = 10.0
"""How strongly weights are held near 0 (L2, of signs in units of their deviation): it makes little difference."""
STEPS = 25
"""Newton steps; the weights stand still after about ten."""
LEAST = 0.3
"""How likely tellings of one deed are on average at least: .25 to .4 are as good on ECB+'s development topics, .15 to
.25 on the Gun Violence Corpus."""
HEADING = """\
# How likely two reports are of one story, and two tellings of one deed (oneness.py): what
# each sign counts, in a logistic regression. Made by `python -m training.oneness` from the training topics of ECB+
# (Cybulska and Vossen 2014; annotation CC BY 3.0). Nothing here is edited by hand.
"""
Pairs = tuple[dict[str, Matrix], Matrix]


def main() -> None:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(prog="python -m training.oneness", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    options.file.write_text(HEADING + written(*learned(list(taught(options.data)))), encoding="utf-8")


def taught(data: Path) -> Iterator[Crossed]:
    """ECB+'s training topics, read, with their marked mentions; `data` is the folder that holds `ecbplus/`."""
    encoder = Encoder()
    topics = [topic for topic in range(1, 36) if topic not in (*DEVELOPMENT, *UNCLEAN)]
    return (crossed(topic, encoder) for topic in ecbplus(data / "ecbplus", topics))


def learned(topics: Sequence[Crossed]) -> tuple[Weights, Weights]:
    """The weights for reports and for tellings."""
    reports = [reports_of(topic) for topic in topics]
    tellings = []
    for k, topic in enumerate(topics):
        others = fit(pairs for n, pairs in enumerate(reports) if n % PARTS != k % PARTS)
        rare = rarity(topic.readings)
        story = one_story(topic.readings, rare, others)
        tellings.append((signs(topic.tellings, topic.readings, story, rare), equal(deeds_of(topic))))
    return fit(reports), fit(tellings)


def deeds_of(topic: Crossed) -> list[str]:
    """The deed of each telling."""
    return [topic.topic.marks[mark].deed for mark in topic.marks if mark is not None]


def reports_of(topic: Crossed) -> Pairs:
    """The signs of each two reports, and whether they tell a deed in common."""
    told: dict[str, set[str]] = {reading.report: set() for reading in topic.readings}
    for telling, deed in zip(topic.tellings, deeds_of(topic), strict=True):
        told[telling.at[0]].add(deed)
    return report_signs(topic.readings, rarity(topic.readings)), shared(list(told.values())) > 0


def fit(groups: Iterable[Pairs]) -> Weights:
    """The weights by which the signs of pairs tell best whether the pair is one, pairs of a group among themselves."""
    names: list[str] = []
    rows, right = [], []
    for found, same in groups:
        names = names or list(found)
        pairs = np.triu_indices(len(same), 1)
        rows.append(np.stack([found[name][pairs] for name in names], axis=1))
        right.append(same[pairs])
    return weighed(names, np.concatenate(rows), np.concatenate(right).astype(np.float64))


def weighed(names: Sequence[str], table: Matrix, wanted: Matrix) -> Weights:
    """The weights by which signs, a column each, tell best whether a row is one (1) or not (0)."""
    mean, spread = table.mean(axis=0), table.std(axis=0)
    spread[spread == 0] = 1.0
    always, weights = _newton((table - mean) / spread, wanted)
    weights = weights / spread
    return Weights(float(always - weights @ mean), dict(zip(names, map(float, weights), strict=True)))


def _newton(table: Matrix, wanted: Matrix) -> tuple[float, Matrix]:
    width = table.shape[1] + 1
    guess = np.zeros(width)
    held = np.full(width, PENALTY)
    held[-1] = 1e-6
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-(table @ guess[:-1] + guess[-1])))
        off, sure = wanted - likely, likely * (1 - likely)
        slope = np.append(table.T @ off, off.sum()) - held * guess
        bend = np.zeros((width, width))
        bend[:-1, :-1] = (table * sure[:, None]).T @ table
        bend[:-1, -1] = bend[-1, :-1] = table.T @ sure
        bend[-1, -1] = sure.sum()
        guess = guess + np.linalg.solve(bend + np.diag(held), slope)
    return float(guess[-1]), guess[:-1]


def written(reports: Weights, tellings: Weights) -> str:
    """The file's text, weights in the order of the signs."""
    lines = [f"least: {LEAST}"]
    for name, weights in (("reports", reports), ("tellings", tellings)):
        lines += [f"{name}:", f"  always: {weights.always:.4f}", "  signs:"]
        lines += [f'    "{sign}": {weight:.4f}' for sign, weight in weights.signs.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
