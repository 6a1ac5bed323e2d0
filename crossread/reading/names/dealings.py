"""What an unknown body is, from the company it keeps: "Veldra fighters", "shares in Veldra", "told Veldra".

A name that no table has and whose words do not tell reads as an organisation. What stands beside its mentions says
more; one plain sign or two weak ones in a report are enough, if they outweigh the signs for anything else.
"""

from __future__ import annotations

from collections import Counter

from crossread.reading.names.country_roles import case_of
from crossread.reading.names.lines import Line, vocabulary
from crossread.reading.names.words import Name
from crossread.records import MentionType

PLAIN, WEAK = 2, 1
"""Weight of a sign; a kind is believed from `PLAIN` on. Of 762 mentions of known bodies in GMB, GUM and re3d, with the
table of actors hidden, 374 have the right kind so, 207 without signs; 3 are wrong by them."""


def signs(line: Line, name: Name) -> Counter[MentionType]:
    """The kinds that this mention speaks for."""
    found: Counter[MentionType] = Counter()
    head = line.tree.head(name.first, name.last)
    for noun in _nouns_beside(line, name, head):
        for kind, nouns in vocabulary().kind_nouns.items():
            if noun in nouns:
                found[kind] += PLAIN
    for sign, weight in (_as_object(line, head), _as_subject(line, head), _opposed(line, head)):
        if sign is not None:
            found[sign] += weight
    return found


def outweighs(found: Counter[MentionType], least: int) -> MentionType | None:
    """The kind that the signs of all mentions speak for; None if they weigh less than `least` or are at odds."""
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    return ranked[0][0]


def _nouns_beside(line: Line, name: Name, head: int) -> list[str]:
    """Lemmas of what the name modifies or owns, is called by ("rebel group Veldra", "Veldra, an airline") or is in."""
    token = line.tokens[head]
    found = []
    if token.head >= 0 and line.rel(head) in ("compound", "nmod", "appos", "flat") and not _chain(line, head):
        case = case_of(line, head)
        if line.rel(head) != "nmod" or token.rel == "nmod:poss" or case in vocabulary().kind_cases:
            found.append(token.head)
    found += [child for child in line.tree.of(head, "appos") if child > name.last]
    if name.first > 0 and line.tokens[name.first - 1].pos == "NOUN":
        found.append(name.first - 1)
    return [word for i in dict.fromkeys(found) if not name.first <= i <= name.last for word in _words(line, i)]


def _chain(line: Line, head: int) -> bool:
    """Whether the word that the name hangs on is a name itself."""
    return line.tokens[line.tokens[head].head].pos == "PROPN"


def _words(line: Line, i: int) -> tuple[str, ...]:
    """The lemma of a noun, alone and with the word before it ("chief executive", "rebel group")."""
    lemma = line.tokens[i].lemma.lower()
    if not i:
        return (lemma,)
    armed = lemma in vocabulary().armable and any(
        line.lower[child] in vocabulary().arming for child in line.tree.children[i]
    )
    return (lemma, f"{line.lower[i - 1]} {lemma}", *(("militia",) if armed else ()))


def _as_object(line: Line, head: int) -> tuple[MentionType | None, int]:
    if line.rel(head) not in ("obj", "iobj"):
        return None, 0
    verb = line.tokens[line.tokens[head].head].lemma.lower()
    if verb == "tell":
        return "media", PLAIN
    return ("armed group", WEAK) if verb in vocabulary().fought else (None, 0)


def _as_subject(line: Line, head: int) -> tuple[MentionType | None, int]:
    if line.rel(head) != "nsubj":
        return None, 0
    verb = line.tokens[head].head
    lemma = line.tokens[verb].lemma.lower()
    claims = any(line.tokens[child].lemma.lower() == "responsibility" for child in line.tree.of(verb, "obj"))
    if lemma == "claim" and claims:
        return "armed group", PLAIN
    return ("company", WEAK) if lemma in vocabulary().dealt else (None, 0)


def _opposed(line: Line, head: int) -> tuple[MentionType | None, int]:
    """ "The fight against Veldra": whom one fights is an armed group, more often than not."""
    above = line.tokens[head].head
    if above < 0 or case_of(line, head) not in vocabulary().fought_cases:
        return None, 0
    lemma = line.tokens[above].lemma.lower()
    return ("armed group", WEAK) if lemma in vocabulary().fought else (None, 0)
