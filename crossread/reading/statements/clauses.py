"""The clause or the quotation that a cue word introduces, also where the parse lost the tie."""

from __future__ import annotations

from crossread.function_words import function_words
from crossread.reading.statements.complements import Range, complement, is_infinitive, objects
from crossread.reading.statements.words import patterns
from crossread.reading.voices.page import Page
from crossread.reading.voices.quotations import Quotation
from crossread.reading.voices.speakers import is_passive
from crossread.trees import Tree

LONG_QUOTE = 3
"""Words from which on a quotation beside a cue counts as what was said; shorter ones are mostly scare quotes."""


FAR = 12
"""Words between a cue and its quotation at most: a name with its office, a day."""


def said(page: Page, tree: Tree, word: int, name: str, sure: bool) -> Range | None:
    """The characters of the clause or quotation (`name`) that the cue introduces; if `sure`, also found by place."""
    if name == "quote":
        return _beside(page, tree, word)
    clause = _clause(tree, word)
    if clause is not None and clause[1] <= tree.tokens[word].start and _resumes(tree, word):
        return clause[0], _last(tree, word)
    if clause is not None and not (sure and clause[1] - clause[0] < 12 and _between_commas(tree, word)):
        return clause
    if name == "that":
        return _after_that(tree, word)
    if tree.tokens[word].text.lower().endswith(function_words().ongoing) and tree.tokens[word].rel.split(":")[0] in (
        "advcl",
        "parataxis",
        "conj",
        "acl",
    ):
        return (
            _beside(page, tree, word, behind=True) or _after_that(tree, word) or (_after(tree, word) if sure else None)
        )
    if sure and (around := _between_commas(tree, word)) is not None:
        return around
    found = _beside(page, tree, word) or _above(tree, word, sure) or _after_that(tree, word) or _before(tree, word)
    return found or (_after(tree, word) if sure else None) or _sentence_before(page, tree, word)


def _resumes(tree: Tree, word: int) -> bool:
    """ "She was hit while, police say, crossing the road": behind the aside its clause goes on."""
    tokens = tree.tokens
    if word + 2 >= len(tokens) or tokens[word + 1].text != ",":
        return False
    above = tokens[word + 2].head
    return 0 <= above < word and tokens[word + 2].pos == "VERB" and word not in (above, tokens[word + 2].head)


def _last(tree: Tree, word: int) -> int:
    """Where the sentence ends, its closing full stop left out."""
    last = len(tree.tokens) - 1
    while last > word and tree.tokens[last].pos == "PUNCT" and tree.tokens[last].text not in ("”", '"'):
        last -= 1
    return tree.tokens[last].end


def _sentence_before(page: Page, tree: Tree, word: int) -> Range | None:
    """ "“Nobody moves!” Reyes thundered": the mark closed the sentence before, which is what is said."""
    number, tokens = page.sentence_at(tree.sentence.start), tree.tokens
    if number == 0 or page.trees[number - 1].sentence.paragraph != tree.sentence.paragraph or word > FAR:
        return None
    if any(t.pos in ("VERB", "AUX", "SCONJ", "CCONJ") for t in tokens[:word]) or tree.of(word, "obj", "ccomp", "xcomp"):
        return None
    end = page.trees[number - 1].sentence.end
    quote = next((q for q in page.quotes_in(end - 1, end) if q.double and q.closed and q.end == end), None)
    return (quote.start, quote.end) if quote is not None and page.text[end - 2] in "!?…" else None


def _clause(tree: Tree, word: int) -> Range | None:
    tokens = tree.tokens
    for child in tree.of(word, "ccomp"):
        if (
            is_infinitive(tree, child)
            or tokens[child].rel == "ccomp:rel"
            or (found := complement(tree, word, child)) is None
        ):
            continue
        start, end = found
        marks = [c for c in tree.of(child, "mark") if word < c < child]
        that = next((c for c in marks if tokens[c].text.lower() in function_words().complementizers), None)
        if that is not None:
            start = tokens[that].start
        elif child > word and not tree.of(child, "nsubj", "csubj", "expl"):
            start = min([start, *(tokens[tree.phrase(c)[0]].start for c in objects(tree, word) if word < c < child)])
        if child < word and closes(tree, word) and not _quoted_start(tree, start) and (left := up_to_comma(tree, word)):
            return left
        return start, _first_of_headline(tree, child, end)
    return None


def _first_of_headline(tree: Tree, child: int, end: int) -> int:
    """Where what is said ends in a headline, which has no full stop: "Ministry says dam held; village flooded"."""
    if tree.tokens[-1].pos == "PUNCT":
        return end
    cut = next((i for i in range(child + 1, len(tree.tokens)) if tree.tokens[i].text == ";"), None)
    return end if cut is None else min(end, tree.tokens[cut - 1].end)


def closes(tree: Tree, word: int) -> bool:
    """Whether only punctuation, a speaker, a day follow the cue."""
    rest = tree.tokens[word + 1 :]
    return not any(t.pos in ("VERB", "AUX", "SCONJ") for t in rest)


def _quoted_start(tree: Tree, start: int) -> bool:
    """Whether the words at `start` or right before them open a quotation."""
    i = next((i for i, t in enumerate(tree.tokens) if t.start >= start), 0)
    return any(t.text in ("“", '"', "‘", "''", "``") for t in tree.tokens[max(0, i - 1) : i + 1])


def _beside(page: Page, tree: Tree, word: int, behind: bool = False) -> Range | None:
    """The quotations of the sentence, first to last, if the cue stands outside them; only those `behind` it if told."""
    sentence, token = tree.sentence, tree.tokens[word]
    start = token.end if behind else sentence.start
    quotes = [q for q in page.quotes_in(start, sentence.end) if q.words >= LONG_QUOTE or _opens_with(page, tree, q)]
    if not quotes or any(q.start < token.start < q.end for q in quotes):
        return None
    near = [q for q in quotes if _adjoins(page, tree, word, q.start, q.end)]
    return (max(sentence.start, near[0].start), min(sentence.end, near[-1].end)) if near else None


def _opens_with(page: Page, tree: Tree, quote: Quotation) -> bool:
    """ "“Murderers,” the crowd shouted": a quotation however short that opens the sentence and ends with a mark."""
    return quote.double and quote.start <= tree.sentence.start and page.text[max(0, quote.end - 2)] in ",?!."


def _adjoins(page: Page, tree: Tree, word: int, start: int, end: int) -> bool:
    """Whether a quotation touches its cue: "said: “…”", "told her that “…”", "“…,” said the mayor"."""
    token = tree.tokens[word]
    between = page.text[token.end : start] if start >= token.end else page.text[end : token.start]
    if len(between.split()) > FAR or any(mark in between for mark in ".;?!"):
        return False
    if start >= token.end:
        return bool(patterns().leads_in.search(between))
    inside = page.text[max(start, end - 3) : end]
    return any(mark in inside for mark in ",?!.…—") or "," in between[:2]


def _above(tree: Tree, word: int, sure: bool) -> Range | None:
    """ "The roads, he said, are open", "as he said": what is said is the clause above, less the cue's part. Verbs that
    are not `sure` to tell speech say their own object: "the strike ends as nurses accept an offer"."""
    token = tree.tokens[word]
    marks = {tree.tokens[c].text.lower() for c in tree.of(word, "mark", "advmod")}
    as_ = not marks.isdisjoint(function_words().manner_conjunctions)
    aside = token.rel.startswith("parataxis") or (token.rel.startswith("advcl") and as_)
    if not aside or token.head < 0 or (not sure and objects(tree, word)):
        return None
    own = set(tree.subtree(word))
    if min(own) > 0 and tree.tokens[min(own) - 1].text == ";":
        return None
    words = [i for i in tree.subtree(token.head) if i not in own and tree.tokens[i].pos != "PUNCT"]
    if not words or not any(tree.tokens[i].pos in ("VERB", "AUX") for i in words):
        return None
    left, right = [i for i in words if i < min(own)], [i for i in words if i > max(own)]
    kept = words if left and right else left or right
    if not kept:
        return None
    if not right and closes(tree, word) and not _quoted_start(tree, tree.tokens[left[0]].start):
        return tree.tokens[0].start, tree.tokens[left[-1]].end
    return tree.tokens[kept[0]].start, tree.tokens[kept[-1]].end


def _between_commas(tree: Tree, word: int) -> Range | None:
    """ "The road, the mayor said, is open": the whole sentence."""
    tokens = tree.tokens
    last = len(tokens) - 1
    while last > word and tokens[last].pos == "PUNCT" and tokens[last].text not in ("”", '"'):
        last -= 1
    first = word
    while first > 0 and tokens[first - 1].text not in (",", "”", '"') and word - first < FAR:
        first -= 1
    before, after = tokens[first - 1 : first], tokens[word + 1 : word + 2]
    flanked = (
        bool(before)
        and before[0].text == ","
        and bool(after)
        and after[0].text == ","
        and first > 1
        and last > word + 2
    )
    if not flanked or any(t.pos in ("VERB", "SCONJ") for t in tokens[first:word]):
        return None
    follows = tokens[word + 2]
    ongoing = follows.text.lower().endswith(function_words().ongoing)
    if follows.text in ("“", '"') or ongoing or follows.pos in ("CCONJ", "SCONJ"):
        return None
    return tokens[0].start, tokens[last].end


def _after_that(tree: Tree, word: int) -> Range | None:
    """Words after a "that" close behind the cue, to the sentence's end: for sentences that were not parsed well."""
    tokens, that = tree.tokens, function_words().complementizers
    for i in range(word + 1, min(word + 7, len(tokens) - 2)):
        if tokens[i].text.lower() in that and tokens[i].pos == "SCONJ":
            last = len(tokens) - 1
            while last > i and tokens[last].pos == "PUNCT":
                last -= 1
            return (tokens[i].start, tokens[last].end) if last > i + 1 else None
        if tokens[i].text in (".", ";", ",") or tokens[i].pos == "VERB":
            break
    return None


def _before(tree: Tree, word: int) -> Range | None:
    """ "…, said the group" and "…, the group said": the words before the comma, when nothing said follows the cue."""
    if tree.tokens[word].rel == "acl:relcl" and tree.tokens[word].head < word:
        return None  # "…, where officials reported ten dead"
    if tree.tokens[word].rel == "advcl" and _is_aside(tree, word):
        return None
    return None if tree.of(word, "ccomp", "xcomp") else up_to_comma(tree, word)


def _is_aside(tree: Tree, word: int) -> bool:
    """ "…, when the mayor promised help", "…, announced on Monday by the mayor": a clause with something else said in
    it, or a participle that hangs on a noun; not "…, as the mayor said"."""
    if not any(tree.tokens[i].pos == "NOUN" for i in objects(tree, word)):
        return tree.tokens[word - 1].text == "," and is_passive(tree, word) and not tree.of(word, "nsubj", "aux")
    marks = (tree.tokens[c].text.lower() for c in tree.of(word, "mark", "advmod") if c < word)
    return any(mark not in function_words().manner_conjunctions for mark in marks)


def up_to_comma(tree: Tree, word: int) -> Range | None:
    """The sentence from its start to the comma before a cue and its subject."""
    tokens = tree.tokens
    edge = word
    for subject in tree.of(word, "nsubj"):
        if subject < word:
            edge = min(edge, tree.phrase(subject, without=("punct",))[0])
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
    if (
        last - first < 2
        or tokens[first].pos not in ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM")
        or tree.of(word, "xcomp")
    ):
        return None
    ongoing = function_words().ongoing
    below = set(range(first, last + 1)).difference(tree.ancestors(word))  # "claimed 17 lives, officials said"
    finite = any(
        tokens[i].pos == "AUX" or (tokens[i].pos == "VERB" and not tokens[i].text.endswith(ongoing))
        for i in below - {first}
    )
    subject = any(tokens[c].rel.startswith("nsubj") and c > first - 1 for i in below for c in tree.children[i])
    return (tokens[first].start, tokens[last].end) if finite and subject else None
