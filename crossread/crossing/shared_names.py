"""The names by which the sentences of several reports tell that they are of one happening."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.records import MergedPlaces, Sentence, Span


def proper_names(sentence: Sentence, without: Sequence[Span] = ()) -> list[str]:
    """The proper names of a sentence, in small letters, without a dateline's capitals and what stands in some spans."""
    found = (
        t.text
        for t in sentence.tokens
        if t.pos == "PROPN" and len(t.text) > 2 and not any(span.start <= t.start < span.end for span in without)
    )
    return [text.lower() for text in found if not (text.isupper() and len(text) > 4)]


def words_of_places(places: MergedPlaces) -> frozenset[str]:
    """The words of towns, regions, countries and seas, in small letters: many happenings share them."""
    return frozenset(
        word
        for place in places.places
        if place.precision in ("country", "region", "town", "sea")
        for form in place.forms
        for word in form.text.lower().split()
    )
