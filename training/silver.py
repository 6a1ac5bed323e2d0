"""`python -m training.silver FOLDER MODEL`: who says what, read off dependency trees by rule -> silver.jsonl.

Openly licensed news with sources marked is scarce (MEANTIME has 238), trees are not. The rules look for a verb or noun
of saying with a clause ("X said that ..."), a clause with a verb of saying inside ("..., X said"), "according to X",
and sentences that stand in quotes altogether. Cues take their auxiliaries with them, sources their appositions.
EWT and GUM have trees; news without trees (GMB, MEANTIME, re3d) is parsed by MODEL, an earlier round of training.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from crossread.reading.encoder.model import Encoder
from training import rows
from training.parsed import parse
from training.rows import Row, listed, tag

SAYING = listed(
    "say tell report claim announce add warn note state explain insist argue suggest deny confirm acknowledge "
    "admit declare assert allege reveal stress reiterate respond reply write tweet post recall remark comment "
    "maintain contend believe think hope fear expect predict estimate conclude complain concede caution disclose "
    "emphasize emphasise observe indicate testify vow promise pledge threaten propose recommend urge demand ask "
    "order call accuse blame criticize criticise condemn praise describe request agree refuse reject dismiss "
    "speculate joke mention point learn hear find show know see realize understand worry doubt wonder decide slam "
    "blast denounce welcome defend question mock cite support oppose want encourage renew voice express"
)
WITH_INFINITIVE = listed(
    "claim vow promise pledge threaten demand ask order urge agree refuse propose request warn want encourage"
)
WITH_OBJECT = listed(
    "accuse blame criticize criticise condemn praise reject dismiss deny describe slam blast denounce welcome "
    "defend question mock cite support oppose demand urge vow promise pledge threaten announce confirm predict "
    "propose recommend suggest"
)
WITH_PREPOSITION = {"call": ("for", "on", "upon"), "warn": ("of", "about", "against"), "complain": ("about", "of")}
BELIEFS = listed("think know believe hope guess see realize understand wonder doubt worry find feel want")
OWN = listed("i we you")
WITHOUT_CLAUSE_ONLY = listed("think know see realize understand find show hear learn decide worry wonder doubt")
NOUNS = listed(
    "statement claim report warning announcement allegation accusation belief hope fear suggestion assertion "
    "denial promise threat vow pledge demand call conclusion prediction estimate rumor rumour news view argument"
)
IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think", "knew": "know",
    "known": "know", "saw": "see", "seen": "see", "heard": "hear", "found": "find", "learnt": "learn",
    "understood": "understand", "shown": "show",
}  # fmt: skip
QUOTES = frozenset(['"', "“", "''", "``"])
AGAIN = listed("punct parataxis")


def _forms() -> dict[str, str]:
    forms = dict(IRREGULAR)
    for verb in SAYING:
        stem = verb[:-1] if verb.endswith("e") else verb
        y = verb.endswith("y") and verb[-2] not in "aeiou"
        doubled = {"admit": "admitt", "refer": "referr"}.get(verb, stem)
        third = verb[:-1] + "ies" if y else verb + ("es" if verb.endswith(("ss", "sh", "ch")) else "s")
        for form in (verb, third, (verb[:-1] + "ied" if y else doubled + "ed"), doubled + "ing"):
            forms.setdefault(form, verb)
    return forms


FORMS = _forms()


class Says:
    """A sentence's tree with the two layers that are filled in."""

    def __init__(self, words: Sequence[str], upos: Sequence[str], heads: Sequence[int], rels: Sequence[str]) -> None:
        self.words, self.upos, self.heads, self.rels = [word.lower() for word in words], upos, heads, rels
        self.below: list[list[int]] = [[] for _ in words]
        for index, head in enumerate(heads):
            if head >= 0:
                self.below[head].append(index)
        self.speakers, self.contents = ["O"] * len(words), ["O"] * len(words)

    def fill(self) -> None:
        """Label everything that the rules find, outer statements before those inside them."""
        for index, word in enumerate(self.words):
            if self.upos[index] == "VERB" and word in FORMS:
                self._verb(index, FORMS[word])
            elif word == "according":
                self._according(index)
            elif self.upos[index] == "NOUN" and word.removesuffix("s") in NOUNS:
                self._noun(index)
        self._whole_quote()

    def _children(self, index: int, *rels: str) -> list[int]:
        return [child for child in self.below[index] if self.rels[child] in rels]

    def _subtree(self, index: int, without: Iterable[int] = ()) -> list[int]:
        found, queue, skipped = [], [index], set(without)
        while queue:
            word = queue.pop()
            if word not in skipped:
                found.append(word)
                queue.extend(self.below[word])
        return sorted(found)

    def _verb(self, verb: int, lemma: str) -> None:
        content = self._content(verb, lemma)
        if not content:
            return
        source = self._children(verb, "nsubj")[:1]
        if lemma in BELIEFS and source and self.words[source[0]] in OWN:
            return  # "I think" is a manner of speaking
        passive = self._children(verb, "nsubj:pass")
        if passive and not source:
            source = self._children(verb, "obl:agent")[:1]
        if source:
            left = [child for child in self.below[source[0]] if self.rels[child] == "case"]
            self._write(self.speakers, self._subtree(source[0], left), "SOURCE")
        self._write(self.speakers, self._cue(verb), "CUE")
        self._write_all(self.contents, content, "CONTENT")

    def _content(self, verb: int, lemma: str) -> list[int]:
        clause = self._children(verb, "ccomp")
        if not clause and lemma in WITH_INFINITIVE:
            clause = self._children(verb, "xcomp")
        if not clause and lemma in WITH_OBJECT:
            clause = self._children(verb, "obj", "obl", "advcl", "xcomp")
        if not clause and lemma in WITH_PREPOSITION:
            right = [
                c
                for c in self._children(verb, "obl", "advcl")
                if any(self.words[w] in WITH_PREPOSITION[lemma] for w in self._children(c, "case", "mark"))
            ]
            clause = right
        if clause:
            return sorted({word for part in clause for word in self._subtree(part)})
        if lemma in WITHOUT_CLAUSE_ONLY:
            return []
        beside = (
            self._children(verb, "parataxis")
            if self.words[verb + 1 : verb + 2] and self.words[verb + 1] in (":", ",")
            else []
        )
        if beside:
            return sorted({word for part in beside for word in self._subtree(part)})
        if self.rels[verb] == "parataxis" and self._children(verb, "nsubj"):
            return self._subtree(self.heads[verb], [verb])
        return []

    def _cue(self, verb: int) -> list[int]:
        near = {
            verb,
            *self._children(verb, "aux", "aux:pass", "compound:prt"),
            *(c for c in self._children(verb, "advmod") if self.words[c] in ("not", "n't", "never")),
        }
        first = last = verb
        while first - 1 in near:
            first -= 1
        while last + 1 in near:
            last += 1
        return list(range(first, last + 1))

    def _according(self, index: int) -> None:
        if index + 2 >= len(self.words) or self.words[index + 1] != "to" or self.heads[index] <= index:
            return
        source = self.heads[index]
        governor = self.heads[source]
        self._write(self.speakers, [index, index + 1], "CUE")
        self._write(self.speakers, [word for word in self._subtree(source) if word > index + 1], "SOURCE")
        if governor >= 0:
            self._write_all(self.contents, self._subtree(governor, [source]), "CONTENT")

    def _noun(self, noun: int) -> None:
        clause = [
            c
            for c in self._children(noun, "acl", "ccomp")
            if any(self.words[w] == "that" for w in self._children(c, "mark"))
        ]
        if clause:
            for source in self._children(noun, "nmod:poss")[:1]:
                self._write(self.speakers, self._subtree(source), "SOURCE")
            self._write(self.speakers, [noun], "CUE")
            self._write_all(self.contents, self._subtree(clause[0]), "CONTENT")

    def _whole_quote(self) -> None:
        if self.words[0] in QUOTES and len(self.words) > 5 and not any(label != "O" for label in self.contents):
            self._write(self.contents, list(range(len(self.words))), "CONTENT")

    def _trimmed(self, words: list[int]) -> list[int]:
        while words and self.upos[words[0]] == "PUNCT" and self.words[words[0]] not in QUOTES:
            words = words[1:]
        while words and self.upos[words[-1]] == "PUNCT" and self.words[words[-1]] not in QUOTES:
            words = words[:-1]
        return words

    def _write_all(self, labels: list[str], words: list[int], label: str) -> None:
        """Every unbroken run of `words`, less punctuation at its edges."""
        run: list[int] = []
        for word in [*words, -9]:
            if run and word != run[-1] + 1:
                self._write(labels, run, label)
                run = []
            run.append(word)

    def _write(self, labels: list[str], words: list[int], label: str) -> None:
        words = self._trimmed(words)
        unbroken = words and words[-1] - words[0] == len(words) - 1
        if unbroken and all(labels[word] == "O" for word in words):
            tag(labels, words[0], words[-1], label)


def label(row: Row) -> Row:
    """`row`, which has a tree, with its `speakers` and `contents` filled in."""
    if row.heads is None or row.rels is None or row.upos is None:
        raise ValueError(f"{row.id} has no tree")
    says = Says(row.words, row.upos, row.heads, row.rels)
    says.fill()
    row.speakers, row.contents = says.speakers, says.contents
    return row


SILVER = ("gmb", "meantime", "re3d")
SPEAKING, SILENT = 10_000, 1_500
"""Sentences with a verb of saying, and without, that are drawn."""
SEED = 22


def main() -> None:
    """Parse news, label it, write it. Deeds, names and dates of the rows are kept."""
    parser = argparse.ArgumentParser(prog="python -m training.silver", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", type=Path)
    options = parser.parse_args()
    draw = random.Random(SEED)
    found = [
        row for row in rows.read(options.folder / "rows.jsonl") if row.source in SILVER and 4 < len(row.words) < 80
    ]
    draw.shuffle(found)
    speaking = [row for row in found if any(word.lower() in FORMS or word == "According" for word in row.words)]
    spoken = {row.id for row in speaking}
    chosen = speaking[:SPEAKING] + [row for row in found if row.id not in spoken][:SILENT]
    rows.write(options.folder / "silver.jsonl", _parsed(Encoder(options.model), chosen))


def _parsed(encoder: Encoder, chosen: Sequence[Row]) -> Iterator[Row]:
    for row, (upos, heads, rels) in zip(chosen, parse(encoder, chosen), strict=True):
        says = Says(row.words, upos, heads, rels)
        says.fill()
        row.source, row.speakers, row.contents = "silver", says.speakers, says.contents
        yield row


if __name__ == "__main__":
    main()
