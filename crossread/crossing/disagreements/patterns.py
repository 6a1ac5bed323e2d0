"""Patterns of knowledge/en/contradictions.yml, by the rule that uses them."""

from __future__ import annotations

import re
from functools import cache

from crossread import knowledge
from crossread.records import Token


@cache
def _known() -> dict[str, dict[str, str]]:
    return knowledge.load("contradictions.yml", dict[str, dict[str, str]], "en")


@cache
def pattern(rule: str, name: str) -> re.Pattern[str]:
    """A pattern by its rule and name. Raises KeyError for one that the file does not have."""
    return re.compile(_known()[rule][name])


def is_participle(token: Token) -> bool:
    """Whether a verb stands in the form of "carrying": it ends so, but its lemma does not ("bring", "sing")."""
    ending = pattern("datings", "participle")
    text, lemma = token.text.lower(), token.lemma.lower()
    return text != lemma and ending.search(text) is not None
