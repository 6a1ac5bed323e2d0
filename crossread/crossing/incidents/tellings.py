"""Every event of every report made ready to be compared: who, where and when as the merged records know them."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from crossread import atlas
from crossread.crossing.incidents.anew import is_another, is_series, turns
from crossread.crossing.incidents.deeddays import WORDS as WORDS, days_of
from crossread.crossing.incidents.partywords import anybody, names_party, small_words, storms
from crossread.crossing.incidents.victimcounts import VictimCounts, victim_counts
from crossread.function_words import function_words
from crossread.inflection import inflection
from crossread.records import (
    EventMention,
    Key,
    MergedActors,
    MergedPlaces,
    Part,
    Place,
    Reading,
    Record,
    Report,
    Resolved,
    Role,
    Sentence,
    Span,
)
from crossread.spelling import key

DONE = frozenset(("happened", "alleged", "denied"))
NARROW = 45
"""Days: a date this narrow can tell deeds apart; a wider one ("this year") only bounds them."""
GUESSED = ("weekday", "neighbours")
"""Bases of a publication date that lean on deeds or other reports: such a date is no evidence on the deeds."""
STRIKES = frozenset(("ASSAULT", "COERCE", "DISASTER", "HARM"))
"""Types that happen where those are whom they strike."""
SHOUTED = 3
"""Words of a clause in capitals from which on it is no headline's abbreviation but a report all in capitals."""
LEDE = 3
"""Sentences, counted from the top, in which a report tells its main news."""


class Telling(Record, frozen=True):
    """One event mention with everything that its comparison with others asks for."""

    at: Key
    event: EventMention
    actors: frozenset[str]  # ids of actors, or "~" and the folded text of a party that is none
    targets: frozenset[str]
    others: frozenset[str]
    lands: frozenset[str]  # countries of the parties
    roles: tuple[tuple[Role, str | None, Span], ...]  # every part with its actor, where it is one
    places: tuple[Place, ...]
    setting: tuple[Place, ...]  # the country of whom it struck: where it was, if no place is told
    start: date | None
    end: date | None
    by: date | None  # the report's last possible day: what it tells as done was done by then
    near: int  # how near its days hang to the deed: 3 on its word, 2 in its clause, 1 in its sentence, 0 without
    latest: date | None  # the same, where the report itself says when it came out
    word: str
    names: frozenset[str]  # of the deed itself ("maria")
    noun: bool
    definite: bool
    indefinite: bool
    apart: bool  # its noun stands behind "after": another deed than its clause's
    plural: bool
    lede: bool
    embedding: bytes
    victims: frozenset[str] = frozenset()  # ids of the persons among the targets, who are named
    beside: tuple[Place, ...] = ()  # places that its sentence names
    struck: frozenset[str] = frozenset()  # the words for those it struck, less counts: "jesuit", "priest"
    toll: tuple[tuple[str, float], ...] = ()  # whole counts of victims told with it: ("killed", 16.0)
    tied: frozenset[int] = frozenset()  # events that a count of victims ties to it: "killing two", of a blast
    another: bool = False  # its noun says that it is another deed than the one before, or it is several
    turning: bool = False  # its sentence turns to something else
    guessed: bool = False  # its days are counted from a day of publication that is only guessed, and roughly

    @property
    def done(self) -> bool:
        """Told as done, by whomever: not planned, wished or threatened."""
        return self.event.status in DONE

    @property
    def doubted(self) -> bool:
        """The report itself puts a word of doubt to it ("alleged", "suspected")."""
        return self.event.status == "alleged" and "“" in self.event.why

    @property
    def speech(self) -> bool:
        """A deed of words: who said it is what it is."""
        return self.event.type in WORDS

    @property
    def dated(self) -> bool:
        """Has days that can tell it from another deed."""
        return self.start is not None and self.end is not None and (self.end - self.start).days <= NARROW

    @property
    def surely_dated(self) -> bool:
        """Dated, and not only by what else its sentence tells: "spoke on Monday of the attack" dates no attack."""
        return self.dated and not (self.near == 1 and self.noun)

    @property
    def parties(self) -> frozenset[str]:
        return self.actors | self.targets | self.others


def tell(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    resolved: Resolved,
    actors: MergedActors,
    places: MergedPlaces,
) -> Iterator[list[Telling]]:
    """The tellings of each report, in text order."""
    world = World(actors, places)
    for report, reading in zip(reports, readings, strict=True):
        by = report.published.end if report.published else None
        guessed = report.published is None or any(word in report.published.basis for word in GUESSED)
        turning = frozenset(n for n in {event.sentence for event in reading.events} if turns(reading.sentences[n]))
        around = Around(reading, by, None if guessed else by, victim_counts(reading), turning, world.named(reading))
        yield [_telling((reading.report, k), event, around, resolved, world) for k, event in enumerate(reading.events)]


class Around(NamedTuple):
    """The report around an event: its reading, its last possible day (`latest`: where it says itself when it came out),
    the counts of victims put to its deeds, and the sentences that turn to something else."""

    reading: Reading
    by: date | None
    latest: date | None
    counts: VictimCounts
    turning: frozenset[int]
    named: dict[int, tuple[Place, ...]]  # the places that each sentence names


class World:
    """Who and where, as merged over all reports, with the look-ups that a telling needs."""

    def __init__(self, actors: MergedActors, places: MergedPlaces) -> None:
        self.actor_of, self.place_of = actors.of, places.of
        self.lands = {actor.id: _land(actor.name) for actor in actors.actors if actor.name[:1].isupper()}
        self.places = {place.id: place for place in places.places}
        self.countries = {_land(place.name): place for place in places.places if place.precision == "country"}
        self.persons = {actor.id for actor in actors.actors if actor.type == "person" and actor.name[:1].isupper()}
        self.states = {
            code: actor.id
            for actor in reversed(actors.actors)
            if actor.type == "government" and (code := atlas.country_names().get(actor.name))
        }

    def named(self, reading: Reading) -> dict[int, tuple[Place, ...]]:
        """The places that each sentence of a report names."""
        starts = [sentence.start for sentence in reading.sentences]
        found: dict[int, tuple[Place, ...]] = {}
        for k, mention in enumerate(reading.mentions):
            place = self.places.get(self.place_of.get((reading.report, k), ""))
            if place is not None:
                n = bisect(starts, mention.span.start) - 1
                found[n] = (*found.get(n, ()), place)
        return found

    def party(self, report: str, part: Part) -> str | None:
        """The actor that a part is: as merged, or the state where only its adjective stands ("Israeli strikes")."""
        if part.mention is not None and (found := self.actor_of.get((report, part.mention))):
            return found
        code = atlas.demonyms().get(part.span.text) or atlas.country_names().get(part.span.text)
        return self.states.get(code) if code else None


def _telling(at: Key, event: EventMention, around: Around, resolved: Resolved, world: World) -> Telling:
    by = around.by
    roles: dict[str, set[str]] = {"actor": set(), "target": set(), "other": set()}
    known, at_home, struck = [], set(), []
    for part in event.parts:
        party = world.party(at[0], part)
        if party is None and not _takes_part(part, event, at[0], world):
            continue
        known.append((part.role, party, part.span))
        land = world.lands[party] if party in world.lands else _land(part.span.text)
        if party in world.lands:
            roles[part.role].add(party)
        elif party or (_names_somebody(part.span.text) and (part.mention is not None or not _in_capitals(event))):
            roles[part.role].add("~" + key(part.span.text))
        if land:
            at_home.add(land)
            struck += [world.countries[land]] if part.role == "target" and land in world.countries else []
    ids = [world.place_of[(at[0], k)] for k in event.places if (at[0], k) in world.place_of]
    days = days_of(event, around.reading, resolved, by)
    start, end = days.start, days.end
    if by and start and start > by and event.status in DONE and event.type in STRIKES:
        start = end = (
            None  # nobody reports a blow that is still to fall: the day is not this deed's, or counted wrongly
        )
    sentence = around.reading.sentences[event.sentence]
    word, noun, definite, indefinite, apart, plural = _grammar(sentence, event)
    return Telling(
        at=at,
        event=event,
        actors=frozenset(roles["actor"]),
        targets=frozenset(roles["target"]),
        others=frozenset(roles["other"]),
        victims=frozenset(roles["target"] & world.persons),
        struck=_struck(event, sentence),
        toll=tuple(sorted(around.counts.toll.get(at[1], {}).items())),
        tied=frozenset(around.counts.tied.get(at[1], ())),
        lands=frozenset(at_home),
        roles=tuple(known),
        places=tuple(world.places[i] for i in dict.fromkeys(ids) if i in world.places),
        setting=tuple(struck) if event.type in STRIKES else (),
        beside=around.named.get(event.sentence, ()),
        start=start,
        end=end,
        by=by,
        near=days.near,
        latest=around.latest,
        word=word,
        names=_own_names(event),
        noun=noun,
        definite=definite,
        indefinite=indefinite,
        apart=apart,
        plural=plural,
        another=is_another(sentence, event) if noun else event.type in STRIKES and is_series(sentence, event),
        turning=event.sentence in around.turning,
        guessed=around.latest is None and days.loose,
        lede=event.sentence < LEDE,
        embedding=sentence.embedding,
    )


def _struck(event: EventMention, sentence: Sentence) -> frozenset[str]:
    """The base forms of the nouns for those whom a deed of violence struck."""
    spans = [part.span for part in event.parts if part.role == "target"] if event.type in STRIKES else []
    if not spans:
        return frozenset()
    return frozenset(
        word
        for token in sentence.tokens
        if token.pos in ("NOUN", "PROPN")
        and any(span.start <= token.start < span.end for span in spans)
        and len(word := token.lemma.lower()) > 2
        and word not in anybody()
    )


def _takes_part(part: Part, event: EventMention, report: str, world: World) -> bool:
    """Whether a part that is no merged actor is somebody or something: a place is, where it is attacked."""
    if part.mention is not None and (report, part.mention) in world.place_of:
        return part.role == "target" and event.type in STRIKES
    return names_party(part.span.text, _in_capitals(event))


def _in_capitals(event: EventMention) -> bool:
    """Whether a report is written in capitals, which then tell no name."""
    return event.span.text.isupper() and len(event.span.text.split()) > SHOUTED


def _names_somebody(text: str) -> bool:
    return any(word[:1].isupper() for word in text.split())


@lru_cache(maxsize=1)
def _begin_lands() -> frozenset[str]:
    """The words with which the name of a country, its people or its capital begins."""
    return atlas.country_names().beginnings() | atlas.demonyms().beginnings() | {k.split()[0] for k in atlas.capitals()}


@lru_cache(maxsize=65536)
def _may_begin_land(word: str) -> bool:
    """Whether a word, in any writing of it, begins such a name: few do, and what has none is no country's."""
    return not _begin_lands().isdisjoint((*key(word).split(), *key(f"{word} .").split()))


@lru_cache(maxsize=65536)
def _land(name: str) -> str | None:
    """The country that a party's name speaks of: "US forces", "Iranian", "Tehran"."""
    for mark in function_words().possessive_marks:
        name = name.replace(mark, "")
    words = name.split()
    for first in (n for n, word in enumerate(words) if _may_begin_land(word)):
        for last in range(len(words), first, -1):
            part = " ".join(words[first:last])
            code = (
                atlas.country_names().get(part)
                or atlas.demonyms().get(part)
                or (atlas.capitals().get(key(part)) if last - first == len(words) else None)
            )
            if code:
                return code
    return None


def _own_names(event: EventMention) -> frozenset[str]:
    """What a storm is called; other deeds have no names of their own."""
    if event.kind != "storm":
        return frozenset()
    words = event.trigger.text.split()
    named = [word.lower() for word in words[1:] if word[:1].isupper()]
    if len(words) == 1 and words[0].istitle() and words[0].lower() not in storms():
        named = [words[0].lower()]
    return frozenset(named)


def _grammar(sentence: Sentence, event: EventMention) -> tuple[str, bool, bool, bool, bool, bool]:
    """The trigger's word, whether it is a noun, definite, indefinite, plural."""
    tokens, words = sentence.tokens, function_words()
    i = bisect_left(tokens, event.trigger.end, key=_end)
    if i == len(tokens) or tokens[i].end != event.trigger.end or tokens[i].start < event.trigger.start:
        return event.trigger.text.lower(), False, False, False, False, False
    token = tokens[i]
    noun = token.pos in ("NOUN", "PROPN")
    before = {t.text.lower() for t in tokens[max(0, i - 5) : i] if t.head == i or t.rel in ("det", "nmod:poss")}
    plural = noun and token.text.lower() != token.lemma.lower() and token.text.endswith(inflection().plural)
    cases = {t.lemma.lower() for t in tokens if t.head == i and t.rel in ("case", "mark")}
    indefinite = not before.isdisjoint(words.indefinite) or not before.isdisjoint(small_words("another"))
    definite, apart = not before.isdisjoint(words.pointing), not cases.isdisjoint(small_words("apart"))
    return token.lemma.lower(), noun, definite, indefinite, apart, plural


_end = attrgetter("end")
