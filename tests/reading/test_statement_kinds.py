"""The kind of a statement whose cue is plain: by the encoder's label, by words of what is said, by its form."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from crossread.reading.encoder.model import Encoder
from crossread.reading.statements.saying import find_statements
from crossread.records import Mention, Report, Sentence, Tagged
from crossread.spans import must_quote
from crossread.trees import Tree

NAME = "Nadia Reyes"


def kind_of(encoder: Encoder, text: str, label: str | None = None, score: float = 0.9) -> str:
    """The kind of the one statement of `text`; all its words labelled if a label is given, none if not."""
    report = Report(id="r", source="r.txt", text=text)
    at = text.index(NAME)
    speaker = Mention(must_quote(report, at, at + len(NAME)), "person", named=True)

    def labelled(sentence: Sentence) -> Sentence:
        tags = (Tagged(0, len(sentence.tokens) - 1, label, score),) if label else ()
        return replace(sentence, sayings=tags)

    sentences = encoder.analyse(report.id, text).sentences
    (said,) = find_statements(report, tuple(Tree(labelled(s)) for s in sentences), (speaker,))
    return said.kind


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nadia Reyes said that the bridge was closed.", "claim"),
        ("Nadia Reyes said that 12 people died on the bridge.", "claim"),
        ("Nadia Reyes claimed that 12 people died on the bridge.", "claim"),
        ("Nadia Reyes said that she would sell the bridge.", "announcement"),
        ("“A bridge is a promise,” Nadia Reyes said.", "opinion"),
        ("Nadia Reyes said that no bridge was closed.", "denial"),
    ],
)
def test_the_form_of_what_is_said_tells_the_kind_behind_a_plain_cue(encoder: Encoder, text: str, wanted: str) -> None:
    assert kind_of(encoder, text) == wanted


def test_a_sure_label_decides_behind_a_plain_cue(encoder: Encoder) -> None:
    text = "Nadia Reyes said that the bridge was closed."
    assert kind_of(encoder, text, "CLAIM_OF_RESPONSIBILITY") == "claim of responsibility"
    assert kind_of(encoder, text, "CLAIM_OF_RESPONSIBILITY", 0.4) == "claim"


def test_a_telling_cue_is_not_overruled_by_a_label(encoder: Encoder) -> None:
    assert kind_of(encoder, "Nadia Reyes warned that the dam could break.", "PROMISE") == "warning"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Our hearts are with the families of the crew,” Nadia Reyes said.", "opinion"),
        ("Nadia Reyes said the outbreak could possibly turn into a pandemic.", "warning"),
        ("Nadia Reyes said the mayor should explain the plan to the town.", "opinion"),
    ],
)
def test_what_is_said_tells_the_kind_of_a_plain_cue(encoder: Encoder, text: str, kind: str) -> None:
    assert kind_of(encoder, text) == kind
