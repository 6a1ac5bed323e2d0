"""Who speaks: in texts issued in somebody's own name, in capitals, behind clauses about him, and over paragraphs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread import pipeline
from crossread.reading.encoder.model import Encoder
from crossread.records import Report

Said = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def said(encoder: Encoder) -> Said:
    """Who says what in a text, as pairs of speaker and the first words of the content."""

    def read(text: str) -> list[tuple[str, str]]:
        report = Report(id="r", source="r.txt", text=text)
        found = pipeline.read(report, encoder.analyse(report.id, text)).statements
        return [(s.speaker_text, " ".join(s.content.text.split()[:3])) for s in found]

    return read


COMMUNIQUE = (
    "HARBOUR, 4 JUN 97 (RADIO ALMA) -- [COMMUNIQUE] [FREE RIVER FISHERS COUNCIL] [TEXT] ON THE SALE OF THE OLD QUAY IN "
    "PORT ALMA WE STATE:\n\n"
    "1. WE REFUSE THE PRICE THAT THE MAYOR TOOK FOR THE QUAY.\n\n"
    "2. NO BOAT WILL LEAVE THE HARBOUR BEFORE SUNDAY."
)


def test_a_communique_is_said_by_whom_its_heading_names(said: Said) -> None:
    assert said(COMMUNIQUE) == [
        ("FREE RIVER FISHERS COUNCIL", "WE REFUSE THE"),
        ("FREE RIVER FISHERS COUNCIL", "NO BOAT WILL"),
    ]


def test_who_signs_a_communique_says_all_of_it_up_to_the_signature(said: Said) -> None:
    text = f"{COMMUNIQUE}\n\nTHE NETS STAY DRY UNTIL THEN.\n\n[SIGNED] FRF COUNCIL\n\n[DATED] 4 JUNE 1997"
    assert said(text)[-1] == ("FRF COUNCIL", "THE NETS STAY")
    assert {speaker for speaker, _ in said(text)} == {"FRF COUNCIL"}


def test_the_outlet_before_the_heading_passes_a_communique_on(encoder: Encoder) -> None:
    report = Report(id="r", source="r.txt", text=COMMUNIQUE)
    statements = pipeline.read(report, encoder.analyse(report.id, report.text)).statements
    assert [span.text for span in statements[0].via] == ["RADIO ALMA"]


def test_without_heading_or_signature_we_are_nobody_that_is_known(said: Said) -> None:
    assert said("We urge the council to open the road.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("THE MEN WERE FOUND IN THE TOWN OF LISBROOK, REYES'S RELATIVES TOLD EFE IN PORT ALMA.", "REYES'S RELATIVES"),
        (
            "Okafor's stepmother, who married Okafor's father in May, said on Thursday that she would leave.",
            "Okafor's stepmother",
        ),
        ("Kall -- editor of Debating The Donald, a book on debates -- said that the road was open.", "Kall"),
        ("The road was closed, a statement by Nadia Reyes, who said that it was unsafe, shows.", "Nadia Reyes"),
        ("The mayor opposed the plan, with a spokesman stating: “The road will stay open for all.”", "a spokesman"),
    ],
)
def test_the_speaker_is_not_the_name_beside_him(said: Said, text: str, speaker: str) -> None:
    assert speaker in [name for name, _ in said(text)]


def test_according_to_ends_at_the_comma(said: Said) -> None:
    text = "ACCORDING TO REPORTS, REYES AND HER COMPANION WERE ABDUCTED BY ARMED MEN."
    assert said(text) == [("REPORTS", "REYES AND HER")]


def test_a_second_thing_said_is_said_by_whoever_says_the_first(said: Said) -> None:
    text = "Liu said that the army could be deployed, warning: “They are already there in the garrison.”"
    assert said(text) == [("Liu", "that the army"), ("Liu", "“They are already")]


def test_between_two_turns_the_speaker_of_the_first_goes_on(said: Said) -> None:
    text = (
        "WALLIS: Governor, do you see it?\n\nPRICE: She has been out there for a month.\n\n"
        "But the road has never been open.\n\n(CROSSTALK)\n\nWALLIS: And the mill?\n\nPRICE: It is closed.\n\n"
        "The interview was recorded on Sunday."
    )
    found = said(text)
    assert ("PRICE", "But the road") in found
    assert not any(words.startswith(("(CROSSTALK)", "The interview")) for _, words in found)


def test_verbs_in_ee_are_known_in_the_past(said: Said) -> None:
    assert said("Nadia Reyes agreed with Okafor’s decision.") == [("Nadia Reyes", "Okafor’s decision")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Authorities obtained a warrant for Reyes after they said her car was spotted in Lisbrook.", "Authorities"),
        ("Investigators have searched the mill since May. On Friday they said that it was empty.", "Investigators"),
        ("The mayor said the road was open. Residents laughed. They said it was closed.", "Residents"),
    ],
)
def test_they_are_the_people_told_of_before(said: Said, text: str, speaker: str) -> None:
    assert said(text)[-1][0] == speaker


def test_they_are_no_things(said: Said) -> None:
    assert said("Roads were flooded on Monday. They said it would rain.") == [("They", "it would rain")]
