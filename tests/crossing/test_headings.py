"""Titles read as a newspaper would put them, and only somebody takes part."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from crossread.crossing.incidents.headings import title_of
from crossread.crossing.incidents.parties import participants
from crossread.crossing.incidents.partywords import names_party, party_key
from crossread.crossing.incidents.tellings import Telling
from crossread.records import Actor, EventMention, Place, Role, Span

ACTORS = {
    "a-tern": Actor("a-tern", "Tern Brigade", "armed group", (), (), ()),
    "a-lund": Actor("a-lund", "Ada Lund", "person", (), (), ()),
}
ORSK = Place("p-orsk", "Orsk", "NO", 10.0, 10.0, "town", ())


def telling(
    text: str,
    trigger: str,
    *parts: tuple[Role, str | None, str],
    kind: str = "attack",
    type_: str = "ASSAULT",
    noun: bool = False,
    instrument: str | None = None,
    report: str = "r",
) -> Telling:
    def span(piece: str) -> Span:
        at = text.index(piece)
        return Span(report, at, at + len(piece), piece)

    event = EventMention(
        span(trigger), Span(report, 0, len(text), text), type_, "happened", instrument=instrument, kind=kind
    )
    roles = tuple((role, actor, span(piece)) for role, actor, piece in parts)
    empty = frozenset[str]()
    return Telling(
        at=(report, 0), event=event, actors=empty, targets=empty, others=empty, lands=empty, roles=roles, places=(),
        setting=(), start=None, end=None, by=None, near=0, latest=None, word=trigger, names=empty, noun=noun,
        definite=False, indefinite=False, apart=False, plural=False, lede=True, embedding=b"",
    )  # fmt: skip


def title(*members: Telling, places: tuple[Place, ...] = (), day: date | None = None) -> str:
    return title_of(members, participants(members), places, (day, day), ACTORS, {})


def test_a_deed_with_a_noun_is_named_by_it() -> None:
    made = telling(
        "The Tern Brigade attacked a mill", "attacked", ("actor", "a-tern", "Tern Brigade"), ("target", None, "a mill"),
        instrument="drone",
    )  # fmt: skip
    assert title(made, places=(ORSK,), day=date(2031, 3, 3)) == (
        "Drone attack on a mill by the Tern Brigade in Orsk (3 Mar 2031)"
    )


def test_counts_at_the_beginning_of_a_sentence_lose_their_capital() -> None:
    made = telling(
        "About 30 men were arrested", "arrested", ("target", None, "About 30 men"), kind="arrest", type_="COERCE"
    )
    assert title(made) == "Arrest of about 30 men"


def test_a_deed_without_a_noun_is_told_by_its_clause() -> None:
    made = telling(
        "and Crews brought the blaze under control", "brought", ("actor", None, "Crews"), kind="bring", type_="OTHER"
    )
    assert title(made) == "Crews brought the blaze under control"


def test_words_of_a_noun_without_parties_are_its_title() -> None:
    made = telling("A fire there in 2019 killed 41 inmates", "fire", kind="trouble", type_="OTHER", noun=True)
    assert title(made) == "Fire there in 2019 killed 41 inmates"


def test_a_pronoun_gives_way_to_the_name() -> None:
    made = telling("She shelved the plan", "shelved", ("actor", "a-lund", "She"), kind="shelve", type_="OTHER")
    assert title(made) == "Ada Lund shelved the plan"


def test_a_long_clause_is_cut_between_words() -> None:
    text = "Crews brought the blaze under control after eleven hours of work in the old mill by the river and the"
    made = title(telling(text, "brought", ("actor", None, "Crews"), kind="bring", type_="OTHER"))
    assert len(made) <= 80
    assert text.startswith(made)
    assert made.split()[-1] not in ("the", "of", "in", "by", "and")


def test_an_accusation_is_not_passed_on_as_fact() -> None:
    made = telling(
        "The Tern Brigade attacked a mill, the ministry said", "attacked", ("actor", "a-tern", "Tern Brigade"),
        ("target", None, "a mill"),
    )  # fmt: skip
    said = replace(made, event=replace(made.event, statement=0))
    assert title(said) == "Attack on a mill"
    assert title(said, made) == "Attack on a mill by the Tern Brigade"


def test_what_one_party_alone_is_accused_of_stays_out_of_the_title() -> None:
    told = [
        telling(f"{who} hit the mill", "hit", ("actor", None, who), ("target", None, "the mill"), report=f"r{n}")
        for n, who in enumerate(("Rebels", "Soldiers", "Bandits"))
    ]
    assert " by " not in title(*told)


def test_whom_one_of_many_reports_names_stays_out_of_the_title() -> None:
    named = telling("Rebels hit the mill", "hit", ("actor", None, "Rebels"), ("target", None, "the mill"), report="r0")
    silent = [
        telling("Somebody hit the mill", "hit", ("target", None, "the mill"), report=f"r{n}") for n in range(1, 3)
    ]
    assert title(named, silent[0]) == "Attack on the mill by rebels"
    assert title(named, *silent) == "Attack on the mill"


def test_a_party_has_the_role_that_most_tellings_give_it() -> None:
    told = [
        telling("Ada Lund fell to Tern", "fell", (role, "a-lund", "Ada Lund"), report=f"r{n}")
        for n, role in enumerate(("target", "target", "actor"))
    ]  # fmt: skip
    listed = participants(told)
    assert [(p.actor, p.role, len(p.evidence)) for p in listed] == [("a-lund", "target", 3)]


@pytest.mark.parametrize(
    "text", ["Four", "its", "we", "which", "ORSKVILLE", "dead", "on fire", "This massacre", "at least 12"]
)
def test_counts_pronouns_datelines_and_deeds_are_nobody(text: str) -> None:
    assert not names_party(text)


@pytest.mark.parametrize("text", ["fishermen", "Four sailors", "the mill", "a school of the guild"])
def test_somebody(text: str) -> None:
    assert names_party(text)


def test_parties_are_the_same_whatever_their_count() -> None:
    assert party_key("at least four sailors") == party_key("11 sailors") == "sailors"


def test_a_noun_that_says_nothing_gives_way_to_the_clause() -> None:
    made = telling(
        "Ada Lund cancelled a visit", "cancelled", ("actor", "a-lund", "Ada Lund"), kind="cancellation",
        type_="SANCTION",
    )  # fmt: skip
    assert title(made) == "Ada Lund cancelled a visit"


def test_a_deed_told_in_many_ways_has_a_title() -> None:
    kinds = ("shooting", "bombing", "killing", "raid", "clash", "strike", "wounding")
    members = [telling("Men did it.", "did", kind=kind) for kind in kinds]
    assert title_of(members, (), [ORSK], (None, None), ACTORS, {})


def test_a_signed_paper_is_not_who_signed_it() -> None:
    signing = telling(
        "Ada Lund signed the treaty", "signed", ("target", "a-lund", "Ada Lund"), kind="signing", type_="SUPPORT"
    )
    assert "of Ada Lund" not in title(signing, places=(ORSK,))


def test_a_place_in_the_capitals_of_a_dateline_is_written_as_a_name() -> None:
    made = telling("rebels attacked a mill", "attacked", ("target", None, "a mill"))
    assert title(made, places=(replace(ORSK, name="VARSZEG"),)) == "Attack on a mill in Varszeg"
    assert title(made, places=(replace(ORSK, name="UAE"),)) == "Attack on a mill in UAE"


def test_a_deed_that_has_only_its_verb_is_told_by_what_was_done() -> None:
    made = telling("he had pawned two silver cups", "pawned", kind="pawn", type_="CRIME")
    assert title(made) == "Pawned two silver cups"
    listed = telling("will be eased on Friday", "eased", kind="lifting", type_="CONCEDE")
    assert title(listed) == "Lifting"
