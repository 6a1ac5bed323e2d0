"""Whom a judging word is for, where the clause around it tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread import pipeline
from crossread.reading.encoder.model import Encoder
from crossread.records import Reading, Report, WordingMention

Words = Callable[[str], tuple[WordingMention, ...]]


@pytest.mark.parametrize(
    ("text", "label", "of"),
    [
        ("The trial turned the chain from a high-street darling into a laughing stock.", "laughing stock", "chain"),
        ("Such payments constitute bribery, which is a disgrace.", "bribery", "payments"),
        ("The village lies in a lawless region near the border.", "lawless region", "village"),
        ("In a vote praised by allies but derided by rivals as a charade, the senate passed it.", "charade", "vote"),
        ("The greed shown by the bankers shocked many.", "greed", "bankers"),
        ("The senate condemned the “barbarism” of the raids on the camp.", "barbarism", "raids"),
        ("The ministry was shedding its authoritarian past.", "authoritarian past", "ministry"),
        ("The hospital, long a national disgrace, will close.", "disgrace", "hospital"),
        ("And who is this hapless mayor?", "hapless mayor", "mayor"),
        ("Nadia Reyes is casting herself as a champion of the poor.", "champion", "Nadia Reyes"),
        ("The mayor called shameful the demands of the council.", "shameful", "demands"),
        ("The rumour appears to have been made up out of thin air.", "out of thin air", "rumour"),
        ("Critics dubbed Nadia Reyes “the Queen of Mean”.", "Queen of Mean", "Nadia Reyes"),
    ],
)
def test_the_clause_tells_whom_a_label_is_for(words: Words, text: str, label: str, of: str) -> None:
    found = [(w.label, w.of) for w in words(text)]
    assert any(label in have and of in bearer for have, bearer in found), found


def test_a_description_takes_up_the_name_told_before(encoder: Encoder) -> None:
    text = "Analysts doubt Velora Bank Ltd. The troubled bank closed on Monday."
    report = Report(id="r", source="r.txt", text=text)
    reading: Reading = pipeline.read(report, encoder.analyse(report.id, text))
    named = [m for m in reading.mentions if m.named and m.type == "company"]
    found = [w.of for w in reading.wording if "troubled" in w.label]
    assert not named or found == [named[0].span.text]


def test_a_deed_and_who_is_behind_it(words: Words) -> None:
    [found] = [w for w in words("Troops obeyed the draconian decrees of Nadia Reyes.") if "draconian" in w.label]
    assert found.behind == (found.bearer is not None)
    assert "decrees" in found.of or "Reyes" in found.of


@pytest.mark.parametrize(
    ("text", "label", "of"),
    [
        ("Farmers accused Nadia Reyes of meddling.", "meddling", "Nadia Reyes"),  # not the farmers
        ("They are haughty, arrogant, and cowards.", "cowards", "They"),
        ("The thieves left the island like cowards.", "cowards", "The thieves"),  # not the island
        ("Nicknamed the “Iron Duck”, Nadia Reyes was arrested on Monday.", "Iron Duck", "Nadia Reyes"),
        ("The firm said the storm “greatly disturbed” its work.", "greatly disturbed", "the storm"),
        ("The van will be the “Orvel of boats” for many.", "Orvel of boats", "The van"),
        ("Nadia Reyes's half-hearted apology angered many.", "half-hearted apology", "Nadia Reyes"),
        ("This terrorist action against the hotel ended.", "terrorist action", "action"),
        ("We recall the dam war, a terrible and costly conflict.", "terrible and costly conflict", "dam war"),
    ],
)
def test_whom_a_sentence_says_it_of(words: Words, text: str, label: str, of: str) -> None:
    found = {(w.label, w.of) for w in words(text)}
    assert any(label in have and of.lower() in bearer.lower() for have, bearer in found), found


def test_what_somebody_calls_so_is_not_what(words: Words) -> None:
    assert all(w.of != "what" for w in words("Officers are looking into what they say is an outburst of violence."))


def test_who_describes_a_thing_is_not_what_he_calls_it(words: Words) -> None:
    found = words("Nadia Reyes deplored what she described as a barbaric aggression.")
    assert found
    assert all("she" not in w.of.lower().split() for w in found if "aggression" in w.label)
