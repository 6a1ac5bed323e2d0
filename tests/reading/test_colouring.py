"""Descriptions that colour: tempers and virtues with people, severity with measures, looks with places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.reading.encoder.model import Encoder
from crossread.reading.wording.choosing import find_wording, judges
from crossread.records import Report, WordingMention
from crossread.trees import Tree

Words = Callable[[str], tuple[WordingMention, ...]]


@pytest.mark.parametrize(
    ("text", "label", "of"),
    [
        ("Angry fans waited outside the mill.", "Angry fans", "fans"),
        ("The crowd became unruly near the bridge.", "unruly", "The crowd"),
        ("Neighbours said that Nadia Reyes was a quiet, hard-working student.", "hard-working student", "Nadia Reyes"),
        ("The council approved harsh new measures.", "harsh new measures", "new measures"),
        ("The island is a popular resort.", "popular resort", "The island"),
        ("Youths went on the rampage in the old town.", "rampage", "Youths"),
        ("It was a quiet march that turned into a riot.", "turned into a riot", "march"),
        ("Officers tried to engage the suspect near the mill.", "engage the suspect", "the suspect"),
        ("The earthquake was really strong.", "really strong", "The earthquake"),
        ("Machete-wielding youths blocked the road.", "Machete-wielding youths", "youths"),
        ("Police spoke of a horde of migrants near the bridge.", "horde of migrants", "migrants"),
        ("Residents complained of a police lockdown.", "police lockdown", "police"),
        ("Shoppers said that the firebrand Nadia Reyes was there.", "firebrand", "Nadia Reyes"),
        ("A hardliner feared by many, Nadia Reyes was heard first.", "hardliner", "Nadia Reyes"),
        ("The dairy's billionaire founder left on Monday.", "billionaire founder", "founder"),
        ("Jubilant crowds filled the old town.", "Jubilant crowds", "crowds"),
        ("Nadia Reyes behaved like a bully.", "bully", "Nadia Reyes"),
        ("Anti-tax protesters blocked the road.", "Anti-tax protesters", "protesters"),
    ],
)
def test_coloured_words_and_whom_they_are_for(words: Words, text: str, label: str, of: str) -> None:
    found = {(w.label, w.of) for w in words(text)}
    assert any(label in have and of.lower() in bearer.lower() for have, bearer in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The popular vote was counted on Monday.",  # a quality of places
        "The gentle slope ends at the river.",  # a quality of people
        "A severe headache kept the mayor at home.",  # a quality of measures
        "Officers engaged the gears.",
        "The dogs barked near the river.",
        "An explosion of gas damaged the mill.",
    ],
)
def test_a_quality_counts_with_its_kind_alone(words: Words, text: str) -> None:
    assert [w.label for w in words(text)] == []


def test_colour_says_nothing_about_whether_a_sentence_argues(encoder: Encoder) -> None:
    report = Report(id="r", source="r.txt", text="A jubilant crowd met near the mill on Monday.")
    trees = tuple(Tree(sentence) for sentence in encoder.analyse(report.id, report.text).sentences)
    assert find_wording(report, trees, (), (), ())
    assert not any(judges(report, trees, (), ()))


def test_a_description_that_opens_a_report_is_for_the_one_named_next(words: Words) -> None:
    text = "A heartless smuggler was jailed for two years on Monday. Nadia Reyes had brought nine boats to the island."
    found = {(w.label, w.of) for w in words(text)}
    assert ("heartless smuggler", "Nadia Reyes") in found, found
