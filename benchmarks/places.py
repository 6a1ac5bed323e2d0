"""Places on the map: F1 of the spans, and the share of those found that lie within 161 km of where the file puts them.

    python -m benchmarks.places FILE.xml

Reads the XML of GeoWebNews (`toponym`) and GeoVirus (`location`). Only places with coordinates in the file count.
Countries that act count as places, and in GeoWebNews, which marks them, places named in passing ("Kenyan police"). A
span is found if ours overlaps it and one holds the other.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

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


def found_in(report: Report, reading: Reading) -> list[tuple[int, int, float | None, float | None]]:
    """Our places with coordinates, and countries that act (taken as places)."""
    merged = merge_places((report,), (reading,))
    by_id = {place.id: place for place in merged.places}
    found: list[tuple[int, int, float | None, float | None]] = []
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


def main(arguments: list[str]) -> int:
    """Print span precision, recall, F1 and the share within 161 km."""
    if not arguments or not Path(arguments[0]).exists():
        print("no data: give an XML file of GeoWebNews or GeoVirus; nothing measured")
        return 0
    encoder, hits, near, ours, theirs = Encoder(embed=False), 0, 0, 0, 0
    wrong = []
    for number, (text, gold, passing) in enumerate(documents(Path(arguments[0]))):
        report = Report(id=str(number), source="", text=text)
        sentences = encoder.analyse(report.id, text).sentences
        trees = tuple(Tree(sentence) for sentence in sentences)
        mentions = find_mentions(report, trees)
        allusions = find_allusions(report, trees, mentions) if passing else ()
        found = found_in(report, Reading(report.id, sentences, mentions, allusions=allusions))
        ours, theirs = ours + len(found), theirs + len(gold)
        for place in gold:
            hit = next(
                (
                    f
                    for f in found
                    if f[0] < place.end
                    and f[1] > place.start
                    and (f[0] <= place.start <= place.end <= f[1] or place.start <= f[0] < f[1] <= place.end)
                ),
                None,
            )
            context = (
                text[max(0, place.start - 40) : place.start]
                + "["
                + text[place.start : place.end]
                + "]"
                + text[place.end : place.end + 30]
            )
            if hit is None:
                wrong.append(f"- {context!r}")
                continue
            hits += 1
            close = (
                hit[2] is not None
                and hit[3] is not None
                and kilometres((hit[2], hit[3]), (place.lat, place.lon)) <= NEAR
            )
            near += close
            if not close:
                wrong.append(f"@ {hit[2:]} not {place.lat:.2f},{place.lon:.2f} {context!r}")
        taken = [f for f in found if not any(f[0] < p.end and f[1] > p.start for p in gold)]
        wrong += [
            f"+ {text[max(0, f[0] - 40) : f[0]]}[{text[f[0] : f[1]]}]{text[f[1] : f[1] + 30]}".replace("\n", " ")
            for f in taken
        ]
    precision, recall = hits / max(1, ours), hits / max(1, theirs)
    print(f"spans P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")
    print(
        f"within {NEAR:.0f} km: {near / max(1, hits):.3f} of {hits} found, {near / max(1, theirs):.3f} of all {theirs}"
    )
    if "--wrong" in arguments:
        print("\n".join(wrong))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
