"""The small words and endings of the language that stages ask for again and again: articles, pronouns, "of", "not".

Closed classes alone: words that mean something stand in the knowledge file of the stage that asks for them.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

import msgspec

from crossread import knowledge

LANGUAGE = "en"


class FunctionWords(msgspec.Struct, frozen=True, dict=True):
    """The shape of `function_words.yml`, which says what each class holds; then the classes made of several."""

    definite: frozenset[str]
    indefinite: frozenset[str]
    demonstratives: frozenset[str]
    singular_demonstratives: frozenset[str]
    plural_demonstratives: frozenset[str]
    persons: dict[str, str]  # pronoun -> gender: m, f
    third_persons: frozenset[str]
    plural_persons: frozenset[str]
    third_persons_as_objects: frozenset[str]
    persons_as_objects: frozenset[str]
    things: frozenset[str]
    several_as_objects: frozenset[str]
    speakers: frozenset[str]
    speakers_as_objects: frozenset[str]
    possessives: frozenset[str]
    speakers_possessives: frozenset[str]
    we: frozenset[str]
    first_persons: frozenset[str]
    relatives: frozenset[str]
    personal_relatives: frozenset[str]
    oblique_relatives: frozenset[str]
    relative_owners: frozenset[str]
    relative_places: frozenset[str]
    complementizers: frozenset[str]
    manner_conjunctions: frozenset[str]
    possessive: str
    possessive_ends: str  # pattern
    possessive_marks: frozenset[str]
    apostrophes: frozenset[str]
    be: frozenset[str]
    get: frozenset[str]
    negations: frozenset[str]
    never: frozenset[str]
    nor: frozenset[str]
    joining: frozenset[str]
    genitives: frozenset[str]
    belonging: frozenset[str]
    agents: frozenset[str]
    origins: frozenset[str]
    infinitive: frozenset[str]
    inside_names: frozenset[str]
    ongoing: tuple[str, ...]  # endings
    done: tuple[str, ...]
    manner: tuple[str, ...]

    @cached_property
    def articles(self) -> frozenset[str]:
        """ "the", "a"."""
        return self.definite | self.indefinite

    @cached_property
    def somebody(self) -> frozenset[str]:
        """Pronouns for people: "he", "us", "who"."""
        people = self.plural_persons | self.third_persons_as_objects | self.speakers | self.speakers_as_objects
        return people | self.personal_relatives | frozenset(self.persons)

    @cached_property
    def pointing(self) -> frozenset[str]:
        """What says before a noun that it is one spoken of: "the", "this", "his"."""
        return self.definite | self.demonstratives | self.possessives

    @cached_property
    def the_or_this(self) -> frozenset[str]:
        """Determiners of what is known: "the", "those"."""
        return self.definite | self.demonstratives

    @cached_property
    def denying(self) -> frozenset[str]:
        """ "not", "never"."""
        return self.negations | self.never

    @cached_property
    def any_negation(self) -> frozenset[str]:
        """ "not", "never", "nor"."""
        return self.negations | self.never | self.nor

    @cached_property
    def all_relatives(self) -> frozenset[str]:
        """Relative words in any case: "who", "whom", "whose"."""
        return self.relatives | self.oblique_relatives | self.relative_owners

    @cached_property
    def owners(self) -> frozenset[str]:
        """Pronouns that say whose something is: "his", "our", "whose"."""
        return self.possessives | self.speakers_possessives | self.relative_owners

    @cached_property
    def passive_helpers(self) -> frozenset[str]:
        """What makes a passive of a participle."""
        return self.be | self.get

    @cached_property
    def participles(self) -> tuple[str, ...]:
        """The endings of participles, as `str.endswith` takes them."""
        return self.ongoing + self.done

    @cached_property
    def modifying(self) -> tuple[str, ...]:
        """The endings of participles and adverbs, which may stand before a noun and its adjectives."""
        return self.participles + self.manner

    @cached_property
    def openers(self) -> frozenset[str]:
        """What stands before a name and is no part of it."""
        return self.inside_names | self.indefinite


@lru_cache(maxsize=1)
def function_words() -> FunctionWords:
    """The classes of the language. Fetch them once before a loop over words."""
    return knowledge.load("function_words.yml", FunctionWords, LANGUAGE)
