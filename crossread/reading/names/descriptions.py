"""Descriptions: common nouns that stand for somebody ("Kenyan troops", "local officials", "the president")."""

from __future__ import annotations

from functools import lru_cache

from crossread import atlas
from crossread.function_words import function_words
from crossread.lexicon import Phrases
from crossread.reading.names.found import Found
from crossread.reading.names.lines import GroupNoun, Line, vocabulary
from crossread.reading.names.words import Name
from crossread.records import Mention, MentionType
from crossread.spelling import key

_LONGEST = 7
"""Words before the noun that can belong to a description; longer ones in news are lists or headlines."""
_LOOSE = frozenset(["people", "other", "organisation", "company", "media", "coalition"])
"""Kinds whose common nouns name anybody: undescribed they count only where they act or are acted with."""


def describe(line: Line, names: list[tuple[Name, tuple[MentionType, str]]]) -> tuple[list[Found], set[int]]:
    """The descriptions of a line, and the first words of names that are part of one ("Kenya" in "Kenya troops")."""
    owner = {i: (name, kind) for name, kind in names for i in range(name.first, name.last + 1)}
    titled = {i for name, _ in names if name.title for i in range(name.title[0], name.title[1] + 1)}
    found: list[Found] = []
    swallowed: set[int] = set()
    for i, token in enumerate(line.tokens):
        if i in owner or i in titled or token.pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        noun = _group(line, i)
        if noun is None and not _is_office(line, i):
            continue
        if _modifies(line, i):
            continue
        first, partners = _left(line, i, owner)
        described = _described(line, first, i, noun, partners, owner)
        if described is None:
            continue
        found.append(described)
        swallowed.update(name.first for name in partners if not name.known)
    return found + _nationals(line, owner, titled), swallowed


# --------------------------------------------------------------------------- the noun


def _group(line: Line, i: int) -> GroupNoun | None:
    groups = vocabulary().groups
    if i and (
        pair := groups.get(f"{line.lower[i - 1]} {line.tokens[i].lemma.lower()}")
        or groups.get(f"{line.lower[i - 1]} {line.lower[i]}")
    ):
        return pair
    return groups.get(line.lower[i]) or groups.get(line.tokens[i].lemma.lower())


def _is_office(line: Line, i: int) -> bool:
    offices = vocabulary().offices
    return line.lower[i] in offices or line.tokens[i].lemma.lower() in offices


def _modifies(line: Line, i: int) -> bool:
    """Whether the noun only modifies another ("police station", "government spokesman", "army-led")."""
    if i + 1 < len(line.tokens) and line.tokens[i + 1].text == "-" and line.glued(i + 1):
        return True
    head = line.tokens[i].head
    return (
        head > i
        and line.rel(i) in ("compound", "amod", "flat")
        and all(line.tokens[j].pos in ("NOUN", "PROPN", "ADJ") or not line.keys[j] for j in range(i + 1, head + 1))
    )


# --------------------------------------------------------------------------- what stands before it


def _left(line: Line, noun: int, owner: dict[int, tuple[Name, tuple[MentionType, str]]]) -> tuple[int, list[Name]]:
    """First word of the description that ends with `noun`, and the names in it."""
    first, partners = noun, []
    i = noun - 1
    while i >= 0 and noun - i <= _LONGEST:
        token = line.tokens[i]
        if i in owner:
            name, _ = owner[i]
            if not _takes(line, name):
                break
            partners.append(name)
            first, i = name.first, name.first - 1
            continue
        if line.lower[i] in function_words().possessive_marks and i - 1 in owner and _possessor(owner[i - 1][0]):
            i -= 1
            continue
        if line.lower[i] in vocabulary().undescribing or _dash(line, i):
            break
        if (
            token.text == "-"
            or line.lower[i] in vocabulary().joined
            or (token.pos in ("ADJ", "NOUN", "PROPN") and line.keys[i])
        ):
            first = i if line.keys[i] else first
            i -= 1
            continue
        if (
            token.pos in ("VERB", "ADV") and line.rel(i) in ("amod", "advmod") and token.head <= noun and token.head > i
        ) and line.lower[i].endswith(function_words().modifying):
            first, i = i, i - 1
            continue
        break
    while first > 1 and line.tokens[first - 1].text == "-" and not _dash(line, first - 1) and first - 2 not in owner:
        first -= 2  # "off-duty officer", "hit-and-run driver"
    return first, partners


def _dash(line: Line, i: int) -> bool:
    """Whether a hyphen stands by itself, as a dash between two phrases."""
    return line.tokens[i].text == "-" and not (line.glued(i) and i + 1 < len(line.tokens) and line.glued(i + 1))


def _possessor(name: Name) -> bool:
    return bool(name.spots) and name.spots[0].precision == "country"


def _takes(line: Line, name: Name) -> bool:
    """Whether a name before a noun is part of the description: countries, and leaders of a government."""
    if name.spots and name.spots[0].precision == "country":
        return True
    text = line.text(name.first, name.last)
    after = line.lower[name.last + 1] if name.last + 1 < len(line.tokens) else ""
    if key(text) in atlas.capitals() or (name.title is None and after in vocabulary().leaders_bodies):
        return True
    return after == "-" and name.last + 2 < len(line.tokens) and not line.capital(name.last + 2)


# --------------------------------------------------------------------------- whether it is worth a mention


def _described(
    line: Line,
    first: int,
    noun: int,
    group: GroupNoun | None,
    partners: list[Name],
    owner: dict[int, tuple[Name, tuple[MentionType, str]]],
) -> Found | None:
    """The description in the words `first` to `noun`, unless it is nobody's or the name before it says who."""
    if group is not None and _named_before(line, first, owner):
        return None
    if any(line.lower[i] in vocabulary().not_yet for i in range(first, noun)):
        return None
    if not partners and line.tokens[noun].lemma.lower() in vocabulary().abstract and not _acts(line, first, noun):
        return None
    last = noun
    of = _of_country(line, noun, owner)
    if of is not None and group is not None and group.kind == "government":
        partners, last = [*partners, of], of.last
    before = line.lower[first - 1] if first else ""
    definite = before in function_words().pointing or before in function_words().possessive_marks
    telling = bool(partners) or any(_tells(line, i) for i in range(first, noun))
    kind = (
        _office_kind(line, noun, definite, telling)
        if group is None
        else _group_kind(line, first, noun, group, definite, telling)
    )
    if kind is None:
        return None
    why = f"described by '{line.tokens[noun].lemma.lower()}'"
    mention = Mention(line.span(first, last), kind, False, None, None, why)
    return Found(
        mention,
        line.index,
        first,
        last,
        noun,
        definite=definite,
        noun=line.tokens[noun].lemma.lower(),
        plural=_plural(line, noun),
    )


def _named_before(line: Line, first: int, owner: dict[int, tuple[Name, tuple[MentionType, str]]]) -> bool:
    """Whether the name before a group noun says who: "Hamas fighters", "Islamic State group"."""
    if first - 1 not in owner or line.lower[first - 1] in function_words().possessive_marks:
        return False
    return owner[first - 1][1][0] not in ("place", "person")


def _acts(line: Line, first: int, noun: int) -> bool:
    """Whether an abstract noun is somebody here: a nation's, or the subject of a verb of acting."""
    if any(line.capital(i) and atlas.demonyms().get(line.tokens[i].text) for i in range(first, noun)):
        return True
    if not all(_tells(line, i) for i in range(first, noun)):
        return False  # "artificial intelligence"
    head = line.tokens[noun].head
    return line.rel(noun) == "nsubj" and head >= 0 and line.tokens[head].lemma.lower() in vocabulary().acting_verbs


def _office_kind(line: Line, noun: int, definite: bool, telling: bool) -> MentionType | None:
    """What a noun for an office is said of; None where it is nobody in particular ("a mayor")."""
    if not definite and (not telling or line.rel(noun) == "appos"):
        return None
    if not telling and line.tokens[noun].lemma.lower() in vocabulary().plain_persons and not _whose(line, noun):
        return None
    return "person" if line.tokens[noun].lemma.lower() == line.lower[noun] else "people"


def _group_kind(
    line: Line, first: int, noun: int, group: GroupNoun, definite: bool, telling: bool
) -> MentionType | None:
    """The kind of a group described in the words `first` to `noun`; None where it is none in particular ("a force")."""
    bare = not telling and not definite
    if first == noun and not telling and first and line.lower[first - 1] in function_words().indefinite:
        return None
    if bare and first == noun and not _plural(line, noun) and line.rel(noun) not in ("nsubj", "obj"):
        return None
    if bare and group.kind in _LOOSE and line.rel(noun) not in ("nsubj", "obl"):
        return None
    armed = group.kind == "organisation" and group.same == "group" and any(_arms(line, i) for i in range(first, noun))
    return "armed group" if armed else group.kind


def _whose(line: Line, noun: int) -> bool:
    """Whether the noun goes on to say of what: "the head of the union"."""
    return noun + 1 < len(line.tokens) and line.lower[noun + 1] in function_words().belonging


def _of_country(line: Line, noun: int, owner: dict[int, tuple[Name, tuple[MentionType, str]]]) -> Name | None:
    """The country of "the government of Kenya", "the army of Peru"."""
    if noun + 2 < len(line.tokens) and line.lower[noun + 1] in function_words().genitives:
        at = noun + 3 if line.lower[noun + 2] in function_words().definite and noun + 3 < len(line.tokens) else noun + 2
        if (
            at in owner
            and owner[at][0].first == at
            and owner[at][0].spots
            and owner[at][0].spots[0].precision == "country"
        ):
            return owner[at][0]
    return None


def _tells(line: Line, i: int) -> bool:
    if line.lower[i] in vocabulary().describing or line.lower[i] in vocabulary().joined:
        return True
    return line.capital(i) and atlas.demonyms().get(line.tokens[i].text) is not None


def _arms(line: Line, i: int) -> bool:
    return line.lower[i] in vocabulary().arming


def _plural(line: Line, noun: int) -> bool:
    return (
        line.lower[noun] in vocabulary().plural_bodies
        or line.tokens[noun].lemma.lower() != line.lower[noun]
        or line.lower[noun].endswith(vocabulary().plural_ends)
    )


# --------------------------------------------------------------------------- "the Kenyans"


@lru_cache(maxsize=1)
def _peoples() -> Phrases[str]:
    return Phrases([(word, code) for code in atlas.countries() for word in atlas.peoples(code)])


def _nationals(line: Line, owner: dict[int, tuple[Name, tuple[MentionType, str]]], titled: set[int]) -> list[Found]:
    """ "the Kenyans said" means their government; without such a verb they are people."""
    found = []
    for i, token in enumerate(line.tokens):
        if (
            i in owner
            or i in titled
            or not line.capital(i)
            or token.pos not in ("PROPN", "NOUN")
            or line.mode == "caps"
        ):
            continue
        if _peoples().get(token.text) is None or _modifies(line, i):
            continue
        governor = line.tokens[token.head] if token.head >= 0 else None
        speaks = (
            governor is not None
            and line.rel(i) in ("nsubj", "conj")
            and governor.lemma.lower() in vocabulary().acting_verbs
        )
        article = i > 0 and line.lower[i - 1] in vocabulary().before_nations
        kind: MentionType = "government" if speaks and article else "people"
        why = "the nation acts" if kind == "government" else "people of a country"
        found.append(
            Found(
                Mention(line.span(i, i), kind, kind == "government", None, None, why),
                line.index,
                i,
                i,
                i,
                plural=True,
                noun=token.lemma.lower(),
            )
        )
    return found
