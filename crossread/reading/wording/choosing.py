"""The labels and loaded words that one report chooses.

1. Words of `labels.yml` and compounds that tell whose man somebody is ("Alpha-backed"), as tight phrases.
2. Short stretches in quotation marks that are no full quotation (`choices`).
3. For each: whom it is for (`bearers`), which deed it names, and in whose voice it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from crossread.reading.voices import speakers
from crossread.reading.voices.page import Page
from crossread.reading.wording import bearers
from crossread.reading.wording.choices import WIDEST, Choice, loyalties, scare_quotes
from crossread.reading.wording.epithets import epithets, manners
from crossread.reading.wording.labels import Hit, find_labels, known
from crossread.records import EventMention, Mention, Report, StatementMention, WordingMention
from crossread.spans import must_quote
from crossread.trees import Tree

Voice = Literal["outlet", "speaker"]

HAPPENING = bearers.Bearer("", None, "a word for what happened", tied=False)
"""A label for the deed of which the report tells; which one that is the reports together say."""

_POINTING = frozenset(("this", "that", "it", "these", "those", "thing"))


def find_wording(
    report: Report,
    trees: tuple[Tree, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[StatementMention, ...],
    events: tuple[EventMention, ...],
) -> tuple[WordingMention, ...]:
    """The wording of one report in text order; of labels that overlap the longest stays."""
    page = Page(report, trees, mentions)
    made: list[WordingMention] = []
    for tree in trees:
        labels = _longest([*_labels(page, tree), *loyalties(page, tree), *epithets(page, tree), *manners(page, tree)])
        for choice in [*labels, *_beyond(scare_quotes(page, tree), labels)]:
            made.append(_written(page, tree, choice, statements, events))
    return tuple(sorted(made, key=lambda w: (w.span.start, w.span.end)))


def _longest(choices: Sequence[Choice]) -> list[Choice]:
    kept: list[Choice] = []
    for choice in sorted(choices, key=lambda c: (c.first - c.last, c.first, c.why)):
        if not any(choice.first <= other.last and other.first <= choice.last for other in kept):
            kept.append(choice)
    return kept


def _beyond(quotes: Iterable[Choice], labels: Sequence[Choice]) -> list[Choice]:
    """Scare quotes that no label overlaps: a label says more."""
    return [q for q in quotes if not any(q.first <= label.last and label.first <= q.last for label in labels)]


def _written(
    page: Page, tree: Tree, choice: Choice, statements: Sequence[StatementMention], events: Sequence[EventMention]
) -> WordingMention:
    span = must_quote(page.report, tree.tokens[choice.first].start, tree.tokens[choice.last].end)
    deed = next((i for i, e in enumerate(events) if e.trigger.start < span.end and span.start < e.trigger.end), None)
    return WordingMention(
        label=" ".join(span.text.split()),
        of=choice.bearer.text,
        span=span,
        bearer=choice.bearer.mention,
        deed=deed,
        voice=_voice(page, span.start, span.end, statements),
        why=f"{choice.why}; {choice.bearer.why}",
        doer=choice.bearer.doer,
    )


def _voice(page: Page, start: int, end: int, statements: Sequence[StatementMention]) -> Voice:
    """A speaker's voice inside what a speaker says; another outlet's plain report stays the outlet's voice."""
    for statement in statements:
        if statement.content.start <= start and end <= statement.content.end:
            speaker = statement.speaker
            if speaker is None or page.mentions[speaker].type != "media" or statement.direct:
                return "speaker"
    return "outlet"


def _labels(page: Page, tree: Tree) -> Iterator[Choice]:
    hits = [hit for hit in find_labels(tree) if not _is_name(page, tree, hit)]
    words = {hit.entry.tokens for hit in hits}
    for hit in hits:
        part = hit.entry.part
        if hit.entry.weak and len(words) > 1:  # one judging word does not come alone
            hit = msgspec.structs.replace(hit, entry=msgspec.structs.replace(hit.entry, weak=False))
        if part in ("actor", "camp", "deed", "verdict"):
            yield from _noun(page, tree, hit)
        elif part == "verb":
            yield from _verb(page, tree, hit)
        elif part == "quality":
            yield from _quality(page, tree, hit)
        elif part == "manner":
            yield from _manner(page, tree, hit)
        else:
            yield from _doubt(page, tree, hit)


def _is_name(page: Page, tree: Tree, hit: Hit) -> bool:
    """A label that is part of a proper name ("the Free Resistance Party") is nobody's choice of words."""
    token = tree.tokens[hit.last]
    index = page.mention_at(token)
    if index is None or not page.mentions[index].named or not token.text[:1].isupper():
        return False
    return token.pos == "PROPN" or len(page.mentions[index].span.text.split()) > 1


def _noun(page: Page, tree: Tree, hit: Hit) -> Iterator[Choice]:
    head, part = hit.last, hit.entry.part
    above = tree.tokens[head].head
    if (
        tree.tokens[head].rel in ("compound", "amod", "nmod", "nmod:desc")
        and above == head + 1
        and tree.tokens[above].text.lower() in known().plain
    ):
        head = above
    bearer = bearers.noun_bearer(page, tree, head, agent_first=part == "deed")
    if not bearer.tied and part in ("verdict", "deed"):
        bearer = bearers.owner_bearer(page, tree, head) or bearer
    first = _left_edge(page, tree, hit.first, head)
    marked = head > hit.last or first < hit.first
    if hit.entry.weak and not bearer.tied:
        return
    if hit.entry.happening and (not bearer.tied or _is_place(page, bearer)):
        bearer = HAPPENING
    if bearer.text.lower() in _POINTING and bearer.mention is None:
        bearer = HAPPENING
    if part == "camp" and not (bearer.tied and marked) and not _has_loyalty(tree, first, head):
        return
    yield Choice(
        first,
        head,
        bearer,
        f"a word for {'a deed' if part == 'deed' else 'somebody'} that judges"
        if part != "camp"
        else "one word of several for an armed side",
    )


def _left_edge(page: Page, tree: Tree, first: int, head: int) -> int:
    """The first of the words before a noun that belong to its label: adjectives and nouns, not articles or owners."""
    own = set(tree.subtree(head))
    edge = first
    while edge > 0 and first - edge < WIDEST and edge - 1 in own:
        token = tree.tokens[edge - 1]
        hyphened = token.text == "-" or (edge >= 2 and tree.tokens[edge].text == "-")
        if not hyphened and (
            token.pos not in ("ADJ", "PROPN", "NOUN", "VERB", "ADV")
            or token.rel.startswith(("nmod:poss", "det", "case"))
        ):
            break
        index = page.mention_at(token)
        if (
            index is not None
            and page.mentions[index].named
            and page.mentions[index].type not in ("place", "government")
            and not hyphened
        ):
            break
        edge -= 1
    while edge < first and (tree.tokens[edge].pos in ("PUNCT", "VERB") and tree.tokens[edge].rel != "amod"):
        edge += 1
    return edge


def _has_loyalty(tree: Tree, first: int, head: int) -> bool:
    loyalty = known().loyalty
    return any(tree.tokens[i].text.lower() in loyalty for i in range(first, head))


def _verb(page: Page, tree: Tree, hit: Hit) -> Iterator[Choice]:
    word = hit.last
    if tree.tokens[word].rel == "amod" and not hit.entry.weak and 0 < tree.tokens[word].head - word <= 2:
        noun = tree.tokens[word].head  # "our massacred comrades"
        index = page.resolved(page.mention_at(tree.tokens[noun]))
        yield Choice(word, noun, bearers.Bearer(bearers.phrase_text(page, tree, noun), index), "a word for a deed")
    if tree.tokens[word].rel in ("amod", "compound", "acl"):
        return
    if hit.entry.weak:
        named = bearers.subject_bearer(page, tree, word)
        if named is None or named.mention is None or not (tree.of(word, "obj") or speakers.is_passive(tree, word)):
            return
    by = bearers.subject_bearer(page, tree, word)
    to = bearers.object_bearer(page, tree, word)
    bearer = (to or by) if hit.entry.of_object else (by or to)
    if bearer is not None:
        yield Choice(word, word, bearer, "a word for a deed that judges")


def _quality(page: Page, tree: Tree, hit: Hit) -> Iterator[Choice]:
    found = bearers.quality_bearer(page, tree, hit.last)
    if found is None and not _stands_alone(page, tree, hit.last):
        return
    bearer, head = found or (HAPPENING, hit.last)
    noun = tree.tokens[head].text.lower().removesuffix("s")
    if (not bearer.tied and noun in known().generic) or (bearer.text.lower() in _POINTING and bearer.mention is None):
        bearer = HAPPENING
    first = hit.first
    while (
        first > 0
        and tree.tokens[first - 1].text.lower() in known().intensifiers
        and tree.tokens[first - 1].pos == "ADV"
    ):
        first -= 1
    said_of = head <= hit.last
    if hit.entry.weak and not (said_of or first < hit.first):
        return
    last = head if 0 <= head - hit.last <= WIDEST else hit.last
    yield Choice(first, last, bearer, "a judging adjective")


def _stands_alone(page: Page, tree: Tree, word: int) -> bool:
    """A quoted judgement of a few words that leaves out what it judges (“Totally unacceptable,” she said)."""
    token = tree.tokens[word]
    alone = token.pos == "ADJ" and not tree.of(word, "nsubj") and token.rel.split(":")[0] in ("root", "ccomp")
    return alone and page.quoted(token.start, token.end) > 0


def _is_place(page: Page, bearer: bearers.Bearer) -> bool:
    return bearer.mention is not None and page.mentions[bearer.mention].type == "place"


def _manner(page: Page, tree: Tree, hit: Hit) -> Iterator[Choice]:
    head = tree.tokens[hit.last].head
    if head < 0 or tree.tokens[hit.last].rel.split(":")[0] != "advmod":
        return
    governor = tree.tokens[head]
    if governor.pos in ("ADJ", "NOUN"):
        found = bearers.quality_bearer(page, tree, head)
        if found is not None and head > hit.last:
            yield Choice(
                hit.first, found[1] if 0 < found[1] - hit.last <= WIDEST else head, found[0], "a judging adverb"
            )
        return
    bearer = bearers.subject_bearer(page, tree, head) or bearers.object_bearer(page, tree, head)
    if bearer is not None and hit.entry.polarity:
        first, last = (hit.first, head) if head == hit.last + 1 else (hit.first, hit.last)
        yield Choice(head if hit.first == head + 1 else first, max(last, hit.last), bearer, "a judging adverb")


def _doubt(page: Page, tree: Tree, hit: Hit) -> Iterator[Choice]:
    head = tree.tokens[hit.last].head
    if not 0 < head - hit.last <= WIDEST or tree.tokens[head].pos not in ("NOUN", "PROPN"):
        return
    bearer = bearers.noun_bearer(page, tree, head)
    yield Choice(hit.first, head, bearer, "a word that withholds belief")
