"""The example story is read as a careful reader would: what the demo shows is pinned here."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.records import Dossier, DossierReport, Incident


def report(d: Dossier, name: str) -> DossierReport:
    return next(r for r in d.reports if name in r.source)


def incidents(d: Dossier, *words: str) -> list[Incident]:
    return [i for i in d.incidents if all(any(w in s.text for s in i.evidence) for w in words)]


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("01-meridian", date(2025, 3, 4), date(2025, 3, 4)),
        ("02-harbour", date(2025, 3, 4), date(2025, 3, 4)),
        ("04-karna", date(2025, 3, 4), date(2025, 3, 4)),
        ("05-velisk", date(2025, 3, 5), date(2025, 3, 5)),
        ("06-radio", date(2025, 3, 5), date(2025, 3, 5)),
        ("07-northern", date(2025, 3, 7), date(2025, 3, 7)),
        ("08-harbour", date(2025, 3, 8), date(2025, 3, 8)),
    ],
)
def test_reports_are_dated(example: Dossier, name: str, start: date, end: date) -> None:
    published = report(example, name).published
    assert published is not None
    assert (published.start, published.end) == (start, end)


def test_a_rendered_date_is_not_the_day_of_publication(example: Dossier) -> None:
    published = report(example, "03-lowland").published
    assert published is None or published.start < date(2025, 3, 20)


def test_outlets_titles_and_residue(example: Dossier) -> None:
    page = report(example, "02-harbour")
    assert page.outlet == "The Harbour Post"
    assert page.title == "Four killed as drones strike Sarnik port"
    assert "Grain prices climb" not in page.text
    assert "Sign up" not in page.text
    saved = report(example, "03-lowland")
    assert "READ:" not in saved.text
    assert any("READ:" in r.text for r in saved.removed)


def test_the_wire_text_and_its_copies_are_one_origin(example: Dossier) -> None:
    ids = {report(example, name).id for name in ("01-meridian", "02-harbour", "03-lowland")}
    assert any(ids <= set(origin.reports) for origin in example.origins)
    own = {report(example, name).id for name in ("05-velisk", "06-radio", "07-northern")}
    assert all(len(own & set(origin.reports)) <= 1 for origin in example.origins)


def test_spellings_of_the_brigade_are_one_actor(example: Dossier) -> None:
    found = [
        a
        for a in example.actors
        if any("Brigade" in f.text and "Wadi" in f.text and "Wadi Brigades" not in f.text for f in a.forms)
    ]
    forms = {f.text for a in found for f in a.forms}
    assert len(found) == 1
    assert {"Shuhada al-Wadi Brigade", "Shohada al Wadi Brigade", "Shuhadaa al-Wadi Brigade"} <= forms


def test_the_denial_has_its_speaker(example: Dossier) -> None:
    names = {a.id: a.name for a in example.actors}
    assert any(s.kind == "denial" and "Darri" in names.get(s.speaker or "", s.speaker_text) for s in example.statements)


def test_a_threat_is_not_a_deed_that_happened(example: Dossier) -> None:
    shelling = [i for i in example.incidents if any("refinery" in s.text for s in i.evidence)]
    assert shelling
    assert all(
        i.status in ("threatened", "hypothetical") for i in shelling if i.type not in ("THREATEN", "ACCUSE", "REQUEST")
    )


def test_the_rising_toll_is_an_update(example: Dossier) -> None:
    tolls = [f for f in example.figures if {4, 9} <= {r.value for r in f.readings}]
    assert any(f.verdict == "update" and f.high is not None and f.high >= 11 for f in tolls)


def test_the_attack_is_one_incident_on_its_day(example: Dossier) -> None:
    attack = max((i for i in example.incidents if i.status in ("happened", "alleged")), key=lambda i: len(i.reports))
    assert len(attack.reports) >= 6
    assert attack.start == date(2025, 3, 3)
    assert attack.origins < len(attack.reports)


def test_the_toll_stands_at_the_attack_and_not_at_the_strike_that_is_threatened(example: Dossier) -> None:
    toll = next(f for f in example.figures if {4, 9, 11} <= {r.value for r in f.readings})
    attack = next(i for i in example.incidents if i.id == toll.incident)
    assert attack.status == "happened"
    assert len(attack.reports) >= 6


def test_who_did_it_is_disputed(example: Dossier) -> None:
    assert any(d.kind in ("actor", "happened") for d in example.disagreements)


def test_loaded_words_are_found_in_the_outlets_voice(example: Dossier) -> None:
    state = report(example, "04-karna").id
    labels = [w.label for w in example.wording if w.report == state and w.voice == "outlet"]
    assert any("terrorist" in label.lower() for label in labels)
    assert any("butchered" in label or "slaughter" in label.lower() for label in labels)


def test_a_sentence_that_copies_share_tells_one_deed(example: Dossier) -> None:
    (deed,) = incidents(example, "17 people")
    assert len({span.report for span in deed.evidence if "17 people" in span.text}) == 2
