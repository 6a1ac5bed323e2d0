"""The sides of a disagreement: who says what, in which reports, with which characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

import msgspec

from crossread.crossing.disagreements.patterns import pattern
from crossread.records import Disagreement, Reading, Record, Report, Sentence, Side, Span
from crossread.spans import content_id, must_quote, overlap, unique


class Voice(Record, frozen=True):
    """Somebody's words on one side: the clause, the report, and who says it (None: the report itself)."""

    report: str
    clause: Span
    speaker: str | None = None


def one_mouth(a: Voice, b: Voice) -> bool:
    """Whether two clauses are of one speaker in one report."""
    return a.report == b.report and a.speaker == b.speaker


def one_list(report: Report, a: Span, b: Span) -> bool:
    """Whether two quotes of a report are items of one list: a semicolon stands between them, and no end of a
    sentence."""
    if a.report != b.report:
        return False
    between = report.text[min(a.end, b.end) : max(a.start, b.start)]
    return ";" in between and _END.search(between) is None


_END = re.compile(r"[.!?]\W*\s|\n")
SHOWN = 3
"""Evidence spans of one report that a side shows at most: the first ones prove it, more only repeat it."""
LENGTH = 110
"""Characters of a quote in `says`."""
TITLE = 80
"""Characters of a clause by which a disagreement is called."""


def quoted(clause: str, most: int = TITLE) -> str:
    """A clause in one line, cut between words behind `most` characters."""
    words = " ".join(clause.split())
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"


def side(voices: list[Voice]) -> Side:
    """Voices that say the same as one side; the shortest clause stands for all."""
    kept: list[Voice] = []
    for voice in sorted(voices, key=lambda v: (v.report, v.clause.start, v.clause.end)):
        if sum(v.report == voice.report for v in kept) < SHOWN and all(v.clause != voice.clause for v in kept):
            kept.append(voice)
    speakers = sorted({v.speaker for v in voices if v.speaker})
    best = min(kept, key=lambda v: (v.speaker is None, len(v.clause.text), v.clause.report, v.clause.start))
    words = quoted(best.clause.text, LENGTH)
    return Side(
        says=f"{', '.join(speakers[:3])}: {words}" if speakers else words,
        reports=tuple(sorted({v.report for v in kept})),
        evidence=unique(v.clause for v in kept),
    )


def disagreement(
    kind: str, about: str, sides: list[list[Voice]], why: str, incident: str | None = None, figure: str | None = None
) -> Disagreement:
    """A disagreement of `kind` between sides, largest in reports first."""
    made = sorted((side(voices) for voices in sides), key=lambda s: (-len(s.reports), s.evidence))
    return Disagreement(
        id=content_id("d", kind, incident, figure, *(f"{e.report}:{e.start}" for s in made for e in s.evidence)),
        about=about,
        kind=kind,  # type: ignore[arg-type]
        incident=incident,
        figure=figure,
        sides=tuple(made),
        why=(why,),
    )


def joined(one: Disagreement, other: Disagreement) -> Disagreement:
    """Two disagreements over one figure as one: sides that share evidence are one side."""
    sides = list(one.sides)
    for new in other.sides:
        n = next((n for n, s in enumerate(sides) if any(overlap(a, b) for a in s.evidence for b in new.evidence)), None)
        if n is None:
            sides.append(new)
            continue
        old = sides[n]
        evidence = (*old.evidence, *(e for e in new.evidence if not any(overlap(e, o) for o in old.evidence)))
        reports = tuple(sorted({*old.reports, *new.reports}))
        sides[n] = Side(says=old.says, reports=reports, evidence=evidence)
    sides.sort(key=lambda s: (-len(s.reports), s.evidence))
    spans = (f"{e.report}:{e.start}" for s in sides for e in s.evidence)
    return msgspec.structs.replace(
        one,
        id=content_id("d", one.kind, one.incident, one.figure, *spans),
        about=other.about
        if other.about.startswith("whether")
        else one.about,  # "whether anybody was hurt", not how many
        sides=tuple(sides),
        why=tuple(dict.fromkeys((*one.why, *other.why))),
    )


def clause(report: Report, sentence: Sentence, start: int, end: int) -> Span:
    """The part of a sentence between semicolons, colons, dashes and clause commas that holds the characters `start`
    to `end`."""
    text = report.text[sentence.start : sentence.end]
    first, last = 0, len(text)
    for cut in pattern("sides", "cut").finditer(text):
        at = sentence.start + cut.start()
        if sentence.start + cut.end() <= start:
            first = cut.end()
        elif at >= end:
            last = cut.start()
            break
    return must_quote(report, sentence.start + first, sentence.start + last)


def sentence_of(reading: Reading, at: int) -> int | None:
    """The index of the sentence that holds the character `at`."""
    n = bisect_right(reading.sentences, at, key=_start) - 1
    return n if n >= 0 and at < reading.sentences[n].end else None


_start = attrgetter("start")
