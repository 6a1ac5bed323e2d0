"""Incidents of MUC-3 and MUC-4: type, date, place, number of victims, stage of execution.

    python -m benchmarks.muc TEXTS KEYS [--every 4] [--wrong victims] [--floor victims 0.5]

TEXTS and KEYS are a file of the corpus each, or a folder that holds them. The texts are wire reports in capitals; the
day of the dateline is the day on which a text came out. Each text makes a dossier of its own.

Which incident answers a template of the key: incidents of violence, threat, theft or protest are held against every
template of the text. A pair is worth 2 if the incident's type fits the template's (table `FITS`), and 1 for each thing
that the key quotes (perpetrators, targets, instruments; other wordings count once) that stands in a sentence telling
of the incident; a pair that fits in neither way is none. Pairs are taken greedily by worth, the news ahead of what is
told in passing, then those told first; each incident and each template is used once. The slots that are scored play no
part in it, but for the type.
Optional templates take part in the matching and are not scored. A template that no incident answers is wrong in every
slot that its key fills.

type      the incident's type and kind fit the template's
date      templates with a day or an interval: the incident's days are the key's, or lie within its interval
          ("some day before 4 March" is not scored)
place     a place of the incident has the most specific name of the key's location; country: lies in its country
victims   templates with a total, or exact numbers for all human targets: the people of the incident's figures (the
          killed and the injured, the largest count of each, else the largest count of people shot, taken or missing;
          without figures the persons who are named as its targets) are exactly as many
stage     ACCOMPLISHED: told as happened or alleged; THREATENED: planned, threatened, demanded, hypothetical, or of
          our type THREATEN (which fits every type at this stage); ATTEMPTED: told as not done, or as an attempt
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.command import command, there
from benchmarks.muc_keys import Template, Text, templates, texts
from crossread import pipeline
from crossread.reading.encoder.model import Encoder
from crossread.records import (
    Analysis,
    Dossier,
    EventMention,
    Incident,
    Published,
    Reading,
    Report,
    Sentence,
    Span,
)
from crossread.spelling import key

SLOTS = ("type", "date", "place", "country", "victims", "stage")
CANDIDATES = frozenset(("ASSAULT", "COERCE", "CRIME", "HARM", "ACCIDENT", "DISASTER", "THREATEN", "PROTEST"))
"""Types of incidents that may answer a template."""
FITS: dict[str, dict[str, frozenset[str] | None]] = {
    "ATTACK": {"ASSAULT": None, "HARM": frozenset(("deaths", "injuries"))},
    "BOMBING": {"ASSAULT": frozenset(("bombing", "launch")), "ACCIDENT": frozenset(("explosion",))},
    "KIDNAPPING": {"ASSAULT": frozenset(("abduction",)), "COERCE": frozenset(("seizure", "capture"))},
    "ARSON": {"ASSAULT": frozenset(("destruction",)), "DISASTER": frozenset(("fire",))},
    "ROBBERY": {"CRIME": None, "COERCE": frozenset(("seizure",))},
    "FORCED WORK STOPPAGE": {"PROTEST": None, "COERCE": None},
}
"""MUC type -> our types, and the kinds of each that fit (None: all but those of the other rows of ASSAULT)."""
NOT_ATTACKS = frozenset(("bombing", "abduction"))
STAGES = {
    "happened": "ACCOMPLISHED",
    "alleged": "ACCOMPLISHED",
    "denied": "ATTEMPTED",
    "planned": "THREATENED",
    "threatened": "THREATENED",
    "demanded": "THREATENED",
    "hypothetical": "THREATENED",
}
HURT = ("killed", "injured")
OTHERWISE = ("shot", "casualties", "abducted", "missing", "arrested")
"""Outcomes by which people are counted as victims: the killed and the injured together, else the most of another."""


class Told(NamedTuple):
    """An incident with the mentions of its deeds and the sentences that tell of it, folded."""

    incident: Incident
    events: tuple[EventMention, ...]
    text: str
    first: int  # where it is told first


class Answer(NamedTuple):
    """What was scored for one template: slot -> (right, what the incident says); slots that the key leaves open are
    missing."""

    template: Template
    told: Told | None
    slots: dict[str, tuple[bool, str]]


def fits(template: Template, told: Told) -> bool:
    """Whether the incident's type and kind are the template's."""
    if told.incident.type == "THREATEN":
        return "THREATENED" in template.stages
    for name in template.type.split(" / "):
        kinds = FITS.get(name, {}).get(told.incident.type, frozenset())
        if kinds is not None and any(e.kind in kinds for e in told.events):
            return True
        if name == "BOMBING" and any(e.type == "ASSAULT" and e.instrument == "bomb" for e in told.events):
            return True
        if kinds is None and (name != "ATTACK" or any(e.kind not in NOT_ATTACKS for e in told.events)):
            return True
    return False


def worth(template: Template, told: Told) -> int:
    """How well an incident answers a template; 0 if not at all."""
    quoted = sum(any(f" {key(words)} " in told.text for words in wordings) for wordings in template.quoted)
    return 2 * fits(template, told) + quoted


def answered(wanted: Sequence[Template], told: Sequence[Told]) -> list[Told | None]:
    """The incident that answers each template, one to one."""
    pairs = [
        (-worth(t, x), x.incident.passing, x.first, i, j) for i, t in enumerate(wanted) for j, x in enumerate(told)
    ]
    found: dict[int, int] = {}
    for less, _, _, i, j in sorted(pairs):
        if less and i not in found and j not in found.values():
            found[i] = j
    return [told[found[i]] if i in found else None for i in range(len(wanted))]


def incidents_of(dossier: Dossier, reading: Reading) -> list[Told]:
    """The incidents of one text that may answer a template, in the order in which they are told."""
    candidates = [event for event in reading.events if event.type in CANDIDATES]
    found = []
    for incident in dossier.incidents:
        if incident.type in CANDIDATES:
            events = tuple(e for s in incident.evidence for e in candidates if _proven(e, s))
            lines = [dossier.reports[0].text[s.start : s.end] for s in _sentences(reading, events)]
            found.append(Told(incident, events, f" {key(' '.join(lines))} ", min(s.start for s in incident.evidence)))
    return sorted(found, key=lambda told: (told.first, told.incident.id))


def _proven(event: EventMention, evidence: Span) -> bool:
    """Whether a span, its clause or a part of it, is an event's evidence."""
    clause, word = event.span, event.trigger
    return clause.start <= evidence.start <= word.start and word.end <= evidence.end <= clause.end


def _sentences(reading: Reading, events: Sequence[EventMention]) -> list[Sentence]:
    return [reading.sentences[n] for n in sorted({event.sentence for event in events})]


def victims(dossier: Dossier, incident: Incident) -> int | None:
    """How many people the incident struck, as the dossier tells it; None where it tells nothing."""
    most: dict[str, float] = {}
    for figure in dossier.figures:
        counts = figure.counts.split(" in ")[0].split(" (")[0].split(",")[0]
        outcome = next((o for o in (*HURT, *OTHERWISE) if counts.endswith(f" {o}")), None)
        value = figure.best if figure.best is not None else figure.low
        if figure.incident == incident.id and outcome and value is not None:
            most[outcome] = max(value, most.get(outcome, 0))
    if any(most.get(outcome) for outcome in HURT):
        return int(sum(most.get(outcome, 0) for outcome in HURT))
    if most:
        return int(max(most.values()))
    persons = {actor.id for actor in dossier.actors if actor.type == "person"}
    return len({p.actor for p in incident.participants if p.role == "target" and p.actor in persons}) or None


def scored(template: Template, told: Told | None, dossier: Dossier) -> Answer:
    """The template with each slot that its key fills, right or wrong."""
    slots: dict[str, tuple[bool, str]] = {}
    incident = told.incident if told else None
    slots["type"] = told is not None and fits(template, told), incident.type if incident else ""
    if template.days:
        start, end = (incident.start, incident.end) if incident else (None, None)
        right = start is not None and end is not None and any(a <= start and end <= b for a, b in template.days)
        slots["date"] = right, f"{start} {end}"
    if template.places:
        mine = [p for p in dossier.places if incident and p.id in incident.places]
        names = {key(name) for p in mine for name in (p.name, *(m.text for m in p.mentions))}
        lands = {key(p.country) for p in mine if p.country}
        slots["place"] = not names.isdisjoint(key(a[-1]) for a in template.places), ", ".join(sorted(names)[:6])
        slots["country"] = not (lands | names).isdisjoint(key(a[0]) for a in template.places), ", ".join(sorted(lands))
    if template.victims is not None:
        number = victims(dossier, incident) if incident else None
        slots["victims"] = number == template.victims, str(number)
    if template.stages:
        stage = _stage(told) if told else ""
        slots["stage"] = stage in template.stages, stage
    return Answer(template, told, slots)


def _stage(told: Told) -> str:
    attempted = any("attempt" in f"{e.trigger.text} {e.span.text} {e.why}".lower() for e in told.events)
    stage = "THREATENED" if told.incident.type == "THREATEN" else STAGES[told.incident.status]
    return "ATTEMPTED" if attempted and stage == "ACCOMPLISHED" else stage


def measure(given: Sequence[Text], wanted: Sequence[Template], analyse: Callable[[str, str], Analysis]) -> list[Answer]:
    """Every required template of the texts, scored."""
    by_text: dict[str, list[Template]] = defaultdict(list)
    for template in wanted:
        by_text[template.text].append(template)
    answers = []
    for text in given:
        if not by_text[text.id]:
            continue
        published = Published(text.day, text.day, "dateline") if text.day else None
        report = Report(text.id, text.id, text.text, published=published)
        reading = pipeline.read(report, analyse(report.id, report.text))
        dossier = pipeline.cross([report], [reading])
        mine = by_text[text.id]
        for template, told in zip(mine, answered(mine, incidents_of(dossier, reading)), strict=True):
            if not template.optional:
                answers.append(scored(template, told, dossier))
    return answers


def main(arguments: list[str] | None = None) -> int:
    parser = command("muc", __doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("keys", type=Path)
    parser.add_argument("--every", type=int, default=1, help="read every n-th text only")
    parser.add_argument("--wrong", choices=SLOTS, help="list the templates that are wrong in this slot")
    parser.add_argument("--floor", nargs=2, metavar=("SLOT", "SHARE"), help="fail if a slot is right less often")
    options = parser.parse_args(arguments)
    if not there(options.texts, options.keys):
        return 0
    answers = measure(texts(options.texts)[:: options.every], templates(options.keys), Encoder().analyse)
    shares = report(answers, options.wrong)
    return int(bool(options.floor) and shares[options.floor[0]] < float(options.floor[1]))


def report(answers: Sequence[Answer], wrong: str | None = None) -> dict[str, float]:
    """Print counts and scores; returns the share right of each slot."""
    met = sum(a.told is not None for a in answers)
    print(f"templates {len(answers)}, answered by an incident {met} ({met / max(1, len(answers)):.3f})")
    shares = {}
    for slot in SLOTS:
        scores = [(a.slots[slot][0], a.told is not None) for a in answers if slot in a.slots]
        right, found = sum(r for r, _ in scores), sum(f for _, f in scores)
        shares[slot] = right / max(1, len(scores))
        among = right / max(1, found)
        print(f"{slot:8} {right:5} of {len(scores):5}  {shares[slot]:.3f}   of those answered {among:.3f}")
    stages = Counter((a.template.stages[0], a.slots["stage"][1]) for a in answers if "stage" in a.slots)
    print("stages   " + "  ".join(f"{want}>{got or 'none'} {n}" for (want, got), n in stages.most_common(9)))
    for a in answers if wrong else ():
        if wrong in a.slots and not a.slots[wrong][0]:
            want = {"victims": a.template.victims, "date": a.template.days, "stage": a.template.stages}.get(wrong)
            print(f"{a.template.text} {a.template.type} {want or a.template.places} got {a.slots[wrong][1] or None}")
            print(f"    {a.template.quoted} | {a.told.incident.title if a.told else None}")
    return shares


if __name__ == "__main__":
    sys.exit(main())
