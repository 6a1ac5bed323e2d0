"""Where things stand in the pictures."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, strategies as st

from crossread.faces.render import pictures
from crossread.records import Figure, FigureReading, Incident, Place

DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))


def incident(number: int, start: date | None, end: date | None) -> Incident:
    return Incident(f"i-{number}", "ASSAULT", "A deed", "happened", start, end, "", (), (), ("r",), 1, (), (), (), ())


def place(number: int, lat: float, lon: float) -> Place:
    return Place(f"p-{number}", f"Place {number}", None, lat, lon, "town", ())


@given(st.lists(st.tuples(st.one_of(st.none(), DAYS), st.integers(0, 400), st.booleans()), max_size=60))
def test_every_dated_incident_is_drawn_or_counted_and_none_covers_another(
    rows: list[tuple[date | None, int, bool]],
) -> None:
    incidents = [
        incident(n, start, None if start is None or is_open else start + timedelta(days=length))
        for n, (start, length, is_open) in enumerate(rows)
    ]
    picture = pictures.timeline(incidents)
    if picture is None:
        assert len({day for i in incidents for day in (i.start, i.end) if day}) < 2
        return
    assert len(picture.marks) + picture.undrawn + picture.undated == len(incidents)
    for mark in picture.marks:
        assert pictures.MARGIN <= mark.x <= mark.x + mark.width <= pictures.TIMELINE_WIDTH - pictures.MARGIN + 0.1
        assert 0 <= mark.y <= picture.height
    for a in picture.marks:
        assert not any(
            a is not b and a.y == b.y and a.x <= b.x + b.width and b.x <= a.x + a.width for b in picture.marks
        )


@given(st.lists(DAYS, min_size=2, max_size=30, unique=True))
def test_time_runs_to_the_right(days: list[date]) -> None:
    picture = pictures.timeline([incident(n, day, day) for n, day in enumerate(days)])
    assert picture is not None
    by_day = sorted((m.incident.start or date.max, m.x) for m in picture.marks)
    assert all(x <= later for (_, x), (_, later) in pairwise(by_day))


@given(st.lists(st.tuples(st.floats(-89, 89), st.floats(-180, 180)), max_size=25))
def test_every_place_is_on_the_map_or_beyond_it(spots: list[tuple[float, float]]) -> None:
    found = [place(n, lat, lon) for n, (lat, lon) in enumerate(spots)]
    drawn = pictures.places(found)
    if drawn is not None:
        assert len(drawn.dots) + len(drawn.beyond) == len(found)
        assert all(0 <= d.x <= pictures.MAP_WIDTH and 0 <= d.y <= pictures.MAP_HEIGHT for d in drawn.dots)


def test_a_far_place_is_named_and_not_drawn() -> None:
    near = [place(n, 36 + n / 10, 42 + n / 10) for n in range(5)]
    drawn = pictures.places([*near, place(9, 39, -77)])
    assert drawn is not None
    assert [p.id for p in drawn.beyond] == ["p-9"]


def test_places_on_both_sides_of_the_date_line_lie_together() -> None:
    drawn = pictures.places([place(1, -17, 179.5), place(2, -17, -179.5)])
    assert drawn is not None
    assert not drawn.beyond


def test_a_bar_shows_low_best_high_and_each_reading() -> None:
    def figure(low: float, best: float, high: float, *values: float) -> Figure:
        readings = tuple(FigureReading(v, v, v, None, None, "r", None, ()) for v in values)
        return Figure("f", "people", None, None, low, best, high, readings, "update")

    assert pictures.bar(figure(4, 4, 4, 4, 4)) is None
    assert pictures.bar(figure(4, 9, 14, 4, 9)) == pictures.Bar(0.0, 100.0, 50.0, (0.0, 50.0))
