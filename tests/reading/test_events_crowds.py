"""What crowds and armed people do in plain words: thrown stones, broken windows, a drawn gun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.records import EventMention, Reading, Report

Read = Callable[..., tuple[Report, Reading]]


def deeds(read: Read, text: str) -> tuple[EventMention, ...]:
    return read(text)[1].events


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Youths threw stones and bottles at police officers.", "threw", "riot"),
        ("People smashed shop windows in the old town.", "smashed", "riot"),
        ("Protesters torched three cars on the main street.", "torched", "destruction"),
        ("Twelve people were hurt in the riot. Violence also broke out in Torvik.", "Violence", "riot"),
        ("Officers say the man pointed a gun at them.", "pointed", "armed threat"),
        ("Several women were handcuffed by the police.", "handcuffed", "arrest"),
        ("Hundreds of mourners gathered outside the church on Monday.", "gathered", "protest"),
    ],
)
def test_a_plain_act_is_a_deed(read: Read, text: str, trigger: str, kind: str) -> None:
    assert any(deed.kind == kind and trigger in deed.trigger.text for deed in deeds(read, text))


@pytest.mark.parametrize(
    "text",
    [
        "The minister threw doubt on the figures.",
        "He pointed a finger at the map.",
        "The athlete broke the record in Torvik.",
        "Clouds gathered over the town.",
    ],
)
def test_a_figure_of_speech_is_none(read: Read, text: str) -> None:
    assert not any(deed.type in ("PROTEST", "THREATEN", "ASSAULT") for deed in deeds(read, text))


def test_bullets_are_no_party(read: Read) -> None:
    told = deeds(read, "Officers fired eleven rounds at the boy, and seven bullets struck him, the report said.")
    parties = {part.span.text for deed in told for part in deed.parts if part.role != "other"}
    assert not any("bullet" in party or "round" in party for party in parties)
