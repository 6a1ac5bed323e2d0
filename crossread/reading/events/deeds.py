"""Which words of a sentence name a deed: verbs, nouns and set phrases, as `knowledge/en/deeds.yml` lists them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from crossread.function_words import function_words
from crossread.reading.events.conditions import Elsewhere, echoes, fits
from crossread.reading.events.grammar import cases_of, forms, lemma, passive, subjects
from crossread.reading.events.instruments import armed, instrument_of
from crossread.reading.events.words import Entry, Lexicon, Rule, lexicon
from crossread.trees import Tree

NAMING = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))
DOUBLED = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""Verbs of one syllable that double their last letter: "scraped" is none of "scrap"."""
REACH = 3
"""Words that may stand between two words of a set phrase ("shoot the plane down"); more joins other clauses' words."""


class Deed(NamedTuple):
    """A deed that a sentence names: its word, the stretch that names it, and the light verb that carries it, if any."""

    word: int
    first: int
    last: int
    entry: Entry
    noun: bool
    carrier: int | None = None
    suffers: bool = False  # the carrier's subject is the one to whom it was done ("came under attack")
    instrument: str | None = None
    name: bool = False  # a storm's name alone


def report_deeds(trees: Sequence[Tree]) -> list[list[Deed]]:
    """The deeds that each sentence of a report names, in text order.

    Words that mean a deed only in a report of such deeds ("the strike", in one of a walkout) are read in a second pass.
    """
    words, storms = lexicon(), storm_names(trees)
    found = [find_deeds(tree, Elsewhere(storms)) for tree in trees]
    kinds = frozenset(deed.entry.kind for deeds in found for deed in deeds)
    elsewhere = Elsewhere(storms, kinds)
    for number, tree in enumerate(trees):
        if kinds and any(form in words.echoes for i in range(len(tree.tokens)) for form in forms(tree, i)):
            found[number] = find_deeds(tree, elsewhere)
    return found


def find_deeds(tree: Tree, elsewhere: Elsewhere = Elsewhere()) -> list[Deed]:
    """The deeds that a sentence names, in text order. `elsewhere`: what the rest of its report tells."""
    words = lexicon()
    found: list[Deed] = []
    taken: set[int] = set()
    phrased = _phrased(tree, words)
    for i, token in enumerate(tree.tokens):
        if (token.pos in NAMING or _hyphened(tree, i)) and (deed := _noun(tree, i, words, elsewhere)):
            if deed.word not in taken and phrased.get(i, deed.entry.type) == deed.entry.type:
                found.append(_carried(tree, deed, words))
                taken.update(range(deed.first, deed.last + 1))
        elif i not in taken and (entry := words.states.get(token.text.lower())) and _is_state(tree, i):
            found.append(Deed(i, i, i, entry, False))
            taken.add(i)
        elif token.pos == "PROPN" and token.text.lower() in elsewhere.storms and i not in taken:
            found.append(_carried(tree, Deed(i, i, i, _storm(), True, name=True), words))
    carriers = {deed.carrier for deed in found}
    for i, token in enumerate(tree.tokens):
        if token.pos != "VERB" or i in taken or token.rel in ("amod", "compound", "case", "fixed"):
            continue
        verb = None if named_so(tree, i, words) else _verb(tree, i, words, elsewhere)
        if verb and verb.entry.type == "MOVE" and told_on(tree, i, found):
            continue  # "the strike entered its third week"
        if verb and (i not in carriers or verb.entry.speech or lemma(tree, i) in words.light_subject):
            found.append(verb)
    whole = [deed for deed in found if not any(_within(deed, other) or _aim(tree, deed, other) for other in found)]
    return sorted(whole, key=lambda deed: deed.word)


def _aim(tree: Tree, deed: Deed, other: Deed) -> bool:
    """Whether a deed is what another of its kind was done for: "marched through the town to protest" is one."""
    token = tree.tokens[deed.word]
    if token.head != other.word or token.pos != "VERB" or tree.tokens[other.word].pos != "VERB":
        return False
    marks = {tree.tokens[c].text.lower() for c in tree.of(deed.word, "mark")}
    same = (deed.entry.type, deed.entry.kind) == (other.entry.type, other.entry.kind)
    return same and not marks.isdisjoint(function_words().infinitive)


def told_on(tree: Tree, verb: int, deeds: Sequence[Deed]) -> list[Deed]:
    """The deeds whose noun is the subject of a verb, which only goes on with them: "the strike entered its week"."""
    doers = subjects(tree, verb)
    return [deed for deed in deeds if deed.noun and deed.word in doers]


def _hyphened(tree: Tree, i: int) -> bool:
    """Whether a word is the particle of a noun written with a hyphen, whatever the tagger calls it: "cave-in"."""
    return i > 1 and tree.tokens[i - 1].text in ("-", "‑")


def _is_state(tree: Tree, i: int) -> bool:
    """Whether a word says how somebody is: "eleven are missing", "Bus overturns, four dead", "among the dead"."""
    token = tree.tokens[i]
    if token.pos == "VERB":
        known = any(not rule.entry.weak for rule in _rules(lexicon().verbs, tree, i))
        missing = token.text.lower() in lexicon().small["missing"] and bool(tree.of(i, "nsubj"))
        return not known and (passive(tree, i) or missing)
    if token.pos == "ADJ" and token.rel not in ("amod", "compound", "advmod") and tree.of(i, "nsubj", "nummod"):
        return True
    dead = token.text.lower() in lexicon().small["dead"]
    return dead and token.pos in ("ADJ", "NOUN") and bool(tree.of(i, "det", "nummod"))


def _phrased(tree: Tree, words: Lexicon) -> dict[int, str]:
    """The words of set phrases, and the type of deed that these name: the "fire" of "opened fire" is no blaze."""
    found: dict[int, str] = {}
    for i, token in enumerate(tree.tokens):
        for rule in _rules(words.verbs, tree, i) if token.pos == "VERB" else ():
            if len(rule.words) > 1 and (last := _follows(tree, i, rule.words)) is not None:
                found.update((k, rule.entry.type) for k in range(i, last + 1))
                break
    return found


def _within(deed: Deed, other: Deed) -> bool:
    """Whether a deed's words are part of a longer name of a deed ("death" in "death toll")."""
    return other.first <= deed.first and deed.last <= other.last and deed.last - deed.first < other.last - other.first


@lru_cache(maxsize=1)
def _storm() -> Entry:
    return next(rule.entry for rule in lexicon().nouns["storm"] if rule.entry.type == "DISASTER")


def storm_names(trees: Sequence[Tree]) -> frozenset[str]:
    """What a report's storms are called: the name after "Hurricane", so that it is known where it stands alone."""
    found = set()
    for tree in trees:
        for before, token in zip(tree.tokens, tree.tokens[1:], strict=False):
            kinds = lexicon().nouns.get(before.text.lower(), ())
            if (
                before.text[:1].isupper()
                and token.text.istitle()
                and token.pos == "PROPN"
                and any(r.entry.kind == "storm" for r in kinds)
            ):
                found.add(token.text.lower())
    return frozenset(found)


def _rules(table: dict[str, tuple[Rule, ...]], tree: Tree, i: int) -> tuple[Rule, ...]:
    """The rules for a word; a lemma that lost a letter ("shel" of "shelled") or kept one is mended."""
    name = lemma(tree, i)
    found = table.get(name) or table.get(tree.tokens[i].text.lower()) or table.get(name + name[-1:])
    if found or not name.endswith("e"):
        return found or table.get(name + "e") or ()
    return () if DOUBLED.fullmatch(name[:-1]) else table.get(name[:-1]) or ()


def _verb(tree: Tree, i: int, words: Lexicon, elsewhere: Elsewhere) -> Deed | None:
    for rule in _rules(words.verbs, tree, i):
        if len(rule.words) > 1:
            last = _follows(tree, i, rule.words)
            if last is not None and (not rule.entry.whole or fits(tree, i, rule, elsewhere)):
                return Deed(
                    i,
                    i,
                    i if last - i > REACH else last,
                    rule.entry,
                    False,
                    instrument=instrument_of(tree, i, rule.entry, words),
                )
        elif fits(tree, i, rule, elsewhere):
            return Deed(i, i, i, rule.entry, False, instrument=instrument_of(tree, i, rule.entry, words))
    return None


def _follows(tree: Tree, i: int, phrase: Sequence[str]) -> int | None:
    """The last word of a set phrase that begins with word `i`; None if its words do not follow."""
    at = i
    for word in phrase[1:]:
        for k in range(at + 1, min(at + 2 + REACH, len(tree.tokens))):
            if word in forms(tree, k):
                at = k
                break
        else:
            far = [k for k in tree.of(i, "xcomp", "ccomp", "obj", "compound:prt") if k > at and word in forms(tree, k)]
            if not far:
                return None
            at = far[0]  # "found the former minister of transport guilty"
    return at


def _noun(tree: Tree, i: int, words: Lexicon, elsewhere: Elsewhere) -> Deed | None:
    token = tree.tokens[i]
    name, text = lemma(tree, i), token.text.lower()
    for rule in (*words.nouns.get(name, ()), *(words.nouns.get(text, ()) if text != name else ())):
        first = _precedes(tree, i, rule.words)
        if first is None or (rule.objects and not _about(tree, tree.head(first, i), rule)):
            continue
        if rule.after and (i + 1 >= len(tree.tokens) or tree.tokens[i + 1].text.lower() != rule.after):
            continue
        if token.pos == "VERB" and tree.of(i, "nsubj"):
            return None  # "the tunnel collapsed" is told by its verb
        if len(rule.words) == 1 and token.pos not in ("NOUN", "PROPN"):
            return None
        if rule.entry.single and text != name and not tree.of(i, "det", "nummod", "nmod:poss"):
            return None
        if rule.entry.echo and (not echoes(rule, elsewhere) or armed(tree, i, words)):
            continue
        last = i
        if rule.entry.kind == "storm":
            while last + 1 < len(tree.tokens) and tree.tokens[last + 1].pos == "PROPN" and token.text[:1].isupper():
                last += 1
        word = tree.head(first, last)
        if _thing(tree, word, words) or _outcome(tree, word, words) or _under(tree, word, rule.entry):
            return None
        return Deed(word, first, last, rule.entry, True, instrument=instrument_of(tree, word, rule.entry, words))
    return None


def _about(tree: Tree, i: int, rule: Rule) -> bool:
    """Whether a noun is said to be of what the rule asks: "launch of rockets", "rocket launch"."""
    about = tree.of(i, "nmod", "compound", "amod")
    bare = tree.tokens[i].rel == "obl" and not tree.of(i, "case")  # "called off | the strike"
    if tree.tokens[i].rel in ("obj", "nsubj:pass") or bare:
        about += subjects(tree, tree.tokens[i].head)
    if rule.entry.type == "ASSAULT":
        about = [k for k in about if not _place_of(tree, k)]
    return any(form in rule.objects for k in about for form in forms(tree, k))


def _place_of(tree: Tree, k: int) -> bool:
    """Whether a word tells where a deed was, not of what: "a blast in a mine", "a coal mine explosion"."""
    small = lexicon().small
    where = cases_of(tree, k) & small["where"] - function_words().genitives
    return bool(where) or any(lemma(tree, c) in small["ores"] for c in tree.of(k, "compound", "amod"))


def _precedes(tree: Tree, i: int, phrase: Sequence[str]) -> int | None:
    """The first word of a noun phrase that ends with word `i`."""
    first = i - len(phrase) + 1
    if first < 0 or any(word not in forms(tree, first + n) for n, word in enumerate(phrase[:-1])):
        return None
    return first


def _thing(tree: Tree, i: int, words: Lexicon) -> bool:
    """A deed's word before another noun names a thing ("attack helicopter"), unless that noun tells of the deed."""
    token = tree.tokens[i]
    if token.rel not in ("compound", "amod") or token.head <= i:
        return False
    head = lemma(tree, token.head)
    return head not in words.about and head not in words.nouns and head not in words.shells


def _under(tree: Tree, i: int, entry: Entry) -> bool:
    """Whether a fire is a manner of speaking: "Minister under fire"."""
    under = cases_of(tree, i) & lexicon().small["put_under"]
    return entry.type == "DISASTER" and bool(under) and not tree.of(i, "det", "nmod:poss")


def _outcome(tree: Tree, i: int, words: Lexicon) -> bool:
    """Whether a bare noun only says how the deed before it ended: "stabbed to death"."""
    told = cases_of(tree, i) & words.small["ends_in"] and not tree.of(i, "det", "amod", "nmod")
    return bool(told) and lemma(tree, i) in words.small["deadly_end"] and tree.tokens[tree.tokens[i].head].pos == "VERB"


def named_so(tree: Tree, verb: int, words: Lexicon) -> bool:
    """Whether a verb only says what somebody thinks of its object: "called the strike illegal"."""
    if lemma(tree, verb) not in words.small["call"]:
        return False
    said = [k for k in tree.of(verb, "xcomp", "advmod") if tree.tokens[k].pos in ("ADJ", "NOUN", "PROPN", "ADV")]
    named = min((k for k in tree.of(verb, "obj", "xcomp") if k > verb), default=len(tree.tokens))
    return any(k > named for k in said)


def _carried(tree: Tree, deed: Deed, words: Lexicon) -> Deed:
    """The deed with the light verb that carries it: "carried out a strike", "a strike was carried out"."""
    i = deed.word
    while (
        tree.tokens[i].rel in ("nmod", "conj", "compound")
        and tree.tokens[i].head >= 0
        and (tree.tokens[i].rel != "nmod" or lemma(tree, tree.tokens[i].head) in words.shells)
        and tree.tokens[tree.tokens[i].head].pos == "NOUN"
    ):
        i = tree.tokens[i].head
    token = tree.tokens[i]
    if token.head >= 0 and tree.tokens[token.head].pos in ("VERB", "AUX"):
        verb = lemma(tree, token.head)
        if token.rel == "obj" or token.rel == "nsubj:pass":
            if verb in words.light_suffer:
                return deed._replace(carrier=token.head, suffers=True)
            if verb in words.light_object and not named_so(tree, token.head, words):
                return deed._replace(carrier=token.head)
        if token.rel in ("nsubj", "nsubj:pass") and verb in words.light_subject:
            return deed._replace(carrier=token.head)
    if (
        deed.entry.type == "STATEMENT"
        and token.head >= 0
        and token.rel.startswith("obl")
        and lemma(tree, token.head) in words.say
    ):
        return deed._replace(carrier=token.head)  # "wrote in a pair of tweets": who writes, posts
    for k in tree.of(deed.word, "acl"):
        if lemma(tree, k) in words.light_object - words.small["seen"] and passive(tree, k):
            return deed._replace(carrier=k)
    return deed
