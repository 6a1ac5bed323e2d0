"""Aliases: for whom on a list does another spelling stand, and how often is a sure answer right?

    python -m benchmarks.aliases OFAC_FOLDER [--even] [--names] [--every N]

Reads the Treasury's list (`sdn.csv`, `alt.csv`). Each alias of a person or an organisation with an odd id is looked up
among all other spellings of everybody and everything on the list; hits@1 is the share whose own entry comes first (or
one of the same primary name). Left out are aliases equal to their entry's name up to case, and those that the list
gives to two entries: no comparison of names can tell these. `--names` looks them up among the primary names only,
`--even` measures the half on which the comparison was developed, `--every` takes each Nth alias.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.command import command, there
from crossread.crossing.actors.lookup import SURE, Names
from crossread.spelling import key

KINDS = {"individual": "persons", "-0-": "organisations"}
SHARES = (0.5, 0.6, 0.7, 0.8, 1.0)


class Entry(NamedTuple):
    """A line of the list."""

    id: int
    name: str
    kind: str


class Alias(NamedTuple):
    """Another spelling of an entry's name."""

    id: int
    text: str


class Answer(NamedTuple):
    """What came first for an alias, how sure it is, and whether it is right."""

    sure: float
    right: bool


def plain(name: str, kind: str) -> str:
    """The name as a report would write it: "DUARTE, Ana" -> "Ana DUARTE"."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and kind == "individual" else name


def rows(path: Path) -> Iterator[list[str]]:
    """Lines with an id."""
    with path.open(encoding="latin-1", newline="") as file:
        for row in csv.reader(file):
            if len(row) > 3 and row[0].strip().isdigit():
                yield [field.strip() for field in row]


def entries(folder: Path) -> list[Entry]:
    """Everybody and everything on the list."""
    return [Entry(int(row[0]), plain(row[1], row[2]), row[2]) for row in rows(folder / "sdn.csv")]


def aliases(folder: Path, kinds: dict[int, Entry], parity: int) -> list[Alias]:
    """The aliases of persons and organisations whose id is odd (1) or even (0)."""
    found = [
        Alias(int(row[0]), plain(row[3], kinds[int(row[0])].kind))
        for row in rows(folder / "alt.csv")
        if int(row[0]) in kinds and int(row[0]) % 2 == parity and kinds[int(row[0])].kind in KINDS
    ]
    return [alias for alias in found if alias.text.casefold() != kinds[alias.id].name.casefold()]


def told_apart(listed: list[Entry], every: list[Alias]) -> list[Alias]:
    """The aliases that stand with one entry only."""
    by_id = {entry.id: entry for entry in listed}
    owners: dict[str, set[str]] = defaultdict(set)
    for one, text in (*listed_spellings(listed), *every):
        owners[key(text)].add(by_id[one].name)
    return [alias for alias in every if len(owners[key(alias.text)]) == 1]


def listed_spellings(listed: list[Entry]) -> list[Alias]:
    """The primary names, as spellings of their entries."""
    return [Alias(entry.id, entry.name) for entry in listed]


def answers(listed: list[Entry], asked: list[Alias], spellings: list[Alias]) -> dict[str, list[Answer]]:
    """The answers for persons and for organisations."""
    by_id = {entry.id: entry for entry in listed}
    names = Names([s.text for s in spellings], [s.id for s in spellings])
    places: dict[tuple[int, str], list[int]] = defaultdict(list)
    for at, spelling in enumerate(spellings):
        places[spelling.id, spelling.text.casefold()].append(at)
    found: dict[str, list[Answer]] = {kind: [] for kind in KINDS.values()}
    for alias in asked:
        own = by_id[alias.id]
        first = next(iter(names.rank(alias.text, places.get((alias.id, alias.text.casefold()), ()))), None)
        right = first is not None and by_id[first.owner].name == own.name
        found[KINDS[own.kind]].append(Answer(first.sure if first else 0.0, right))
    return found


def precision(found: list[Answer], share: float) -> float:
    """How many of the surest answers are right, if only this share of the questions is answered."""
    surest = sorted(found, key=lambda answer: -answer.sure)[: max(1, round(share * len(found)))]
    return sum(answer.right for answer in surest) / max(1, len(surest))


def main() -> None:
    """Print hits@1 and the precision of the surest answers, by kind."""
    parser = command("aliases", __doc__)
    parser.add_argument("folder", type=Path, help="where sdn.csv and alt.csv are")
    parser.add_argument("--even", action="store_true", help="the half on which the comparison was developed")
    parser.add_argument("--names", action="store_true", help="look up among the primary names only")
    parser.add_argument("--every", type=int, default=1, help="take each n-th alias")
    options = parser.parse_args()
    folder = options.folder
    if not there(folder / "sdn.csv", folder / "alt.csv"):
        return
    listed = entries(folder)
    by_id = {entry.id: entry for entry in listed}
    odd, even = aliases(folder, by_id, 1), aliases(folder, by_id, 0)
    asked = told_apart(listed, odd + even)
    asked = [alias for alias in asked if alias.id % 2 == (not options.even)]
    spellings = listed_spellings(listed) + ([] if options.names else odd + even)
    scores = answers(listed, asked[:: options.every], spellings)
    everybody = [answer for found in scores.values() for answer in found]
    for kind, found in (*scores.items(), ("both", everybody)):
        print(f"{kind:14} {len(found):5} aliases  hits@1 {precision(found, 1.0):.3f}  precision of the surest:", end="")
        print("".join(f"  {share:.0%} {precision(found, share):.3f}" for share in SHARES[:-1]))
    said = [answer for answer in everybody if answer.sure >= SURE]
    right = sum(answer.right for answer in said) / max(1, len(said))
    print(f"answered where sure: {len(said) / max(1, len(everybody)):.3f}, right {right:.3f}")


if __name__ == "__main__":
    main()
