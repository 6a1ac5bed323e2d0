"""On which side of the publication day a date lies, as the verb above it and the words beside it tell."""

from __future__ import annotations

from crossread.function_words import function_words
from crossread.inflection import possible_thirds
from crossread.reading.dates.words import calendar
from crossread.trees import Tree

ANSWERED = 10
"""Words between "in response to" and the day of what is answered."""


def direction_of(tree: Tree, first: int, last: int, *, fine: bool = True) -> int:
    """+1 if the verb that governs the words tells of what is ahead, -1 of what is over, 0 if there is no telling.

    The present tense tells of what is ahead with a day ("meets on Monday"), but not with a month (`fine` False).
    """
    known = calendar()
    word = tree.head(first, last)
    if (beside := _verb_beside(tree, first, word)) is not None:
        return _tense(tree, beside, fine)
    if fine and _answers(tree, first, word):
        return -1
    if _has_copula(tree, word):  # "the last storm was in May"
        return _tense(tree, word, fine)
    nouns: list[int] = []
    for above in tree.ancestors(word):
        token = tree.tokens[above]
        lemma = token.lemma.lower()
        if len(nouns) < 2 and (_lies_ahead(tree, above) or (lemma in known.moves and _is_moved_to(tree, first, word))):
            return -1 if _had(tree, above) else 1
        if not nouns and _lasts_to(tree, above, first, word):
            return 1
        if token.pos == "VERB" or _has_copula(tree, above):
            if lemma in known.ahead_objects and (nouns or _asked_for(tree, above, first)):
                return 1
            if lemma in known.decided and (not fine or _has_day(tree, first, last)) and _aims(tree, above, first):
                return 1
            tense = _tense(tree, above, fine and not nouns)
            if nouns and not _is_argument(tree, nouns):
                return tense if tense < 0 and not (fine and _has_day(tree, first, last)) else 0
            return tense
        nouns.append(above)
    return _tense(tree, word, fine) if tree.tokens[word].pos == "VERB" else 0


def _lies_ahead(tree: Tree, word: int) -> bool:
    """A word that looks ahead ("expects", "due"), unless it is "ahead of the talks on Monday"."""
    known, token = calendar(), tree.tokens[word]
    behind = tree.tokens[word + 1].text.lower() if word + 1 < len(tree.tokens) else ""
    if token.text.lower() in known.ahead_of and behind in function_words().genitives:
        return False
    return token.lemma.lower() in known.ahead or token.text.lower() in known.ahead


def _is_moved_to(tree: Tree, first: int, word: int) -> bool:
    """ "extended until Friday", not "extended on Friday"."""
    return not _cases(tree, first, word).isdisjoint(calendar().moved_to)


def _lasts_to(tree: Tree, verb: int, first: int, word: int) -> bool:
    """ "have been closed until Friday", not "were closed until Friday"."""
    known = calendar()
    here = {tree.tokens[k].text.lower() for k in (verb, *tree.of(verb, "aux", "cop"))}
    return not here.isdisjoint(known.going_on) and not _cases(tree, first, word).isdisjoint(known.lasting_to)


def _cases(tree: Tree, first: int, word: int) -> set[str]:
    """The words that join a date to what stands before it."""
    return {tree.tokens[case].text.lower() for case in (*tree.of(word, "case"), first - 1)}


def _had(tree: Tree, word: int) -> bool:
    """ "It had been due on Friday": what lay ahead then is over."""
    return any(tree.tokens[helper].text.lower() in calendar().had for helper in tree.of(word, "aux"))


def _verb_beside(tree: Tree, first: int, word: int) -> int | None:
    """The participle right before a day that the parse hangs on a later word: "announcing on Monday he would go"."""
    before = first - 1
    if before >= 0 and tree.tokens[before].pos == "ADP":
        before -= 1
    ongoing = function_words().ongoing
    if before < 0 or tree.tokens[before].pos != "VERB" or not tree.tokens[before].text.lower().endswith(ongoing):
        return None
    return before if tree.tokens[word].head > word else None


def _answers(tree: Tree, first: int, word: int) -> bool:
    """Whether the day is that of what is answered: "to be fired in response to an attack on Saturday"."""
    words = calendar().answers
    verb = tree.tokens[word].head
    between = range(max(verb, first - ANSWERED) + 1, first) if verb < first else range(0)
    return any(tree.tokens[index].text.lower() in words for index in between)


def _has_day(tree: Tree, first: int, last: int) -> bool:
    """ "holders of record Dec. 15": a day and month beside a noun may lie on either side."""
    return any(tree.tokens[i].text[:1].isdigit() for i in range(first, last + 1))


def _aims(tree: Tree, verb: int, date: int) -> bool:
    """ "decided to admit Elvia in March": an infinitive between the verb and the date."""
    to, low = function_words().infinitive, [token.text.lower() for token in tree.tokens[verb + 1 : date]]
    return any(word in to and tree.tokens[verb + 2 + i].pos == "VERB" for i, word in enumerate(low[:-1]))


def _asked_for(tree: Tree, verb: int, date: int) -> bool:
    """ "called for talks on Monday", but not "called on Monday for talks"."""
    return any(
        verb < thing < date and any(tree.tokens[c].text.lower() in calendar().asked_for for c in tree.of(thing, "case"))
        for thing in tree.of(verb, "obl")
    )


def _is_argument(tree: Tree, nouns: list[int]) -> bool:
    """Whether the date's noun is itself what the verb is about: "Monday's talks will", not "after the talks on
    Monday"."""
    return len(nouns) == 1 and tree.tokens[nouns[0]].rel.split(":")[0] in ("nsubj", "obj")


def _has_copula(tree: Tree, index: int) -> bool:
    return bool(tree.of(index, "cop"))


def _tense(tree: Tree, verb: int, fine: bool = True) -> int:
    known, small = calendar(), function_words()
    token = tree.tokens[verb]
    helpers = [tree.tokens[child].text.lower() for child in tree.of(verb, "aux", "cop")]
    if any(helper in known.future_auxiliaries and helper not in known.would for helper in helpers):
        return 1 if known.could.isdisjoint(helpers) else 0  # "could not be reached on Wednesday"
    if any(tree.tokens[child].text.lower() in small.infinitive for child in tree.of(verb, "mark")):
        return _infinitive(tree, verb)
    if any(helper in known.past_auxiliaries for helper in helpers):
        return -1
    low = token.text.lower()
    ongoing = low.endswith(small.ongoing)
    if ongoing and any(helper in known.present_auxiliaries for helper in helpers):
        return 1
    lemma = token.lemma.lower()
    if token.rel.split(":")[0] == "acl" and not helpers and not tree.of(verb, "nsubj") and not ongoing:
        return -1  # a participle: "a statement read on Wednesday"
    if token.pos == "VERB" and not helpers and low == lemma and low in known.unchanged:
        return -1
    if token.pos == "VERB" and not helpers and not low.endswith(small.participles) and _is_present(low, lemma):
        return 0 if lemma in known.speech or tree.sentence.paragraph == 0 or not fine else 1
    if token.pos != "VERB" and helpers and all(helper in known.present_auxiliaries for helper in helpers):
        return 0  # "Friday is a holiday"
    return -1 if token.pos == "VERB" or helpers else 0


def _is_present(low: str, lemma: str) -> bool:
    return low == lemma or low in possible_thirds(lemma)


def _of_a_noun(tree: Tree, verb: int) -> bool:
    """ "a meeting to be held on Monday"."""
    token = tree.tokens[verb]
    return token.rel.split(":")[0] == "acl" and token.head >= 0 and tree.tokens[token.head].pos in ("NOUN", "PROPN")


def _infinitive(tree: Tree, verb: int) -> int:
    """ "is to meet on Monday", "plans to …": ahead; "was forced to …": as the verb above."""
    known = calendar()
    to_be = any(tree.tokens[helper].text.lower() in known.bare_be for helper in tree.of(verb, "aux"))
    if to_be and _of_a_noun(tree, verb):
        return 1
    for above in tree.ancestors(verb):
        token = tree.tokens[above]
        lemma = token.lemma.lower()
        if lemma in known.ahead_objects or lemma in known.decided or _lies_ahead(tree, above):
            return -1 if _had(tree, above) else 1
        if token.pos == "VERB":
            return _tense(tree, above)
    return 1
