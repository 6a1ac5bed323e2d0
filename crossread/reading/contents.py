"""What was said: the part of a sentence that a cue word governs, by the patterns of `reporting.yml`."""

from __future__ import annotations

import re

from crossread.reading.page import Page
from crossread.reading.reporting import lexicon
from crossread.reading.speakers import is_passive
from crossread.trees import Tree

FAR = 12
"""Words between a cue and its quotation at most: a name with its office, a day."""
_LEADS_IN = re.compile(r"(?:[,:]|\bthat|^)\s*$", re.IGNORECASE)
Range = tuple[int, int]  # characters of the report, half-open
LONG_QUOTE = 3
"""Words from which on a quotation beside a cue counts as what was said; shorter ones are mostly single words put in quotes."""


def match(page: Page, tree: Tree, word: int, parts: tuple[str, ...], sure: bool = False) -> Range | None:
    """The characters of what is said if all `parts` of a pattern hang on the cue `word`, else None.

    `sure` cues always tell speech: for them a clause is also found where the parse lost it.
    """
    if parts == ("thing", "pred"):
        return _called(tree, word)
    found: list[Range] = []
    for part in parts:
        range_ = _part(page, tree, word, part, sure)
        if range_ is None:
            return _surface(tree, word, parts)
        found.append(range_)
    return _to_boundary(tree, word, min(start for start, _ in found), max(end for _, end in found))


def _surface(tree: Tree, word: int, parts: tuple[str, ...]) -> Range | None:
    """"accused the rebels of …" where the parse lost the tie: a noun phrase right behind the verb, then the preposition."""
    tokens = tree.tokens
    if len(parts) != 2 or parts[0] != "thing" or parts[1] in ("to", "pred", "as", "at") or "=" in parts[1] or is_passive(tree, word):
        return None
    for i in range(word + 1, min(word + FAR, len(tokens) - 1)):
        if tokens[i].text.lower() == parts[1] and i > word + 1:
            return _to_boundary(tree, word, tokens[word + 1].start, tokens[i + 1].end)
        if tokens[i].pos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP", "PART") and tokens[i].text not in ("-", '"', "“", "”"):
            return None
    return None


def _to_boundary(tree: Tree, word: int, start: int, end: int) -> Range:
    """What is said does not stop amid a phrase: behind the cue it goes on to the next comma, conjunction or aside."""
    tokens = tree.tokens
    if start < tokens[word].start:
        return start, end
    last = max((i for i, t in enumerate(tokens) if t.end <= end), default=word)
    if last + 1 >= len(tokens) or tokens[last + 1].pos not in _GOES_ON:
        return start, end
    stop = _aside(tree, word)
    while last + 1 < stop and not _stops(tree, last + 1):
        last += 1
    return start, max(end, tokens[last].end)


_GOES_ON = frozenset(("PART", "ADP", "NOUN", "PROPN", "VERB", "AUX", "ADJ", "DET", "ADV", "NUM", "PRON"))


def _stops(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    if token.pos == "PUNCT":
        return token.text not in ("-", "‑", "'", "’", '"', "“", "”", "(", ")", "/", "‘", "$", "%")
    return token.pos == "CCONJ" and i + 1 < len(tree.tokens) and tree.tokens[i + 1].pos in ("VERB", "AUX", "ADV", "PRON", "SCONJ")


def _aside(tree: Tree, word: int) -> int:
    """Index of the first word of a closing ", the agency reported", else the sentence's length."""
    tokens = tree.tokens
    verbs = lexicon().verbs
    last = len(tokens) - 1
    while last > word and tokens[last].pos in ("PUNCT", "ADV") or tokens[last].text in _DAYS:
        last -= 1
    if last <= word + 2 or tokens[last].text.lower() not in verbs or tokens[last].pos not in ("VERB", "NOUN"):
        return len(tokens)
    i = last
    while i > word and tokens[i].text != ",":
        i -= 1
    return i if i > word and last - i <= FAR else len(tokens)


_DAYS = frozenset(("on", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "today", "yesterday"))


def _part(page: Page, tree: Tree, word: int, part: str, sure: bool) -> Range | None:
    name, _, heads = part.partition("=")
    allowed = frozenset(heads.split("|")) if heads else None
    if name in ("clause", "that", "quote"):
        return _said(page, tree, word, name, sure)
    if name == "to":
        return complement(tree, word, _infinitive(tree, word))
    if name == "ing":
        return complement(tree, word, _gerund(tree, word))
    if name == "thing":
        return complement(tree, word, thing(tree, word, allowed))
    if name == "pred":
        return complement(tree, word, _predicate(tree, word, allowed))
    return complement(tree, word, prepositional(tree, word, name.removeprefix("~")))


# --------------------------------------------------------------------------- clauses and quotations


def _said(page: Page, tree: Tree, word: int, name: str, sure: bool) -> Range | None:
    clause = None if name == "quote" else _clause(tree, word)
    if clause is not None and not (sure and clause[1] - clause[0] < 12 and _between_commas(tree, word)):
        return clause
    if name == "that":
        return _after_that(tree, word)
    if tree.tokens[word].text.lower().endswith("ing") and tree.tokens[word].rel.split(":")[0] in ("advcl", "parataxis", "conj", "acl"):
        return _beside(page, tree, word, behind=True) or _after_that(tree, word) or (_after(tree, word) if sure else None)
    if sure and (around := _between_commas(tree, word)) is not None:
        return around
    found = _beside(page, tree, word) or _above(tree, word, sure) or _after_that(tree, word) or _before(tree, word)
    return found or (_after(tree, word) if sure else None)


def _clause(tree: Tree, word: int) -> Range | None:
    tokens = tree.tokens
    for child in tree.of(word, "ccomp"):
        if _is_infinitive(tree, child) or tokens[child].rel == "ccomp:rel" or (found := complement(tree, word, child)) is None:
            continue
        start, end = found
        that = next((c for c in tree.of(child, "mark") if tokens[c].text.lower() == "that" and word < c < child), None)
        if that is not None:
            start = tokens[that].start
        elif child > word and not tree.of(child, "nsubj", "csubj", "expl"):
            start = min([start, *(tokens[tree.phrase(c)[0]].start for c in objects(tree, word) if word < c < child)])
        if child < word and _closes(tree, word) and not _quoted_start(tree, start) and (left := up_to_comma(tree, word)):
            return left
        return start, end
    return None


def _closes(tree: Tree, word: int) -> bool:
    """Whether only punctuation, a speaker, a day follow the cue."""
    rest = tree.tokens[word + 1 :]
    return not any(t.pos in ("VERB", "AUX", "SCONJ") for t in rest)


def _quoted_start(tree: Tree, start: int) -> bool:
    """Whether the words at `start` or right before them open a quotation."""
    i = next((i for i, t in enumerate(tree.tokens) if t.start >= start), 0)
    return any(t.text in ("“", '"', "‘", "''", "``") for t in tree.tokens[max(0, i - 1) : i + 1])


def _beside(page: Page, tree: Tree, word: int, behind: bool = False) -> Range | None:
    """The quotations of the sentence, from first to last, when the cue stands outside them; those `behind` it only if told so."""
    sentence, token = tree.sentence, tree.tokens[word]
    start = token.end if behind else sentence.start
    quotes = [q for q in page.quotes_in(start, sentence.end) if q.words >= LONG_QUOTE]
    if not quotes or any(q.start < token.start < q.end for q in quotes):
        return None
    near = [q for q in quotes if _adjoins(page, tree, word, q.start, q.end)]
    return (max(sentence.start, near[0].start), min(sentence.end, near[-1].end)) if near else None


def _adjoins(page: Page, tree: Tree, word: int, start: int, end: int) -> bool:
    """Whether a quotation touches its cue: "said: “…”", "told her that “…”", "“…,” said the mayor", "“…?” Reyes asked"."""
    token = tree.tokens[word]
    between = page.text[token.end : start] if start >= token.end else page.text[end : token.start]
    if len(between.split()) > FAR or any(mark in between for mark in ".;?!"):
        return False
    if start >= token.end:
        return bool(_LEADS_IN.search(between))
    inside = page.text[max(start, end - 3) : end]
    return any(mark in inside for mark in ",?!.…—") or "," in between[:2]


def _above(tree: Tree, word: int, sure: bool) -> Range | None:
    """ "The roads, he said, are open", "as he said": what is said is the clause on which the cue hangs, less the cue's part."""
    token = tree.tokens[word]
    aside = token.rel.startswith("parataxis") or (
        token.rel.startswith("advcl")
        and any(tree.tokens[c].text.lower() == "as" for c in tree.of(word, "mark", "advmod"))
    )
    if not aside or token.head < 0:
        return None
    own = set(tree.subtree(word))
    words = [i for i in tree.subtree(token.head) if i not in own and tree.tokens[i].pos != "PUNCT"]
    if not words or not any(tree.tokens[i].pos in ("VERB", "AUX") for i in words):
        return None
    left, right = [i for i in words if i < min(own)], [i for i in words if i > max(own)]
    kept = words if left and right else left or right
    if not kept:
        return None
    if not right and _closes(tree, word) and not _quoted_start(tree, tree.tokens[left[0]].start):
        return tree.tokens[0].start, tree.tokens[left[-1]].end
    return tree.tokens[kept[0]].start, tree.tokens[kept[-1]].end


def _between_commas(tree: Tree, word: int) -> Range | None:
    """"The road, the mayor said, is open": the whole sentence."""
    tokens = tree.tokens
    last = len(tokens) - 1
    while last > word and tokens[last].pos == "PUNCT" and tokens[last].text not in ("”", '"'):
        last -= 1
    first = word
    while first > 0 and tokens[first - 1].text not in (",", "”", '"') and word - first < FAR:
        first -= 1
    before, after = tokens[first - 1 : first], tokens[word + 1 : word + 2]
    flanked = bool(before) and before[0].text == "," and bool(after) and after[0].text == "," and first > 1 and last > word + 2
    if not flanked or any(t.pos in ("VERB", "SCONJ") for t in tokens[first:word]):
        return None
    follows = tokens[word + 2]
    if follows.text in ("“", '"') or follows.text.lower().endswith("ing") or follows.pos in ("CCONJ", "SCONJ"):
        return None
    return tokens[0].start, tokens[last].end


def _after_that(tree: Tree, word: int) -> Range | None:
    """Words after a "that" close behind the cue, to the sentence's end: for sentences that were not parsed well."""
    tokens = tree.tokens
    for i in range(word + 1, min(word + 7, len(tokens) - 2)):
        if tokens[i].text.lower() == "that" and tokens[i].pos == "SCONJ":
            last = len(tokens) - 1
            while last > i and tokens[last].pos == "PUNCT":
                last -= 1
            return (tokens[i].start, tokens[last].end) if last > i + 1 else None
        if tokens[i].text in (".", ";", ",") or tokens[i].pos == "VERB":
            break
    return None


def _before(tree: Tree, word: int) -> Range | None:
    """"…, said the group" and "…, the group said": the words before the comma, when nothing said follows the cue."""
    tokens = tree.tokens
    return None if tree.of(word, "ccomp", "xcomp") else up_to_comma(tree, word)


def up_to_comma(tree: Tree, word: int) -> Range | None:
    """The sentence from its start to the comma before a cue and its subject."""
    tokens = tree.tokens
    edge = word
    for subject in tree.of(word, "nsubj"):
        if subject < word:
            edge = min(edge, tree.phrase(subject)[0])
    while edge > 0 and tokens[edge - 1].pos in ("AUX", "ADV", "ADP"):
        edge -= 1
    if edge < 2 or tokens[edge - 1].text not in (",", ",”", "”", '"', "—", "–", "-"):
        return None
    closes = tokens[edge - 1].text in ("”", '"')
    if not closes and not any(t.pos in ("VERB", "AUX") for t in tokens[: edge - 1]):
        return None
    return tokens[0].start, tokens[edge - 1 if closes else edge - 2].end


def _after(tree: Tree, word: int) -> Range | None:
    """A bare clause right behind the cue that the parse took for something else: to the sentence's end."""
    tokens = tree.tokens
    first, last = word + 1, len(tokens) - 1
    while last > first and tokens[last].pos == "PUNCT" and tokens[last].text not in ("”", '"'):
        last -= 1
    if last - first < 2 or tokens[first].pos not in ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM") or tree.of(word, "xcomp"):
        return None
    finite = any(t.pos == "AUX" or (t.pos == "VERB" and t.text[-3:] != "ing") for t in tokens[first + 1 : last + 1])
    subject = any(tokens[c].rel.startswith("nsubj") and c > first - 1 for i in range(first, last + 1) for c in tree.children[i])
    return (tokens[first].start, tokens[last].end) if finite and subject else None


# --------------------------------------------------------------------------- other complements


def complement(tree: Tree, word: int, child: int | None) -> Range | None:
    """The characters of a complement: its subtree on its own side of the cue."""
    if child is None:
        return None
    tokens = tree.tokens
    own = [i for i in tree.subtree(child) if (i > word) == (child > word) and i != word]
    if tokens[child].pos in ("NOUN", "PROPN", "PRON"):  # "denied the attack and accused …": the second verb is no part of it
        verbs = {i for c in tree.of(child, "conj") if tokens[c].pos == "VERB" for i in [*tree.subtree(c), *tree.of(c, "cc")]}
        own = [i for i in own if i not in verbs]
    first = last = own.index(child)
    while first > 0 and _joined(tree, own[first - 1], own[first]):
        first -= 1
    while last + 1 < len(own) and _joined(tree, own[last], own[last + 1]):
        last += 1
    begin = own[first]
    while begin - 1 > word and tokens[child].pos in ("NOUN", "PROPN") and tokens[begin - 1].pos in ("DET", "ADJ", "PROPN", "NUM"):
        begin -= 1
    return tokens[begin].start, tokens[own[last]].end


def _joined(tree: Tree, left: int, right: int) -> bool:
    """Whether only punctuation stands between two words of a subtree."""
    return all(tree.tokens[i].pos == "PUNCT" for i in range(left + 1, right))


def _is_infinitive(tree: Tree, child: int) -> bool:
    return any(
        tree.tokens[c].text.lower() == "to" and tree.tokens[c].pos == "PART" and c < child
        for c in tree.of(child, "mark")
    )


def _infinitive(tree: Tree, word: int) -> int | None:
    children = tree.of(word, "xcomp", "ccomp", "advcl", "acl")
    children += [c for obj in objects(tree, word) for c in tree.of(obj, "acl", "advcl")]
    return next((c for c in children if c > word and _is_infinitive(tree, c)), None)


def _gerund(tree: Tree, word: int) -> int | None:
    children = tree.of(word, "xcomp", "ccomp", "advcl")
    return next((c for c in children if c > word and tree.tokens[c].text.lower().endswith("ing")), None)


def thing(tree: Tree, word: int, heads: frozenset[str] | None = None) -> int | None:
    """The object of an active verb or the subject of a passive one."""
    for child in objects(tree, word):
        if heads is None or tree.tokens[child].text.lower() in heads:
            return child
    return None


def objects(tree: Tree, word: int) -> list[int]:
    """The object of a verb; a bare noun behind it that the parse calls something else counts too."""
    if found := tree.of(word, "obj"):
        return found
    if is_passive(tree, word):
        return tree.of(word, "nsubj")
    bare = [
        c
        for c in tree.of(word, "iobj", "obl", "nsubj", "dep")
        if c > word and tree.tokens[c].pos in ("NOUN", "PROPN", "PRON") and tree.tokens[c].rel not in ("obl:tmod", "obl:unmarked", "obl:npmod")
    ]
    return [c for c in bare if not tree.of(c, "case", "mark")][:1]


def _called(tree: Tree, word: int) -> Range | None:
    """"called the plan a disaster": from what is called to what it is called, both bare phrases behind the verb."""
    tokens = tree.tokens
    if is_passive(tree, word):
        said, rest = thing(tree, word), [c for c in tree.of(word, "xcomp", "obj", "iobj") if c > word]
        return complement(tree, word, rest[-1]) if said is not None and rest else None
    bare = [
        c
        for c in tree.of(word, "obj", "iobj", "xcomp", "nsubj", "obl", "ccomp")
        if c > word and tokens[c].pos in ("NOUN", "PROPN", "PRON", "ADJ") and not _is_infinitive(tree, c)
    ]
    bare = [c for c in bare if not tree.of(c, "case", "mark", "cop") and tokens[c].rel not in ("obl:unmarked", "obl:tmod", "obl:npmod")]
    if len(bare) < 2 or (first := complement(tree, word, bare[0])) is None or (last := complement(tree, word, bare[-1])) is None:
        return None
    return min(first[0], last[0]), max(first[1], last[1])


def _predicate(tree: Tree, word: int, heads: frozenset[str] | None) -> int | None:
    """"holds it responsible": a word of `heads` that hangs on the verb, whatever the parse calls it."""
    for child in tree.children[word]:
        if child > word and heads is not None and tree.tokens[child].text.lower() in heads:
            return child
    return None


def prepositional(tree: Tree, word: int, preposition: str) -> int | None:
    """The phrase with that preposition on the cue, or on its object where the parse put it there."""
    children = tree.of(word, "obl", "nmod", "advcl", "acl", "advmod", "xcomp", "ccomp", "obj")
    children += [c for obj in objects(tree, word) for c in tree.of(obj, "nmod", "acl")]
    for child in children:
        if child < word:
            continue
        if any(tree.tokens[c].text.lower() == preposition for c in tree.of(child, "case", "mark")):
            return child
        if tree.tokens[child].text.lower() == preposition:
            return child
    behind = tree.tokens[word + 1] if word + 1 < len(tree.tokens) else None
    if behind is not None and behind.text.lower() == preposition:  # called a particle by the parse
        return next((c for c in sorted(tree.children[word]) if c > word + 1 and tree.tokens[c].pos in ("NOUN", "PROPN", "PRON")), None)
    return None
