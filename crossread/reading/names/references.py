"""Whom descriptions and pronouns stand for, where the report tells: title, country, kind, and what was named last."""

from __future__ import annotations

import msgspec

from crossread import atlas
from crossread.function_words import function_words
from crossread.reading.names.found import Found
from crossread.reading.names.lines import Line, vocabulary
from crossread.reading.voices.genders import gender_told
from crossread.records import Mention, MentionType
from crossread.spelling import key

REACH = 6
"""Sentences back in which what "the group" stands for is looked for: a report names it again before it goes on."""
PRONOUN_REACH = 2
"""The same for pronouns, which news writers leave behind their name by a sentence, seldom by two."""

_GROUPS: tuple[MentionType, ...] = ("armed group", "organisation", "government", "coalition", "media", "company")


def resolve(lines: list[Line], found: list[Found]) -> tuple[Mention, ...]:
    """The mentions in text order, pronouns that can be resolved among them, with `refers` filled in."""
    by_index = {line.index: line for line in lines}
    items = [msgspec.structs.replace(f, roles=_roles(by_index[f.line], f)) for f in found]
    items += [p for line in lines for p in _pronouns(line)]
    items.sort(key=lambda f: (f.mention.span.start, -f.mention.span.end))
    items = _distinct(items)
    former = _former(items)
    items = [
        msgspec.structs.replace(f, roles=f.roles | {"former"})
        if f.mention.named and f.roles and _last_word(f) in former
        else f
        for f in items
    ]
    target: dict[int, tuple[int, str]] = {}
    genders: dict[str, str] = {}
    for i, item in enumerate(items):
        if item.mention.named:
            continue
        hit = _antecedent(by_index, items, target, genders, i)
        if hit is not None:
            target[i] = hit
            if gender := function_words().persons.get(item.noun):
                genders.setdefault(_last_word(items[hit[0]]), gender)
    kept = [i for i, item in enumerate(items) if item.noun != "" or item.mention.named or i in target]
    kept = [i for i in kept if not _is_pronoun(items[i]) or i in target]
    place = {old: new for new, old in enumerate(kept)}
    return tuple(_final(items[i], target.get(i), place, items) for i in kept)


def _final(item: Found, hit: tuple[int, str] | None, place: dict[int, int], items: list[Found]) -> Mention:
    if hit is None or hit[0] not in place:
        return item.mention
    to = items[hit[0]].mention
    kind = to.type if to.type != "place" or item.mention.type == "place" else item.mention.type
    return msgspec.structs.replace(item.mention, refers=place[hit[0]], type=kind, why=hit[1])


def _distinct(items: list[Found]) -> list[Found]:
    """Mentions in order; of two that share characters the earlier or longer stays."""
    kept: list[Found] = []
    for item in items:
        if not kept or item.mention.span.start >= kept[-1].mention.span.end:
            kept.append(item)
    return kept


def _is_pronoun(item: Found) -> bool:
    return item.noun in function_words().third_persons


def _pronouns(line: Line) -> list[Found]:
    found, small = [], function_words()
    for i, token in enumerate(line.tokens):
        word = line.lower[i]
        if token.pos == "PRON" and word in small.third_persons and line.rel(i) == "nsubj":
            kind: MentionType = "person" if word in small.persons else "other"
            mention = Mention(line.span(i, i), kind, False, None, None, "")
            found.append(Found(mention, line.index, i, i, i, noun=word, plural=word in small.plural_persons))
    return found


def _roles(line: Line, item: Found) -> frozenset[str]:
    """Offices of a person: words of the title before the name and nouns beside it ("Ann Boro, mayor of Kisumu")."""
    if item.mention.type != "person" or not item.mention.named:
        return frozenset()
    told = set(key(item.mention.title or "").split())
    if item.known is not None and item.known.office:
        told.update(key(item.known.office).split())
    beside = line.tree.of(item.head, "appos")
    if line.rel(item.head) == "appos":
        beside.append(line.tokens[item.head].head)
    told.update(line.tokens[word].lemma.lower() for word in beside)
    return frozenset(told)


def _former(items: list[Found]) -> frozenset[str]:
    """Surnames of people whom the report calls former holders of an office."""
    past = vocabulary().past_holders
    return frozenset(
        _last_word(item) for item in items if item.mention.type == "person" and item.mention.named and item.roles & past
    )


# --------------------------------------------------------------------------- antecedents


def _antecedent(
    lines: dict[int, Line], items: list[Found], target: dict[int, tuple[int, str]], genders: dict[str, str], i: int
) -> tuple[int, str] | None:
    item = items[i]
    if item.noun in function_words().persons:
        return _person(lines, items, target, genders, i)
    if item.noun in function_words().third_persons:
        return _they(lines, items, i)
    if not item.definite:
        return None
    if item.mention.type in ("person",):
        return _office(lines, items, i)
    if item.noun in vocabulary().points_to and not item.plural:
        return _body(lines, items, i)
    return None


def _last_word(item: Found) -> str:
    return key(item.mention.span.text).split()[-1]


def _person(
    lines: dict[int, Line], items: list[Found], target: dict[int, tuple[int, str]], genders: dict[str, str], i: int
) -> tuple[int, str] | None:
    item = items[i]
    wanted = function_words().persons[item.noun]
    best: tuple[float, int] | None = None
    for j in range(i - 1, -1, -1):
        other = items[j]
        gap = item.line - other.line
        if gap > PRONOUN_REACH:
            break
        at = target[j][0] if j in target else j
        if items[at].mention.type != "person" or not items[at].mention.named:
            continue
        if (_gender(items[at]) or genders.get(_last_word(items[at]), "")) not in ("", wanted):
            continue
        score = (2.0 if _is_subject(lines[other.line], other) else 0.0) - 1.5 * gap
        if gap == 0 and not _is_subject(lines[other.line], other):
            score -= 0.5
        if best is None or score > best[0]:
            best = (score, at)
    if best is None or best[0] < -1.5:
        return None
    return best[1], f"'{item.noun}': the person last spoken of"


def _gender(item: Found) -> str:
    if item.known is not None and item.known.gender:
        return item.known.gender
    return gender_told(item.mention.span.text, item.mention.title or "")


def _is_subject(line: Line, item: Found) -> bool:
    word = item.head
    if line.rel(word) == "appos":  # "the head of the relief service, Ann Boro, said …"
        word = line.tokens[word].head
        while line.rel(word) == "nmod":
            word = line.tokens[word].head
    return line.rel(word) in ("nsubj", "root")


def _they(lines: dict[int, Line], items: list[Found], i: int) -> tuple[int, str] | None:
    """ "it", "they": the body that was the subject just before; nothing else is sure enough."""
    item = items[i]
    governor = lines[item.line].tokens[item.head].head
    if governor < 0 or lines[item.line].tokens[governor].lemma.lower() not in vocabulary().acting_verbs:
        return None  # "it is clear", "it was raining": nobody
    for j in range(i - 1, -1, -1):
        other = items[j]
        if item.line - other.line > 1:
            return None
        if other.mention.named and other.mention.type in _GROUPS and _is_subject(lines[other.line], other):
            if item.noun in function_words().plural_persons and other.mention.type not in (
                "armed group",
                "organisation",
                "company",
                "coalition",
            ):
                return None
            return j, f"'{item.noun}': the subject before it"
        if not other.mention.named and not _is_pronoun(other) and _is_subject(lines[other.line], other):
            return None
    return None


def _country_of(line: Line, item: Found) -> str | None:
    """The country that a description names ("the Kenyan leader")."""
    for i in range(item.first, item.last + 1):
        code = atlas.demonyms().get(line.tokens[i].text) or (
            atlas.country_names().get(line.tokens[i].text) if line.capital(i) else None
        )
        if code:
            return code
    return None


def _belongs(item: Found) -> set[str]:
    """The countries that a named mention is tied to, by the roster or by its title."""
    found = {item.known.country} if item.known is not None and item.known.country else set()
    for word in (item.mention.title or "").replace("-", " ").split():
        code = atlas.demonyms().get(word) or atlas.country_names().get(word)
        if code:
            found.add(code)
    return found


def _office(lines: dict[int, Line], items: list[Found], i: int) -> tuple[int, str] | None:
    item = items[i]
    country = _country_of(lines[item.line], item)
    leader = item.noun in vocabulary().rulers
    order = [*range(i - 1, -1, -1), *range(i + 1, min(len(items), i + 4))]
    for j in order:
        other = items[j]
        if other.mention.type != "person" or not other.mention.named:
            continue
        fits = item.noun in other.roles or (
            leader and country is not None and other.roles & vocabulary().ruling_offices
        )
        if not fits or vocabulary().formerly.isdisjoint(other.roles) != vocabulary().formerly.isdisjoint(
            item.mention.span.text.lower().split()
        ):
            continue
        theirs = _belongs(other)
        if country is not None and theirs and country not in theirs:
            continue
        if country is not None and not theirs:
            continue
        if leader and country is None and abs(item.line - other.line) > REACH:
            continue
        if j > i and other.line != item.line:
            continue
        return j, f"'{item.noun}': {other.mention.span.text} holds that office"
    return None


def _body(lines: dict[int, Line], items: list[Found], i: int) -> tuple[int, str] | None:
    """ "the group", "the watchdog": the last named body of a fitting kind."""
    item = items[i]
    kinds = vocabulary().points_to[item.noun]
    best: tuple[float, int] | None = None
    seen: set[str] = set()
    for j in range(i - 1, -1, -1):
        other = items[j]
        gap = item.line - other.line
        if gap > REACH:
            break
        if not other.mention.named or other.mention.type not in kinds:
            continue
        folded = key(other.mention.span.text)
        named_so = item.noun in folded.split()
        told = any(word in folded for word in vocabulary().told_by_name.get(item.noun, ()))
        if _in_dateline(lines[other.line], other) or (
            item.noun in vocabulary().only_by_name and not (named_so or told)
        ):
            continue
        score = (
            (3.0 if named_so else 0.0)
            + (1.0 if _is_subject(lines[other.line], other) else 0.0)
            - gap
            + 0.2 * (folded in seen)
        )
        score += 2.0 * told
        seen.add(folded)
        if best is None or score > best[0]:
            best = (score, j)
    if best is None:
        return None
    return best[1], f"'{item.noun}': {items[best[1]].mention.span.text} was named last"


def _in_dateline(line: Line, item: Found) -> bool:
    """ "MARO, May 5 (XYZ) -": the agency tells the report and is none of those whom it tells of."""
    behind = [token.text for token in line.tokens[item.last + 1 : item.last + 3]]
    return len(behind) == 2 and behind[0] in (")", "/") and behind[1] in ("-", "--", "–", "—")
