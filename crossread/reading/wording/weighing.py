"""Whether a sentence judges, and which of its words to show: a count of all that speaks for it and against it.

A transparent count. A word of the lists counts for its sentence by its weight (`WORTH`), whoever says it; what the
encoder reads as a judgement adds READ; the sentence's tone adds or takes its points (`tone`). A sentence judges from
JUDGES on. Words that weigh STRONG are shown wherever they stand, WEAK and FAINT ones where the encoder agrees, and what
it alone reads as a judgement where it is sure and tells whose it is. That a sentence judges elsewhere is no reason to
show a weak word: of 301 shown for that alone in 41 stories analysts name 17, of all others every fourth.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crossread.reading.voices.page import Page
from crossread.reading.wording.choices import Choice
from crossread.reading.wording.judging import read_judgements
from crossread.reading.wording.labels import FAINT, STRONG, WEAK
from crossread.reading.wording.tone import tone
from crossread.records import StatementMention
from crossread.trees import Tree

WORTH = {STRONG: 3, WEAK: 2, FAINT: 0}
"""Points of a word: see `tone.NUMBER` for the regression (log odds 3.7, 2.2 and .3; 3.4, 1.8 and .35 in a speaker's
voice)."""
READ = 2
"""The encoder was trained on the reports that the points come from: its word counts no more than a weak one."""
JUDGES = 3
"""Points from which a sentence judges: macro F1 on the reports that the points come from .79 at 2, .80 at 3, .74 at 4
(.73, .74 and .66 on those held back)."""
AGREED = 2
"""What the encoder's agreement adds to a word for being shown: a faint one, too, needs nothing else then."""


class Weighed(msgspec.Struct, frozen=True):
    """A sentence's points, and those of its words that a dossier shows."""

    points: int
    shown: tuple[Choice, ...]

    @property
    def judges(self) -> bool:
        return self.points >= JUDGES


def weighed(page: Page, tree: Tree, choices: Sequence[Choice], statements: Sequence[StatementMention]) -> Weighed:
    """The count of one sentence, with the words that stand out, each with what spoke for it in its `why`."""
    read = tuple(read_judgements(page, tree))
    signs = tone(page, tree, statements)
    points = READ * len(read) + sum(sign.points for sign in signs) + sum(WORTH[choice.judging] for choice in choices)
    shown = []
    for choice in choices:
        agreed = any(choice.meets(r) for r in read)
        if choice.shown or choice.weight + AGREED * agreed >= STRONG:
            needed = agreed and choice.weight < STRONG and not choice.shown
            why = f"{choice.why}; the encoder agrees" if needed else choice.why
            shown.append(msgspec.structs.replace(choice, why=why))
    alone = (r for r in read if r.weight >= STRONG and r.bearer.text and not any(r.meets(c) for c in choices))
    return Weighed(points, (*shown, *alone))
