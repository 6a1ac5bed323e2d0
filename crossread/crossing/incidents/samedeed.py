"""How likely two accounts are of one deed: evidence for, evidence against, and what forbids it. Pure."""

from __future__ import annotations

from math import cos, hypot, radians

from crossread.crossing.incidents.accounts import Account
from crossread.crossing.incidents.kindred import instruments, nearest_kinds
from crossread.crossing.incidents.partywords import small_words
from crossread.embeddings import cosine
from crossread.records import Place, Record

MARKED = frozenset(("chemical", "nuclear"))
"""Means so rare, and so sure to be named, that they tell deeds apart."""
TOLD = 1.25
"""Points that must rest on who, where, when or a name; kind, word and means alone join all shootings of a year."""
STRANGE = 0.4
"""Points against deeds whose parties are others, if either is only described: within a report, or in reports surely of
one story, "both officers" beside a name says nothing (incidents of 33 stories .642 instead of .640); between others it
does (pairs of reports of shootings are joined with precision .92 instead of .88)."""
UNLIKE = 0.5
"""Points against joining deeds of which only one is doubted, or only one told with means that are always named."""
TURNED = 2.0
"""Points against deeds in which the one who strikes is struck in the other: the killing by a gunman, and of him."""
APART = 60.0
"""Kilometres beyond which two towns or sites are two places of a deed: suburbs and bases count with their city."""
FRESH = 31
"""Days that the deed told first in a report, without a day, is at most old, as a rule: what is older is dated."""
TOPIC = 0.45
"""Cosine of two sentences of one story about different deeds, at the median; likeness counts only above it."""
SOON = 4
"""Days between a saying and the report that tells it without a day."""
SAYING = 0.65
"""Cosine from which two sentences with a saying of one speaker and no day are taken for the same saying."""
GUESS = 31
"""Days by which days counted from a guessed day of publication may be wrong, and forbid nothing."""
STALE = 120
"""Days before a report came out beyond which a deed that it tells without a day is hardly the one meant."""


class Likeness(Record, frozen=True, order=True):
    """Points for two accounts being of one deed, and the words that say why; `never` forbids it."""

    points: float
    why: tuple[str, ...]
    never: bool = False
    told: float = (
        0.0  # the part of the points that rests on who, where, when or a name: what sets deeds of a sort apart
    )


STORY = (0.25, 0.45)
"""Likeness of two reports (`themes`) from which, and up to which, it speaks for their main deeds being one. Of 200 and
400 reports of shootings pairs are then joined with F .80 and .82 (with .2 and .3: .75 and .76; with .28 and .4: .79 and
.82, and a little less in eight stories)."""
ONE_STORY, OTHER_STORY = 3.0, -1.5
"""Points at most for two reports' main deeds where the reports are alike; points where they are not near each other."""

STRANGERS = 1.0
"""Points against joining deeds of reports that share no rare name: one day and one sort of deed are not enough. Of 400
reports of shootings pairs are joined with precision .95 instead of .93."""
MISDATED = 14
"""Days by which the main deeds of two reports of one story may be told apart and still be one: "Sunday" in a report of
the week after, the day on which one who was shot died. Of 400 reports of shootings .77 of the pairs are joined instead
of .75, and with precision .97 (with 8 days the same, within a little)."""

RETOLD, RETELLING = 1.5, (0.5, 0.7)
"""Points at most for two deeds of one kind in reports of one story whose sentences mean the same; the cosine from
which, and up to which, there are some. Of pairs that nothing else joined 60 in 100 are of one deed from .55 up, 70 from
.65 up."""

NEVER = Likeness(-100.0, (), True)
NOTHING = Likeness(0.0, ())


def likeness(a: Account, b: Account, near: float | None = None) -> Likeness:
    """Compare two accounts, of one report or of several; `near`: how alike their reports are, where that is known."""
    kin, kind = nearest_kinds(a.kinds, b.kinds)
    if not kin or not _statuses_agree(a, b) or (a.names and b.names and not a.names & b.names):
        return NEVER
    if (a.speech or b.speech) and not _same_word(a, b, kin):
        return NEVER
    points, why = kin, [kind]
    marked = False
    if a.instruments and b.instruments:
        if a.instruments & b.instruments:
            points += 1.0
            marked = bool(a.instruments & b.instruments & MARKED)
            why.append("with the same means")
        elif not any((p, q) in instruments() for p in a.instruments for q in b.instruments):
            return NEVER
    sure = near is not None and near >= STORY[1]
    if (setting := _setting(a, b, sure)) is None:  # before what costs more: most pairs end here
        return NEVER
    told = 0.75 if marked else 0.0
    if a.names & b.names:
        told += 4.0
        why.append("of the same name")
    if near is not None and not a.speech and not b.speech:
        more = _story(a, b, near)
        told += more.points
        why += more.why
    if near is not None and near <= 0 and not a.speech:
        told -= STRANGERS
    if sure and a.clauses & b.clauses:
        told += ONE_STORY
        why.append("told in the same words")
    if near is not None and near >= STORY[0] and kin == 1.0 and (worth := _retold(a, b)):
        told += worth
        why.append("told alike")
    for more in setting:
        told += more.points
        why += more.why
    if not a.reports & b.reports and told < TOLD:
        return Likeness(points + told, tuple(why), told=told)  # too little to join two reports' deeds: spare the rest
    return Likeness(points + told + _manner(a, b), tuple(why), told=told)


def _setting(a: Account, b: Account, sure: bool) -> tuple[Likeness, Likeness, Likeness] | None:
    """What time, place and parties say; None where one of them forbids that two deeds are one. `sure`: the reports are
    of one story."""
    when = _when(a, b)
    if when.never and not (sure and _dated_otherwise(a, b)):
        return None
    if sure and when.points < 0:
        when = NOTHING  # a court's report comes out months after the deed
    where = _where(a, b)
    if where.never and not (sure and a.lede and b.lede):
        return None
    if where.never:
        where = Likeness(-1.0, ())  # two towns of one story: where somebody lives, and where it was
    who = _who(a, b, sure or bool(a.reports & b.reports))
    return None if who.never else (when, where, who)


def _dated_otherwise(a: Account, b: Account) -> bool:
    """Whether two reports' main deeds are put to days that a misread weekday, or a death in hospital, can part."""
    if not (a.lede and b.lede) or a.speech or b.speech or a.reports & b.reports:
        return False
    return _overlap(a, b, MISDATED)


def _story(a: Account, b: Account, near: float) -> Likeness:
    """What it says for two deeds that their reports are of one story: most for those that both tell first."""
    if not (a.done and b.done) or not (a.lede or b.lede) or a.background or b.background:
        return NOTHING
    if near <= 0:
        return Likeness(OTHER_STORY if a.lede and b.lede else 0.0, ())
    share = max(0.0, min(1.0, (near - STORY[0]) / (STORY[1] - STORY[0])))
    points = ONE_STORY * share * (1.0 if a.lede and b.lede else 0.5)
    return Likeness(points, ("told in reports of one story",) if points else ())


def _retold(a: Account, b: Account) -> float:
    """Points for deeds whose sentences mean the same."""
    if a.speech or b.speech or not (a.done and b.done) or not a.reports.isdisjoint(b.reports):
        return 0.0
    least, most = RETELLING
    return RETOLD * max(0.0, min(1.0, (closeness(a, b) - least) / (most - least)))


def _same_word(a: Account, b: Account, kin: float) -> bool:
    """Deeds of words need their day to be one; untold, the same sort of word soon after, or nearly the same words."""
    if a.dated and b.dated:
        return _overlap(a, b, 0)
    if a.reports & b.reports:
        return kin == 1.0
    for known, other in ((a, b), (b, a)):
        if known.end and other.latest and not other.dated:
            return 0 <= (other.latest - known.end).days <= SOON
    if a.latest and b.latest and abs((a.latest - b.latest).days) > SOON:
        return False
    return kin == 1.0 and closeness(a, b) >= SAYING + (0.0 if a.latest and b.latest else 0.1)


def closeness(a: Account, b: Account) -> float:
    """The cosine of the likest sentences of two accounts; 0 without embeddings."""
    return max((cosine(p, q) for p in a.embeddings for q in b.embeddings), default=0.0)


def _statuses_agree(a: Account, b: Account) -> bool:
    """What is done is not what is threatened or demanded; a plan may have come true on its day."""
    if a.done == b.done:
        return True
    plan = b if a.done else a
    return (
        plan.planned and a.dated and b.dated and _overlap(a, b, 0) and bool(a.parties & b.parties or a.lands & b.lands)
    )


def _overlap(a: Account, b: Account, slack: int) -> bool:
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    if a.start <= b.end and b.start <= a.end:
        return True
    return slack > 0 and (a.start - b.end).days <= slack and (b.start - a.end).days <= slack


def _when(a: Account, b: Account) -> Likeness:
    if (a.guessed or b.guessed) and not a.reports & b.reports and not _overlap(a, b, 0) and _overlap(a, b, GUESS):
        return NOTHING
    if a.start and a.end and b.start and b.end:
        if _overlap(a, b, 0):
            narrow = max((a.end - a.start).days, (b.end - b.start).days) <= 3
            return Likeness(2.0 if narrow else 0.75, ("on the same day" if narrow else "on days that agree",))
        near = _overlap(a, b, 1) and not a.reports & b.reports  # a night between two days, a time zone
        return Likeness(-0.75, ()) if near and not a.speech else NEVER
    for known, other in ((a, b), (b, a)):
        if not (known.start and known.end) or other.latest is None or not (known.done and other.done):
            continue
        if known.start > other.latest:
            return NEVER  # what a report tells as done was done when it came out
        late = (other.latest - known.end).days
        if not other.background and not known.names and late > (FRESH if other.lede else STALE):
            return Likeness(-1.5, ())
    if a.lede and b.lede and a.latest and b.latest and abs((a.latest - b.latest).days) > FRESH:
        return Likeness(-1.5, ())
    return NOTHING


def _where(a: Account, b: Account) -> Likeness:
    if not a.places or not b.places:
        return NOTHING
    worth, name = max((nearness(p, q), p.name) for p in a.places for q in b.places)
    if worth < 0:
        return NOTHING if a.names & b.names or a.speech else NEVER
    if a.reports & b.reports and worth == 1.0:
        worth = 0.25  # all that a report tells is in its country
    return Likeness(worth, (f"in {name}",) if worth else ())


def nearness(p: Place, q: Place) -> float:
    """1.5 the same place (1 a country), 0.5 to 1 one may hold the other, -1 two places; 0 where nothing is known."""
    if p.id == q.id:
        return 1.5 if p.precision != "country" else 1.0
    if p.country and q.country and p.country != q.country:
        return -1.0
    if "country" in (p.precision, q.precision):
        return 0.75 if p.country == q.country else 0.0
    if p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return 0.0
    distance = hypot(p.lat - q.lat, (p.lon - q.lon) * cos(radians(p.lat))) * 111.2
    if distance <= APART:
        return 1.0
    return 0.5 if {"region", "sea"} & {p.precision, q.precision} and distance <= 4 * APART else -1.0


def _who(a: Account, b: Account, one_story: bool) -> Likeness:
    points, why = 0.0, []
    strange = 0.0 if one_story else STRANGE
    for mine, other, worth, name in ((a.actors, b.actors, 1.5, "actor"), (a.targets, b.targets, 1.25, "target")):
        if not mine or not other:
            continue
        if both := mine & other:
            points += worth if _known(both) else 0.4
            why.append(f"the same {name}")
        else:
            if a.speech and name == "actor":
                if a.words & b.words & small_words("gatherings"):
                    continue
                return NEVER
            against = worth if _known(mine) and _known(other) else strange
            points -= against * (0.5 if a.lands & b.lands else 1.0)
    if why:
        return Likeness(points, tuple(why))
    if _known(a.actors & b.targets) or _known(a.targets & b.actors):
        points -= TURNED  # who strikes whom is the other way round
    elif both := a.parties & b.parties:
        points += 0.75 if _known(both) else 0.3
        why.append("a party in common")
    elif a.lands & b.lands:
        points += 0.5
        why.append("parties of one country")
    return Likeness(points, tuple(why))


def _known(parties: frozenset[str]) -> bool:
    return any(not party.startswith("~") for party in parties)


def _manner(a: Account, b: Account) -> float:
    points = 0.5 if a.words & b.words else 0.0
    if a.background != b.background:
        points -= 1.0
    if not a.reports & b.reports and a.done and b.done:
        points -= UNLIKE * (a.doubted != b.doubted)
        points -= UNLIKE * (bool(a.instruments & MARKED) != bool(b.instruments & MARKED))
    if a.reports & b.reports:
        return points
    if a.lede and b.lede:
        points += 0.5
    return points + max(0.0, min(1.0, (closeness(a, b) - TOPIC) * 2.5))
