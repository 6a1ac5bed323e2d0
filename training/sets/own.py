"""This project's own training reports: every layer but the trees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from crossread.reading.encoder.sentences import Cut, cut
from training.annotated import Annotated, Mark, files, load
from training.rows import SOME_DEED, UNSAID, Row, tag

FOLDER = Path(__file__).parents[1] / "reports"
NAMES = {"P": "PER", "O": "ORG", "G": "ORG", "V": "ORG", "M": "ORG", "L": "LOC", "N": "LOC", "X": "EVENT"}
DEEDS = {
    "happened": "HAPPENED",
    "planned": "POSSIBLE",
    "threatened": "POSSIBLE",
    "demanded": "POSSIBLE",
    "hypothetical": "POSSIBLE",
}
"""The deeds' head goes by grammar; whether an alleged or denied deed took place is for `modes`."""


def rows(folder: Path = FOLDER, *, held_out: bool = False) -> Iterator[Row]:
    """The sentences of all reports, or of those that are kept to measure on."""
    for path in files(folder):
        report = load(path)
        if report.held_out == held_out:
            yield from of_report(report)


def of_report(report: Annotated) -> Iterator[Row]:
    """One report's sentences, cut as the reading cuts them."""
    for number, sentence in enumerate(cut(report.text)):
        words = [report.text[a:b] for a, b in sentence.words]
        if words:
            yield Row("own", f"{report.id}-{number}", words, **_layers(report, sentence))


def _layers(report: Annotated, sentence: Cut) -> dict[str, list[str]]:
    def layer(label: Callable[[Mark], str | None], *layers: str) -> list[str]:
        labels = ["O"] * len(sentence.words)
        for mark in report.of(*layers):  # outer marks come first and keep their words
            inside = [i for i, (a, b) in enumerate(sentence.words) if a < mark.end and b > mark.start]
            kind = label(mark)
            if not inside or kind is None or any(labels[i] != "O" for i in inside):
                continue
            if kind == UNSAID:
                labels[inside[0] : inside[-1] + 1] = [UNSAID] * len(inside)
            else:
                tag(labels, inside[0], inside[-1], kind)
        return labels

    deeds = [
        UNSAID if label == "O" else label for label in layer(lambda mark: DEEDS.get(mark.status, SOME_DEED[2:]), "deed")
    ]
    return {
        "names": layer(lambda mark: NAMES[mark.code], "name"),
        "times": layer(lambda mark: "DATE" if mark.code[0].isdigit() else UNSAID, "time"),
        "speakers": layer(lambda mark: {"s": "SOURCE", "c": "CUE"}[mark.layer], "s", "c"),
        "contents": layer(lambda _: "CONTENT", "q"),
        "deeds": deeds,
        "sayings": layer(lambda mark: _saying(report, mark), "q"),
        "kinds": layer(lambda mark: mark.code, "deed"),
        "modes": layer(lambda mark: mark.status.upper(), "deed"),
        "history": layer(lambda mark: "BACKGROUND" if mark.background else None, "deed"),
        "wordings": layer(lambda mark: mark.code.upper(), "wording"),
    }


def _saying(report: Annotated, mark: Mark) -> str:
    return report.notes[f"q{mark.number}"]["kind"].upper().replace(" ", "_")
