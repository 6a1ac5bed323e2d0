"""Statements within statements: who passed on what, and speakers that an earlier sentence names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from crossread.function_words import function_words
from crossread.inflection import inflection
from crossread.reading.statements.quoted import first_persons, is_quoted
from crossread.reading.statements.slight import without_slight
from crossread.reading.statements.speech import Found
from crossread.reading.statements.words import statement_words
from crossread.reading.voices import speakers
from crossread.reading.voices.genders import gender_of
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon
from crossread.reading.voices.speakers import Source
from crossread.spelling import either

DEPTH = 3
"""How many passers-on a statement keeps: nobody reads more, and deeper ones were parse errors."""
MOSTLY = 0.6
"""Share of an outlet's sentence that an inner statement must fill before the outlet only passes it on."""


# --------------------------------------------------------------------------- who speaks, from earlier sentences


def with_speakers(page: Page, found: Sequence[Found]) -> list[Found]:
    """Pronouns and papers ("he said", "the statement said") traced to who spoke before."""
    done: list[Found] = []
    for item in sorted(found, key=lambda f: (f.cue, f.content)):
        done.append(replace(item, sources=tuple(_traced(page, item, source, done) for source in item.sources)))
    return done


def _traced(page: Page, item: Found, source: Source, before: Sequence[Found]) -> Source:
    low = page.text[source.start : source.end].lower()
    small = function_words()
    if low in small.persons and (beside := _in_sentence(page, item, before)) is not None:
        return replace(source, mention=beside.mention, text=beside.text)
    person = low not in small.persons or (source.mention is not None and page.mentions[source.mention].type == "person")
    if low in small.persons and (speaking := _going_on(page, item, source, before)) is not None:
        return replace(source, mention=speaking.mention, text=speaking.text)
    if source.mention is not None and page.mentions[source.mention].named and person:
        return source
    if source.paper in lexicon().owned and source.paper:
        owner = _owner(page, item, source, before)
        return replace(source, mention=owner) if owner is not None else source
    if source.pronoun and low in small.third_persons:
        if low in small.plural_persons and (several := _several_before(page, item, source, before)) is not None:
            return replace(source, mention=several.mention, text=several.text)
        earlier = _last_speaker(page, item, before, low)
        return replace(source, mention=earlier.mention, text=earlier.text, paper=earlier.paper) if earlier else source
    return source


def _going_on(page: Page, item: Found, source: Source, before: Sequence[Found]) -> Source | None:
    """ "Reyes said Okafor would sign. She said …": the last speaker, where the one for whom the pronoun was taken is of
    whom that speaker spoke, or cannot be meant."""
    wanted = function_words().persons[page.text[source.start : source.end].lower()]
    last = next((f for f in reversed(before) if f.sentence < item.sentence), None)
    if last is None or page.trees[item.sentence].sentence.paragraph - page.trees[last.sentence].sentence.paragraph > 1:
        return None
    speaker = last.sources[0] if last.sources else None
    if speaker is None or speaker.mention is None or speaker.mention == source.mention:
        return None
    one = page.mentions[speaker.mention]
    if one.type != "person" or not one.named or gender_of(page, speaker.mention) not in ("", wanted):
        return None
    if source.mention is None or page.mentions[source.mention].type != "person":
        return speaker
    spoken_of = any(page.resolved(i) == source.mention for i in page.mentions_in(*last.content))
    return speaker if spoken_of or gender_of(page, source.mention) not in ("", wanted) else None


def _in_sentence(page: Page, item: Found, before: Sequence[Found]) -> Source | None:
    """ "Reyes praised the plan: “…,” she told the Daily": the person who spoke earlier in the sentence."""
    for earlier in reversed(before):
        if earlier.sentence != item.sentence or earlier.cue == item.cue:
            continue
        for source in earlier.sources:
            if source.mention is not None and page.mentions[source.mention].type == "person" and not source.pronoun:
                return source if source.start < item.cue[0] else None
    return None


def _several_before(page: Page, item: Found, source: Source, before: Sequence[Found]) -> Source | None:
    """ "Investigators searched the house after they said …": the people of whom the sentence, or the one before it,
    tells, unless somebody spoke since."""
    for number in (item.sentence, item.sentence - 1):
        if number < 0 or page.trees[number].sentence.paragraph != page.trees[item.sentence].sentence.paragraph:
            return None
        if number < item.sentence and any(f.sentence == number for f in before):
            return None
        tree = page.trees[number]
        for subject in tree.of(tree.root, "nsubj"):
            token = tree.tokens[subject]
            several = token.text.lower().endswith(statement_words().several_people) and token.pos == "NOUN"
            if several and token.end < source.start and speakers.can_speak(page, tree, subject):
                return next(iter(speakers.sources(page, tree, subject)), None)
    return None


def _last_speaker(page: Page, item: Found, before: Sequence[Found], pronoun: str) -> Source | None:
    """The last speaker for whom a pronoun can stand: a person for "he", several for "they", a body for "it"."""
    paragraph = page.trees[item.sentence].sentence.paragraph
    for earlier in reversed(before):
        if paragraph - page.trees[earlier.sentence].sentence.paragraph > NEAR:
            return None
        for source in earlier.sources:
            if source.start < item.cue[0] and not source.pronoun and _stands_for(page, source, pronoun):
                return source
    return None


NEAR = 2
"""Paragraphs back in which a pronoun's speaker is looked for."""


def _stands_for(page: Page, source: Source, pronoun: str) -> bool:
    person = source.mention is not None and page.mentions[source.mention].type == "person"
    several = source.text.lower().endswith(inflection().plural) and source.role and not person
    small = function_words()
    if pronoun in small.persons:
        return person or (source.role and not several and source.mention is None)
    if pronoun in small.plural_persons:
        return several or (not person and not source.paper)
    return not person and not several


def _owner(page: Page, item: Found, source: Source, before: Sequence[Found]) -> int | None:
    """Whose statement, study or letter it is: told in the phrase itself, or where the paper first appeared."""
    inside = [i for i in page.mentions_in(source.start, source.end) if page.mentions[i].named]
    if inside:
        return page.resolved(inside[0])
    if (maker := _maker(page, item, source)) is not None:
        return maker
    nouns = {source.paper, source.paper.rstrip(inflection().plural)}
    for earlier in reversed(before):
        if item.sentence - earlier.sentence > 12:
            break
        words = page.text[earlier.own[0] : earlier.own[1]].lower().split()
        if nouns & {w.strip(".,\"”“'") for w in words} and earlier.sources and earlier.sources[0].mention is not None:
            return earlier.sources[0].mention
    if source.text.lower().startswith(tuple(f"{same} " for same in statement_words().same_papers)):
        return next((e.sources[0].mention for e in reversed(before) if e.sources and not e.sources[0].passing), None)
    return None


def _maker(page: Page, item: Found, source: Source) -> int | None:
    """ "The statement by the Front": the name that stood behind the paper when it first appeared."""
    by, the = either(statement_words().makers), either(function_words().definite)
    pattern = rf"\b{re.escape(source.paper)} (?:\w+ )?(?:{by}) (?:(?:{the}) )?"
    for match in re.finditer(pattern, page.text[: item.cue[0]], re.IGNORECASE):
        made = [i for i in page.mentions_in(match.end() - 4, match.end() + 60) if page.mentions[i].named]
        if made and page.mentions[made[0]].span.start <= match.end():
            return page.resolved(made[0])
    return None


# --------------------------------------------------------------------------- chains


def chained(page: Page, found: Sequence[Found]) -> list[Found]:
    """Inner statements with those who passed them on; an outlet whose sentence is filled by one is a passer-on only.

    "The group said it denies it" is one statement: the inner one gives its kind to the outer one and goes.
    """
    around = [_around(item, found) for item in found]
    same = [
        next((j for j in outer if _same_speaker(item, found[j])), None)
        for item, outer in zip(found, around, strict=True)
    ]
    gone = {i for i, item in enumerate(found) if same[i] is not None or is_quoted(page, item)}
    kinds = {
        j: found[i].kind
        for i, j in enumerate(same)
        if j is not None
        and not _of_another(page, found[i])
        and found[j].kind in ("claim", "report")
        and _fills(found[i], found[j])
        and found[i].kind != "claim"
    }
    gone |= {
        j
        for i, outer in enumerate(around)
        if i not in gone
        for j in outer
        if any(source.passing for source in found[j].sources) and _fills(found[i], found[j])
    }
    left = [i for i in range(len(found)) if i not in gone]
    made = [
        replace(found[i], kind=kinds.get(i, found[i].kind), via=_passers_on(found[i], [found[j] for j in around[i]]))
        for i in left
    ]
    return without_slight(page, made, [bool(around[i]) for i in left])


def _of_another(page: Page, item: Found) -> bool:
    """ "“He takes the blame,” she said": in her own words, somebody else does."""
    return is_quoted(page, item) and bool(item.sources) and item.sources[0].text.lower() not in first_persons()


def _around(item: Found, found: Sequence[Found]) -> list[int]:
    """Indexes of the statements in whose content this one's cue stands, innermost first."""
    outer = [j for j, o in enumerate(found) if o is not item and _inside(item, o)]
    return sorted(outer, key=lambda j: (found[j].content[1] - found[j].content[0], j))


def _inside(inner: Found, outer: Found) -> bool:
    return (
        outer.content[0] <= inner.cue[0]
        and inner.cue[1] <= outer.content[1]
        and not (inner.content[0] <= outer.cue[0] < inner.content[1])
        and inner.sentence == outer.sentence
    )


def _same_speaker(inner: Found, outer: Found) -> bool:
    if not inner.sources or not outer.sources:
        return False
    one, other = inner.sources[0], outer.sources[0]
    if one.text.lower() in first_persons() or (one.mention is not None and one.mention == other.mention):
        return True
    return one.pronoun and one.text.lower() not in statement_words().asking_speakers and one.mention is None


def _fills(inner: Found, outer: Found) -> bool:
    starts = [inner.content[0], inner.cue[0], *(s.start for s in inner.sources if outer.content[0] <= s.start)]
    ends = [inner.content[1], inner.cue[1]]
    return max(ends) - min(starts) >= MOSTLY * (outer.content[1] - outer.content[0])


def _passers_on(item: Found, outer: Sequence[Found]) -> tuple[Source, ...]:
    """Those who passed it on, outermost last, each once, the speaker left out."""
    kept: list[Source] = []
    for source in (*item.via, *(s for o in outer for s in o.sources)):
        told = [*item.sources, *kept]
        if not any(source.text == t.text or (source.mention is not None and source.mention == t.mention) for t in told):
            kept.append(source)
    return tuple(kept[:DEPTH])
