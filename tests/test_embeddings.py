from __future__ import annotations

import pytest

from crossread.embeddings import cosine, packed, table, unpacked


def test_an_embedding_is_four_bytes_a_number_and_comes_back() -> None:
    assert len(packed((0.6, 0.8))) == 8
    assert unpacked(packed((0.5, -0.25))).tolist() == [0.5, -0.25]


def test_likeness_is_a_product_and_nothing_without_an_embedding() -> None:
    assert cosine(packed((0.6, 0.8)), packed((0.8, 0.6))) == pytest.approx(0.96)
    assert cosine(b"", packed((0.8, 0.6))) == 0.0 == cosine(b"", b"")


def test_a_table_has_a_row_for_each_and_zeros_where_there_is_no_meaning() -> None:
    assert table([packed((0.5, 1.0)), b"", packed((0.0, 2.0))]).tolist() == [[0.5, 1.0], [0.0, 0.0], [0.0, 2.0]]
    assert table([b"", b""]).shape == (2, 0)
    assert table([]).shape == (0, 0)
