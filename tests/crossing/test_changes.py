"""What changed between two dossiers: laws over invented dossiers, and over the example as it grows."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from conftest import EXAMPLE
from hypothesis import given, strategies as st

from crossread.crossing.changes import Changes, changes, replay
from crossread.faces.api import dossier
from crossread.records import (
    Disagreement,
    Dossier,
    DossierReport,
    Figure,
    FigureReading,
    Incident,
    Origin,
    Published,
    Side,
    Span,
    Statement,
    Story,
)
from crossread.spans import content_id

DEEDS = ("mill", "weir", "barn", "quay")
Telling = tuple[int, str, int]  # report number, deed, how many it says were hurt

tellings = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(DEEDS), st.integers(2, 4)), max_size=12, unique_by=lambda t: t[:2]
)


def text_of(report: int) -> str:
    told = " ".join(f"At the {deed} {many} people were hurt." for deed in DEEDS for many in (2, 3, 4))
    return f"{told} No {report}."


def span_of(telling: Telling) -> Span:
    report, deed, many = telling
    words = f"At the {deed} {many} people were hurt"
    start = text_of(report).index(words)
    return Span(f"r-{report}", start, start + len(words), words)


def made(told: Iterable[Telling], groups: dict[str, str] | None = None) -> Dossier:
    """The dossier of invented reports: one incident and one figure for each deed; `groups` merges deeds."""
    kept = sorted(set(told))
    reports = sorted({t[0] for t in kept})
    by_deed: dict[str, list[Telling]] = defaultdict(list)
    for telling in kept:
        by_deed[(groups or {}).get(telling[1], telling[1])].append(telling)
    incidents, figures, disputes = [], [], []
    for deed, members in sorted(by_deed.items()):
        incident = incident_of(deed, members)
        figure = figure_of(members, incident.id)
        incidents.append(incident)
        figures.append(figure)
        if figure.verdict == "conflict":
            disputes.append(dispute_of(members, figure))
    return Dossier(
        title="Harm", start=None, end=None,
        reports=tuple(report_of(number) for number in reports),
        origins=tuple(Origin(f"o-{number}", (f"r-{number}",), None, "its own") for number in reports),
        incidents=tuple(incidents), figures=tuple(figures), disagreements=tuple(disputes),
        statements=tuple(statement_of(t) for t in kept),
        stories=(Story(content_id("story", *reports), "Harm", tuple(f"r-{n}" for n in reports), (), None, None),)
        if reports else (),
    )  # fmt: skip


def report_of(number: int) -> DossierReport:
    day = Published(date(2031, 3, 4), date(2031, 3, 4), "metadata")
    return DossierReport(f"r-{number}", f"{number}.txt", None, None, None, "en", day, text_of(number), (), ())


def incident_of(deed: str, members: Sequence[Telling]) -> Incident:
    evidence = tuple(map(span_of, members))
    told_by = tuple(dict.fromkeys(span.report for span in evidence))
    return Incident(
        id=content_id("i", *evidence), type="HARM", title=f"Harm at the {deed}", status="happened", start=None,
        end=None, date_basis="", places=(), participants=(), reports=told_by, origins=len(told_by), evidence=evidence,
        figures=(), statements=(), why=(),
    )  # fmt: skip


def figure_of(members: Sequence[Telling], incident: str) -> Figure:
    values = [float(t[2]) for t in members]
    readings = tuple(
        FigureReading(float(t[2]), None, None, None, None, f"r-{t[0]}", None, (span_of(t),)) for t in members
    )
    verdict: Any = "single" if len(values) == 1 else "agree" if len(set(values)) == 1 else "conflict"
    name = content_id("f", *map(span_of, members))
    return Figure(name, "people hurt", "people", incident, min(values), values[-1], max(values), readings, verdict)


def dispute_of(members: Sequence[Telling], figure: Figure) -> Disagreement:
    sides = tuple(
        Side(f"{many} people", tuple(f"r-{t[0]}" for t in members if t[2] == many),
             tuple(span_of(t) for t in members if t[2] == many))
        for many in sorted({t[2] for t in members})
    )  # fmt: skip
    name = content_id("d", *(span for side in sides for span in side.evidence))
    return Disagreement(name, "How many were hurt", "figure", figure.incident, figure.id, sides, ("they differ",))


def statement_of(telling: Telling) -> Statement:
    at = span_of(telling)
    return Statement(content_id("s", at), at.report, None, "the warden", (), "claim", False, at, at, (at,))


def spans_of(node: object) -> Iterable[Span]:
    if isinstance(node, Span):
        yield node
    elif isinstance(node, msgspec.Struct):
        for name in node.__struct_fields__:
            yield from spans_of(getattr(node, name))
    elif isinstance(node, tuple):
        for item in node:
            yield from spans_of(item)


def names_of(found: Changes) -> set[str]:
    """The lists that are not empty."""
    return {name for name in found.__struct_fields__ if name != "changes" and getattr(found, name)}


# --------------------------------------------------------------------------- laws


@given(tellings)
def test_the_same_dossier_twice_changes_nothing(told: list[Telling]) -> None:
    assert changes(made(told), made(told)) == Changes()
    assert not changes(made(told), made(told))


@given(tellings, tellings, st.randoms())
def test_the_order_in_which_a_dossier_lists_things_makes_no_difference(
    first: list[Telling], second: list[Telling], draw: Any
) -> None:
    old, new = made(first), made(first + second)

    def shuffled(d: Dossier) -> Dossier:
        mixed = {}
        for name in ("reports", "origins", "incidents", "figures", "disagreements", "statements", "stories"):
            items = list(getattr(d, name))
            draw.shuffle(items)
            mixed[name] = tuple(items)
        return msgspec.structs.replace(d, **mixed)

    assert changes(shuffled(old), shuffled(new)) == changes(old, new)


@given(tellings, tellings)
def test_exchanging_the_dossiers_exchanges_what_came_and_what_went(first: list[Telling], second: list[Telling]) -> None:
    there, back = changes(made(first), made(second)), changes(made(second), made(first))
    assert {t.id for t in there.new_incidents} == {t.id for t in back.gone_incidents}
    assert {t.id for t in there.gone_incidents} == {t.id for t in back.new_incidents}
    assert {(i.id, i.was) for i in there.incidents} == {(i.was, i.id) for i in back.incidents}
    assert {(g.change == "merged", g.old, g.new) for g in there.regrouped} == {
        (g.change == "split", g.new, g.old) for g in back.regrouped
    }


@given(tellings, tellings)
def test_the_history_of_figures_can_be_replayed(first: list[Telling], second: list[Telling]) -> None:
    old, new = made(first), made(second)
    assert replay(old.figures, changes(old, new)) == tuple(sorted(new.figures, key=lambda f: f.id))


@given(tellings, tellings)
def test_unrelated_reports_revise_nothing(first: list[Telling], second: list[Telling]) -> None:
    ours = [(n, "mill", many) for n, _, many in first]
    theirs = [(n + 10, "quay", many) for n, _, many in second]
    found = changes(made(ours), made(ours + theirs))
    assert names_of(found) <= {"reports", "stories", "new_incidents", "new_figures", "new_disagreements"}
    assert {r.id for r in found.reports} == {f"r-{t[0]}" for t in theirs}


@given(tellings.filter(lambda told: {"mill", "weir"} <= {t[1] for t in told}))
def test_splitting_undoes_merging(told: list[Telling]) -> None:
    apart, together = made(told), made(told, {"weir": "mill"})
    merged, split = changes(apart, together), changes(together, apart)
    for kind in ("incident", "figure"):
        (up,) = [g for g in merged.regrouped if g.kind == kind]
        (down,) = [g for g in split.regrouped if g.kind == kind]
        assert (up.change, len(up.old), len(up.new)) == ("merged", 2, 1)
        assert (down.change, down.old, down.new) == ("split", up.new, up.old)
    assert replay(replay(apart.figures, merged), split) == tuple(sorted(apart.figures, key=lambda f: f.id))


@given(tellings, tellings)
def test_every_span_quotes_a_report_of_either_dossier(first: list[Telling], second: list[Telling]) -> None:
    old, new = made(first), made(second)
    texts = {r.id: r.text for r in (*old.reports, *new.reports)}
    assert all(texts[s.report][s.start : s.end] == s.text for s in spans_of(changes(old, new)))


# --------------------------------------------------------------------------- what did it


def test_a_higher_toll_names_the_report_that_brought_it() -> None:
    found = changes(made([(0, "mill", 2), (1, "mill", 2)]), made([(0, "mill", 2), (1, "mill", 2), (2, "mill", 4)]))
    (figure,) = found.figures
    high = next(r for r in figure.revisions if r.field == "high")
    assert (high.old, high.new, high.reports) == ((2.0,), (4.0,), ("r-2",))
    assert [span.text for span in high.evidence] == ["At the mill 4 people were hurt"]
    assert [reading.value for reading in figure.came] == [4.0]
    (dispute,) = found.new_disagreements
    assert "only reports that came tell one side: 4 people" in dispute.why
    assert {(s.change, s.report, s.by) for s in found.statements} == {
        ("contradicted", "r-0", ("r-2",)),
        ("contradicted", "r-1", ("r-2",)),
    }


def test_a_second_report_of_an_incident_revises_who_tells_it() -> None:
    found = changes(made([(0, "mill", 2)]), made([(0, "mill", 2), (1, "mill", 2)]))
    (incident,) = found.incidents
    assert incident.id != incident.was
    assert {r.field: (r.old, r.new) for r in incident.revisions} == {
        "origins": ((1,), (2,)),
        "reports": (("r-0",), ("r-0", "r-1")),
    }
    assert {r.reports for r in incident.revisions} == {("r-1",)}


def test_a_copy_is_not_what_adds_an_origin() -> None:
    old, new = made([(0, "mill", 2)]), made([(0, "mill", 2), (1, "mill", 2), (2, "mill", 2)])
    origins = (Origin("o-0", ("r-0", "r-1"), None, "a copy"), Origin("o-2", ("r-2",), None, "its own"))
    (incident,) = new.incidents
    twice = msgspec.structs.replace(incident, origins=2)
    found = changes(old, msgspec.structs.replace(new, origins=origins, incidents=(twice,)))
    assert {r.field: r.reports for r in found.incidents[0].revisions} == {
        "origins": ("r-2",),
        "reports": ("r-1", "r-2"),
    }
    assert {r.id: r.new_origin for r in found.reports} == {"r-1": False, "r-2": True}


def test_a_report_whose_source_says_something_else_now_is_replaced_and_its_statement_withdrawn() -> None:
    old = made([(0, "mill", 2), (0, "quay", 3)])
    later = made([(1, "mill", 2)])
    new = msgspec.structs.replace(
        later, reports=tuple(msgspec.structs.replace(r, source="0.txt") for r in later.reports)
    )
    found = changes(old, new)
    (report,) = found.reports
    assert (report.change, report.id, report.replaces) == ("replaced", "r-1", "r-0")
    (statement,) = found.statements
    assert (statement.change, statement.by) == ("withdrawn", ("r-1",))
    assert statement.evidence[0].text == "At the quay 3 people were hurt"
    assert [incident.title for incident in found.gone_incidents] == ["Harm at the quay"]
    assert not found.new_incidents  # the mill's is the same words of the same source


def test_what_no_new_report_tells_has_no_report_as_its_cause() -> None:
    old = made([(0, "mill", 2)])
    (incident,) = old.incidents
    alleged = msgspec.structs.replace(incident, status="alleged")
    (revised,) = changes(old, msgspec.structs.replace(old, incidents=(alleged,))).incidents
    (revision,) = revised.revisions
    assert (revision.field, revision.old, revision.new, revision.reports) == ("status", ("happened",), ("alleged",), ())
    assert revision.why.startswith("no report that came or went tells it")


# --------------------------------------------------------------------------- the example, as it grows


@pytest.fixture(scope="module")
def grown(example: Dossier, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Dossier]:
    """The example with a copy of one of its reports, and with a report of another matter."""
    found = {}
    text = (EXAMPLE / "01-meridian-wire.txt").read_text(encoding="utf-8") + "\nShare this story\n"
    choir = (
        "Choir sings at dawn\nPublished 2016-05-02\n\nA choir of forty voices sang in Hallbrook at dawn on Sunday.\n"
    )
    for name, more in (("copy", text), ("choir", choir)):
        folder: Path = tmp_path_factory.mktemp(name) / "reports"
        shutil.copytree(EXAMPLE, folder)
        (folder / "99-more.txt").write_text(more, encoding="utf-8")
        plain = dossier([folder])
        sources = {f"{folder}/{p.name}": str(p) for p in EXAMPLE.iterdir()}
        moved = (msgspec.structs.replace(r, source=sources.get(r.source, r.source)) for r in plain.reports)
        found[name] = msgspec.structs.replace(plain, reports=tuple(moved))
    return found


def test_a_copy_adds_no_origin(example: Dossier, grown: dict[str, Dossier]) -> None:
    found = changes(example, grown["copy"])
    (report,) = found.reports
    assert (report.change, report.new_origin) == ("new", False)
    assert not any(report.id in r.reports for i in found.incidents for r in i.revisions if r.field == "origins")


def test_a_report_of_another_matter_changes_nothing_of_the_story(example: Dossier, grown: dict[str, Dossier]) -> None:
    found = changes(example, grown["choir"])
    (report,) = found.reports
    assert (report.change, report.new_origin) == ("new", True)
    assert [(s.change, s.came) for s in found.stories] == [("new", (report.id,))]
    assert all(told.reports == (report.id,) for told in found.new_incidents)
    assert names_of(found) <= {"reports", "stories", "new_incidents", "new_figures"}
