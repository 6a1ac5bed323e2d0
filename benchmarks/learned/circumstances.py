"""What else speaks for and against each two tellings being of one deed: places, grammar, names and numbers beside it.

Every sign is a symmetric matrix with a row and a column for each telling, as those of `signs`. Days are left out: the
reports of ECB+ have none. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.learned.contents import about
from benchmarks.learned.pairwise import Matrix, equal, overlap, shared
from crossread.crossing.incidents.rows import rows_of
from crossread.crossing.incidents.sidebyside import compared
from crossread.crossing.incidents.tellings import Telling
from crossread.records import Reading, Token

DAYS = ("on the same day", "on other days", "done when it was not yet told")
LEFT_OUT = (*DAYS, "told alike", "in one sentence")
"""Signs of the tool that ECB+ does not teach, and those that `signs` has."""
STEMS = (3, 5, 6)
"""Letters from the start of two words that may be of one root."""
POINTING = ("it", "this", "that", "which")


class Place(NamedTuple):
    """Where a telling stands: the words of its sentence, those of its trigger, and how the trigger hangs there."""

    tokens: tuple[Token, ...]
    clause: tuple[Token, ...]  # without the trigger
    width: int  # words of the trigger
    governor: str
    relation: str


def circumstances(
    tellings: Sequence[Telling],
    readings: Sequence[Reading],
    story: Matrix,
    rare: Mapping[str, float],
    beside: Mapping[str, Matrix],
) -> dict[str, Matrix]:
    """Every sign by its name. `story`: how likely each two reports are of one story; `rare`: the weights of words;
    `beside`: the signs of `side_by_side`."""
    by_report = {reading.report: reading for reading in readings}
    places = [_place(telling, by_report[telling.at[0]]) for telling in tellings]
    found = {name: sign for name, sign in beside.items() if name not in LEFT_OUT}
    found |= _word(tellings, places)
    number = {reading.report: k for k, reading in enumerate(readings)}
    at = np.array([number[telling.at[0]] for telling in tellings])
    found |= _often(tellings, story[np.ix_(at, at)])
    found |= _order(tellings)
    found |= _beside(places, rare)
    found |= _manner(tellings, places)
    return {name: (sign + sign.T) / 2 for name, sign in found.items()}


def side_by_side(tellings: Sequence[Telling], readings: Sequence[Reading]) -> dict[str, Matrix]:
    """The signs by which the tool looks at deeds again."""
    count = len(tellings)
    one, other = (k.ravel().astype(np.int32) for k in np.indices((count, count)))
    found = compared(rows_of(tellings, readings), one, other)
    return {name: sign.reshape(count, count).astype(np.float64) for name, sign in found.items()}


def _place(telling: Telling, reading: Reading) -> Place:
    event, tokens = telling.event, reading.sentences[telling.event.sentence].tokens
    trigger = [k for k, t in enumerate(tokens) if t.start < event.trigger.end and t.end > event.trigger.start]
    head = next((k for k in trigger if tokens[k].head not in trigger), -1)
    above = tokens[head].head if head >= 0 else -1
    return Place(
        tokens,
        tuple(t for k, t in enumerate(tokens) if event.span.start <= t.start < event.span.end and k not in trigger),
        len(trigger),
        tokens[above].lemma.lower() if above >= 0 else "",
        tokens[head].rel if head >= 0 else "",
    )


def _word(tellings: Sequence[Telling], places: Sequence[Place]) -> dict[str, Matrix]:
    """The word itself and the one that it hangs on."""
    return {
        **{f"first {count} letters": equal([t.word[:count] for t in tellings]) for count in STEMS},
        "written alike": equal([t.event.trigger.text.lower() for t in tellings]),
        "on one word": equal([p.governor for p in places]),
        "hanging alike": equal([p.relation for p in places]),
        "as many words": equal([p.width for p in places]),
    }


def _often(tellings: Sequence[Telling], story: Matrix) -> dict[str, Matrix]:
    """How often the words are told in reports of one story: what each tells once is one deed sooner than what each
    tells often. `story`: how likely each two tellings stand in reports of one story."""
    in_report = Counter((t.at[0], t.word) for t in tellings)
    same = equal([t.word for t in tellings])
    count = np.array([in_report[t.at[0], t.word] for t in tellings], dtype=np.float64)
    told = np.log((same * story).sum(axis=1))
    each = told - np.log((same * story / count).sum(axis=1))
    here = np.log(count)
    return {
        "a rare word": same / (1 + np.minimum.outer(told, told)),
        "words told often": np.add.outer(told, told),
        "told often here": np.add.outer(here, here),
        "one word told often here": same * np.add.outer(here, here),
        "one word told often in each": same * np.add.outer(each, each),
    }


def _order(tellings: Sequence[Telling]) -> dict[str, Matrix]:
    """Where in their reports they stand."""
    at = np.array([t.event.sentence for t in tellings], dtype=np.float64)
    return {
        "sentences between": np.log1p(np.abs(np.subtract.outer(at, at))),
        "sentences before": np.log1p(np.minimum.outer(at, at)),
        "sentences before the later": np.log1p(np.maximum.outer(at, at)),
    }


def _beside(places: Sequence[Place], rare: Mapping[str, float]) -> dict[str, Matrix]:
    """Names and numbers of the clause and of the sentence: those in common, and whether there are only others."""
    found = {"words of the sentence": overlap([about(p.tokens) for p in places], rare)}
    for kind, pos in (("numbers", ("NUM",)), ("names", ("PROPN",))):
        for where, sets in (
            ("clause", [about(p.clause, pos) for p in places]),
            ("sentence", [about(p.tokens, pos) for p in places]),
        ):
            alike, common = overlap(sets, rare), shared(sets)
            size = np.diag(common)
            some = np.array([bool(each) for each in sets])
            found[f"{kind} of the {where}"] = alike
            found[f"other {kind} in the {where}"] = np.logical_and.outer(some, some) * (alike == 0)
            found[f"share of {kind} of the {where}"] = common / np.maximum(np.add.outer(size, size) - common, 1)
    return found


def _manner(tellings: Sequence[Telling], places: Sequence[Place]) -> dict[str, Matrix]:
    """Grammar, status and kind: both so, only one so, both alike."""
    flags: dict[str, Sequence[bool]] = {
        "a verb": [not t.noun for t in tellings],
        "definite": [t.definite for t in tellings],
        "indefinite": [t.indefinite for t in tellings],
        "plural": [t.plural for t in tellings],
        "in the lede": [t.lede for t in tellings],
        "in the title": [t.event.sentence == 0 for t in tellings],
        "done": [t.done for t in tellings],
        "of words": [t.speech for t in tellings],
        "history": [t.event.background for t in tellings],
        "of a type": [bool(t.event.type) for t in tellings],
        "its sentence's root": [not p.governor for p in places],
        "pointing": [t.word in POINTING for t in tellings],
    }
    found: dict[str, Matrix] = {}
    for name, values in flags.items():
        flag = np.array(values, dtype=np.float64)
        found[f"both {name}"] = np.multiply.outer(flag, flag)
        found[f"only one {name}"] = np.abs(np.subtract.outer(flag, flag))
    types = [t.event.type for t in tellings]
    typed: Matrix = found["both of a type"]
    found["one status"] = equal([t.event.status for t in tellings])
    found["one type"] = equal(types) * typed
    found["other types"] = (1.0 - equal(types)) * typed
    return found
