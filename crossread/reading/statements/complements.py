"""The phrases that hang on a cue word: objects, infinitives, gerunds, predicates, phrases with a preposition."""

from __future__ import annotations

from crossread.reading.voices.speakers import agent, is_passive, is_relative
from crossread.trees import Tree

Range = tuple[int, int]  # characters of the report, half-open


def complement(tree: Tree, word: int, child: int | None) -> Range | None:
    """The characters of a complement: its subtree on its own side of the cue."""
    if child is None:
        return None
    tokens = tree.tokens
    own = [i for i in tree.subtree(child) if (i > word) == (child > word) and i != word]
    if tokens[child].pos in (
        "NOUN",
        "PROPN",
        "PRON",
    ):  # "denied the attack and accused …": the second verb is no part of it
        verbs = {
            i for c in tree.of(child, "conj") if tokens[c].pos == "VERB" for i in [*tree.subtree(c), *tree.of(c, "cc")]
        }
        own = [i for i in own if i not in verbs]
    first = last = own.index(child)
    while first > 0 and _joined(tree, own[first - 1], own[first]):
        first -= 1
    while last + 1 < len(own) and _joined(tree, own[last], own[last + 1]):
        last += 1
    begin = own[first]
    while (
        begin - 1 > word
        and tokens[child].pos in ("NOUN", "PROPN")
        and tokens[begin - 1].pos in ("DET", "ADJ", "PROPN", "NUM")
    ):
        begin -= 1
    return tokens[begin].start, tokens[own[last]].end


def _joined(tree: Tree, left: int, right: int) -> bool:
    """Whether only punctuation stands between two words of a subtree."""
    return all(tree.tokens[i].pos == "PUNCT" for i in range(left + 1, right))


def is_infinitive(tree: Tree, child: int) -> bool:
    """Whether "to" marks the word as an infinitive."""
    return any(
        tree.tokens[c].text.lower() == "to" and tree.tokens[c].pos == "PART" and c < child
        for c in tree.of(child, "mark")
    )


def infinitive(tree: Tree, word: int) -> int | None:
    """The infinitive behind a cue, or behind its object: "urged the mayor to resign"."""
    children = tree.of(word, "xcomp", "ccomp", "advcl", "acl")
    children += [c for obj in objects(tree, word) for c in tree.of(obj, "acl", "advcl")]
    return next((c for c in children if c > word and is_infinitive(tree, c)), None)


def gerund(tree: Tree, word: int) -> int | None:
    """The verb in "-ing" behind a cue: "denied taking part"."""
    children = tree.of(word, "xcomp", "ccomp", "advcl")
    return next((c for c in children if c > word and tree.tokens[c].text.lower().endswith("ing")), None)


def thing(tree: Tree, word: int, heads: frozenset[str] | None = None) -> int | None:
    """The object of an active verb or the subject of a passive one."""
    for child in objects(tree, word):
        named = tree.tokens[word].head if is_relative(tree, child) else child
        if heads is None or tree.tokens[named].text.lower() in heads:
            return child if heads is None or named < 0 else named
    return None


def objects(tree: Tree, word: int) -> list[int]:
    """The object of a verb; a bare noun behind it that the parse calls something else counts too."""
    if found := tree.of(word, "obj"):
        return found
    if is_passive(tree, word):
        told = tree.tokens[word].rel == "acl" and agent(tree, word) is not None and tree.tokens[word].head >= 0
        return tree.of(word, "nsubj") or ([tree.tokens[word].head] if told else [])  # "a vote hailed by the party as …"
    bare = [
        c
        for c in tree.of(word, "iobj", "obl", "nsubj", "dep")
        if c > word
        and tree.tokens[c].pos in ("NOUN", "PROPN", "PRON")
        and tree.tokens[c].rel not in ("obl:tmod", "obl:unmarked", "obl:npmod")
    ]
    return [c for c in bare if not tree.of(c, "case", "mark")][:1]


def predicate(tree: Tree, word: int, heads: frozenset[str] | None) -> int | None:
    """ "holds it responsible": a word of `heads` that hangs on the verb, whatever the parse calls it."""
    for child in tree.children[word]:
        if child > word and heads is not None and tree.tokens[child].text.lower() in heads:
            return child
    return None


def prepositional(tree: Tree, word: int, preposition: str) -> int | None:
    """The phrase with that preposition on the cue, or on its object where the parse put it there."""
    children = tree.of(word, "obl", "nmod", "advcl", "acl", "advmod", "xcomp", "ccomp", "obj")
    children += [c for obj in objects(tree, word) for c in tree.of(obj, "nmod", "acl")]
    for child in children:
        if child <= word:  # the object of a participle is its head, and the participle a child of that
            continue
        if any(tree.tokens[c].text.lower() == preposition for c in tree.of(child, "case", "mark")):
            return child
        if tree.tokens[child].text.lower() == preposition:
            return child
    behind = tree.tokens[word + 1] if word + 1 < len(tree.tokens) else None
    if behind is not None and behind.text.lower() == preposition:  # called a particle by the parse
        return next(
            (
                c
                for c in sorted(tree.children[word])
                if c > word + 1 and tree.tokens[c].pos in ("NOUN", "PROPN", "PRON")
            ),
            None,
        )
    return None


def called(tree: Tree, word: int) -> Range | None:
    """ "called the plan a disaster": from what is called to what it is called, both bare phrases behind the verb."""
    tokens = tree.tokens
    if is_passive(tree, word):
        said, rest = thing(tree, word), [c for c in tree.of(word, "xcomp", "obj", "iobj") if c > word]
        return complement(tree, word, rest[-1]) if said is not None and rest else None
    bare = [
        c
        for c in tree.of(word, "obj", "iobj", "xcomp", "nsubj", "obl", "ccomp")
        if c > word and tokens[c].pos in ("NOUN", "PROPN", "PRON", "ADJ") and not is_infinitive(tree, c)
    ]
    bare = [
        c
        for c in bare
        if not tree.of(c, "case", "mark", "cop") and tokens[c].rel not in ("obl:unmarked", "obl:tmod", "obl:npmod")
    ]
    if (
        len(bare) < 2
        or (first := complement(tree, word, bare[0])) is None
        or (last := complement(tree, word, bare[-1])) is None
    ):
        return None
    return min(first[0], last[0]), max(first[1], last[1])
