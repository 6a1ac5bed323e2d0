"""The report around a figure: who gives it, where, when, of which deed, on what basis, and the phrase that proves
it."""

from __future__ import annotations

import re

from crossread.function_words import function_words
from crossread.reading.figures.blows import HARMED, blow_of
from crossread.reading.figures.counting import Counted, giver_of
from crossread.reading.figures.nouns import lemma
from crossread.reading.figures.number_words import numbers, small
from crossread.reading.figures.numerals import Numeral
from crossread.records import EventMention, Mention, Quantity, Record, Report, Span, StatementMention, TimeExpression
from crossread.spans import must_quote
from crossread.trees import Tree


class Found(Record, frozen=True):
    """A number on its way to a quantity: the sentence, its words, the numeral (in characters of the report)."""

    sentence: int
    first: int
    last: int
    numeral: Numeral
    counted: Counted


class Setting:
    """The report around a figure: who says it, where, when, of which deed."""

    def __init__(
        self,
        report: Report,
        trees: tuple[Tree, ...],
        mentions: tuple[Mention, ...],
        times: tuple[TimeExpression, ...],
        statements: tuple[StatementMention, ...],
        events: tuple[EventMention, ...],
    ) -> None:
        self.report, self.trees, self.statements = report, trees, statements
        self.places = [m.span for m in mentions if m.type == "place"]
        self.times, self.events = times, events

    def age(self, one: Found, bearer: int | None) -> Quantity:
        """The record of an age, and of whom it is told: an index in the mentions."""
        tree, numeral, noun = self.trees[one.sentence], one.numeral, one.counted.noun
        return Quantity(
            span=must_quote(self.report, numeral.start, numeral.end),
            value=numeral.value,
            low=numeral.low,
            high=numeral.high,
            qualifier=None,
            unit=numeral.unit,
            counts=one.counted.counts,
            noun=tree.tokens[noun].text if noun is not None else "",
            context=self._context(tree, one, None),
            according_to=self._source(numeral),
            bearer=bearer,
        )

    def quantity(self, one: Found) -> Quantity:
        """The record of a figure, with everything that the report tells about it."""
        tree, numeral, what = self.trees[one.sentence], one.numeral, one.counted
        place, source = self._place(tree, one), self._giver(tree, one) or self._source(numeral)
        noun = tree.tokens[what.noun].text if what.noun is not None else ""
        return Quantity(
            span=must_quote(self.report, numeral.start, numeral.end),
            value=numeral.value,
            low=numeral.low,
            high=numeral.high,
            qualifier=numeral.qualifier,
            unit=numeral.unit or ("people" if what.outcome or what.counts.split(" ")[0] == "people" else None),
            counts=what.counts,
            noun=noun,
            context=self._context(tree, one, place),
            deed=self._deed(tree, one),
            outcome=what.outcome,
            place=place,
            time=self._time(tree, one),
            according_to=source,
            modifiers=what.modifiers,
            basis=self._basis(tree, one, source),
            part=what.part or numeral.additional,
            about=what.about,
        )

    def _context(self, tree: Tree, one: Found, place: Span | None) -> Span:
        """The phrase with number, noun and deed, as short as it can be."""
        tokens = tree.tokens
        start, end = one.numeral.outer, one.numeral.outer_end
        for i in (one.counted.noun, one.counted.deed):
            if i is None or min(abs(i - one.first), abs(i - one.last)) > REACH:
                continue
            start, end = min(start, tokens[i].start), max(end, tokens[i].end)
        if place is not None and end <= place.start <= end + 24 and place.end <= tree.sentence.end:
            end = place.end
        return must_quote(self.report, start, end)

    def _deed(self, tree: Tree, one: Found) -> int | None:
        """The event that the number measures: the governing word is its trigger, else the nearest trigger above it."""
        word = one.counted.deed
        triggers = self._triggers(tree)
        if one.counted.outcome in HARMED and word is not None:
            blow = blow_of(self.trees, self.events, one.sentence, word, triggers)
            if blow is not None:
                return blow
        dying = one.counted.outcome is not None and (word is None or tree.tokens[word].text.lower() in numbers().dying)
        chain = [] if word is None or dying else [word, *tree.ancestors(word)]
        if one.counted.noun is not None and not dying:
            chain += [one.counted.noun, *tree.ancestors(one.counted.noun)]
        for i in chain:
            if i in triggers:
                return triggers[i]
        if dying:
            violence = self._violence(one, triggers)
            return violence if violence is not None else (triggers.get(word) if word is not None else None)
        if word is None and one.counted.outcome is None:
            return None
        near = sorted(triggers, key=lambda i: (abs(i - one.first), i))
        return triggers[near[0]] if near and abs(near[0] - one.first) <= REACH else None

    def _triggers(self, tree: Tree) -> dict[int, int]:
        """The words of a sentence that name deeds -> their index in the report's events."""
        found: dict[int, int] = {}
        for n, event in enumerate(self.events):
            if tree.sentence.start <= event.trigger.start < tree.sentence.end:
                for i in tree.words(event.trigger.start, event.trigger.end):
                    found.setdefault(i, n)
        return found

    def _violence(self, one: Found, here: dict[int, int]) -> int | None:
        """What killed: dying names no deed, so the nearest violence of the sentence does, else the last one of the
        sentences before."""
        mine = [(abs(i - one.first), n) for i, n in here.items() if self.events[n].type in VIOLENT]
        if mine:
            return min(mine)[1]
        start = self.trees[max(0, one.sentence - BACK)].sentence.start
        before = [
            n
            for n, e in enumerate(self.events)
            if e.type in VIOLENT and start <= e.trigger.start < one.numeral.start and not e.background
        ]
        return max(before, key=lambda n: self.events[n].trigger.start, default=None)

    def _place(self, tree: Tree, one: Found) -> Span | None:
        """Where: the first place behind the number with a preposition, before the next comma or number; else inside
        the noun's phrase."""
        here = [p for p in self.places if tree.sentence.start <= p.start < tree.sentence.end]
        if not here:
            return None
        stop = one.last if one.counted.noun is None else max(one.last, one.counted.noun)
        for i in range(stop + 1, min(len(tree.tokens), stop + WINDOW)):
            token = tree.tokens[i]
            if token.pos == "NUM" or token.text in (";", "."):
                break
            if token.pos == "ADP" and token.text.lower() not in small("no_places"):
                for p in here:
                    if 0 <= p.start - token.end <= 40 and not re.search(r"[,;]", self.report.text[token.end : p.start]):
                        return p
        return self._place_before(tree, one, here)

    def _place_before(self, tree: Tree, one: Found, here: list[Span]) -> Span | None:
        """The last place before a number of people harmed that stands behind "in", "at", "on" or "near"."""
        if one.counted.outcome is None:
            return None
        for p in reversed([p for p in here if p.end <= one.numeral.outer]):
            words = tree.words(p.start, p.end)
            before = tree.tokens[words[0] - 1].text.lower() if words and words[0] else ""
            before = (
                tree.tokens[words[0] - 2].text.lower()
                if before in function_words().definite | small("directions")
                else before
            )
            if before in small("places"):
                return p
        return None

    def _time(self, tree: Tree, one: Found) -> int | None:
        """The date expression of the figure's clause: the nearest one in the sentence."""
        here = [
            (abs(t.span.start - one.numeral.start), n)
            for n, t in enumerate(self.times)
            if tree.sentence.start <= t.span.start < tree.sentence.end
        ]
        return min(here)[1] if here else None

    def _giver(self, tree: Tree, one: Found) -> Span | None:
        """Who gives a bare number in answer to another's: the subject of the verb right above it."""
        if one.counted.noun is not None:
            return None
        giver = giver_of(tree, tree.head(one.first, one.last))
        if giver is None:
            return None
        first, last = tree.phrase(giver, without=("acl", "appos", "parataxis", "conj", "cc", "punct"))
        return tree.span(self.report, first, min(last, one.first - 1))

    def _source(self, numeral: Numeral) -> Span | None:
        """Who gives the number: the speaker of the smallest statement around it."""
        around = [s for s in self.statements if s.content.start <= numeral.start and numeral.end <= s.content.end]
        if not around:
            return None
        return min(around, key=lambda s: (s.content.end - s.content.start, s.content.start)).speaker_span

    def _basis(self, tree: Tree, one: Found, source: Span | None) -> str | None:
        """Whether the number is official or an estimate: by what narrows its noun, the verb above it, who gives it, and
        last the words around it."""
        if one.counted.outcome is None:
            return None
        known = numbers().basis
        official = {*known["official"], *known["provisional"]}
        if official & set(one.counted.modifiers):
            return "official"
        above = [lemma(tree, i) for i in list(tree.ancestors(one.first))[:ABOVE]]
        if set(known["estimate"]) & {*one.counted.modifiers, *above}:
            return "estimate"
        around = range(max(0, one.first - 5), min(len(tree.tokens), one.last + 4))
        near = {w for i in around for w in (lemma(tree, i), tree.tokens[i].text.lower())}
        if near & set(known["official"]):
            return "official"
        said = set(re.findall(r"[a-z]+", source.text.lower())) if source is not None else set()
        subjects = {lemma(tree, c) for i in tree.ancestors(one.first) for c in tree.of(i, "nsubj")}
        estimators = set(numbers().estimators)
        return "estimate" if near & set(known["estimate"]) or (said | subjects) & estimators else None


ABOVE = 3
"""Words above the number in the tree, among which the verb that gives it is looked for."""
VIOLENT = ("ASSAULT", "FIGHT", "DISASTER", "ACCIDENT", "CRIME")
"""Types of deeds that kill."""
BACK = 4
"""Sentences back to which "70 people had died" may point for what killed them."""
REACH = 5
"""Words between the number and its noun or deed, up to which the phrase that proves it takes them in."""
WINDOW = 12
"""Words behind the counted noun in which its place is looked for."""
