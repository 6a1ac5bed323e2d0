"""Reports that share rare names are of one story; a name that all share says little."""

from __future__ import annotations

from crossread.crossing.incidents.neighbours import neighbours
from crossread.records import Mention, MergedActors, MergedPlaces, Reading, Report, Span


def likenesses(*named: str) -> dict[tuple[str, str], float]:
    """Of reports r0, r1, … that each name some actors, one letter each."""
    reports, readings, of = [], [], {}
    for number, letters in enumerate(named):
        name = f"r{number}"
        mentions = []
        for at, letter in enumerate(letters):
            of[name, at] = letter
            mentions.append(Mention(Span(name, at, at + 1, letter), "person", True))
        reports.append(Report(name, name, letters))
        readings.append(Reading(name, (), tuple(mentions)))
    return neighbours(reports, readings, MergedActors((), of), MergedPlaces((), {}))


def test_only_reports_that_share_a_name_are_compared() -> None:
    assert set(likenesses("ab", "bc", "de")) == {("r0", "r1")}


def test_a_rare_name_says_more_than_a_common_one() -> None:
    made = likenesses("xa", "xa", "xb", "xc", "xd", "xe")
    assert made["r0", "r1"] > 2 * made["r2", "r3"]


def test_likeness_is_no_more_than_one() -> None:
    assert all(0 <= value <= 1.0001 for value in likenesses("abc", "abc", "cab", "xyz", "xa").values())


def test_the_comparisons_grow_with_the_reports() -> None:
    assert len(likenesses(*["x"] * 200)) <= 200 * 12
