"""Which numbers are no figures: parts of names, dates, years, ages, pronouns, fixed phrases."""

from __future__ import annotations

import re

from crossread.function_words import function_words
from crossread.reading.figures.counting import Counted
from crossread.reading.figures.nouns import is_plural, lemma, names_people
from crossread.reading.figures.number_nouns import number_noun
from crossread.reading.figures.number_words import OLDEST, numbers, pattern, small
from crossread.reading.figures.numerals import Numeral
from crossread.records import TimeExpression
from crossread.trees import Tree


def names_something(tree: Tree, first: int, last: int, numeral: Numeral) -> bool:
    """Whether the number is part of a name or a label: "Flight 370", "Resolution 2118", "Group of Seven"."""
    for name in tree.sentence.names:
        if name.first <= first and last <= name.last:
            plain = name.first == first and last < name.last and tree.tokens[name.last].text.lower().endswith("s")
            if not plain or name.last - last > 1:
                return True
    if numeral.unit == "percent" or numeral.form in ("none", "vague") or not first:
        return False
    if _is_address(tree, first, last, numeral):
        return True
    before, head = tree.tokens[first - 1], tree.tokens[tree.head(first, last)].head
    if before.text.lower() in numbers().labels and (
        last + 1 >= len(tree.tokens)
        or not is_plural(tree, last + 1)
        or tree.tokens[last + 1].pos not in ("NOUN", "ADJ")
    ):
        return True
    label = (
        head == first - 1 and before.pos in ("NOUN", "PROPN") and tree.tokens[tree.head(first, last)].rel == "nummod"
    )
    if label and names_people(tree, head) and is_plural(tree, head):
        return False  # "of the ferry's passengers 31 were missing"
    return label and lemma(tree, head) not in {*numbers().number_nouns["plain"], *small("toll")}


def _is_address(tree: Tree, first: int, last: int, numeral: Numeral) -> bool:
    """Whether the number is a house's: "at 731 Harrow near the park"."""
    if last + 1 >= len(tree.tokens) or numeral.qualifier or numeral.form != "digits" or (numeral.value or 0) < 100:
        return False
    behind, word = tree.tokens[last + 1], tree.tokens[first].text
    named = behind.pos == "PROPN" and behind.text[:1].isupper() and not behind.text.lower().endswith("s")
    before = tree.tokens[first - 1].text.lower()
    return named and word.isdigit() and before in small("addresses")


def is_interval(tree: Tree, first: int) -> bool:
    """Whether the number is the edge of an uncertainty ("a confidence interval of 2,658-3,290")."""
    return any(t.text.lower() in numbers().intervals for t in tree.tokens[max(0, first - 3) : first])


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def dates_something(
    text: str, offset: int, numeral: Numeral, times: tuple[TimeExpression, ...], tree: Tree, last: int
) -> bool:
    """Whether the number is a date, a year, a clock time or an age."""
    before, behind = text[: numeral.outer], text[numeral.end :]
    if pattern("joined_age").fullmatch(numeral.compound or ""):
        return True
    if (pattern("ago").match(behind) and numeral.compound is None) or (
        pattern("before_times").search(before) and numeral.unit in (None, *numbers().time_units)
    ):
        return True
    if pattern("before_ages").search(before) or pattern("rate").search(before):
        return True
    if numeral.unit is None and (pattern("share_whole").match(behind) or pattern("share_part").search(before)):
        return True
    token = tree.tokens[last]
    if _YEAR.fullmatch(text[numeral.start : numeral.end]) and numeral.qualifier is None and numeral.unit is None:
        plural_noun = last + 1 < len(tree.tokens) and tree.tokens[last + 1].pos == "NOUN" and is_plural(tree, last + 1)
        if not plural_noun or pattern("before_years").search(before):
            return True
    small = numeral.form in ("digits", "words") and numeral.unit is None and (numeral.value or 0) <= OLDEST
    if small and re.search(r"(?:\w,\s|\()$", before) and pattern("behind_ages").match(behind):
        return tree.tokens[max(0, last - 2)].pos in ("PROPN", "NOUN")  # "Nadia Petrov, 43, who": an age
    start, end = offset + numeral.start, offset + numeral.end
    inside = any(t.span.start < end and start < t.span.end for t in times)
    labelled = token.text.isdigit() and tree.dated(last)
    if labelled and not inside:  # "put the number of injured at 23": the words know better than the label
        labelled = number_noun(tree, last, last) is None
    return (inside or labelled) and numeral.unit not in numbers().time_units


def gives_amount(tree: Tree, first: int, numeral: Numeral, what: Counted, text: str) -> bool:
    """Whether the number gives an amount of something, rather than being a pronoun, a score, a fixed phrase."""
    behind = text[numeral.end :].lstrip().lower()
    of = tuple(f"{word} " for word in function_words().genitives)
    if numeral.form == "none" and what.noun is not None and what.deed == what.noun and behind.startswith(of):
        return False  # "none of the injuries", "none of the victims was the target"
    if behind.startswith(tuple(f"{words} " for words in small("differing"))):
        return False
    if numeral.form == "none":
        return what.outcome is not None or (
            what.deed is not None
            and what.counts != ""
            and text[numeral.start : numeral.end].lower() in small("nothing")
        )
    if numeral.form == "fraction" and pattern("ordinal_fraction").fullmatch(text, numeral.start, numeral.end):
        return behind.startswith(of) and what.noun is not None  # "a third night" is one night
    if numeral.unit is not None:
        return not (numeral.value == 1 and numeral.form == "words" and numeral.unit in numbers().time_units) and not (
            numeral.unit == "times" and numeral.form == "words" and numeral.value == 1
        )
    if numeral.form == "fraction":
        return behind.startswith(of) and what.noun is not None
    if numeral.value == 1 and numeral.form == "words":
        return what.outcome is not None and (not behind.startswith(of) or _worst(behind))
    if numeral.compound is not None:
        return numeral.compound.split("-")[0] in numbers().joined and (numeral.value or 0) > 1
    if what.noun is None:
        return True  # filled in or dropped later
    if (
        numeral.value is not None
        and numeral.value != 1
        and numeral.form in ("digits", "words")
        and what.outcome is None
        and not what.loose
    ):
        return is_plural(tree, what.noun) or what.noun <= first
    return True


def _worst(behind: str) -> bool:
    """Whether the words behind "one" tell who fared worst: "one of them fatally"."""
    words = re.findall(r"[a-z]+", behind)[:3]
    worst = {*numbers().deadly, *small("badly")}
    return len(words) > 2 and " ".join(words[:2]) in small("of_them") and words[2] in worst
