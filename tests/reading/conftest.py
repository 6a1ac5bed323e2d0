"""What tests of one stage of reading share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.reading.encoder.model import Encoder
from crossread.reading.statements.saying import find_statements
from crossread.reading.wording.choosing import find_wording
from crossread.records import Report, WordingMention
from crossread.trees import Tree
from tests.reading.test_statements import mentions_of


@pytest.fixture(scope="session")
def words(encoder: Encoder) -> Callable[[str], tuple[WordingMention, ...]]:
    """The wording of a text, as the stage finds it."""

    def read(text: str) -> tuple[WordingMention, ...]:
        report = Report(id="r", source="r.txt", text=text)
        trees = tuple(Tree(sentence) for sentence in encoder.analyse(report.id, text).sentences)
        mentions = mentions_of(report)
        return find_wording(report, trees, mentions, find_statements(report, trees, mentions), ())

    return read
