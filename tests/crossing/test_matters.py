"""Violence of several reports is one matter where the reports are alike and tell nothing that keeps it apart."""

from __future__ import annotations

from hypothesis import given, strategies as st

from crossread.crossing.disagreements.matters import AKIN, Matters
from crossread.crossing.disagreements.phrases import oppositions
from crossread.crossing.disagreements.scene import Scene
from crossread.records import (
    EventMention,
    Incident,
    MergedActors,
    MergedIncidents,
    MergedPlaces,
    Reading,
    Report,
    Sentence,
    Span,
    Token,
)

TEXT = "A raid hit Velmar."


def matters(names: str, near: dict[tuple[str, str], float]) -> dict[str, str]:
    """The matter of each report, one letter each, that tells of a raid of its own in the same words."""
    reports, readings, incidents, of = [], [], [], {}
    for name in names:
        raid = Span(name, 2, 6, "raid")
        tokens = (Token(2, 6, "raid", "raid", "NOUN", 2, "nsubj"), Token(11, 17, "Velmar", "Velmar", "PROPN", 2, "obj"))
        event = EventMention(raid, raid, "ASSAULT", "happened")
        reports.append(Report(name, name, TEXT))
        readings.append(Reading(name, (Sentence(0, len(TEXT), 0, tokens),), events=(event,)))
        incidents.append(
            Incident(
                id=f"i{name}", type="ASSAULT", title="raid", status="happened", start=None, end=None, date_basis="",
                places=(), participants=(), reports=(name,), origins=1, evidence=(raid,), figures=(), statements=(),
                why=(),
            )
        )  # fmt: skip
        of[name, 0] = f"i{name}"
    merged = MergedIncidents(tuple(incidents), of)
    scene = Scene(tuple(reports), tuple(readings), MergedActors((), {}), merged, oppositions(), near)
    found = Matters(scene, MergedPlaces((), {}), near)
    return {name: found.of(found.main[name]) for name in names}


def test_only_reports_that_are_alike_are_of_one_matter() -> None:
    made = matters("abc", {("a", "b"): AKIN, ("b", "c"): AKIN / 2})
    assert made["a"] == made["b"] != made["c"]


@given(st.sets(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda pair: pair[0] < pair[1])))
def test_matters_reach_as_far_as_the_reports_hang_together(pairs: set[tuple[str, str]]) -> None:
    made = matters("abcdef", dict.fromkeys(pairs, AKIN))
    together = {name: {name} for name in made}
    for one, other in sorted(pairs):
        whole = together[one] | together[other]
        together.update(dict.fromkeys(whole, whole))
    assert all((made[a] == made[b]) == (b in together[a]) for a in made for b in made)
