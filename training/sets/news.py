"""News marked for events, dates and sources: MEANTIME (CC BY 4.0), ECB+ (marks CC BY 3.0), re3d (OGL and others)."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

from crossread.reading.encoder.sentences import cut
from training.relative import widened
from training.rows import SOME_DEED, UNSAID, Row, listed, recut, stretches, tag
from training.sets.names import without_titles

PREPOSITIONS = ("on", "in", "at", "by", "since", "until", "during", "of", "for")
COMPLETE = 6
"""MEANTIME is annotated throughout only in the first six sentences of each report."""
ECB_HELD_OUT = listed("2 5 12 18 21 23 34 35")
MODALS = listed("will would could may might should to shall can must if unless whether plan plans threaten 'll")
DATES, LASTING = ("DATE", "TIME"), ("DURATION", "SET")


def meantime(folder: Path, *, held_out: bool = False) -> Iterator[Row]:
    """Names, dates, deeds and who says; every sixth report is kept to measure on."""
    for number, path in enumerate(sorted((folder / "meantime").glob("*/*/*.xml"))):
        if (number % 6 == 5) == held_out:
            yield from _meantime_rows(path)


def _meantime_rows(path: Path) -> Iterator[Row]:
    root = Xml.parse(path).getroot()
    place, sentences = _tokens(root)
    layers = {s: _blank(len(words)) for s, words in sentences.items()}
    types = _entity_types(root)
    mentions = {}
    for mark in root.iter():
        span = _anchors(mark, place)
        if span is None or span[0] not in layers:
            continue
        mentions[mark.get("m_id", "")] = span
        sentence, first, last = span
        words = sentences[sentence]
        if mark.tag == "TIMEX3":
            _set(layers[sentence]["times"], first, last, "DATE" if mark.get("type") in DATES else UNSAID)
        elif mark.tag == "EVENT_MENTION" and mark.get("polarity"):
            _set(layers[sentence]["deeds"], first, last, _status(mark))
        elif mark.tag == "ENTITY_MENTION" and mark.get("syntactic_type") == "NAM":
            kind = types.get(mark.get("m_id", ""), UNSAID)
            capital = all(
                word[:1].isupper() or word in ("of", "and", "&", "-", "the", "for") for word in words[first : last + 1]
            )
            clear = capital and words[first][:1].isupper() and kind in ("PER", "ORG", "LOC")
            _set(layers[sentence]["names"], first, last, kind if clear else UNSAID)
    for sentence, words in sentences.items():
        if sentence < COMPLETE and words:
            names = _unsure(words, layers[sentence]["names"])
            yield recut("meantime", f"{path.stem}-{sentence}", words, **{**layers[sentence], "names": names})


def _unsure(words: list[str], names: list[str]) -> list[str]:
    """Capitalised words that no mention covers are left unsaid: MEANTIME marks what matters to the story."""
    return [
        UNSAID if label == "O" and word[:1].isupper() and i else label
        for i, (word, label) in enumerate(zip(words, names, strict=True))
    ]


def _blank(count: int) -> dict[str, list[str]]:
    return {layer: ["O"] * count for layer in ("names", "times", "deeds")}


def _set(labels: list[str], first: int, last: int, label: str) -> None:
    if any(old[:2] in ("B-", "I-") for old in labels[first : last + 1]):
        return
    if label == UNSAID:
        labels[first : last + 1] = [UNSAID] * (last - first + 1)
    else:
        tag(labels, first, last, label)


def _status(mark: Any) -> str:
    if mark.get("polarity") == "NEG":
        return "NOT"
    certain = mark.get("certainty") == "CERTAIN" and mark.get("time") == "NON_FUTURE"
    return "HAPPENED" if certain and mark.get("special_cases") in ("NONE", "") else "POSSIBLE"


def _entity_types(root: Any) -> dict[str, str]:
    kinds = {e.get("m_id"): e.get("ent_type", "") for e in root.iter("ENTITY")}
    types = {}
    for link in root.iter("REFERS_TO"):
        target = link.find("target")
        if target is not None:
            for source in link.findall("source"):
                types[source.get("m_id")] = kinds.get(target.get("m_id"), "")
    return types


def _tokens(root: Any) -> tuple[dict[str, tuple[int, int]], dict[int, list[str]]]:
    """Token id -> (sentence, index), and each sentence's words."""
    place: dict[str, tuple[int, int]] = {}
    sentences: dict[int, list[str]] = defaultdict(list)
    for token in root.iter("token"):
        words = sentences[int(token.get("sentence"))]
        place[token.get("t_id")] = (int(token.get("sentence")), len(words))
        words.append((token.text or "_").strip() or "_")
    return place, sentences


def _anchors(mark: Any, place: dict[str, tuple[int, int]]) -> tuple[int, int, int] | None:
    """(sentence, first, last) of a markable that stands in one unbroken stretch."""
    spots = sorted(place[a.get("t_id")] for a in mark.findall("token_anchor") if a.get("t_id") in place)
    if not spots or spots[0][0] != spots[-1][0] or spots[-1][1] - spots[0][1] != len(spots) - 1:
        return None
    return spots[0][0], spots[0][1], spots[-1][1]


def ecbplus(folder: Path, *, held_out: bool = False) -> Iterator[Row]:
    """Deeds and dates of the sentences that were annotated in full."""
    listed = folder / "ecbplus/ECBplus_coreference_sentences.csv"
    if not listed.is_file():
        return
    with listed.open(encoding="utf-8") as file:
        chosen = {(row[0], f"{row[0]}_{row[1]}.xml", int(row[2])) for row in list(csv.reader(file))[1:]}
    for topic, name in sorted({entry[:2] for entry in chosen}):
        path = folder / "ecbplus" / topic / name
        if path.is_file() and (topic in ECB_HELD_OUT) == held_out:
            yield from _ecb_rows(path, {sentence for t, n, sentence in chosen if (t, n) == (topic, name)})


def _ecb_rows(path: Path, chosen: set[int]) -> Iterator[Row]:
    root = Xml.parse(path).getroot()
    place, sentences = _tokens(root)
    layers = {s: _blank(len(words)) for s, words in sentences.items()}
    for mark in root.iter():
        span = _anchors(mark, place)
        if span is None:
            continue
        sentence, first, last = span
        if mark.tag.startswith("TIME_"):
            if first < last and sentences[sentence][first].lower() in PREPOSITIONS:
                first += 1  # only ECB+ takes "on" into "on Tuesday"
            _set(
                layers[sentence]["times"],
                first,
                last,
                "DATE" if mark.tag in ("TIME_DATE", "TIME_OF_THE_DAY") else UNSAID,
            )
        elif "ACTION_" in mark.tag:
            _set(layers[sentence]["deeds"], first, last, _ecb_status(mark.tag, sentences[sentence][:first]))
    for sentence in sorted(chosen & set(sentences)):
        words, marks = sentences[sentence], layers[sentence]
        if any(label != "O" for label in marks["deeds"]):
            yield recut("ecbplus", f"{path.stem}-{sentence}", words, times=marks["times"], deeds=marks["deeds"])


def _ecb_status(kind: str, before: list[str]) -> str:
    """ECB+ tells "not" alone; a modal close before makes a deed possible, else its status stays open."""
    if kind.startswith("NEG_"):
        return "NOT"
    return "POSSIBLE" if {word.lower() for word in before[-3:]}.intersection(MODALS) else SOME_DEED[2:]


RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}


def re3d(folder: Path) -> Iterator[Row]:
    """Names and dates of reports on Syria and Iraq; descriptions that re3d marks like names are left unsaid."""
    for documents in sorted((folder / "re3d").glob("*/documents.json")):
        marks = defaultdict(list)
        for line in (documents.parent / "entities.json").read_text(encoding="utf-8").splitlines():
            entity = json.loads(line)
            marks[entity["documentId"]].append(entity)
        for line in documents.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            yield from _re3d_rows(document["_id"], document["text"], marks[document["_id"]])


def _re3d_rows(name: str, text: str, entities: list[dict[str, Any]]) -> Iterator[Row]:
    for number, sentence in enumerate(cut(text)):
        words = [text[a:b] for a, b in sentence.words]
        names, times = ["O"] * len(words), ["O"] * len(words)
        for entity in sorted(entities, key=lambda e: e["begin"] - e["end"]):
            inside = [i for i, (a, b) in enumerate(sentence.words) if a < entity["end"] and b > entity["begin"]]
            if inside and entity["type"] == "Temporal":
                _set(times, inside[0], inside[-1], "DATE")
            elif inside and entity["type"] in RE3D:
                _re3d_name(names, words, inside[0], inside[-1], RE3D[entity["type"]])
        if stretches(names) or stretches(times):
            yield Row(
                "re3d", f"{name}-{number}", words, names=without_titles(words, names), times=widened(words, times)
            )


def _re3d_name(names: list[str], words: list[str], first: int, last: int, label: str) -> None:
    while first < last and words[first].lower() in ("the", "a", "an"):
        first += 1
    named = all(
        w[:1].isupper() or not w[0].isalpha() or w in ("of", "and", "for", "the", "al") for w in words[first : last + 1]
    )
    _set(names, first, last, label if named and words[first][:1].isupper() else UNSAID)
