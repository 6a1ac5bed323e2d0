from __future__ import annotations

from datetime import date
from pathlib import Path

from benchmarks.muc import answered, fits, incidents_of, scored
from benchmarks.muc_keys import templates, texts
from crossread import pipeline
from crossread.reading.encoder.model import Encoder
from crossread.records import Published, Report

TEXT = """
DEV-MUC3-0901 (INVENTED)

   MARO, 5 MAY 89 (XYZ) -- [REPORT] [TEXT] GUNMEN ON WEDNESDAY KILLED TWO
FARMERS IN TALINE.

   THE POLICE SAID NOTHING.
"""
KEY = """
0.  MESSAGE: ID                     DEV-MUC3-0901 (INVENTED)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  03 MAY 89
3.  INCIDENT: LOCATION              ARDESH: TALINE (TOWN)
4.  INCIDENT: TYPE                  ATTACK
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
9.  PERP: INDIVIDUAL ID             "GUNMEN"
19. HUM TGT: DESCRIPTION            "FARMERS" / "PEASANTS"
                                    "GUARD": "JUAN NERO"
21. HUM TGT: NUMBER                 2: "FARMERS"
                                    1: "GUARD"
24. HUM TGT: TOTAL NUMBER           -

0.  MESSAGE: ID                     DEV-MUC3-0901 (INVENTED)
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
2.  INCIDENT: DATE                  - 04 MAY 89
3.  INCIDENT: LOCATION              -
4.  INCIDENT: TYPE                  KIDNAPPING
5.  INCIDENT: STAGE OF EXECUTION    ATTEMPTED
21. HUM TGT: NUMBER                 PLURAL: "MONKS"
24. HUM TGT: TOTAL NUMBER           -

0.  MESSAGE: ID                     DEV-MUC3-0902 (INVENTED)
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""


def corpus(folder: Path) -> Path:
    (folder / "dev-muc3-0901").write_text(TEXT)
    (folder / "key-dev-0901.muc4").write_text(KEY)
    return folder


def test_texts_have_their_day_and_whole_paragraphs(tmp_path: Path) -> None:
    (text,) = texts(corpus(tmp_path))
    assert text.day == date(1989, 5, 5)
    assert text.text.split("\n\n") == [
        "MARO, 5 MAY 89 (XYZ) -- GUNMEN ON WEDNESDAY KILLED TWO FARMERS IN TALINE.",
        "THE POLICE SAID NOTHING.",
    ]


def test_keys_keep_what_is_definite(tmp_path: Path) -> None:
    attack, kidnapping = templates(corpus(tmp_path))
    assert attack.days == ((date(1989, 5, 3), date(1989, 5, 3)),)
    assert attack.places == (("ARDESH", "TALINE"),)
    assert attack.quoted == (("GUNMEN",), ("FARMERS", "PEASANTS"), ("GUARD",))
    assert attack.victims == 3
    assert (kidnapping.optional, kidnapping.days, kidnapping.places, kidnapping.victims) == (True, (), (), None)


def test_an_incident_answers_one_template_and_is_scored(tmp_path: Path, encoder: Encoder) -> None:
    (text,) = texts(corpus(tmp_path))
    report = Report(text.id, text.id, text.text, published=Published(date(1989, 5, 5), date(1989, 5, 5), "dateline"))
    reading = pipeline.read(report, encoder.analyse(report.id, report.text))
    dossier = pipeline.cross([report], [reading])
    wanted = templates(corpus(tmp_path))
    told = answered(wanted, incidents_of(dossier, reading))
    assert told[0] is not None
    assert told[1] is None
    assert fits(wanted[0], told[0])
    assert not fits(wanted[1], told[0])
    slots = scored(wanted[0], told[0], dossier).slots
    assert slots["date"][0]
    assert slots["stage"][0]
    assert not slots["victims"][0]
    assert set(scored(wanted[1], None, dossier).slots) == {"type", "stage"}
