"""Written forms of words: what the knowledge files give in base form stands inflected in reports. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from crossread import inflection
from crossread.inflection import plural

__all__ = ["plural", "verb_forms"]


def verb_forms(base: str, irregular: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Every written form of a verb. A form that does not exist ("telled") does no harm."""
    return inflection.verb_forms(base) | set(irregular.get(base, ()))
