"""What a number leaves out, taken from the numbers before it: "2,500 troops in Iraq and 900 in Syria", "none were
intercepted", "the 2,975 number"."""

from __future__ import annotations

from msgspec.structs import replace

from crossread.function_words import function_words
from crossread.reading.figures.counting import Counted, answers, deed_of
from crossread.reading.figures.measures import STRONGEST
from crossread.reading.figures.nouns import group, lemma, members, plural
from crossread.reading.figures.number_words import small
from crossread.reading.figures.surroundings import Found
from crossread.trees import Tree


def filled_in(one: Found, trees: tuple[Tree, ...], before: list[Found]) -> Found | None:
    """The figure with what it leaves out taken from the figure before it in the sentence; None if nothing can be
    taken."""
    what, tree = one.counted, trees[one.sentence]
    last = before[-1] if before and before[-1].sentence == one.sentence else None
    if what.part and what.outcome is None and last is not None and (outcome := last.counted.outcome):
        counts = f"{group(tree, what.noun)} {outcome}"
        return replace(one, counted=replace(what, outcome=outcome, counts=counts, loose=False))
    if what.noun is not None or what.outcome is not None:
        return one
    if one.last + 1 < len(tree.tokens) and tree.tokens[one.last + 1].pos == "AUX" and what.deed is None:
        return None  # a clause of its own whose predicate is not known
    if one.numeral.unit is not None:
        return one
    if last is not None and last.numeral.unit == "magnitude" and _of_scale_again(tree, one):
        numeral = replace(one.numeral, unit="magnitude")
        return replace(one, numeral=numeral, counted=replace(last.counted, noun=None))
    if last is None or last.numeral.unit is not None or not last.counted.counts:
        return None
    again = _counted_again(one, last, trees)
    return replace(one, counted=again) if again is not None else None


def _counted_again(one: Found, last: Found, trees: tuple[Tree, ...]) -> Counted | None:
    """What a bare number counts behind another of its sentence; None where the two have nothing in common."""
    old, tree = last.counted, trees[one.sentence]
    deed = deed_of(tree, tree.head(one.first, one.last))
    if deed is None and tree.tokens[one.first - 1].text in ("(", "—", "–", "-") and one.first - last.last <= APART:
        return replace(old, noun=None, part=True)  # "seven bullets - three to the back"
    if deed is None and answers(tree, last.last, one.first):
        return replace(old, noun=None, part=False)
    if deed is not None:
        noun = plural(trees[last.sentence], old.noun) if old.noun is not None else "people"
        return Counted(None, f"{noun} {deed[1]}", None, deed[0], old.modifiers, one.counted.part)
    if _joined(tree, last, one) and not _done_otherwise(tree, last, one):
        return Counted(None, old.counts, old.outcome, old.deed, old.modifiers, one.counted.part)
    return None


def _of_scale_again(tree: Tree, one: Found) -> bool:
    """Whether a bare number is another value on the scale told before: "put it at 5.9; others said it was 6.1"."""
    size, before = one.numeral.value, tree.tokens[one.first - 1].text.lower()
    return size is not None and size <= STRONGEST and size != int(size) and before in small("on_scale")


APART = 4
"""Words between a number and another behind a dash or in brackets that is a share of it."""


def _joined(tree: Tree, last: Found, one: Found) -> bool:
    """Whether two numbers are coordinated: "2,500 troops in Iraq and 900 in Syria", "from 64 to 2,975", "some 20,
    including 12"."""
    between = [t.text.lower() for t in tree.tokens[last.last + 1 : one.first]]
    if any(w in (";", ":") for w in between):
        return False
    near = function_words().joining | small("to")
    return (
        one.counted.part
        or not near.isdisjoint(between[-4:])
        or "," in between[-2:]
        or not small("or").isdisjoint(between[-3:])
    )


def _done_otherwise(tree: Tree, last: Found, one: Found) -> bool:
    """Whether a verb of its own, which gives no number, stands above the second of two numbers: "killed nine people
    and forced 12,000 from home"."""
    i = tree.head(one.first, one.last)
    above = tree.tokens[i].head
    plain = members("giving_verbs") | members("saying_numbers") | members("subject_verbs") | members("changes")
    return last.last < above < one.first and tree.tokens[above].pos == "VERB" and lemma(tree, above) not in plain


def _crowd_before(one: Found, trees: tuple[Tree, ...]) -> str | None:
    """What the people did whom a bare "number" counts: those that the sentence or the one before it tells of as a
    crowd ("opponents gathered in Orsk. Police put the number at 3,000"; not "gathered data")."""
    if (one.numeral.value or 0.0) < CROWD:
        return None
    for n in (one.sentence, one.sentence - 1):
        for i, token in enumerate(trees[n].tokens) if n >= 0 else ():
            done, met = lemma(trees[n], i), {lemma(trees[n], c) for c in trees[n].of(i, "obj")}
            if token.pos == "VERB" and done in members("people_verbs") and met <= members("people_verbs"):
                return done
    return None


CROWD = 30
"""Numbers from which on "the number" may be that of a crowd."""


def named_later(found: list[Found], trees: tuple[Tree, ...]) -> list[Found]:
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
            value = one.numeral.value
            source = (by_value.get(value) if value is not None else None) or near
            if source is None and (did := _crowd_before(one, trees)) is not None:
                about = tuple(dict.fromkeys((did, *what.about)))
                source = replace(what, counts="people", about=about)
                what = source
            if source is None:
                continue
            what = replace(what, counts=source.counts, outcome=source.outcome, deed=None)
            one = replace(one, counted=what)
        if what.outcome is not None:
            last = one
        named.append(one)
    return named


NEAR = 3
"""Sentences back to which "the number" may point; farther back it is rarely the same count."""
