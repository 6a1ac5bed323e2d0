"""Scare quotes: words in quotation marks from which the report keeps its distance, not what somebody said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossread.function_words import function_words
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon
from crossread.reading.wording import bearers
from crossread.reading.wording.bearers import Bearer
from crossread.reading.wording.choices import Choice
from crossread.reading.wording.labels import STRONG, WEAK, find_labels, known
from crossread.trees import Tree

LONGEST_SCARE = 4
"""Words in a scare quote at most; longer stretches in quotation marks are quotations."""


_TITLE = re.compile(
    r"^(?:[A-Z0-9][\w'’.-]*|of|the|and|in|on|for|to|a)(?:\s+(?:[A-Z0-9][\w'’.-]*|of|the|and|in|on|for|to|a))+$"
)


def scare_quotes(page: Page, tree: Tree) -> Iterator[Choice]:
    """Words that stand in quotation marks though nobody is quoted with them: the report keeps its distance."""
    sentence = tree.sentence
    quotes = page.quotes_in(sentence.start, sentence.end)
    if not quotes:
        return
    judging = [(hit.first, hit.last) for hit in find_labels(tree)] + [(j.first, j.last) for j in sentence.judgements]
    for quote in quotes:
        inside = [i for i in tree.words(quote.start, quote.end) if tree.tokens[i].pos not in ("PUNCT", "SYM")]
        if not quote.closed or not 1 <= quote.words <= LONGEST_SCARE or not inside or quote.end > sentence.end:
            continue
        text = page.text[tree.tokens[inside[0]].start : tree.tokens[inside[-1]].end]
        if (dubbed := _dubbed(page, tree, inside[0])) is not None:
            named = inside[1:] if tree.tokens[inside[0]].pos == "DET" and len(inside) > 1 else inside
            yield Choice(named[0], named[-1], dubbed, "a name given in quotation marks", STRONG)
            continue
        if _is_title(tree, inside, text) or len(inside) >= len([t for t in tree.tokens if t.pos != "PUNCT"]):
            continue
        judged = any(first <= inside[-1] and inside[0] <= last for first, last in judging)
        if not _names_something(tree, inside) or _is_nickname(tree, inside) or (not judged and _is_said(tree, inside)):
            continue
        bearer = _quoted_bearer(page, tree, inside[0], inside[-1])
        if bearer is not None:
            weight = STRONG if judged else _weight(tree, inside)
            yield Choice(inside[0], inside[-1], bearer, "put in quotation marks", weight)


def _weight(tree: Tree, inside: Sequence[int]) -> int:
    """STRONG where an article or an adjective before them shows that the report picks the words out, else WEAK."""
    before = tree.tokens[inside[0] - 2] if inside[0] > 1 else None
    picked = before is None or before.pos in ("DET", "ADJ")
    pair = any(tree.tokens[i].pos == "CCONJ" for i in inside) and tree.tokens[inside[0]].pos in ("ADJ", "VERB")
    return STRONG if picked or pair or _is_weighed(tree, inside) else WEAK


def _names_something(tree: Tree, inside: Sequence[int]) -> bool:
    """A noun phrase, an adjective or one word; what opens with a preposition or holds a clause was said by somebody."""
    tokens = [tree.tokens[i] for i in inside]
    if tokens[0].pos in _LOOSE or any(token.pos == "AUX" or token.rel == "mark" for token in tokens):
        return False
    return tokens[0].pos != "ADV" or len(tokens) > 1


_LOOSE = frozenset(("ADP", "SCONJ", "CCONJ", "AUX", "PART", "PRON", "INTJ", "NUM"))


def _is_nickname(tree: Tree, inside: Sequence[int]) -> bool:
    """ "Ana “Nita” Reyes": names on both sides."""
    before, after = inside[0] - 2, inside[-1] + 2
    if before < 0 or after >= len(tree.tokens) or not tree.tokens[inside[0]].text[:1].isupper():
        return False
    return all(token.pos == "PROPN" and token.text[:1].isupper() for token in (tree.tokens[before], tree.tokens[after]))


def _is_said(tree: Tree, inside: Sequence[int]) -> bool:
    """Whether somebody is quoted with these words: they are what a verb of saying says, or how it describes a thing.

    What a thing is called ("called the vote “a masquerade”") stays, if it is a noun: a name given in quotation marks.
    So do words whose article stands before the quotation marks: whoever picks them out is the report.
    """
    word = tree.head(inside[0], inside[-1])
    token, first, rel = tree.tokens[word], tree.tokens[inside[0]], tree.tokens[word].rel.split(":")[0]
    if _is_weighed(tree, inside):
        return False
    if any(c < inside[0] for c in tree.of(word, "cop")):
        return False  # "is the “Netflix of games”": whoever says so has picked the words
    if first.text[:1].isupper() and rel in ("root", "ccomp", "parataxis"):
        return True
    if inside[0] > 1 and tree.tokens[inside[0] - 2].pos == "DET":
        return False
    above = token.head if token.head >= 0 and tree.tokens[token.head].pos == "VERB" else None
    frames = lexicon().verbs.get(tree.tokens[above].text.lower(), ("", ()))[1] if above is not None else ()
    named = token.pos in ("NOUN", "PROPN") and any(frame.kind == "opinion" for frame in frames)
    if first.pos == "DET" and not named:
        return True
    said = bool(frames) or (above is not None and tree.tokens[above].lemma.lower() in known().voicing)
    return said and rel in _SAID and not named


def _is_weighed(tree: Tree, inside: Sequence[int]) -> bool:
    """A quoted pair ("“block and control”") or an adjective made stronger ("“extremely low”"): picked for it."""
    tokens = [tree.tokens[i] for i in inside]
    alike = len(tokens) == 3 and (tokens[0].pos == tokens[2].pos or {tokens[0].pos, tokens[2].pos} == {"VERB", "NOUN"})
    pair = alike and tokens[1].text.lower() in function_words().joining
    stronger = len(tokens) == 2 and tokens[0].text.lower() in known().intensifiers - {"very"} and tokens[1].pos == "ADJ"
    how = len(tokens) == 2 and tokens[0].pos == "ADV" and tokens[1].pos == "VERB"  # "“brutally beat” the man"
    return pair or stronger or how


_SAID = frozenset(("obj", "ccomp", "xcomp", "obl", "parataxis", "dep"))


def _is_title(tree: Tree, inside: Sequence[int], text: str) -> bool:
    before = tree.tokens[max(0, inside[0] - 3) : inside[0]]
    after = tree.tokens[inside[-1] + 1 : inside[-1] + 4]
    named = any(token.text.lower() in known().not_scare for token in before)
    named = named or any(token.text.lower() in known().titled for token in after[:2])
    return (
        named
        or any(c.isdigit() for c in text)
        or bool(_TITLE.match(text))
        or tree.tokens[inside[-1]].pos in ("INTJ", "PRON", "NUM")
    )


def _quoted_bearer(page: Page, tree: Tree, first: int, last: int) -> Bearer | None:
    if (called := _called_so(page, tree, first)) is not None:
        return called
    head = tree.head(first, last)
    token = tree.tokens[head]
    pair = any(tree.tokens[i].pos == "CCONJ" for i in range(first, last))
    how = first < last and all(tree.tokens[i].pos in ("ADV", "VERB") for i in range(first, last + 1))
    bare = first < last and not (how and tree.of(head, "nsubj"))
    if token.pos in ("VERB", "AUX") and not pair and (bare or not token.text.endswith(function_words().done)):
        return None  # a few words of what somebody said
    if token.pos == "VERB":
        return bearers.subject_bearer(page, tree, head) or bearers.object_bearer(page, tree, head)
    if token.pos == "ADJ" or (token.rel in ("compound", "amod") and token.head > last):
        found = bearers.quality_bearer(page, tree, head)
        return found[0] if found is not None else None
    if token.pos in ("NOUN", "PROPN"):
        return bearers.noun_bearer(page, tree, head, agent_first=True)
    return None


def _dubbed(page: Page, tree: Tree, first: int) -> Bearer | None:
    """Whom a verb gives the quoted name: "called Reyes “The Iron Mayor”", "was known as the “Wrecker”"."""
    before = first - 1
    while before > 0 and (tree.tokens[before].pos in ("PUNCT", "DET") or _is_as(tree, before)):
        before -= 1
    if before == 0 and _names(tree, 0) and tree.tokens[0].rel == "advcl":  # "Nicknamed the “Wrecker”, Reyes was …"
        named = tree.of(tree.tokens[0].head, "nsubj")
        return bearers.any_bearer(page, tree, named[0], "it is called so") if named else None
    if first - before > LONGEST_SCARE or before < 1 or tree.tokens[before].text == ",":
        return None
    if _names(tree, before):  # "were known as"
        found = bearers.object_bearer(page, tree, before)
        return found if found is not None and _is_somebody(page, found) else None
    verb = next((i for i in range(before - 1, max(-1, before - NEAR), -1) if _names(tree, i)), None)
    if verb is None or any(t.pos in ("VERB", "ADP", "PUNCT") for t in tree.tokens[verb + 1 : before]):
        return None
    found = bearers.any_bearer(page, tree, before, "it is called so")
    return found if _is_somebody(page, found) else None


NEAR = 6
"""Words between "called" and the end of whom it calls so, at most (3 to 10 gave the same on 25 stories)."""


def _is_as(tree: Tree, word: int) -> bool:
    return tree.tokens[word].text.lower() in function_words().manner_conjunctions


def _names(tree: Tree, word: int) -> bool:
    """Whether a word is a verb that gives a name."""
    token = tree.tokens[word]
    frames = lexicon().verbs.get(token.text.lower(), ("", ()))[1]
    return token.pos == "VERB" and (
        token.text.lower() in known().naming or any("name" in frame.parts for frame in frames)
    )


def _is_somebody(page: Page, bearer: Bearer) -> bool:
    return bearer.mention is not None and page.mentions[bearer.mention].type in ("person", "people")


def _called_so(page: Page, tree: Tree, first: int) -> Bearer | None:
    """A name, an article and the quotation: "called Reyes a “clown”", "described the Front as a “mob”"."""
    i = first - 1
    while i > 0 and (tree.tokens[i].pos in ("PUNCT", "DET") or _is_as(tree, i)) and first - i <= 3:
        i -= 1
    index = page.resolved(page.mention_at(tree.tokens[i])) if first - i >= 2 and i >= 0 else None
    determined = any(tree.tokens[k].pos == "DET" or _is_as(tree, k) for k in range(i + 1, first))
    if index is None or not determined or any(t.text == "," for t in tree.tokens[i + 1 : first]):
        return None
    return Bearer(page.mentions[index].span.text, index, "it is called so")
