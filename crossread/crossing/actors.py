"""Actors merged over spellings and reports.

1. Each mention gets a label (`actor_keys`): known by the roster, a country's government, a person's name, a description.
2. Within a report: surnames join full names, "the army" joins "the Kenyan army", descriptions join what they refer to.
3. Over all reports: equal labels are one actor; acronyms, transliterations and surnames join where only one fits
   (`likeness`). Every join adds a sentence to the actor's `why`.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from crossread import atlas, roster
from crossread.crossing import likeness
from crossread.crossing.actor_keys import Label, group_words, label
from crossread.records import Actor, ActorType, Form, Key, Mention, MergedActors, Reading, Report, Span
from crossread.spans import content_id, unique
from crossread.spelling import key


def merge_actors(dated: tuple[Report, ...], readings: tuple[Reading, ...]) -> MergedActors:
    """Everybody who is mentioned, once. Each mention that is no place belongs to exactly one actor."""
    texts = {report.id: report.text for report in dated}
    labels: dict[Key, Label] = {}
    mentions: dict[Key, Mention] = {}
    why: dict[Label, list[str]] = defaultdict(list)
    for reading in readings:
        found = _within(reading, why)
        labels.update(found)
        mentions.update({at: reading.mentions[at[1]] for at in found})
    forms: dict[Label, Counter[str]] = defaultdict(Counter)
    for at, given in labels.items():
        if mentions[at].named or mentions[at].refers is None:
            forms[given][mentions[at].span.text] += 1
    roots = _across(forms, texts, why)
    members: dict[Label, list[Key]] = defaultdict(list)
    for at in sorted(labels):
        members[roots[labels[at]]].append(at)
    actors, of = [], {}
    for root in sorted(members):
        parts = sorted(part for part in forms if roots[part] == root)
        actor = _actor(parts or [root], [mentions[at] for at in members[root]], why)
        actors.append(actor)
        of.update({at: actor.id for at in members[root]})
    return MergedActors(tuple(sorted(actors, key=lambda a: (-len(a.mentions), a.name, a.id))), of)


# --------------------------------------------------------------------------- one report


def _within(reading: Reading, why: dict[Label, list[str]]) -> dict[Key, Label]:
    """The label of each actor mention of one report."""
    found: dict[Key, Label] = {}
    mentions = reading.mentions
    for i, mention in enumerate(mentions):
        if mention.type != "place" and mention.refers is None:
            found[reading.report, i] = label(mention)
    _join_surnames(found, mentions, reading.report, why)
    _join_bare(found, reading.report)
    for i, mention in enumerate(mentions):
        if mention.type == "place" or mention.refers is None:
            continue
        target = _target(mentions, i)
        found[reading.report, i] = found.get((reading.report, target)) or label(mention)
    return found


def _target(mentions: tuple[Mention, ...], i: int) -> int:
    """The mention at the end of a chain of references."""
    seen = {i}
    while (to := mentions[i].refers) is not None and to not in seen:
        seen.add(to)
        i = to
    return i


def _join_surnames(found: dict[Key, Label], mentions: tuple[Mention, ...], report: str, why: dict[Label, list[str]]) -> None:
    """A surname is the person of that surname whom the report names in full; with several, the one named last before it."""
    full: dict[str, list[tuple[int, Label]]] = defaultdict(list)
    for (_, i), given in found.items():
        if mentions[i].type == "person" and mentions[i].named and given.sort in ("person", "known"):
            for text in {mentions[i].span.text, given.what}:
                full[likeness.surname(text)].append((i, given))
    for at, given in found.items():
        if given.sort != "surname":
            continue
        last = likeness.surname(given.what)
        hits = full.get(last) or next((hits for other, hits in full.items() if likeness.same_word(other, last)), [])
        if hits:
            usual = roster.surnames().get(given.what)
            before = [label for i, label in hits if i < at[1]] or [hits[0][1]]
            before = [label for label in before if usual is not None and label == Label("known", usual.name)] or before
            found[at] = before[-1]
            _tell(why, before[-1], f"'{mentions[at[1]].span.text}' is the surname of {mentions[hits[0][0]].span.text}, named in full in the same report")
        elif (entry := roster.surnames().get(given.what)) is not None:
            found[at] = Label("known", entry.name)


def _join_bare(found: dict[Key, Label], report: str) -> None:
    """ "The army" is the army described in full last before it in the same report, or first after it."""
    seen: dict[str, list[tuple[int, Label]]] = defaultdict(list)
    for (_, i), given in sorted(found.items()):
        if given.sort in ("part", "government", "described"):
            seen[given.what.split()[-1] if given.sort == "described" else given.what].append((i, given))
    for at, given in sorted(found.items()):
        if given.sort == "bare" and (hits := seen.get(given.what)):
            before = [label for i, label in hits if i < at[1]] or [hits[0][1]]
            found[at] = before[-1]


def _tell(why: dict[Label, list[str]], to: Label, reason: str) -> None:
    if reason not in why[to]:
        why[to].append(reason)


# --------------------------------------------------------------------------- all reports


def _across(forms: dict[Label, Counter[str]], texts: dict[str, str], why: dict[Label, list[str]]) -> dict[Label, Label]:
    """For each label the label that stands for its actor."""
    root: dict[Label, Label] = {given: given for given in forms}

    def find(given: Label) -> Label:
        while root[given] != given:
            given = root[given]
        return given

    def join(a: Label, b: Label, reason: str) -> None:
        x, y = sorted((find(a), find(b)))
        if x != y:
            root[y] = x
            _tell(why, a, reason)

    order = sorted(forms)
    _join_people(order, forms, join)
    _join_acronyms(order, forms, texts, join)
    _join_spellings(order, forms, join)
    return {given: find(given) for given in forms}


def _shown(forms: dict[Label, Counter[str]], given: Label) -> str:
    return max(forms[given], key=lambda text: (forms[given][text], len(text), text))


def _join_people(order: list[Label], forms: dict[Label, Counter[str]], join: object) -> None:
    assert callable(join)
    people = [g for g in order if g.sort == "person" or (g.sort == "known" and _is_person(g))]
    for i, a in enumerate(people):
        for b in people[i + 1 :]:
            if a.sort == b.sort == "known":
                continue
            for text in sorted({a.what, *forms[a]}):
                if reason := likeness.same_person(text, b.what):
                    join(a, b, f"'{_shown(forms, a)}' and '{_shown(forms, b)}': {reason}")
                    break
    by_last: dict[str, list[Label]] = defaultdict(list)
    for person in people:
        by_last[likeness.surname(person.what)].append(person)
    for given in order:
        if given.sort != "surname":
            continue
        hits = by_last.get(likeness.surname(given.what), [])
        if len(hits) == 1:
            join(hits[0], given, f"'{_shown(forms, given)}': {_shown(forms, hits[0])} is the only person of that surname in the reports")


def _is_person(given: Label) -> bool:
    entry = roster.names().get(given.what)
    return entry is not None and entry.type == "person"


def _join_acronyms(order: list[Label], forms: dict[Label, Counter[str]], texts: dict[str, str], join: object) -> None:
    """An acronym is the name that introduces it ("Kisumu Relief Fund (KRF)"), or the only one whose initials it has."""
    assert callable(join)
    names = [g for g in order if g.sort in ("name", "known")]
    by_initials: dict[str, list[Label]] = defaultdict(list)
    for given in names:
        for letters in sorted(likeness.initials(given.what)):
            by_initials[letters].append(given)
    for given in names:
        if given.sort != "name" or " " in given.what or len(given.what) < 2:
            continue
        short = _shown(forms, given)
        hits = [h for h in by_initials.get(given.what, []) if h != given]
        told = [h for h in hits if any(_introduced(text, long, short) for text in texts.values() for long in sorted(forms[h]))]
        if told or (len(hits) == 1 and short.isupper() and len(short) > 2):
            hit = (told or hits)[0]
            reason = "introduced in brackets" if told else "the only name with these initials"
            join(hit, given, f"'{short}' is {_shown(forms, hit)}: {reason}")


def _introduced(text: str, long: str, short: str) -> bool:
    at = text.find(f"({short})")
    return at >= 0 and long in text[max(0, at - len(long) - 4) : at]


def _join_spellings(order: list[Label], forms: dict[Label, Counter[str]], join: object) -> None:
    """Transliterations of one name, and short forms of one long name."""
    assert callable(join)
    names = [g for g in order if g.sort in ("name", "known") and not (g.sort == "known" and _is_person(g))]
    bones: dict[str, list[Label]] = defaultdict(list)
    for given in names:
        for text in sorted({key(given.what), *map(key, forms[given])}):
            words = text.split()
            bones[likeness.skeleton(words[-1]) if words else ""].append(given)
    for hits in bones.values():
        for i, a in enumerate(hits):
            for b in hits[i + 1 :]:
                if a != b and not (a.sort == b.sort == "known") and any(
                    likeness.same_spelling(key(x), key(y)) for x in sorted({a.what, *forms[a]}) for y in sorted({b.what, *forms[b]})
                ):
                    join(a, b, f"'{_shown(forms, a)}' and '{_shown(forms, b)}' are spellings of one name")
    _join_short(names, forms, join)


def _join_short(names: list[Label], forms: dict[Label, Counter[str]], join: object) -> None:
    assert callable(join)
    long = [(key(g.what).split(), g) for g in names if " " in key(g.what)]
    for given in names:
        if given.sort != "name":
            continue
        words = key(given.what).split()
        if len(" ".join(words)) < 5 or (len(words) == 1 and atlas.look_up(words[0])):
            pass
        hits = [g for other, g in long if g != given and len(other) > len(words) and _ends_of(words, other)]
        if len(hits) == 1:
            join(hits[0], given, f"'{_shown(forms, given)}' is short for {_shown(forms, hits[0])}")


_GENERIC = frozenset("university college institute party movement group harakat hizb front brigade brigades organisation organization un us eu united nations college school company corporation corp inc ltd airlines news agency club the of".split())


def _ends_of(short: list[str], long: list[str]) -> bool:
    """Whether the long name is the short one and words that say nothing ("Harvard" + "University", "UN" + "Security Council")."""
    size = len(short)
    if long[:size] == short:
        rest = long[size:]
    elif long[-size:] == short:
        rest = long[:-size]
    else:
        return False
    return all(word in _GENERIC or atlas.country_names().get(word) or atlas.demonyms().get(word) for word in rest) and not all(w in _GENERIC for w in short)


# --------------------------------------------------------------------------- the actor


def _actor(parts: list[Label], mentions: list[Mention], why: dict[Label, list[str]]) -> Actor:
    counted = Counter(m.span.text for m in mentions if m.named or m.refers is None or not _is_pronoun(m.span))
    forms = tuple(Form(text, count) for text, count in sorted(counted.items(), key=lambda item: (-item[1], item[0])))
    name, kind = _name(parts, mentions), _kind(parts, mentions)
    reasons = tuple(dict.fromkeys(_reasons(parts, forms, mentions) + [r for part in parts for r in why.get(part, [])]))
    spans = unique(m.span for m in mentions)
    return Actor(content_id("actor", name, kind, spans[0].report, spans[0].start), name, kind, forms, spans, reasons)


def _is_pronoun(span: Span) -> bool:
    return span.text.lower() in ("he", "she", "it", "they")


def _name(parts: list[Label], mentions: list[Mention]) -> str:
    for part in parts:
        if part.sort == "known":
            return part.what
    for part in parts:
        if part.sort == "government" and any(m.named for m in mentions):
            return atlas.countries()[part.country].name
    named = [m.span.text for m in mentions if m.named] or [m.span.text for m in mentions if m.refers is None] or [mentions[0].span.text]
    counted = Counter(named)
    longest = max(len(key(text).split()) for text in counted)
    full = [text for text in counted if len(key(text).split()) == longest]
    return max(full, key=lambda text: (counted[text], not text.isupper(), text))


def _kind(parts: list[Label], mentions: list[Mention]) -> ActorType:
    for part in parts:
        if part.sort == "known" and (entry := roster.names().get(part.what)) is not None:
            return entry.type
    votes: Counter[str] = Counter()
    for m in mentions:
        votes[m.type] += 3 if m.named else 1
    del votes["place"]
    top = max(votes.items(), key=lambda item: (item[1], item[0]), default=("other", 0))[0]
    return top  # type: ignore[return-value]


def _reasons(parts: list[Label], forms: tuple[Form, ...], mentions: list[Mention]) -> list[str]:
    found = []
    for part in parts:
        if part.sort == "known" and sum(m.named for m in mentions) > 1 and len(forms) > 1:
            found.append(f"spellings of {part.what} that the press uses")
        if part.sort == "government" and len(forms) > 1:
            found.append(f"the government of {atlas.countries()[part.country].name}, also named by country or capital")
        if part.sort == "part" and len(forms) > 1:
            found.append(f"descriptions of {atlas.countries()[part.country].name}'s {part.what}")
    found += sorted({m.why for m in mentions if m.refers is not None and m.why})
    return found


__all__ = ["group_words", "merge_actors"]
