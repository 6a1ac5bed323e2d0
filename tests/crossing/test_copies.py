"""Copies and origins: what is found, who copied, and the laws: a copy adds no origin, order makes no difference."""

from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given, settings, strategies as st

from crossread.crossing.copies.copying import find_copies
from crossread.crossing.copies.passages import fingerprints
from crossread.crossing.origins import find_origins
from crossread.reading.encoder.sentences import cut
from crossread.records import Copy, Credit, Origin, Published, Reading, Report, Sentence, Span

BRIDGE = (
    "The ministry of roads opened the bridge over the river Lom on Tuesday in front of a small crowd. "
    "Workers had repaired the pillars for nine months after the flood of last spring carried two of them away. "
    "The bridge carries six thousand carts a day, the ministry said in a leaflet. "
    "Farmers on the other bank had to drive forty kilometres to reach the market of Sarn."
)
SCHOOL = (
    "A strike of teachers closed the schools of Veld for a third week because nobody had paid the bills for heating. "
    "The union wants the council to sell the old tram depot and to spend the money on coal and new windows. "
    "Parents carried benches into the town hall and taught their children to read among the filing cabinets."
)


def report(
    name: str, text: str, day: int | None = None, credits: tuple[str, ...] = (), outlet: str | None = None
) -> Report:
    published = Published(date(2031, 3, day), date(2031, 3, day), "metadata") if day else None
    made = tuple(Credit(credit, (Span(name, 0, 1, text[0]),)) for credit in credits)
    return Report(name, name, text, outlet=outlet, published=published, credits=made)


def reading(of: Report) -> Reading:
    return Reading(of.id, tuple(Sentence(c.start, c.end, c.paragraph, ()) for c in cut(of.text)))


def both(*reports: Report) -> tuple[tuple[Copy, ...], tuple[Origin, ...]]:
    copies = find_copies(reports, tuple(map(reading, reports)))
    return copies, find_origins(reports, copies)


def test_a_shortened_copy_is_found_and_quoted() -> None:
    a, b = report("a", BRIDGE), report("b", BRIDGE[: BRIDGE.index(" The bridge carries")])
    (copy,), (origin,) = both(a, b)
    assert (copy.report, copy.source) == ("b", "a")
    assert copy.share > 0.9
    for here, there in copy.evidence:
        assert b.text[here.start : here.end] == here.text
        assert a.text[there.start : there.end] == there.text
    assert origin.reports == ("a", "b")


def test_the_later_report_copied() -> None:
    (copy,), _ = both(report("a", BRIDGE, 9), report("b", BRIDGE, 4))
    assert (copy.report, copy.source) == ("a", "b")


def test_the_report_that_credits_the_other_copied() -> None:
    (copy,), _ = both(report("a", BRIDGE, credits=("Lom Courier",)), report("b", BRIDGE, outlet="Lom Courier"))
    assert (copy.report, copy.source) == ("a", "b")


def test_the_wire_under_its_own_dateline_is_the_source_of_who_credits_the_agency() -> None:
    wire = report("z", "Bridge opens\n\nLOM, March 4 (QPA) - " + BRIDGE, 4)
    paper = report("a", BRIDGE + " " + SCHOOL, 4, ("Quarry Press Agency",), outlet="The Lom Lantern")
    (copy,), _ = both(wire, paper)
    assert (copy.report, copy.source) == ("a", "z")


def test_a_lightly_edited_copy_is_found() -> None:
    edited = BRIDGE.replace("small crowd", "few people").replace("nine months", "almost nine months")
    (copy,), _ = both(report("a", BRIDGE), report("b", edited))
    assert copy.share > 0.8


def test_a_merger_names_both_sources_and_joins_neither_pair() -> None:
    copies, origins = both(report("a", BRIDGE), report("b", SCHOOL), report("c", SCHOOL + " " + BRIDGE))
    assert {(c.report, c.source) for c in copies} == {("c", "a"), ("c", "b")}
    assert len(origins) == 2


def test_a_speech_that_both_quote_is_no_copy() -> None:
    speech = "“" + SCHOOL.replace(". ", ", ") + "”"
    a = report("a", "The mayor of Veld spoke on Monday. " + speech + " she said.")
    b = report("b", "In a long address the mayor lost her temper. " + speech + " she told the council.")
    copies, origins = both(a, b)
    assert copies == ()
    assert len(origins) == 2


def test_agency_text_that_is_not_among_the_reports() -> None:
    a = report("a", BRIDGE + " Our own man in Sarn saw it.", credits=("Norwire",), outlet="Post")
    b = report("b", BRIDGE + " More rain is on its way.", credits=("Norwire",), outlet="Echo")
    (copy,), (origin,) = both(a, b)
    assert copy.source is None
    assert copy.agency == "Norwire"
    assert origin.agency == "Norwire"


def test_fingerprints_are_the_same_in_every_process() -> None:
    assert fingerprints(["a", "b", "c", "d", "e", "f", "g", "h"]) == [(517046902, 3)]
    assert fingerprints(["a", None, "b", "c", "d"]) == []


WORDS = [f"{a}{b}{c}" for a in "bdklmprstv" for b in "aeiou" for c in "nrst"]


def text_of(seed: int, sentences: int = 6) -> str:
    random = Random(seed)
    return " ".join(" ".join(random.choice(WORDS) for _ in range(14)).capitalize() + "." for _ in range(sentences))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=4, unique=True), st.data())
def test_adding_a_copy_adds_no_origin(seeds: list[int], data: st.DataObject) -> None:
    reports = [report(f"r{seed:05}", text_of(seed)) for seed in seeds]
    _, before = both(*reports)
    assert len(before) == len(reports)
    chosen = data.draw(st.sampled_from(reports))
    pieces = chosen.text.split(". ")
    kept = data.draw(st.integers(3, len(pieces)))
    text = ". ".join(pieces[:kept]).rstrip(".") + "."
    name = data.draw(st.sampled_from(["r", "zz", "a"])) + "-copy"
    _, after = both(*reports, report(name, text))
    assert len(after) == len(before)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(5)))
def test_the_order_makes_no_difference(order: list[int]) -> None:
    texts = [BRIDGE, SCHOOL, SCHOOL + " " + BRIDGE, BRIDGE[:200], text_of(3)]
    reports = [report(f"r{i}", text) for i, text in enumerate(texts)]
    assert both(*reports) == both(*[reports[i] for i in order])
