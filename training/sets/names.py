"""Sets of names alone: GMB (news, machine-assisted), Wikigold, WNUT17 and BTC (CC BY 4.0)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from training.relative import widened
from training.rows import UNSAID, Row, iob2, listed, recut, stretches, tag

GMB_NAMES = {"per": "PER", "org": "ORG", "geo": "LOC", "gpe": "LOC", "eve": "EVENT"}
OTHER_NAMES = {
    "PER": "PER", "LOC": "LOC", "ORG": "ORG", "person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG",
}  # fmt: skip
TITLES = listed(
    "president vice prime minister mr mr. mrs mrs. ms ms. dr dr. general gen. gen lieutenant lt. colonel col. "
    "captain capt. major maj. sergeant sgt. admiral adm. senator sen. representative rep. governor gov. secretary "
    "king queen prince princess pope sheikh chancellor ambassador judge justice commander chief foreign defense "
    "interior former deputy spokesman spokeswoman chairman mayor lawmaker ayatollah reverend rev. sir lord deputy "
    "premier"
)


def gmb(folder: Path) -> Iterator[Row]:
    """News of a public broadcaster; titles before persons and adjectives of nations are no part of names here."""
    for number, (words, tags, pos) in enumerate(_gmb_sentences(folder / "gmb_voa_ner.csv")):
        names, times = ["O"] * len(words), ["O"] * len(words)
        for first, last, kind in _stretches(tags):
            if kind == "tim":
                vague = pos[first] in ("IN", "JJR", "RBR")
                times[first : last + 1] = [UNSAID] * (last - first + 1)
                if not vague:
                    tag(times, first, last, "DATE")
            elif kind in GMB_NAMES:
                _gmb_name(names, words, pos, first, last, GMB_NAMES[kind])
        yield recut("gmb", f"gmb-{number}", words, names=names, times=widened(words, times))


def _gmb_name(names: list[str], words: list[str], pos: list[str], first: int, last: int, label: str) -> None:
    if label == "PER":
        while first <= last and words[first].lower() in TITLES:
            first += 1
    if (
        label == "LOC"
        and first == last
        and pos[first] in ("JJ", "NNS", "NNPS", "NN")
        and words[first] not in ("Netherlands", "Philippines")
    ):
        return  # "Iraqi", "Palestinians"
    if first <= last:
        tag(names, first, last, label)


def _gmb_sentences(path: Path) -> Iterator[tuple[list[str], list[str], list[str]]]:
    words: list[str] = []
    tags: list[str] = []
    pos: list[str] = []
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        for fields in list(csv.reader(file))[1:]:
            if fields[0] and words:
                yield words, tags, pos
                words, tags, pos = [], [], []
            word = fields[1].strip()
            if word.lower() == "s" and words and words[-1] == "'":
                words[-1] += word  # the set parts "Zimbabwe ' s"
            elif word:
                words.append(word)
                pos.append(fields[2])
                tags.append(fields[3])
    yield words, tags, pos


def _stretches(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    index = 0
    while index < len(tags):
        last = index
        if tags[index] != "O":
            while last + 1 < len(tags) and tags[last + 1] == "I-" + tags[index][2:]:
                last += 1
            yield index, last, tags[index][2:]
        index = last + 1


def columns(folder: Path) -> Iterator[Row]:
    """Wikigold, WNUT17 and BTC. What they call by other kinds ("MISC", "product") is left unsaid."""
    files = [
        ("wikigold", folder / "wikigold/CONLL-format/data/wikigold.conll.txt"),
        *(("wnut17", path) for path in sorted((folder / "WNUT17/CONLL-format/data").glob("t*/*17train.conll"))),
        *(("btc", path) for path in sorted((folder / "BTC/CONLL-format/data").glob("*.conll"))),
    ]
    for source, path in files:
        if path.is_file():
            for number, (words, labels) in enumerate(_columns(path)):
                names = without_titles(words, [_name(label) for label in iob2(labels)])
                yield recut(source, f"{source}-{path.stem}-{number}", words, names=names)


def without_titles(words: list[str], names: list[str]) -> list[str]:
    """Names of persons less the titles before them: EWT and GMB leave those out, other sets do not."""
    for first, last, label in stretches(names):
        while label == "PER" and first < last and words[first].lower() in TITLES:
            names[first], names[first + 1] = "O", "B-PER"
            first += 1
    return names


def _name(label: str) -> str:
    if label == "O":
        return "O"
    return label[:2] + OTHER_NAMES[label[2:]] if label[2:] in OTHER_NAMES else UNSAID


def _columns(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    words: list[str] = []
    labels: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        fields = line.split()
        if len(fields) >= 2 and fields[0] != "-DOCSTART-":
            words.append(fields[0])
            labels.append(fields[-1])
        elif words:
            yield words, labels
            words, labels = [], []
