"""The numbers that one report gives, and what they count.

1. numerals     digits and words of each sentence, ranges joined, qualifiers read (`figures.numerals`)
2. sifting      dates, years, ages, numbers of names, "one of": no figures
3. counting     noun, outcome and deed, off the tree (`figures.counting`)
4. filling in   what the number leaves out ("900 in Syria", "none were intercepted", "the 2,975 number") from the
number before (`figures.filling`)
5. victims      people killed or hurt without a number word ("a man and his son were shot dead"): at least so many;
lists of them are read piece by piece (`figures.rolls`)
6. sums         of victims counted apart ("six priests and two cooks were killed": `figures.sums`), and of those told
on top of others ("two guards were also killed": `figures.additions`)
7. ages         of persons, by whom they are told of (`figures.ages`)
8. settings     place, time, speaker, basis and the phrase that proves it
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator

import msgspec

from crossread.reading.figures.additions import additions
from crossread.reading.figures.ages import ages
from crossread.reading.figures.counting import HITS, Counted, counted
from crossread.reading.figures.filling import filled_in, named_later
from crossread.reading.figures.measures import of_scale
from crossread.reading.figures.nouns import group, words_of
from crossread.reading.figures.numerals import Numeral, find_numerals
from crossread.reading.figures.sifting import dates_something, gives_amount, is_interval, names_something
from crossread.reading.figures.sums import numbers_of, sums
from crossread.reading.figures.surroundings import Found, Setting
from crossread.reading.figures.victims import COUNTED, victims_of
from crossread.records import EventMention, Mention, Quantity, Report, StatementMention, TimeExpression, TimeValue
from crossread.trees import Tree


def find_quantities(
    report: Report,
    trees: tuple[Tree, ...],
    mentions: tuple[Mention, ...],
    times: tuple[TimeExpression, ...],
    statements: tuple[StatementMention, ...],
    events: tuple[EventMention, ...],
) -> tuple[Quantity, ...]:
    """All figures of the report, in text order."""
    found: list[Found] = []
    for n, tree in enumerate(trees):
        for one in _sentence(report, tree, n, times):
            if (filled := filled_in(one, trees, found)) is not None:
                found.append(filled)
    persons, scenes = _persons(trees, mentions), _Scenes(trees, mentions, times, events)
    single = [one for one in _single(trees, persons, found) if scenes.done(one)]
    counted_apart = [*named_later(found, trees), *_victims(found, single, scenes)]
    counted_apart += sums(trees, counted_apart, single, persons)
    counted_apart += additions(trees, counted_apart, single, scenes.apart, len(report.title or ""))
    found = sorted(counted_apart, key=lambda f: (f.numeral.start, f.numeral.end))
    setting = Setting(report, trees, mentions, times, statements, events)
    every = [setting.quantity(one) for one in found]
    every += (setting.age(one, bearer) for one, bearer in ages(report, trees, mentions))
    return tuple(sorted(every, key=lambda q: (q.span.start, q.span.end)))


# --------------------------------------------------------------------------- 1, 2, 3


def _sentence(report: Report, tree: Tree, n: int, times: tuple[TimeExpression, ...]) -> Iterator[Found]:
    """The figures of one sentence, before what they leave out is filled in."""
    offset = tree.sentence.start
    text = report.text[offset : tree.sentence.end]
    for numeral in find_numerals(text):
        words = words_of(tree, offset + numeral.start, offset + numeral.end)
        if words is None:
            continue
        first, last = words
        if of_scale(text, numeral):
            numeral = msgspec.structs.replace(numeral, unit="magnitude", compound=None)
        elif names_something(tree, first, last, numeral) or dates_something(text, offset, numeral, times, tree, last):
            continue
        what = counted(tree, first, last, numeral)
        if what is not None and what.counts == HITS:
            numeral = msgspec.structs.replace(numeral, unit=None)
        if what is not None and what.counts and is_interval(tree, first):
            what = msgspec.structs.replace(what, counts=f"interval of {what.counts}")
        if what is None or not gives_amount(tree, first, numeral, what, text):
            continue
        moved = msgspec.structs.replace(
            numeral,
            start=offset + numeral.start,
            end=offset + numeral.end,
            outer=offset + numeral.outer,
            outer_end=offset + numeral.outer_end,
        )
        yield Found(n, first, last, moved, what)


# --------------------------------------------------------------------------- 5


def _single(trees: tuple[Tree, ...], persons: dict[int, frozenset[int]], found: list[Found]) -> Iterator[Found]:
    """The people that sentences name as killed or hurt without a number."""
    told: dict[int, list[Found]] = {}
    for one in found:
        told.setdefault(one.sentence, []).append(one)
    for n, tree in enumerate(trees):
        counts = numbers_of(tree, told.get(n, ()))
        for v in victims_of(tree, persons.get(n, frozenset()), counts):
            start, end = tree.tokens[v.first].start, tree.tokens[v.last].end
            value = float(v.count)
            numeral = Numeral(start, end, start, end, value, value, None, "victims")
            what = Counted(v.noun, f"{group(tree, v.noun)} {v.outcome}", v.outcome, v.deed)
            yield Found(n, v.first, v.last, numeral, what)


def _victims(found: list[Found], single: list[Found], scenes: _Scenes) -> Iterator[Found]:
    """The people that a sentence names as killed or hurt, as a lower bound, where no number of that sentence counts
    them and no larger number counts the victims of what may be the same deed. The sentences that name most go first."""
    for outcome in COUNTED:
        kept = [f for f in found if f.counted.outcome == outcome]
        mine = [f for f in single if f.counted.outcome == outcome]
        for one in sorted(mine, key=lambda f: -(f.numeral.value or 0.0)):
            if all(one.sentence != other.sentence and scenes.free(one, other) for other in kept):
                kept.append(one)
                yield one


def _persons(trees: tuple[Tree, ...], mentions: tuple[Mention, ...]) -> dict[int, frozenset[int]]:
    """Sentence -> its words that name one person."""
    found: dict[int, set[int]] = {}
    starts = [tree.sentence.start for tree in trees]
    taken: dict[int, set[int]] = {}
    surnames: set[str] = set()
    for mention in mentions:
        n = bisect(starts, mention.span.start) - 1
        words = trees[n].words(mention.span.start, mention.span.end)
        taken.setdefault(n, set()).update(words)
        if mention.type == "person" and mention.named and words:
            found.setdefault(n, set()).add(trees[n].head(words[0], words[-1]))
            if len(words) > 1:
                surnames.add(trees[n].tokens[words[-1]].text)
    for n, tree in enumerate(trees) if surnames else ():
        again = {
            i
            for i, token in enumerate(tree.tokens)
            if token.pos == "PROPN"
            and token.text in surnames
            and token.rel not in APART_OF
            and i not in taken.get(n, ())
        }
        if again:
            found.setdefault(n, set()).update(again)
    return {n: frozenset(words) for n, words in found.items()}


APART_OF = ("flat", "compound")
"""Relations of a word that is only a part of a longer name."""


class _Scenes:
    """Where and when the deeds were that figures tell the outcome of."""

    def __init__(
        self,
        trees: tuple[Tree, ...],
        mentions: tuple[Mention, ...],
        times: tuple[TimeExpression, ...],
        events: tuple[EventMention, ...],
    ) -> None:
        self.trees, self.mentions, self.times, self.events = trees, mentions, times, events

    def of(self, one: Found) -> tuple[frozenset[str], frozenset[TimeValue]]:
        """The places, in small letters, and the days of the deed whose word tells the outcome."""
        if one.counted.deed is None:
            return frozenset(), frozenset()
        start = self.trees[one.sentence].tokens[one.counted.deed].start
        mine = [e for e in self.events if e.trigger.start <= start < e.trigger.end]
        places = frozenset(self.mentions[p].span.text.lower() for e in mine for p in e.places)
        return places, frozenset(self.times[t].value for e in mine for t in e.times)

    def done(self, one: Found) -> bool:
        """Whether the deed that a pronoun stands with is told as done: "did not mean to hurt him" tells of no victim.
        Of victims who are named, this cost more than it mended."""
        noun = one.counted.noun
        if one.counted.deed is None or noun is None or self.trees[one.sentence].tokens[noun].pos != "PRON":
            return True
        start = self.trees[one.sentence].tokens[one.counted.deed].start
        told = [e.status for e in self.events if e.trigger.start <= start < e.trigger.end]
        return not told or any(status in ("happened", "alleged") for status in told)

    def apart(self, one: Found, other: Found) -> bool:
        """Whether a count has a place or a day that another's deed has not."""
        (where, when), (there, then) = self.of(one), self.of(other)
        return bool(where and there and where.isdisjoint(there)) or bool(when and then and when.isdisjoint(then))

    def free(self, one: Found, other: Found) -> bool:
        """Whether single victims count beside another figure: not where their deed has no day and no place of its own
        and a number counts more of them."""
        if other.numeral.form == "victims":
            return True
        where, when = self.of(one)
        return bool(where or when) or (other.numeral.value or 0) <= (one.numeral.value or 0)
