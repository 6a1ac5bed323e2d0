"""What the desks of a paper list besides blows and storms: courts, firms, parliaments, rites."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Guards fired at the boat near Lisk.", "fired at", "shooting"),
        ("The mayor left the firm on Monday.", "left", "resignation"),
        ("The mill in Orsk slashed 300 jobs on Monday.", "slashed", "layoffs"),
        ("Ferry services resumed on Tuesday.", "resumed", "resumption"),
        ("The parliament revoked the decree on Friday.", "revoked", "law"),
        ("The adoption of the law was delayed.", "adoption", "law"),
        ("Sergeant Vale was relieved of duty on Monday.", "relieved of duty", "dismissal"),
        ("Mourners laid flowers at the gate.", "laid flowers", "commemoration"),
        ("Two sailors suffered bruises.", "suffered", "injuries"),
        ("Divers recovered a revolver from the canal.", "recovered", "find"),
        ("The four men pledged allegiance to the duke.", "pledged allegiance", "allegiance"),
        ("Minister Petra Voss told a rally in Lisk that the port would stay open.", "told", "speech"),
        ("The envoy told a rally that the port would stay open.", "told", "speech"),
        ("A bullet hit a cook in Maro. The man was shot dead after an argument, police said.", "argument", "quarrel"),
    ],
)
def test_a_deed_of_the_desks_is_read(read: Read, text: str, trigger: str, kind: str) -> None:
    assert (trigger, kind) in [(event.trigger.text, event.kind) for event in read(text)[1].events]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The man left his coat at the office.", "left"),
        ("The cook cut the bread.", "cut"),
        ("The two countries have a dispute over a river.", "dispute"),
        ("Petra Voss told a joke.", "told"),
    ],
)
def test_what_no_desk_lists_is_no_such_deed(read: Read, text: str, trigger: str) -> None:
    kinds = {event.kind for event in read(text)[1].events if event.trigger.text == trigger}
    assert kinds.isdisjoint(("resignation", "layoffs", "quarrel", "speech"))
