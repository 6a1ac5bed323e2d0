"""What was said: the part of a sentence that a cue word governs, by the patterns of `reporting.yml`."""

from __future__ import annotations

from crossread.function_words import function_words
from crossread.reading.statements.clauses import FAR, said
from crossread.reading.statements.complements import (
    Range,
    called,
    complement,
    gerund,
    infinitive,
    predicate,
    prepositional,
    thing,
)
from crossread.reading.statements.words import statement_words
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon
from crossread.reading.voices.speakers import is_passive
from crossread.trees import Tree


def match(page: Page, tree: Tree, word: int, parts: tuple[str, ...], sure: bool = False) -> Range | None:
    """The characters of what is said if all `parts` of a pattern hang on the cue `word`, else None.

    `sure` cues always tell speech: for them a clause is also found where the parse lost it.
    """
    if parts == ("thing", "pred"):
        return called(tree, word)
    found: list[Range] = []
    for part in parts:
        if part == "it":  # "as she put it": must be there, tells nothing
            if thing(tree, word, frozenset(("it",))) is None:
                return None
            continue
        range_ = _part(page, tree, word, part, sure)
        if range_ is None:
            return _surface(tree, word, parts)
        found.append(range_)
    return to_boundary(tree, word, min(start for start, _ in found), max(end for _, end in found))


def _quoted_name(page: Page, tree: Tree, word: int) -> Range | None:
    """ "calls this “a second drowning”", "what he called “fantasy figures”": a quotation close behind the verb."""
    tokens, as_ = tree.tokens, function_words().manner_conjunctions
    for i in range(word + 1, min(word + FAR, len(tokens))):
        if tokens[i].text in ("“", '"', "‘", "'", "``"):
            quote = next((q for q in page.quotes_in(tokens[i].start, tokens[i].end) if q.closed), None)
            start = tokens[i].start if tokens[word + 1].text.lower() in as_ else tokens[word + 1].start
            return (start, min(quote.end, tree.sentence.end)) if quote is not None else None
        if tokens[i].pos not in _NOMINAL or tokens[i].text in (",", ";", ":", "—", "–"):
            return None
    return None


def _surface(tree: Tree, word: int, parts: tuple[str, ...]) -> Range | None:
    """ "accused the rebels of …" where the parse lost the tie: a noun phrase, then the preposition."""
    tokens = tree.tokens
    if (
        len(parts) != 2
        or parts[0] != "thing"
        or parts[1] in ("to", "pred", "as", "at")
        or "=" in parts[1]
        or is_passive(tree, word)
    ):
        return None
    for i in range(word + 1, min(word + FAR, len(tokens) - 1)):
        if tokens[i].text.lower() == parts[1] and i > word + 1:
            return to_boundary(tree, word, tokens[word + 1].start, tokens[i + 1].end)
        if tokens[i].pos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP", "PART") and tokens[
            i
        ].text not in ("-", '"', "“", "”"):
            return None
    return None


def to_boundary(tree: Tree, word: int, start: int, end: int) -> Range:
    """What is said does not stop amid a phrase: behind the cue it goes on to the next comma, conjunction or aside."""
    tokens = tree.tokens
    if start < tokens[word].start:
        return start, end
    last = max((i for i, t in enumerate(tokens) if t.end <= end), default=word)
    if last + 1 >= len(tokens) or tokens[last + 1].pos not in _GOES_ON:
        return start, end
    if tokens[last + 1].pos == "SCONJ" and tokens[last].text in _CLOSING:
        return start, end  # "chanted “Shame” as they marched"
    stop = _aside(tree, word)
    while last + 1 < stop and not _stops(tree, last + 1):
        last += 1
    while tokens[last].pos == "SCONJ" and tokens[last].end > end:
        last -= 1
    return start, max(end, tokens[last].end)


_CLOSING = frozenset(("”", '"', "''", "’", "'"))
_GOES_ON = frozenset(("SCONJ", "PART", "ADP", "NOUN", "PROPN", "VERB", "AUX", "ADJ", "DET", "ADV", "NUM", "PRON"))


def _stops(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    if token.pos == "PUNCT":
        return token.text not in ("-", "‑", "'", "’", '"', "“", "”", "(", ")", "/", "‘", "$", "%")
    return (
        token.pos == "CCONJ"
        and i + 1 < len(tree.tokens)
        and tree.tokens[i + 1].pos in ("VERB", "AUX", "ADV", "PRON", "SCONJ")
    )


def _aside(tree: Tree, word: int) -> int:
    """Index of the first word of a closing ", the agency reported", else the sentence's length."""
    tokens = tree.tokens
    verbs, days = lexicon().verbs, statement_words().closing_days
    last = len(tokens) - 1
    while (last > word and tokens[last].pos in ("PUNCT", "ADV")) or tokens[last].text.lower() in days:
        last -= 1
    if last <= word + 2 or tokens[last].text.lower() not in verbs or tokens[last].pos not in ("VERB", "NOUN"):
        return len(tokens)
    i = last
    while i > word and tokens[i].text != ",":
        i -= 1
    return i if i > word and last - i <= FAR else len(tokens)


def _with_subject(tree: Tree, word: int, found: Range | None) -> Range | None:
    """ "called for the mayor to resign": what is called for begins with "for", whatever the parse ties the mayor to."""
    if found is None:
        return None
    tokens, wanted = tree.tokens, statement_words().called_for
    first = next((i for i, t in enumerate(tokens) if t.start >= found[0]), 0)
    for i in range(word + 1, min(first, word + FAR)):
        if tokens[i].text.lower() in wanted and all(t.pos in _NOMINAL for t in tokens[i + 1 : first]):
            return tokens[i].start, found[1]
    return found


_NOMINAL = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADP", "PUNCT", "CCONJ"))


def _part(page: Page, tree: Tree, word: int, part: str, sure: bool) -> Range | None:
    name, _, heads = part.partition("=")
    allowed = frozenset(heads.split("|")) if heads else None
    if name in ("clause", "that", "quote"):
        return said(page, tree, word, name, sure)
    if name == "to":
        return _with_subject(tree, word, complement(tree, word, infinitive(tree, word)))
    if name == "ing":
        return complement(tree, word, gerund(tree, word))
    if name == "thing":
        return complement(tree, word, thing(tree, word, allowed))
    if name == "name":
        return _quoted_name(page, tree, word)
    if name == "number":
        child = thing(tree, word)
        counted = child is not None and any(tree.tokens[i].pos == "NUM" for i in tree.subtree(child))
        return complement(tree, word, child) if counted else None
    if name == "next":
        near = word + 1 < len(tree.tokens) and tree.tokens[word + 1].text.lower() == heads
        return complement(tree, word, prepositional(tree, word, heads)) if near else None
    if name == "pred":
        return complement(tree, word, predicate(tree, word, allowed))
    return complement(tree, word, prepositional(tree, word, name.removeprefix("~")))
