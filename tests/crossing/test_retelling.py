"""Inside a report: what goes back to the deed told before, and what begins another."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from crossread.crossing.incidents.accounts import account
from crossread.crossing.incidents.anew import is_another, is_series, turns
from crossread.crossing.incidents.happenings import incident_of, worth_a_line
from crossread.crossing.incidents.merging import across
from crossread.crossing.incidents.retelling import Cluster, in_report
from crossread.crossing.incidents.tellings import Telling
from crossread.crossing.incidents.victimcounts import victim_counts
from crossread.embeddings import packed
from crossread.records import EventMention, MergedStatements, Place, Quantity, Reading, Sentence, Span, Token

NOBODY = frozenset[str]()


def telling(sentence: int, word: str = "killed", kind: str = "killing", **more: Any) -> Telling:
    """A deed told in a sentence of its own, near the top of the report."""
    at = 100 * sentence
    span = Span("r", at, at + len(word), word)
    event = EventMention(span, span, "ASSAULT", "happened", kind=kind, sentence=sentence)
    plain = Telling(
        at=("r", sentence), event=event, actors=NOBODY, targets=NOBODY, others=NOBODY, lands=NOBODY, roles=(),
        places=(), setting=(), start=None, end=None, by=None, near=0, latest=None, word=word, names=NOBODY, noun=False,
        definite=False, indefinite=False, apart=False, plural=False, lede=sentence < 3, embedding=b"",
    )  # fmt: skip
    return replace(plain, **more)


def deeds(*tellings: Telling) -> int:
    return len(in_report(tellings))


def test_what_follows_is_of_the_deed_told_first() -> None:
    assert deeds(telling(0), telling(1)) == 1


def test_other_persons_struck_are_another_deed() -> None:
    assert deeds(telling(0, victims=frozenset(("lund",))), telling(1, victims=frozenset(("voss",)))) == 2
    assert deeds(telling(0, victims=frozenset(("lund",))), telling(1, victims=frozenset(("lund", "voss")))) == 1


def test_another_number_of_victims_is_another_deed() -> None:
    assert deeds(telling(0, toll=(("killed", 16.0),)), telling(1, toll=(("killed", 44.0),))) == 2
    assert deeds(telling(0, toll=(("killed", 16.0),)), telling(1, toll=(("killed", 16.0),))) == 1
    assert deeds(telling(0, toll=(("killed", 16.0),)), telling(1, toll=(("injured", 44.0),))) == 1


def test_another_blast_is_another_deed() -> None:
    assert deeds(telling(0, "blast"), telling(1, "blast", noun=True, another=True)) == 2


def test_a_sentence_may_turn_to_another_deed() -> None:
    assert deeds(telling(0), telling(1, "blast", "attack", turning=True)) == 2
    assert deeds(telling(0, "blast"), telling(1, "blast", noun=True, definite=True, turning=True)) == 1


def test_a_count_ties_its_word_to_the_blow() -> None:
    blow, dead = telling(0, "ambush", "attack"), telling(1)
    assert deeds(blow, dead) == 2
    assert deeds(blow, replace(dead, tied=frozenset((0,)))) == 1


def test_killed_and_wounded_in_one_breath_are_one_deed() -> None:
    killed, wounded = telling(5), telling(5, "wounded", "wounding")
    assert deeds(killed, wounded) == 1
    assert deeds(killed, replace(wounded, event=replace(wounded.event, sentence=6))) == 2


def test_words_for_those_struck_tell_that_it_is_the_same_deed() -> None:
    first, later = telling(3, "massacred", struck=frozenset(("priest",))), telling(9, "shooting", "shooting")
    assert deeds(first, later) == 2
    again = replace(later, noun=True, definite=True, struck=frozenset(("priest", "cook")))
    assert deeds(first, again) == 1
    assert deeds(first, replace(again, struck=frozenset(("nurse",)))) == 2


def test_an_aftershock_is_another_deed() -> None:
    shock = sentence(("an", "DET", 1, "det"), ("aftershock", "NOUN", -1, "root"))
    at = shock.tokens[1]
    span = Span("r", at.start, at.end, "aftershock")
    assert is_another(shock, EventMention(span, span, "DISASTER", "happened"))


@pytest.mark.parametrize(
    ("case", "number", "several"), [("in", "forty", True), ("over", "two", True), ("after", "forty", False)]
)
def test_deeds_of_many_days_are_several(case: str, number: str, several: bool) -> None:
    words = (("Two", "nummod", 1), ("died", "root", -1), (case, "case", 4), (number, "nummod", 4), ("days", "obl", 1))
    tokens, at = [], 0
    for text, rel, head in words:
        tokens.append(Token(at, at + len(text), text, text.removesuffix("s"), "X", head, rel))
        at += len(text) + 1
    span = Span("r", 4, 8, "died")
    event = EventMention(span, span, "ASSAULT", "happened", kind="killing")
    assert is_series(Sentence(0, at, 0, tuple(tokens)), event) is several


def test_a_day_that_only_stands_in_the_sentence_tells_no_noun_apart() -> None:
    first = telling(0, start=date(2031, 5, 2), end=date(2031, 5, 2), near=3)
    later = {"start": date(2031, 5, 9), "end": date(2031, 5, 9), "noun": True, "definite": True}
    assert deeds(first, telling(1, **later, near=1)) == 1
    assert deeds(first, telling(1, **later, near=2)) == 2


@pytest.mark.parametrize(
    ("near", "meaning", "deeds_left"), [(0.5, (1.0, 0.0), 1), (0.5, (0.0, 1.0), 2), (0.1, (1.0, 0.0), 2)]
)
def test_deeds_of_a_story_that_mean_the_same_need_no_name(
    near: float, meaning: tuple[float, ...], deeds_left: int
) -> None:
    one, other = (
        telling(9, "vote", "vote", embedding=packed((1.0, 0.0))),
        telling(9, "vote", "vote", embedding=packed(meaning)),
    )
    other = replace(other, at=("s", 9))
    clusters = [Cluster(told, account([told])) for told in (one, other)]
    joined = list(across(clusters, {("r", "s"): near}))
    assert len(joined) == deeds_left
    assert ["told alike" in why for cluster in joined for why in cluster.why] == [True] * (2 - deeds_left)


def test_a_deed_without_a_place_is_where_its_sentence_is() -> None:
    orsk, dalvik = (Place(name, name.title(), None, None, None, "town", ()) for name in ("orsk", "dalvik"))
    beside = telling(0, beside=(orsk,))

    def where(*members: Telling) -> tuple[str, ...]:
        return incident_of(members, (), (), {}, {}, MergedStatements((), {}), {}, {}).places

    assert where(beside) == ("orsk",)
    assert where(beside, telling(1, places=(dalvik,))) == ("dalvik",)


def sentence(*words: tuple[str, str, int, str]) -> Sentence:
    """Words with part of speech, head and relation, one blank apart."""
    tokens, at = [], 0
    for text, pos, head, rel in words:
        tokens.append(Token(at, at + len(text), text, text.lower(), pos, head, rel))
        at += len(text) + 1
    return Sentence(0, at, 0, tuple(tokens))


@pytest.mark.parametrize(("word", "new"), [("another", True), ("second", True), ("earlier", True), ("the", False)])
def test_a_noun_says_whether_it_is_another(word: str, new: bool) -> None:
    told = sentence((word, "ADJ", 1, "amod"), ("blast", "NOUN", -1, "root"))
    at = told.tokens[1]
    span = Span("r", at.start, at.end, "blast")
    assert is_another(told, EventMention(span, span, "ASSAULT", "happened")) is new


@pytest.mark.parametrize(
    ("opening", "new"), [("Elsewhere", True), ("In addition", True), ("Meanwhile", True), ("In Orsk", False)]
)
def test_a_sentence_says_whether_it_turns(opening: str, new: bool) -> None:
    words = [(word, "X", -1, "dep") for word in f"{opening} a mill burned".split()]
    assert turns(sentence(*words)) is new


def test_counts_stand_at_the_word_and_at_the_blow() -> None:
    text = "the blast killed two"
    blast, killed = Span("r", 4, 9, "blast"), Span("r", 10, 16, "killed")
    events = (
        EventMention(blast, blast, "ASSAULT", "happened", kind="bombing"),
        EventMention(killed, killed, "ASSAULT", "happened", kind="killing"),
    )
    two = Quantity(
        Span("r", 17, 20, "two"), 2.0, 2.0, 2.0, None, "people", "people killed", "", Span("r", 10, 20, text[10:20]),
        deed=0, outcome="killed",
    )  # fmt: skip
    found = victim_counts(Reading("r", (), quantities=(two,), events=events))
    assert found.tied == {0: {1}, 1: {0}}
    assert found.toll == {0: {"killed": 2.0}, 1: {"killed": 2.0}}
    part = victim_counts(Reading("r", (), quantities=(replace(two, part=True),), events=events))
    assert part.toll == {}


def test_a_copy_makes_a_remark_no_more_worth_a_line() -> None:
    said = telling(0, "said", "remark", actors=frozenset(("mayor",)))
    said = replace(said, event=replace(said.event, type="STATEMENT"))
    members = (said, replace(said, at=("s", 0)))
    assert worth_a_line(members, {"r": "one", "s": "other"})
    assert not worth_a_line(members, {"r": "one", "s": "one"})


@pytest.mark.parametrize(("near", "day", "deeds_left"), [(0.6, 14, 1), (0.6, 28, 2), (0.3, 14, 2)])
def test_main_deeds_of_one_story_may_be_misdated(near: float, day: int, deeds_left: int) -> None:
    first, later = date(2031, 5, 7), date(2031, 5, day)
    one = telling(0, "shooting", "shooting", start=first, end=first, near=3)
    other = replace(telling(0, "shooting", "shooting", start=later, end=later, near=3), at=("s", 0))
    clusters = [Cluster(told, account([told])) for told in (one, other)]
    assert len(list(across(clusters, {("r", "s"): near}))) == deeds_left


def test_strangers_need_more_than_a_day() -> None:
    day = {"start": date(2031, 5, 7), "end": date(2031, 5, 7), "near": 3}
    one, other = telling(9, **day), replace(telling(9, **day), at=("s", 9))

    def left(near: float) -> int:
        return len(list(across([Cluster(told, account([told])) for told in (one, other)], {("r", "s"): near})))

    assert (left(0.2), left(0.0)) == (1, 2)


def test_what_came_about_in_the_attack_is_of_the_deed_that_it_goes_back_to() -> None:
    def wounded(gap: int, **more: Any) -> list[Telling]:
        """Somebody else wounded, and "the attack" so many characters behind."""
        outcome = telling(1, "wounded", "wounding", victims=frozenset(("voss",)))
        blow = telling(1, "attack", "attack", noun=True, definite=True)
        start = outcome.event.span.end + gap
        span = Span("r", start, start + len("attack"), "attack")
        return [outcome, replace(blow, event=replace(blow.event, trigger=span, span=span), **more)]

    killed = telling(0, victims=frozenset(("lund",)))
    assert deeds(killed, *wounded(8)) == 1
    assert deeds(killed, *wounded(60)) == 2  # "wounded on Friday, said the chief, who spoke of the attack"
    assert deeds(killed, *wounded(8, apart=True)) == 2  # "wounded after the attack"
