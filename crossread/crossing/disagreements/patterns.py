"""Patterns of knowledge/en/contradictions.yml, by the rule that uses them."""

from __future__ import annotations

import re
from functools import cache

from crossread import knowledge


@cache
def _known() -> dict[str, dict[str, str]]:
    return knowledge.load("contradictions.yml", dict[str, dict[str, str]], "en")


@cache
def pattern(rule: str, name: str) -> re.Pattern[str]:
    """A pattern by its rule and name. Raises KeyError for one that the file does not have."""
    return re.compile(_known()[rule][name])
