"""Speakers and passers-on by sources in brackets, credits, "the outlet", names behind descriptions, single marks."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from crossread import pipeline
from crossread.intake import credits
from crossread.reading.encoder.model import Encoder
from crossread.records import Report

Said = Callable[[str], list[tuple[str, str, tuple[str, ...]]]]


@pytest.fixture(scope="module")
def said(encoder: Encoder) -> Said:
    """Who says what in a text with its credits, and through whom."""

    def read(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
        report = Report(id="r", source="r.txt", text=text)
        report = msgspec.structs.replace(report, credits=credits.find(report))
        found = pipeline.read(report, encoder.analyse(report.id, text)).statements
        return [(s.speaker_text, s.content.text, tuple(v.text for v in s.via)) for s in found]

    return read


def test_what_stands_above_a_source_in_brackets_is_that_outlets(said: Said) -> None:
    text = (
        "What the first reviews say\n\nThe boat is fast and light.\n\n[CNET]\n\n"
        "The mast is too short. Okafor says that a longer one will follow in May.\n\n[The Verge]\n\n"
        "I had fun on the lake.\n\n[Quayside]"
    )
    found = said(text)
    assert ("CNET", "The boat is fast and light.", ()) in found
    assert ("Quayside", "I had fun on the lake.", ()) in found
    assert [via for speaker, _, via in found if speaker == "Okafor"] == [("The Verge",)]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("The road is open, police told 1040 KXLQ's Ana Bell.", "police", ("1040 KXLQ",)),
        (
            "The letter, which was obtained by Quayside, said that the council had sold the bridge.",
            "The letter",
            ("Quayside",),
        ),
        (
            "The bridge is closed, Reuters reported. The road is open, the mayor told the news agency.",
            "the mayor",
            ("Reuters",),
        ),
        ("The road is open, the mayor told the newspaper of the party.", "the mayor", ()),
        (
            "The boats had left on Sunday, Xinhua quoted a fisherman as saying, without giving his name.",
            "a fisherman",
            ("Xinhua",),
        ),
    ],
)
def test_who_passed_it_on(said: Said, text: str, speaker: str, via: tuple[str, ...]) -> None:
    assert (speaker, via) in [(who, through) for who, _, through in said(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The company that runs the harbour, Tal Boat Works, denies that anything has been sold.", "Tal Boat Works"),
        ('"The bridge was sold. My hope is that it will be bought back," said Mayor Nadia Reyes.', "Nadia Reyes"),
        ("The bridge is worth $2 million, per Forbes.", "Forbes"),
        ('"The bridge is ours," said village doctor Luis Okafor, who led the march.', "Luis Okafor"),
        ("It was loudest in May, when Nadia Reyes promised new boats to the fishermen.", "Nadia Reyes"),
        ("Officials in Ostrel, Maro and Tal said that it was open.", "Officials in Ostrel, Maro and Tal"),
    ],
)
def test_the_speaker(said: Said, text: str, speaker: str) -> None:
    assert speaker in [who for who, _, _ in said(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It was loudest in May, when Nadia Reyes promised new boats to the fishermen.", "new boats to the fishermen"),
        (
            "The Tal Front, however, claimed responsibility for shooting down the plane, which fell in the lake.",
            "responsibility for shooting down the plane",
        ),
        (
            "They said they would appeal the decision, announced on Monday by Nadia Reyes.",
            "they would appeal the decision",
        ),
    ],
)
def test_what_is_said(said: Said, text: str, content: str) -> None:
    assert any(told.startswith(content) for _, told, _ in said(text))


@pytest.mark.parametrize(
    "text",
    [
        "The mill grinds 5 tons per day, twice per season.",
        "The flood that claimed four lives was short.",
        "The driver was identified as Luis Okafor, who lived at the mill.",
        "He sought refuge in the mill.",
        "Grisly: A body is covered by the harbour crew",
    ],
)
def test_nobody_says_anything(said: Said, text: str) -> None:
    assert said(text) == []


def test_a_denial_may_point_to_what_the_report_has_told(said: Said) -> None:
    text = "Prosecutors say that Okafor sold the quay. Okafor, who denies the accusation, has left the town."
    assert ("Okafor", "the accusation", ()) in said(text)


def test_a_wish_to_stay_unnamed_is_nothing_said(said: Said) -> None:
    found = said("The roads were cut, said an official who asked not to be named.")
    assert [told for _, told, _ in found] == ["The roads were cut"]


def test_speech_between_single_marks_runs_on_where_a_report_uses_them(said: Said) -> None:
    text = (
        "Reyes told the crowd: 'I do not want to sell the bridge. It was built by our fathers and mothers.'\n\n"
        "'The whole town will stand with the fishermen,' said Okafor. 'We know what the quay is worth to us.'"
    )
    contents = [told for _, told, _ in said(text)]
    assert "'I do not want to sell the bridge. It was built by our fathers and mothers.'" in contents


def test_a_recording_in_capitals_is_spoken_by_whom_it_opens_with(said: Said) -> None:
    text = (
        "GEN ABELO SPOKE IN THE HARBOUR.\n\n"
        "[BEGIN RECORDING] [ABELO] THE BOATS WILL STAY HERE. WE WILL GUARD THEM ALL. [END RECORDING]"
    )
    assert {speaker for speaker, _, _ in said(text)} == {"ABELO"}


def test_a_source_that_stands_before_its_marker_does_not_stop_the_reading(said: Said) -> None:
    text = "The paper La Prensa, of Orsk, yesterday published a report according to which the mayor held talks."
    assert len(said(text)) == 1
