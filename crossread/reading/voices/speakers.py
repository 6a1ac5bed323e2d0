"""Who says it: from a cue word to the phrase that names its speaker, and to the mention behind that phrase."""

from __future__ import annotations

import msgspec

from crossread.function_words import function_words
from crossread.reading.voices.named import is_named, name_before, name_behind, named_at_end, named_person
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon
from crossread.trees import Tree

NOT_OF_THE_NAME = ("acl", "acl:relcl", "parataxis", "advcl", "appos", "cc", "conj", "punct", "advmod", "discourse")
DEEP = 4
"""How many verbs up a missing subject is looked for ("came out, vowing to go on saying …")."""


class Source(msgspec.Struct, frozen=True):
    """Somebody who speaks: the phrase, in characters, and the mention (resolved) behind it if there is one."""

    start: int
    end: int
    text: str
    mention: int | None
    pronoun: bool = False
    paper: str = ""  # the noun, where a paper speaks ("statement")
    passing: bool = False  # an outlet: it passes on what others say
    role: bool = False  # a noun for people


def is_relative(tree: Tree, word: int) -> bool:
    """Whether a word is a relative pronoun: "who", but not "WHO", which is a body's name unless all is in capitals."""
    text = tree.tokens[word].text
    if text.lower() not in function_words().all_relatives:
        return False
    return len(text) == 1 or not text.isupper() or all(t.text.isupper() for t in tree.tokens if t.text.isalpha())


def is_passive(tree: Tree, word: int) -> bool:
    """Whether a verb is passive: it has a form of "be"; the relation alone is not trusted ("has called")."""
    children, token, small = tree.children[word], tree.tokens[word], function_words()
    if (
        token.rel in ("acl", "advcl")
        and token.text.lower().endswith(small.done)
        and not tree.of(word, "nsubj", "aux", "mark")
    ):
        return True  # "people accused of …", "Asked about it, …"
    marked = any(tree.tokens[c].rel in ("aux:pass", "nsubj:pass", "csubj:pass") for c in children)
    helpers = [tree.tokens[c].text.lower() for c in children if tree.tokens[c].pos == "AUX" and c < word]
    if not marked or token.text.lower().endswith(small.ongoing):
        return False
    if helpers:
        return not small.passive_helpers.isdisjoint(helpers)
    return any(tree.tokens[c].rel == "aux:pass" for c in children)


def agent(tree: Tree, word: int) -> int | None:
    """The "by …" of a passive."""
    for child in tree.of(word, "obl", "nmod"):
        cases = [tree.tokens[c].text.lower() for c in tree.of(child, "case")]
        if not function_words().agents.isdisjoint(cases) or (tree.tokens[child].rel == "obl:agent" and not cases):
            return child
    return None


def subject(tree: Tree, word: int, depth: int = 0) -> int | None:
    """The word that names who does the saying of the verb `word`."""
    if is_passive(tree, word) and not depth:
        return agent(tree, word)
    own, token = tree.of(word, "nsubj"), tree.tokens[word]
    if not token.rel.startswith("acl"):
        own = [c for c in own if not is_relative(tree, c)] or own
    if own:
        closed = word > 0 and tree.tokens[word - 1].text in _CLOSING and own[-1] > word
        left = [] if closed else [c for c in own if c < word]
        own = [c for c in own if c > word] if closed else own
        nearest = left[-1] if left else own[0]
        relative = is_relative(tree, nearest) and token.rel.startswith("acl")
        return token.head if relative else nearest
    if token.head < 0 or depth >= DEEP:
        return None
    return _accompanying(tree, word) or _inherited(tree, word, depth)


_CLOSING = frozenset(("”", '"', "''"))
"""Marks behind which, right before a verb with a subject on either side, the one inside is of what is said."""


def _accompanying(tree: Tree, word: int) -> int | None:
    """ "…, with a spokesman saying that …": the noun between, where the parse ties the participle to the verb above."""
    beside = word - 1
    if beside < 1 or tree.tokens[beside].pos not in ("NOUN", "PROPN"):
        return None
    if not tree.tokens[word].text.lower().endswith(function_words().ongoing):
        return None
    with_ = any(tree.tokens[c].text.lower() in lexicon().accompanying for c in tree.of(beside, "case"))
    return beside if with_ else None


def _inherited(tree: Tree, word: int, depth: int) -> int | None:
    """The subject of the verb above, where the verb `word` has none of its own."""
    token, rel = tree.tokens[word], tree.tokens[word].rel.split(":")[0]
    head = token.head
    if rel == "acl":
        return head
    if (
        rel == "conj"
        and tree.tokens[head].pos in ("NOUN", "PROPN")
        and token.pos == "VERB"
        and (above := tree.tokens[head].head) >= 0
    ):
        return subject(tree, above, depth + 1)
    if rel == "conj" and tree.tokens[head].pos in ("VERB", "AUX", "ADJ", "NOUN"):
        return subject(tree, head, depth + 1)
    if (
        rel == "xcomp"
        and (objects := tree.of(head, "obj"))
        and any(tree.tokens[c].text.lower() in function_words().infinitive for c in tree.of(word, "mark"))
    ):
        return objects[0]
    if rel in ("xcomp", "advcl") or (rel == "parataxis" and token.text.lower().endswith(function_words().ongoing)):
        return subject(tree, head, depth + 1)
    return None


def possessor(tree: Tree, noun: int) -> int | None:
    """Whose claim, demand, warning it is: "its", "the group's", "by the group", "from residents"."""
    for child in tree.of(noun, "nmod:poss"):
        return child
    small = function_words()
    givers = small.agents | small.origins
    for child in tree.of(noun, "nsubj"):
        if any(tree.tokens[c].text.lower() in small.possessive_marks for c in tree.of(child, "case")):
            return child  # "Prime Minister Nadia Reyes's insistence that …", taken for a clause by the parse
    for child in tree.of(noun, "nmod"):
        if any(tree.tokens[c].text.lower() in givers for c in tree.of(child, "case")):
            return child
    for child in tree.of(noun, "acl"):
        if (by := agent(tree, child)) is not None:
            return by
    people = lexicon().people
    return next(
        (c for c in tree.of(noun, "compound", "amod") if tree.tokens[c].text.lower() in people and c < noun), None
    )


# --------------------------------------------------------------------------- from the word to the source


def sources(page: Page, tree: Tree, head: int | None) -> list[Source]:
    """The speakers that a phrase names: one for each name of "Alpha and Beta", else one for the whole phrase."""
    if head is None:
        return []
    if is_relative(tree, head) and (above := tree.tokens[head].head) >= 0 and tree.tokens[above].rel == "acl:relcl":
        head = _antecedent(page, tree, head, tree.tokens[above].head)
    if is_relative(tree, head):
        return []
    heads = [head, *(c for c in tree.of(head, "conj") if tree.tokens[c].pos in ("NOUN", "PROPN", "PRON"))]
    made = [_source(page, tree, h) for h in heads]
    named = [page.mentions[s.mention].named if s.mention is not None else False for s in made]
    if len(made) == 1 or all(named):
        return made[:4]
    start, end = min(s.start for s in made), max(s.end for s in made)
    return [msgspec.structs.replace(made[0], start=start, end=end, text=_one_line(page.text[start:end]))]


def _antecedent(page: Page, tree: Tree, relative: int, head: int) -> int:
    """The one whom "who" stands for: the name right before it, where the parse ties the clause to a paper or a thing
    ("a statement by Nadia Reyes, who said …")."""
    low = tree.tokens[head].text.lower()
    if tree.tokens[relative].text.lower() not in function_words().personal_relatives or low in lexicon().people:
        return head
    before = relative - 1 if tree.tokens[relative - 1].text != "," else relative - 2
    index = page.mention_at(tree.tokens[before]) if head < before else None
    if index is None or page.mentions[index].type != "person" or page.mention_at(tree.tokens[head]) == index:
        return head
    while tree.tokens[before].head in range(head + 1, before):
        before = tree.tokens[before].head
    return before


def _source(page: Page, tree: Tree, head: int) -> Source:
    token, small = tree.tokens[head], function_words()
    first, last = tree.phrase(head, without=NOT_OF_THE_NAME)
    while first < head and tree.tokens[first].pos in ("ADP", "PUNCT", "SCONJ", "CCONJ", "VERB", "ADV"):
        first += 1
    if tree.tokens[last].text.lower() in small.possessive_marks | small.apostrophes and last > head:
        last -= 1
    first, last = _labelled(tree, head, first, last)
    start, end = tree.tokens[first].start, tree.tokens[last].end
    low, known = token.text.lower(), lexicon()
    mention = page.mention_at(token)
    if not is_named(page, mention):
        named = named_person(page, tree, head, start)
        if named is None and low in known.people:
            named = name_behind(page, tree, head, last)
            named = named_at_end(page, tree, head) if named is None else named
        named = name_before(page, start, end) if not is_named(page, named) else named
        mention = named if named is not None else mention
    text = page.text[start:end]
    if low in small.owners and (owner := page.resolved(mention)) is not None:
        text = page.mentions[owner].span.text
    if mention is not None and page.mentions[mention].named and low not in known.pronouns:
        span = page.mentions[mention].span
        text, start, end = span.text, min(start, span.start), max(end, span.end) if span.end - end < 80 else end
    resolved = page.resolved(mention)
    return Source(
        start=start,
        end=end,
        text=_one_line(text),
        mention=resolved,
        pronoun=low in known.pronouns or (token.pos == "PRON" and low not in known.people),
        paper=low if low in known.papers and not is_named(page, mention) else "",
        passing=(is_named(page, resolved) and resolved is not None and page.mentions[resolved].type == "media")
        or low in known.passing,
        role=low in known.people,
    )


_NO_END = frozenset(("ADP", "VERB", "AUX", "SCONJ", "CCONJ", "DET", "PART"))


def _labelled(tree: Tree, head: int, first: int, last: int) -> tuple[int, int]:
    """The phrase as the encoder's label bounds it, where one covers the head.

    Labels hold titles and descriptions together that parses tear apart ("a Home Department official"): F1 of sources
    on PolNeAR (dev) .609 without them, .636 with them at any score from 0 to 0.6.
    """
    for tag in tree.sentence.attributions:
        if tag.label == "SOURCE" and tag.first <= head <= tag.last and not tree.of(head, "conj"):
            end = tag.last
            if any(is_relative(tree, i) for i in range(last + 1, end + 1)):
                return tag.first, last
            times = {i for t in tree.sentence.times for i in range(t.first, t.last + 1)}
            while end > max(head, last) and (tree.tokens[end].pos in _NO_END or end in times):
                end -= 1
            cut = tree.tokens[end].pos in _NO_END and end < last  # "officials in" of "officials in Maro and Tal"
            return tag.first, last if cut else end
    return first, last


def _one_line(text: str) -> str:
    return " ".join(text.split())


def can_speak(page: Page, tree: Tree, head: int | None) -> bool:
    """Whether a word names somebody or something that can say things."""
    if head is None:
        return False
    token = tree.tokens[head]
    low, known = token.text.lower(), lexicon()
    if (
        low in known.pronouns
        or low in known.people
        or low in known.papers
        or token.pos == "PROPN"
        or low in known.unnamed
    ):
        return True
    if page.mention_at(token) is not None or low.endswith(known.people_endings):
        return True
    if any(page.mention_at(tree.tokens[c]) is not None for c in tree.of(head, "appos", "flat", "nmod:desc")):
        return True
    return any(t.label == "SOURCE" and t.first <= head <= t.last for t in tree.sentence.attributions)
