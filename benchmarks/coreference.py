"""Which mentions are of one deed, over many reports? MUC, B-cubed, CEAF-e, their mean (CoNLL F1), LEA, in per cent.

    python -m benchmarks.coreference ECBPLUS_FOLDER [TOPIC …] [--own] [--floor 75]
    python -m benchmarks.coreference MENTIONS.jsonl REPORTS.jsonl [--split dev] [--own]

The first form takes ECB+, each topic crossed by itself (unless told otherwise topics 2 5 12 18 21 23 34 35, which the
field develops on); the second the Gun Violence Corpus, all its reports together. The mentions are those that people
marked; with `--own` they are those that the tool finds: a marked mention is found if one overlaps it, the others count
as missed, and what the tool finds where nothing is marked is left out, since only some sentences were. Four answers
are scored:

    same word    mentions of one base form in a topic are one deed: the field's simple baseline
    incidents    what the tool's incidents are merged from
    oneness      what is learned of ECB+'s other topics (benchmarks/learned); the tool does not use it
    networks     the same by small networks over more signs
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path

from benchmarks.clusters import Score, scores
from benchmarks.command import command, there
from benchmarks.goldevents import DEVELOPMENT, Crossed, Topic, crossed, ecbplus, gunviolence
from benchmarks.learned.networks import networked
from benchmarks.learned.oneness import deeds
from crossread.crossing.incidents.merging import across
from crossread.crossing.incidents.retelling import in_report
from crossread.crossing.incidents.secondlook import look_again
from crossread.crossing.incidents.tellings import Telling
from crossread.crossing.themes import compare
from crossread.reading.encoder.model import Encoder

ANSWERS = ("same word", "incidents", "oneness", "networks")
Clusters = list[list[Hashable]]


def answer(name: str, topic: Crossed) -> list[list[int]]:
    """The tellings of a topic as one of `ANSWERS` groups them."""
    if name == "networks":
        return networked(topic.tellings, topic.readings)
    if name == "oneness":
        return deeds(topic.tellings, topic.readings)
    if name == "incidents":
        return _incidents(topic)
    return _alike([telling.word for telling in topic.tellings])


def _alike(values: Sequence[Hashable]) -> list[list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for k, value in enumerate(values):
        found[value].append(k)
    return list(found.values())


def _incidents(topic: Crossed) -> list[list[int]]:
    number = {telling.at: k for k, telling in enumerate(topic.tellings)}
    by_report: dict[str, list[Telling]] = defaultdict(list)
    for telling in topic.tellings:
        by_report[telling.at[0]].append(telling)
    near = compare(topic.readings).pairs()
    clusters = [cluster for tellings in by_report.values() for cluster in in_report(tellings)]
    joined = look_again(list(across(clusters, near)), topic.readings, near)
    return [[number[telling.at] for telling in deed.members] for deed in joined]


def key_and_answer(name: str, topic: Crossed) -> tuple[Clusters, Clusters]:
    """The deeds as people marked them and as the tool groups them; mentions that are not marked are left out."""
    key = [[(topic.topic.name, m) for m in group] for group in _marked(topic.topic)]
    got = [
        [(topic.topic.name, mark) for k in group if (mark := topic.marks[k]) is not None]
        for group in answer(name, topic)
    ]
    return key, [group for group in got if group]


def _marked(topic: Topic) -> Iterator[list[int]]:
    yield from _alike([mark.deed for mark in topic.marks])


def measure(topics: Sequence[Crossed]) -> dict[str, dict[str, Score]]:
    """Every score of every answer."""
    found = {}
    for name in ANSWERS:
        pairs = [key_and_answer(name, topic) for topic in topics]
        found[name] = scores([c for key, _ in pairs for c in key], [c for _, got in pairs for c in got])
    return found


def main(arguments: list[str] | None = None) -> int:
    """Read, cross, print; 1 if the better learned answer's CoNLL F1 is below the floor."""
    parser = command("coreference", __doc__)
    parser.add_argument("data", type=Path, help="the folder of ECB+, or the mentions of the Gun Violence Corpus")
    parser.add_argument("more", nargs="*", help="topics, or the file of the reports")
    parser.add_argument("--split", default="dev", help="part of the Gun Violence Corpus")
    parser.add_argument("--own", action="store_true", help="the mentions that the tool finds itself")
    parser.add_argument("--floor", type=float, default=0.0, help="fail below this CoNLL F1, in per cent")
    given = parser.parse_args(arguments)
    if not there(given.data):
        return 0
    if given.data.is_dir():
        topics = list(ecbplus(given.data, [int(number) for number in given.more] or DEVELOPMENT))
    else:
        topics = [gunviolence(given.data, Path(given.more[0]), given.split)]
    encoder = Encoder()
    read = [crossed(topic, encoder, given.own) for topic in topics]
    marks = sum(len(topic.marks) for topic in topics)
    found = sum(mark is not None for topic in read for mark in topic.marks)
    print(f"reports {sum(len(t.reports) for t in topics)}  mentions {marks}, of which looked at {found}")
    measured = measure(read)
    for name, shown in measured.items():
        print(f"{name:10}", "  ".join(f"{measure} {100 * score.f:.1f}" for measure, score in shown.items()))
    return int(100 * max(measured[name]["CoNLL"].f for name in ("oneness", "networks")) < given.floor)


if __name__ == "__main__":
    sys.exit(main())
