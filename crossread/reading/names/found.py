"""A mention while it is being worked on: with its words, and what is known about whom it can stand for."""

from __future__ import annotations

import msgspec

from crossread.records import Mention
from crossread.roster import Known


class Found(msgspec.Struct, frozen=True):
    """A mention in words `first` to `last` of line `line`, hanging on word `head`."""

    mention: Mention
    line: int
    first: int
    last: int
    head: int
    known: Known | None = None
    definite: bool = False
    noun: str = ""  # lemma of a description's noun
    plural: bool = False
    roles: frozenset[str] = frozenset()  # offices that title or apposition give
