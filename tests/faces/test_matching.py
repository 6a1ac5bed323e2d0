"""Who of a list may be meant in a dossier."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from crossread.faces.matching import COLUMNS, as_csv, matches
from crossread.records import Actor, ActorType, Dossier, DossierReport, Form, Span
from crossread.roster import Known

LISTED = (
    Known("Rashid Karwan al-Halbi", ("Abu Karwan",), type="person", ids=(("register", "17"),)),
    Known("Velisk Steel Works", type="company"),
    Known("Tomas Verrel", type="person"),
)


def dossier(*named: tuple[str, ActorType]) -> Dossier:
    """A dossier of one report in which each is named once."""
    text = "; ".join(name for name, _ in named)
    report = DossierReport("r-1", "one.txt", "Courier", None, None, "en", None, text, (), ())
    actors = []
    for number, (name, kind) in enumerate(named):
        at = text.index(name)
        mention = Span("r-1", at, at + len(name), name)
        actors.append(Actor(f"a-{number}", name, kind, (Form(name, 1),), (mention,), ("named",)))
    return Dossier(title="Texts", start=None, end=None, reports=(report,), actors=tuple(actors))


def test_a_spelling_of_the_list_is_the_same() -> None:
    [found] = matches(dossier(("Abu Karwan", "person")), LISTED)
    assert (found.how, found.listed, found.ids) == ("same", "Rashid Karwan al-Halbi", (("register", "17"),))


def test_another_spelling_is_a_suggestion_that_says_how_sure_it_is() -> None:
    [found] = matches(dossier(("Rasheed Karwan Alhalbi", "person")), LISTED)
    assert (found.how, found.like) == ("suggested", "Rashid Karwan al-Halbi")
    assert 0.8 <= found.sure < 1


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Verrel", "person"),  # a surname is nobody's
        ("Ana Duarte", "person"),
        ("Velisk Stel Works", "person"),  # a person is no company
        ("the steel works", "company"),
        ("Hamas", "armed group"),
    ],
)
def test_who_is_not_surely_on_the_list_is_left_out(name: str, kind: ActorType) -> None:
    assert matches(dossier((name, kind)), LISTED) == ()


def test_who_is_known_otherwise_may_stand_on_the_list_in_other_letters() -> None:
    listed = (*LISTED, Known("Mohamad Khatamy", type="person"))
    [found] = matches(dossier(("Mohammad Khatami", "person")), listed)
    assert (found.how, found.listed) == ("suggested", "Mohamad Khatamy")


def test_the_same_come_before_suggestions() -> None:
    found = matches(dossier(("Rasheed Karwan Alhalbi", "person"), ("Tomas Verrel", "person")), LISTED)
    assert [match.how for match in found] == ["same", "suggested"]


def test_csv_points_to_the_characters_and_holds_no_formula() -> None:
    made = dossier(("=Tomas Verrel", "person"))
    [row] = csv.DictReader(StringIO(as_csv(matches(made, LISTED))))
    assert tuple(row) == COLUMNS
    assert row["spelling"] == "'=Tomas Verrel"
    assert made.reports[0].text[int(row["start"]) : int(row["end"])] == "=Tomas Verrel"
