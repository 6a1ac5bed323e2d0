"""Sentences with a dateline before them ("KARST, Aug. 4 (Orel News) — "): reports begin like that, no treebank does."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

from training.rows import Row, listed, stretches

SEED = 23
NUMBER = 1000
AGENCIES = listed(
    "AP AFP Reuters UPI Xinhua dpa TASS ANI IANS CNN BBC KUNA SANA WAM PTI NNA Anadolu Orel|News Gulf|Press Dune|Wire"
)
MONTHS = listed("Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.")
DASHES = ("-", "--", "–", "—")


def rows(found: Sequence[Row]) -> Iterator[Row]:
    """Some sentences of `found` that have trees, each once, with a dateline."""
    draw = random.Random(SEED)
    places = sorted(_places(found))
    whole = [
        row
        for row in found
        if row.heads and row.names and len(row.words) > 8 and row.words[-1] == "." and row.words[0].istitle()
    ]
    for row in draw.sample(whole, min(NUMBER, len(whole))):
        yield _dated(row, places, draw)


def _places(found: Iterable[Row]) -> set[tuple[str, ...]]:
    names = {
        tuple(row.words[a : b + 1])
        for row in found
        if row.source in ("ewt", "gmb")
        for a, b, label in stretches(row.names or [])
        if label == "LOC"
    }
    return {
        name
        for name in names
        if len(name) < 3 and all(word.isalpha() and word.istitle() and len(word) > 2 for word in name)
    }


def _dated(row: Row, places: Sequence[tuple[str, ...]], draw: random.Random) -> Row:
    words, names, upos, heads, rels = list[str](), list[str](), list[str](), list[int](), list[str]()

    def put(word: str, name: str, pos: str, head: int, rel: str) -> None:
        words.append(word)
        names.append(name)
        upos.append(pos)
        heads.append(head)
        rels.append(rel)

    def put_name(parts: Sequence[str], label: str, rel: str) -> None:
        first = len(words)
        for number, part in enumerate(parts):
            put(part, ("I-" if number else "B-") + label, "PROPN", first if number else 0, "flat" if number else rel)

    capital = draw.random() < 0.7
    put_name([part.upper() if capital else part for part in draw.choice(places)], "LOC", "parataxis")
    if draw.random() < 0.3:
        put(",", "O", "PUNCT", len(words) + 1, "punct")
        put_name(draw.choice(places), "LOC", "appos")
    if draw.random() < 0.2:
        put(",", "O", "PUNCT", len(words) + 1, "punct")
        put(draw.choice(MONTHS), "O", "PROPN", 0, "nmod:unmarked")
        put(str(draw.randint(1, 31)), "O", "NUM", len(words) - 1, "nummod")
    if draw.random() < 0.6:
        put("(", "O", "PUNCT", len(words) + 1, "punct")
        agency = len(words)
        put_name(draw.choice(AGENCIES).split("|"), "ORG", "appos")
        put(")", "O", "PUNCT", agency, "punct")
    put(draw.choice(DASHES), "O", "PUNCT", 0, "punct")
    return _joined(row, Row("dateline", f"{row.id}-dateline", words, names=names, upos=upos, heads=heads, rels=rels))


def _joined(row: Row, line: Row) -> Row:
    shift = len(line.words)
    old, new = row.heads or [], line.heads or []
    root = shift + old.index(-1)
    heads = [root, *new[1:], *(head + shift if head >= 0 else -1 for head in old)]
    outside = ["O"] * shift
    return Row(
        "dateline", line.id, line.words + row.words, names=(line.names or []) + (row.names or []), heads=heads,
        upos=(line.upos or []) + (row.upos or []), rels=(line.rels or []) + (row.rels or []),
        speakers=outside + row.speakers if row.speakers else None,
        contents=outside + row.contents if row.contents else None,
        deeds=outside + row.deeds if row.deeds else None,
    )  # fmt: skip
