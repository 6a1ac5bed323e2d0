"""A sentence made ready for finding names: each word's key, how the sentence is written, the vocabulary of names."""

from __future__ import annotations

from functools import cached_property, lru_cache

import msgspec

from crossread import knowledge
from crossread.records import MentionType, Report, Span
from crossread.spans import must_quote
from crossread.spelling import key
from crossread.trees import Tree

LANGUAGE = "en"

SHOUTED = 0.7
"""Share of a sentence's letters in capitals from which on it counts as written in capitals: headlines reach it through
names alone only below five words, prose never."""
TITLED = 0.75
"""Share of words of four letters and more (the first left out) that are capitalised, from which on it is a headline in
Title Case; the encoder uses the same bound."""


class GroupNoun(msgspec.Struct, frozen=True):
    """A common noun for an actor: its mentions' type, and the word under which nouns of one country name one actor."""

    kind: MentionType
    same: str


class Titles(msgspec.Struct, frozen=True, dict=True):
    """The shape of `titles.yml`; each list is explained there."""

    honorifics: dict[str, str]
    ranks: frozenset[str]
    offices: frozenset[str]
    title_words: frozenset[str]
    groups: dict[str, GroupNoun]
    points_to: dict[str, frozenset[str]]
    name_ends: dict[MentionType, tuple[str, ...]]
    name_starts: dict[MentionType, tuple[str, ...]]
    undescribing: frozenset[str]
    not_yet: frozenset[str]
    abstract: frozenset[str]
    abbreviated: frozenset[str]
    state_heads: frozenset[str]
    state_words: frozenset[str]
    site_nouns: frozenset[str]
    sites: frozenset[str]
    small_ends: frozenset[str]
    place_nouns: frozenset[str]
    directions: frozenset[str]
    describing: frozenset[str]
    acting_verbs: frozenset[str]
    addressed_verbs: frozenset[str]
    party_nouns: frozenset[str]
    plain_persons: frozenset[str]
    kin: frozenset[str]
    place_cases: frozenset[str]
    party_cases: frozenset[str]
    saying: frozenset[str]
    party_verbs: dict[str, frozenset[str]]
    parts: frozenset[str]
    states: frozenset[str]
    regular: frozenset[str]
    surnames_too: frozenset[str]
    acting_adjectives: frozenset[str]
    lands: frozenset[str]
    fighting: frozenset[str]
    joined: frozenset[str]
    particles: frozenset[str]
    arming: frozenset[str]
    uncounted: frozenset[str]
    regal: frozenset[str]
    past_holders: frozenset[str]
    ranks_too: frozenset[str]
    creeds: frozenset[str]
    storms: frozenset[str]
    things: frozenset[str]
    thing_ends: frozenset[str]
    kind_nouns: dict[MentionType, frozenset[str]]
    fought: frozenset[str]
    dealt: frozenset[str]
    town_bodies: frozenset[str]
    behind_comma: frozenset[str]
    behind_heads: frozenset[str]
    sure_place_cases: frozenset[str]
    way_cases: frozenset[str]
    company: frozenset[str]
    party_noun_cases: frozenset[str]
    kind_cases: frozenset[str]
    fought_cases: frozenset[str]
    short_countries: frozenset[str]
    joined_lands: frozenset[str]
    leanings: frozenset[str]
    camps: frozenset[str]
    before_nations: frozenset[str]
    plural_bodies: frozenset[str]
    plural_ends: tuple[str, ...]
    armable: frozenset[str]
    leaders_bodies: frozenset[str]
    rulers: frozenset[str]
    ruling_offices: frozenset[str]
    formerly: frozenset[str]
    told_by_name: dict[str, tuple[str, ...]]
    only_by_name: frozenset[str]
    media_after: frozenset[str]
    media_before: frozenset[str]
    news: frozenset[str]
    news_occasions: frozenset[str]

    @cached_property
    def seat_cases(self) -> frozenset[str]:
        """Prepositions behind which a name stands for where one is, comes from or goes to."""
        return self.place_cases | self.way_cases


@lru_cache(maxsize=1)
def vocabulary() -> Titles:
    """The words around names."""
    return knowledge.load("titles.yml", Titles, LANGUAGE)


class Line:
    """A sentence with its words' keys. `mode`: "mixed", or "caps", "title", "lower" where the writing tells little."""

    __slots__ = ("at", "closed", "index", "keys", "lower", "mode", "opened", "report", "tokens", "tree", "words")

    def __init__(self, report: Report, index: int, tree: Tree) -> None:
        self.report, self.index, self.tree, self.tokens = report, index, tree, tree.tokens
        self.lower = [token.text.lower() for token in self.tokens]
        self.keys = [key(token.text) for token in self.tokens]
        self.words: list[str] = []  # key words of the sentence in a row, for look-ups …
        self.at: list[int] = []  # … and the word of the sentence that each belongs to
        for i, folded in enumerate(self.keys):
            for word in folded.split():
                self.words.append(word)
                self.at.append(i)
        self.opened = {tag.first for tag in tree.sentence.names}  # words with which a labelled name begins …
        self.closed = {tag.last for tag in tree.sentence.names}  # … and ends
        self.mode = _mode([token.text for token in self.tokens])

    def span(self, first: int, last: int) -> Span:
        """The characters of the words `first` to `last`, inclusive."""
        return must_quote(self.report, self.tokens[first].start, self.tokens[last].end)

    def text(self, first: int, last: int) -> str:
        """The words `first` to `last` as they stand."""
        return self.report.text[self.tokens[first].start : self.tokens[last].end]

    def capital(self, i: int) -> bool:
        """Whether word `i` begins with a capital."""
        return self.tokens[i].text[:1].isupper()

    def glued(self, i: int) -> bool:
        """Whether word `i` follows the one before it without a space."""
        return i > 0 and self.tokens[i - 1].end == self.tokens[i].start

    def rel(self, i: int) -> str:
        """The relation of word `i` without its subtype."""
        return self.tokens[i].rel.split(":")[0]


def _mode(words: list[str]) -> str:
    letters = [c for word in words for c in word if c.isalpha()]
    if not letters:
        return "lower"
    upper = sum(c.isupper() for c in letters)
    if upper > SHOUTED * len(letters) and (len(words) > 3 or len(letters) > 20):
        return "caps"
    if not upper:
        return "lower"
    long = [word for word in words[1:] if len(word) >= 4 and word[0].isalpha()]
    if len(long) >= 3 and sum(word[0].isupper() for word in long) > TITLED * len(long):
        return "title"
    return "mixed"
