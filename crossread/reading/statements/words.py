"""The words of `reporting.yml` that statements alone ask for, ready to look up. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.function_words import function_words
from crossread.reading.voices.reporting import LANGUAGE


class StatementWords(msgspec.Struct, frozen=True):
    """What of `reporting.yml` statements ask for; each list is explained there."""

    marker_starts: frozenset[str]
    sure_markers: frozenset[str]
    same_papers: tuple[str, ...]
    makers: tuple[str, ...]
    in_papers: frozenset[str]
    asking_speakers: frozenset[str]
    conditions: frozenset[str]
    questions: frozenset[str]
    said_to: frozenset[str]
    doubtful_modals: frozenset[str]
    joining_adverbs: frozenset[str]
    between_cues: tuple[str, ...]
    called_for: frozenset[str]
    closing_days: frozenset[str]
    passing_on: frozenset[str]
    quoting: frozenset[str]
    anonymity: tuple[str, ...]
    taking: frozenset[str]
    taken_things: frozenset[str]
    examining: frozenset[str]
    deeds_with: dict[str, tuple[str, ...]]
    giving_causes: frozenset[str]
    anonymous: frozenset[str]
    learning: frozenset[str]
    relayed: frozenset[str]
    claimed: frozenset[str]
    past_auxiliaries: frozenset[str]
    present_endings: tuple[str, ...]
    telling: tuple[str, ...]
    speaking_to: tuple[str, ...]
    same_outlets: tuple[str, ...]
    aired: tuple[str, ...]
    own_plan: tuple[str, ...]
    denying: tuple[str, ...]
    recording_begins: tuple[str, ...]
    recording_ends: tuple[str, ...]
    issued_texts: tuple[str, ...]
    signing: tuple[str, ...]
    several_people: tuple[str, ...]


class Patterns(msgspec.Struct, frozen=True):
    """The same as patterns for stretches of text."""

    leads_in: re.Pattern[str]  # before a clause that is said, at a text's end
    joins: re.Pattern[str]  # before a second cue of the same rank, at a text's end
    aired: re.Pattern[str]  # behind the name of an outlet
    told: re.Pattern[str]  # behind a cue: whom one tells it
    telling: re.Pattern[str]  # before a name: somebody tells it something
    told_the: re.Pattern[str]  # "told the Ledger"; its group `who` is the name
    told_same: re.Pattern[str]  # "told the outlet"
    own_plan: re.Pattern[str]
    denying: re.Pattern[str]
    recording_begins: re.Pattern[str]  # a stage direction of a transcript
    recording_ends: re.Pattern[str]
    issued: re.Pattern[str]  # a heading that says who issues the text: its group `who`
    signed: re.Pattern[str]  # and who signs it


@lru_cache(maxsize=1)
def statement_words() -> StatementWords:
    """The words, read once a process."""
    return knowledge.load("reporting.yml", StatementWords, LANGUAGE)


@lru_cache(maxsize=1)
def patterns() -> Patterns:
    """The patterns, made once a process."""
    known, small = statement_words(), function_words()
    the, telling = "|".join(sorted(small.definite)), "|".join(known.telling)
    begun = "|".join((*known.telling, *(word.capitalize() for word in known.telling), *known.speaking_to))
    return Patterns(
        leads_in=re.compile(rf"(?:[,:]|\b(?:{'|'.join(sorted(small.complementizers))})|^)\s*$", re.IGNORECASE),
        joins=re.compile(rf"(?:[,;:—–-]|\b(?:{'|'.join(known.between_cues)}))\s*$"),
        aired=re.compile(rf"[\"”]?\s+(?:{'|'.join(known.aired)})\b"),
        told=re.compile(rf"\s+(?:(?:{'|'.join(sorted(small.infinitive))}) )?(?:(?:{the}) )?(?:[A-Z0-9]\S*\s?){{1,4}}"),
        telling=re.compile(rf"\b(?:{begun})\s+(?:(?:{the})\s+)?[\"“]?$"),
        told_the=re.compile(rf"\b(?:{telling}) (?:{the}) (?P<who>[A-Z][a-z]+)\b(?! [A-Z])"),
        told_same=re.compile(
            rf"\b(?:{begun}) (?:{the}) (?:{'|'.join(known.same_outlets)})\b(?![-’']| (?:of|for|which|owned|[A-Z]))"
        ),
        own_plan=re.compile("|".join(known.own_plan), re.IGNORECASE),
        denying=re.compile("|".join(known.denying), re.IGNORECASE),
        recording_begins=_direction(known.recording_begins),
        recording_ends=_direction(known.recording_ends),
        issued=re.compile(rf"(?i:\[(?:{'|'.join(known.issued_texts)})\])\s*\[(?P<who>[^\[\]\n]{{3,100}})\]"),
        signed=re.compile(rf"(?m:^)[\[(](?i:{'|'.join(known.signing)})[\])]:?[ \t]*(?P<who>[^\[\]\n]{{3,100}})"),
    )


def _direction(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\[(?:{'|'.join(words)})\]\s*", re.IGNORECASE)
