"""Which reports copied another? Copies of our own making, planted among reports that did not copy each other.

    python -m benchmarks.copies [FOLDER] [--plants N] [--seed N] [--kinds shortened,merged] [--wrong]

FOLDER holds training reports (`training/reports` by default), all invented; several tell one happening independently,
with the same facts and names. For each kind N copies are planted among them, each of another report:

shortened       paragraphs dropped from the end and the middle
merged          the larger part of two reports, one after the other
quoted          one paragraph of another report, in half of them between quotation marks
reworded        synonyms, voice, order of clauses, style of numbers (`rewording`)
lede            the first paragraph only, reworded, before a text of its own
retold          the first paragraph only, told again by hand (paraphrases.txt): hardly told from independent reports
translated      reworded throughout as a translation there and back would: small words, order of sentences too

and two kinds of pairs that are no copies: `speech` (both quote the same speech) and `boilerplate` (a paragraph about
the outlet or of background that stands in a dozen reports).

Prints for each kind the recall at the threshold where 95 of 100 pairs are right, recall and precision as shipped, how
many wrong pairs tell one happening, and whether the right one of the two copied: by date where the copy came out a day
later, and for the others (same day, or no date). The last line: telling apart reports that tell one happening.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.command import command
from benchmarks.planting import KINDS, Plant, paragraphs_of, paraphrases
from benchmarks.rewording import body
from crossread.crossing.copies import find_copies
from crossread.crossing.copies.index import Index
from crossread.crossing.copies.strength import compared, strength
from crossread.crossing.copies.words import words_of
from crossread.reading.encoder.sentences import cut
from crossread.records import Published, Reading, Report, Sentence
from crossread.spans import content_id
from training.annotated import Annotated, files, load

FOLDER = Path(__file__).parent.parent / "training" / "reports"
PRECISION = 0.95
SHORTEST = 80
"""Words of the shortest report that copies are made of."""
RARE = 4
"""Reports in which a name may stand that says that two of them tell one happening."""
BOILERPLATE = 12
"""Reports that carry the same paragraph of boilerplate."""

Pair = frozenset[str]


class Score(NamedTuple):
    """What came of one kind."""

    recall: float
    shipped: float
    precision: float
    rivals: int  # wrong pairs that tell one happening
    wrong: list[Pair]
    dated: tuple[int, int]  # right directions, of how many
    undated: tuple[int, int]


# --------------------------------------------------------------------------- reports


def as_report(source: Annotated, dated: bool = True) -> Report:
    """An annotated report without its marks and its title."""
    day = source.published
    return _report(body(source.text, source), source.head["outlet"], Published(day, day, "metadata") if dated else None)


def planted(plant: Plant, number: int) -> Report:
    """A planted report: of three one came out a day later, one the same day; of one and its sources no day is known."""
    last = max(source.published for source in plant.sources)
    day = (last + timedelta(days=1), last, None)[number % 3]
    return _report(plant.text, f"Planted Post {number}", Published(day, day, "metadata") if day else None)


def _report(text: str, outlet: str, published: Published | None) -> Report:
    return Report(content_id("report", outlet, text), outlet, text, outlet=outlet, published=published)


def read(report: Report) -> Reading:
    """What the stage needs of a reading: sentences."""
    return Reading(report.id, tuple(Sentence(c.start, c.end, c.paragraph, ()) for c in cut(report.text)))


def rivals(reports: Iterable[Annotated]) -> set[tuple[str, str]]:
    """Ids of training reports that tell one happening: they share three names or more that hardly any other has."""
    holders: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        for mark in report.of("name"):
            for word in report.quote(mark).split():
                if len(word) > 3 and word[0].isupper():
                    holders[word.strip("'’s.,")].add(report.id)
    shared = Counter((a, b) for held in holders.values() if 1 < len(held) <= RARE for a in held for b in held if a < b)
    return {pair for pair, count in shared.items() if count >= 3}


# --------------------------------------------------------------------------- measuring


def strengths(reports: list[Report]) -> dict[Pair, float]:
    """How much pairs of reports share, 1 being the threshold as shipped; pairs that share nothing are left out."""
    index = Index()
    for report in reports:
        index.add(words_of(report, read(report)))
    return {
        frozenset((index[p.a].report.id, index[p.b].report.id)): strength(index[p.a], index[p.b], p.found)
        for p in compared(index)
    }


def recall_at(found: dict[Pair, float], right: set[Pair], precision: float = PRECISION) -> float:
    """The largest share of the right pairs at a threshold that keeps the precision."""
    best, hits = 0, 0
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0] in right))
    for count, (pair, _) in enumerate(ranked, 1):
        hits += pair in right
        if hits >= precision * count:
            best = hits
    return best / len(right)


def measure(kind: str, reports: list[Annotated], plants: int, lots: Random, telling: set[tuple[str, str]]) -> Score:
    """Plant copies of one kind and look for them."""
    left = lots.sample(reports, len(reports))
    made = [KINDS[kind](left, lots) for _ in range(min(plants, len(paraphrases())) if kind == "retold" else plants)]
    instead = {report.id for plant in made for report in plant.instead}
    ids = {report.id: as_report(report).id for report in reports if report.id not in instead}
    copies = [planted(plant, number) for number, plant in enumerate(made)]
    open_days = {source.id for plant in made[2::3] for source in plant.sources}
    pool = [as_report(r, r.id not in open_days) for r in reports if r.id not in instead] + copies
    truth = {
        (copy.id, ids[source.id]): copy
        for copy, plant in zip(copies, made, strict=True)
        for source in plant.sources
        if source.id in ids
    }
    right = {frozenset(pair) for pair in truth}
    pool.sort(key=lambda report: report.id)
    found = find_copies(tuple(pool), tuple(map(read, pool)))
    taken = {frozenset((c.report, c.source)) for c in found if c.source}
    wrong = sorted(taken - right, key=sorted)
    names = {new: old for old, new in ids.items()}
    happening = [tuple(sorted(names.get(name, name) for name in pair)) in telling for pair in wrong]
    directed = {(c.report, c.source) for c in found}
    hit = [(pair, copy) for pair, copy in truth.items() if frozenset(pair) in taken]
    dated = [pair in directed for pair, copy in hit if _later(copy, copies)]
    undated = [pair in directed for pair, copy in hit if not _later(copy, copies)]
    return Score(
        recall_at(strengths(pool), right),
        len(taken & right) / len(right),
        len(taken & right) / max(1, len(taken)),
        sum(happening),
        wrong,
        (sum(dated), len(dated)),
        (sum(undated), len(undated)),
    )


def _later(copy: Report, copies: list[Report]) -> bool:
    return copies.index(copy) % 3 == 0


def no_copies(reports: list[Annotated], plants: int, lots: Random) -> dict[str, tuple[int, int]]:
    """Pairs that share a speech, or boilerplate: how many were taken for copies, of how many."""
    left = lots.sample(reports, len(reports))
    speeches = [p for r in left[-60:] for p in paragraphs_of(r) if 40 <= len(p.split()) <= 90 and '"' not in p]
    pairs = [(left[2 * n], left[2 * n + 1]) for n in range(min(plants, len(speeches), len(left) // 3))]
    said: list[list[Report]] = []
    for (a, b), words in zip(pairs, speeches, strict=False):
        texts = [_inserted(a, f'"{words}" she said.', lots), _inserted(b, f'In her words: "{words}"', lots)]
        said.append([_report(text, f"Speech Post {n}", None) for n, text in enumerate(texts)])
    shared = [p for r in left[-60:] for p in paragraphs_of(r)[2:] if 25 <= len(p.split()) <= 50][
        : plants // BOILERPLATE
    ]
    same = [
        [
            _report(_inserted(r, text, lots, at_end=True), f"Post {i}", None)
            for i, r in enumerate(left[n :: len(shared)][:BOILERPLATE])
        ]
        for n, text in enumerate(shared)
    ]
    return {"speech": _taken(said), "boilerplate": _taken(same)}


def _inserted(report: Annotated, text: str, lots: Random, at_end: bool = False) -> str:
    paragraphs = paragraphs_of(report)
    paragraphs.insert(len(paragraphs) if at_end else lots.randrange(1, len(paragraphs) + 1), text)
    return "\n\n".join(paragraphs)


def _taken(groups: list[list[Report]]) -> tuple[int, int]:
    pairs = {frozenset((a.id, b.id)) for group in groups for a in group for b in group if a.id < b.id}
    pool = sorted((r for group in groups for r in group), key=lambda r: r.id)
    found = find_copies(tuple(pool), tuple(map(read, pool)))
    return len(pairs & {frozenset((c.report, c.source)) for c in found if c.source}), len(pairs)


def main() -> None:
    parser = command("copies", __doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--plants", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--wrong", action="store_true", help="print the wrong pairs")
    asked = parser.parse_args()
    reports = [r for r in map(load, files(asked.folder)) if len(r.text.split()) >= SHORTEST]
    telling = rivals(reports)
    print(f"{len(reports)} reports, {len(telling)} pairs tell one happening; {asked.plants} copies of each kind\n")
    print(
        "kind        recall at P .95   as shipped: recall  precision  wrong (one happening)   direction dated  undated"
    )
    for kind in asked.kinds.split(","):
        score = measure(kind, reports, min(asked.plants, len(reports) // 3), Random(f"{asked.seed} {kind}"), telling)
        print(
            f"{kind:12}{score.recall:>15.3f}{score.shipped:>20.3f}{score.precision:>11.3f}"
            f"{len(score.wrong):>8} ({score.rivals}){'':13}{score.dated[0]}/{score.dated[1]:<12}"
            f"{score.undated[0]}/{score.undated[1]}"
        )
        if asked.wrong:
            print(*(f"    {' '.join(sorted(pair))}" for pair in score.wrong), sep="\n")
    print()
    for kind, (taken, of) in no_copies(reports, asked.plants, Random(asked.seed)).items():
        print(f"{kind:12}{taken} of {of} pairs taken for copies")


if __name__ == "__main__":
    main()
