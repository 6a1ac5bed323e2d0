"""A branch corrects names and statuses and leaves the rest alone; only where torch is installed."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from training import branch, labels  # noqa: E402
from training.branch import Branch, Branched  # noqa: E402
from training.network import READ  # noqa: E402

HEADS = labels.heads()
ORDER = [head for head, names in HEADS.items() for _ in names]
SIZE = 6


def lively(size: int = SIZE) -> Branch:
    """A branch that corrects a good deal."""
    torch.manual_seed(3)
    made = Branch(size).eval()
    torch.nn.init.normal_(made.out.weight, std=2.0)
    return made


def test_a_new_branch_corrects_nothing() -> None:
    layers = torch.randn(1, 4, SIZE * READ)
    assert not Branch(SIZE).eval()(layers, torch.ones(1, 4, 1)).any()


def test_padding_is_nothing_to_a_sentence() -> None:
    layers, made = torch.randn(1, 7, SIZE * READ), lively()
    there = torch.tensor([0, 1, 1, 1, 0, 0, 0]).view(1, 7, 1)
    with torch.inference_mode():
        whole, alone = made(layers, there.float()), made(layers[:, :4], there[:, :4].float())
    assert torch.allclose(whole[:, 1:4], alone[:, 1:4], atol=1e-5)


def test_only_names_and_the_status_of_deeds_change() -> None:
    torch.manual_seed(4)
    tags, added = torch.randn(2, 5, len(ORDER)), 3 * torch.randn(2, 5, branch.NAMES + branch.STATUS)
    changed = Branched(torch.nn.Identity(), lively(), HEADS).corrected(tags, added)
    assert changed.shape == tags.shape
    same = torch.tensor([head not in ("names", "deeds") for head in ORDER])
    assert torch.equal(changed[..., same], tags[..., same])
    place = torch.tensor([head == "names" for head in ORDER])
    assert not torch.equal(changed[..., place].argmax(-1), tags[..., place].argmax(-1))


def test_whether_a_word_is_a_deed_stays_and_its_status_may_change() -> None:
    torch.manual_seed(5)
    tags, added = torch.randn(1, 300, len(ORDER)), 3 * torch.randn(1, 300, branch.NAMES + branch.STATUS)
    place = torch.tensor([head == "deeds" for head in ORDER])
    changed = Branched(torch.nn.Identity(), lively(), HEADS).corrected(tags, added)
    before, after = (scores[..., place].argmax(-1) for scores in (tags, changed))
    parts = [torch.where(best == 0, 0, 2 - best % 2) for best in (before, after)]  # O, B, I
    assert torch.equal(*parts)
    assert not torch.equal(before, after)
