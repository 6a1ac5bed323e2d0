"""Copies and origins: what is found, who copied, and the laws: a copy adds no origin, order makes no difference."""

from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given, settings, strategies as st

from crossread.crossing.copies.copying import find_copies
from crossread.crossing.copies.index import fingerprints
from crossread.crossing.copies.words import words_of
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


def test_fourteen_reports_of_three_origins() -> None:
    texts = [text_of(seed, sentences=10) for seed in (1, 2, 3)]
    reports = [report(f"r{n:02}", texts[n % 3] if n < 3 else _shortened(texts[n % 3], n), n + 1) for n in range(14)]
    copies, origins = both(*reports)
    assert [len(origin.reports) for origin in origins] == [5, 5, 4]
    assert {(c.report, c.source) for c in copies} == {(f"r{n:02}", f"r{n % 3:02}") for n in range(3, 14)}
    of = {r.id: r.text for r in reports}
    assert all(of[s.report][s.start : s.end] == s.text for c in copies for pair in c.evidence for s in pair)


def _shortened(text: str, number: int) -> str:
    sentences = text.split(". ")
    return ". ".join(sentences[: 5 + number % 4]) + "."


def test_fingerprints_are_the_same_in_every_process() -> None:
    words = words_of(report("a", "Two mills stood by the old river."), reading(report("a", "x")))
    assert [f"{ord(sign):x}" for sign in words.signs[:2]] == ["4498d", "c7e35"]
    assert [kept.tolist() for kept in fingerprints(words.signs)] == [[4473941211730024826], [2]]
    assert [kept.tolist() for kept in fingerprints(words.signs[:3])] == [[], []]


def test_words_that_differ_in_form_only_are_one_sign() -> None:
    one = words_of(report("a", "Ministers were opening two bridges."), reading(report("a", "x"))).signs
    two = words_of(report("b", "The minister's 2 bridges opened."), reading(report("b", "x"))).signs
    assert set(one) & set(two) == {one[0], one[2], one[3], one[4]}


def test_a_reworded_lede_is_found() -> None:
    other = (
        "Nine days after the flood, soldiers had taken 3,000 people of Lom to safety in fishing boats, ministers "
        "announced on Tuesday, though hundreds still waited on roofs without drinking water."
    )
    lede = (
        "Ministers reported on Tuesday that 9 days after the flood soldiers had brought 3,000 residents of Lom to "
        "safety in fishing boats, although hundreds still waited on rooftops without drinking water."
    )
    (copy,), origins = both(report("a", other + " " + BRIDGE), report("b", lede + " " + SCHOOL))
    assert copy.evidence[0][0].text == lede
    assert len(origins) == 2  # the rest of it is its own


def test_two_ledes_of_one_happening_are_no_copies() -> None:
    one = "A flood drove 3,000 people of Lom from their houses on Tuesday, and the army sent boats."
    two = "The army was fetching families with boats on Tuesday as the Lom rose: 3,000 fled before the water."
    copies, _ = both(report("a", one + " " + BRIDGE), report("b", two + " " + SCHOOL))
    assert copies == ()


def test_a_number_to_call_is_no_copy() -> None:
    call = " Anyone who saw the accident at the old mill on Sunday is asked to call the police of Lom on 555 010-4455."
    copies, _ = both(report("a", BRIDGE + call), report("b", SCHOOL + call))
    assert copies == ()


def test_the_reason_says_what_tells() -> None:
    later = report("a", BRIDGE, 9, outlet="Sarn Echo")
    (copy,), _ = both(later, report("b", BRIDGE, 4, outlet="Lom Courier"))
    assert copy.why == (
        "1 passage stands in Lom Courier too, 100% of its words; it came out later (2031-03-09 after 2031-03-04)"
    )


def test_the_report_that_puts_the_words_between_quotation_marks_copied() -> None:
    (copy,), _ = both(report("b", SCHOOL), report("a", 'A letter reached us. "' + SCHOOL + '" We print it whole.'))
    assert (copy.report, copy.source) == ("a", "b")


def test_a_paragraph_that_quotes_another_report_is_a_copy_and_what_both_quote_is_none() -> None:
    paper = report("a", BRIDGE, outlet="Lom Courier")
    quoted = 'The Lom Courier wrote: "' + BRIDGE.split(". ")[1] + '." ' + SCHOOL
    (copy,), _ = both(paper, report("b", quoted))
    assert (copy.report, copy.source) == ("b", "a")


def test_what_every_report_of_an_outlet_ends_with_is_no_copy() -> None:
    about = (
        " The Lantern is printed in Sarn by its readers' own cooperative and costs nothing on market days in winter."
    )
    texts = [text_of(seed, sentences=14) + about for seed in range(8)]
    copies, origins = both(*[report(f"r{n}", text, outlet="The Lantern") for n, text in enumerate(texts)])
    assert copies == ()
    assert len(origins) == 8


def test_many_copies_of_one_report_have_one_origin() -> None:
    reports = [report(f"r{n:02}", BRIDGE + " " + text_of(n, sentences=1), n % 27 + 1) for n in range(60)]
    copies, origins = both(*reports)
    assert len(origins) == 1
    assert {c.report for c in copies} == {r.id for r in reports} - {"r00"}


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
