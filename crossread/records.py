"""The records that every stage takes and gives: frozen, slim, evidence on every field.

Three families, in the order in which the data flows:

* what intake makes:    `Report`, `Removed`, `Credit`, `DateClue`, `Skipped`
* what reading makes:   `Analysis` (the encoder's labels) and `Reading` (everything found in one report)
* what crossing makes:  `Dossier` and its parts, the published shape

Offsets are Unicode code points of `Report.text`, half-open. Collections are tuples, so that a record can be
hashed, cached and sent to another process. A missing value is `None`: unknown is said, never filled. The smallest
records hold only plain values and cannot be part of a cycle: `gc=False` spares Python to look through millions of them.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec


class Record(msgspec.Struct, frozen=True):
    """Base of all records: immutable, compared by value. Build them with keywords."""


# --------------------------------------------------------------------------- evidence


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """Characters of one report: `text == report.text[start:end]`, always."""

    report: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not self.report or self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"a span must quote its report: {self.start}..{self.end} {self.text[:40]!r}")


Evidence = tuple[Span, ...]


# --------------------------------------------------------------------------- intake

DateBasis = Literal["metadata", "url", "text", "dateline", "weekday", "event", "neighbours", "modified", "crawled"]
ClueKind = Literal["published", "modified", "rendered", "crawled", "unknown", "shown"]
"""What a date on or around a report dates; `shown`: a post or photograph that the report shows, so it is not older."""


class Published(Record, frozen=True):
    """The days on one of which a report came out, and what says so."""

    start: date
    end: date
    basis: str


class DateClue(Record, frozen=True):
    """One date that stands on or around a report, with what it probably dates."""

    kind: ClueKind
    start: date
    end: date
    basis: str  # a DateBasis
    text: str  # the characters that gave it, from the page, the URL or a removed line
    why: str


class Removed(Record, frozen=True):
    """Text that cleaning took out, and the reason. Nothing is dropped silently."""

    text: str
    why: str


class Credit(Record, frozen=True):
    """An agency or outlet that the report itself credits."""

    name: str
    evidence: Evidence


class Report(Record, frozen=True):
    """One publication's text, cleaned; all spans count in `text`."""

    id: str
    source: str
    text: str
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    language: str = "en"
    published: Published | None = None
    clues: tuple[DateClue, ...] = ()
    removed: tuple[Removed, ...] = ()
    credits: tuple[Credit, ...] = ()


class Skipped(Record, frozen=True):
    """An input that gave no report, and why. The run goes on."""

    source: str
    why: str


class Intake(Record, frozen=True):
    """What came of a set of paths."""

    reports: tuple[Report, ...]
    skipped: tuple[Skipped, ...] = ()


# --------------------------------------------------------------------------- reading: what the encoder says


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word of a sentence. `head` is the index of its head in the sentence, -1 for the root."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str  # UPOS
    head: int
    rel: str  # UD relation with subtype, such as "nsubj:pass"


class Tagged(msgspec.Struct, frozen=True, gc=False):
    """Whole words of one sentence that a head of the encoder labelled: words `first` to `last`, inclusive."""

    first: int
    last: int
    label: str
    score: float


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of a report with everything that the encoder says of it.

    names: PER ORG LOC (and EVENT where it knows); times: DATE (a date expression);
    attributions: SOURCE CUE CONTENT; deeds: HAPPENED NOT POSSIBLE (is the deed told as done, not done, or neither);
    kinds: the deed's type of ontology.yml; modes: its `Status` in capitals, as an analyst would read it;
    history: BACKGROUND, deeds told to explain the news; sayings: the `StatementKind` of what somebody says, in capitals
    with underscores; judgements: LABEL LOADED EUPHEMISM SCARE, words that judge.
    """

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]
    names: tuple[Tagged, ...] = ()
    times: tuple[Tagged, ...] = ()
    attributions: tuple[Tagged, ...] = ()
    deeds: tuple[Tagged, ...] = ()
    embedding: bytes = b""  # as `embeddings` packs it; empty when the encoder was asked for none
    kinds: tuple[Tagged, ...] = ()
    modes: tuple[Tagged, ...] = ()
    history: tuple[Tagged, ...] = ()
    sayings: tuple[Tagged, ...] = ()
    judgements: tuple[Tagged, ...] = ()


class Analysis(Record, frozen=True):
    """The encoder's labels for one report, sentence by sentence in text order."""

    report: str
    sentences: tuple[Sentence, ...]


# --------------------------------------------------------------------------- reading: what one report says

ActorType = Literal[
    "person", "armed group", "government", "coalition", "organisation", "media", "company", "people", "other"
]
MentionType = Literal[
    "person", "armed group", "government", "coalition", "organisation", "media", "company", "people", "other", "place"
]


class Mention(Record, frozen=True):
    """A span that names an actor or a place ("Duarte", "the group", "Nairobi").

    `named` tells proper names from descriptions. `refers` is the index (in `Reading.mentions`) of the earlier or later
    named mention that a description or pronoun stands for, when the report itself tells; `why` says what told.
    """

    span: Span
    type: MentionType
    named: bool
    title: str | None = None  # honorific or office that stands before the name ("Prime Minister")
    refers: int | None = None
    why: str = ""


class TimeExpression(Record, frozen=True):
    """A date expression, not yet resolved: what it says, apart from the day that it is counted from.

    `value` is one of the small value records of `crossread.days`, which also resolves it; `anchor` is what it counts
    from: "published", "none" (absolute), "previous" (the date expression before it) or "event".
    """

    span: Span
    value: TimeValue
    anchor: str


class TimeValue(msgspec.Struct, frozen=True):
    """What a date expression says, in a form that `days.resolve` turns into days once the anchor is known.

    kind        fields used
    absolute    year, month, day (month, day may be None), until_* for ranges
    weekday     weekday (0 Monday), direction
    relative    unit (day week month quarter year decade), count (signed; 0 is this one; None untold): whole units
                of the calendar ("last month")
    shift       unit, count: from the anchor to the day ("two weeks later")
    partial     month and day, month, season, quarter or feast without year: found from the anchor and `direction`
    weekend     count as in relative
    range       the first and last expression's days: start and end are resolved apart and joined
    duration    unit, count: a stretch that ends (direction -1) or begins (+1) at the anchor; with 0 a length, no days
    set         again and again ("daily", "on Mondays"): resolves to None
    vague       recognised, cannot be placed ("recently"): resolves to None

    `part` narrows or qualifies what is told: early, mid, late, start, end (of a month, a year); a time of day in words
    (morning, noon, afternoon, evening, night, overnight, tonight, midnight) or as a clock ("22:00", alone with vague);
    earlier, later (before or after the anchor, within the unit); about, less, more (of a count); half (and a half; or
    "first half" of a year); untold (a stretch without a count); period (the same quarter a year before); weekend (of a
    week). crossread.days tells more of each.
    """

    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    count: int | None = None
    direction: int = 0  # -1 past, +1 future, 0 nearest by context
    part: str | None = None  # early, late, morning, "22:00", about, untold, …: what narrows it, as told above
    open: str | None = None  # "since" (no end), "until" (no start), "before", "after"
    first: TimeValue | None = None
    last: TimeValue | None = None


AGE = "age"
"""What the quantity of a person's age counts, and the first word of what its figure does."""


class Quantity(Record, frozen=True):
    """A number that the report gives for something: one reading of a figure, before crossing."""

    span: Span
    value: float | None
    low: float | None
    high: float | None
    qualifier: str | None  # "at least", "more than", "about", "nearly", …
    unit: str | None  # people, dollars, percent, kilometres, … ; None when it counts plain things
    counts: str  # what is counted, normalised: "people killed", "troops", "rockets"
    noun: str  # the noun as it stands ("soldiers")
    context: Span  # the phrase that shows number, noun and deed together: the evidence
    deed: int | None = None  # index in Reading.events of the deed that it measures
    outcome: str | None = None  # killed, injured, displaced, detained, missing … when it counts people harmed
    place: Span | None = None
    time: int | None = None  # index in Reading.times
    according_to: Span | None = None
    modifiers: tuple[str, ...] = ()  # what narrows the noun, folded: "us" of "US troops", "excess" of "excess deaths"
    basis: str | None = None  # official (counted and confirmed by an authority) or estimate (worked out by a study)
    part: bool = False  # a share of another count: "including 43 who ...", "another 30"
    about: tuple[str, ...] = ()  # words of its clause that tell which quantity it is, folded, nearest first
    bearer: int | None = None  # index in Reading.mentions of the person whose age it is


StatementKind = Literal[
    "claim", "report", "demand", "threat", "warning", "accusation", "criticism", "denial", "announcement",
    "confirmation", "claim of responsibility", "appeal", "opinion", "promise",
]  # fmt: skip


class StatementMention(Record, frozen=True):
    """What somebody says in one report. `speaker` is an index in `Reading.mentions` where the speaker is a mention."""

    speaker: int | None
    speaker_text: str
    speaker_span: Span | None
    via: tuple[Span, ...]  # who passed it on, outermost last
    kind: StatementKind
    direct: bool
    cue: Span
    content: Span
    evidence: Evidence


Status = Literal["happened", "alleged", "denied", "planned", "threatened", "demanded", "hypothetical"]
Role = Literal["actor", "target", "other"]


class Part(Record, frozen=True):
    """Somebody's part in a deed. `mention` is an index in `Reading.mentions` when the span is one."""

    role: Role
    span: Span
    mention: int | None = None


class EventMention(Record, frozen=True):
    """One report's mention of a deed."""

    trigger: Span
    span: Span  # the clause: trigger with its arguments
    type: str  # a PLOVER type
    status: Status
    parts: tuple[Part, ...] = ()
    places: tuple[int, ...] = ()  # indexes in Reading.mentions
    times: tuple[int, ...] = ()  # indexes in Reading.times
    statement: int | None = None  # index in Reading.statements in whose content it stands
    instrument: str | None = None  # "drone", "rocket", "airstrike": what sets deeds of a type apart
    background: bool = False  # told as history, not as news
    sentence: int = 0
    why: str = ""
    kind: str = ""  # the sort of deed within its type ("air strike", "visit"): knowledge/en/deeds.yml


class WordingMention(Record, frozen=True):
    """The words that a report chooses for an actor or a deed."""

    label: str
    of: str
    span: Span
    bearer: int | None  # index in Reading.mentions
    deed: int | None  # index in Reading.events
    voice: Literal["outlet", "speaker"]
    why: str = ""
    doer: bool = False  # describes who did the deed without a name ("a local gunman")
    behind: bool = False  # `of` is a deed or a measure, the bearer whoever is behind it ("the harsh decrees" of Reyes)


class Allusion(Record, frozen=True):
    """A place named in passing, as an adjective or inside another name: it tells where somebody belongs."""

    span: Span
    place: str  # the place's name ("Kenya" for "Kenyan")


class Reading(Record, frozen=True):
    """Everything found in one report; a pure function of the report and the settings."""

    report: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[StatementMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    wording: tuple[WordingMention, ...] = ()
    allusions: tuple[Allusion, ...] = ()


# --------------------------------------------------------------------------- crossing: the dossier


class DossierReport(Record, frozen=True):
    """A report as the dossier shows it."""

    id: str
    source: str
    outlet: str | None
    title: str | None
    byline: str | None
    language: str
    published: Published | None
    text: str
    removed: tuple[Removed, ...]
    credits: tuple[Credit, ...]


class Origin(Record, frozen=True):
    """Reports that go back to one source and count once."""

    id: str
    reports: tuple[str, ...]
    agency: str | None
    why: str


class Copy(Record, frozen=True, kw_only=True):
    """A report that repeats another, or an agency's text that is not among the reports (`source` None)."""

    report: str
    source: str | None = msgspec.field(name="from")
    agency: str | None = None
    share: float = 0.0  # of the copying report's words
    evidence: tuple[tuple[Span, Span], ...] = ()  # (in the copy, in its source)
    why: str = ""


class Form(Record, frozen=True):
    """A spelling and how often it stands."""

    text: str
    count: int


class Actor(Record, frozen=True):
    """A person, group or body, merged over spellings and reports."""

    id: str
    name: str
    type: ActorType
    forms: tuple[Form, ...]
    mentions: Evidence
    why: tuple[str, ...]
    links: dict[str, str] = {}


# Its hash is kept: it is that of all its mentions, and incidents ask for it again and again.
class Place(Record, frozen=True, cache_hash=True):
    """A place with coordinates where the gazetteer knows it."""

    id: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str  # country, region, town, site, sea, unknown
    mentions: Evidence
    forms: tuple[Form, ...] = ()
    why: tuple[str, ...] = ()


class DateMention(Record, frozen=True):
    """A date expression and the days that it means; an open side is None."""

    text: str
    start: date | None
    end: date | None
    basis: str
    anchor: str
    evidence: Span


class Statement(Record, frozen=True):
    """What somebody says, and who passed it on (outermost last)."""

    id: str
    report: str
    speaker: str | None
    speaker_text: str
    via: tuple[str, ...]
    kind: StatementKind
    direct: bool
    cue: Span
    content: Span
    evidence: Evidence


class Participant(Record, frozen=True):
    """An actor's part in an incident."""

    actor: str | None
    text: str
    role: Role
    evidence: Evidence


UNTOLD = "no day told"
"""How the basis of an incident's days begins where no report tells any."""


class Incident(Record, frozen=True):
    """The happening itself: events of one or several reports, merged."""

    id: str
    type: str
    title: str
    status: Status
    start: date | None
    end: date | None
    date_basis: str
    places: tuple[str, ...]
    participants: tuple[Participant, ...]
    reports: tuple[str, ...]
    origins: int
    evidence: Evidence
    figures: tuple[str, ...]
    statements: tuple[str, ...]
    why: tuple[str, ...]
    background: bool = False
    passing: bool = False  # told in passing: nobody known, no day and no lede makes it news of its own
    codes: dict[str, str] = {}  # what other ontologies call it: "plover", "cameo", "acled" (knowledge/crosswalk.yml)

    @property
    def inferred(self) -> bool:
        """Whether no report tells its days: they only follow from its reports' own."""
        return self.date_basis.startswith(UNTOLD)

    @property
    def told(self) -> tuple[date | None, date | None]:
        """Its days as the reports tell them: no first day where it only follows from their main news."""
        return (None if self.inferred else self.start), self.end


class FigureReading(Record, frozen=True):
    """One value that one report gives, in the unit that it is told in."""

    value: float | None
    low: float | None
    high: float | None
    qualifier: str | None
    as_of: date | None
    report: str
    according_to: str | None
    evidence: Evidence
    unit: str | None = None


Verdict = Literal["agree", "conflict", "update", "scope", "single"]


class Figure(Record, frozen=True):
    """The same thing counted by several reports."""

    id: str
    counts: str
    unit: str | None
    incident: str | None
    low: float | None
    best: float | None
    high: float | None
    readings: tuple[FigureReading, ...]
    verdict: Verdict
    why: tuple[str, ...] = ()


class Side(Record, frozen=True):
    """One side of a disagreement."""

    says: str
    reports: tuple[str, ...]
    evidence: Evidence


DisagreementKind = Literal["figure", "date", "place", "actor", "happened", "characterisation"]


class Disagreement(Record, frozen=True):
    """Reports, or the people that they quote, that cannot both be right."""

    id: str
    about: str
    kind: DisagreementKind
    incident: str | None
    figure: str | None
    sides: tuple[Side, ...]
    why: tuple[str, ...]


class Wording(Record, frozen=True):
    """A label or loaded word, who it is for and in whose voice."""

    actor: str | None
    of: str
    label: str
    report: str
    voice: Literal["outlet", "speaker"]
    evidence: Evidence


class Moment(Record, frozen=True):
    """A line of the timeline."""

    start: date | None
    end: date | None
    incident: str


class Story(Record, frozen=True):
    """Incidents and reports that belong together."""

    id: str
    title: str
    reports: tuple[str, ...]
    incidents: tuple[str, ...]
    start: date | None
    end: date | None
    why: tuple[str, ...] = ()


class Dossier(Record, frozen=True, kw_only=True):
    """All that Crossread knows about a set of reports."""

    dossier: str = "1"
    title: str
    start: date | None
    end: date | None
    reports: tuple[DossierReport, ...] = ()
    origins: tuple[Origin, ...] = ()
    copies: tuple[Copy, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    incidents: tuple[Incident, ...] = ()
    figures: tuple[Figure, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    wording: tuple[Wording, ...] = ()
    timeline: tuple[Moment, ...] = ()
    stories: tuple[Story, ...] = ()
    skipped: tuple[Skipped, ...] = ()


# --------------------------------------------------------------------------- crossing: between the stages


class Days(Record, frozen=True):
    """The days that one date expression means, once its anchor is known; None on a side that is open or unknown."""

    start: date | None
    end: date | None
    basis: str  # "weekday before publication", "absolute", …
    anchor: str  # what it was counted from: "published", "previous", "event", "none"


Key = tuple[str, int]  # (report id, index in that report's Reading.mentions / events / statements / …)


class Resolved(Record, frozen=True):
    """Every reading's date expressions as days: `days[(report, index in Reading.times)]`."""

    days: dict[Key, Days]
    dates: tuple[DateMention, ...]


class MergedActors(Record, frozen=True):
    """The actors, and which of them each mention belongs to: `of[(report, index in Reading.mentions)]`."""

    actors: tuple[Actor, ...]
    of: dict[Key, str]


class MergedPlaces(Record, frozen=True):
    """The places, and which of them each mention belongs to."""

    places: tuple[Place, ...]
    of: dict[Key, str]


class MergedStatements(Record, frozen=True):
    """The statements, and which of them each statement mention became."""

    statements: tuple[Statement, ...]
    of: dict[Key, str]


class MergedIncidents(Record, frozen=True):
    """The incidents (figures not yet filled in), and which of them each event mention belongs to."""

    incidents: tuple[Incident, ...]
    of: dict[Key, str]


class MergedFigures(Record, frozen=True):
    """The figures, and which of them each quantity belongs to."""

    figures: tuple[Figure, ...]
    of: dict[Key, str]
