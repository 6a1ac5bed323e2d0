"""What a name stands for where it stands: a person, a group, a body; a country as a place or as its government."""

from __future__ import annotations

from functools import lru_cache

from crossread import atlas
from crossread.atlas import Spot
from crossread.reading.boundaries import Name
from crossread.reading.lines import Line, vocabulary
from crossread.records import MentionType
from crossread.spelling import key

_PLACE_CASES = frozenset(
    "in at near into inside outside across throughout around toward towards within over through via beyond along above onto off past".split()
)
_PARTY_CASES = frozenset("by with between against versus vs among amongst alongside".split())
_SAYING = frozenset("say tell announce accuse warn deny claim insist urge vow demand call reject condemn".split())


def kind(line: Line, name: Name) -> tuple[MentionType, str]:
    """The type of a name's mention, and what told."""
    if name.known is not None:
        return _of_known(line, name), "known by that name"
    text = line.text(name.first, name.last)
    spots = name.spots or (atlas.places().get(text) or ())
    if spots and name.label == "PER" and spots[0].precision != "country" and not _sits(line, name):
        return "person", "reads as a person's name"
    if spots:
        return _of_place(line, name, spots)
    if name.title is not None:
        return "person", "a title stands before it"
    if ended := _by_last_word(line, name):
        return ended
    if name.label == "PER" and not (line.mode == "mixed" and name.first == name.last and len(text) > 2 and text.isalpha() and text.isupper()):
        return "person", "reads as a person's name"
    group = _by_company(line, name)
    if group is not None:
        return group
    if name.label == "LOC":
        return _of_place(line, name, ())
    if name.label in ("ORG", "PER"):
        return ("place", "stands where places stand") if _sits(line, name) and atlas.look_up(text) else ("organisation", "reads as a body's name")
    return "other", "a name of unknown kind"


def _of_known(line: Line, name: Name) -> MentionType:
    assert name.known is not None
    return name.known.type


@lru_cache(maxsize=1)
def _ends() -> dict[str, MentionType]:
    return {key(word): kind for kind, words in vocabulary().name_ends.items() for word in words}


def _by_last_word(line: Line, name: Name) -> tuple[MentionType, str] | None:
    """ "Kericho County" is a place, "Bank of Ghana" an organisation: the head of the name tells."""
    if name.first == name.last:
        return None
    words = [line.lower[i] for i in range(name.first, name.last + 1)]
    head = name.last
    for small in ("of", "for", "on", "in"):
        if small in words:
            head = min(head, name.first + words.index(small) - 1)
    told = _ends().get(line.keys[head]) if head >= name.first else None
    if told is None:
        return None
    if told == "place" and name.label == "ORG" and not _sits(line, name):
        return None
    if told != "place" and name.label == "PER" and head == name.last and told != "armed group":
        return None if line.keys[head] in ("church", "guard", "post", "watch", "cross", "bank") else (told, f"its last word is {words[-1]}")
    return told, f"its head is {line.tokens[head].text}"


def _by_company(line: Line, name: Name) -> tuple[MentionType, str] | None:
    """The common noun that the name belongs to: "Bravada fighters", "the militia Bravada"."""
    if name.label == "PER":
        return None
    after = line.lower[name.last + 1] if name.last + 1 < len(line.tokens) else ""
    before = line.lower[name.first - 1] if name.first else ""
    fighting = vocabulary().fighting
    if after in fighting or (before in fighting and name.label == "ORG"):
        return "armed group", f"called {after if after in fighting else before}"
    if after == "news" or (after == "newspaper" or before == "newspaper" or after == "television"):
        return "media", f"called {after or before}"
    return None


def _sits(line: Line, name: Name) -> bool:
    return _case(line, line.tree.head(name.first, name.last)) in (*_PLACE_CASES, "from", "to")


def _case(line: Line, head: int) -> str:
    """The preposition of a word, or of the first of the words that it is listed with; "" if none."""
    word, steps = head, 0
    while steps < 6:
        for child in line.tree.children[word]:
            if line.rel(child) == "case" and child < word and line.keys[child]:
                return line.lower[child]
        if line.rel(word) not in ("conj", "flat", "appos") or line.tokens[word].head < 0:
            return ""
        word, steps = line.tokens[word].head, steps + 1
    return ""


# --------------------------------------------------------------------------- countries and capitals


def _of_place(line: Line, name: Name, spots: tuple[Spot, ...]) -> tuple[MentionType, str]:
    text = line.text(name.first, name.last)
    code = atlas.country_names().get(text)
    if code is None and key(text) not in atlas.capitals():
        return "place", "known place" if spots else "reads as a place's name"
    if code is not None and atlas.countries()[code].part_of is not None:
        told = _territory_role(line, line.tree.head(name.first, name.last))
    else:
        told = country_role(line, name.first, name.last, is_country=code is not None)
    return ("government", told) if told else ("place", "a country or capital as a place")


def _territory_role(line: Line, head: int) -> str:
    """Territories are places unless they speak."""
    above = line.tokens[head].head
    lemma = line.tokens[above].lemma.lower() if above >= 0 else ""
    return f"subject of {lemma}" if line.tokens[head].rel == "nsubj" and lemma in _SAYING else ""


def country_role(line: Line, first: int, last: int, is_country: bool) -> str:
    """What shows that a country's or capital's name stands for its government there; "" if it is a place."""
    tree, words = line.tree, vocabulary()
    if last + 2 < len(line.tokens) and line.tokens[last + 1].text == "-" and line.glued(last + 1) and line.capital(first):
        suffix = line.lower[last + 2]
        if suffix in ("based", "born", "wide", "bound"):
            return ""
        if suffix in words.joined:
            return f"-{suffix}: somebody who acts"
    head = _first_listed(line, tree.head(first, last))
    if _relative_acts(line, tree.head(first, last)):
        return "who acts in the clause that follows"
    token, rel, case = line.tokens[head], line.rel(head), _case(line, head)
    governor = line.tokens[token.head] if token.head >= 0 else None
    above = governor.lemma.lower() if governor else ""
    if rel in ("compound", "amod", "nmod", "nummod") and not case and is_country and governor is not None and token.rel != "nmod:poss":
        return _as_modifier(line, head, token.head)
    if case in _PLACE_CASES:
        return ""
    if case in _PARTY_CASES:
        if case == "against" and above in ("strike", "attack", "airstrike"):
            return "party of an attack"
        return f"{case}: a party" if is_country or above in words.party_nouns or case != "with" else ""
    if rel == "nsubj" and governor is not None:
        return _as_subject(line, head, token.head, is_country)
    if case in ("on", "to", "of", "from", "for"):
        return _behind_of(line, case, above, governor.pos if governor else "", is_country)
    if rel == "vocative":
        return "spoken to"
    if token.rel == "nmod:poss":
        return f"its {above}" if above in words.party_nouns or above in words.offices or above in words.groups else ""
    if rel in ("obj", "iobj") and above in words.addressed_verbs:
        return f"object of {above}"
    return ""


def _first_listed(line: Line, head: int) -> int:
    """The word whose part in the sentence a listed word shares ("the UK, Kenya and Peru said")."""
    steps = 0
    while line.rel(head) == "conj" and steps < 6 and line.tokens[line.tokens[head].head].pos in ("PROPN", "NOUN"):
        if _case_of(line, head):
            break
        head, steps = line.tokens[head].head, steps + 1
    return head


def _case_of(line: Line, word: int) -> str:
    return next((line.lower[c] for c in line.tree.children[word] if line.rel(c) == "case" and line.keys[c]), "")


def _relative_acts(line: Line, head: int) -> bool:
    """ "It was Kenya that persuaded …": the clause behind the name tells that it acts."""
    for clause in line.tree.of(head, "acl:relcl"):
        subjects = [line.lower[c] for c in line.tree.of(clause, "nsubj") if line.tokens[c].rel == "nsubj"]
        if subjects and subjects[0] in ("that", "who", "which") and line.tokens[clause].lemma.lower() in vocabulary().acting_verbs:
            return True
    return False




def _as_subject(line: Line, head: int, verb: int, is_country: bool) -> str:
    """Whoever speaks, decides, attacks is a government; where something lies, happens or is suffered is a place."""
    words = vocabulary()
    lemma = line.tokens[verb].lemma.lower()
    if line.tokens[head].rel.endswith("pass"):
        return f"object of {lemma}" if lemma in words.addressed_verbs else ""
    if line.tokens[verb].pos in ("ADJ", "ADV") or lemma in words.acting_adjectives:
        return f"is {lemma}" if lemma in words.acting_adjectives else ""
    if lemma in words.acting_verbs:
        return f"subject of {lemma}"
    if is_country and line.tokens[verb].pos == "VERB" and lemma not in words.states:
        return f"subject of {lemma}"
    below = [line.tokens[c].lemma.lower() for c in line.tree.of(verb, "xcomp", "ccomp", "conj")]
    return next((f"subject of {word}" for word in below if word in words.acting_verbs and is_country), "")


def _behind_of(line: Line, case: str, above: str, pos: str, is_country: bool) -> str:
    words = vocabulary()
    if pos == "VERB":
        if case == "on" and above in ("call", "impose", "press", "rely", "depend", "blame"):
            return f"{above} on"
        if case == "to" and above in ("say", "tell", "appeal", "sell", "supply", "offer", "propose", "belong", "listen", "complain", "apologise", "apologize", "respond", "loyal"):
            return f"{above} to"
        return ""
    if case == "of" and above in ("part", "north", "south", "east", "west", "people", "city", "capital", "region", "province", "centre", "center"):
        return ""
    if above in words.party_nouns and (is_country or above not in words.offices):
        return f"{above} {case}"
    return ""


def _as_modifier(line: Line, head: int, noun: int) -> str:
    """ "US strikes", "UK aid": short forms serve as adjectives, other names of countries before a noun say where."""
    words = vocabulary()
    lemma = line.tokens[noun].lemma.lower()
    if noun < head or lemma in words.lands:
        return ""
    if line.keys[head] in ("us", "uk", "uae", "eu"):
        return f"its {lemma}"
    return f"its {lemma}" if lemma in words.offices or lemma in words.groups else ""
