"""Names in running text: F1 of PER, ORG and LOC against a file in IOB2 columns (UniversalNER's EWT, for example).

    python -m benchmarks.names FILE.iob2

A name of ours is PER if it is a person, LOC if it is a place, a country or a capital (that it acts there makes it no
other name), else ORG; descriptions, pronouns and peoples ("Kurds") are no names. "Northern Peru" is the name Peru, and
"Miami, Florida" two names, as the set has them. A name is right if class and both ends are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.command import command, there
from crossread import atlas
from crossread.reading.encoder.model import Encoder
from crossread.reading.names import find_names
from crossread.records import Mention, Report
from crossread.spelling import key
from crossread.trees import Tree

CLASSES = ("PER", "ORG", "LOC")
Named = tuple[int, int, str]  # start, end in the text, class


def documents(path: Path) -> Iterator[tuple[str, set[Named]]]:
    """(text, gold names) of each document: sentences one under another, as paragraphs."""
    text, gold = "", set[Named]()
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        if any(line.startswith("# newdoc") for line in lines) and text:
            yield text, gold
            text, gold = "", set()
        sentence = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if sentence and rows:
            gold |= _names(sentence, len(text), [(row[1], row[2]) for row in rows])
            text += sentence + "\n\n"
    if text:
        yield text, gold


def _names(sentence: str, offset: int, words: list[tuple[str, str]]) -> set[Named]:
    found: list[Named] = []
    at = 0
    for word, tag in words:
        start = sentence.find(word, at)
        if start < 0:
            continue
        at = start + len(word)
        if tag.startswith("B-"):
            found.append((offset + start, offset + at, tag[2:]))
        elif tag.startswith("I-") and found:
            found[-1] = (found[-1][0], offset + at, found[-1][2])
    return {name for name in found if name[2] in CLASSES}


def class_of(mention: Mention) -> str:
    """PER, ORG or LOC for a named mention, "" for a people, which the set does not mark."""
    if mention.type == "people":
        return ""
    if mention.type in ("person", "place"):
        return "PER" if mention.type == "person" else "LOC"
    text = mention.span.text
    return "LOC" if atlas.country_names().get(text) or key(text) in atlas.capitals() else "ORG"


def names_of(report: Report, trees: tuple[Tree, ...]) -> set[Named]:
    """The names that crossread finds in a report, each with its class."""
    found = set[Named]()
    for mention in find_names(report, trees):
        label, start = class_of(mention), mention.span.start
        if not label:
            continue
        parts = mention.span.text.split(", ") if label == "LOC" else [mention.span.text]
        for part in parts:
            skipped = _small(part) if label == "LOC" else 0
            found.add((start + skipped, start + len(part), label))
            start += len(part) + 2
    return found


def _small(text: str) -> int:
    """Characters of the small words that open a place's name that has capitals ("northern Peru", "Oran" without)."""
    first = next((word for word in text.split() if word[:1].isupper()), "")
    return text.index(first) if first else 0


def main() -> None:
    """Print precision, recall and F1 of each class and over all."""
    parser = command("names", __doc__)
    parser.add_argument("file", type=Path, help="names in IOB2 columns")
    parser.add_argument("--wrong", action="store_true", help="list what is found wrongly, and what is missed")
    options = parser.parse_args()
    if not there(options.file):
        return
    encoder, right, ours, theirs = Encoder(embed=False), Counter[str](), Counter[str](), Counter[str]()
    wrong: list[str] = []
    for number, (text, gold) in enumerate(documents(options.file)):
        report = Report(id=str(number), source="", text=text)
        trees = tuple(Tree(sentence) for sentence in encoder.analyse(report.id, text).sentences)
        found = names_of(report, trees)
        right.update(name[2] for name in found & gold)
        ours.update(name[2] for name in found)
        theirs.update(name[2] for name in gold)
        for sign, names in (("+", found - gold), ("-", gold - found)):
            wrong += [f"{sign} {text[s:e]} {c} | {text[max(0, s - 40) : e + 30]!r}" for s, e, c in sorted(names)]
    for name in (*CLASSES, "all"):
        hit, mine, gold_count = (sum(c.values()) if name == "all" else c[name] for c in (right, ours, theirs))
        precision, recall = hit / max(1, mine), hit / max(1, gold_count)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{name:4} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    if options.wrong:
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
