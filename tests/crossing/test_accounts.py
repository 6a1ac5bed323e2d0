"""The day of a deed: the one that hangs on the deed itself, in most tellings."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, strategies as st

from crossread.crossing.incidents.accounts import account, agreed_days
from crossread.crossing.incidents.tellings import Telling
from crossread.records import EventMention, Span

DAY = date(2031, 6, 12)


def told(day: date, near: int, kind: str = "attack") -> Telling:
    span = Span("r", 0, 6, "attack")
    event = EventMention(span, span, "ASSAULT", "happened", kind=kind)
    none = frozenset[str]()
    return Telling(
        at=("r", 0), event=event, actors=none, targets=none, others=none, lands=none, roles=(), places=(), setting=(),
        start=day, end=day, by=None, near=near, latest=None, word="attack", names=none, noun=True, definite=True,
        indefinite=False, apart=False, plural=False, lede=False, embedding=b"",
    )  # fmt: skip


def test_a_day_on_the_deed_outweighs_days_elsewhere_in_its_sentence() -> None:
    later = DAY + timedelta(days=4)
    assert agreed_days([told(later, 1), told(DAY, 3), told(later, 1)])[:2] == (DAY, DAY)


def test_many_that_agree_outweigh_one() -> None:
    later = DAY + timedelta(days=4)
    assert agreed_days([told(later, 2), told(DAY, 3), told(later, 2)])[:2] == (later, later)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 3)), min_size=1, max_size=6), st.randoms())
def test_the_order_of_tellings_makes_no_difference(days: list[tuple[int, int]], random: object) -> None:
    tellings = [told(DAY + timedelta(days=n), near) for n, near in days]
    turned = list(tellings)
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert agreed_days(tellings) == agreed_days(turned)


def test_a_deed_of_which_each_telling_names_another_kind_is_of_all_kinds() -> None:
    kinds = ("attack", "bombing", "killing", "launch", "air strike", "destruction")
    assert account([told(DAY, 1, kind) for kind in kinds]).kinds == kinds
