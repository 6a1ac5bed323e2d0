"""A country's or capital's name as a place or as its government: by preposition, verb and the noun beside it."""

from __future__ import annotations

from crossread import atlas
from crossread.atlas import Spot
from crossread.function_words import function_words
from crossread.reading.names.lines import Line, vocabulary
from crossread.reading.names.words import HYPHENS, Name
from crossread.records import MentionType, Token
from crossread.spelling import key

CHAIN = 6
"""Steps along a list or apposition after which the parse is not followed further."""


def of_place(line: Line, name: Name, spots: tuple[Spot, ...]) -> tuple[MentionType, str]:
    """Type and reason of a place's name: "government" where a country or capital acts or is dealt with."""
    text = line.text(name.first, name.last)
    code = atlas.country_names().get(text)
    if code is None and key(text) not in atlas.capitals():
        return "place", "known place" if spots else "reads as a place's name"
    if code is not None and atlas.countries()[code].part_of is not None:
        told = _territory_role(line, line.tree.head(name.first, name.last))
    else:
        told = country_role(line, name.first, name.last, is_country=code is not None)
    return ("government", told) if told else ("place", "a country or capital as a place")


def country_role(line: Line, first: int, last: int, is_country: bool) -> str:
    """What shows that a country's or capital's name stands for its government there; "" if it is a place."""
    own = line.tree.head(first, last)
    suffix = _suffix(line, last)
    if suffix:
        return f"-{suffix}: somebody who acts" if suffix in vocabulary().joined - vocabulary().joined_lands else ""
    if _relative_acts(line, own):
        return "who acts in the clause that follows"
    head = _first_listed(line, own)
    token, rel, case = line.tokens[head], line.rel(head), case_of(line, head)
    if rel == "vocative":
        return "spoken to"
    if token.head < 0 or case in vocabulary().place_cases:
        return ""
    above = line.tokens[token.head]
    if case in vocabulary().party_cases:
        return _with_party(case, above, is_country)
    if case:
        return _behind_of(case, above, is_country)
    if token.rel == "nmod:poss":
        return _possessor(above)
    if rel in ("compound", "amod", "nmod", "nummod"):
        return _as_modifier(line, head, token.head) if is_country else ""
    if rel == "nsubj":
        return _as_subject(line, head, token.head, is_country)
    lemma = above.lemma.lower()
    return f"object of {lemma}" if rel in ("obj", "iobj") and lemma in vocabulary().addressed_verbs else ""


def _territory_role(line: Line, head: int) -> str:
    """Territories are places unless they speak."""
    above = line.tokens[head].head
    lemma = line.tokens[above].lemma.lower() if above >= 0 else ""
    return f"subject of {lemma}" if line.tokens[head].rel == "nsubj" and lemma in vocabulary().saying else ""


def _suffix(line: Line, last: int) -> str:
    """What is joined to the name by a hyphen ("Kenya-led": "led"), if it is no name."""
    if last + 2 >= len(line.tokens) or line.tokens[last + 1].text not in HYPHENS:
        return ""
    return line.lower[last + 2] if line.glued(last + 1) and line.glued(last + 2) and not line.capital(last + 2) else ""


def case_of(line: Line, head: int) -> str:
    """The preposition of a word, or of the first of the words that it is listed with; "" if none."""
    word = head
    for _ in range(CHAIN):
        if case := _own_case(line, word):
            return case
        if line.rel(word) not in ("conj", "flat", "appos") or line.tokens[word].head < 0:
            return ""
        word = line.tokens[word].head
    return ""


def _own_case(line: Line, word: int) -> str:
    return next((line.lower[c] for c in line.tree.children[word] if line.rel(c) == "case" and line.keys[c]), "")


def _first_listed(line: Line, head: int) -> int:
    """The word whose part in the sentence a listed word shares ("the UK, Kenya and Peru said")."""
    for _ in range(CHAIN):
        if line.rel(head) != "conj" or line.tokens[line.tokens[head].head].pos not in ("PROPN", "NOUN"):
            break
        if _own_case(line, head):
            break
        head = line.tokens[head].head
    return head


def _with_party(case: str, above: Token, is_country: bool) -> str:
    lemma, words = above.lemma.lower(), vocabulary()
    return f"{case}: a party" if is_country or lemma in words.party_nouns or case not in words.company else ""


def _possessor(above: Token) -> str:
    """ "Peru's president", "Peru's denial" are its government's; "Peru's coast" is the land's."""
    lemma, words = above.lemma.lower(), vocabulary()
    return f"its {lemma}" if lemma in words.party_nouns or lemma in words.offices or lemma in words.groups else ""


def _relative_acts(line: Line, head: int) -> bool:
    """ "It was Kenya that persuaded …": the clause behind the name tells that it acts."""
    for clause in line.tree.of(head, "acl:relcl"):
        subjects = [line.lower[c] for c in line.tree.of(clause, "nsubj") if line.tokens[c].rel == "nsubj"]
        acts = line.tokens[clause].lemma.lower() in vocabulary().acting_verbs
        if subjects and subjects[0] in function_words().relatives and acts:
            return True
    return False


def _as_subject(line: Line, head: int, verb: int, is_country: bool) -> str:
    """Whoever speaks, decides, attacks is a government; where something lies, happens or is suffered is a place."""
    words = vocabulary()
    lemma, pos = line.tokens[verb].lemma.lower(), line.tokens[verb].pos
    if line.tokens[head].rel.endswith("pass"):
        return f"object of {lemma}" if lemma in words.addressed_verbs else ""
    if pos in ("ADJ", "ADV") or lemma in words.acting_adjectives:
        return f"is {lemma}" if lemma in words.acting_adjectives else ""
    if lemma in words.acting_verbs or (is_country and pos == "VERB" and lemma not in words.states):
        return f"subject of {lemma}"
    below = [line.tokens[c].lemma.lower() for c in line.tree.of(verb, "xcomp", "ccomp", "conj")]
    return next((f"subject of {word}" for word in below if word in words.acting_verbs and is_country), "")


def _behind_of(case: str, above: Token, is_country: bool) -> str:
    """ "Sanctions on Peru", "sold to Peru" name a party; "a visit to Peru", "the north of Peru" a place."""
    words, lemma = vocabulary(), above.lemma.lower()
    if above.pos == "VERB":
        return f"{lemma} {case}" if lemma in words.party_verbs.get(case, ()) else ""
    if case in function_words().genitives and lemma in words.parts:
        return ""
    party = lemma in words.party_nouns and (is_country or lemma not in words.offices)
    return f"{lemma} {case}" if party and case in words.party_noun_cases else ""


def _as_modifier(line: Line, head: int, noun: int) -> str:
    """ "US strikes", "UK aid": short forms serve as adjectives, other names of countries before a noun say where."""
    words = vocabulary()
    lemma = line.tokens[noun].lemma.lower()
    if noun < head or lemma in words.lands:
        return ""
    whose = line.keys[head] in words.short_countries or lemma in words.offices or lemma in words.groups
    return f"its {lemma}" if whose else ""
