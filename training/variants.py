"""`python -m training.variants FOLDER`: EWT's training sentences told otherwise -> FOLDER/variants.jsonl.

The small network knows EWT's names by heart long before it has learned what a name is. Here they are exchanged for
others of their class, words stand for words like them, and the writing is varied: text of the web with names that the
larger network (`training.soft`) has to find anew. The rows have no labels.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import torch
from torch.nn.functional import normalize

from crossread import knowledge
from training import rows
from training.network import packaged, pretrained
from training.rows import Row, listed, stretches

SEED = 27
TIMES = 3
PLAINER = 0.5
"""Variants of each sentence that has names, and share of those of the others; what has not changed is left out."""
EXCHANGED = 0.65
"""Share of names that give way to others; the same name to the same other one throughout a text."""
REPLACED = 0.12
SMALL = 0.06
"""Shares of plain words that give way to one like them, and of names that are written small."""
MADE_UP = {"ORG": 0.4, "LOC": 0.3, "PER": 0.0}
"""Share of the other names that are no set's, but put together or from the gazetteer."""
PLAIN = ("NOUN", "VERB", "ADJ", "ADV")
NEAREST = 6
TOWN = 30_000
"""People of the smallest town taken from the gazetteer."""
BUSINESSES = listed(
    "Auto_Repair Bakery Bank Bar_&_Grill Barber_Shop Bistro Books Brewery Builders Bikes Cafe Carpets Catering Church "
    "Cleaners Clinic Coffee Construction Consulting Cycles Dental_Care Deli Diner Electric Electronics Energy Farms "
    "Fitness Florist Foundation Furniture Gallery Garage Grill Group Gym Hair_Salon Hardware Health_Center High_School "
    "Holdings Hospital Hotel Inc Inn Insurance Institute Jewelers Kennels Kitchen Landscaping Law_Firm Library LLC Ltd "
    "Market Medical_Center Motel Motors Museum Nursery Optical Party Pet_Clinic Pharmacy Photography Pizza Plumbing "
    "Properties Pub Realty Records Restaurant Roofing Salon Services Software Spa Storage Studios Sushi Systems Tattoo "
    "Tavern Taxi Technologies Theater Times Tires Towing Travel Union University Veterinary_Hospital Winery Yoga"
)
FRONTS = listed(
    "Golden Green Royal Sunrise Blue First National Eagle Lakeside Main_Street Northwest Premier Quality River_City "
    "Liberty Summit Pacific Harbor Little_Italy Red_Door Silver Star United Valley Village Old_Town American Global"
)

Names = Mapping[str, Sequence[tuple[str, ...]]]


def main() -> None:
    """Write the variants."""
    parser = argparse.ArgumentParser(prog="python -m training.variants", description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    found = rows.read(options.folder / "rows.jsonl")
    draw = random.Random(SEED)
    names, like = _names(found), _like(found)
    texts = [row for row in found if row.source == "ewt" and row.heads is not None and row.names is not None]
    made = [row for _ in range(TIMES) for row in variants(texts, names, like, draw)]
    rows.write(options.folder / "variants.jsonl", made)
    print(f"{len(made)} sentences, for example:", *(" ".join(row.words) for row in draw.sample(made, 12)), sep="\n")


def variants(
    texts: Sequence[Row], names: Names, like: Callable[[str], Sequence[str]], draw: random.Random
) -> Iterator[Row]:
    """Each row told otherwise; rows of one text are neighbours and agree in the names they exchange."""
    for _, text in groupby(texts, lambda row: row.id.rsplit("-", 1)[0]):
        others: dict[tuple[str, ...], tuple[str, ...] | None] = {}
        for row in text:
            words = _told(row, names, others, like, draw)
            if words != row.words and (stretches(row.names or ()) or draw.random() < PLAINER):
                yield Row("variant", row.id, words)


def _told(
    row: Row,
    names: Names,
    others: dict[tuple[str, ...], tuple[str, ...] | None],
    like: Callable[[str], Sequence[str]],
    draw: random.Random,
) -> list[str]:
    words, done = list[str](), 0
    for first, last, label in [*stretches(row.names or ()), (len(row.words), -1, "")]:
        for place in range(done, first):
            words.append(_plain(row, place, like, draw))
        name = tuple(row.words[first : last + 1])
        if label and name not in others:
            others[name] = _another(label, name, names, draw) if draw.random() < EXCHANGED else None
        told = others.get(name) or name
        words += [word.lower() for word in told] if draw.random() < SMALL else told
        done = last + 1
    return words


def _plain(row: Row, place: int, like: Callable[[str], Sequence[str]], draw: random.Random) -> str:
    word = row.words[place]
    if row.upos is None or row.upos[place] not in PLAIN or draw.random() >= REPLACED:
        return word
    near = like(word.lower())
    if not near:
        return word
    other = draw.choice(near)
    return other.upper() if word.isupper() else other.capitalize() if word[0].isupper() else other


def _another(label: str, name: tuple[str, ...], names: Names, draw: random.Random) -> tuple[str, ...]:
    made_up = f"{label} made up"
    pool = names[made_up if made_up in names and draw.random() < MADE_UP[label] else label]
    other = draw.choice(pool)
    return tuple(word.upper() for word in other) if all(word.isupper() and len(word) > 4 for word in name) else other


def _names(found: Sequence[Row]) -> dict[str, list[tuple[str, ...]]]:
    """Names of the sets by class, each as often as once; and names that no set has."""
    pools: dict[str, set[tuple[str, ...]]] = {"PER": set(), "ORG": set(), "LOC": set()}
    for row in found:
        for layer in (row.names, row.others):
            for first, last, label in stretches(layer or ()):
                name = tuple(row.words[first : last + 1])
                if label in pools and len(name) < 7 and name[0][:1].isalnum() and not name[-1].islower():
                    pools[label].add(name)
    names = {label: sorted(pool) for label, pool in pools.items()}
    towns = sorted(_towns())
    fronts = [(word[-1],) for word in names["PER"] if len(word) == 2 and word[-1].istitle()]
    draw = random.Random(SEED)
    made = [_business(draw, fronts, towns) for _ in range(6000)]
    return names | {"ORG made up": made, "LOC made up": towns}


def _business(
    draw: random.Random, surnames: Sequence[tuple[str, ...]], towns: Sequence[tuple[str, ...]]
) -> tuple[str, ...]:
    kind = draw.random()
    if kind < 0.4:
        front = draw.choice(surnames) + (("'s",) if draw.random() < 0.4 else ())
    elif kind < 0.7:
        front = draw.choice(towns)
    else:
        front = tuple(draw.choice(FRONTS).split("_"))
    return (*front, *draw.choice(BUSINESSES).split("_"))


def _towns() -> Iterator[tuple[str, ...]]:
    path = knowledge.FOLDER / "gazetteer.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) == 6 and fields[5].isdigit() and int(fields[5]) >= TOWN and fields[1].replace(" ", "").isalpha():
            yield tuple(fields[1].split())


def _like(found: Sequence[Row]) -> Callable[[str], Sequence[str]]:
    """The words nearest to a word among the vectors that the published model begins from."""
    lines = {word.lower() for row in found if row.source in ("ewt", "gum") for word in row.words if word.isalpha()}
    table = (packaged() / "vocab.txt").read_text(encoding="utf-8").splitlines()
    known = [(number, word) for number, word in enumerate(table) if word in lines and len(word) > 2]
    beginnings = pretrained().embeddings.word_embeddings.weight.detach()
    vectors = normalize(beginnings[[number for number, _ in known]], dim=-1)
    near = torch.cat([(part @ vectors.T).topk(NEAREST + 1).indices[:, 1:] for part in vectors.split(1000)])
    words = [word for _, word in known]
    table_of = {word: [words[other] for other in others] for word, others in zip(words, near.tolist(), strict=True)}
    return lambda word: table_of.get(word, ())


if __name__ == "__main__":
    main()
