"""Rolls: victims told in one breath, one behind the other: "the governor of Tavira, another judge and two guards".

Read off the order of words, piece by piece between commas and "and" (`figures.pieces`), since long lists parse badly.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import msgspec

from crossread.reading.figures.nouns import turned
from crossread.reading.figures.number_words import numbers
from crossread.reading.figures.pieces import (
    LONG,
    Asker,
    Piece,
    along,
    in_phrase,
    is_aside,
    is_predicate,
    parts,
    piece_at,
    pieces_from,
    shut,
    tail,
)
from crossread.records import Record
from crossread.trees import Tree


class Roll(Record, frozen=True):
    """Those who are told in one breath, in text order; `first` to `last` are the words that were looked through."""

    members: tuple[Piece, ...]
    first: int
    last: int


def roll_of(tree: Tree, anchor: int, deed: int, ask: Asker) -> Roll:
    """The roll in which word `anchor`, one of those whom the word `deed` tells of, stands."""
    ask = msgspec.structs.replace(ask, anchor=anchor)
    start = _start(tree, anchor, deed, ask)
    pieces = pieces_from(tree, start, deed, ask)
    if not any(piece.first <= anchor <= piece.last for piece in pieces):
        return Roll((), anchor, anchor)
    return _linked(_settled(tree, pieces[: _end(tree, pieces, deed)]), anchor)


def roll_from(tree: Tree, start: int, deed: int, ask: Asker) -> Roll:
    """The roll that begins with word `start`."""
    pieces = pieces_from(tree, start, deed, ask)
    return _settled(tree, pieces[: _end(tree, pieces, deed)])


def along_with(tree: Tree, deed: int) -> int | None:
    """The first word of those who are joined behind a clause: "was killed near his home, along with two guards"."""
    for i in range(deed + 1, len(tree.tokens) - 2):
        token = tree.tokens[i]
        if token.text in (";", ":") or (token.pos in ("VERB", "AUX") and token.rel not in ("acl", "amod", "fixed")):
            return None
        for words in along():
            if tuple(t.text.lower() for t in tree.tokens[i : i + len(words)]) == words:
                return i + len(words)
    return None


def _start(tree: Tree, anchor: int, deed: int, ask: Asker) -> int:
    """The word with which the list around `anchor` begins: pieces before it are taken in as far as they are people."""
    start = anchor
    while start and not shut(tree, start - 1, deed) and not parts(tree, start - 1) and in_phrase(tree, start - 1):
        start -= 1
    k = start
    while k > 1 and parts(tree, k - 1):
        end = k - 1
        while end and parts(tree, end - 1):
            end -= 1
        k = end
        while k and end - k < 2 * LONG and not shut(tree, k - 1, deed) and not parts(tree, k - 1):
            k -= 1
        if k and tree.tokens[k].text.lower() == "of" and k - 1 == deed:
            k += 1
        piece = piece_at(tree, k, deed, ask, "", ()) if k < end else None
        if piece is not None and piece.kind != "aside":
            above = tree.tokens[piece.head]
            if above.rel == "obj" and above.head not in (deed, -1):
                break  # "pulled a knife and four men were hurt"
            start = k
        elif not is_aside(tree, k):
            break
    return start


def _end(tree: Tree, pieces: Sequence[Piece], deed: int) -> int:
    """How many pieces belong to the list: what begins a clause of its own behind it does not."""
    size = len(pieces)
    while size and pieces[size - 1].kind == "aside":
        size -= 1
    if size > 1 and pieces[0].first > deed and tree.tokens[deed].pos in ("VERB", "ADJ"):
        last = pieces[size - 1]
        behind = tail(tree, last.last, deed) + 1
        subject = tree.tokens[last.head].rel.startswith("nsubj") and tree.tokens[last.head].head > last.head
        if subject and behind < len(tree.tokens) and is_predicate(tree, behind):
            size -= 1  # "killed a guard and two soldiers were hurt"
    if size > 1 and _otherwise(tree, pieces[size - 1], deed):
        size -= 1
    return size


def _otherwise(tree: Tree, piece: Piece, deed: int) -> bool:
    """Whether something else is told of somebody: "left the mayor dead and his wife in critical condition"."""
    words = {tree.tokens[i].text.lower() for i in range(piece.last + 1, tail(tree, piece.last, deed) + 1)}
    return not words.isdisjoint(turned("outcome_words").keys() | set(numbers().conditions))


def _settled(tree: Tree, pieces: Sequence[Piece]) -> Roll:
    """The roll of the pieces, less those that only say more of another."""
    kept: list[Piece] = []
    last: Piece | None = None  # the member right before
    described = False  # whether it has been told already who that is
    solid = [piece for piece in pieces if piece.kind != "aside"]
    solid = [piece for n, piece in enumerate(solid) if not _first_office(tree, piece, solid[n + 1 :])]
    for n, piece in enumerate(solid):
        rest = [other for other in solid[n + 1 :] if other.kind != "title"]
        more = last is not None and (_says_more(piece, last, rest) or _same(tree, piece, last, rest))
        if more and not (described and piece.kind == "one"):
            described = True
            continue
        kept.append(piece)
        last, described = piece, False
    return Roll(_counted_once(kept), pieces[0].first, pieces[-1].last) if pieces else Roll((), 0, 0)


def _linked(roll: Roll, anchor: int) -> Roll:
    """The roll up to the last piece that "and" joins: what only a comma parts from it is told of it, or is no part."""
    last = max((n for n, piece in enumerate(roll.members) if piece.joint not in ("", ",")), default=0)
    names = [piece for piece in roll.members if piece.kind == "name"]
    if not last and len(names) == len(roll.members) > 2:
        return roll  # a list without "and"
    kept = roll.members[: last + 1]
    if kept and kept[-1].last < anchor:
        kept = tuple(piece for piece in roll.members if piece.first <= anchor <= piece.last)
    return Roll(kept, roll.first, roll.last)


def _says_more(piece: Piece, last: Piece, rest: Sequence[Piece]) -> bool:
    """Whether a piece tells who the one before it is: "Ana Duarte, a nurse,", "the pilot, Jan Novak,"."""
    closed = piece.joint == "," and (not rest or rest[0].joint != "and")
    if piece.kind == "title":
        return last.kind == "name"
    if piece.kind == "one":
        return closed and last.kind == "name" and not piece.owned and not (last.titled and bool(rest))
    return closed and piece.kind == "name" and last.kind == "one" and not piece.titled


def _first_office(tree: Tree, piece: Piece, rest: Sequence[Piece]) -> bool:
    """Whether a piece is the first of two offices before a name: "senator and presidential candidate Ana Duarte"."""
    if piece.kind != "one" or not rest or rest[0].joint != "and" or not (rest[0].kind == "name" and rest[0].titled):
        return False
    return not any(t.pos in ("DET", "NUM") or t.rel == "nmod:poss" for t in tree.tokens[piece.first : rest[0].last])


def _same(tree: Tree, piece: Piece, last: Piece, rest: Sequence[Piece]) -> bool:
    """Whether two offices are one person's, who is named behind them: "the pharmacist and owner, Ana Duarte", "former
    mayor and head of the school Ana Duarte"."""
    if piece.kind != "title" or piece.joint != "and" or last.kind != "one":
        return False
    behind = tail(tree, piece.last, -1)
    inside = any(name.label == "PER" and piece.last < name.first <= behind for name in tree.sentence.names)
    return inside or (bool(rest) and rest[0].kind == "name" and rest[0].joint == "," and not rest[0].titled)


def _counted_once(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without those who are named behind their number ("three engineers, Ana Duarte, Pero Voss and Jan
    Novak") or behind a noun in the plural that has none ("the engineers, ...")."""
    kept: list[Piece] = []
    n = 0
    while n < len(pieces):
        piece, rest = pieces[n], pieces[n + 1 :]
        if piece.kind in ("count", "many") and rest and rest[0].joint == ",":
            names = len(list(takewhile(lambda other: other.kind == "name", rest)))
            if piece.kind == "many" and names == len(rest) > 1:
                return (*kept, *rest)
            if piece.kind == "count" and (
                sum(other.size for other in rest) == piece.size or (names == len(rest) and names <= piece.size)
            ):
                return (*kept, piece)
        kept.append(piece)
        n += 1
    return tuple(kept)
