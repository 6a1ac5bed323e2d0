"""What a round is told of the round before, and texts told otherwise; only where torch is installed."""

from __future__ import annotations

import random

import pytest

torch = pytest.importorskip("torch")

from training import earlier, labels, losses, soft, variants  # noqa: E402
from training.rows import Row  # noqa: E402

SIZES = {head: len(names) for head, names in labels.heads().items()}


def told(head: str, joined: torch.Tensor) -> torch.Tensor:
    order = [name for name in labels.heads() if name in losses.SOFT]
    start = sum(SIZES[name] for name in order[: order.index(head)])
    return joined[:, start : start + SIZES[head]].float()


def before(deeds: list[float]) -> torch.Tensor:
    """One word, certain of nothing but its deed."""
    parts = [torch.full((1, SIZES[head]), 1 / SIZES[head]) for head in earlier.HEADS]
    parts[earlier.HEADS.index("deeds")] = torch.tensor([deeds])
    return torch.cat(parts, dim=1).half()


def larger(deeds: list[float]) -> torch.Tensor:
    names = [1.0] + [0.0] * (SIZES["names"] - 1)
    return torch.tensor([names + deeds]).half()


def test_what_is_a_deed_stays_and_its_status_is_the_larger_ones() -> None:
    sure = before([0.1, 0.9, 0, 0, 0, 0, 0])
    made = earlier.joined({3: larger([0.6, 0.1, 0, 0, 0, 0.3, 0])}, {3: sure})[3]
    assert told("deeds", made)[0].tolist() == pytest.approx([0.1, 0.225, 0, 0, 0, 0.675, 0], abs=1e-3)
    assert told("names", made)[0].argmax() == 0


@pytest.mark.parametrize(
    ("deeds", "other"),
    [
        ([0.7, 0.3, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1.0, 0]),  # no deed before
        ([0.1, 0.9, 0, 0, 0, 0, 0], [1.0, 0, 0, 0, 0, 0, 0]),  # none to the larger one
        ([0.1, 0.9, 0, 0, 0, 0, 0], [float("nan")] * 7),  # not asked
    ],
)
def test_status_stays_where_one_of_them_sees_no_deed(deeds: list[float], other: list[float]) -> None:
    made = earlier.joined({3: larger(other)}, {3: before(deeds)})[3]
    assert told("deeds", made)[0].tolist() == pytest.approx(deeds, abs=1e-3)


def test_what_nobody_was_asked_is_left_open() -> None:
    made = earlier.joined({1: larger([1.0, 0, 0, 0, 0, 0, 0])}, {2: before([1.0, 0, 0, 0, 0, 0, 0])})
    assert told("kinds", made[1]).isnan().all()
    assert told("names", made[2]).isnan().all()
    assert not told("kinds", made[2]).isnan().any()
    assert made[1].shape == made[2].shape
    assert earlier.HEADS != soft.HEADS


def test_a_name_gives_way_to_the_same_other_name_throughout_a_text() -> None:
    names = ["B-PER", "I-PER", "O", "O"]
    text = [
        Row("ewt", f"t{number // 10}-{number}", ["Ana", "Berg", "came", "."], names=names, upos=["X"] * 4)
        for number in range(200)
    ]
    pool = {"PER": [(f"P{number}",) for number in range(50)]}
    made = list(variants.variants(text, pool, lambda word: (), random.Random(2)))
    others = {(row.id.split("-")[0], row.words[0].lower()) for row in made if len(row.words) == 3}
    assert 5 < len(others) < 20
    assert len({text for text, _ in others}) == len(others)
    assert all(row.words[-2:] == ["came", "."] for row in made)


def test_only_plain_words_give_way_and_keep_their_writing() -> None:
    rows = [
        Row("ewt", f"t{n}-0", ["Walk", "to", "TOWN"], names=["O"] * 3, upos=["VERB", "ADP", "NOUN"]) for n in range(99)
    ]
    made = [row.words for row in variants.variants(rows, {}, lambda word: (word + "s",), random.Random(2))]
    assert {words[0] for words in made} == {"Walk", "Walks"}
    assert {words[1] for words in made} == {"to"}
    assert {words[2] for words in made} == {"TOWN", "TOWNS"}
    assert ["Walk", "to", "TOWN"] not in made
