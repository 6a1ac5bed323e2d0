"""Parties of a deed that its own noun does not govern: carried out by, between whom it broke out, who was put under."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]


@pytest.mark.parametrize(
    ("text", "trigger", "role", "party"),
    [
        ("He was hurt in the attack perpetrated by unidentified gunmen.", "attack", "actor", "gunmen"),
        ("They condemned the attack carried out by the rebels.", "attack", "actor", "rebels"),
        ("Clashes broke out between the crowd and police.", "Clashes", "actor", "crowd"),
        ("Minister Ana Kohl paid tribute to the victims on a visit to Norland.", "visit", "actor", "Ana Kohl"),
        ("A group of 28 people were put under quarantine.", "quarantine", "target", "people"),
    ],
)
def test_a_noun_has_the_parties_that_its_clause_names(
    read: Read, text: str, trigger: str, role: str, party: str
) -> None:
    _, reading = read(text)
    event = next(event for event in reading.events if trigger in event.trigger.text)
    assert party in " | ".join(part.span.text for part in event.parts if part.role == role)


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        (
            "A court in Orsk on Tuesday sentenced former mayor Karl Voss to five years in prison.",
            "sentenced",
            {"actor": "court", "target": "Karl Voss"},
        ),
        ("The envoy, whom rebels kidnapped in May, was freed on Monday.", "kidnapped", {"actor": "rebels"}),
        (
            "The two presidents signed an agreement to withdraw their troops from the border.",
            "withdraw",
            {"actor": "two presidents", "target": "troops"},
        ),
        ("The court issued an order to release the journalist.", "release", {"actor": "", "target": "journalist"}),
        ("The jury found Mira Sol guilty of fraud.", "guilty", {"actor": "jury", "target": "Mira Sol"}),
        ("The bank's chief executive, Mira Sol, was dismissed.", "dismissed", {"target": "Mira Sol"}),
        ("An explosion at a coal mine trapped 23 miners.", "trapped", {"actor": "", "target": "miners"}),
        ("The police fired rubber bullets and tear gas at demonstrators.", "fired", {"target": "demonstrators"}),
        ("Man held after pharmacist stabbed in Orsk", "held", {"actor": "", "target": "Man"}),
        ("Man held after pharmacist stabbed in Orsk", "stabbed", {"actor": "", "target": "pharmacist"}),
        (
            "Gunmen abducted 12 tourists near the Tamarin oasis on Monday.",
            "abducted",
            {"actor": "Gunmen", "target": "12 tourists"},
        ),
        (
            "TAMARIN (KNS) - Unidentified gunmen abducted 12 foreign tourists and three guides near Tamarin on Monday, "
            "the interior ministry said.",
            "abducted",
            {"actor": "gunmen", "target": "12 foreign tourists"},
        ),
        ("A 19-year-old was arrested on suspicion of murder.", "arrested", {"target": "19-year-old"}),
        ("Velmar's seizure of the port angered its neighbours.", "seizure", {"actor": "Velmar", "target": "port"}),
    ],
)
def test_who_does_what_to_whom(read: Read, text: str, trigger: str, roles: dict[str, str]) -> None:
    _, reading = read(text)
    event = next(event for event in reading.events if trigger in event.trigger.text)
    for role, party in roles.items():
        found = [part.span.text for part in event.parts if part.role == role]
        assert (party in " | ".join(found)) if party else not found


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "status"),
    [
        ("If the sanctions are not lifted, Velmar will leave the treaty.", "lifted", "RETREAT", "hypothetical"),
        ("The firm plans to cut 1,200 jobs and close two plants.", "close", "ENTERPRISE", "planned"),
        ("Voters rejected the proposed constitution in Sunday's referendum.", "referendum", "VOTE", "happened"),
        ("She pleaded not guilty to the murder on Friday.", "pleaded", "REJECT", "happened"),
        ("A fire trapped dozens of guests in a hotel in Tarma.", "trapped", "DISASTER", "happened"),
        ("Rebels shelled a market in Dorva on Monday.", "shelled", "ASSAULT", "happened"),
    ],
)
def test_what_a_deed_is_and_whether_it_was_done(read: Read, text: str, trigger: str, type_: str, status: str) -> None:
    _, reading = read(text)
    event = next(event for event in reading.events if trigger in event.trigger.text)
    assert (event.type, event.status) == (type_, status)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A man was stabbed to death on Sunday.", "death"),
        ("The Labour Ministry called the strike by dock workers illegal.", "called"),
        ("The mayor called the attack in Orsk cowardly.", "called"),
        ("The strike by nurses entered its third week on Monday.", "entered"),
        ("The minister is under fire over an inspection in Orsk on Friday.", "fire"),
    ],
)
def test_words_that_tell_of_another_deed_are_none(read: Read, text: str, word: str) -> None:
    _, reading = read(text)
    assert reading.events
    assert all(event.trigger.text != word for event in reading.events)


def test_the_day_of_a_toll_is_nobodys_death(read: Read) -> None:
    _, reading = read("The death toll from the collapse of a bridge in Orsk rose to 11 on Friday.")
    assert [event.times for event in reading.events] == [()] * len(reading.events)


def test_a_bridge_that_fails_an_inspection_stands(read: Read) -> None:
    _, reading = read("The 1968 bridge failed an inspection in November.")
    assert all(event.type != "ACCIDENT" and event.status == "happened" for event in reading.events)


def test_who_sees_a_report_did_not_write_it(read: Read) -> None:
    _, reading = read("Norbau knew of the cracks, according to a report seen by the Orsk Herald.")
    assert all(part.role != "actor" for event in reading.events for part in event.parts if event.kind == "study")


def test_who_runs_a_clinic_does_no_deed(read: Read) -> None:
    _, reading = read("Karl Imhof, who runs the clinic in Dorva, visited South Harn on Monday.")
    assert [event.trigger.text for event in reading.events] == ["visited"]


def test_who_falls_ill_suffers(read: Read) -> None:
    _, reading = read("Karl Imhof fell ill on Monday.")
    assert [(part.role, part.span.text) for part in reading.events[0].parts] == [("target", "Karl Imhof")]


def test_a_fever_says_nothing(read: Read) -> None:
    _, reading = read("They shut the frontier against a fever that has claimed 17 lives, officials said on Thursday.")
    assert [statement.speaker_text for statement in reading.statements] == ["officials"]


def test_a_verb_that_goes_on_keeps_the_day(read: Read) -> None:
    _, reading = read("Special forces stormed a farmhouse before dawn on Thursday and freed nine tourists.")
    assert {event.trigger.text: [reading.times[k].span.text for k in event.times] for event in reading.events} == {
        "stormed": ["dawn on Thursday"],
        "freed": ["dawn on Thursday"],
    }


def test_a_verb_that_goes_on_keeps_no_year(read: Read) -> None:
    _, reading = read("The firm bought the mill in 2012 and sued the council over the road.")
    assert {event.trigger.text: len(event.times) for event in reading.events} == {"bought": 1, "sued": 0}
