"""Places on the map: F1 of the spans, and the share of those found that lie within 161 km of where the file puts them.

    python -m benchmarks.places FILE.xml

Reads the XML of GeoWebNews (`toponym`) and GeoVirus (`location`). Only places with coordinates in the file count.
Countries that act count as places, and in GeoWebNews, which marks them, places named in passing ("Kenyan police"). A
span is found if ours overlaps it and one holds the other.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from benchmarks.command import command, there
from crossread import atlas
from crossread.crossing.places.clues import gather
from crossread.crossing.places.merging import merge_places
from crossread.crossing.places.senses import sense
from crossread.reading.encoder.model import Encoder
from crossread.reading.names.mentions import find_mentions
from crossread.reading.places.allusions import find_allusions
from crossread.records import Mention, Reading, Report
from crossread.trees import Tree

NEAR = 161.0
"""Kilometres (100 miles): the bound that the field has used since its first papers."""


Ours = tuple[int, int, float | None, float | None]
"""Where a place that we find begins and ends, its latitude and longitude."""


class Gold(NamedTuple):
    """A place of the file."""

    start: int
    end: int
    lat: float
    lon: float


def documents(path: Path) -> Iterator[tuple[str, list[Gold], bool]]:
    """(text, places, are places in passing marked?); offsets that count from one are mended by the name itself."""
    for node in ElementTree.parse(path).getroot().iter("article"):
        text = node.findtext("text") or ""
        places = []
        for item in (*node.iter("toponym"), *node.iter("location")):
            name = item.findtext("extractedName") or item.findtext("name") or ""
            lat, lon = (
                item.findtext("latitude") or item.findtext("lat"),
                item.findtext("longitude") or item.findtext("lon"),
            )
            start = int(item.findtext("start") or 0)
            start = next((s for s in (start, start - 1, start + 1) if text[s : s + len(name)] == name), -1)
            if lat and lon and start >= 0 and (item.findtext("type") or "") not in ("Non_Toponym", "Demonym"):
                places.append(Gold(start, start + len(name), float(lat), float(lon)))
        yield text, places, next(node.iter("toponym"), None) is not None


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Distance on the globe."""
    p = math.pi / 180
    x = (
        math.sin((b[0] - a[0]) * p / 2) ** 2
        + math.cos(a[0] * p) * math.cos(b[0] * p) * math.sin((b[1] - a[1]) * p / 2) ** 2
    )
    return 12742 * math.asin(math.sqrt(min(1.0, x)))


def found_in(report: Report, reading: Reading) -> list[Ours]:
    """Our places with coordinates, and countries that act (taken as places)."""
    merged = merge_places((report,), (reading,))
    by_id = {place.id: place for place in merged.places}
    found: list[Ours] = []
    clues = gather((reading,), {report.id: report.text})[report.id]
    for allusion in reading.allusions:
        meant, _ = sense(Mention(span=allusion.span, type="place", named=True), report.text, clues, allusion.place)
        found.append((allusion.span.start, allusion.span.end, meant.lat, meant.lon))
    for i, mention in enumerate(reading.mentions):
        place = by_id.get(merged.of.get((report.id, i), ""))
        if place is not None and mention.named:
            found.append((mention.span.start, mention.span.end, place.lat, place.lon))
        elif mention.type == "government" and mention.named and atlas.look_up(mention.span.text):
            meant, _ = sense(mention, report.text, clues)
            found.append((mention.span.start, mention.span.end, meant.lat, meant.lon))
    return found


def main() -> None:
    """Print span precision, recall, F1 and the share within 161 km."""
    parser = command("places", __doc__)
    parser.add_argument("file", type=Path, help="XML of GeoWebNews or GeoVirus")
    parser.add_argument("--wrong", action="store_true", help="list the places that are missed, wrong or too many")
    options = parser.parse_args()
    if not there(options.file):
        return
    encoder, hits, near, ours, theirs = Encoder(embed=False), 0, 0, 0, 0
    wrong: list[str] = []
    for number, (text, gold, passing) in enumerate(documents(options.file)):
        found = _found_by_us(encoder, Report(id=str(number), source="", text=text), passing)
        ours, theirs = ours + len(found), theirs + len(gold)
        for place in gold:
            hit = next((f for f in found if _same_name(f, place)), None)
            context = _shown(text, place.start, place.end)
            if hit is None:
                wrong.append(f"- {context!r}")
                continue
            hits += 1
            lat, lon = hit[2:]
            if lat is not None and lon is not None and kilometres((lat, lon), (place.lat, place.lon)) <= NEAR:
                near += 1
            else:
                wrong.append(f"@ {hit[2:]} not {place.lat:.2f},{place.lon:.2f} {context!r}")
        taken = [f for f in found if not any(f[0] < p.end and f[1] > p.start for p in gold)]
        wrong += [f"+ {_shown(text, f[0], f[1])}".replace("\n", " ") for f in taken]
    precision, recall = hits / max(1, ours), hits / max(1, theirs)
    print(f"spans P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")
    print(
        f"within {NEAR:.0f} km: {near / max(1, hits):.3f} of {hits} found, {near / max(1, theirs):.3f} of all {theirs}"
    )
    if options.wrong:
        print("\n".join(wrong))


def _found_by_us(encoder: Encoder, report: Report, passing: bool) -> list[Ours]:
    """The places that reading finds, with those that only describe somebody where the set marks these, too."""
    sentences = encoder.analyse(report.id, report.text).sentences
    trees = tuple(Tree(sentence) for sentence in sentences)
    mentions = find_mentions(report, trees)
    allusions = find_allusions(report, trees, mentions) if passing else ()
    return found_in(report, Reading(report.id, sentences, mentions, allusions=allusions))


def _same_name(found: Ours, place: Gold) -> bool:
    """Whether two stretches overlap, one within the other."""
    start, end = found[:2]
    within = start <= place.start <= place.end <= end or place.start <= start < end <= place.end
    return start < place.end and end > place.start and within


def _shown(text: str, start: int, end: int) -> str:
    """A stretch in brackets, with what stands around it."""
    return f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}"


if __name__ == "__main__":
    main()
