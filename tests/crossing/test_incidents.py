"""Tellings of one deed become one incident; different deeds stay apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st
from msgspec.structs import replace

from crossread.crossing.incidents.accounts import Account
from crossread.crossing.incidents.kindred import kinship
from crossread.crossing.incidents.merging import merge_incidents
from crossread.crossing.incidents.samedeed import likeness
from crossread.crossing.incidents.tellings import World
from crossread.crossing.themes import compare
from crossread.records import (
    Actor,
    Days,
    EventMention,
    Incident,
    Mention,
    MergedActors,
    MergedPlaces,
    MergedStatements,
    Origin,
    Part,
    Place,
    Published,
    Reading,
    Report,
    Resolved,
    Sentence,
    Span,
    Status,
    Token,
)

PUBLISHED = date(2031, 5, 20)


class Told:
    """One sentence of one deed, with what it takes to compare it."""

    def __init__(
        self,
        word: str = "attack",
        kind: str = "attack",
        actor: str | None = "norland",
        place: str | None = "orsk",
        day: date | None = date(2031, 5, 19),
        status: Status = "happened",
        type_: str = "ASSAULT",
        instrument: str | None = None,
        determiner: str = "an",
        doubt: str = "told as done",
    ) -> None:
        self.word, self.kind, self.actor, self.place, self.day = word, kind, actor, place, day
        self.status, self.type, self.instrument, self.determiner, self.doubt = (
            status,
            type_,
            instrument,
            determiner,
            doubt,
        )


PLACES = {
    "orsk": Place("orsk", "Orsk", "Norland", 10.0, 10.0, "town", ()),
    "dalvik": Place("dalvik", "Dalvik", "Norland", 20.0, 10.0, "town", ()),
    "norland": Place("norland", "Norland", "Norland", 15.0, 10.0, "country", ()),
}


def story(
    *reports: Sequence[Told], repeating: Mapping[str, str] | None = None, guessed: str = ""
) -> tuple[Incident, ...]:
    """The incidents of reports (`r0`, `r1` …) that each tell some deeds, one a sentence. The days of the report
    `guessed` are of some week, counted from a guessed day of publication."""
    made, readings, days, actor_of, place_of = [], [], {}, {}, {}
    for number, tellings in enumerate(reports):
        name = f"r{number}"
        text, sentences, events, mentions = "", [], [], []
        for told in tellings:
            start = len(text)
            text += f"{told.determiner} {told.word} by Xx in Yy. "
            tokens, at = [], start
            for index, piece in enumerate(f"{told.determiner} {told.word} by Xx in Yy".split()):
                pos = "DET" if not index else "NOUN"
                head, rel = (1, "det") if not index else ((-1, "root") if index == 1 else (1, "nmod"))
                tokens.append(Token(at, at + len(piece), piece, piece, pos, head, rel))
                at += len(piece) + 1
            sentences.append(Sentence(start, len(text) - 1, len(sentences), tuple(tokens)))
            parts, where, when = [], [], []

            def mention(token: Token, name: str = name, text: str = text) -> Mention:
                return Mention(Span(name, token.start, token.end, token.text), "organisation", True)

            if told.actor:
                actor_of[name, len(mentions)] = told.actor
                parts.append(Part("actor", Span(name, tokens[3].start, tokens[3].end, "Xx"), len(mentions)))
                mentions.append(mention(tokens[3]))
            if told.place:
                place_of[name, len(mentions)] = told.place
                where.append(len(mentions))
                mentions.append(mention(tokens[5]))
            if told.day:
                days[name, len(events)] = (
                    Days(told.day - timedelta(days=6), told.day, "Sunday before publication", "published")
                    if name == guessed
                    else Days(told.day, told.day, "absolute", "none")
                )
                when.append(len(events))
            trigger = Span(name, tokens[1].start, tokens[1].end, told.word)
            events.append(
                EventMention(
                    trigger,
                    trigger,
                    told.type,
                    told.status,
                    tuple(parts),
                    tuple(where),
                    tuple(when),
                    instrument=told.instrument,
                    sentence=len(sentences) - 1,
                    why=told.doubt,
                    kind=told.kind,
                )
            )
        basis = "weekday" if name == guessed else "metadata"
        made.append(Report(name, f"{name}.txt", text, published=Published(PUBLISHED, PUBLISHED, basis)))
        readings.append(Reading(name, tuple(sentences), tuple(mentions), events=tuple(events)))
    origins = tuple(Origin(f"o{r.id}", (r.id,), None, "") for r in made)
    actors = MergedActors(tuple(_actor(name) for name in sorted(set(actor_of.values()))), actor_of)
    places = MergedPlaces(tuple(PLACES[name] for name in sorted(set(place_of.values()))), place_of)
    themes = compare(tuple(readings))
    merged = merge_incidents(
        tuple(made),
        tuple(readings),
        Resolved(days, ()),
        origins,
        actors,
        places,
        MergedStatements((), {}),
        themes,
        repeating or {},
    )
    return merged.incidents


def _actor(name: str):  # type: ignore[no-untyped-def]
    from crossread.records import Actor

    return Actor(name, name.title(), "government", (), (), ())


def test_two_reports_of_one_attack() -> None:
    [incident] = story([Told()], [Told(word="strike", kind="strike")])
    assert incident.reports == ("r0", "r1")
    assert incident.origins == 2
    assert incident.start == incident.end == date(2031, 5, 19)
    assert incident.places == ("orsk",)
    assert any("the same actor" in why for why in incident.why)


def test_what_only_repeats_moves_no_incident() -> None:
    told = [Told(), Told(word="talks", kind="talks", type_="CONSULT", day=None)], [Told(word="strike", kind="strike")]
    before = story(*told)
    after = story(*told, told[0], repeating={"r2": "r0"})
    assert [i.id for i in after] == [i.id for i in before]
    assert [(i.title, i.status, i.start, i.participants) for i in after] == [
        (i.title, i.status, i.start, i.participants) for i in before
    ]
    assert {i.reports for i in after} == {("r0", "r1", "r2"), ("r0", "r2")}
    assert all(any(span.report == "r2" for span in i.evidence) for i in after)


def test_what_a_copy_adds_of_its_own_is_told() -> None:
    own = Told(word="fire", kind="fire", type_="DISASTER", day=None)
    after = story([Told()], [Told(), own], repeating={"r1": "r0"})
    assert [i.reports for i in after] == [("r0", "r1"), ("r1",)]


def test_other_days_are_other_deeds() -> None:
    assert len(story([Told()], [Told(day=date(2031, 5, 12))])) == 2


def test_days_counted_from_a_guess_tell_no_day_that_another_report_knows() -> None:
    [incident] = story([Told()], [Told(day=date(2031, 5, 19))], guessed="r1")
    assert incident.start == incident.end == date(2031, 5, 19)
    assert incident.date_basis == "1 of 1 dated mentions agree"


def test_other_towns_are_other_deeds() -> None:
    assert len(story([Told()], [Told(place="dalvik")])) == 2


def test_a_country_holds_its_towns() -> None:
    assert len(story([Told()], [Told(place="norland")])) == 1


def test_other_means_are_other_deeds() -> None:
    assert len(story([Told(instrument="chemical")], [Told(instrument="gun")])) == 2


def test_a_threat_is_no_deed_that_happened() -> None:
    assert len(story([Told()], [Told(status="threatened", day=None)])) == 2


def test_a_plan_comes_true_on_its_day() -> None:
    visit = {"word": "visit", "kind": "visit", "type_": "CONSULT"}
    [incident] = story([Told(**visit)], [Told(status="planned", **visit)])  # type: ignore[arg-type]
    assert incident.status == "happened"


def test_the_sort_of_deed_alone_joins_nothing() -> None:
    assert len(story([Told(place=None, day=None)], [Told(place=None, day=None, actor="sutland")])) == 2


def test_the_attack_goes_back_to_the_one_before() -> None:
    [incident] = story([Told(), Told(determiner="the", actor=None, place=None, day=None)])
    assert len(incident.evidence) == 2


def test_alleged_where_the_reports_doubt() -> None:
    [incident] = story([Told(status="alleged", doubt="attack: alleged, “alleged”")], [Told()])
    assert incident.status == "alleged"
    [incident] = story([Told(status="alleged", doubt="attack: alleged, “alleged”")], [Told()], [Told()])
    assert incident.status == "happened"


def test_denied_only_where_nothing_but_denial() -> None:
    assert story([Told(status="denied")])[0].status == "denied"
    assert story([Told(status="denied")], [Told()])[0].status == "happened"


def test_the_publication_date_is_only_a_bound() -> None:
    [incident] = story([Told(day=None)])
    assert incident.start is None
    assert incident.end == PUBLISHED


def test_what_is_told_without_a_day_was_done_from_the_day_of_the_news_on() -> None:
    arrest = Told("arrest", "arrest", actor=None, place="dalvik", day=None, type_="COERCE", determiner="one")
    news, found = story([Told(), arrest])
    assert (found.start, found.end) == (date(2031, 5, 19), PUBLISHED)
    assert found.date_basis.startswith("no day told; done between")
    assert found.told == (None, PUBLISHED)
    assert news.told == (news.start, news.end) == (date(2031, 5, 19), date(2031, 5, 19))
    assert "2031" not in found.title
    found = story([Told(day=date(2031, 5, 9)), arrest])[1]
    assert (found.start, found.end) == (None, PUBLISHED)
    planned = Told("arrest", "arrest", None, "dalvik", None, status="planned", type_="COERCE", determiner="one")
    assert story([Told(), planned])[1].start is None


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(["orsk", "dalvik"]), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_order_makes_no_difference_to_what_is_together(where: list[str], random: object) -> None:
    first = story(*([Told(place=place)] for place in where))
    second = story(*([Told(place=place)] for place in sorted(where)))
    assert sorted(len(i.reports) for i in first) == sorted(len(i.reports) for i in second)


def test_a_copy_adds_no_origin() -> None:
    one = story([Told()], [Told()])[0]
    assert one.origins == len(one.reports) == 2


def test_kinship_is_symmetric() -> None:
    for a, b in (("attack", "killing"), ("storm", "flood"), ("visit", "meeting"), ("attack", "election")):
        assert kinship(a, b) == kinship(b, a)
    assert kinship("attack", "attack") == 1.0
    assert not kinship("attack", "election")


Make = Callable[..., Report]


def test_a_killing_is_a_line_of_its_own_wherever_it_is_told() -> None:
    first = [Told(place="orsk", day=date(2031, 5, day)) for day in (1, 5, 10, 15)]
    murder = Told("murder", "killing", actor=None, place=None, day=None, instrument="acid")
    assert sum(not i.passing for i in story([*first, murder])) == 5
    wished = Told("murder", "killing", None, None, None, status="hypothetical", instrument="acid")
    assert [i.status for i in story([*first, wished]) if i.passing] == ["hypothetical"]


def test_deeds_that_are_done_are_lines_even_with_nobody_and_nowhere() -> None:
    def told(type_: str, kind: str, determiner: str) -> int:
        bare = Told(kind, kind, actor=None, place=None, day=None, type_=type_, determiner=determiner)
        # three others come first, so that it stands below the lede
        others = [Told("visit", "visit", day=date(2031, 5, day), type_="CONSULT") for day in (1, 5, 9)]
        return sum(i.type == type_ and not i.passing for i in story([*others, bare]))

    assert told("COERCE", "arrest", "many") == 1
    assert told("COERCE", "arrest", "the") == 0
    assert told("ASSAULT", "clash", "many") == 0


def test_who_was_taken_and_killed_is_told_of_in_two_deeds() -> None:
    assert kinship("abduction", "killing") == kinship("abduction", "wounding") == 0.0
    assert kinship("abduction", "attack") == 0.5


def told_of(report: str, target: str, day: date | None = None, spread: int = 0, guessed: bool = False) -> Account:
    """What one report says of a killing; `day` and `spread`: the last of its days, and how many more there are."""
    return Account(
        kinds=("killing",),
        instruments=frozenset(),
        done=True,
        planned=False,
        speech=False,
        doubted=False,
        actors=frozenset(),
        targets=frozenset((target,)),
        others=frozenset(),
        parties=frozenset((target,)),
        lands=frozenset(),
        places=(),
        start=day and day - timedelta(days=spread),
        end=day,
        latest=None,
        words=frozenset(("kill",)),
        names=frozenset(),
        background=False,
        lede=False,
        reports=frozenset((report,)),
        embeddings=(),
        clauses=frozenset(),
        guessed=guessed,
    )


def test_a_description_beside_a_name_is_nobody_else_in_one_story() -> None:
    named, described = told_of("r0", "bell"), "~norland officer"
    against = likeness(named, told_of("r1", described)).points
    assert likeness(named, told_of("r0", described)).points > against
    assert likeness(named, told_of("r1", described), 0.5).points > against
    assert likeness(named, told_of("r0", "mill")).points < against


def test_days_counted_from_a_guess_part_no_deeds_that_are_near() -> None:
    known = told_of("r0", "bell", date(2031, 5, 19))
    assert likeness(known, told_of("r1", "bell", date(2031, 4, 27), 6)).never
    assert not likeness(known, told_of("r1", "bell", date(2031, 4, 27), 6, guessed=True)).never
    assert likeness(known, told_of("r1", "bell", date(2031, 2, 2), 6, guessed=True)).never


def test_several_may_speak_at_one_news_conference() -> None:
    day = date(2031, 5, 19)

    def told(report: str, actor: str, word: str) -> Account:
        made = told_of(report, "", day)
        return replace(
            made,
            kinds=("statement",),
            speech=True,
            targets=frozenset(),
            actors=frozenset((actor,)),
            words=frozenset((word,)),
        )

    assert not likeness(told("r0", "bell", "conference"), told("r1", "mill", "conference")).never
    assert likeness(told("r0", "bell", "communique"), told("r1", "mill", "communique")).never


def test_a_killing_can_be_of_a_quake() -> None:
    assert kinship("killing", "earthquake") == 0.5
    assert kinship("fall", "deaths") == 0.5
    assert kinship("fall", "killing") == kinship("killing", "vote") == 0.0


@pytest.mark.parametrize(
    ("name", "land"), [("A male", None), ("Tehran", "IR"), ("US forces", "US"), ("The Iranian navy", "IR")]
)
def test_a_party_is_of_the_land_that_its_name_begins_with(name: str, land: str | None) -> None:
    party = Actor(id="a", name=name, type="other", forms=(), mentions=(), why=())
    assert World(MergedActors((party,), {}), MergedPlaces((), {})).lands == {"a": land}
