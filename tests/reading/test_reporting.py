"""The look-up tables made of the words that tell statements."""

from __future__ import annotations

from typing import get_args

import pytest

from crossread.reading.voices.inflection import plural, verb_forms
from crossread.reading.voices.reporting import lexicon
from crossread.records import StatementKind


@pytest.mark.parametrize(
    "form", ["said", "says", "denied", "denies", "vowed", "told", "begged", "urging", "criticised", "warned"]
)
def test_written_forms_are_known(form: str) -> None:
    assert form in lexicon().verbs


def test_every_kind_can_be_told_by_a_word_or_by_what_is_said() -> None:
    told = {frame.kind for _, frames in lexicon().verbs.values() for frame in frames}
    told |= {frame.kind for frames in lexicon().nouns.values() for frame in frames}
    assert told == set(get_args(StatementKind))


def test_a_frame_names_the_parts_that_must_be_there() -> None:
    _, frames = lexicon().verbs["accused"]
    assert frames[0].parts == ("thing", "of")
    assert frames[0].kind == "accusation"


def test_inflection() -> None:
    assert {"deny", "denies", "denied", "denying"} <= verb_forms("deny", {})
    assert {"plan", "plans", "planned", "planning"} <= verb_forms("plan", {})
    assert {"tell", "told"} <= verb_forms("tell", {"tell": ("told",)})
    assert [plural(noun) for noun in ("ally", "witness", "spokesman", "envoy")] == [
        "allies",
        "witnesses",
        "spokesmen",
        "envoys",
    ]
