"""Under which conditions a verb names a deed: who does it, to what, which way, for how long, as deeds.yml asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from crossread import atlas
from crossread.function_words import function_words
from crossread.reading.events.grammar import forms, lemma, objects, passive, subjects
from crossread.reading.events.words import Rule, lexicon
from crossread.trees import Tree


class Elsewhere(NamedTuple):
    """What the whole report says of its deeds: storms' names that stand alone, in small letters, and the kinds of deeds
    that it names by words that leave no doubt."""

    storms: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


def echoes(rule: Rule, elsewhere: Elsewhere) -> bool:
    """Whether a word that means a kind of deed only in a report of it stands in one: "the strike" of the nurses."""
    entry = rule.entry
    return not entry.echo or (not elsewhere.kinds.isdisjoint(entry.echo) and elsewhere.kinds.isdisjoint(entry.unless))


def fits(tree: Tree, i: int, rule: Rule, elsewhere: Elsewhere) -> bool:
    """Whether the words around a verb are those that its rule asks for."""
    beside = tree.of(i, "advmod", "compound:prt")
    if rule.adverbs and not any(form in rule.adverbs for k in beside for form in forms(tree, k)):
        return False
    if not echoes(rule, elsewhere) or not _shaped(tree, i, rule):
        return False
    return _acts_on(tree, i, rule) and _is_done_by(tree, i, rule, elsewhere.storms)


def forbidden(tree: Tree, i: int, rule: Rule) -> bool:
    """Whether words stand around a verb with which, as its rule says, it is no such deed: "candles burned"."""
    if rule.entry.transitive and not objects(tree, i) and not tree.of(i, "iobj"):
        return True
    acted_on = {form for k in objects(tree, i) for form in (*forms(tree, k), *_also(tree, k))}
    doers = {form for k in subjects(tree, i) for form in (*forms(tree, k), *_named_after(tree, k))}
    return not rule.but_objects.isdisjoint(acted_on) or not rule.but_subjects.isdisjoint(doers)


def _shaped(tree: Tree, i: int, rule: Rule) -> bool:
    """Whether the clause has what the entry asks for besides parties: an object, an infinitive, a length of time."""
    entry, to = rule.entry, function_words().infinitive
    if entry.transitive and not objects(tree, i) and not tree.of(i, "iobj"):
        return False
    if (entry.suffered and not passive(tree, i)) or (entry.alone and tree.of(i, "xcomp")):
        return False
    if entry.infinitive and not any(
        tree.tokens[m].text.lower() in to for k in tree.of(i, "xcomp", "ccomp", "advcl") for m in tree.of(k, "mark")
    ):
        return False
    if entry.over:
        near = tree.of(i, "obl", "obl:tmod", "nmod", "advmod", "obj")
        return any(form in entry.over for k in near for form in forms(tree, k))
    return True


def _acts_on(tree: Tree, i: int, rule: Rule) -> bool:
    if rule.objects or rule.but_objects:
        told = objects(tree, i) or tree.of(i, "iobj")  # "told a rally that"
        named = {form for k in told for form in forms(tree, k)}
        also = {form for k in told for form in _also(tree, k)}
        named |= also if rule.objects else also & _SORTS
        if not rule.objects and any(_real_thing(tree, k) for k in told):
            named -= lexicon().small["things_too"]
        if (rule.objects and rule.objects.isdisjoint(named)) or not rule.but_objects.isdisjoint(named):
            return False
    return True


def _real_thing(tree: Tree, k: int) -> bool:
    """Whether a word that stands in sayings ("hit the road") is told of as a thing: "shelled a market in Dorva"."""
    the = function_words().the_or_this
    return bool(tree.of(k, "nmod", "amod", "compound", "nummod", "appos")) or any(
        lemma(tree, c) not in the for c in tree.of(k, "det")
    )


def _is_done_by(tree: Tree, i: int, rule: Rule, storms: frozenset[str]) -> bool:
    if rule.subjects or rule.but_subjects:
        named = {form for k in subjects(tree, i) for form in (*forms(tree, k), *_named_after(tree, k))}
        if rule.subjects:
            named |= {form for k in subjects(tree, i) for form in _of_which(tree, k)}
        if _is_storm(tree, i, named, storms):
            named.add("storm")
        if (rule.subjects and rule.subjects.isdisjoint(named)) or not rule.but_subjects.isdisjoint(named):
            return False
    return True


def _is_storm(tree: Tree, i: int, named: set[str], names: frozenset[str]) -> bool:
    """Whether the subject is a storm by its name, or a pronoun where the sentence speaks of one."""
    if named & names:
        return True
    if tree.tokens[i].rel == "acl:relcl":
        before = [t.text.lower() for t in tree.tokens[max(0, i - 4) : i] if t.pos in ("PROPN", "NOUN")]
        return bool(before and before[-1] in names)
    if named and named <= lexicon().small["pointing"]:
        return any(t.text.lower() in names or t.lemma.lower() in lexicon().striking for t in tree.tokens)
    return False


LABELLED = {"PER": "*person*", "ORG": "*body*"}
_SORTS = frozenset((*LABELLED.values(), "*land*"))


def _also(tree: Tree, k: int) -> Iterator[str]:
    """What else an object counts as: what a hollow noun is of ("part of a programme"), what kind of name it is."""
    if tree.tokens[k].lemma.lower() in lexicon().hollow:
        for c in tree.of(k, "nmod", "compound"):
            yield from forms(tree, c)
    if tree.tokens[k].pos == "PROPN":
        for c in tree.of(k, "nmod", "appos", "compound"):
            yield from forms(tree, c) if tree.tokens[c].pos == "NOUN" else ()  # "police chief Omar Baro" is a chief
    for name in tree.sentence.names:
        if name.first <= k <= name.last and name.label in LABELLED:
            yield LABELLED[name.label]
    if tree.tokens[k].pos == "PROPN" and atlas.country_names().get(tree.tokens[k].text) is not None:
        yield "*land*"


def _of_which(tree: Tree, k: int) -> Iterator[str]:
    """What a hollow noun is of: "part of a hospital", "hundreds of workers"."""
    if tree.tokens[k].lemma.lower() in lexicon().hollow:
        for c in tree.of(k, "nmod"):
            yield from forms(tree, c)


def _named_after(tree: Tree, k: int) -> list[str]:
    """The words of a name with its kind: "Hurricane Maria" is a hurricane; a truck bomb is no truck."""
    if tree.tokens[k].pos == "NOUN":
        return [lemma(tree, c) for c in tree.of(k, "flat", "appos")]
    return [lemma(tree, c) for c in tree.of(k, "compound", "flat", "appos")]
