"""A mishap is called by the thing that it befell, not by its dead."""

from __future__ import annotations

from tests.crossing.test_headings import ORSK, telling, title


def test_a_crash_is_called_by_what_crashed() -> None:
    crash = telling("a bus crashed", "crashed", ("target", None, "a bus"), kind="crash", type_="ACCIDENT")
    dead = telling("four people died", "died", ("target", None, "four people"), kind="deaths", type_="HARM", report="s")
    assert title(crash, dead, places=(ORSK,)) == "Bus crash in Orsk"


def test_a_reports_own_noun_goes_first() -> None:
    crash = telling("the rescue flight fell", "fell", kind="crash", type_="ACCIDENT")
    noun = telling("the helicopter crash", "helicopter crash", kind="crash", type_="ACCIDENT", noun=True, report="s")
    assert title(crash, noun, places=(ORSK,)) == "Helicopter crash in Orsk"


def test_a_floor_is_not_what_burned() -> None:
    fire = telling("a fire on the second floor", "fire", ("target", None, "the second floor"), kind="fire",
                   type_="DISASTER", noun=True)  # fmt: skip
    assert title(fire, places=(ORSK,)) == "Fire in Orsk"


def test_who_died_gives_a_mishap_no_name() -> None:
    crash = telling("killed four workers", "killed", ("target", None, "four workers"), kind="sinking", type_="ACCIDENT")
    assert title(crash, places=(ORSK,)) == "Sinking in Orsk"
