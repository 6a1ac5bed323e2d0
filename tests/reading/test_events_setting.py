"""Where and when a deed was: what its own clause, the clause of the same moment and the opening of the sentence say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.reading.events.words import lexicon
from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]


def setting(read: Read, text: str, trigger: str) -> tuple[str, str]:
    """Places and days of the deed that `trigger` names."""
    _, reading = read(text)
    event = next(event for event in reading.events if trigger in event.trigger.text)
    places = [reading.mentions[n].span.text for n in event.places]
    return ", ".join(places), ", ".join(reading.times[n].span.text for n in event.times)


@pytest.mark.parametrize(
    ("text", "trigger", "place", "day"),
    [
        ("The deputy was killed in Maro on Monday when two men opened fire.", "opened fire", "Maro", "Monday"),
        ("Two workers died when a crane collapsed in Tavira on 3 May.", "died", "Tavira", "3 May"),
        ("Police arrested three people as protesters marched through Lisk on Friday.", "arrested", "Lisk", "Friday"),
    ],
)
def test_what_is_done_in_one_moment_has_one_place_and_day(
    read: Read, text: str, trigger: str, place: str, day: str
) -> None:
    assert setting(read, text, trigger) == (place, day)


def test_the_opening_of_a_sentence_holds_for_its_joined_clauses(read: Read) -> None:
    assert setting(read, "In Oman, buildings were evacuated and people fled into the streets.", "fled")[0] == "Oman"


def test_what_was_done_before_has_a_place_of_its_own(read: Read) -> None:
    text = "The minister resigned on Monday after a bomb exploded in Orsk on Sunday."
    assert setting(read, text, "resigned") == ("", "Monday")


def test_words_of_one_moment_are_none_of_another() -> None:
    assert lexicon().small["same_moment"].isdisjoint(lexicon().small["elsewhere"])
