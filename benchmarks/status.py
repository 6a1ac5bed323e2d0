"""Is a deed told as done? Happened or not, over the predicates of UDS on English-EWT.

    python -m benchmarks.status UDS_FOLDER EWT_CONLLU [--part test] [--wrong] [--floor 0.85]

UDS_FOLDER holds `factuality.json` (how sure people were that each predicate happened or not, -3 to 3) and `ud_ids.json`
(which sentence of EWT each of its sentences is: their order is not today's); EWT_CONLLU is the part of EWT itself.
Each sentence is read alone. A predicate happened if its value is above 0; values between -0.5 and 0.5, over which
people were not agreed, are left out.

Three figures, of the predicates that the encoder takes for deeds: whether happened or not is right by the encoder's
label alone; by the status (happened and alleged against all others) of the event where the predicate is one, else by
the status that a deed told by this word would get; and of those that are events, by their status alone.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.command import command, there
from crossread import pipeline
from crossread.reading.encoder.model import Encoder
from crossread.reading.events.deeds import Deed
from crossread.reading.events.status import status_of
from crossread.reading.events.words import Entry
from crossread.records import Analysis, EventMention, Report, Sentence
from crossread.trees import Tree

DONE = frozenset(("happened", "alleged"))
"""Statuses of deeds that are told as done."""


CLEAR = 0.5
"""Values nearer to 0 say that people were not agreed."""


class Judged(NamedTuple):
    """A predicate: sentence, characters in its text, whether people took it as happened."""

    sentence: str
    start: int
    end: int
    happened: bool


def sentences(conllu: Path) -> Iterator[tuple[str, str, dict[int, tuple[int, int]]]]:
    """(id, text, characters of each word by its number in the tree) of every sentence of a CoNLL-U file."""
    name, text, words, at, until = "", "", dict[int, tuple[int, int]](), 0, 0
    for line in [*conllu.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# sent_id = "):
            name, text, words, at, until = line[12:], "", {}, 0, 0
        elif line.startswith("# text = "):
            text = line[9:]
        elif not line:
            if text:
                yield name, text, words
            text = ""
        elif not line.startswith("#"):
            number, form = line.split("\t")[:2]
            if "-" in number:
                until = int(number.split("-")[1])  # one word written for several: these share its characters
            if number.isdigit() and int(number) <= until and "-" not in number:
                words[int(number)] = words.get(int(number) - 1, (at, at))
            found = text.find(form, at)
            if found >= 0 and "." not in number and ("-" in number or int(number) > until):
                at = found + len(form)
                words[int(number.split("-")[0])] = found, at


def judged(folder: Path, conllu: Path, part: str) -> tuple[dict[str, str], list[Judged]]:
    """The texts of the sentences by id, and the predicates that people judged in them."""
    texts, words = {}, {}
    for name, text, places in sentences(conllu):
        texts[name], words[name] = text, places
    ids = json.loads((folder / "ud_ids.json").read_text(encoding="utf-8"))
    found = []
    for uds, predicates in json.loads((folder / "factuality.json").read_text(encoding="utf-8"))["data"].items():
        name = ids[uds]["sentence_id"] if uds.startswith(f"ewt-{part}-") else ""
        for predicate, marks in predicates.items() if name in texts else ():
            place = words[name].get(int(predicate.rsplit("-", 1)[1]))
            value = marks["factuality"]["factual"]["value"]
            if place and abs(value) > CLEAR:
                found.append(Judged(name, *place, value > 0))
    return texts, found


def labelled(analysis: Analysis, start: int, end: int) -> bool | None:
    """Whether the encoder takes the word at these characters for a deed that happened; None if for no deed."""
    for sentence in analysis.sentences:
        for tagged in sentence.deeds:
            if _from(sentence, tagged.first) < end and _until(sentence, tagged.last) > start:
                return tagged.label == "HAPPENED"
    return None


def _from(sentence: Sentence, word: int) -> int:
    return sentence.tokens[word].start


def _until(sentence: Sentence, word: int) -> int:
    return sentence.tokens[word].end


def told(events: tuple[EventMention, ...], start: int, end: int) -> bool | None:
    """Whether the event whose trigger holds these characters is told as done; None if there is none."""
    statuses = [e.status for e in events if e.trigger.start <= start and end <= e.trigger.end]
    return statuses[0] in DONE if statuses else None


def as_deed(analysis: Analysis, start: int) -> bool | None:
    """Whether a deed told by the word that begins at a character would be one told as done; None if no word does."""
    for sentence in analysis.sentences:
        for i, token in enumerate(sentence.tokens):
            if token.start == start:
                deed = Deed(i, i, i, Entry("OTHER", token.lemma), noun=token.pos == "NOUN")
                return status_of(Tree(sentence), deed, None, own=False, named=False)[0] in DONE
    return None


def measure(
    folder: Path, conllu: Path, part: str, analyse: Callable[[str, str], Analysis]
) -> tuple[dict[str, float], list[str]]:
    """The figures, and a line for each predicate that is wrong."""
    texts, predicates = judged(folder, conllu, part)
    count, right, wrong = Counter[str](), Counter[str](), []
    made: dict[str, tuple[Analysis, tuple[EventMention, ...]]] = {}
    for one in predicates:
        if one.sentence not in made:
            report = Report(one.sentence, "uds", texts[one.sentence])
            analysis = analyse(report.id, report.text)
            made[one.sentence] = analysis, pipeline.read(report, analysis).events
        analysis, events = made[one.sentence]
        label, status = labelled(analysis, one.start, one.end), told(events, one.start, one.end)
        both = None if label is None else status if status is not None else as_deed(analysis, one.start)
        for name, answer in (("label", label), ("any status", both), ("status", status)):
            if answer is not None:
                count[name] += 1
                right[name] += answer == one.happened
        if both is not None and both != one.happened:
            text = texts[one.sentence]
            word = text[one.start : one.end]
            wrong.append(f"{one.happened!s:5} label {label!s:5} status {status!s:5} {word} | {text}")
    figures: dict[str, float] = {"predicates": len(predicates)}
    for name in ("label", "any status", "status"):
        figures[f"{name} on"], figures[name] = count[name], right[name] / max(1, count[name])
    return figures, wrong


def main(arguments: list[str] | None = None) -> int:
    parser = command("status", __doc__)
    parser.add_argument("uds", type=Path)
    parser.add_argument("conllu", type=Path)
    parser.add_argument("--part", default="test", choices=("train", "dev", "test"))
    parser.add_argument("--wrong", action="store_true", help="list the predicates that are wrong")
    parser.add_argument("--floor", type=float, default=0.0, help="fail if any status is right less often")
    options = parser.parse_args(arguments)
    if not there(options.uds, options.conllu):
        return 0
    figures, wrong = measure(options.uds, options.conllu, options.part, Encoder().analyse)
    print("  ".join(f"{name} {value:.3f}" if value < 1 else f"{name} {value:.0f}" for name, value in figures.items()))
    for line in wrong if options.wrong else ():
        print(line)
    return int(figures["any status"] < options.floor)


if __name__ == "__main__":
    sys.exit(main())
