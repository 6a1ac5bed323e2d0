"""The measures of coreference, against values worked out by hand."""

from __future__ import annotations

import pytest

pytest.importorskip("scipy")

from benchmarks.clusters import scores

KEY = [{"a", "b", "c"}, {"d", "e", "f", "g"}]
GOT = [{"a", "b"}, {"c", "d"}, {"f", "g"}, {"h", "i"}]


def test_the_key_itself_is_perfect() -> None:
    assert all(score.f == pytest.approx(1.0) for score in scores(KEY, KEY).values())


def test_an_example_worked_out_by_hand() -> None:
    """Links kept: 1 of 2 and 1 of 3 (e and d stand apart from f g); of those given: 1, 0, 1 and 0 of 1 each."""
    found = scores(KEY, GOT)
    assert found["MUC"].recall == pytest.approx(2 / 5)
    assert found["MUC"].precision == pytest.approx(2 / 4)
    assert found["B3"].recall == pytest.approx((4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7)
    assert found["B3"].precision == pytest.approx((4 / 2 + 1 / 2 + 1 / 2 + 4 / 2) / 8)
    assert found["CEAFe"].recall == pytest.approx((4 / 5 + 4 / 6) / 2)
    assert found["CEAFe"].precision == pytest.approx((4 / 5 + 4 / 6) / 4)
    assert found["LEA"].recall == pytest.approx((3 * 1 / 3 + 4 * 1 / 6) / 7)
    assert found["LEA"].precision == pytest.approx((2 + 0 + 2 + 0) / 8)


def test_a_mention_alone_links_to_itself() -> None:
    assert scores([{"a"}, {"b"}], [{"a"}, {"b"}])["LEA"].f == pytest.approx(1.0)
    assert scores([{"a"}, {"b"}], [{"a", "b"}])["LEA"].recall == 0.0
