"""One report: the label of each of its mentions, after surnames, short names and descriptions have found their own.

A report names somebody in full once and in short afterwards; what stands in one report tells more surely who is meant
than any list, so this is done before reports are compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from crossread import roster
from crossread.crossing import likeness
from crossread.crossing.actors.introductions import Bound, join_short_names
from crossread.crossing.actors.keys import Label, label, relatives
from crossread.crossing.actors.namesakes import loosen
from crossread.crossing.actors.offices import holder
from crossread.records import Key, Mention, Reading, Report
from crossread.spelling import key

Why = dict[Label, list[str]]


def labels_within(reading: Reading, report: Report, why: Why, bound: Bound) -> dict[Key, Label]:
    """The label of each actor mention of one report; short names that the text explains are added to `bound`."""
    found: dict[Key, Label] = {}
    mentions, year = reading.mentions, _year(report)
    for i, mention in enumerate(mentions):
        if mention.type != "place" and mention.refers is None:
            found[reading.report, i] = holder(mention, year) or label(mention)
    loosen(found, mentions)
    _join_surnames(found, mentions, reading.report, why)
    join_short_names(found, mentions, report.text, why, bound)
    _join_bare(found, mentions)
    for i, mention in enumerate(mentions):
        if mention.type == "place" or mention.refers is None:
            continue
        target = _target(mentions, i)
        found[reading.report, i] = found.get((reading.report, target)) or label(mention)
    return found


def _year(report: Report) -> int | None:
    """The year in which the report came out, if its days lie in one."""
    when = report.published
    return when.start.year if when is not None and when.start.year == when.end.year else None


def _target(mentions: tuple[Mention, ...], i: int) -> int:
    """The mention at the end of a chain of references."""
    seen = {i}
    while (to := mentions[i].refers) is not None and to not in seen:
        seen.add(to)
        i = to
    return i


# --------------------------------------------------------------------------- people


def _join_surnames(found: dict[Key, Label], mentions: tuple[Mention, ...], report: str, why: Why) -> None:
    """A surname is the person of that surname named in full in the report; with several, the one named last before it.

    Else it is the one person of the report with that given name, else the person whom the roster gives for the surname
    alone, else somebody of that report (for now).
    """
    full: dict[str, list[tuple[int, Label]]] = defaultdict(list)
    first: dict[str, list[tuple[int, Label]]] = defaultdict(list)
    for (_, i), given in found.items():
        if mentions[i].type == "person" and mentions[i].named and given.sort in ("person", "known"):
            for last in sorted({likeness.surname(mentions[i].span.text), likeness.surname(given.what)}):
                full[last].append((i, given))
            for word in likeness.given(mentions[i].span.text):
                first[word].append((i, given))
    kin, firms = _kin(mentions, found), _firms(mentions, found)
    for at, given in found.items():
        if given.sort != "surname":
            continue
        firm = firms.get(given.what) if not mentions[at[1]].title else None
        if firm and given.what not in roster.surnames() and not any(i < at[1] for i, _ in full.get(given.what, ())):
            found[at] = firm[1]
            tell(why, firm[1], f"'{mentions[at[1]].span.text}' is {mentions[firm[0]].span.text}, named in the report")
            continue
        last, usual = likeness.surname(given.what), roster.surnames().get(given.what)
        hits = full.get(last) or next((hits for other, hits in full.items() if likeness.same_word(other, last)), [])
        told = "surname"
        if not hits and usual is None and len({label for _, label in first.get(last, ())}) == 1:
            hits, told = first[last], "given name"
        if hits:
            before = hits[: bisect_left(hits, at[1], key=lambda hit: hit[0])] or hits[:1]
            who, found[at] = _meant(before, kin, usual.name if usual else None)
            reason = (
                f"'{mentions[at[1]].span.text}' is the {told} of {mentions[who].span.text}, named in the same report"
            )
            tell(why, found[at], reason)
        else:
            found[at] = Label("known", usual.name) if usual else Label("surname", given.what, report=report)


def _firms(mentions: tuple[Mention, ...], found: dict[Key, Label]) -> dict[str, tuple[int, Label]]:
    """The firms that a report names in several words, by the first ("Orlen" is "Orlen Foods"); none where two share
    it. Before its founder is named, the word alone is the firm."""
    firms: dict[str, dict[Label, int]] = defaultdict(dict)
    for (_, i), given in sorted(found.items()):
        words = key(mentions[i].span.text).split()
        if (
            mentions[i].type in ("company", "organisation")
            and mentions[i].named
            and given.sort == "name"
            and len(words) > 1
        ):
            firms[words[0]].setdefault(given, i)
    return {word: (i, given) for word, of in firms.items() if len(of) == 1 for given, i in of.items()}


def _kin(mentions: tuple[Mention, ...], found: dict[Key, Label]) -> set[Label]:
    """Whom a report introduces as relatives ("his sister Ann Boro"): "Boro" alone is the other one."""
    titled = ((given, mentions[i].title) for (_, i), given in found.items() if mentions[i].named)
    return {given for given, title in titled if title and set(title.lower().split()) & relatives()}


def _meant(before: list[tuple[int, Label]], kin: set[Label], usual: str | None) -> tuple[int, Label]:
    """The last of the people of a surname who is no relative, first of all whoever usually has it."""
    others = [hit for hit in before if hit[1] not in kin] or before
    return next((hit for hit in reversed(others) if hit[1].what == usual), others[-1])


# --------------------------------------------------------------------------- descriptions


def _join_bare(found: dict[Key, Label], mentions: tuple[Mention, ...]) -> None:
    """ "The army" is the army described in full last before it in the same report, or first after it.

    "The government" is only what was called government: the last country that did something need not be it.
    """
    seen: dict[str, list[tuple[int, Label]]] = defaultdict(list)
    for (_, i), given in sorted(found.items()):
        if given.sort in ("part", "described") or (given.sort == "government" and not mentions[i].named):
            seen[given.what.split()[-1] if given.sort == "described" else given.what].append((i, given))
    for at, given in sorted(found.items()):
        if given.sort == "bare" and (hits := seen.get(given.what)):
            before = [label for i, label in hits if i < at[1]] or [hits[0][1]]
            found[at] = before[-1]


def tell(why: Why, to: Label, reason: str) -> None:
    """Add a reason why mentions are one actor, once."""
    if reason not in why[to]:
        why[to].append(reason)
