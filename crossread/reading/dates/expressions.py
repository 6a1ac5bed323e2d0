"""Date expressions of one report, not yet counted from any day.

1. The grammar finds them in the words of each sentence; what it leaves in doubt ("May", "2000") is decided by the words
   around and by the encoder, and an expression inside a longer name ("Sunday Times") is dropped.
2. The tree tells on which side of the publication day a weekday or bare month lies (the tense of the verb that governs
   it) and whether a preposition opens an end ("since early May").
3. What looks back at a quarter told before ("a year earlier") counts from it.
4. What counts from an event ("two days after the vote") is anchored to a date beside it, if there is one.
"""

from __future__ import annotations

import msgspec

from crossread.days import is_anchored
from crossread.function_words import function_words
from crossread.inflection import inflection
from crossread.reading.dates.datelines import DATELINE, in_dateline
from crossread.reading.dates.grammar import Found, find
from crossread.reading.dates.meanings import EVENT, PREVIOUS
from crossread.reading.dates.periods import Told, compared
from crossread.reading.dates.phrases import words_of
from crossread.reading.dates.tense import direction_of
from crossread.reading.dates.words import Word, calendar
from crossread.records import Report, Tagged, TimeExpression, TimeValue
from crossread.spans import must_quote
from crossread.trees import Tree

DIRECTED = frozenset({"weekday", "partial", "weekend", "absolute"})


def find_times(report: Report, trees: tuple[Tree, ...]) -> tuple[TimeExpression, ...]:
    """All date expressions of a report in text order; lengths of time and sets ("daily") are among them, by kind."""
    found: list[TimeExpression] = []
    labelled = any(tree.sentence.times for tree in trees)
    told = Told()
    for tree in trees:
        words = words_of(tree)
        here = [f for f in find(words) if _accepted(f, words, tree, labelled)]
        here, told = compared(here, words, told)
        for index, expression in enumerate(here):
            dated = any(is_anchored(f.value) or f.value.kind == "absolute" for f in here[:index])
            value, anchor = _placed(expression, words, tree, dated)
            if anchor == PREVIOUS and value.kind == "shift" and _names_its_day(here[index : index + 2], words):
                value, anchor = TimeValue("shift", unit="day", count=0), EVENT
            start, end = words[expression.first].start, words[expression.last].end
            found.append(TimeExpression(must_quote(report, start, end), value, anchor))
    return tuple(found)


# --------------------------------------------------------------------------- doubt


def _accepted(found: Found, words: list[Word], tree: Tree, labelled: bool) -> bool:
    after = words[found.last + 1].text if found.last + 1 < len(words) else ""
    if after == "-" and found.last + 2 < len(words):
        after = words[found.last + 2].text
    if after in calendar().ages and found.value.kind == "duration":  # an age
        return False
    first, last = words[found.first].token, words[found.last].token
    if _in_longer_name(tree.sentence.names, first, last, found):
        return False
    if _is_rate(found, words, tree) or _names_another_thing(found, words, tree):
        return False
    if found.value.kind == "vague":
        return _is_reference(found, words, tree)
    if found.sure:
        return True
    if any(tag.first <= last and tag.last >= first for tag in tree.sentence.times):
        return True
    if found.value.kind == "absolute":
        return _is_year(found, words, tree)
    return _stands_as_date(found, words, tree, labelled)


def _in_longer_name(names: tuple[Tagged, ...], first: int, last: int, found: Found) -> bool:
    """ "Sunday Times", "Theresa May": a person's or body's name that goes on beside the expression."""
    bare = first == last and found.value.kind in ("weekday", "partial", "absolute", "vague")
    longer = [tag for tag in names if tag.label in ("PER", "ORG") and tag.first <= first <= last <= tag.last]
    return bare and any(not found.sure or tag.last > tag.first for tag in longer)


def _is_rate(found: Found, words: list[Word], tree: Tree) -> bool:
    """ "four flights a week", "three-quarters of its food", "in his 30s": no time of anything."""
    before = _before(found, words)
    following = words[found.last + 1].kind if found.last + 1 < len(words) else ""
    if found.value.kind == "absolute" and found.value.unit == "decade":
        return before is not None and tree.tokens[before.token].pos == "PRON"
    if found.value.kind != "duration" or found.value.direction:
        return False
    if found.value.unit == "quarter" and found.value.count in (1, 3) and following == "f":
        return True
    apiece = words[found.first].kind == "a" and found.last == found.first + 1
    return apiece and before is not None and tree.tokens[before.token].pos in ("NOUN", "NUM", "PROPN", "SYM")


def _names_another_thing(found: Found, words: list[Word], tree: Tree) -> bool:
    """ "the Good Friday Agreement", "the Yom Kippur War"."""
    if words[found.last].kind != "h" or found.last + 1 >= len(words):
        return False
    following = words[found.last + 1]
    return following.kind == "." and tree.tokens[following.token].text[:1].isupper()


def _is_reference(found: Found, words: list[Word], tree: Tree) -> bool:
    """ "soon", but not "as soon as"; "the future" as a noun; "current" before a noun."""
    word, before = words[found.last], _before(found, words)
    after = words[found.last + 1].text if found.last + 1 < len(words) else ""
    if found.value.unit == "future" and found.sure:
        return not (after in calendar().ordering["after"] or (before and before.text in calendar().ordering["before"]))
    if found.sure:
        return True
    token = tree.tokens[word.token]
    if words[found.first].kind == "d":
        return token.pos == "NOUN" or not after[:1].isalnum()
    return found.value.unit == "present" and token.pos == "ADJ"


def _before(found: Found, words: list[Word]) -> Word | None:
    return words[found.first - 1] if found.first else None


def _is_year(found: Found, words: list[Word], tree: Tree) -> bool:
    """A bare number of four figures: after a preposition, or before a noun that it does not count."""
    token = tree.tokens[words[found.last].token]
    before, known = _before(found, words), calendar()
    if not 1900 <= (found.value.year or 0) <= 2099 and (before is None or before.text not in known.years_any):
        return False
    following = words[found.last + 1] if found.last + 1 < len(words) else None
    after = tree.tokens[following.token] if following else None
    counts = after is not None and after.pos == "NOUN" and after.text.lower().endswith(inflection().plural)
    counts = counts or (following is not None and (following.kind in "UH" or following.text in ("%", "percent", "km")))
    before_text = before.text if before else ""
    if before_text in ("$", "€", "£", "no", "#"):
        return False
    if before is not None and (before.kind in "p>k" or before_text in known.years_counted):
        return not counts or before_text in known.years_surely
    if counts and before_text not in function_words().definite:
        return False
    rel = token.rel.split(":")[0]
    if after is not None and after.pos in ("NOUN", "PROPN", "ADJ") and rel in ("nummod", "compound", "amod", "nmod"):
        return True
    return (before is not None and before.kind in "d&-,c") or rel in ("nmod", "obl", "conj")


def _stands_as_date(found: Found, words: list[Word], tree: Tree, labelled: bool) -> bool:
    before = _before(found, words)
    if before is None or words[found.last].kind == "w":
        return False
    if found.value.unit == "season":
        outer = words[found.first - 2].text if found.first > 1 else ""
        return before.kind == "p" or (before.kind == "d" and outer in calendar().season_cases)
    if before.text in calendar().before_months:
        token = tree.tokens[words[found.last].token]
        ends = found.last + 1 >= len(words) or words[found.last + 1].kind == "c" or words[found.last + 1].text == "."
        return token.pos in ("PROPN", "NOUN", "X") or not labelled or ends
    sure_enough = words[found.last].text not in calendar().never_alone
    return before.kind in "d&,cf" and sure_enough


# --------------------------------------------------------------------------- direction, open ends, anchors


def _placed(found: Found, words: list[Word], tree: Tree, dated: bool) -> tuple[TimeValue, str]:
    value, anchor = found.value, found.anchor
    side = _open_side(found, words, tree)
    if side:
        value = msgspec.structs.replace(value, open=side)
    inner = value.last if value.kind == "range" and value.last else value
    if inner.kind in DIRECTED and not inner.direction:
        direction = _direction(tree, words, found, inner, side)
        if direction < 0 or (direction and inner.unit not in ("quarter", "half")):  # results are still to come of both
            value = _directed(value, direction)
    over = found.first > 0 and words[found.first - 1].text in calendar().over_before
    if value.kind == "partial" and value.unit is None and over:
        value = msgspec.structs.replace(value, direction=-1, count=-1)
    if in_dateline(found, words, tree):
        return value, DATELINE
    if anchor == EVENT:
        return _from_event(found, value, words, dated)
    return value, anchor


def _direction(tree: Tree, words: list[Word], found: Found, value: TimeValue, side: str | None) -> int:
    """On which side of publication the expression lies, by the words right before it or else the tense above it."""
    if side == "since":
        return -1
    if _told_ahead(words, found.first):
        return 1
    this = value.kind == "weekday" and words[found.first].kind == "T"
    first, last = words[found.first].token, words[found.last].token
    direction = direction_of(tree, first, last, fine=value.kind == "weekday" or value.day is not None)
    if side not in ("by", "until"):
        return direction or int(this)  # "this Friday" is ahead where no tense says otherwise
    # what was told to be done by a month may still be due: the nearer one
    return 1 if not direction else 0 if direction < 0 and value.kind == "partial" else direction


def _names_its_day(found: list[Found], words: list[Word]) -> bool:
    """ "a week earlier, on May 1,": the day itself stands behind it."""
    if len(found) < 2 or not (found[1].value.day or found[1].value.kind == "weekday"):
        return False
    between = "".join(word.kind for word in words[found[0].last + 1 : found[1].first])
    return between in ("cp", "c", "cpd")


def _told_ahead(words: list[Word], first: int) -> bool:
    """ "payable Dec. 7", "as early as Tuesday": the words right before it look ahead."""
    known, as_ = calendar(), function_words().manner_conjunctions
    if first > 1 and words[first - 1].text in as_ and words[first - 2].text in known.as_ahead:
        return True
    before = first - 1
    if before > 0 and words[before].kind == "p":
        before -= 1
    return (
        before >= 0 and words[before].text in known.ahead and not (first - before > 1 and words[first - 1].kind == "f")
    )


def _directed(value: TimeValue, direction: int) -> TimeValue:
    if value.kind == "range" and value.first and value.last:
        return msgspec.structs.replace(
            value, first=_directed(value.first, direction), last=_directed(value.last, direction)
        )
    return msgspec.structs.replace(value, direction=direction) if value.kind in DIRECTED else value


def _from_event(found: Found, value: TimeValue, words: list[Word], dated: bool) -> tuple[TimeValue, str]:
    """The vote of "on Friday, a week after the vote" was a week before Friday; "the day after." counts from the last
    date."""
    after = words[found.last + 1] if found.last + 1 < len(words) else None
    if after is None or (after.kind in "c&." and not after.text[:1].isalnum()):
        return value, PREVIOUS
    if dated and value.count and value.part is None and words[found.first - 1].kind in "-c.":
        return msgspec.structs.replace(value, count=0, direction=0), PREVIOUS  # in apposition: the day just told
    if dated and value.count:
        return msgspec.structs.replace(value, count=-value.count, direction=-value.direction), PREVIOUS
    return value, EVENT


def _open_side(found: Found, words: list[Word], tree: Tree) -> str | None:
    if found.value.kind not in ("absolute", "partial", "weekday", "relative", "weekend"):
        return None
    index = found.first - 1
    if index >= 0 and words[index].kind == "d":
        index -= 1
    if index < 0 or words[index].text not in calendar().openers:
        return None
    preposition = tree.tokens[words[index].token]
    if preposition.rel == "case" and not words[found.first].token <= preposition.head <= words[found.last].token:
        return None  # "after Monday's attack": it is the attack that comes before
    following = words[found.last + 1] if found.last + 1 < len(words) else None
    if following is not None and following.kind == "'":
        return None
    side = calendar().openers[words[index].text]
    at_hour = words[found.first].text in calendar().points_of_day or ":" in (found.value.part or "")
    if side in ("before", "after") and at_hour:
        return None  # "before dawn on Thursday" and "after 9 a.m. on Thursday" are on Thursday
    return side
