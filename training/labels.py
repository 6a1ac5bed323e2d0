"""The labels of every head, in the order of the network's outputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from training.rows import Row, listed

NAMES = ("PER", "ORG", "LOC", "EVENT")
STRETCHES = {
    "names": NAMES,
    "others": NAMES,
    "times": ("DATE",),
    "speakers": ("SOURCE", "CUE"),
    "contents": ("CONTENT",),
    "deeds": ("HAPPENED", "NOT", "POSSIBLE"),
    "sayings": listed(
        "CLAIM REPORT DEMAND THREAT WARNING ACCUSATION CRITICISM DENIAL ANNOUNCEMENT CONFIRMATION "
        "CLAIM_OF_RESPONSIBILITY APPEAL OPINION PROMISE"
    ),
    "kinds": listed(
        "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
        "COERCE ASSAULT STATEMENT VOTE DECIDE APPOINT MOVE CRIME HARM DISASTER ACCIDENT ENTERPRISE OTHER"
    ),
    "modes": listed("HAPPENED ALLEGED DENIED PLANNED THREATENED DEMANDED HYPOTHETICAL"),
    "history": ("BACKGROUND",),
    "wordings": listed("LABEL LOADED EUPHEMISM SCARE"),
}
AUXILIARY = ("others",)
"""Heads that only help to train: what a name is differs from set to set, and organisations suffered from that."""
UPOS = listed("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X")
RAREST = 25
"""A relation with a subtype ("obl:agent") is a label of its own from so many words on; below, the plain one stands."""


def bio(kinds: Iterable[str]) -> list[str]:
    """O, then B- and I- of each kind: the decoding counts on odd numbers being beginnings."""
    return ["O", *(prefix + kind for kind in kinds for prefix in ("B-", "I-"))]


def heads() -> dict[str, list[str]]:
    """Head -> its labels, in the order in which their scores stand side by side in the output `tags`."""
    return {**{name: bio(kinds) for name, kinds in STRETCHES.items()}, "upos": list(UPOS)}


def relations(rows: Iterable[Row]) -> list[str]:
    """The relations that the trees of `rows` use often enough."""
    counts = Counter(rel for row in rows for rel in row.rels or ())
    return sorted({rel if counts[rel] >= RAREST else rel.split(":")[0] for rel in counts})
