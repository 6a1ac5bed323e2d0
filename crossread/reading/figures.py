"""The numbers that one report gives, and what they count.

1. numerals     digits and words of each sentence, ranges joined, qualifiers read (`reading.numerals`)
2. sifting      dates, years, ages, numbers of names, "one of": no figures
3. counting     noun, outcome and deed, off the tree (`reading.counting`)
4. filling in   what the number leaves out ("900 in Syria", "none were intercepted", "the 2,975 number") from the number before
5. victims      one person killed or hurt without a number word ("a man was shot dead") counts as at least one
6. settings     place, time, speaker, basis and the phrase that proves it
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from crossread.reading.counting import Counted, counted, deed_of, group, is_plural, lemma, outcome_of, plural, words_of
from crossread.reading.numerals import Numeral, find_numerals, numbers
from crossread.records import EventMention, Mention, Quantity, Record, Report, Span, StatementMention, TimeExpression
from crossread.spans import must_quote
from crossread.trees import Tree


class Found(Record):
    """A number on its way to a quantity: the sentence, its words, the numeral (in characters of the report)."""

    sentence: int
    first: int
    last: int
    numeral: Numeral
    counted: Counted


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
            if (filled := _filled_in(one, trees, found)) is not None:
                found.append(filled)
    found = _named_later(found)
    setting = _Setting(report, trees, mentions, times, statements, events)
    return tuple(setting.quantity(one) for one in found)


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
        if _names_something(tree, first, last, numeral) or _dates_something(text, offset, numeral, times, tree, last):
            continue
        what = counted(tree, first, last, numeral)
        if what is not None and what.counts and _is_interval(tree, first):
            what = msgspec.structs.replace(what, counts=f"interval of {what.counts}")
        if what is None or not _counts(tree, first, last, numeral, what, text):
            continue
        moved = msgspec.structs.replace(
            numeral,
            start=offset + numeral.start,
            end=offset + numeral.end,
            outer=offset + numeral.outer,
            outer_end=offset + numeral.outer_end,
        )
        yield Found(n, first, last, moved, what)


def _names_something(tree: Tree, first: int, last: int, numeral: Numeral) -> bool:
    """Whether the number is part of a name or a label: "Flight 370", "Resolution 2118", "Group of Seven"."""
    for name in tree.sentence.names:
        if name.first <= first and last <= name.last:
            plain = name.first == first and last < name.last and tree.tokens[name.last].text.endswith("s")
            if not plain or name.last - last > 1:
                return True
    if numeral.unit == "percent" or numeral.form in ("none", "vague") or not first:
        return False
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
    return label and lemma(tree, head) not in {*numbers().number_nouns["plain"], "toll"}


def _is_interval(tree: Tree, first: int) -> bool:
    """Whether the number is the edge of an uncertainty ("a confidence interval of 2,658-3,290")."""
    return any(t.text.lower() in numbers().intervals for t in tree.tokens[max(0, first - 3) : first])


_AGO = re.compile(
    r"\W{0,2}[\w-]+\s+(?:ago|earlier|later|old|from now|of age|hence|prior)\b|\W{0,2}(?:ago|earlier|later)\b",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\b(?:last|past|next|coming|previous|recent|every|age|aged|ages|year|in|since|by|of|until|before|after|from|during|the|late|early|mid|spring|summer|autumn|fall|winter|class)\W{1,2}$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:last|past|next|coming|previous|recent|every|age|aged|ages)\s$", re.IGNORECASE)
_AGE = re.compile(r"^\s?(?:,|\)|and\b(?=\s+[A-Z]))")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def _dates_something(
    text: str, offset: int, numeral: Numeral, times: tuple[TimeExpression, ...], tree: Tree, last: int
) -> bool:
    """Whether the number is a date, a year, a clock time or an age."""
    before, behind = text[: numeral.outer], text[numeral.end :]
    if (
        _AGO.match(behind)
        and numeral.compound is None
        or (_RELATIVE.search(before) and numeral.unit in (None, *numbers().time_units))
    ):
        return True
    if re.search(r"\bper\s$", before, re.IGNORECASE):
        return True
    token = tree.tokens[last]
    if _YEAR.fullmatch(text[numeral.start : numeral.end]) and numeral.qualifier is None and numeral.unit is None:
        plural_noun = last + 1 < len(tree.tokens) and tree.tokens[last + 1].pos == "NOUN" and is_plural(tree, last + 1)
        if not plural_noun or _LAST.search(before) or re.search(r"'s\s$", before):
            return True
    if numeral.form in ("digits", "words") and numeral.unit is None and (numeral.value or 0) < 120:
        if re.search(r"(?:\w,\s|\()$", before) and _AGE.match(behind) and tree.tokens[max(0, last - 2)].pos == "PROPN":
            return True
    start, end = offset + numeral.start, offset + numeral.end
    inside = any(t.span.start < end and start < t.span.end for t in times)
    return (
        inside or token.text.isdigit() and any(d.first <= last <= d.last for d in tree.sentence.times)
    ) and numeral.unit not in numbers().time_units


_UNIT_NOUNS = (
    "one",
    "same",
    "way",
    "thing",
    "point",
    "side",
    "hand",
    "reason",
    "example",
    "kind",
    "part",
    "step",
    "case",
    "issue",
    "question",
)


def _counts(tree: Tree, first: int, last: int, numeral: Numeral, what: Counted, text: str) -> bool:
    """Whether the number gives an amount of something, rather than being a pronoun, a score, a fixed phrase."""
    behind = text[numeral.end :].lstrip().lower()
    if numeral.form == "none":
        return what.outcome is not None or (
            what.deed is not None
            and what.counts != ""
            and text[numeral.start : numeral.end].lower() in ("none", "zero", "neither")
        )
    if numeral.unit is not None:
        return not (numeral.value == 1 and numeral.form == "words" and numeral.unit in numbers().time_units) and not (
            numeral.unit == "times" and numeral.form == "words" and numeral.value == 1
        )
    if numeral.form == "fraction":
        return behind.startswith("of ") and what.noun is not None
    if numeral.value == 1 and numeral.form == "words":
        return what.outcome is not None and not behind.startswith("of ")
    if numeral.compound is not None:
        return False
    if what.noun is None:
        return True  # filled in or dropped later
    if (
        numeral.value is not None
        and numeral.value != 1
        and numeral.form in ("digits", "words")
        and what.outcome is None
        and not what.loose
    ):
        return is_plural(tree, what.noun) or what.noun < first
    return True


# --------------------------------------------------------------------------- 4


def _filled_in(one: Found, trees: tuple[Tree, ...], before: list[Found]) -> Found | None:
    """The figure with what it leaves out taken from the figure before it in the sentence; None if nothing can be taken."""
    what, tree = one.counted, trees[one.sentence]
    if (
        what.part
        and what.outcome is None
        and before
        and before[-1].sentence == one.sentence
        and before[-1].counted.outcome
    ):
        outcome = before[-1].counted.outcome
        what = msgspec.structs.replace(what, outcome=outcome, counts=f"{group(tree, what.noun)} {outcome}", loose=False)
        return msgspec.structs.replace(one, counted=what)
    if what.noun is not None or what.outcome is not None:
        return one
    if one.last + 1 < len(tree.tokens) and tree.tokens[one.last + 1].pos == "AUX" and what.deed is None:
        return None  # a clause of its own whose predicate is not known
    if one.numeral.unit is not None:
        return one
    last = before[-1] if before and before[-1].sentence == one.sentence else None
    if last is None or last.numeral.unit is not None or not last.counted.counts:
        return None
    old = last.counted
    deed = deed_of(tree, tree.head(one.first, one.last))
    noun = plural(trees[last.sentence], old.noun) if old.noun is not None else "people"
    if deed is not None:
        counts = f"{noun} {deed[1]}"
    elif _joined(tree, last, one):
        counts = old.counts
    else:
        return None
    what = msgspec.structs.replace(what, counts=counts, outcome=None if deed else old.outcome, deed=deed[0] if deed else old.deed,
                                   modifiers=old.modifiers, loose=False)  # fmt: skip
    return msgspec.structs.replace(one, counted=what)


def _joined(tree: Tree, last: Found, one: Found) -> bool:
    """Whether two numbers are coordinated: "2,500 troops in Iraq and 900 in Syria", "from 64 to 2,975", "some 20, including 12"."""
    between = [t.text.lower() for t in tree.tokens[last.last + 1 : one.first]]
    if any(w in (";", ":") for w in between):
        return False
    return (
        one.counted.part or "and" in between[-4:] or "to" in between[-4:] or "," in between[-2:] or "or" in between[-3:]
    )


def _named_later(found: list[Found]) -> list[Found]:
    """Number nouns that do not say what they count take it from the same value elsewhere in the report, else from the
    figure of people before them within two sentences; what stays unnamed is left out."""
    by_value = {
        f.numeral.value: f.counted
        for f in found
        if f.counted.counts and f.numeral.value is not None and f.numeral.unit is None
    }
    named: list[Found] = []
    last: Found | None = None
    for one in found:
        what = one.counted
        if not what.counts and one.numeral.unit is None:
            near = last.counted if last is not None and one.sentence - last.sentence <= NEAR else None
            source = by_value.get(one.numeral.value) or near
            if source is None:
                continue
            what = msgspec.structs.replace(what, counts=source.counts, outcome=source.outcome, deed=None)
            one = msgspec.structs.replace(one, counted=what)
        if what.outcome is not None:
            last = one
        named.append(one)
    return named


NEAR = 3
"""Sentences back to which "the number" may point; farther back it is rarely the same count."""


# --------------------------------------------------------------------------- 6


class _Setting:
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

    def quantity(self, one: Found) -> Quantity:
        tree, numeral, what = self.trees[one.sentence], one.numeral, one.counted
        place, source = self._place(tree, one), self._source(numeral)
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
        """Where: the first place behind the number with a preposition, before the next comma or number; else inside the noun's phrase."""
        here = [p for p in self.places if tree.sentence.start <= p.start < tree.sentence.end]
        if not here:
            return None
        stop = one.last if one.counted.noun is None else max(one.last, one.counted.noun)
        for i in range(stop + 1, min(len(tree.tokens), stop + WINDOW)):
            token = tree.tokens[i]
            if token.pos == "NUM" or token.text in (";", "."):
                break
            if token.pos == "ADP" and token.text.lower() not in ("of", "from", "to", "toward", "towards", "by"):
                for p in here:
                    if 0 <= p.start - token.end <= 40 and not re.search(r"[,;]", self.report.text[token.end : p.start]):
                        return p
        return self._place_before(tree, one, here)

    def _place_before(self, tree: Tree, one: Found, here: list[Span]) -> Span | None:
        """The last place before a number of people harmed that stands behind "in", "at" or "on"."""
        if one.counted.outcome is None:
            return None
        for p in reversed([p for p in here if p.end <= one.numeral.outer]):
            words = tree.words(p.start, p.end)
            before = tree.tokens[words[0] - 1].text.lower() if words and words[0] else ""
            before = (
                tree.tokens[words[0] - 2].text.lower()
                if before in ("the", "northern", "southern", "eastern", "western")
                else before
            )
            if before in ("in", "at", "on", "near", "on"):
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
