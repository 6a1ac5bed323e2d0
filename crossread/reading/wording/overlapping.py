"""Which of several choices that share words stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crossread.reading.wording.choices import Choice
from crossread.reading.wording.labels import STRONG


def with_descriptions(labels: Sequence[Choice], descriptions: Iterator[Choice]) -> list[Choice]:
    """Labels and descriptions; one that holds several labels gives way to them, which say more."""
    kept = list(labels)
    for description in descriptions:
        inside = [label for label in kept if label.meets(description)]
        if len(inside) <= 1:
            kept = [*(label for label in kept if label not in inside), *longest([*inside, description])]
    return kept


def longest(choices: Sequence[Choice]) -> list[Choice]:
    """Of choices that overlap the longest, as heavy as the heaviest of them."""
    kept: list[Choice] = []
    for choice in sorted(choices, key=lambda c: (c.first - c.last, c.first, not c.bearer.tied, c.why)):
        over = next((i for i, other in enumerate(kept) if choice.meets(other)), None)
        if over is None:
            kept.append(choice)
        else:
            weight, shown = max(choice.weight, kept[over].weight), choice.shown or kept[over].shown
            alone = max(choice.judging, kept[over].judging)
            bearer = choice.bearer if choice.bearer.tied and not kept[over].bearer.text else kept[over].bearer
            kept[over] = msgspec.structs.replace(kept[over], weight=weight, shown=shown, bearer=bearer, alone=alone)
    return kept


def with_quotes(labels: Sequence[Choice], quotes: Sequence[Choice]) -> list[Choice]:
    """Labels and scare quotes; of those that overlap the label, which says more, unless it judges little by itself."""
    kept = [
        label for label in labels if label.weight >= STRONG or label.shown or not any(label.meets(q) for q in quotes)
    ]
    return [*kept, *(q for q in quotes if not any(q.meets(label) for label in kept))]
