"""Reports whose mentions of deeds were marked by hand, deed by deed: ECB+ and the Gun Violence Corpus.

ECB+: Cybulska and Vossen 2014, annotation CC BY 3.0. Gun Violence Corpus: Vossen et al. 2018.
A `Mark` is a marked mention: characters of a report, and the name of the deed it is a mention of.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import msgspec

from crossread import pipeline
from crossread.crossing.incidents.tellings import Telling, tell
from crossread.reading.encoder.model import Encoder
from crossread.reading.events.clauses import extent, setting
from crossread.reading.events.deeds import Deed, report_deeds
from crossread.reading.events.parties import known_in
from crossread.reading.events.parts import arguments
from crossread.reading.events.victims import settled
from crossread.reading.events.words import Entry
from crossread.records import EventMention, Part, Published, Reading, Report
from crossread.trees import Tree

DEVELOPMENT = (2, 5, 12, 18, 21, 23, 34, 35)
"""ECB+ topics that the field develops on; 36 to 45 are its test."""
UNCLEAN = (15, 17)
"""ECB+ topics that the field leaves out of training."""
CLOSING = frozenset((".", ",", "'s", "n't", "?", "!", ";", ":", ")", "%", "'re", "'ve", "'ll", "’s"))


class Mark(NamedTuple):
    """A marked mention: `start` to `end` (code points) of a report, and the deed that it is of."""

    report: str
    start: int
    end: int
    deed: str


class Topic(NamedTuple):
    """Reports that are crossed together, and the mentions marked in them."""

    name: str
    reports: tuple[Report, ...]
    marks: tuple[Mark, ...]


# --------------------------------------------------------------------------- ECB+


def ecbplus(folder: Path, topics: Collection[int]) -> Iterator[Topic]:
    """The topics of ECB+, with the mentions of the sentences that were checked."""
    checked: dict[str, set[int]] = defaultdict(set)
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            checked[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    for number in sorted(topics):
        found = [_ecb_report(path, checked[path.stem]) for path in sorted((folder / str(number)).glob("*.xml"))]
        yield Topic(str(number), tuple(r for r, _ in found), tuple(m for _, marks in found for m in marks))


def _ecb_report(path: Path, checked: Collection[int]) -> tuple[Report, list[Mark]]:
    root = ElementTree.parse(path).getroot()
    text, at = _text(root)
    markables = list(root.find("Markables") or ())
    names = {m.get("m_id"): m.get("instance_id") for m in markables}
    deed_of = {}
    for relation in root.find("Relations") or ():
        target = relation.find("target")
        known = names.get(target.get("m_id")) if target is not None and relation.tag == "CROSS_DOC_COREF" else None
        for source in relation.findall("source"):
            deed_of[source.get("m_id")] = known or f"{path.stem}:{relation.get('r_id')}"
    marks = []
    for m in markables:
        words = [anchor.get("t_id") for anchor in m.findall("token_anchor")]
        if words and m.tag.startswith(("ACTION", "NEG_ACTION")) and at[words[0]][2] in checked:
            deed = deed_of.get(m.get("m_id"), f"{path.stem}:alone:{m.get('m_id')}")
            marks.append(Mark(path.stem, at[words[0]][0], at[words[-1]][1], deed))
    return Report(path.stem, "", text), sorted(marks)


def _text(root: ElementTree.Element) -> tuple[str, dict[str | None, tuple[int, int, int]]]:
    """The words put together, sentences as paragraphs; start, end and sentence of each word by its id."""
    parts, at, place, last, before = [], {}, 0, -1, ""
    for token in root.iter("token"):
        word, sentence = token.text or "", int(token.get("sentence") or 0)
        gap = "" if last < 0 else "\n\n" if sentence != last else " "
        if gap == " " and (word in CLOSING or before in ("(", "$", "``")):
            gap = ""
        parts += [gap, word]
        at[token.get("t_id")] = (place + len(gap), place + len(gap) + len(word), sentence)
        place, last, before = place + len(gap) + len(word), sentence, word
    return "".join(parts), at


# --------------------------------------------------------------------------- Gun Violence Corpus


def gunviolence(mentions: Path, reports: Path, split: str) -> Topic:
    """One part ("dev", "train") of the corpus: all its reports together."""
    rows = [json.loads(line) for line in mentions.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["split"] == split and row["trigger_ok"]]
    wanted = {row["doc"] for row in rows}
    made, offset = {}, {}
    for line in reports.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["id"] in wanted:
            day = date.fromisoformat(row["dct"])
            text, published = f"{row['title']}\n\n{row['content']}", Published(day, day, "metadata")
            made[row["id"]] = Report(row["id"], row["url"], text, title=row["title"], published=published)
            offset[row["id"]] = len(row["title"]) + 2
    marks = []
    for row in rows:
        ahead = 0 if row["part"] == "title" else offset[row["doc"]]
        marks.append(Mark(row["doc"], row["start"] + ahead, row["end"] + ahead, row["cluster"]))
    return Topic(f"gun violence {split}", tuple(made[name] for name in sorted(made)), tuple(sorted(marks)))


# --------------------------------------------------------------------------- marks read as the tool reads deeds


def marked(report: Report, reading: Reading, marks: Sequence[Mark]) -> Reading:
    """The reading with the marked mentions, in their order, in place of the deeds that the tool found itself."""
    trees = [Tree(sentence) for sentence in reading.sentences]
    found = settled(trees, report_deeds(trees))
    return msgspec.structs.replace(reading, events=tuple(_event(report, reading, trees, found, m) for m in marks))


def _event(
    report: Report, reading: Reading, trees: Sequence[Tree], found: Sequence[Sequence[Deed]], mark: Mark
) -> EventMention:
    number = next(k for k, tree in enumerate(trees) if mark.start < tree.sentence.end)
    tree = trees[number]
    words = [k for k, t in enumerate(tree.tokens) if t.start < mark.end and t.end > mark.start] or [0]
    known = known_in(
        tree,
        [(k, m) for k, m in enumerate(reading.mentions) if _inside(m.span.start, tree)],
        [(k, t) for k, t in enumerate(reading.times) if _inside(t.span.start, tree)],
    )
    deeds = found[number]
    deed = next((d for d in deeds if d.word in words), None)
    if deed is None:
        head = next((k for k in words if tree.tokens[k].head not in words), words[0])
        noun = tree.tokens[head].pos not in ("VERB", "AUX")
        deed = Deed(head, words[0], words[-1], Entry(type="", kind="=" + tree.tokens[head].lemma.lower()), noun)
        deeds = sorted([*deeds, deed], key=lambda d: d.word)
    parties = arguments(tree, deed, known)
    where, when = setting(tree, deed, deeds, known, number < 3)
    own = next((e for e in reading.events if e.trigger.start < mark.end and mark.start < e.trigger.end), None)
    parts = []
    for party in parties:
        index = known.mention_of(party)
        span = tree.span(report, party.first, party.last) if index is None else reading.mentions[index].span
        parts.append(Part(party.role, span, index))
    others = [d.word for d in deeds if d.word != deed.word]
    return EventMention(
        trigger=tree.span(report, words[0], words[-1]),
        span=tree.span(report, *extent(tree, deed, parties, others)),
        type=deed.entry.type,
        status=own.status if own else "happened",
        parts=tuple(parts),
        places=where,
        times=when,
        statement=own.statement if own else None,
        instrument=deed.instrument,
        background=own.background if own else False,
        sentence=number,
        kind=deed.entry.kind,
    )


def _inside(place: int, tree: Tree) -> bool:
    return tree.sentence.start <= place < tree.sentence.end


# --------------------------------------------------------------------------- read and crossed


class Crossed(NamedTuple):
    """A topic read, its deeds ready to be compared; `marks`: for each telling the mark (an index) that it meets."""

    topic: Topic
    readings: tuple[Reading, ...]
    tellings: tuple[Telling, ...]
    marks: tuple[int | None, ...]


def crossed(topic: Topic, encoder: Encoder, own: bool = False) -> Crossed:
    """The topic's reports read, with the marks as their deeds, or with `own` the deeds that the tool finds itself."""
    reports = sorted(topic.reports, key=lambda report: report.id)
    readings = [pipeline.read(report, encoder.analyse(report.id, report.text)) for report in reports]
    if not own:
        readings = [
            marked(report, reading, [mark for mark in topic.marks if mark.report == report.id])
            for report, reading in zip(reports, readings, strict=True)
        ]
    made = {"reports": tuple(reports), "readings": tuple(readings)}
    for wanted in ("resolved", "actors", "places"):
        made = pipeline.run(pipeline.leading_to(wanted, pipeline.CROSSING, made), **made)
    told = tell(made["dated"], readings, made["resolved"], made["actors"], made["places"])
    tellings = tuple(telling for tellings in told for telling in tellings)
    return Crossed(topic, tuple(readings), tellings, _met(tellings, topic.marks))


def _met(tellings: Sequence[Telling], marks: Sequence[Mark]) -> tuple[int | None, ...]:
    """For each telling the first mark, not yet taken, that its words overlap."""
    of_report: dict[str, list[int]] = defaultdict(list)
    for k, mark in enumerate(marks):
        of_report[mark.report].append(k)
    found: list[int | None] = []
    for telling in tellings:
        left, trigger = of_report[telling.at[0]], telling.event.trigger
        met = next((k for k in left if marks[k].start < trigger.end and trigger.start < marks[k].end), None)
        if met is not None:
            left.remove(met)
        found.append(met)
    return tuple(found)
