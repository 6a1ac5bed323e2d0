"""`python -m training.secondlook DATA FILE`: ECB+'s training topics -> `knowledge/en/secondlook.yml`.

One logistic regression over the pairs of marked mentions, of kinds that can be told of one deed, within a topic: what
does each sign of `crossing/incidents/sidebyside.py` say of whether they are of one deed?
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from benchmarks.goldevents import Crossed
from crossread.crossing.incidents.rows import coded, rows_of
from crossread.crossing.incidents.secondlook import agreeing
from crossread.crossing.incidents.sidebyside import compared
from crossread.crossing.incidents.weighing import Weights
from training.oneness import taught, weighed

BY_HAND = {"done when it was not yet told": -2.3}
"""Signs of which the topics say nothing, because their reports have no days; nothing is told before it is done, but
days are sometimes misread."""
HEADING = """\
# How likely two tellings are of one deed when they are looked at again (crossread/crossing/incidents/sidebyside.py):
# what each sign counts, in a logistic regression. Made by `python -m training.secondlook` from the training topics of
# ECB+ (Cybulska and Vossen 2014; annotation CC BY 3.0). Nothing here is edited by hand.
"""


def main() -> None:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(prog="python -m training.secondlook", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    options.file.write_text(HEADING + written(learned(taught(options.data))), encoding="utf-8")


def learned(topics: Iterable[Crossed]) -> Weights:
    """The weights of the signs, those of `BY_HAND` as they are."""
    tables, right, names = [], [], list[str]()
    for topic in topics:
        deeds = np.array([topic.topic.marks[mark].deed if mark is not None else "" for mark in topic.marks])
        kinds, known = coded([telling.event.kind for telling in topic.tellings])
        one, other = np.triu_indices(len(deeds), 1)
        asked = agreeing(known)[kinds[one], kinds[other]] & (deeds[one] != "") & (deeds[other] != "")
        one, other = one[asked].astype(np.int32), other[asked].astype(np.int32)
        signs = compared(rows_of(topic.tellings, topic.readings), one, other)
        names = list(signs)
        tables.append(np.stack([signs[name] for name in names], axis=1))
        right.append(deeds[one] == deeds[other])
    found = weighed(names, np.concatenate(tables).astype(np.float64), np.concatenate(right).astype(np.float64))
    return Weights(found.always, found.signs | BY_HAND)


def written(weights: Weights) -> str:
    """The file's text, weights in the order of the signs."""
    lines = [f"always: {weights.always:.3f}", "signs:"]
    return "\n".join([*lines, *(f'  "{sign}": {weight:.3f}' for sign, weight in weights.signs.items())]) + "\n"


if __name__ == "__main__":
    main()
