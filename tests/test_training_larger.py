"""What the larger network is given, and how its answers reach the small one; only where torch is installed."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from crossread.reading.encoder.pieces import Row  # noqa: E402
from training import labels, losses, soft  # noqa: E402
from training.batches import IGNORED, Example  # noqa: E402
from training.passages import joined, passages  # noqa: E402


def example(size: int, tags: dict[str, list[int]] | None = None, number: int = 0) -> Example:
    """A sentence of one piece a word."""
    row = Row(0, 0, [7] * (size + 2), [1] * (size + 2), list(range(size + 1)))
    return Example(row, tags or {}, None, None, stops=False, number=number)


def test_neighbours_share_a_passage_until_it_is_full() -> None:
    found = [[len(e.row.pieces) - 2 for e in group] for group in passages(map(example, (3, 3, 20, 2)), longest=10)]
    assert found == [[3, 3], [20], [2]]


def test_labels_stay_with_their_words_when_sentences_are_joined() -> None:
    whole = joined([example(2, {"names": [IGNORED, 1, 2]}), example(1, {"deeds": [IGNORED, 3]})])
    assert whole.row.starts == [0, 1, 2, 4, 5]
    assert whole.tags == {
        "names": [IGNORED, 1, 2, IGNORED, IGNORED],
        "deeds": [IGNORED, IGNORED, IGNORED, IGNORED, 3],
    }


def test_an_answer_goes_to_its_row_and_to_words_that_are_left() -> None:
    said = torch.tensor([[0.5, 0.5], [0.25, 0.75], [1.0, 0.0]])
    made = soft.batch({4: said}, [example(1), example(2, number=4)], width=4)  # row 4 has lost its full stop
    assert made is not None
    assert torch.equal(made[1, 1:3], said[:2])
    assert made[0].isnan().all()
    assert made[1, 0].isnan().all()
    assert made[1, 3].isnan().all()
    assert soft.batch({4: said}, [example(1)], width=2) is None


def test_only_words_of_which_something_is_said_are_taught() -> None:
    torch.manual_seed(1)
    sizes = {head: len(names) for head, names in labels.heads().items()}
    scores = torch.randn(1, 3, sum(sizes.values()))
    start = list(sizes).index("names")
    at = sum(list(sizes.values())[:start])
    meant = torch.full((1, 3, sum(sizes[head] for head in losses.SOFT)), torch.nan)
    meant[0, 1, : sizes["names"]] = scores[0, 1, at : at + sizes["names"]].softmax(-1)
    found = losses.taught(scores, meant)
    assert set(found) == {"names"}
    assert float(found["names"]) == pytest.approx(0, abs=1e-6)
    meant[0, 2, : sizes["names"]] = 1 / sizes["names"]
    assert float(losses.taught(scores, meant)["names"]) > 0.01
