"""What a number with a unit measures: the depth of a quake, the fall of a share, the way from a town, a price.

The noun that it measures stands behind the unit ("a 24-hour strike"), above it ("winds of 90 mph"), is the subject of
its verb ("turnout was 61 percent", "the fire lasted two hours") or hides in an adjective ("10 km deep"). Words for one
measured thing are one ("costs", "price of", "sells for": `measured` in knowledge/en/numbers.yml).
"""

from __future__ import annotations

from functools import cache

from crossread.function_words import function_words
from crossread.reading.figures.nouns import CLOSE, NOUNS, case_of, governor, is_noun, lemma, members, plural, turned
from crossread.reading.figures.number_words import numbers, pattern, small
from crossread.reading.figures.numerals import Numeral
from crossread.records import Record
from crossread.trees import Tree


class Measured(Record, frozen=True):
    """What one number measures."""

    name: str  # "magnitude", "distance from Tarsk", "fall of share", "percent of home"; the unit where nothing tells
    noun: int  # the word that says so; the unit's where nothing tells
    above: int | None  # the word that governs the measure


WAY = 9
"""Words behind a length among which "north of Tarsk" is looked for, with the same length in other units between."""
STRONGEST = 10.5
"""No quake was stronger: greater numbers beside "magnitude" are something else."""


@cache
def unit_words(unit: str) -> frozenset[str]:
    """The words that a unit is written with."""
    words = {word for form in numbers().units.get(unit, ()) for word in form.split()}
    return frozenset(words | {word + "s" for word in words if word.isalpha()} | set(unit.split()))


@cache
def any_unit() -> frozenset[str]:
    """The words that units are written with."""
    words = {word for unit in numbers().units for word in unit_words(unit)}
    return frozenset(words - function_words().indefinite - small("per"))


def after_unit(tree: Tree, last: int, unit: str) -> int:
    """The last word of the unit behind a number; the number's own where it stands before ("$5") or in it ("5km")."""
    known = unit_words(unit)
    while last + 1 < len(tree.tokens) and (
        tree.tokens[last + 1].text.lower() in known
        or (tree.tokens[last + 1].text == "-" and last + 2 < len(tree.tokens) and tree.tokens[last + 2].text in known)
    ):
        last += 1
    return last


def measured(tree: Tree, first: int, last: int, numeral: Numeral, noun: int | None) -> Measured:
    """What the number in the words `first` to `last` measures. `noun`: the noun that a bare number would stand to."""
    found = _fitting(_found(tree, first, last, numeral, noun), str(numeral.unit))
    usual = turned("usual_measures").get(str(numeral.unit))
    if usual is not None and (found.name not in turned("measured").values() or found.name in MOVES):
        return Measured(usual, found.noun, found.above)
    return found


def _fitting(found: Measured, unit: str) -> Measured:
    """The measure without a name that its unit cannot have: two days are no price."""
    kind = found.name.split(" of ")[0]
    if unit == "percent" and kind in small("no_shares"):
        return Measured(unit, found.noun, found.above)
    for units, kinds in ((numbers().time_units, ("duration",)), (tuple(LENGTHS), LENGTH_KINDS)):
        if unit in units and kind in turned("measured").values() and kind not in kinds:
            return Measured(unit, found.noun, found.above)
    return found


def _found(tree: Tree, first: int, last: int, numeral: Numeral, noun: int | None) -> Measured:
    unit = str(numeral.unit)
    end = after_unit(tree, last, unit)
    head = tree.head(first, end)
    above = governor(tree, head)
    over = above[0] if above is not None else None
    if unit in LENGTHS and (way := _way(tree, end)) is not None:
        return Measured(f"distance from {way[0]}", way[1], over)
    joined = tree.tokens[head].head
    if tree.tokens[head].rel in CLOSE and joined > end and is_noun(tree, joined):
        noun = joined  # "a 24-hour strike"
    if unit == "percent" and above is not None and above[1] == "nmod" and above[0] < first:
        of_it = case_of(tree, head) in function_words().genitives
        if of_it and (told := _by_governor(tree, above, head, first, unit)) is not None:
            return Measured(*told, over)  # "a deficit of 3 percent of output"
    if (behind := _behind(tree, end, noun, numeral)) is not None:
        return Measured(behind[0], behind[1], over)
    if unit in members("money") and _each(tree, end):
        return Measured("price", min(end, len(tree.tokens) - 1), over)
    if unit == "percent" and (of := _share(tree, head, end)) is not None:
        return Measured(f"percent of {plural(tree, of)}", of, over)
    if (found := _subject(tree, head, first)) is not None:
        return Measured(_name(tree, found, unit), found, over)
    if above is not None and (told := _by_governor(tree, above, head, first, unit)) is not None:
        return Measured(*told, over)
    return Measured(unit, min(end, len(tree.tokens) - 1), over)


LENGTH_KINDS = ("depth", "height", "length", "width", "thickness", "distance", "snow", "rain")
LENGTHS = frozenset(("kilometres", "miles", "metres", "feet", "yards", "nautical miles"))


def _way(tree: Tree, end: int) -> tuple[str, int] | None:
    """The place from which a length counts: "35 miles southwest of Tarsk", "58km (36 miles) from the port of Orsk"."""
    tokens = tree.tokens
    for k in range(end + 1, min(len(tokens), end + WAY)):
        word = tokens[k].text.lower()
        if word in small("length_from"):
            names = [j for j in range(k + 1, min(len(tokens), k + 7)) if tokens[j].text[:1].isupper()]
            if not names or any(tokens[j].pos in ("VERB", "PUNCT") for j in range(k + 1, names[0])):
                return None
            to = names[0]
            while to + 1 in names:
                to += 1
            return " ".join(t.text for t in tokens[names[0] : to + 1]), k
        known = word in members("directions") or word in any_unit() or tokens[k].pos in ("NUM", "PUNCT")
        if not known and word not in small("length_links"):
            return None
    return None


def _behind(tree: Tree, end: int, noun: int | None, numeral: Numeral) -> tuple[str, int] | None:
    """The adjective or noun behind the unit: "10 km deep", "91 percent effective", "a 24-hour strike"."""
    if end + 1 < len(tree.tokens):
        k = end + 1
        if tree.tokens[k].text == "-" and k + 1 < len(tree.tokens):
            k += 1
        kind = turned("measured").get(lemma(tree, k))
        if kind is not None and tree.tokens[k].pos in ("ADJ", "ADV", "VERB") and not tree.dated(k):
            return kind, k
    if noun is None or noun <= end or tree.tokens[noun].text.lower() in any_unit():
        return None
    if tree.dated(noun) or tree.tokens[noun].pos == "PROPN":
        return None
    of = function_words().genitives
    if any(
        t.text in ",;()" or (t.pos in ("ADP", "VERB") and t.text.lower() not in of) for t in tree.tokens[end + 1 : noun]
    ):
        return None
    return _name(tree, noun, str(numeral.unit)), noun


def _each(tree: Tree, end: int) -> bool:
    """Whether money is told for one of something: "$4 a dose", "1.90 euros per litre"; pay by the month is none."""
    behind = tree.tokens[end + 1 : end + 3]
    one = function_words().indefinite | small("per")
    per = len(behind) > 1 and behind[0].text.lower() in one and behind[1].pos == "NOUN"
    return per and behind[1].text.lower() not in time_words()


@cache
def time_words() -> frozenset[str]:
    """The words for units of time."""
    return frozenset(word for unit in numbers().time_units for word in unit_words(unit))


def _share(tree: Tree, head: int, end: int) -> int | None:
    """What a percentage is a share of."""
    for i in dict.fromkeys((head, end)):
        for c in tree.of(i, "nmod"):
            if c > i and case_of(tree, c) in function_words().genitives and is_noun(tree, c):
                return c
    return None


def _subject(tree: Tree, head: int, first: int) -> int | None:
    """The subject of a measure that is itself the predicate: "the turnout was 61 percent"."""
    return next((c for c in tree.of(head, "nsubj") if c < first and tree.tokens[c].pos == "NOUN"), None)


def _by_governor(tree: Tree, above: tuple[int, str], head: int, first: int, unit: str) -> tuple[str, int] | None:
    """The noun that the measure hangs on ("a depth of 10 km"), else the verb, its subject or its object."""
    i, rel = above
    if tree.tokens[i].pos in NOUNS and i < first:
        if tree.tokens[i].text.lower() in any_unit() or tree.tokens[i].pos == "PROPN":
            return None
        return _name(tree, i, unit), i
    if tree.tokens[i].pos not in ("VERB", "AUX", "ADJ"):
        return None
    subject = next((c for c in tree.of(i, "nsubj") if tree.tokens[c].pos == "NOUN"), None)
    word = lemma(tree, i)
    if (kind := turned("measured").get(word)) is not None and not (word in members("giving_verbs") and subject is None):
        if kind in MOVES and unit in LENGTHS | {"millimetres", "centimetres", "inches"}:
            return None  # "the sea rose two metres" tells how high it is
        onto = case_of(tree, head) in small("to") or (first and tree.tokens[first - 1].text.lower() in small("to"))
        if kind in MOVES and subject is not None and onto and unit != "percent":
            return _name(tree, subject, unit), subject  # "revenue fell 12 percent to $2 billion"
        if kind in MOVES and subject is not None:
            return f"{kind} of {_plain(tree, subject)}", subject
        return kind, i
    given = next((c for c in tree.of(i, "obj") if c != head and c < first and tree.tokens[c].pos == "NOUN"), None)
    if given is not None and case_of(tree, head) in small("put_at"):
        return _name(tree, given, unit), given  # "put the damage at $5 million"
    passive = any(tree.tokens[c].rel == "nsubj:pass" for c in tree.children[i])
    stood = passive and case_of(tree, head) in small("stood_at")
    if subject is not None and (stood or word in members("subject_verbs")):
        return _name(tree, subject, unit), subject
    if given is not None and rel.startswith(("obl", "advmod")) and unit in ("percent", *numbers().time_units):
        return _name(tree, given, unit), given
    return None


MOVES = ("rise", "fall", "cut")
"""Measured changes: what rises or falls belongs to their name."""


def _name(tree: Tree, noun: int, unit: str) -> str:
    """The name of a measured noun; of what, where it says so: "price of bread", "loss"."""
    name = _plain(tree, noun)
    below = [c for c in tree.of(noun, "nmod") if tree.tokens[c].pos == "NOUN"]
    of = next((c for c in below if case_of(tree, c) in small("name_of")), None)
    told = of is not None and of > noun and tree.tokens[of].text.lower() not in any_unit()
    if unit in numbers().time_units and name not in turned("measured").values():
        return f"length of {name}"
    return f"{name} of {_plain(tree, of)}" if told and of is not None and name in turned("measured").values() else name


def _plain(tree: Tree, noun: int) -> str:
    word = lemma(tree, noun)
    return turned("measured").get(tree.tokens[noun].text.lower()) or turned("measured").get(word) or _one_of(word)


def _one_of(word: str) -> str:
    """The first of the nouns for a thing: "strike" for "airstrike"."""
    things = turned("things").get(word)
    return numbers().things[things][0] if things is not None else word


# --------------------------------------------------------------------------- numbers of a scale


def of_scale(text: str, numeral: Numeral) -> bool:
    """Whether a number of a sentence is the strength of a quake: "a 6.1-magnitude quake", "measuring 3.8 on the Richter
    scale", "put the magnitude at 5.9"."""
    size = numeral.value if numeral.value is not None else numeral.high
    if numeral.form not in ("digits", "range") or size is None or size > STRONGEST or numeral.unit == "percent":
        return False
    ahead = text[numeral.end : numeral.end + 40]
    if (found := pattern("scale_behind").match(ahead)) is not None:
        return "degree" not in found[0].lower() or pattern("shock").search(ahead) is not None
    if numeral.unit is not None:
        return False
    if pattern("scale_before").search(text[max(0, numeral.start - 60) : numeral.start]):
        return True
    broken = "." in text[numeral.start : numeral.end]
    return broken and pattern("shock_before").search(text[max(0, numeral.start - 90) : numeral.start]) is not None
