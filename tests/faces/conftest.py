"""Dossiers of invented reports: a small one, and one in which every text is hostile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread.records import (
    Actor,
    Copy,
    Credit,
    DateMention,
    Disagreement,
    Dossier,
    DossierReport,
    Figure,
    FigureReading,
    Form,
    Incident,
    Moment,
    Origin,
    Participant,
    Place,
    Published,
    Removed,
    Side,
    Skipped,
    Span,
    Statement,
    Story,
    Wording,
)

HOSTILE = (
    "</script><img src=x onerror=alert(1)> \"quoted\" 'single' <!-- & &amp; 🜂🏴‍☠️ שלום \u202eevil\u202c `x` *b* _i_ "
    "[a](javascript:b) https://evil.example/?a=1&b=2 \x1b[31mred\x1b[0m {{ 7*7 }} | # x"
)

Maker = Callable[..., Dossier]


def span(report: DossierReport, quoted: str) -> Span:
    start = report.text.index(quoted)
    return Span(report.id, start, start + len(quoted), quoted)


def build(words: Callable[[str], str] = lambda plain: plain) -> Dossier:
    """Two reports of a mill fire, with one of everything; `words` may change every text that a report could bring."""
    first = DossierReport(
        id="r-1",
        source=words("mill/one.txt"),
        outlet=words("Valley Courier"),
        title=words("Mill burns"),
        byline=words("A. Writer"),
        language="en",
        published=Published(date(2024, 5, 7), date(2024, 5, 8), words("weekday")),
        text=f"Mill burns\n\nThree people were hurt, the mayor said. {words('Arsonists')} did it, says Agency One.",
        removed=(Removed(words("Subscribe now"), words("an advertisement")),),
        credits=(),
    )
    second = DossierReport(
        id="r-2",
        source=words("mill/two.txt"),
        outlet=words("Hill Gazette"),
        title=words("Fire at the mill"),
        byline=None,
        language="en",
        published=None,
        text=f"🔥 Fire at the mill\n\nFive people were hurt. Nobody set the fire, the miller said. {words('A mishap')}",
        removed=(),
        credits=(),
    )
    three, five = span(first, "Three people were hurt"), span(second, "Five people were hurt")
    arson, mishap = span(first, words("Arsonists")), span(second, words("A mishap"))
    denial = span(second, "Nobody set the fire")

    def reading(value: float, at: Span) -> FigureReading:
        return FigureReading(
            value, value, value, words("at least"), date(2024, 5, 7), at.report, words("the mayor"), (at,)
        )

    return Dossier(
        title=words("Mill burns"),
        start=date(2024, 5, 6),
        end=date(2024, 5, 8),
        reports=(
            DossierReport(
                **{f: getattr(first, f) for f in first.__struct_fields__ if f != "credits"},
                credits=(Credit(words("Agency One"), (span(first, "Agency One"),)),),
            ),
            second,
        ),
        origins=(Origin("o-1", ("r-1", "r-2"), words("Agency One"), words("same passage")),),
        copies=(Copy(report="r-2", source="r-1", share=0.5, evidence=((five, three),), why=words("shared words")),),
        actors=(
            Actor(
                "a-1",
                words("the mayor"),
                "person",
                (Form(words("the mayor"), 1),),
                (span(first, "the mayor"),),
                (words("same name"),),
                {words("elsewhere"): words("Q0")},
            ),
            Actor(
                "a-2", words("the miller"), "person", (Form(words("the miller"), 1),), (span(second, "the miller"),), ()
            ),
        ),
        places=(
            Place("p-1", words("the mill"), words("Valleyland"), 10.0, 20.0, "site", (span(second, "the mill"),)),
            Place(
                "p-2",
                words("Valley"),
                words("Valleyland"),
                11.0,
                21.0,
                "region",
                (span(first, "Mill"),),
                why=(words("by name"),),
            ),
        ),
        dates=(DateMention(words("Monday"), date(2024, 5, 6), None, words("weekday"), "published", three),),
        statements=(
            Statement(
                "s-1",
                "r-1",
                "a-1",
                words("the mayor"),
                (words("Agency One"),),
                "claim",
                False,
                span(first, "said"),
                three,
                (three,),
            ),
            Statement(
                "s-2", "r-2", "a-2", words("the miller"), (), "denial", False, span(second, "said"), denial, (denial,)
            ),
        ),
        incidents=(
            Incident(
                "i-1",
                "ASSAULT",
                words("Fire at the mill"),
                "alleged",
                date(2024, 5, 6),
                date(2024, 5, 6),
                words("weekday"),
                ("p-1",),
                (
                    Participant("a-1", words("the mayor"), "actor", (arson,)),
                    Participant(None, words("the mill"), "target", (mishap,)),
                ),
                ("r-1", "r-2"),
                1,
                (three, five),
                ("f-1",),
                ("s-1",),
                (words("same place"),),
            ),
            Incident(
                "i-2",
                "PROTEST",
                words("Earlier fire"),
                "happened",
                None,
                date(2024, 4, 1),
                words("until"),
                (),
                (),
                ("r-1",),
                1,
                (arson,),
                (),
                (),
                (),
                background=True,
            ),
            Incident(
                "i-3",
                "COERCE",
                words("Inquiry"),
                "planned",
                date(2024, 5, 8),
                None,
                words("since"),
                (),
                (),
                ("r-2",),
                1,
                (denial,),
                (),
                (),
                (),
            ),
            Incident(
                "i-4",
                "OTHER",
                words("Stairs swept"),
                "happened",
                None,
                date(2024, 5, 8),
                words("until"),
                (),
                (),
                ("r-2",),
                1,
                (mishap,),
                (),
                (),
                (),
                passing=True,
            ),
        ),
        figures=(
            Figure(
                "f-1",
                words("people hurt"),
                words("people"),
                "i-1",
                3,
                3,
                5,
                (reading(3, three), reading(5, five)),
                "conflict",
                (words("same day"),),
            ),
            Figure(
                "f-2",
                words("sacks of flour"),
                words("sacks"),
                None,
                None,
                None,
                None,
                (FigureReading(None, None, None, words("dozens"), None, "r-1", None, (three,)),),
                "single",
            ),
        ),
        disagreements=(
            Disagreement(
                "d-1",
                words("Who set the fire"),
                "actor",
                "i-1",
                None,
                (Side(words("arsonists"), ("r-1",), (arson,)), Side(words("nobody"), ("r-2",), (denial,))),
                (words("both told as fact"),),
            ),
        ),
        wording=(
            Wording("a-2", words("the miller"), words("Arsonists"), "r-1", "outlet", (arson,)),
            Wording(None, words("the fire"), words("A mishap"), "r-2", "speaker", (mishap,)),
        ),
        timeline=(Moment(date(2024, 5, 6), date(2024, 5, 6), "i-1"),),
        stories=(
            Story(
                "st-1",
                words("Mill burns"),
                ("r-1", "r-2"),
                ("i-1", "i-2", "i-3", "i-4"),
                date(2024, 5, 6),
                date(2024, 5, 8),
            ),
        ),
        skipped=(Skipped(words("empty.txt"), words("nothing in it")),),
    )


@pytest.fixture(scope="session")
def small() -> Dossier:
    """Two invented reports with one of everything."""
    return build()


@pytest.fixture(scope="session")
def hostile() -> Dossier:
    """The same, with every text made to break out of whatever shows it."""
    return build(lambda plain: f"{plain} {HOSTILE}")


@pytest.fixture(scope="session")
def make_dossier() -> Maker:
    """A dossier of one report's text in which the given stretches are quoted as statements."""

    def make(text: str, stretches: list[tuple[int, int]]) -> Dossier:
        report = DossierReport("r-1", "one.txt", "Courier", None, None, "en", None, text, (), ())
        spans = [Span("r-1", start, end, text[start:end]) for start, end in stretches]
        statements = tuple(
            Statement(f"s-{n}", "r-1", None, "somebody", (), "claim", False, at, at, (at,))
            for n, at in enumerate(spans)
        )
        return Dossier(title="Texts", start=None, end=None, reports=(report,), statements=statements)

    return make
