"""What the rules kept apart is joined where all that was told of two deeds is likely of one."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from crossread.crossing.incidents import secondlook
from crossread.crossing.incidents.accounts import account
from crossread.crossing.incidents.retelling import Cluster
from crossread.crossing.incidents.secondlook import Deed, look_again
from crossread.crossing.incidents.tellings import Telling
from crossread.embeddings import packed
from crossread.records import EventMention, Reading, Sentence, Span

NOBODY = frozenset[str]()
SAID = packed((0.6, 0.8))
DAY = date(2031, 6, 12)


def telling(sentence: int, kind: str = "riot", report: str = "r", **more: Any) -> Telling:
    at = 100 * sentence
    span = Span(report, at, at + len(kind), kind)
    event = EventMention(span, span, "PROTEST", "happened", kind=kind, sentence=sentence)
    plain = Telling(
        at=(report, sentence), event=event, actors=NOBODY, targets=NOBODY, others=NOBODY, lands=NOBODY, roles=(),
        places=(), setting=(), start=None, end=None, by=None, near=0, latest=None, word=kind, names=NOBODY, noun=False,
        definite=False, indefinite=False, apart=False, plural=False, lede=sentence < 3, embedding=SAID,
    )  # fmt: skip
    return replace(plain, **more)


def on(day: int) -> dict[str, Any]:
    return {"start": DAY.replace(day=day), "end": DAY.replace(day=day), "near": 3}


def looked(*tellings: Telling, near: float = 0.5) -> list[Deed]:
    """Each telling a deed of its own until it is looked at again."""
    reports = sorted({t.at[0] for t in tellings})
    sentences = tuple(Sentence(100 * k, 100 * k + 99, k, ()) for k in range(20))
    return look_again(
        [Cluster(t, account([t])) for t in tellings],
        [Reading(report, sentences) for report in reports],
        {(a, b): near for a in reports for b in reports if a < b},
    )


def test_a_telling_without_evidence_of_its_own_is_of_the_deed_at_hand() -> None:
    (deed,) = looked(telling(0, **on(3)), telling(9))
    assert len(deed.members) == 2
    assert len(deed.why) == 1
    assert "looked at again" in deed.why[0]


def test_other_kinds_of_deeds_are_never_held_against_each_other() -> None:
    assert len(looked(telling(0, "riot"), telling(9, "earthquake"))) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (on(3), on(9)),
        ({"names": frozenset(("orla",))}, {"names": frozenset(("petra",))}),
        ({"actors": frozenset(("lund",))}, {"actors": frozenset(("voss",)), "embedding": packed((1.0, 0.0))}),
    ],
    ids=["days", "names of their own", "doers"],
)
def test_what_speaks_against_it_keeps_deeds_apart(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert len(looked(telling(0, **first), telling(9, **second))) == 2


def test_what_two_speakers_say_are_two_remarks() -> None:
    def remark(sentence: int, who: str) -> Telling:
        said = telling(sentence, "remark", actors=frozenset((who,)), **on(3))
        return replace(said, event=msgspec.structs.replace(said.event, type="STATEMENT"))

    assert len(looked(remark(0, "lund"), remark(9, "voss"))) == 2
    assert len(looked(remark(0, "lund"), remark(9, "lund"))) == 1


def test_only_reports_of_one_story_are_held_against_each_other() -> None:
    both = telling(0, report="r"), telling(0, report="s")
    assert len(looked(*both, near=0.5)) == 1
    assert len(looked(*both, near=0.1)) == 2


def test_deeds_of_one_report_must_be_likelier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secondlook, "LEAST_IN_ONE", 1.0)
    assert len(looked(telling(0), telling(9))) == 2
    assert len(looked(telling(0), telling(9, report="s"))) == 1


def test_two_sorts_of_deed_are_one_only_where_a_report_tells_one_first() -> None:
    attack, killing = telling(0, "attack"), telling(9, "killing")
    assert len(looked(attack, killing)) == 1
    assert len(looked(replace(attack, lede=False), killing)) == 2


def test_the_order_of_deeds_makes_no_difference() -> None:
    told = [
        telling(0, **on(3)),
        telling(5, embedding=packed((0.8, 0.6)), **on(9)),
        telling(9),
        telling(12, actors=frozenset(("lund",))),
    ]
    one = {frozenset(t.at for t in deed.members) for deed in looked(*told)}
    other = {frozenset(t.at for t in deed.members) for deed in looked(*reversed(told))}
    assert one == other


def test_nothing_told_makes_no_deed() -> None:
    assert looked() == []
