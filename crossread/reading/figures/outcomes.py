"""What happened to the people that a word stands for: killed, injured, arrested, ...; and the word that says so.

Asked of the tree first (object, passive subject, clause), then of the order of words, since headlines parse badly.
"""

from __future__ import annotations

from crossread.function_words import function_words
from crossread.reading.figures.harming import bare_object, captive_word, deadly_word, particle, patient, verb_outcome
from crossread.reading.figures.nouns import case_of, governor, lemma, members, turned
from crossread.reading.figures.number_words import endings, small
from crossread.trees import Tree


def outcome_of(tree: Tree, i: int, elliptic: bool) -> tuple[str, int] | None:
    """What happened to those whom word `i` counts (killed, injured, ...), and the word that says so."""
    if (own := _by_noun(tree, i, elliptic) or _of_them(tree, i)) is not None:
        return own
    if did_it(tree, i):
        return None
    if (before := _by_verb_before(tree, i)) is not None:
        return before
    if i + 1 < len(tree.tokens) and (word := turned("outcome_words").get(tree.tokens[i + 1].text.lower())):
        return word, i + 1  # headlines: "1 dead, 4 injured"
    for child in tree.children[i]:
        below = tree.tokens[child].rel.split(":")[0] in ("acl", "amod", "xcomp", "dep")
        if below and (word := _by_clause(tree, child)) is not None:
            return word, child
    if tree.tokens[i].pos in ("ADJ", "VERB") and (word := turned("outcome_words").get(tree.tokens[i].text.lower())):
        return word, i
    above = governor(tree, i)
    if above is None:
        return _by_order(tree, i)
    head, rel = above
    if (found := _by_head(tree, head, rel, i)) is not None:
        return found
    if (
        rel.startswith("nmod")
        and head < i
        and (word := turned("outcome_nouns").get(lemma(tree, head)))
        and case_of(tree, _below(tree, i, head)) in small("outcome_of")
    ):
        return word, head
    corpses = small("corpses")
    if rel.startswith("nmod") and lemma(tree, head) in corpses and tree.tokens[head].text.lower() not in corpses:
        return "killed", head  # "the bodies of three children"
    return _by_order(tree, i)


def _of_them(tree: Tree, i: int) -> tuple[str, int] | None:
    """What happened to some of those told before: "three of them fatally", "two of whom critically"."""
    k = i + 3
    if k >= len(tree.tokens) or " ".join(t.text.lower() for t in tree.tokens[i + 1 : k]) not in small("of_them"):
        return None
    word = tree.tokens[k].text.lower()
    if word in members("deadly"):
        return "killed", k
    return ("injured", k) if word in small("badly") else None


def did_it(tree: Tree, i: int) -> bool:
    """Whether a word tells who did what is suffered ("was shot dead by two men"), also where the tree takes it for the
    one who suffered it."""
    above = tree.tokens[i].head
    suffered = above >= 0 and (bool(tree.of(above, "aux:pass")) or tree.tokens[i].rel == "obl:agent")
    return suffered and above < i and case_of(tree, i) in function_words().agents


def _below(tree: Tree, i: int, head: int) -> int:
    """The word right below `head` on the way up from word `i`: what is joined shares its preposition."""
    for above in tree.ancestors(i):
        if above == head:
            break
        i = above
    return i


def _by_verb_before(tree: Tree, i: int) -> tuple[str, int] | None:
    """The verb that stands right before the number: "killing at least three people", "killed three and wounded
    dozens"."""
    k = i - 1
    while k >= 0 and i - k <= 7 and _bends(tree, k):
        k -= 1
    if k < 0 or tree.tokens[k].pos not in ("VERB", "ADJ", "NOUN"):
        return None
    outcome = verb_outcome(tree, k)
    text = tree.tokens[k].text.lower()
    if outcome is None or (not text.endswith(endings("verb_endings")) and tree.tokens[k].pos != "VERB"):
        return None
    known = function_words()
    been = k > 0 and tree.tokens[k - 1].pos == "AUX" and tree.tokens[k - 1].lemma.lower() in known.be
    if any(tree.tokens[c].rel in ("aux:pass", "nsubj:pass") for c in tree.children[k]) or (
        been and not text.endswith(known.ongoing)
    ):
        return None
    return outcome, k


def _bends(tree: Tree, k: int) -> bool:
    """Whether a word can stand between a verb and the number of its object: "killed at least another 20"."""
    token = tree.tokens[k]
    if token.pos == "ADP":
        return token.text.lower() in small("before_objects")
    return token.pos in ("NUM", "ADJ", "DET", "PROPN", "SYM") or token.rel in ("compound", "amod", "nummod", "advmod")


def _by_noun(tree: Tree, i: int, elliptic: bool) -> tuple[str, int] | None:
    """The noun is the outcome itself: "deaths", "fatalities", "lives lost"."""
    if elliptic:
        return None
    word = lemma(tree, i)
    if word in members("held") and (above := governor(tree, i)) and (done := _by_head(tree, *above, i)):
        return done  # "hostages were freed"
    if word in small("life") or word in small("body"):
        if word in small("body") or (above := governor(tree, i)) is None:
            return ("killed", i) if word in small("body") else None
        return ("killed", above[0]) if lemma(tree, above[0]) in small("costing") or any(
            lemma(tree, c) in small("losing") for c in tree.children[i]) else None  # fmt: skip
    outcome = turned("outcome_nouns").get(word) or turned("outcome_nouns").get(tree.tokens[i].text.lower())
    return (outcome, i) if outcome else None


def _by_clause(tree: Tree, child: int) -> str | None:
    """The outcome in a clause or adjective of the noun: "people who died", "64 counted as dead", "three killed"."""
    token = tree.tokens[child]
    word = turned("outcome_words").get(token.text.lower())
    if word:
        return word
    if token.pos != "VERB":
        return None
    if (deadly := deadly_word(tree, child)) is not None:
        return deadly
    verb = lemma(tree, child)
    if verb in members("reporting_outcome"):
        for below in tree.subtree(child):
            said = lemma(tree, below)
            if tree.tokens[below].pos == "VERB" and said in turned("patient_verbs") and patient(tree, below, said):
                return turned("patient_verbs")[said]
            if word := turned("outcome_words").get(tree.tokens[below].text.lower()):
                return word
    passive = token.rel == "acl" or any(tree.tokens[c].rel in ("aux:pass", "nsubj:pass") for c in tree.children[child])
    if (
        verb in turned("patient_verbs")
        and not (passive and token.text.lower().endswith(function_words().done))
        and not token.text.lower().endswith(function_words().ongoing)
    ):
        return turned("patient_verbs")[verb] if patient(tree, child, verb) else None
    if passive and not token.text.lower().endswith(function_words().ongoing) and not tree.of(child, "obj"):
        return turned("outcome_verbs").get(verb)
    return None


def _by_head(tree: Tree, head: int, rel: str, i: int) -> tuple[str, int] | None:
    """The outcome in the verb or predicate above: subject of a passive, object, subject of "die"."""
    verb, kind = lemma(tree, head), rel.split(":")[0]
    if kind not in ("nsubj", "obj", "obl", "dep", "csubj"):
        return None
    passive = rel == "nsubj:pass" or (kind == "nsubj" and bool(tree.of(head, "aux:pass")))
    if (
        kind in ("nsubj", "obj")
        and (deadly := deadly_word(tree, head)) is not None
        and (passive or kind == "obj" or verb in small("lying"))
    ):
        return deadly, head
    if passive and verb in members("reporting_outcome") and (said := _believed(tree, head)) is not None:
        return said
    if kind == "obj" and verb in small("including") and (whole := _included(tree, head)) is not None:
        return whole, head
    if kind == "obj" and verb in small("forcing") and _from_home(tree, head):
        return "displaced", head
    if kind == "obj" or passive:
        if lemma(tree, i) not in members("held") and captive_word(tree, head):
            return "abducted", head
        phrase = particle(tree, head, verb)
        outcome = turned("outcome_verbs").get(phrase) or verb_outcome(tree, head)
        if outcome == "killed" and verb in small("claiming") and lemma(tree, i) not in small("life"):
            outcome = None
        return (outcome, head) if outcome else None
    if kind == "nsubj":
        word = turned("outcome_words").get(tree.tokens[head].text.lower())
        if word:
            return word, head
        if verb in turned("patient_verbs") and patient(tree, head, verb):
            return turned("patient_verbs")[verb], head
        if verb in small("staying") and any(lemma(tree, c) in small("hospital") for c in tree.of(head, "obl")):
            return "hospitalised", head  # "four remain in hospital"
    return None


def _believed(tree: Tree, head: int) -> tuple[str, int] | None:
    """The outcome in what is believed of somebody: "are known to have died", "was thought to have been hurt"."""
    for below in tree.of(head, "xcomp"):
        if tree.tokens[below].pos != "VERB":
            continue
        verb = lemma(tree, below)
        if (deadly := deadly_word(tree, below)) is not None:
            return deadly, below
        if verb in turned("patient_verbs") and patient(tree, below, verb):
            return turned("patient_verbs")[verb], below
        if tree.of(below, "aux:pass") and (outcome := turned("outcome_verbs").get(particle(tree, below, verb))):
            return outcome, below
    return None


def _included(tree: Tree, head: int) -> str | None:
    """What happened to those among whom a verb counts some: "the dead included five children"."""
    found = (turned("outcome_nouns").get(lemma(tree, c)) for c in tree.of(head, "nsubj"))
    return next((outcome for outcome in found if outcome), None)


def _from_home(tree: Tree, head: int) -> bool:
    """Whether a verb takes people from where they live: "forced 12,000 from their homes"."""
    return any(lemma(tree, c) in members("homes") for c in tree.of(head, "obl", "obl:from", "nmod"))


def _by_order(tree: Tree, i: int) -> tuple[str, int] | None:
    """Headlines and broken parses: "three dead", "16 Iraqis were killed", "killing three people", by the order of
    words alone."""
    tokens = tree.tokens
    k = i + 1
    while (
        k < len(tokens)
        and k <= i + 4
        and (tokens[k].pos == "AUX" or tokens[k].pos == "ADV" or tokens[k].text.lower() in small("reported"))
    ):
        k += 1
    if k < len(tokens) and (word := turned("outcome_words").get(tokens[k].text.lower())):
        return word, k
    ended = endings("outcome_endings")
    participle = k < len(tokens) and tokens[k].pos in ("VERB", "ADJ") and tokens[k].text.lower().endswith(ended)
    active = participle and (tree.of(k, "obj") or bare_object(tree, k))
    if participle and not active and (outcome := verb_outcome(tree, k)) is not None:
        return outcome, k
    if (
        k < len(tokens)
        and lemma(tree, k) in turned("patient_verbs")
        and tokens[k].pos == "VERB"
        and patient(tree, k, lemma(tree, k))
    ):
        return turned("patient_verbs")[lemma(tree, k)], k
    return None
