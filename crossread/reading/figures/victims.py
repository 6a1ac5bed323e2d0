"""People killed, hurt or taken without a number word: "a man was shot dead", "the killing of Ana Duarte".

Where no number counts them, the people that a report names in one breath are a lower bound: one reading with value and
low as told and the top open. Reports of single deaths rarely write "one".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from crossread import atlas
from crossread.function_words import function_words
from crossread.reading.figures.harming import bare_object, captive_word, deadly_word, particle, patient, verb_outcome
from crossread.reading.figures.naming import after_colon, called, each_of, less_titles, named_lists, named_of
from crossread.reading.figures.nouns import case_of, lemma, members, turned
from crossread.reading.figures.number_words import numbers, small
from crossread.reading.figures.outcomes import did_it
from crossread.reading.figures.pieces import Asker
from crossread.reading.figures.rolls import Roll, roll_of
from crossread.records import Record
from crossread.trees import Tree

COUNTED = ("killed", "injured", "shot", "abducted")
"""The outcomes for which single victims are counted; others ("arrested", "freed") are deeds, not tolls."""
PERSONAL = ("killed", "injured", "abducted")
"""The outcomes that, told of one being with an article, are told of a person unless a list says otherwise."""


class Victims(Record, frozen=True):
    """The people of one clause: how many, the first and last word, the word that tells the outcome, the noun."""

    outcome: str
    count: int
    first: int
    last: int
    deed: int
    noun: int


def victims_of(
    tree: Tree, persons: frozenset[int] = frozenset(), counts: Mapping[int, tuple[int, float]] = MappingProxyType({})
) -> Iterator[Victims]:
    """The single victims that a sentence tells of, by verb or noun. `persons`: words that name one person; `counts`:
    the numbers of people, first word -> last word, how many."""
    for i, token in enumerate(tree.tokens):
        for outcome, heads in _patients(tree, i, token.pos):
            heads = [_antecedent(tree, head) for head in heads]
            alone = _of_one(tree, i)
            told = [p for head in heads for p in (head, *(() if alone else _joined(tree, head)))]
            told = list(dict.fromkeys(k for p in told for k in named_of(tree, p, persons) or [p]))
            told = [p for p in told if not any(t.text == ":" for t in tree.tokens[heads[0] : p])]
            people = [p for p in told if p in persons or _is_person(tree, p, outcome, i) or called(tree, p, persons)]
            if people:  # "the magistrate and the colonel": beside one person the other is one, too
                people = [p for p in told if p in people or _definite(tree, p)]
            people = less_titles(tree, people, persons, i)
            people = [p for n, p in enumerate(people) if not n or p - people[n - 1] > 1]  # "baker Ana Duarte" is one
            size = float(len(people))
            if not people and heads and (people := each_of(tree, heads[0])):
                size = float(len(people))
            if outcome in COUNTED:
                ask = asker(tree, outcome, i, persons, counts)
                listed = after_colon(tree, heads[0] if heads else i, i, ask) if not people else None
                roll = listed or (roll_of(tree, heads[0], i, ask) if heads else None)
                people, size = _in_order(roll, people, alone) if roll else (people, size)
            if outcome in COUNTED and people:
                first = min(tree.phrase(people[0], without=BESIDE)[0], people[0])
                first = next((k + 1 for k in range(people[0] - 1, i, -1) if tree.tokens[k].pos == "AUX"), first)
                first = next((k for k in range(first, people[0]) if tree.tokens[k].pos != "PUNCT"), people[0])
                last = max((people[-1], *tree.of(people[-1], "flat")))
                yield Victims(outcome, int(size), first, last, i, people[0])
    ask = asker(tree, "killed", 0, persons, counts)
    for outcome, deed, roll in named_lists(tree, ask):
        if outcome in COUNTED:
            yield Victims(outcome, len(roll.members), roll.first, roll.members[-1].last, deed, roll.members[0].head)


BESIDE = ("conj", "acl", "appos", "nmod", "cc", "case")
"""Relations of what a victim's own phrase goes without."""


def asker(
    tree: Tree, outcome: str, deed: int, persons: frozenset[int], counts: Mapping[int, tuple[int, float]]
) -> Asker:
    """What a roll of people to whom something was done is read with."""
    return Asker(persons, counts, lambda i: _is_person(tree, i, outcome, deed) or _definite(tree, i))


def _in_order(roll: Roll, people: list[int], alone: bool) -> tuple[list[int], float]:
    """The people of a roll without figures and how many they are, where it was read to the last of those whom the tree
    joins; `alone`: whether the verb says that one was struck, or a couple."""
    told = all(piece.kind not in ("many", "aside") and piece.number is None for piece in roll.members)
    size = sum(piece.size for piece in roll.members)
    if not told or size in (0, len(people), 0 if people else 1) or (alone and len(roll.members) > 1):
        return people, len(people)
    if any(not roll.first <= p <= roll.last for p in people):
        return people, len(people)
    return [piece.head for piece in roll.members], size


def _of_one(tree: Tree, verb: int) -> bool:
    """Whether the verb says that one was struck: "was shot", "has been killed"."""
    if not tree.of(verb, "nsubj:pass") or tree.tokens[verb].rel == "acl:relcl":
        return False
    said = [tree.tokens[c].text.lower() for c in tree.of(verb, "aux:pass", "aux")]
    return bool(small("one_was") & set(said)) and not small("several") & set(said)


def _patients(tree: Tree, i: int, pos: str) -> Iterator[tuple[str, list[int]]]:
    """Outcome and the words for those who suffered it, for the verb or noun `i`."""
    word = lemma(tree, i)
    if pos in ("VERB", "ADJ"):
        outcome = deadly_word(tree, i) or verb_outcome(tree, i) or ("abducted" if captive_word(tree, i) else None)
        outcome = outcome or turned("outcome_verbs").get(particle(tree, i, word))
        if not outcome and word not in turned("patient_verbs"):
            return
        if any(tree.tokens[c].text.lower() == "neither" for c in tree.subtree(i)):
            return  # "neither Ana Duarte nor her husband was hurt"
        if any(tree.tokens[c].text.lower() in function_words().denying for c in tree.of(i, "advmod")):
            return
        passive = [c for c in tree.children[i] if tree.tokens[c].rel == "nsubj:pass" and not did_it(tree, c)]
        if outcome:
            acted = passive and not tree.of(i, "aux:pass")  # a subject that a broken parse takes for the victim
            shared = _shared(tree, i) if acted or not passive else []
            taken = tree.of(i, "obj") or bare_object(tree, i)
            taken = [c for c in taken if c > i] or taken  # broken parses of "a gang killed the mayor" have two objects
            found = shared or passive or taken or _turned_round(tree, i)
            yield outcome, found or _headline(tree, i, _is_participle(tree, i))
        elif patient(tree, i, word):
            yield turned("patient_verbs")[word], [c for c in tree.of(i, "nsubj") if tree.tokens[c].rel == "nsubj"]
    elif word in small("life") and lemma(tree, tree.tokens[i].head) in small("costing"):
        yield "killed", [c for c in tree.of(i, "nmod") if _is_of(tree, c)]
    elif pos == "NOUN" and turned("outcome_nouns").get(word) == "killed" and word not in small("no_deaths"):
        timed = [c for c in tree.of(i, "nmod") if any(t.first <= c <= t.last for t in tree.sentence.times)]
        below = [*tree.of(i, "nmod"), *(k for c in timed for k in tree.of(c, "nmod"))]  # "during two days of a judge"
        yield "killed", [c for c in below if _is_of(tree, c)]
        yield "killed", tree.of(i, "nmod:poss")
    elif word in small("corpses") and lemma(tree, tree.tokens[i].head) in FOUND and _is_found(tree, i):
        yield "killed", [i]
    elif word == "shooting" and any(lemma(tree, c) in ("fatal", "deadly") for c in tree.of(i, "amod")):
        yield "killed", [c for c in tree.of(i, "nmod") if _is_of(tree, c)]


def _turned_round(tree: Tree, i: int) -> list[int]:
    """The subject behind a predicate that stands first: "also injured was a vendor"."""
    head = tree.tokens[i].head
    turned_round = tree.tokens[i].rel == "amod" and any(i < c < head for c in tree.of(head, "cop"))
    return [head] if turned_round else []


def _shared(tree: Tree, i: int) -> list[int]:
    """The object that a verb shares with the one joined to it: "kidnapped and tortured the envoy"."""
    joined = [c for c in tree.of(i, "conj") if tree.tokens[c].pos == "VERB" and c - i <= SHARING]
    shared = [k for c in joined[:1] if not tree.of(c, "nsubj") for k in tree.of(c, "obj")]
    return [k for k in shared if tree.tokens[k].pos == "PROPN" or lemma(tree, k) in members("single_people")]


SHARING = 3
"""Words between two verbs, at most, that share an object."""


def _is_of(tree: Tree, i: int) -> bool:
    """Whether a phrase begins with "of", which may hang on the title before a name ("of minister Ana Duarte")."""
    return "of" in (case_of(tree, k) for k in (i, *tree.of(i, "nmod:desc", "compound", "amod")))


FOUND = ("find", "discover", "recover")


def _is_found(tree: Tree, i: int) -> bool:
    """Whether a noun in the singular is what is found, not who finds."""
    token = tree.tokens[i]
    return token.text.lower() == token.lemma.lower() and token.rel in ("obj", "nsubj:pass")


def _is_participle(tree: Tree, i: int) -> bool:
    """Whether the verb can be a participle by its form ("killed", "shot", "slain")."""
    return tree.tokens[i].text.lower().endswith(("ed", "en", "n", "shot", "hurt", "found"))


def _headline(tree: Tree, i: int, participle: bool) -> list[int]:
    """Who is killed in "Child killed in shooting" and "the man shot on Monday": the subject or the noun before."""
    if not participle:
        return []
    if tree.tokens[i].rel == "acl":
        return [tree.tokens[i].head]
    if any(tree.tokens[c].pos == "VERB" and tree.of(c, "obj") for c in tree.of(i, "conj")):
        return []  # "a hunter killed and ate it"
    if subjects := [c for c in tree.of(i, "nsubj") if c < i]:
        return subjects
    k = i - 1  # broken parses: the noun that stands right before, past "found fatally" and ", 3,"
    if k > 2 and [tree.tokens[j].text == "," or tree.tokens[j].pos == "NUM" for j in range(k - 2, k + 1)] == [True] * 3:
        k -= 3
    while k > 0 and (tree.tokens[k].pos == "ADV" or tree.tokens[k].text.lower() in ("found", "fatally", "critically")):
        k -= 1
    return [k] if k >= 0 and tree.tokens[k].pos in ("NOUN", "PROPN") else []


def _antecedent(tree: Tree, i: int) -> int:
    """The noun that a relative pronoun stands for: "the envoy, who was kidnapped in Maro"."""
    verb = tree.tokens[i].head
    if tree.tokens[i].text.lower() not in small("relatives") or verb < 0 or tree.tokens[verb].rel != "acl:relcl":
        return i
    return tree.tokens[verb].head


ONE_OF_US = frozenset(("himself", "herself", "him", "her"))
"""Pronouns that stand for one person to whom something was done."""


def _joined(tree: Tree, head: int) -> list[int]:
    """Those named with a victim in one breath: joined by "and" or a comma before one."""
    named = [c for c in tree.of(head, "appos", "flat", "nmod:desc") if tree.tokens[c].pos == "PROPN"]
    joined = [k for c in (head, *named) for k in tree.of(c, "conj")]
    return joined if joined and linked(tree, head, joined[-1]) else []


def linked(tree: Tree, first: int, last: int) -> bool:
    """Whether a conjunction stands between two words; the tree may hang it on either side."""
    words = [tree.tokens[k] for k in range(first + 1, last)]
    return any(t.pos == "CCONJ" for t in words) or "as well as" in " ".join(t.text.lower() for t in words)


def _is_person(tree: Tree, i: int, outcome: str, deed: int) -> bool:
    """Whether a word names one person: a personal name, or a singular noun for people without a number."""
    token = tree.tokens[i]
    if deed == i:
        return True  # "a body was found"
    if token.text.lower() == "one" and any(case_of(tree, c) == "of" for c in tree.of(i, "nmod")):
        return True  # "one of his guards"
    if any(tree.tokens[c].pos == "NUM" and tree.tokens[c].rel == "nummod" for c in tree.children[i]):
        return False
    if token.pos == "PROPN" and not tree.of(i, "det"):
        return tree.named(i, "PER")
    word = lemma(tree, i)
    if token.text.lower() in ONE_OF_US:
        return True
    if atlas.demonyms().get(token.text.capitalize()) and tree.of(i, "det"):
        return token.text.lower() == word  # "killed a Norlander"
    if token.text.lower() == "old" and i > 1 and tree.tokens[i - 2].text.lower().startswith("year"):
        return True  # "a 9-year-old was hurt"
    if token.pos != "NOUN" or token.text.lower() != word or word in members("crowds"):
        return False
    if word in numbers().people or word in turned("groups") or word.endswith(("man", "woman", "old")):
        return True
    return word in members("single_people") or (outcome in PERSONAL and _alone(tree, i, word, deed))


def _definite(tree: Tree, i: int) -> bool:
    """Whether a word is a noun in the singular with "the" or an owner, and no beast or thing that we know."""
    token, word = tree.tokens[i], lemma(tree, i)
    if token.pos != "NOUN" or token.text.lower() != word or word in members("beasts") or word in members("crowds"):
        return False
    if word in turned("things") or tree.named(i):
        return False
    owned = any(tree.tokens[c].rel == "nmod:poss" for c in tree.children[i])
    return owned or any(tree.tokens[c].text.lower() == "the" for c in tree.of(i, "det"))


def _alone(tree: Tree, i: int, word: str, deed: int) -> bool:
    """Whether a noun that no list knows stands for one being that a deed of violence was done to ("his cook")."""
    if word in members("beasts") or word in turned("things") or lemma(tree, deed) in members("wide_verbs"):
        return False
    if tree.tokens[deed].pos == "NOUN" or tree.named(i):
        return False
    return any(
        tree.tokens[c].rel == "nmod:poss" or tree.tokens[c].text.lower() in ("a", "an", "another")
        for c in tree.of(i, "det", "nmod")
    )
