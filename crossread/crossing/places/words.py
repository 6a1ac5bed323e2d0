"""What stands beside places' names, as patterns (`place_words.yml`). Pure."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.function_words import function_words
from crossread.spelling import either

LANGUAGE = "en"


class PlaceWords(msgspec.Struct, frozen=True):
    """What of `place_words.yml` is asked here."""

    sorts: tuple[str, ...]
    sort_links: tuple[str, ...]
    parts_of_names: tuple[str, ...]
    inside: tuple[str, ...]
    belonging: tuple[str, ...]
    at: tuple[str, ...]
    state_adjectives: tuple[str, ...]
    wholes: tuple[str, ...]
    wholes_behind: tuple[str, ...]
    regions_before: tuple[str, ...]
    regions_behind: tuple[str, ...]
    apart: tuple[str, ...]
    short_ends: dict[str, str]
    short_starts: dict[str, str]


class Beside(msgspec.Struct, frozen=True):
    """Patterns of what stands beside a place's name."""

    sort: re.Pattern[str]  # before it: "the Kenyan coastal town of "; its group is the country's adjective
    larger: re.Pattern[str]  # between it and the larger place that it lies in: ", ", " in the "
    at: re.Pattern[str]  # between a site and where it stands: "the Old Mill in Leeds", "a church near Cork"
    owner: re.Pattern[str]  # between a place and what is its: "Harare's Third Street"
    country: re.Pattern[str]  # the same, with words between: "Kenya's coastal town of Malindi"
    whole: re.Pattern[str]  # "Republic of Kenya"; its group is the name
    whole_behind: re.Pattern[str]  # "Nairobi County"
    region_before: re.Pattern[str]  # "the state of "
    region_behind: re.Pattern[str]  # " state"


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """The words beside places' names."""
    return knowledge.load("place_words.yml", PlaceWords, LANGUAGE)


def written_out(name: str) -> str:
    """A name (key) with its short first and last word written out ("e 52nd st" -> "east 52nd street")."""
    k, words = place_words(), name.split()
    if len(words) < 2:
        return name
    first, last = k.short_starts.get(words[0], words[0]), k.short_ends.get(words[-1], words[-1])
    return " ".join((first, *words[1:-1], last))


@lru_cache(maxsize=1)
def beside() -> Beside:
    """The patterns, made once a process."""
    k, small = place_words(), function_words()
    the, of, marks = either(small.definite), either(k.belonging), either(small.possessive_marks)
    named = "".join(f"| {part}," for part in k.parts_of_names)
    links = either(k.sort_links)
    states = f"(?:(?:{either(k.state_adjectives)}) )*(?:{either(k.wholes)}) {of} "
    return Beside(
        sort=re.compile(
            rf"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:[\w-]+ ){{0,2}}(?:{either(k.sorts)}) (?:(?:{links}) )?$"
        ),
        larger=re.compile(rf"^(?:,| ?\(|,? (?:{either(k.inside)})(?: (?:{the}))?| (?:{of}){named})\s*$"),
        at=re.compile(rf"^(?:,|,? (?:{either(k.at)})(?: (?:{the}))?(?: [a-z]+){{0,2}}| \()\s*$"),
        owner=re.compile(rf"^(?:{marks})\s+$"),
        country=re.compile(rf"^(?:{marks})\s+(?:[\w-]+\s+){{0,4}}$"),
        whole=re.compile(rf"(?:(?:{the}) )?(?:{states})(.+)", re.IGNORECASE),
        whole_behind=re.compile(rf"(.+?) (?:{either(k.wholes_behind)})", re.IGNORECASE),
        region_before=re.compile(rf"\b(?:{either(k.regions_before)}) (?:{of}) $"),
        region_behind=re.compile(rf" (?:{either(k.regions_behind)})\b", re.IGNORECASE),
    )
