"""Where things stand in the page's pictures: the timeline, the map of places, the bar of a figure. Geometry only;
the templates draw it. Units are those of each picture's viewBox."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from crossread.faces.render import words
from crossread.records import Figure, Incident, Place, Record

TIMELINE_WIDTH = 760.0
MARGIN = 40.0  # left and right of the timeline, so that the labels of the first and last day fit
LANE = 14.0  # height of one row of the timeline
MOST_LANES = 16  # rows of the timeline; what would stand above is counted, not drawn
LABEL_WIDTH = 84.0  # room that the label of a day needs
MAP_WIDTH, MAP_HEIGHT = 640.0, 380.0
FAR = 5.0
"""A place so many times farther from the middle than half of the places would leave the others in one spot."""
LETTER = 6.6  # width of a letter of a map's label


Located = tuple[Place, float, float]  # with its longitude and latitude


class Mark(Record, frozen=True):
    """An incident on the timeline: a dot, or a bar where `width` is not 0; `open` tells which side is unknown."""

    incident: Incident
    x: float
    y: float
    width: float
    open: str  # "", "since", "until"


class Tick(Record, frozen=True):
    """A labelled place on an axis."""

    x: float
    label: str


class Timeline(Record, frozen=True):
    """The picture of a story's days. Long gaps are drawn shorter: a gap of n days is log(1 + n) wide."""

    height: float
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    undrawn: int  # dated incidents for which there was no room
    undated: int


class Dot(Record, frozen=True):
    """A place on the map; its label is empty where it would cover another."""

    place: Place
    x: float
    y: float
    label: str
    label_x: float
    anchor: str  # "start" or "end", as SVG's text-anchor
    vague: bool  # a country or region, shown by its middle


class Map(Record, frozen=True):
    """Places by their coordinates, on a plain grid."""

    dots: tuple[Dot, ...]
    meridians: tuple[Tick, ...]
    parallels: tuple[Tick, ...]  # `x` is the height here
    beyond: tuple[Place, ...]  # too far away to be drawn


class Bar(Record, frozen=True):
    """A figure's range from 0 to 100: the band from low to high, the best, and every reading."""

    low: float
    width: float
    best: float | None
    readings: tuple[float, ...]


# --------------------------------------------------------------------------- timeline


def timeline(incidents: Sequence[Incident]) -> Timeline | None:
    """The picture for a story's incidents; None with fewer than two different days, where there is nothing to see."""
    dated = [i for i in incidents if i.start or i.end]
    key_days = sorted({day for i in dated for day in (i.start, i.end) if day})
    if len(key_days) < 2:
        return None
    x_of = _axis(key_days)
    free: list[float] = []  # for each row, the first x that is free
    marks, undrawn = [], 0
    for incident in sorted(dated, key=lambda i: (i.start or i.end or date.max, i.end or date.max, i.id)):
        x, width, side = _extent(incident, x_of)
        row = next((row for row, until in enumerate(free) if until <= x - 7), len(free))
        if row >= MOST_LANES:
            undrawn += 1
            continue
        if row == len(free):
            free.append(0.0)
        free[row] = x + width + 7
        marks.append(Mark(incident, x, row * LANE, width, side))
    height = len(free) * LANE + 8
    flipped = tuple(Mark(m.incident, m.x, height - 10 - m.y, m.width, m.open) for m in marks)
    return Timeline(height, flipped, _ticks(dated, x_of), undrawn, len(incidents) - len(dated))


def _axis(key_days: Sequence[date]) -> dict[date, float]:
    places, at = {key_days[0]: 0.0}, 0.0
    for before, day in pairwise(key_days):
        at += math.log1p((day - before).days)
        places[day] = at
    scale = (TIMELINE_WIDTH - 2 * MARGIN) / at
    return {day: round(MARGIN + place * scale, 1) for day, place in places.items()}


def _extent(incident: Incident, x_of: dict[date, float]) -> tuple[float, float, str]:
    start, end = incident.start, incident.end
    if start and end:
        first, last = sorted((x_of[start], x_of[end]))
        return first, round(last - first, 1), ""
    return (x_of[start], 0.0, "since") if start else (x_of[end or date.max], 0.0, "until")


def _ticks(dated: Iterable[Incident], x_of: dict[date, float]) -> tuple[Tick, ...]:
    """Labels for the days on which most begins, as far as they fit beside each other."""
    weight: dict[date, int] = {}
    for incident in dated:
        day = incident.start or incident.end
        if day:
            weight[day] = weight.get(day, 0) + len(incident.reports)
    chosen: list[Tick] = []
    for day in sorted(weight, key=lambda d: (-weight[d], d)):
        x = x_of[day]
        if all(abs(x - tick.x) >= LABEL_WIDTH for tick in chosen):
            chosen.append(Tick(x, f"{day.day} {day:%b} {day.year}"))
    return tuple(sorted(chosen, key=lambda tick: tick.x))


# --------------------------------------------------------------------------- map


def places(found: Sequence[Place]) -> Map | None:
    """The map of the places with coordinates; None with fewer than two. Those far from the others are only named."""
    known = [(p, p.lon, p.lat) for p in found if p.lat is not None and p.lon is not None]
    lons = [lon for _, lon, _ in known]
    if lons and max(lons) - min(lons) > 180:  # they lie on both sides of the date line
        known = [(p, lon % 360, lat) for p, lon, lat in known]
    near = _near(known)
    if len({(lon, lat) for _, lon, lat in near}) < 2:
        return None
    west, east = min(lon for _, lon, _ in near), max(lon for _, lon, _ in near)
    south, north = min(lat for _, _, lat in near), max(lat for _, _, lat in near)
    # Far from the equator a degree of longitude is shorter than one of latitude.
    squeeze = max(math.cos(math.radians((north + south) / 2)), 0.1)
    scale = min(MAP_WIDTH * 0.8 / max((east - west) * squeeze, 0.2), MAP_HEIGHT * 0.8 / max(north - south, 0.2))
    middle, centre = (east + west) / 2, (north + south) / 2
    half_width, half_height = MAP_WIDTH / 2 / scale / squeeze, MAP_HEIGHT / 2 / scale

    def x(lon: float) -> float:
        return round(MAP_WIDTH / 2 + (lon - middle) * squeeze * scale, 1)

    def y(lat: float) -> float:
        return round(MAP_HEIGHT / 2 - (lat - centre) * scale, 1)

    return Map(
        _dots([(p, x(lon), y(lat)) for p, lon, lat in near]),
        tuple(Tick(x(d), _degrees(d, "E", "W")) for d in _grid(middle, half_width)),
        tuple(Tick(y(d), _degrees(d, "N", "S")) for d in _grid(centre, half_height)),
        tuple(place for place, lon, lat in known if (place, lon, lat) not in near),
    )


def _near(known: Sequence[Located]) -> list[Located]:
    """The places that lie together: less those farther from the middle one than FAR times what half of them are."""
    if not known:
        return []
    lons, lats = sorted(lon for _, lon, _ in known), sorted(lat for _, _, lat in known)
    middle = lons[len(lons) // 2], lats[len(lats) // 2]
    distances = [math.dist(middle, (lon, lat)) for _, lon, lat in known]
    reach = max(sorted(distances)[len(distances) // 2] * FAR, 1.0)
    return [place for place, distance in zip(known, distances, strict=True) if distance <= reach]


def _dots(known: Sequence[tuple[Place, float, float]]) -> tuple[Dot, ...]:
    """Dots with labels right or left of them where these cover nothing; the most mentioned choose first."""
    taken: list[tuple[float, float, float, float]] = [(x - 4, y - 4, x + 4, y + 4) for _, x, y in known]
    dots = []
    for place, x, y in sorted(known, key=lambda k: (-len(k[0].mentions), k[0].id)):
        name = words.one_line(place.name, 28)
        width = len(name) * LETTER
        dot = Dot(place, x, y, "", 0, "start", place.precision not in ("town", "city", "site"))
        for left, anchor, at in ((x + 7, "start", x + 7), (x - 7 - width, "end", x - 7)):
            box = (left, y - 7, left + width, y + 7)
            if left >= 0 and box[2] <= MAP_WIDTH and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                dot = Dot(place, x, y, name, at, anchor, dot.vague)
                break
        dots.append(dot)
    return tuple(dots)


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _grid(middle: float, half: float) -> list[float]:
    """About five round degrees between `middle` less and plus `half`."""
    step = min((0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60), key=lambda step: abs(math.log(step / (half / 2.5))))
    first, last = math.ceil((middle - half) / step), math.floor((middle + half) / step)
    return [round(i * step, 1) for i in range(first, last + 1)]


def _degrees(value: float, positive: str, negative: str) -> str:
    value = value - 360 if value > 180 else value
    return f"{abs(value):g}°{positive if value > 0 else negative if value < 0 else ''}"


# --------------------------------------------------------------------------- figures


def bar(figure: Figure) -> Bar | None:
    """The bar of a figure; None where all say one number and there is nothing to compare."""
    values = [r.value for r in figure.readings if r.value is not None]
    known = [v for v in (figure.low, figure.best, figure.high, *values) if v is not None and math.isfinite(v)]
    if not known or min(known) == max(known):
        return None
    base, reach = min(known), max(known) - min(known)

    def at(value: float) -> float:
        return round((value - base) / reach * 100, 1)

    low = at(figure.low) if figure.low is not None else 0.0
    high = at(figure.high) if figure.high is not None else 100.0
    best = at(figure.best) if figure.best is not None else None
    return Bar(low, max(high - low, 0.0), best, tuple(dict.fromkeys(at(v) for v in values if math.isfinite(v))))
