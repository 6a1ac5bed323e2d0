"""The words that tell that somebody says something (`knowledge/en/reporting.yml`), ready to look up."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.function_words import function_words
from crossread.reading.voices.inflection import plural, verb_forms
from crossread.records import StatementKind

LANGUAGE = "en"


class Group(msgspec.Struct, frozen=True):
    """Words that tell one kind of statement and take the same patterns."""

    kind: StatementKind
    takes: tuple[str, ...]
    words: tuple[str, ...]
    sure: bool = False


class ContentCue(msgspec.Struct, frozen=True):
    """Words in what is said that make a statement of one of the kinds `of` one of `kind`."""

    kind: StatementKind
    of: tuple[StatementKind, ...]
    patterns: tuple[str, ...]


class ReportingKnowledge(msgspec.Struct, frozen=True):
    """The shape of `reporting.yml`; each list is explained there."""

    verbs: tuple[Group, ...]
    irregular: tuple[tuple[str, ...], ...]
    nouns: tuple[Group, ...]
    carriers: frozenset[str]
    adjectives: tuple[Group, ...]
    according: tuple[str, ...]
    reckonings: frozenset[str]
    citing: frozenset[str]
    papers: frozenset[str]
    owned: frozenset[str]
    people: frozenset[str]
    observing: frozenset[str]
    passing: frozenset[str]
    no_speakers: frozenset[str]
    unnamed: frozenset[str]
    people_endings: tuple[str, ...]
    stations: tuple[str, ...]
    content: tuple[ContentCue, ...]
    asserting: frozenset[str]
    modals: frozenset[str]
    unnamed_outlets: tuple[str, ...]
    undone: frozenset[str]
    undone_adjectives: frozenset[str]
    nobody: frozenset[str]
    bare: frozenset[str]
    other_pronouns: frozenset[str]
    before_appositions: tuple[str, ...]
    telling: tuple[str, ...]
    speaking_to: tuple[str, ...]
    accompanying: frozenset[str]


class Frame(msgspec.Struct, frozen=True):
    """One way in which a word tells a statement: its kind, and the parts that must be there."""

    kind: StatementKind
    parts: tuple[str, ...]
    sure: bool


Frames = tuple[Frame, ...]


class Lexicon(msgspec.Struct, frozen=True):
    """Look-up tables made of the file: by written form for verbs and nouns, by base form for the rest."""

    verbs: dict[str, tuple[str, Frames]]  # written form -> (base form, frames)
    nouns: dict[str, Frames]
    adjectives: dict[str, Frames]
    carriers: frozenset[str]  # written forms
    according: tuple[tuple[str, ...], ...]
    reckonings: frozenset[str]
    citing: frozenset[str]
    papers: frozenset[str]
    owned: frozenset[str]
    people: frozenset[str]
    observing: frozenset[str]
    passing: frozenset[str]
    no_speakers: frozenset[str]
    unnamed: frozenset[str]
    people_endings: tuple[str, ...]
    station: re.Pattern[str]  # such a noun at a text's end
    content: tuple[tuple[StatementKind, tuple[StatementKind, ...], re.Pattern[str]], ...]
    asserting: frozenset[str]  # written forms
    modals: frozenset[str]
    undone: frozenset[str]  # written forms
    nobody: frozenset[str]
    bare: frozenset[str]
    pronouns: frozenset[str]  # that can speak
    apposed: re.Pattern[str]  # a comma and what may stand behind it before an apposition, at a text's end
    accompanying: frozenset[str]
    unnamed_outlet: re.Pattern[str]  # where somebody speaks; its group `who` is the outlet


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The tables, built once a process."""
    known = knowledge.load("reporting.yml", ReportingKnowledge, LANGUAGE)
    small = function_words()
    irregular = {forms[0]: forms[1:] for forms in known.irregular}
    verbs = {
        form: (base, frames) for base, frames in _frames(known.verbs).items() for form in verb_forms(base, irregular)
    }
    return Lexicon(
        verbs=verbs,
        nouns=_with_plurals(_frames(known.nouns)),
        adjectives=_frames(known.adjectives),
        carriers=frozenset(form for base in known.carriers for form in verb_forms(base, irregular)),
        according=tuple(tuple(words.split()) for words in known.according),
        reckonings=known.reckonings,
        citing=known.citing,
        papers=_plural_set(known.papers),
        owned=_plural_set(known.owned),
        people=_plural_set(known.people),
        observing=_plural_set(known.observing),
        passing=known.passing,
        no_speakers=known.no_speakers,
        unnamed=known.unnamed,
        people_endings=known.people_endings,
        station=re.compile(rf"\b(?:{'|'.join(known.stations)})\s+[\"“]?$", re.IGNORECASE),
        content=tuple(
            (cue.kind, cue.of, re.compile("|".join(f"(?:{p})" for p in cue.patterns), re.IGNORECASE))
            for cue in known.content
        ),
        asserting=frozenset(form for base in known.asserting for form in verb_forms(base, irregular)),
        modals=known.modals,
        accompanying=known.accompanying,
        undone=known.undone_adjectives | {form for base in known.undone for form in verb_forms(base, irregular)},
        nobody=known.nobody,
        bare=known.bare,
        pronouns=small.speakers | small.third_persons | known.other_pronouns,
        apposed=re.compile(rf", (?:(?:{'|'.join((*sorted(small.articles), *known.before_appositions))}) ){{0,3}}$"),
        unnamed_outlet=re.compile(
            rf"\b(?:{'|'.join((*known.telling, *known.speaking_to))}) (?P<who>{'|'.join(known.unnamed_outlets)})\b"
        ),
    )


def _frames(groups: tuple[Group, ...]) -> dict[str, Frames]:
    found: dict[str, list[Frame]] = {}
    for group in groups:
        frames = [Frame(group.kind, tuple(pattern.split("+")), group.sure) for pattern in group.takes]
        for word in group.words:
            found.setdefault(word, []).extend(frames)
    return {word: tuple(frames) for word, frames in found.items()}


def _plural_set(words: frozenset[str]) -> frozenset[str]:
    return words | {plural(word) for word in words}


def _with_plurals(frames: dict[str, Frames]) -> dict[str, Frames]:
    return frames | {plural(word): found for word, found in frames.items()}
