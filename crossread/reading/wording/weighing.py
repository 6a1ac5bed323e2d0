"""Whether a sentence judges, and which of its words to show: a count of all that speaks for it and against it.

A transparent count. A word of the lists weighs STRONG, WEAK or FAINT, less where somebody else says it (`TOLD`); what
the encoder reads as a judgement adds READ; the sentence's tone adds or takes its points (`tone`). A sentence judges
from JUDGES on. Words that weigh STRONG are shown wherever they stand, WEAK ones where their sentence judges,
another word of this weight stands beside them or the encoder agrees, FAINT ones where it agrees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crossread.reading.voices.page import Page
from crossread.reading.wording.choices import Choice, voice
from crossread.reading.wording.judging import read_judgements
from crossread.reading.wording.labels import FAINT, STRONG, WEAK
from crossread.reading.wording.tone import Sign, tone
from crossread.records import StatementMention
from crossread.trees import Tree

JUDGES = 3
"""Points from which a sentence judges. BABE, all sentences: macro F1 .721 at 2, .726 at 3, .70 at 4. Of what is shown
of our own reports that nothing was fitted to .62 are marked by their annotator, too (.66 if it took 6 points; F1 .580
and .552)."""
READ = 2
TOLD = {STRONG: 2, WEAK: 1, FAINT: 1}
"""What a word weighs for its sentence in a speaker's voice."""
AGREED = 2
"""BABE, sentences with one weak word: .28 to .36 of them biased alone, .50 to .86 where the encoder agrees."""


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
    points = READ * len(read) + sum(sign.points for sign in signs)
    for choice in choices:
        told = voice(page, *choice.characters(tree), statements) == "speaker"
        points += TOLD[choice.weight] if told else choice.weight
    alone = [r for r in read if not any(r.meets(choice) for choice in choices)]
    company = sum(choice.weight >= WEAK for choice in (*choices, *alone)) > 1
    shown = []
    for choice in (*choices, *alone):
        agreed = choice not in alone and any(choice.meets(r) for r in read)
        if choice.weight + AGREED * agreed + (company or points >= JUDGES) >= STRONG:
            why = "; ".join([choice.why, *_reasons(choice, agreed, company, points, signs)])
            shown.append(msgspec.structs.replace(choice, why=why))
    return Weighed(points, tuple(shown))


def _reasons(choice: Choice, agreed: bool, company: bool, points: int, signs: Sequence[Sign]) -> Iterator[str]:
    """What had to be added to a word that does not judge by itself."""
    if choice.weight >= STRONG:
        return
    if agreed:
        yield "the encoder agrees"
    if company:
        yield "with other judging words"
    if points >= JUDGES:
        yield " and ".join(["in a sentence that judges", *(f"with {sign.what}" for sign in signs if sign.points > 0)])
