"""The words that belong to a deed: its clause, its span, and the places and times that stand there."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import atlas
from crossread.function_words import function_words
from crossread.reading.events.deeds import Deed
from crossread.reading.events.grammar import cases_of, lemma
from crossread.reading.events.parties import Argument, Known
from crossread.reading.events.parts import NARROW
from crossread.reading.events.words import lexicon
from crossread.records import TimeValue
from crossread.trees import Tree

CLAUSES = frozenset(("ccomp", "advcl", "parataxis", "acl:relcl", "conj", "csubj"))
"""Relations by which another clause hangs below a verb: what stands in it belongs to that clause."""
PASSES_ON = ("ASSAULT", "HARM", "ACCIDENT", "DISASTER")
"""Types whose verbs lend their day and place to the deed that is their means ("killed in a blast on Friday")."""
LONGEST_SPAN = 30
"""Words of a deed with its parties; beyond, the clause is cut on both sides of the trigger."""


def clause(tree: Tree, deed: Deed) -> set[int]:
    """The words that belong to the deed: its phrase or clause, less other clauses below it."""
    host = deed.word if deed.carrier is None else deed.carrier
    words = {host, deed.word}
    queue = [host, deed.word]
    while queue:
        word = queue.pop()
        for child in tree.children[word]:
            if tree.tokens[child].rel == "acl:relcl" and lemma(tree, child) in lexicon().stays:
                words.update(tree.subtree(child))  # "the house, which stands in Maro, was attacked"
                continue
            other = tree.tokens[child].rel in CLAUSES or tree.tokens[child].rel.split(":")[0] in CLAUSES
            verbal = tree.tokens[child].rel != "conj" or tree.tokens[child].pos in ("VERB", "AUX")
            if child in words or (other and verbal):
                continue
            words.add(child)
            queue.append(child)
    return words


def _untold_subjects(
    tree: Tree, verb: int, edges: Sequence[tuple[int, int]], others: Sequence[int]
) -> list[tuple[int, int]]:
    """Subjects that are no party but without which the clause says something else: another deed ("a fire there killed
    ten"), means ("a bomb had killed a child"), what a party stands in ("a truce with the rebels took hold"), what a
    participle hangs on ("the truce signed in May"). `edges`: the phrases of the parties."""
    found, alone = [], not any(edge[1] < verb for edge in edges)
    for subject in tree.of(verb, "nsubj"):
        first, last = tree.phrase(subject, NARROW)
        if alone or subject in others or any(first < edge[0] and edge[1] <= last for edge in edges):
            found.append((first, last))
    head = tree.tokens[verb].head
    if (
        tree.tokens[verb].rel in ("acl", "acl:relcl")
        and head >= 0
        and not any(edge[0] <= head <= edge[1] for edge in edges)
    ):
        found.append((min([head, *tree.of(head, "det", "amod", "compound", "nummod")]), head))
    return found


def extent(tree: Tree, deed: Deed, parties: Sequence[Argument], others: Sequence[int] = ()) -> tuple[int, int]:
    """First and last word of the deed with its parties: tight, without what is told besides.

    `others` are the words of the sentence's other deeds: a phrase behind the deed that holds one belongs to that one.
    """
    core = [deed.first, deed.last, deed.word]
    if deed.carrier is not None:
        core.append(deed.carrier)
    if deed.noun:
        rels = ("det", "amod", "compound", "nummod", "nmod:poss")
        core += [c for c in tree.children[deed.word] if tree.tokens[c].rel in rels]
        head = tree.tokens[deed.word].head
        if tree.tokens[deed.word].rel == "nmod" and lemma(tree, head) in lexicon().shells:
            core += [head, *tree.of(head, "det")]
    host = deed.word if deed.carrier is None else deed.carrier
    core += [k for k in tree.of(host, "aux", "advmod") if abs(k - host) <= 3]
    edges = [(argument.first, argument.last) for argument in parties]
    if not deed.noun or deed.carrier is not None:
        edges += [
            tree.phrase(i, NARROW) for i in tree.of(host, "obl") if i > host and tree.tokens[i].rel != "obl:npmod"
        ]
        edges += _untold_subjects(tree, host, edges, others)
    elif deed.noun:
        edges += [tree.phrase(i, NARROW) for i in tree.of(deed.word, "nmod") if i > deed.word]
    held = {argument.first for argument in parties if tree.tokens[argument.head].rel in ("obj", "nsubj", "nsubj:pass")}
    edges = [
        edge
        for edge in edges
        if edge[0] in held or edge[1] < deed.first or not any(edge[0] <= other <= edge[1] for other in others)
    ]
    first, last = _reach(core, edges)
    if last - first > LONGEST_SPAN:
        near = range(deed.word - LONGEST_SPAN // 2, deed.word + LONGEST_SPAN // 2 + 1)
        return _reach([k for k in core if k in near], [e for e in edges if e[0] in near and e[1] in near])
    return first, last


def _reach(words: Sequence[int], phrases: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The first and the last of some words and phrases."""
    return min([*words, *(first for first, _ in phrases)]), max([*words, *(last for _, last in phrases)])


def attached(tree: Tree, words: set[int], covered: Sequence[tuple[int, int, int, object]]) -> list[int]:
    """Which of the mentions or times have their head among `words`."""
    return [index for index, first, last, _ in covered if tree.head(first, last) in words]


def _describes(tree: Tree, head: int, deed: Deed) -> bool:
    """Whether a land only says whose a thing is: the "US" of "a US base" is not where it stands."""
    token = tree.tokens[head]
    if token.rel not in ("compound", "amod") or token.head == deed.word or deed.first <= token.head <= deed.last:
        return False
    return atlas.country_names().get(token.text) is not None or atlas.demonyms().get(token.text) is not None


def places_of(tree: Tree, deed: Deed, words: set[int], known: Known) -> tuple[int, ...]:
    """The mentions that say where: places in the deed's clause, and named lands behind a preposition of place."""
    found = []
    for index, first, last, mention in known.mentions:
        head = tree.head(first, last)
        if head not in words or _describes(tree, head, deed):
            continue
        land = mention.type == "government" and tree.tokens[head].pos == "PROPN"
        if mention.type == "place" or (land and cases_of(tree, head) & lexicon().small["where"]):
            found.append(index)
    return tuple(found)


def setting(
    tree: Tree, deed: Deed, deeds: Sequence[Deed], known: Known, lede: bool
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where and when, as indexes of mentions and times: by the tree, else what the sentence has for its one deed."""
    words = (clause(tree, deed) | _above(tree, deed, deeds)) - _inner(tree, deed, deeds)
    where = places_of(tree, deed, words, known)
    near = direct(tree, deed.word) if deed.entry.speech and not deed.noun else words
    when = tuple(attached(tree, near, known.times))
    if deed.entry.speech:
        return where, when
    if deed.noun and lemma(tree, deed.last) in lexicon().small["tallies"]:
        return where, ()  # "the toll rose on Sunday": nobody died that day
    if not where:
        where = places_of(tree, deed, _fronted(tree, deed), known)
    if not (where and when) and (at_once := _at_once(tree, deed, deeds)):
        where = where or places_of(tree, deed, at_once, known)
        when = when or tuple(attached(tree, at_once, known.times))
    if not when and (before := _going_on(tree, deed, deeds)):
        when = tuple(attached(tree, before, [time for time in known.times if _of_a_day(time[3].value)]))
    alone = sum(not other.entry.speech for other in deeds) == 1
    if not where and (alone or lede):
        where = places_of(tree, deed, set(range(len(tree.tokens))) - _told_apart(tree, deed, deeds), known)
    return where, when or (_left_over(tree, deeds, known) if alone else ())


def _at_once(tree: Tree, deed: Deed, deeds: Sequence[Deed]) -> set[int]:
    """The clause of what was done in the same moment: "was killed in Maro on Monday when two men opened fire"."""
    word = deed.word if deed.carrier is None else deed.carrier
    if deed.noun and deed.carrier is None:
        return set()
    head = tree.tokens[word].head
    under = head >= 0 and tree.tokens[word].rel == "advcl" and tree.tokens[head].pos == "VERB" and _when(tree, word)
    if under and lemma(tree, head) not in lexicon().say:
        return clause(tree, deed._replace(word=head, carrier=None)) - clause(tree, deed)
    below = [other for other in deeds if not other.noun and tree.tokens[other.word].head == word]
    told = [other for other in below if tree.tokens[other.word].rel == "advcl" and _when(tree, other.word)]
    return set[int]().union(*(clause(tree, other) for other in told))


def _going_on(tree: Tree, deed: Deed, deeds: Sequence[Deed]) -> set[int]:
    """The clause of the deed that a verb goes on from: "stormed the farm on Thursday and freed nine"; only its day is
    that of both, not its month or year: "was elected in 2010 and resigned"."""
    host = deed.word if deed.carrier is None else deed.carrier
    if (deed.noun and deed.carrier is None) or tree.tokens[host].rel != "conj" or tree.of(host, "nsubj", "aux", "mark"):
        return set()
    first = next((other for other in deeds if tree.tokens[host].head in (other.word, other.carrier)), None)
    return clause(tree, first) if first is not None and not first.entry.speech else set()


def _of_a_day(value: TimeValue) -> bool:
    """Whether an expression tells one day or a time of it."""
    told = value.day is not None or value.kind == "weekday" or bool(value.part and value.year is None)
    return told or (value.unit == "day" and value.kind != "duration")


def _when(tree: Tree, verb: int) -> bool:
    """Whether a clause tells what was done meanwhile."""
    return bool({lemma(tree, k) for k in tree.of(verb, "advmod", "mark") if k < verb} & lexicon().small["same_moment"])


def _fronted(tree: Tree, deed: Deed) -> set[int]:
    """The phrase with which the sentence of joined clauses opens: "In Maro, houses burned and people fled"."""
    host = deed.word if deed.carrier is None else deed.carrier
    words: set[int] = set()
    while tree.tokens[host].rel in ("conj", "parataxis") and tree.tokens[host].head < host:
        host = tree.tokens[host].head
        subject = min(tree.of(host, "nsubj"), default=host)
        for phrase in tree.of(host, "obl"):
            if phrase < subject and {lemma(tree, k) for k in tree.of(phrase, "case")} & lexicon().small["where"]:
                words.update(tree.subtree(phrase))
    return words


def _told_apart(tree: Tree, deed: Deed, deeds: Sequence[Deed]) -> set[int]:
    """The clauses of a sentence that tell of other deeds: their places are their own."""
    apart: set[int] = set()
    elsewhere = lexicon().small["elsewhere"]
    for other in deeds:
        token = tree.tokens[other.word]
        openings = {lemma(tree, k) for k in tree.of(other.word, "mark", "case")}
        later = token.rel == "advcl" and not elsewhere.isdisjoint(openings)
        if later or (token.rel == "acl:relcl" and token.head != deed.word):
            below = set(tree.subtree(other.word))
            if below.isdisjoint((deed.word, deed.first)):
                apart |= below
    return apart


def _above(tree: Tree, deed: Deed, deeds: Sequence[Deed]) -> set[int]:
    """The clause that a deed's noun stands in, if what is said there of day and place holds for the deed as well."""
    if not deed.noun and deed.carrier is None and (under := _outcome_of(tree, deed, deeds)) is not None:
        return clause(tree, under)
    if not deed.noun or deed.carrier is not None:
        return set()
    host = deed.word
    while tree.tokens[host].rel in ("nmod", "compound", "conj") and tree.tokens[tree.tokens[host].head].pos == "NOUN":
        host = tree.tokens[host].head
        if lemma(tree, host) in lexicon().small["tallies"]:
            return set()
    head = tree.tokens[host].head
    if head < 0 or tree.tokens[head].pos not in ("VERB", "AUX"):
        return set()
    elsewhere = lexicon().small["elsewhere"]
    if any(lemma(tree, k) in elsewhere for k in tree.of(host, "case", "mark")):
        return set()
    above = next((other for other in deeds if other.word == head), None)
    if above is None:
        return (
            set() if lemma(tree, head) in lexicon().say | lexicon().stative else clause(tree, deed._replace(word=head))
        )
    if above.entry.type in PASSES_ON or (above.entry.type == deed.entry.type and not above.entry.speech):
        return clause(tree, above)
    return set()


def _outcome_of(tree: Tree, deed: Deed, deeds: Sequence[Deed]) -> Deed | None:
    """The deed of which a participle tells what came: "crashed near Lisk on Sunday, killing two"."""
    token = tree.tokens[deed.word]
    ongoing = token.text.lower().endswith(function_words().ongoing)
    if token.rel not in ("advcl", "conj") or not ongoing or token.head > deed.word:
        return None
    if tree.of(deed.word, "case", "mark", "nsubj", "aux"):
        return None
    return next((other for other in deeds if other.word == token.head and other.entry.type in PASSES_ON), None)


def _inner(tree: Tree, deed: Deed, deeds: Sequence[Deed]) -> set[int]:
    """What hangs on other deeds' nouns below this one: their days are theirs ("condemned Monday's attack")."""
    inner: set[int] = set()
    for other in deeds:
        if (
            other.noun
            and other.word != deed.word
            and deed.word in set(tree.ancestors(other.word))
            and other.carrier != deed.word
        ):
            inner.update(tree.subtree(other.word))
    return inner


def _left_over(tree: Tree, deeds: Sequence[Deed], known: Known) -> tuple[int, ...]:
    """The times of a sentence that hang on no saying and no other deed: its one deed's, wherever the tree put them."""
    sayings = [i for i, token in enumerate(tree.tokens) if token.pos == "VERB" and lemma(tree, i) in lexicon().say]
    words = {deed.word for deed in deeds if deed.entry.speech} | set(sayings)
    free = []
    for index, first, last, _ in known.times:
        above = next((i for i in tree.ancestors(tree.head(first, last)) if tree.tokens[i].pos == "VERB"), None)
        if above not in words:
            free.append(index)
    return tuple(free)


def direct(tree: Tree, i: int) -> set[int]:
    """The words that hang on a verb itself or by one preposition: a saying's own day, not that of what is said."""
    return {i, *tree.of(i, "obl", "advmod", "nmod")}
