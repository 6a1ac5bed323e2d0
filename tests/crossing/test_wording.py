"""Wording of several reports: one line for a label, a bearer and a voice."""

from __future__ import annotations

from crossread.crossing.themes import compare
from crossread.crossing.wording.bearing import resolve_wording
from crossread.records import Actor, Form, Mention, MergedActors, MergedIncidents, Reading, Report, WordingMention
from crossread.spans import must_quote

TEXT = "The militia left. Later the Militia came back to the Alphan enemy."
NONE = MergedIncidents((), {})


def read() -> tuple[Report, Reading]:
    report = Report(id="r", source="r", text=TEXT)
    mentions = (Mention(must_quote(report, 4, 11), "armed group", named=False),)

    def word(start: int, end: int, of: str, bearer: int | None) -> WordingMention:
        return WordingMention(TEXT[start:end], of, must_quote(report, start, end), bearer, None, "outlet")

    found = (word(4, 11, "The militia", 0), word(28, 35, "the Militia", 0), word(60, 65, "Alpha", None))
    return report, Reading("r", (), mentions, wording=found)


ACTORS = MergedActors(
    tuple(
        Actor(id=i, name=name, type="armed group", forms=(Form(name, 1),), mentions=(), why=())
        for i, name in (("actor-front", "Northern Front"), ("actor-alpha", "Alpha"))
    ),
    {("r", 0): "actor-front"},
)


def test_one_line_with_every_place_as_evidence() -> None:
    report, reading = read()
    militia, _ = resolve_wording((report,), (reading,), ACTORS, NONE, compare((reading,)), {})
    assert (militia.actor, militia.of, militia.label) == ("actor-front", "Northern Front", "militia")
    assert [span.start for span in militia.evidence] == [4, 28]


def test_a_bearer_told_by_a_country_is_found_by_name() -> None:
    report, reading = read()
    assert resolve_wording((report,), (reading,), ACTORS, NONE, compare((reading,)), {})[1].actor == "actor-alpha"


def test_without_actors_the_words_stay() -> None:
    report, reading = read()
    found = resolve_wording((report,), (reading,), MergedActors((), {}), NONE, compare((reading,)), {})
    assert [w.of for w in found] == ["The militia", "the Militia", "Alpha"]


def test_a_massacre_is_of_what_the_reports_call_plainly() -> None:
    texts = {
        "a": "The massacre shook the town.",
        "b": "The shooting lasted long. After the shooting, nobody left the mill.",
    }
    reports = tuple(Report(id=i, source=i, text=text) for i, text in texts.items())
    label = WordingMention("massacre", "", must_quote(reports[0], 4, 12), None, None, "outlet")
    readings = (Reading("a", (), (), wording=(label,)), Reading("b", (), ()))
    [found] = resolve_wording(reports, readings, MergedActors((), {}), NONE, compare(readings), {})
    assert found.of == "shooting"


def test_a_thing_told_with_its_place_keeps_its_own_words() -> None:
    text = "They spoke of Lisbrook's odd new slogan."
    report = Report(id="r", source="r", text=text)
    place = Mention(must_quote(report, 14, 22), "place", named=True)
    span = must_quote(report, 25, 39)
    label = WordingMention(span.text, "Lisbrook's odd new slogan", span, 0, None, "outlet", behind=True)
    reading = Reading("r", (), (place,), wording=(label,))
    [found] = resolve_wording((report,), (reading,), MergedActors((), {}), NONE, compare((reading,)), {})
    assert found.of == "Lisbrook's odd new slogan"


def test_what_somebody_says_of_himself_or_of_a_reader_is_for_nobody_of_the_story() -> None:
    report = Report(id="r", source="r", text="You are clueless.")
    label = WordingMention("clueless", "You", must_quote(report, 8, 16), None, None, "outlet")
    reading = Reading("r", (), (), wording=(label,))
    assert resolve_wording((report,), (reading,), MergedActors((), {}), NONE, compare((reading,)), {}) == ()
