"""A user's own list of actors, made ready for the roster: CSV, an extract of Wikidata, or FollowTheMoney.

`crossread actors LIST` writes `own_actors.yml` beside the shipped knowledge files; the roster reads it when it is
there. Who is known already only gains spellings. What could not be taken is said, line by line.

- CSV: a header with `name` and, as wanted, `type`, `aliases` (separated by ";" or "|"), `country`, `office`, `gender`;
  columns that end in `_id` are ids in other registers ("wikidata_id").
- Wikidata: the JSON of the query service (`item`, `itemLabel`, `itemAltLabel`) or of entities.
- FollowTheMoney: one JSON entity a line.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
import yaml

from crossread import atlas, knowledge
from crossread.errors import InputError
from crossread.records import ActorType
from crossread.roster import OWN, Known
from crossread.spelling import key

SHORTEST = 3
"""Letters of the shortest spelling that is taken; "IS" and "Al" would be found everywhere."""
SCHEMAS: dict[str, ActorType] = {
    "Person": "person",
    "Company": "company",
    "Organization": "organisation",
    "LegalEntity": "organisation",
    "PublicBody": "government",
}
INSTANCES: dict[str, ActorType] = {
    "Q5": "person",
    "Q783794": "company",
    "Q4830453": "company",
    "Q327333": "government",
}
GENDERS = {"male": "m", "female": "f", "m": "m", "f": "f", "Q6581097": "m", "Q6581072": "f"}
"""Words of FollowTheMoney and CSV, items of Wikidata."""
SPELT = {"organization": "organisation", "armed_group": "armed group", "organisations": "organisation", "": "other"}


class Taken(msgspec.Struct, frozen=True):
    """The actors of a list, and why others of it were not taken."""

    actors: tuple[Known, ...]
    left: tuple[str, ...]


def read(text: str) -> Taken:
    """The actors of a list in any of the three forms; which one, its beginning tells.

    Raises ValueError if the text is none of them.
    """
    try:
        return _take(_rows(text.lstrip("\ufeff \n\r\t")))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"JSON, but not built as a list of Wikidata or FollowTheMoney is: {error}") from error
    except csv.Error as error:
        raise ValueError(f"a CSV list that cannot be read: {error}") from error


def _rows(begin: str) -> Iterator[Known | str]:
    """The rows of a list by the form that its beginning tells."""
    if not begin.startswith(("{", "[")):
        return _of_csv(begin)
    try:
        loaded = json.loads(begin)
    except json.JSONDecodeError:
        loaded = [json.loads(line) for line in begin.splitlines() if line.strip()]
    if isinstance(loaded, dict) and "results" in loaded:
        return _of_query(loaded["results"]["bindings"])
    if isinstance(loaded, dict) and "entities" in loaded:
        return _of_entities(loaded["entities"])
    return _of_money(loaded if isinstance(loaded, list) else [loaded])


def _take(rows: Iterable[Known | str]) -> Taken:
    actors, left = [], []
    for row in rows:
        if isinstance(row, str):
            left.append(row)
        elif len(key(row.name)) < SHORTEST:
            left.append(f"{row.name!r}: too short a name to be found safely")
        else:
            actors.append(_safe(row))
    return Taken(tuple(actors), tuple(left))


def _safe(actor: Known) -> Known:
    """The actor without spellings that would be found everywhere: short ones, a person's single words."""
    spellings = dict.fromkeys(alias.strip() for alias in actor.aliases)
    kept = [s for s in spellings if len(key(s)) >= SHORTEST and key(s) != key(actor.name) and not s.islower()]
    if actor.type == "person":
        kept = [s for s in kept if " " in s]
    return msgspec.structs.replace(actor, aliases=tuple(kept))


# --------------------------------------------------------------------------- the three forms


def _of_csv(text: str) -> Iterator[Known | str]:
    rows = csv.DictReader(io.StringIO(text))
    columns = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
    if "name" not in columns:
        raise ValueError("no column 'name': neither a CSV list of actors nor JSON")
    for number, row in enumerate(rows, start=2):
        cell = {column: (row.get(name) or "").strip() for column, name in columns.items()}
        kind = _kind(cell.get("type", ""))
        if not cell["name"] or kind is None:
            yield f"line {number}: " + ("no name" if not cell["name"] else f"no such type as {cell['type']!r}")
            continue
        yield Known(
            cell["name"],
            tuple(part for part in re.split(r"[;|]", cell.get("aliases", "")) if part.strip()),
            country=_country(cell.get("country", "")),
            office=cell.get("office") or None,
            gender=GENDERS.get(cell.get("gender", "").lower(), ""),
            type=kind,
            ids=tuple((c.removesuffix("_id"), value) for c, value in cell.items() if c.endswith("_id") and value),
        )


def _of_query(bindings: list[dict[str, Any]]) -> Iterator[Known | str]:
    """Rows of the query service: one an item; several rows of an item only differ in what else was asked."""
    seen = set()
    for row in bindings:
        value = {name: str(cell.get("value", "")) for name, cell in row.items()}
        item = value.get("item", "").rpartition("/")[2]
        label = value.get("itemLabel", "")
        if not label or label == item:
            yield f"{item or 'a row'}: no label"
        elif item not in seen:
            seen.add(item)
            yield Known(
                label,
                tuple(value.get("itemAltLabel", "").split(", ")) if value.get("itemAltLabel") else (),
                country=_country(value.get("countryCode") or value.get("countryLabel", "")),
                office=value.get("positionLabel") or None,
                type=_kind(value.get("type", "")) or "other",
                ids=(("wikidata", item),),
            )


def _of_entities(entities: dict[str, Any]) -> Iterator[Known | str]:
    for item, entity in sorted(entities.items()):
        label = _table(entity, "labels").get("en", {}).get("value")
        if not label:
            yield f"{item}: no English label"
            continue
        claims = _table(entity, "claims")
        kinds = [INSTANCES[one] for one in _items(claims, "P31") if one in INSTANCES]
        yield Known(
            label,
            tuple(alias["value"] for alias in _table(entity, "aliases").get("en", ())),
            gender=next((GENDERS[one] for one in _items(claims, "P21") if one in GENDERS), ""),
            type=kinds[0] if kinds else "organisation",
            ids=(("wikidata", item),),
        )


def _table(entity: dict[str, Any], name: str) -> dict[str, Any]:
    """A part of an entity; Wikidata writes an empty one as an empty list."""
    return entity.get(name) or {}


def _items(claims: dict[str, Any], of: str) -> list[str]:
    """The items that a property of an entity has."""
    values = [claim.get("mainsnak", {}).get("datavalue", {}).get("value") for claim in claims.get(of, ())]
    return [value["id"] for value in values if isinstance(value, dict) and "id" in value]


def _of_money(entities: list[Any]) -> Iterator[Known | str]:
    for entity in entities:
        if not isinstance(entity, dict) or "schema" not in entity:
            raise ValueError("JSON, but neither of Wikidata nor of FollowTheMoney")
        told = entity.get("properties", {})
        kind, names = SCHEMAS.get(entity["schema"]), told.get("name", [])
        if kind is None or not names:
            yield f"{entity.get('id')}: " + ("no name" if kind else f"{entity['schema']} is no actor")
            continue
        yield Known(
            names[0],
            (*names[1:], *told.get("alias", ())),
            country=_country(next(iter(told.get("country", ())), "")),
            office=next(iter(told.get("position", ())), None),
            gender=GENDERS.get(next(iter(told.get("gender", ())), ""), ""),
            type=kind,
            ids=tuple(("wikidata", item) for item in told.get("wikidataId", ())[:1]),
        )


def _kind(word: str) -> ActorType | None:
    plain = SPELT.get(word.strip().lower(), word.strip().lower())
    return next((kind for kind in get_args(ActorType) if kind == plain), None)


def _country(word: str) -> str | None:
    """The code of a country that is given by code or by name."""
    code = word.strip().upper()
    return code if code in atlas.countries() else atlas.country_names().get(word) if word.strip() else None


# --------------------------------------------------------------------------- the file


def written(actors: Iterable[Known]) -> str:
    """The knowledge file that holds the actors; fields that say nothing left out."""
    rows = [
        {name: value for name, value in msgspec.to_builtins(actor).items() if value and value != "other"}
        for actor in actors
    ]
    head = "# A user's own actors: made by `crossread actors`, and free to be edited.\n"
    return head + yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=120)


def given(path: Path) -> Taken:
    """The actors of the list in a file. Raises InputError where it cannot be read."""
    try:
        return read(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8 text: save the list as UTF-8") from None
    except ValueError as error:
        raise InputError(
            f"{path}: no list of actors ({error}); CSV, Wikidata's JSON or FollowTheMoney is read"
        ) from error


def take(path: Path, to: Path | None = None) -> tuple[Taken, Path]:
    """Read the list and write the file of the roster (or `to`). Raises InputError where the list cannot be read."""
    to = to or knowledge.FOLDER / OWN
    taken = given(path)
    try:
        to.write_text(written(taken.actors), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{to}: cannot be written ({error.strerror}); name another file with --to") from error
    return taken, to
