"""Whether a person is spoken of as "he" or "she", as far as titles and given names tell (`titles.yml`)."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.reading.voices.page import Page

LANGUAGE = "en"


class PersonWords(msgspec.Struct, frozen=True):
    """What of `titles.yml` is asked for here: titles -> gender or "", gender -> given names."""

    honorifics: dict[str, str]
    given_names: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def _known() -> PersonWords:
    return knowledge.load("titles.yml", PersonWords, LANGUAGE)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    """Given names -> gender; those that both have are left out."""
    found: dict[str, str] = {}
    for gender, names in _known().given_names.items():
        for name in names:
            found[name] = "" if found.get(name, gender) != gender else gender
    return found


def gender_of(page: Page, person: int) -> str:
    """The gender of a named person, told by any of his mentions of the report that share his last name; "" if none
    tells it, or two tell otherwise."""
    last = page.mentions[person].span.text.split()[-1]
    told = {
        gender_told(mention.span.text, mention.title or "")
        for mention in page.mentions
        if mention.named and mention.type == "person" and mention.span.text.split()[-1] == last
    } - {""}
    return told.pop() if len(told) == 1 else ""


def gender_told(name: str, title: str) -> str:
    """The gender that the words before a name tell, else its given name; "" where neither does."""
    by_title = next((gender for word in title.split() if (gender := _known().honorifics.get(word))), "")
    first, *others = name.split()
    return by_title or (_by_name().get(first, "") if others else "")
