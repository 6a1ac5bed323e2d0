"""The named person behind "the suspect" and "the boy": the one with the same part in the same deed."""

from __future__ import annotations

from crossread.crossing.themes import compare
from crossread.crossing.wording.bearing import resolve_wording
from crossread.records import (
    Actor,
    EventMention,
    Form,
    Incident,
    MergedActors,
    MergedIncidents,
    Part,
    Participant,
    Reading,
    Report,
    Wording,
    WordingMention,
)
from crossread.spans import must_quote

REYES = Actor(id="actor-reyes", name="Ivo Reyes", type="person", forms=(Form("Ivo Reyes", 1),), mentions=(), why=())


def shot(identity: str, whom: str, *, named: bool = False) -> tuple[Report, Reading]:
    """A report whose first sentence tells that somebody was shot, and whose second sentence is a label's."""
    report = Report(id=identity, source=identity, text=f"Guards shot {whom}. The slain boy was nine.")
    part = Part("target", must_quote(report, 12, 12 + len(whom)))
    event = EventMention(
        must_quote(report, 7, 11), must_quote(report, 0, 12 + len(whom)), "ASSAULT", "happened", (part,)
    )
    label = WordingMention(whom, whom, part.span, None, None, "outlet")
    return report, Reading(identity, (), (), events=(event,), wording=() if named else (label,))


def resolved(*given: tuple[Report, Reading]) -> tuple[Wording, ...]:
    reports, readings = tuple(r for r, _ in given), tuple(r for _, r in given)
    evidence = tuple(e.trigger for reading in readings for e in reading.events)
    target = Participant(REYES.id, "Ivo Reyes", "target", evidence[:1])
    incident = Incident(
        "i",
        "ASSAULT",
        "",
        "happened",
        None,
        None,
        "",
        (),
        (target,),
        tuple(r.id for r in reports),
        1,
        evidence,
        (),
        (),
        (),
    )
    of = {(report.id, 0): incident.id for report in reports}
    return resolve_wording(
        reports, readings, MergedActors((REYES,), {}), MergedIncidents((incident,), of), compare(readings), {}
    )


def test_a_label_for_somebody_described_is_for_the_one_named_for_his_part() -> None:
    [found] = resolved(shot("a", "Ivo Reyes", named=True), shot("b", "the brutal robber"))
    assert (found.label, found.actor, found.of) == ("the brutal robber", REYES.id, "Ivo Reyes")


def test_a_body_is_no_single_person() -> None:
    [found] = resolved(shot("a", "Ivo Reyes", named=True), shot("b", "the brutal gang"))
    assert (found.label, found.actor) == ("the brutal gang", None)


def test_nouns_that_make_different_things_of_one_person_are_wording() -> None:
    found = resolved(
        *(
            shot(name, whom, named=True)
            for name, whom in (("a", "the suspect"), ("b", "a little boy"), ("c", "a suspect"))
        )
    )
    assert [(w.label, w.of, w.report) for w in found] == [
        ("suspect", "Ivo Reyes", "a"),
        ("little boy", "Ivo Reyes", "b"),
        ("suspect", "Ivo Reyes", "c"),
    ]


def test_nouns_of_one_kind_are_not() -> None:
    assert not resolved(*(shot(name, "the suspect", named=True) for name in "abc"))


def test_somebody_slain_is_the_one_named_as_struck() -> None:
    report, reading = shot("a", "Ivo Reyes", named=True)
    label = WordingMention("slain boy", "boy", must_quote(report, 27, 36), None, None, "outlet")
    [found] = resolved((report, Reading("a", (), (), events=reading.events, wording=(label,))))
    assert (found.label, found.of) == ("slain boy", "Ivo Reyes")


def test_a_deed_is_nobody() -> None:
    [found] = resolved(shot("a", "Ivo Reyes", named=True), shot("b", "the brutal attack"))
    assert (found.label, found.actor) == ("the brutal attack", None)
