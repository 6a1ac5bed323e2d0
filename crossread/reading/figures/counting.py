"""What a number counts: the noun, what happened to it, and the deed that says so, read off the tree."""

from __future__ import annotations

import msgspec

from crossread.reading.figures.bodies import dwelling, headcount, parent_before, told_by_doing
from crossread.reading.figures.clauses import telling_words
from crossread.reading.figures.harming import particle
from crossread.reading.figures.measures import any_unit, measured
from crossread.reading.figures.nouns import (
    case_of,
    governor,
    group,
    is_noun,
    is_plural,
    lemma,
    may_be_people,
    members,
    modifiers,
    noun_of,
    plural,
    turned,
)
from crossread.reading.figures.number_nouns import WIDTH, number_noun, of_number_noun
from crossread.reading.figures.number_words import numbers, small
from crossread.reading.figures.numerals import Numeral
from crossread.reading.figures.outcomes import outcome_of
from crossread.reading.figures.shares import is_fraction, is_of_them, is_part, is_whole
from crossread.records import Record
from crossread.trees import Tree


class Counted(Record, frozen=True):
    """What one number counts."""

    noun: int | None  # the word that is counted; None where it is left out ("killed three")
    counts: str
    outcome: str | None
    deed: int | None  # the verb or noun that says what happened to it
    modifiers: tuple[str, ...] = ()
    part: bool = False  # a share of another count ("including 43 who ...")
    about: tuple[str, ...] = ()  # the words of its clause that tell which quantity it is
    loose: bool = False  # a number noun that does not say what it is the number of ("the 2,975 number")


def deed_of(tree: Tree, i: int) -> tuple[int, str] | None:
    """What was done to a thing, as a class of deeds: "launched", "intercepted", "stationed"; with the verb."""
    candidates: list[int] = [c for c in tree.of(i, "acl") if tree.tokens[c].pos == "VERB"]
    above = governor(tree, i)
    if above is not None and (
        above[1] in ("nsubj:pass", "obj") or (above[1] == "nsubj" and tree.of(above[0], "aux:pass"))
    ):
        candidates.append(above[0])
    elif above is not None and above[1].startswith("nmod") and above[0] < i:
        candidates.append(above[0])  # "the launch of five rockets"
    for verb in candidates:
        word = particle(tree, verb, lemma(tree, verb))
        if (found := turned("deeds").get(word) or turned("deeds").get(word.split()[0])) is not None:
            return verb, found
    return None


def answers(tree: Tree, before: int, first: int) -> bool:
    """Whether a bare number is somebody's other value for what the number at word `before` counts: "police said 2,000
    people took part, the organisers spoke of 10,000"."""
    giver = giver_of(tree, first)
    return giver is not None and giver > before and not any(t.text == ";" for t in tree.tokens[before:first])


def giver_of(tree: Tree, i: int) -> int | None:
    """The subject of the verb with which somebody gives the bare number `i`: "the organisers spoke of 10,000"."""
    for above in list(tree.ancestors(i))[:2]:
        if lemma(tree, above) in members("giving_verbs") | members("saying_numbers") and above < i:
            return next((c for c in tree.of(above, "nsubj") if c < above and is_noun(tree, c)), None)
    return None


def counted(tree: Tree, first: int, last: int, numeral: Numeral) -> Counted | None:
    """What the number in the words `first` to `last` counts, and the words that tell so; None where it counts
    nothing."""
    what = _counted(tree, first, last, numeral)
    return what and msgspec.structs.replace(what, about=telling_words(tree, first, last, what.noun))


def _counted(tree: Tree, first: int, last: int, numeral: Numeral) -> Counted | None:
    noun = noun_of(tree, first, last)
    if noun is None and numeral.form == "vague" and _of_money(tree, first, last):
        return None
    if numeral.unit is not None:
        return _measure(tree, first, last, numeral, noun)
    if (named := _named_apart(tree, first, last, numeral, noun)) is not None:
        return named
    part = is_part(tree, first, last)
    if noun is not None and lemma(tree, noun) in small("charges") and is_plural(tree, noun):
        return Counted(noun, "charges", None, None, modifiers(tree, noun), part)
    if (suffered := _suffering(tree, first, last, noun, part)) is not None:
        return suffered
    if noun is None:
        return _bare(tree, tree.head(first, last), part)
    done = deed_of(tree, noun)
    above = governor(tree, noun)
    if plural(tree, noun) == "shots" and (hit := _hitting(tree, noun, tree.head(first, last))) is not None:
        done = hit, "hit"
    verb = done[0] if done else above[0] if above else None
    name = dwelling(tree, noun) or plural(tree, noun)
    return Counted(
        noun, f"{name} {done[1]}" if done and done[1] != "stationed" else name, None, verb, modifiers(tree, noun), part
    )


def _named_apart(tree: Tree, first: int, last: int, numeral: Numeral, noun: int | None) -> Counted | None:
    """What a number counts that a word beside the noun tells: a parent, a compound, a rate, a head, a number noun."""
    if noun is None and (parent := parent_before(tree, first)) is not None:
        return Counted(parent, turned("offspring")[lemma(tree, parent)], None, None)
    if numeral.compound is not None and (joined := numbers().joined.get(numeral.compound.split("-")[0])) is not None:
        return Counted(tree.head(first, last), joined, None, None)
    if noun is not None and (per := _per(tree, noun)) is not None:
        return Counted(noun, f"{plural(tree, noun)} {per}", None, None, modifiers(tree, noun))
    if noun is None and (whole := headcount(tree, first)) is not None:
        return Counted(whole[0], whole[1], None, None, modifiers(tree, whole[0]))
    standing = number_noun(tree, first, last)
    if standing is not None and (
        noun is None
        or noun == standing
        or lemma(tree, noun) in numbers().number_nouns["plain"]
        or (standing < first and not is_plural(tree, noun))
    ):
        counts, outcome, deed, loose = of_number_noun(tree, standing)
        return Counted(standing, counts, outcome, deed, modifiers(tree, standing), loose=loose)
    return None


def _suffering(tree: Tree, first: int, last: int, noun: int | None, part: bool) -> Counted | None:
    """The people whom a number counts by what happened to them."""
    top = tree.head(first, last)
    over = noun is not None and tree.tokens[noun].head == top  # "hundreds of people"
    held = over and noun is not None and lemma(tree, noun) in members("held")  # "three of the hostages were killed"
    found = outcome_of(tree, top, True) if held else None
    found = found or outcome_of(tree, noun if noun is not None else top, noun is None)
    if found is None and over:
        found = outcome_of(tree, top, True)
    if found is None:
        return None
    outcome, word = found
    if noun is not None and word != noun and not may_be_people(tree, noun, word):
        return None
    if noun is not None and is_whole(tree, first, noun, word):
        return None
    if word != noun and case_of(tree, word) in small("among"):
        part = True  # "three children were among the dead"
    elif over and word == noun:
        part = part or is_fraction(tree, last)  # "four of the wounded"; all may be told in "three of the men died"
    elif found == ("killed", last + 3) and is_of_them(tree, last):
        part = False  # "three of them fatally": a part of those who were shot, all of the dead
    narrowed = modifiers(tree, noun) if noun is not None else ()
    return Counted(noun, f"{group(tree, noun)} {outcome}", outcome, word, narrowed, part)


def _of_money(tree: Tree, first: int, last: int) -> bool:
    """Whether a vague number without a noun is one of money: "damage in the millions", "millions in losses"."""
    before = " ".join(t.text.lower() for t in tree.tokens[:first][-2:])
    return before in small("in_the") or _in_money(tree, last)


def _in_money(tree: Tree, last: int) -> bool:
    """Whether a number without a noun is one of money: "six hurt and millions in losses"."""
    if last + 2 >= len(tree.tokens) or tree.tokens[last + 1].text.lower() not in small("in"):
        return False
    return lemma(tree, last + 2) in small("in_money")


def _bare(tree: Tree, anchor: int, part: bool) -> Counted | None:
    """A number without a noun or an outcome: what its verb does to it, or what the verb's subject counts."""
    done = deed_of(tree, anchor)
    behind = " ".join(t.text.lower() for t in tree.tokens[anchor + 1 : anchor + 3])
    if any(behind.startswith(word) for word in small("aboard")):
        return Counted(anchor, "people aboard", None, None, (), part)
    if any(behind.startswith(word) for word in numbers().present) or (done is None and told_by_doing(tree, anchor)):
        return Counted(anchor, "people", None, None, (), part)
    if any(behind.startswith(word) for word in numbers().altogether):  # "observers, 150 in all,"
        told = next((k for k in range(anchor - 1, max(-1, anchor - 5), -1) if is_noun(tree, k)), None)
        return Counted(told, plural(tree, told), None, None, modifiers(tree, told)) if told is not None else None
    if (
        done is None
        and (above := governor(tree, anchor)) is not None
        and above[1] == "obj"
        and lemma(tree, above[0]) in members("giving_verbs")
    ):
        return Counted(anchor, "", None, above[0], loose=True)
    if (subject := _subject(tree, anchor)) is not None:
        found = outcome_of(tree, subject, False)
        if found is not None:
            return Counted(subject, f"people {found[0]}", *found, modifiers(tree, subject))
        return Counted(subject, plural(tree, subject), None, None, modifiers(tree, subject))
    return Counted(None, done[1] if done else "", None, done[0] if done else None, (), part, loose=True)


def _subject(tree: Tree, i: int) -> int | None:
    """The noun subject of a verb that tells how much there is of it: "deaths range from 1,200 to 1,800"."""
    above = tree.tokens[i].head
    for verb in (above, tree.tokens[above].head if above >= 0 else -1):
        if verb >= 0 and lemma(tree, verb) in members("subject_verbs"):
            for child in tree.of(verb, "nsubj"):
                if child < i and tree.tokens[child].pos == "NOUN":
                    return child
    for verb in range(i - 1, max(-1, i - 6), -1):  # broken parses: the order of words alone
        if (
            lemma(tree, verb) in members("subject_verbs")
            and tree.tokens[verb].pos in ("VERB", "NOUN")
            and lemma(tree, verb) != "be"
        ):
            outcomes = turned("outcome_nouns")
            return next((n for n in range(verb - 1, max(-1, verb - WIDTH), -1) if lemma(tree, n) in outcomes), None)
    return None


HITS = "shots hit"
"""What "shot 11 times" counts, as "hit by 11 bullets" does."""


def _hitting(tree: Tree, *words: int) -> int | None:
    """The verb that tells of shots as hits: "hit by three of the seven bullets fired"."""
    above = [found[0] for word in words if (found := governor(tree, word)) is not None]
    return next((verb for verb in above if lemma(tree, verb) in members("hitting")), None)


def _shot(tree: Tree, verb: int) -> bool:
    """Whether somebody is shot: by the verb, or hit where shots are told of."""
    word = lemma(tree, verb)
    told = any(
        turned("things").get(lemma(tree, i)) == "shots" or lemma(tree, i) == "shoot" for i in range(len(tree.tokens))
    )
    return word == "shoot" or (word in members("hitting") and told)


def _measure(tree: Tree, first: int, last: int, numeral: Numeral, noun: int | None) -> Counted:
    """A number with a unit and what it measures."""
    found = measured(tree, first, last, numeral, noun)
    if numeral.unit == "times" and found.above is not None and _shot(tree, found.above):
        return Counted(found.noun, HITS, None, found.above)
    narrowed = modifiers(tree, found.noun) if tree.tokens[found.noun].pos == "NOUN" and found.noun != last else ()
    narrowed = tuple(w for w in narrowed if w not in any_unit() and w != found.name)
    return Counted(found.noun, found.name, None, found.above, narrowed)


def _per(tree: Tree, noun: int) -> str | None:
    """ "per 1,000" behind a noun: a rate, not a count."""
    words = [t.text for t in tree.tokens[noun + 1 : noun + 4]]
    return " ".join(words[:2]) if words and words[0].lower() in small("per") and len(words) > 1 else None
