"""The labels and loaded words that one report chooses.

1. Words of `labels.yml` and compounds that tell whose man somebody is ("Alpha-backed"), as tight phrases.
2. Short stretches in quotation marks that are no full quotation (`choices`).
3. For each: whom it is for (`bearers`), which deed it names, and in whose voice it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossread.reading.voices.page import Page
from crossread.reading.wording import bearers
from crossread.reading.wording.choices import WIDEST, Choice, loyalties, voice
from crossread.reading.wording.colouring import coloured
from crossread.reading.wording.descriptions import described
from crossread.reading.wording.epithets import epithets, manners
from crossread.reading.wording.labels import FAINT, STRONG, Hit, chief, find_labels, known
from crossread.reading.wording.leads import Lead
from crossread.reading.wording.overlapping import longest, with_descriptions, with_quotes
from crossread.reading.wording.pictures import HAPPENING
from crossread.reading.wording.scare import scare_quotes
from crossread.reading.wording.weighing import weighed
from crossread.records import EventMention, Mention, Report, StatementMention, WordingMention
from crossread.spans import must_quote
from crossread.trees import Tree


def find_wording(
    report: Report,
    trees: tuple[Tree, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[StatementMention, ...],
    events: tuple[EventMention, ...],
) -> tuple[WordingMention, ...]:
    """The wording of one report in text order; of labels that overlap the longest stays."""
    page = Page(report, trees, mentions)
    lead = Lead(page)
    made = [
        _written(page, tree, lead.named(choice), statements, events)
        for tree in trees
        for choice in weighed(page, tree, _choices(page, tree), statements).shown
    ]
    return tuple(sorted(made, key=lambda w: (w.span.start, w.span.end)))


def judges(
    report: Report, trees: tuple[Tree, ...], mentions: tuple[Mention, ...], statements: tuple[StatementMention, ...]
) -> tuple[bool, ...]:
    """For each sentence whether it judges, all signs together; more than the words that are shown tell."""
    page = Page(report, trees, mentions)
    return tuple(weighed(page, tree, _choices(page, tree), statements).judges for tree in trees)


def _choices(page: Page, tree: Tree) -> list[Choice]:
    labels = longest(
        [
            *_labels(page, tree),
            *loyalties(page, tree),
            *epithets(page, tree),
            *manners(page, tree),
            *coloured(page, tree),
        ]
    )
    return with_descriptions(with_quotes(labels, list(scare_quotes(page, tree))), described(page, tree))


def _written(
    page: Page, tree: Tree, choice: Choice, statements: Sequence[StatementMention], events: Sequence[EventMention]
) -> WordingMention:
    span = must_quote(page.report, tree.tokens[choice.first].start, tree.tokens[choice.last].end)
    deed = next((i for i, e in enumerate(events) if e.trigger.start < span.end and span.start < e.trigger.end), None)
    bearer = choice.bearer
    behind = bearer.mention is not None and bool(bearer.thing)
    return WordingMention(
        label=" ".join(span.text.split()),
        of=bearer.thing if behind else bearer.text,
        span=span,
        bearer=bearer.mention,
        deed=deed,
        voice=voice(page, span.start, span.end, statements),
        why=f"{choice.why}; {bearer.why}",
        doer=bearer.doer,
        behind=behind,
    )


def _labels(page: Page, tree: Tree) -> Iterator[Choice]:
    hits = [hit for hit in find_labels(tree) if not _is_name(page, tree, hit)]
    for hit in hits:
        part = hit.entry.part
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
    name = page.proper_name(token)
    return name is not None and (token.pos == "PROPN" or len(name.span.text.split()) > 1)


def _noun(page: Page, tree: Tree, hit: Hit) -> Iterator[Choice]:
    head, part = chief(tree, hit), hit.entry.part
    above = tree.tokens[head].head
    if (
        tree.tokens[head].rel in ("compound", "amod", "nmod", "nmod:desc")
        and above == head + 1
        and tree.tokens[above].pos == "NOUN"
    ):
        head = above
    bearer = bearers.noun_bearer(page, tree, head, agent_first=part == "deed")
    if not bearer.tied and part in ("verdict", "deed"):
        owner = bearers.owner_bearer(page, tree, head)
        bearer = bearers.behind(page, tree, head, owner) if owner is not None else bearer
    first = _left_edge(page, tree, hit.first, head)
    marked = head > hit.last or first < hit.first
    weight = hit.entry.weight + (hit.entry.weight < STRONG and bearer.tied)
    if weight < STRONG and any(tree.tokens[i].pos == "PROPN" for i in range(first, hit.first)):
        weight += 1  # "the Reyes regime"
    if _is_charge(tree, head):
        weight = FAINT
    if hit.entry.happening and (not bearer.tied or _is_place(page, bearer)):
        bearer = HAPPENING
    if bearer.text.lower() in known().pointing_words and bearer.mention is None:
        bearer = HAPPENING
    if part == "camp" and not (bearer.tied and marked) and not _has_loyalty(tree, first, head):
        return
    yield Choice(
        first,
        max(head, hit.last),
        bearer,
        f"a word for {'a deed' if part == 'deed' else 'somebody'} that judges"
        if part != "camp"
        else "one word of several for an armed side",
        weight,
        alone=min(weight, hit.entry.weight),
    )


def _is_charge(tree: Tree, word: int) -> bool:
    """What a court deals with ("charged with murder", "two counts of fraud")."""
    above = tree.tokens[word].head
    if above >= 0 and tree.tokens[word].rel == "conj":
        above = tree.tokens[above].head
    return above >= 0 and tree.tokens[above].text.lower() in known().court


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
    noun = _noun_after(tree, word)
    if noun is not None and hit.entry.weight == STRONG:  # "our massacred comrades"
        index = page.resolved(page.mention_at(tree.tokens[noun]))
        yield Choice(word, noun, bearers.Bearer(bearers.phrase_text(page, tree, noun), index), "a word for a deed")
    if tree.tokens[word].rel in ("amod", "compound", "acl"):
        return
    by = bearers.subject_bearer(page, tree, word)
    to = bearers.object_bearer(page, tree, word)
    bearer = (to or by) if hit.entry.of_object else (by or to)
    if bearer is not None:
        yield Choice(hit.first, word, bearer, "a word for a deed that judges", hit.entry.weight)


def _noun_after(tree: Tree, word: int) -> int | None:
    """The noun that a participle stands before; the next word, where the parse ties it to a noun far off."""
    token = tree.tokens[word]
    if token.rel != "amod":
        return None
    if 0 < token.head - word <= 2:
        return token.head
    behind = tree.tokens[word + 1] if word + 1 < len(tree.tokens) else None
    return word + 1 if behind is not None and behind.pos in ("NOUN", "PROPN") else None


def _quality(page: Page, tree: Tree, hit: Hit) -> Iterator[Choice]:
    found = bearers.quality_bearer(page, tree, hit.last)
    if found is None and not _stands_alone(page, tree, hit.last):
        return
    bearer, head = found or (HAPPENING, hit.last)
    noun = tree.tokens[head].text.lower().removesuffix("s")
    pointing = bearer.text.lower() in known().pointing_words and bearer.mention is None
    if pointing and head > hit.last and noun not in known().generic:  # "this is an unfounded claim"
        bearer = bearers.Bearer(bearers.phrase_text(page, tree, head), None, "modifies it", tied=False)
    elif pointing or (noun in known().generic and (not bearer.tied or bearer.mention is None)):
        bearer = HAPPENING
    first = hit.first
    while (
        first > 0
        and tree.tokens[first - 1].text.lower() in known().intensifiers
        and tree.tokens[first - 1].pos == "ADV"
    ):
        first -= 1
    said_of = head <= hit.last
    weight = hit.entry.weight + (hit.entry.weight < STRONG and (said_of or first < hit.first))
    last = head if 0 <= head - hit.last <= WIDEST else hit.last
    yield Choice(first, last, bearer, "a judging adjective", weight, alone=hit.entry.weight)


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
    if governor.pos in ("ADJ", "NOUN") or (governor.pos == "VERB" and governor.rel == "amod"):
        found = bearers.quality_bearer(page, tree, head)
        if found is not None and head > hit.last:
            yield Choice(
                hit.first,
                found[1] if 0 < found[1] - hit.last <= WIDEST else head,
                found[0],
                "a judging adverb",
                hit.entry.weight,
            )
        return
    bearer = bearers.subject_bearer(page, tree, head) or bearers.object_bearer(page, tree, head)
    if bearer is not None and hit.entry.polarity:
        first, last = (hit.first, head) if head == hit.last + 1 else (hit.first, hit.last)
        yield Choice(
            head if hit.first == head + 1 else first, max(last, hit.last), bearer, "a judging adverb", hit.entry.weight
        )


def _doubt(page: Page, tree: Tree, hit: Hit) -> Iterator[Choice]:
    head = tree.tokens[hit.last].head
    if not 0 < head - hit.last <= WIDEST or tree.tokens[head].pos not in ("NOUN", "PROPN"):
        return
    bearer = bearers.noun_bearer(page, tree, head)
    yield Choice(hit.first, head, bearer, "a word that withholds belief", hit.entry.weight)
