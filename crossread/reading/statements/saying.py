"""Who says what in one report, and through whom.

1. Cues: verbs, nouns, adjectives, "according to"; headlines, signed messages, texts issued by somebody, lists,
   transcripts (`cues`, `signatures`, `issued`, `listed`, `turns`).
2. Quotations are taken whole, and those without a cue go on with their speaker (`quoted`).
3. Pronouns and papers are traced to who spoke before (`chains`).
4. Statements within statements become chains (`chains`).
5. What is left is written down as records, with the kind that cue and content tell (`kinds`).
"""

from __future__ import annotations

from msgspec.structs import replace

from crossread.reading.statements import (
    chains,
    cues,
    issued,
    joined,
    kinds,
    listed,
    outlets,
    quoted,
    second_opinion,
    signatures,
    sourced,
    turns,
    wireheads,
)
from crossread.reading.statements.speech import Found
from crossread.reading.statements.words import statement_words
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon
from crossread.reading.voices.speakers import Source
from crossread.records import Mention, Report, Span, StatementMention
from crossread.spans import must_quote
from crossread.trees import Tree

SHORTEST = 3
"""Characters of content below which there is nothing said ("it")."""


def find_statements(
    report: Report, trees: tuple[Tree, ...], mentions: tuple[Mention, ...]
) -> tuple[StatementMention, ...]:
    """The statements of one report, in the order of their contents."""
    page = Page(report, trees, mentions)
    found = [item for number in range(len(trees)) for item in cues.find_cues(page, number) if item.sources]
    found += [item for item in second_opinion.added(page, found) if item.sources]
    found = issued.in_own_name(page, [item for item in found if not _is_label(page, item)])
    found += signatures.find_signed(page, found)
    found = quoted.whole_quotations(page, quoted.separated(page, found))
    found = _with_listed(page, _without_doubles(found), list(listed.find_listed(page)))
    found += turns.find_turns(page)
    found += quoted.going_on(page, found)
    found = chains.with_speakers(page, found)
    found = [replace(item, via=outlets.outlets_beside(page, item)) if not item.via else item for item in found]
    found = [item for item in chains.chained(page, found) if not _is_bare(page, item)]
    found = sourced.sourced(page, joined.joined(page, found))
    records = [_record(page, item, source) for item in found for source in item.sources or ()]
    return tuple(sorted(records, key=lambda r: (r.content.start, r.content.end, r.cue.start, r.speaker_text)))


def _with_listed(page: Page, found: list[Found], items: list[Found]) -> list[Found]:
    """The items of lists, and what stands outside of them; inside, everything is said by whoever announced the list,
    and the cue that announces it says nothing else."""
    inside, announcing = {item.sentence for item in items}, {item.cue for item in items}
    outside = (
        f
        for f in found
        if f.sentence not in inside
        and f.cue not in announcing
        and (not inside or page.sentence_at(f.content[0]) not in inside)
    )
    return [*outside, *items]


def _is_label(page: Page, item: Found) -> bool:
    """Whether the cue is a label of the page: "READ ALSO: …", "Watch: …"; not one amid a sentence."""
    cue = page.text[slice(*item.cue)].lower()
    opens = item.cue[0] == page.trees[item.sentence].sentence.start
    return opens and cue in lexicon().no_speakers and page.text[item.cue[1] : item.cue[1] + 1] == ":"


def _is_bare(page: Page, item: Found) -> bool:
    """Whether only a word that stands for something else is said ("denied this", "which it promised")."""
    text = page.text[item.content[0] : item.content[1]]
    named = item.kind == "denial" and " " in text  # "denies the accusation": one that the report has told
    if len(text) < SHORTEST or (text.lower() in lexicon().bare and not named):
        return True
    return text.lower().startswith(statement_words().anonymity)


def _without_doubles(found: list[Found]) -> list[Found]:
    """One statement for each cue ("expressed hope", not "hope" again), and no two of one content and speaker."""
    kept: dict[tuple[int, int], Found] = {}
    for item in found:
        before = kept.get(item.cue)
        if before is None or (not before.sources and item.sources):
            kept[item.cue] = item
    for cue in [c for c in kept if any(o != c and o[0] <= c[0] and c[1] <= o[1] for o in kept)]:
        del kept[cue]
    unique: dict[tuple[object, ...], Found] = {}
    for item in kept.values():
        unique.setdefault((item.content, tuple((s.mention, s.text) for s in item.sources)), item)
    return list(unique.values())


def _record(page: Page, item: Found, source: Source) -> StatementMention:
    report = page.report
    content = must_quote(report, wireheads.behind(page, *item.content), item.content[1])
    return StatementMention(
        speaker=source.mention,
        speaker_text=source.text,
        speaker_span=must_quote(report, source.start, source.end),
        via=tuple(must_quote(report, s.start, s.end) for s in item.via),
        kind=kinds.kind_of(page, item, source),
        direct=item.direct,
        cue=must_quote(report, *item.cue),
        content=content,
        evidence=_evidence(page, item, content),
    )


def _evidence(page: Page, item: Found, content: Span) -> tuple[Span, ...]:
    """The sentences of the content and the sentence of the cue; one span where they touch."""
    first = page.trees[page.sentence_at(content.start)].sentence
    last = page.trees[page.sentence_at(content.end - 1)].sentence
    cue = page.trees[page.sentence_at(item.cue[0])].sentence
    said = must_quote(page.report, min(first.start, content.start), max(last.end, content.end))
    told = must_quote(page.report, min(cue.start, item.cue[0]), max(cue.end, item.cue[1]))
    if said.start <= told.start and told.end <= said.end:
        return (said,)
    if told.end >= said.start and told.start <= said.end:
        return (must_quote(page.report, min(said.start, told.start), max(said.end, told.end)),)
    return tuple(sorted((said, told)))
