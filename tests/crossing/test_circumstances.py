"""In what circumstances something happened to somebody: tellings of two reports that exclude each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.records import Disagreement, Reading, Report

Read = Callable[..., tuple[Report, Reading]]
DAY = date(2031, 5, 8)
WHY = "the circumstances exclude each other"


def told(read: Read, one: str, other: str) -> list[Disagreement]:
    """What two reports of one day disagree on in its circumstances."""
    pairs = [read(one, DAY, "one.txt"), read(other, DAY, "other.txt")]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    return [d for d in found if WHY in d.why]


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        (
            "Cyclist dies in Velmore\n\nAnna Trask, 34, was hit by a car on Tuesday while walking her dog.",
            "Woman killed on Mill Street\n\nAnna Trask, 34, was riding her bicycle on Tuesday when she was hit.",
            "how Anna Trask was moving: riding or walking",
        ),
        (
            "Man dies in fall\n\nA 41-year-old man died on Monday after he fell from a ladder. He is Jon Peder.",
            "Fall kills man\n\nJon Peder, 41, fell off a scaffold in Ostrey on Monday and died.",
            "from what Jon Peder fell: ladder or scaffold",
        ),
        (
            "Boy found alive\n\nThe missing boy, Tomas Hale, 8, was found in the woods on Friday by a hunter.",
            "Missing boy found\n\nTomas Hale, 8, was found by a jogger near Karsk on Friday, police said.",
            "who found Tomas Hale: hunter or walker",
        ),
        (
            "Banker arrested\n\nThe banker Peter Voss was arrested at the airport of Gellen on Wednesday.",
            "Voss in custody\n\nPolice arrested Peter Voss at his home in Gellen on Wednesday.",
            "in what building it happened to Peter Voss: airport or home",
        ),
        (
            "Mayor attacked\n\nUnknown men firebombed Lena Ostrom's car in Brahe on Tuesday.",
            "Attack on mayor\n\nLena Ostrom's office was firebombed in Brahe on Tuesday.",
            "what of Lena Ostrom was attacked: car or office",
        ),
        (
            "Prisoner escapes\n\nMark Ellis escaped on Monday as officers led him into the courtroom in Denholm.",
            "Ellis at large\n\nMark Ellis escaped in Denholm on Monday after officers led him out of the courtroom.",
            "whether Mark Ellis was on the way in or out: in or out",
        ),
        (
            "Banker arrested\n\nThe banker Peter Voss was arrested in Gellen on Monday.",
            "Voss in custody\n\nPolice in Gellen arrested Peter Voss on Tuesday.",
            "on what day (seized): Peter Voss: 5 May 2031 or 6 May 2031",
        ),
        (
            "Coach leaves\n\nThe coach Milan Reck resigned in Harden on Monday.",
            "Coach out\n\nThe coach Milan Reck was fired in Harden on Monday.",
            "how Milan Reck left: dismissed or resigned",
        ),
        (
            "Singer hurt\n\nThe singer Mona Fields was stabbed in Lyra on Sunday.",
            "Singer attacked\n\nThe singer Mona Fields was shot in Lyra on Sunday.",
            "how Mona Fields was harmed: shot or stabbed",
        ),
        (
            "Pilot killed\n\nThe pilot Nils Kerr died on Saturday when his plane crashed into a lake near Obel.",
            "Crash near Obel\n\nNils Kerr died on Saturday when his plane crashed into a forest near Obel.",
            "into what Nils Kerr crashed: water or woods",
        ),
        (
            "Climber rescued\n\nThe Swiss climber Paul Egger, 44, was rescued on Mount Hess on Sunday.",
            "Climber saved\n\nPaul Egger, a 44-year-old Austrian, was rescued on Mount Hess on Sunday.",
            "which country Paul Egger is from: Austria or Switzerland",
        ),
        (
            "Ranger shot\n\nThe ranger Ida Holm was shot once in the arm in Brahe on Sunday.",
            "Ranger hurt\n\nThe ranger Ida Holm was shot in the leg in Brahe on Sunday.",
            "where Ida Holm was hit: arm or leg",
        ),
    ],
)
def test_what_excludes_each_other(read: Read, one: str, other: str, about: str) -> None:
    found = told(read, one, other)
    assert about in [d.about for d in found]
    assert all(len(d.sides) == 2 for d in found)


SHOT = "Actor shot\n\nNeil Marsh was shot in the leg in Raleby on Friday while he was walking his dog."


@pytest.mark.parametrize(
    "other",
    [
        "Marsh shot\n\nNeil Marsh was shot in the leg in Raleby on Friday while walking in a park.",
        "Marsh shot\n\nNeil Marsh was shot in the leg and the chest in Raleby on Friday.",
        "Marsh shot\n\nNeil Marsh was shot in the torso in Raleby on Friday.",
        "Marsh shot\n\nNeil Marsh was not shot in the chest in Raleby on Friday.",
        "Two shot\n\nNeil Marsh was shot in Raleby on Friday. Eva Lind was shot in the chest while sitting in a car.",
        "Marsh shot\n\nNeil Marsh was shot in the shoulder in Raleby on Friday.",
        "Marsh shot\n\nNeil Marsh was shot in Raleby on Friday while he was crossing Dock Road.",
    ],
)
def test_what_goes_together(read: Read, other: str) -> None:
    assert told(read, SHOT, other) == []


@pytest.mark.parametrize(
    ("before", "one", "other"),
    [
        ("Rosa Kent was hit by a van in Malden on Friday while", "crossing Mill Street", "walking across Mill Street"),
        ("Rosa Kent was shot in Malden on Friday while", "sitting in her car", "waiting in her car"),
        ("Rosa Kent was killed in Malden on Friday while", "driving a lorry", "working for a brewery"),
        ("Rosa Kent was charged in Malden on Friday with", "murder", "drug possession"),
        ("Rosa Kent was shot in Malden on Friday in", "the head", "the shoulder"),
        ("Rosa Kent fell near Malden on Friday", "from a ridge", "into a crevasse"),
        ("Rosa Kent was hit by a van on Friday while walking", "home from work", "from the office to the station"),
        ("Rosa Kent was stabbed in Malden on Friday", "in the kitchen of a restaurant", "in a hotel"),
        ("Rosa Kent was stabbed in Malden on Friday", "in a restaurant's kitchen", "in a hotel"),
        ("Rosa Kent was hit by a van in Malden on Friday while", "walking with a friend", "walking home"),
        ("Rosa Kent was stabbed in Malden on Friday", "near a church", "in her house"),
        ("Rosa Kent was killed in Malden on Friday by", "a car", "a taxi"),
    ],
)
def test_groups_that_may_both_be_so(read: Read, before: str, one: str, other: str) -> None:
    assert told(read, f"Woman in Malden\n\n{before} {one}.", f"Friday in Malden\n\n{before} {other}.") == []


def test_who_is_arrested_again_months_later(read: Read) -> None:
    one = "Banker arrested\n\nThe banker Peter Voss was arrested in Gellen on 3 February 2031."
    assert told(read, one, "Voss arrested\n\nPeter Voss was arrested in Gellen on 5 May 2031.") == []


def test_one_report_that_tells_both_disagrees_with_nobody(read: Read) -> None:
    one = "Man dies\n\nCarl Boll, 50, died at the scene in Emden on Sunday. Boll died in hospital, police said."
    assert told(read, one, "Carl Boll dead\n\nCarl Boll, 50, died in hospital in Emden on Sunday.") == []
