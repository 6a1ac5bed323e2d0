"""The pieces of a list of people: what stands between commas and "and", read word by word.

A piece is a name, a single person, an office, a number of people, people without a number, or says more of the piece
before it ("43", "of Maro", "who was on leave").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Literal

import msgspec

from crossread.function_words import function_words
from crossread.reading.figures.nouns import lemma, members, turned
from crossread.reading.figures.number_words import numbers
from crossread.records import Record
from crossread.trees import Tree

Kind = Literal["name", "one", "title", "count", "many", "aside"]


class Piece(Record, frozen=True):
    """One piece of a roll: its words `first` to `last`, its head, the words that part it from the piece before."""

    kind: Kind
    first: int
    last: int
    head: int
    size: float = 1.0
    number: int | None = None  # the first word of its number, where that is a figure by itself
    titled: bool = False  # a name with an office before it: "judge Maria Lopes"
    owned: bool = False  # told as somebody's: "his wife"
    joint: str = ""


class Asker(Record, frozen=True):
    """What must be known to read a roll: the words that name persons, the numbers (first word -> last word, how many),
    and whether a noun stands for one person."""

    persons: frozenset[int]
    counts: Mapping[int, tuple[int, float]]
    single: Callable[[int], bool]
    anchor: int = -1  # the word that is known to be one of them


PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "X", "SYM", "ADV", "PRON", "PART"))
"""Parts of speech of the words up to the head of a piece, a genitive and a hyphen among them."""
HYPHENS = frozenset(("-", '"', "“", "”"))
AND = ("and", "&", "plus")
BRACKETS = {"(": ")", "[": "]", "--": "--", "–": "–", "—": "—", "-": "-"}
LONG = 12
"""Words of a piece up to which its end is looked for; the longest lists of real reports have shorter ones."""


@cache
def genitives() -> frozenset[str]:
    """What marks an owner: "'s", "’"."""
    return function_words().possessive_marks | function_words().apostrophes


@cache
def along() -> tuple[tuple[str, ...], ...]:
    """The phrases that join somebody to a list, as "and" does: ("along", "with"), ..."""
    return tuple(tuple(phrase.split()) for phrase in numbers().along)


def joint_at(tree: Tree, i: int) -> int:
    """How many words from word `i` on part two pieces: "," 1, ", and" 2, "as well as" 3; 0 if none do."""
    tokens, k = tree.tokens, i
    if k < len(tokens) and tokens[k].text in (",", ";"):
        k += 1
    word = tokens[k].text.lower() if k < len(tokens) else ""
    if word in AND:
        return k + 1 - i
    for words in along():
        if word == words[0] and tuple(t.text.lower() for t in tokens[k : k + len(words)]) == words:
            return k + len(words) - i
    return k - i


def in_phrase(tree: Tree, i: int) -> bool:
    """Whether a word may stand in somebody's name or description, up to its head."""
    return not is_dash(tree, i) and (
        tree.tokens[i].pos in PHRASE or tree.tokens[i].text.lower() in HYPHENS | genitives() or _hung(tree, i)
    )


def is_dash(tree: Tree, i: int) -> bool:
    """Whether a word is a dash, or a hyphen that stands for one: with a space on either side."""
    tokens, token = tree.tokens, tree.tokens[i]
    if token.text != "-":
        return token.text in ("--", "–", "—")
    return 0 < i < len(tokens) - 1 and tokens[i - 1].end < token.start and token.end < tokens[i + 1].start


def _hung(tree: Tree, i: int) -> bool:
    """Whether a word hangs on the one before it by a hyphen: "passer-by"."""
    return i > 1 and tree.tokens[i - 1].text == "-" and not is_dash(tree, i - 1)


def is_aside(tree: Tree, k: int) -> bool:
    """Whether what begins with word `k` says more of what stands before it: "of Maro", "43", "who was on leave"."""
    token = tree.tokens[k]
    return token.pos in ("ADP", "NUM") or token.text.lower() in members("aliases")


def parts(tree: Tree, i: int) -> bool:
    """Whether word `i` ends what parts two pieces."""
    word = tree.tokens[i].text.lower()
    if word in (",", ";", *AND):
        return True
    words = tuple(t.text.lower() for t in tree.tokens[max(0, i - 3) : i + 1])
    return any(word == phrase[-1] and words[-len(phrase) :] == phrase for phrase in along())


def shut(tree: Tree, i: int, deed: int) -> bool:
    """Whether no list goes on across word `i`."""
    token = tree.tokens[i]
    return (
        i == deed
        or token.text in (":", "(", "[")
        or is_dash(tree, i)
        or token.pos in ("SCONJ", "INTJ")
        or is_predicate(tree, i)
    )


def is_predicate(tree: Tree, i: int) -> bool:
    """Whether a word is a verb that is not part of somebody's description."""
    token = tree.tokens[i]
    if token.pos == "AUX":
        return True
    return token.pos == "VERB" and token.rel not in ("amod", "compound", "acl", "acl:relcl", "nmod:desc")


def pieces_from(tree: Tree, start: int, deed: int, ask: Asker) -> list[Piece]:
    """The pieces from word `start` on, as far as they can belong to one list."""
    found: list[Piece] = []
    k, joint = start, ""
    while k < len(tree.tokens):
        piece = piece_at(tree, k, deed, ask, joint, found)
        if piece is None:
            break
        found.append(piece)
        end = tail(tree, piece.last, deed)
        step = joint_at(tree, end + 1)
        if not step:
            break
        joint = " ".join(t.text.lower() for t in tree.tokens[end + 1 : end + 1 + step])
        k = end + 1 + step
    return found


def tail(tree: Tree, last: int, deed: int) -> int:
    """The last word of what hangs on a piece before the next joint: "in the north", "who was on leave"."""
    k = last
    while k + 1 < len(tree.tokens) and k - last < LONG:
        token = tree.tokens[k + 1]
        if token.text in BRACKETS and (token.text != "-" or is_dash(tree, k + 1)):
            if (end := _closing(tree, k + 1)) is None:
                break
            k = last = end
            continue
        relative = any(t.text.lower() in function_words().relatives for t in tree.tokens[last + 1 : k + 1])
        if k + 1 == deed or joint_at(tree, k + 1) or (is_predicate(tree, k + 1) and not relative):
            break
        k += 1
        if token.text in (":", "."):
            break
    return k


def _closing(tree: Tree, i: int) -> int | None:
    """The word that closes what the bracket or dash `i` opens."""
    mark = BRACKETS[tree.tokens[i].text]
    behind = range(i + 1, min(i + 2 * LONG, len(tree.tokens)))
    return next((j for j in behind if tree.tokens[j].text == mark and (mark != "-" or is_dash(tree, j))), None)


def piece_at(tree: Tree, k: int, deed: int, ask: Asker, joint: str, before: Sequence[Piece]) -> Piece | None:
    """The piece that begins with word `k`; None where the list cannot go on with it."""
    token = tree.tokens[k]
    if (
        token.pos in ("ADP", "ADV")
        and before
        and not _number(tree, k, ask)
        and token.text.lower() not in numbers().words
    ):
        return Piece("aside", k, k, k, joint=joint)
    if token.text.lower() in members("aliases") and before:
        return Piece("aside", k, k, k, joint=joint)
    last = _run(tree, k, deed)
    if last is None:
        return None
    bare = all(t.pos in ("NUM", "PUNCT") for t in tree.tokens[k : last + 1])
    if before and bare and (k not in ask.counts or not _number_of_people(tree, last)):
        return Piece("aside", k, last, k, joint=joint)  # an age; "five of them"
    found = _kind(tree, k, last, ask, before)
    if found is None:
        return None
    owned = any(t.rel == "nmod:poss" for t in tree.tokens[k : last + 1])
    return msgspec.structs.replace(found, owned=owned, joint=joint)


def _number_of_people(tree: Tree, last: int) -> bool:
    """Whether a number stands for people itself: "three of his aides", not "three of them"."""
    behind = [t.text.lower() for t in tree.tokens[last + 1 : last + 3]]
    return behind[:1] == ["of"] and behind[1:] not in (["them"], ["whom"])


def _run(tree: Tree, k: int, deed: int) -> int | None:
    """The last word of the phrase without what hangs on it; None where no phrase begins."""
    last, i = None, k
    while i < len(tree.tokens) and i != deed and i - k < LONG:
        token = tree.tokens[i]
        bending = i < k + 4 and token.text.lower() in members("before_numbers")
        verbal = token.pos == "VERB" and token.rel in ("amod", "compound")
        if is_dash(tree, i) or not (in_phrase(tree, i) or bending or verbal):
            break
        if token.pos == "PRON" and token.rel != "nmod:poss":
            return i if last is None and token.text.lower() in ("one", "he", "she", "him", "her") else last
        if token.pos in ("NOUN", "PROPN", "NUM", "ADJ", "X"):
            last = i
        i += 1
    return last


def _number(tree: Tree, k: int, ask: Asker) -> int | None:
    """The first word of a number with which the piece begins, past "at least"."""
    for i in range(k, min(k + 5, len(tree.tokens))):
        if i in ask.counts:
            return i
        if tree.tokens[i].pos not in ("DET", "PRON", "ADJ") and tree.tokens[i].text.lower() not in members(
            "before_numbers"
        ):
            break
    return None


def _kind(tree: Tree, k: int, last: int, ask: Asker, before: Sequence[Piece]) -> Piece | None:
    """What the phrase from word `k` to `last` is; None if it is nobody."""
    number = next((i for i in range(k, last + 1) if i in ask.counts), None)
    if number is not None and ask.counts[number][1] >= 2:
        return Piece("count", k, last, last, ask.counts[number][1], number)
    if number is not None and ask.counts[number][1] == 1 and number <= k + 1:
        return Piece("one", k, last, last, number=number)
    named = _name(tree, k, last, ask.persons)
    if named is not None:
        head, first = named
        return Piece("name", k, last, head, titled=any(tree.tokens[i].pos in OFFICES for i in range(k, first)))
    head = _noun(tree, k, last)
    word = lemma(tree, head)
    if (size := numbers().small_groups.get(word)) and _article(tree, k):
        return Piece("count", k, last, head, float(size))
    if tree.tokens[k].text.lower() == "one" and last + 1 < len(tree.tokens):
        return Piece("one", k, last, k if last == k else head)
    if word in turned("things") or word in members("beasts") or word in turned("outcome_nouns"):
        return None
    known = word in members("people") or word in turned("groups") or word in members("single_people")
    if plural(tree, head) and known and tree.tokens[k].text.lower() == "both":
        return Piece("count", k, last, head, 2.0)
    if plural(tree, head):
        return Piece("many", k, last, head, 0.0) if known or before else None
    if before and not _article(tree, k) and known:
        return Piece("title", k, last, head)
    sure = known or word.endswith(numbers().personal_endings) or k <= ask.anchor <= last
    return Piece("one", k, last, head) if sure and ask.single(head) else None


OFFICES = ("NOUN", "PROPN", "ADJ")
"""Parts of speech of an office before a name."""


def _article(tree: Tree, k: int) -> bool:
    return tree.tokens[k].pos in ("DET", "PRON")


def _noun(tree: Tree, k: int, last: int) -> int:
    """The head noun of a phrase: its last noun, before a hyphen ("passer-by")."""
    return next((i for i in range(last, k - 1, -1) if tree.tokens[i].pos in ("NOUN", "PROPN")), last)


def _name(tree: Tree, k: int, last: int, persons: frozenset[int]) -> tuple[int, int] | None:
    """The person's name in a phrase: its head and its first word."""
    for name in tree.sentence.names:
        owner = name.last < last and tree.tokens[name.last + 1].text.lower() in genitives()
        if name.label == "PER" and k <= name.first <= last and not owner:
            return next((i for i in range(name.first, name.last + 1) if i in persons), name.first), name.first
    found = [i for i in range(k, last + 1) if i in persons and tree.tokens[i].pos == "PROPN"]
    owner = bool(found) and any(t.text.lower() in genitives() for t in tree.tokens[found[0] : last + 1])
    return (found[0], found[0]) if found and not owner else None


def plural(tree: Tree, i: int) -> bool:
    """Whether a noun stands in the plural."""
    token = tree.tokens[i]
    text = token.text.lower()
    return token.pos in ("NOUN", "PROPN") and (text != token.lemma.lower() or text in members("collective"))
