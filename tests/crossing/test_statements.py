"""Statements of several reports: ids, speakers, passers-on."""

from __future__ import annotations

from crossread.crossing.statements import resolve_statements
from crossread.records import Actor, Form, Mention, MergedActors, Reading, Report, StatementMention
from crossread.spans import must_quote

TEXT = "Reyes told the Harbour Post that the road is open."


def reading(name: str) -> tuple[Report, Reading]:
    report = Report(id=name, source=name, text=TEXT)
    mentions = (
        Mention(must_quote(report, 0, 5), "person", named=True),
        Mention(must_quote(report, 15, 27), "media", named=True),
    )
    statement = StatementMention(
        speaker=0,
        speaker_text="Reyes",
        speaker_span=must_quote(report, 0, 5),
        via=(must_quote(report, 11, 27),),
        kind="claim",
        direct=False,
        cue=must_quote(report, 6, 10),
        content=must_quote(report, 28, 49),
        evidence=(must_quote(report, 0, 50),),
    )
    return report, Reading(name, (), mentions, statements=(statement,))


def merged(*names: str) -> MergedActors:
    of = {(name, i): actor for name in names for i, actor in enumerate(("actor-reyes", "actor-post"))}
    actors = tuple(
        Actor(id=i, name=name, type=kind, forms=(Form(name, 1),), mentions=(), why=())  # type: ignore[arg-type]
        for i, name, kind in (("actor-reyes", "Nadia Reyes", "person"), ("actor-post", "The Harbour Post", "media"))
    )
    return MergedActors(actors, of)


def test_speaker_and_passer_on_are_the_merged_actors() -> None:
    report, read = reading("a")
    [statement] = resolve_statements((report,), (read,), merged("a")).statements
    assert statement.speaker == "actor-reyes"
    assert statement.via == ("The Harbour Post",)


def test_an_unmerged_speaker_stays_unknown_and_keeps_the_text() -> None:
    report, read = reading("a")
    [statement] = resolve_statements((report,), (read,), MergedActors((), {})).statements
    assert (statement.speaker, statement.speaker_text, statement.via) == (None, "Reyes", ("the Harbour Post",))


def test_ids_come_from_content_and_not_from_order() -> None:
    (one, first), (two, second) = reading("a"), reading("b")
    there = resolve_statements((one, two), (first, second), merged("a", "b"))
    back = resolve_statements((two, one), (second, first), merged("a", "b"))
    assert there.statements == back.statements
    assert len({s.id for s in there.statements}) == 2
    assert there.of[("a", 0)] != there.of[("b", 0)]
