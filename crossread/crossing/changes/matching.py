"""Which item of the old dossier is which of the new one: by id first, by shared evidence second.

Ids are made of content, so an incident that one more report tells has another id; but the characters that proved it
are still among those that prove it now. What continues what is settled from the likest pair down; what is left over
either went up into something that gained its evidence, or is gone. The same rule read backwards says what came apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import NamedTuple

Keys = Mapping[str, frozenset[Hashable]]

SHARED = 0.5
"""Part of the smaller one's evidence that two items must share to be the same: less is a clause that both happen to
quote."""


class Matched(NamedTuple):
    """`now`: old id to the new id that continues it; `merged`: old id to the new one that took it up; `split`: new id
    to the old one that it came from; `came`, `went`: what stands on one side only."""

    now: dict[str, str]
    merged: dict[str, str]
    split: dict[str, str]
    came: tuple[str, ...]
    went: tuple[str, ...]

    def heir(self, old: str | None) -> str | None:
        """The new id of what an old id stood for; the old one itself where there is none."""
        return self.now.get(old, self.merged.get(old, old)) if old is not None else None


def match(old: Keys, new: Keys, kinds: Mapping[str, str] | None = None) -> Matched:
    """Match items by their evidence. `kinds` by id: of pairs that are equally alike, those of one kind come first."""
    kinds = kinds or {}
    shared = _shared(old, new)
    now = {name: name for name in old if name in new}
    then = dict(now)
    for a, b in sorted(shared, key=lambda pair: _order(pair, shared[pair], old, new, kinds)):
        if a not in now and b not in then and shared[a, b] >= SHARED * min(len(old[a]), len(new[b])):
            now[a], then[b] = b, a
    merged = _taken_up(old, new, shared, now, then, kinds)
    mirrored = {(b, a): count for (a, b), count in shared.items()}
    split = _taken_up(new, old, mirrored, then, now, kinds)
    came = tuple(sorted(b for b in new if b not in then and b not in split))
    went = tuple(sorted(a for a in old if a not in now and a not in merged))
    return Matched(now, merged, split, came, went)


def _shared(old: Keys, new: Keys) -> dict[tuple[str, str], int]:
    """How much evidence each two items share, of those that share any."""
    holders: dict[Hashable, list[str]] = defaultdict(list)
    for name in sorted(new):
        for key in new[name]:
            holders[key].append(name)
    return dict(Counter((name, other) for name in sorted(old) for key in old[name] for other in holders.get(key, ())))


def _order(
    pair: tuple[str, str], shared: int, old: Keys, new: Keys, kinds: Mapping[str, str]
) -> tuple[float, bool, tuple[str, ...]]:
    """The likest first; the same whichever of the two dossiers is called the old one."""
    a, b = pair
    likeness = shared / (len(old[a]) + len(new[b]) - shared)
    return -likeness, kinds.get(a) != kinds.get(b), tuple(sorted(pair))


def _taken_up(
    old: Keys,
    new: Keys,
    shared: Mapping[tuple[str, str], int],
    now: Mapping[str, str],
    then: Mapping[str, str],
    kinds: Mapping[str, str],
) -> dict[str, str]:
    """Items without an heir, and the new item that gained most of their evidence."""
    found: dict[str, tuple[int, str]] = {}
    for a, b in sorted(shared):
        if a in now:
            continue
        mine = old[a] & new[b]
        gained = len(mine - old[then[b]]) if b in then else len(mine)
        whole = mine == old[a] and kinds.get(a) == kinds.get(b) and b in then
        if gained >= SHARED * len(old[a]) or whole:
            found[a] = max(found.get(a, (-1, "")), (gained, b))
    return {a: b for a, (_, b) in sorted(found.items())}
