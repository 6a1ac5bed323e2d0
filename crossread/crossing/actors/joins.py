"""Labels of all reports joined into actors: spellings, acronyms, surnames, short forms, where only one fits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping

from rapidfuzz.distance import Levenshtein

from crossread import atlas, roster
from crossread.crossing import likeness
from crossread.crossing.actors import candidates
from crossread.crossing.actors.bodies import everywhere
from crossread.crossing.actors.keys import Label, national
from crossread.spelling import key

Forms = dict[Label, Counter[str]]  # the spellings under which each label stands, counted

SHORTEST_SHORT = 3
"""Letters of the shortest short form that is taken for a longer name ("Fox"); two letters are an acronym or chance."""
SHORTEST_TURNED = 4
"""Letters of both names from which on an order that is turned round is no chance."""
LONG_SURNAME = 8
"""Letters from which on a surname with one other letter is a slip or another transliteration."""
MOST_ALONE = 20
"""Reports with one surname alone that are looked at to find one of the same story."""


class Joins:
    """Which labels are one actor, and why. `near`: whether two labels stand in reports of one story."""

    def __init__(self, forms: Forms, why: dict[Label, list[str]], near: Callable[[Label, Label], bool]) -> None:
        self.forms, self.why, self.near = forms, why, near
        self._spelled: dict[Label, list[str]] = {}
        self._root = {given: given for given in forms}

    def root(self, given: Label) -> Label:
        """The label that stands for the actor of `given`."""
        while self._root[given] != given:
            given = self._root[given]
        return given

    def join(self, a: Label, b: Label, reason: str) -> None:
        """Make two labels one actor."""
        x, y = sorted((self.root(a), self.root(b)))
        if x != y:
            self._root[y] = x
            if reason not in self.why[a]:
                self.why[a].append(reason)

    def shown(self, given: Label) -> str:
        """The commonest spelling of a label."""
        return max(self.forms[given], key=lambda text: (self.forms[given][text], len(text), text))

    def spelled(self, given: Label) -> list[str]:
        """Keys of all spellings of a label; a short name of one report is none ("the Assembly" is many)."""
        if given not in self._spelled:
            keys = {key(given.what), *map(key, self.forms[given])}
            words = given.what.count(" ") if given.sort == "name" else 0
            self._spelled[given] = sorted(text for text in keys if text.count(" ") >= words)
        return self._spelled[given]


def join_all(joins: Joins, bound: Mapping[Label, set[Label]]) -> dict[Label, Label]:
    """For each label the label that stands for its actor; `bound`: short names that reports explain."""
    order = sorted(joins.forms)
    people = [g for g in order if g.sort == "person" or (g.sort == "known" and is_person(g))]
    names = [g for g in order if g.sort == "name" or (g.sort == "known" and not is_person(g))]
    _people(joins, people)
    _initials(joins, people)
    _turned(joins, [person for person in people if person.sort == "person"])
    _slips(joins, [person for person in people if person.sort == "person"])
    _surnames(joins, people, [g for g in order if g.sort == "surname"])
    _same_names(joins, names, people)
    _acronyms(joins, names, bound)
    _spellings(joins, names)
    _short_forms(joins, names)
    _countries(joins, names, [g for g in order if g.sort == "part"])
    _bare_bodies(joins, order)
    return {given: joins.root(given) for given in order}


def is_person(given: Label) -> bool:
    """Whether a roster label is a person's."""
    entry = roster.names().get(given.what)
    return entry is not None and entry.type == "person"


# --------------------------------------------------------------------------- people


def _people(joins: Joins, people: list[Label]) -> None:
    """Full names that can be one person's; only names whose last words have the same bones are compared."""
    blocks: dict[str, list[Label]] = defaultdict(list)
    for person in people:
        for bones in sorted({bones for text in joins.spelled(person) for bones in _bones(text)}):
            blocks[bones].append(person)
    for block in blocks.values():
        for a, b in candidates.pairs(block, lambda p: _keys(joins, p, candidates.of_person)):
            if a.sort == b.sort == "known" or joins.root(a) == joins.root(b):
                continue
            reason = next(
                (r for x in joins.spelled(a) for y in joins.spelled(b) if (r := likeness.same_person(x, y))), ""
            )
            if reason:
                joins.join(a, b, f"'{joins.shown(a)}' and '{joins.shown(b)}': {reason}")


def _keys(joins: Joins, given: Label, keys_of: Callable[[str], candidates.Keys]) -> set[tuple[str, ...]]:
    """The keys of all spellings of a label."""
    return {each for text in joins.spelled(given) for each in keys_of(text)}


def _initials(joins: Joins, people: list[Label]) -> None:
    """ "A. Reyes" is the one person of that surname in the story whose given name begins so."""
    by_last: dict[str, list[Label]] = defaultdict(list)
    for person in people:
        by_last[likeness.surname(person.what)].append(person)
    for person in people:
        letter, *rest = person.what.split()
        if person.sort != "person" or len(letter) != 1 or len(rest) != 1:
            continue
        hits = [
            hit
            for hit in by_last[likeness.surname(person.what)]
            if any(name.startswith(letter) for name in likeness.given(hit.what)) and joins.near(person, hit)
        ]
        if len({joins.root(hit) for hit in hits}) == 1 and likeness.given(hits[0].what)[0].startswith(letter):
            joins.join(hits[0], person, f"'{joins.shown(person)}': the only one in the story with that initial")


def _turned(joins: Joins, people: list[Label]) -> None:
    """ "Reyes Nadia" is Nadia Reyes where the reports are of one story: surname and given name change places."""
    by_last: dict[str, list[Label]] = defaultdict(list)
    for person in people:
        by_last[likeness.surname(person.what)].append(person)
    for person in people:
        first, last = likeness.given(person.what), likeness.surname(person.what)
        if len(first) != 1 or min(len(first[0]), len(last)) < SHORTEST_TURNED:
            continue
        for other in by_last.get(first[0], ()):
            apart = joins.root(other) != joins.root(person)
            if apart and likeness.same_person(f"{last} {first[0]}", other.what) and joins.near(person, other):
                reason = "the same names in another order"
                joins.join(other, person, f"'{joins.shown(person)}' and '{joins.shown(other)}': {reason}")


def _slips(joins: Joins, people: list[Label]) -> None:
    """Long surnames one letter apart ("Karamvandi", "Karambandi") where given name and story agree."""
    by_first: dict[str, list[Label]] = defaultdict(list)
    for person in people:
        given = likeness.given(person.what)
        if given and len(likeness.surname(person.what)) >= LONG_SURNAME:
            by_first[likeness.skeleton(given[0])].append(person)
    for group in by_first.values():
        for a, b in candidates.pairs(group, lambda p: candidates.of_surname(likeness.surname(p.what))):
            x, y = likeness.surname(a.what), likeness.surname(b.what)
            if Levenshtein.distance(x, y, score_cutoff=1) != 1 or joins.root(a) == joins.root(b):
                continue
            same = likeness.same_person(f"{' '.join(likeness.given(a.what))} {y}", b.what)
            if same and joins.near(a, b):
                joins.join(a, b, f"'{joins.shown(a)}' and '{joins.shown(b)}': one letter apart")


def _bones(name: str) -> list[str]:
    """Consonants of a person's surname and, in longer names, of the word before it: in Spanish it is the surname."""
    *before, last = (*likeness.given(name), likeness.surname(name))
    return [likeness.skeleton(word) for word in (*before[1:][-1:], last)]


def _surnames(joins: Joins, people: list[Label], alone: list[Label]) -> None:
    """A surname whose report names nobody in full is the one person of that surname in the other reports, if any."""
    by_last: dict[str, list[Label]] = defaultdict(list)
    for person in people:
        by_last[likeness.surname(person.what)].append(person)
    lonely: dict[str, list[Label]] = defaultdict(list)
    for given in alone:
        last = likeness.surname(given.what)
        near = [hit for hit in by_last.get(last, ()) if joins.near(given, hit)]
        if len({joins.root(hit) for hit in near}) == 1:
            full = joins.shown(near[0])
            joins.join(near[0], given, f"'{joins.shown(given)}': {full} alone has that surname in the reports")
        elif not near:
            first = next((other for other in lonely[last][:MOST_ALONE] if joins.near(given, other)), None)
            lonely[last].append(given)
            if first:
                joins.join(first, given, f"'{joins.shown(given)}': the same surname, and nobody named in full")


# --------------------------------------------------------------------------- groups and bodies


def _same_names(joins: Joins, names: list[Label], people: list[Label]) -> None:
    """What one report takes for a person and another of the story for a body of the same name is one."""
    bodies = {key(given.what): given for given in names if given.sort == "name" and " " in given.what}
    for person in people:
        body = bodies.get(person.what) if person.sort == "person" else None
        if body and joins.near(person, body):
            joins.join(body, person, f"'{joins.shown(person)}': the same name")


def _acronyms(joins: Joins, names: list[Label], bound: Mapping[Label, set[Label]]) -> None:
    """A short name is what the reports that explain it say ("Kisumu Relief Fund (KRF)"), if all say the same.

    An acronym that none explains is the only name whose initials it has.
    """
    by_initials: dict[str, list[Label]] = defaultdict(list)
    for given in names:
        for letters in sorted({letters for text in joins.spelled(given) for letters in likeness.initials(text)}):
            by_initials[letters].append(given)
    for given in names:
        short = joins.shown(given)
        if given.sort != "name" or " " in given.what or len(given.what) < 2:
            continue
        told = sorted(long for long in bound.get(given, ()) if long in joins.forms)
        hits = [hit for hit in by_initials.get(given.what, ()) if hit != given and joins.near(given, hit)]
        told = [long for long in told if len(given.what) > 2 or joins.near(given, long)]
        if len({joins.root(long) for long in told}) == 1:
            joins.join(told[0], given, f"'{short}' is {joins.shown(told[0])}: introduced in brackets")
        elif not told and len(hits) == 1 and short.isupper() and len(short) > 2:
            joins.join(hits[0], given, f"'{short}' is {joins.shown(hits[0])}: the only name with these initials")


def _spellings(joins: Joins, names: list[Label]) -> None:
    """Transliterations of one name; only names whose last words have the same bones are compared."""
    blocks: dict[str, list[Label]] = defaultdict(list)
    for given in (name for name in names if not name.report):  # what is held to a story has no other spellings
        for bones in sorted({likeness.skeleton(text.split()[-1]) for text in joins.spelled(given) if text}):
            blocks[bones].append(given)
    for block in blocks.values():
        for a, b in candidates.pairs(block, lambda p: _keys(joins, p, candidates.of_name)):
            if a.sort == b.sort == "known" or joins.root(a) == joins.root(b):
                continue
            if any(likeness.same_spelling(x, y) for x in joins.spelled(a) for y in joins.spelled(b)):
                joins.join(a, b, f"'{joins.shown(a)}' and '{joins.shown(b)}' are spellings of one name")


def _short_forms(joins: Joins, names: list[Label]) -> None:
    """ "Harvard" is Harvard University, if no other long name begins or ends with it."""
    longer: dict[str, set[Label]] = defaultdict(set)
    for given in names:
        words = key(given.what).split()
        for cut in range(1, len(words)):
            if _says_nothing(words[cut:]):
                longer[" ".join(words[:cut])].add(given)
            if _says_nothing(words[:cut]) or (len(words) > cut + 1 and everywhere(" ".join(words[cut:]))):
                longer[" ".join(words[cut:])].add(given)
    for given in names:
        short = key(given.what)
        if given.sort != "name" or len(short) < SHORTEST_SHORT or _says_nothing(short.split()):
            continue
        hits = [hit for hit in sorted(longer.get(short, set()) - {given}) if joins.near(given, hit)]
        if len({joins.root(hit) for hit in hits}) == 1:
            joins.join(hits[0], given, f"'{joins.shown(given)}' is short for {joins.shown(hits[0])}")


def _countries(joins: Joins, names: list[Label], parts: list[Label]) -> None:
    """ "The Air Force" is the Kenyan Air Force, if no other country's is named in the story."""
    by_noun: dict[str, list[Label]] = defaultdict(list)
    for part in parts:
        by_noun[part.what].append(part)
    for given in names:
        hits = [hit for hit in by_noun.get(given.what, ()) if given.sort == "name" and joins.near(given, hit)]
        if len({joins.root(hit) for hit in hits}) == 1:
            joins.join(hits[0], given, f"'{joins.shown(given)}' is short for {joins.shown(hits[0])}")


def _bare_bodies(joins: Joins, order: list[Label]) -> None:
    """ "The defence ministry" of one report is the Kenyan one of another, if the story has no other."""
    fuller: dict[tuple[str, str], list[tuple[frozenset[str], Label]]] = defaultdict(list)
    for given in order:
        if given.sort in ("part", "described"):
            words = given.what.split()
            fuller[words[-1], given.report].append((frozenset(words), given))
    for given in order:
        if given.sort not in ("bare", "described") or given.country:
            continue
        words = given.what.split()
        if not national().isdisjoint(words):  # a description is held to its story by its label, a country's part is not
            hits = [hit for told, hit in fuller[words[-1], given.report] if hit != given and told.issuperset(words)]
            hits += [hit for told, hit in fuller[words[-1], ""] if told.issuperset(words) and joins.near(given, hit)]
            if len({joins.root(hit) for hit in hits}) == 1:
                joins.join(hits[0], given, f"'{joins.shown(given)}': the story names {joins.shown(hits[0])} alone")


def _says_nothing(words: list[str]) -> bool:
    generic = likeness.spellings().generic
    return all(w in generic or atlas.country_names().get(w) or atlas.demonyms().get(w) for w in words)
