"""Claims against ClaimDiff: does a claim of one outlet strengthen or weaken a claim of another?

    python -m benchmarks.claims CLAIMDIFF_FOLDER [--train] [--errors N]

CLAIMDIFF_FOLDER holds `ClaimDiff-strength-test.json`, `ClaimDiff-weak-test.json` and the same of train. Nothing that is
shipped was fitted to it. Printed for the test part (`--train`: the train part):

* F1 of always answering yes, and of the relation given by rule: "same" and "strengthens" (with "related", too) for the
  one question, "weakens" and "contradicts" for the other; and of which pairs each relation is made
* how far the signs carry: F1 and the area under the ROC curve of a logistic regression over likeness, shared words and
  names, and the points of each sign, and of likeness alone; weights and cut are fitted on the train part, whose topics
  are others, and forgotten when the command ends; in brackets F1 at the cut that the test part itself would choose
* for each sign the share of strengthened and of weakened pairs

Last, of our own: first paragraphs of invented reports against the same told again by hand, and against all others.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.bearing import Claim, Comparison, Signs, reasons_of, signs_of, weigh
from benchmarks.bearing.comparing import likeness, shared
from benchmarks.command import command, there
from benchmarks.planting import paragraphs_of, paraphrases
from crossread import pipeline
from crossread.reading.encoder.model import Encoder
from crossread.records import Report
from training.annotated import files, load

FOLDER = Path(__file__).parent.parent / "training" / "reports"
SIGNS = (
    "denied",
    "opposite",
    "dispute",
    "doubt",
    "hedge",
    "firm",
    "turn",
    "source",
    "speaker",
    "ladder",
    "figure",
    "name",
)
QUESTIONS = {"strengthens": ("same", "strengthens"), "weakens": ("weakens", "contradicts")}
RIDGE = 10.0
"""Penalty on the squared weights of the regression: 27 of them for 1,857 pairs, most of which stand in both orders."""

Matrix = NDArray[np.float64]
Answers = NDArray[np.bool_]


class Pair(NamedTuple):
    """Two claims and what the annotators say of them."""

    first: str
    second: str
    strengthens: bool
    weakens: bool


# --------------------------------------------------------------------------- reading


def pairs_of(folder: Path, part: str) -> list[Pair]:
    """The annotated pairs of "test" or "train"."""
    strong, weak = (
        json.loads((folder / f"ClaimDiff-{kind}-{part}.json").read_text(encoding="utf-8"))["data"]
        for kind in ("strength", "weak")
    )
    weakens: dict[str, Any] = {row["pair_id"]: row["relation"] for row in weak}
    return [
        Pair(row["claim_a"], row["claim_b"], bool(row["relation"]), bool(weakens[row["pair_id"]])) for row in strong
    ]


def signs(encoder: Encoder, text: str) -> Signs:
    """Everything that is compared of a text that stands alone."""
    report = Report(id="claim", source="", text=text)
    return signs_of(Claim(pipeline.read(report, encoder.analyse(report.id, text)), 0, len(text)))


# --------------------------------------------------------------------------- scores


def f1(wanted: Answers, given: Answers) -> float:
    """F1 of the answer yes."""
    return 2.0 * float((wanted & given).sum()) / max(1.0, float(wanted.sum() + given.sum()))


def area(wanted: Answers, scores: Matrix) -> float:
    """Area under the ROC curve: how often a wanted pair has the higher score, ties counted half."""
    yes, no = scores[wanted], scores[~wanted]
    return float(((yes[:, None] > no).mean() + (yes[:, None] >= no).mean()) / 2)


def best_cut(wanted: Answers, scores: Matrix) -> float:
    """The score from which answering yes gives the best F1."""
    cuts = np.unique(np.quantile(scores, np.linspace(0, 1, 101)))
    return float(max(cuts, key=lambda cut: f1(wanted, scores >= cut)))


def fitted(rows: Matrix, wanted: Answers) -> Matrix:
    """Weights of a ridge logistic regression by Newton's method; the last column of `rows` is the constant 1."""
    weights = np.zeros(rows.shape[1])
    penalty = np.diag([RIDGE] * (rows.shape[1] - 1) + [0.0])
    for _ in range(25):
        given = 1.0 / (1.0 + np.exp(-rows @ weights))
        slope = rows.T @ (wanted - given) - penalty @ weights
        bend = (rows * (given * (1.0 - given))[:, None]).T @ rows + penalty
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def counts(first: Signs, second: Signs) -> list[float]:
    """What the regression sees of a pair: likeness, shared words, shared names, points of each sign by effect, 1."""
    points: Counter[tuple[str, bool]] = Counter()
    for reason in reasons_of(first, second):
        points[reason.sign, reason.effect == "adds"] += reason.points
    by_sign = [float(points[sign, adds]) for sign in SIGNS for adds in (True, False)]
    common = float(len(first.names.keys() & second.names.keys()))
    return [3 * likeness(first, second), 3 * shared(first, second), min(common, 3.0), *by_sign, 1.0]


# --------------------------------------------------------------------------- printing


class Part(NamedTuple):
    """A part of the set, compared."""

    pairs: list[Pair]
    compared: list[Comparison]
    rows: Matrix
    signs: list[set[str]]

    def wanted(self, question: str) -> Answers:
        return np.array([getattr(pair, question) for pair in self.pairs])

    def given(self, relations: Sequence[str]) -> Answers:
        return np.array([c.relation in relations for c in self.compared])


def part_of(pairs: list[Pair], known: dict[str, Signs]) -> Part:
    both = [(known[pair.first], known[pair.second]) for pair in pairs]
    return Part(
        pairs,
        [weigh(*two) for two in both],
        np.array([counts(*two) for two in both]),
        [{f"{r.sign} {r.effect}" for r in reasons_of(*two)} for two in both],
    )


def report(test: Part, train: Part) -> None:
    """Print everything about one part; weights and cuts come from the other."""
    print(f"{len(test.pairs)} pairs")
    for question, relations in QUESTIONS.items():
        wanted, learned = test.wanted(question), train.wanted(question)
        always = f1(wanted, np.ones(len(wanted), dtype=bool))
        print(f"{question}: always yes F1 {always:.3f}; by rule {f1(wanted, test.given(relations)):.3f}", end="")
        if question == "strengthens":
            print(f", with related {f1(wanted, test.given((*relations, 'related'))):.3f}", end="")
        print()
        weights = fitted(train.rows, learned)
        alike = "likeness alone", train.rows[:, 0], test.rows[:, 0]
        for name, old, new in (alike, ("signs, fitted", train.rows @ weights, test.rows @ weights)):
            cut = best_cut(learned, old)
            best = f1(wanted, new >= best_cut(wanted, new))
            print(f"  {name}: F1 {f1(wanted, new >= cut):.3f} (best cut {best:.3f}), area {area(wanted, new):.3f}")
    shares(test, "relation", [{c.relation} for c in test.compared])
    shares(test, "sign", test.signs)


def shares(part: Part, what: str, marks: Sequence[set[str]]) -> None:
    """How many pairs bear each mark, and the share of them that annotators find strengthened and weakened."""
    print(f"{what:22} pairs  strengthened  weakened")
    for mark in sorted({m for own in marks for m in own}):
        held = np.array([mark in own for own in marks])
        strong, weak = part.wanted("strengthens")[held].mean(), part.wanted("weakens")[held].mean()
        print(f"{mark:22} {held.sum():5}  {strong:12.2f}  {weak:8.2f}")


def show_errors(part: Part, number: int) -> None:
    """Pairs that annotators find weakened or strengthened and that are taken for something else."""
    for pair, comparison in zip(part.pairs, part.compared, strict=True):
        wrong = pair.strengthens and comparison.relation in (*QUESTIONS["weakens"], "unrelated")
        if number and (wrong or (pair.weakens and comparison.relation not in QUESTIONS["weakens"])):
            number -= 1
            print("weakens" if pair.weakens else "strengthens", "|", comparison.relation, comparison.why)
            print("   1", pair.first, "\n   2", pair.second)


def retold(encoder: Encoder) -> None:
    """First paragraphs of our own reports, and the same told again by hand."""
    again = paraphrases()
    reports = {r.id: r for r in map(load, files(FOLDER)) if r.id in again}
    told = {i: signs(encoder, paragraphs_of(reports[i])[0]) for i in sorted(reports)}
    new = {i: signs(encoder, again[i]) for i in told}
    own = Counter(weigh(told[i], new[i]).relation for i in told)
    others = Counter(weigh(told[i], new[j]).relation for i in told for j in told if i != j)
    print("told again by hand:", dict(own.most_common()), "; other happenings:", dict(others.most_common()))


def main() -> None:
    parser = command("claims", __doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--train", action="store_true", help="report the train part, fit on the test part")
    parser.add_argument("--errors", type=int, default=0, help="show so many pairs that are taken for something else")
    arguments = parser.parse_args()
    encoder = Encoder()
    if not there(arguments.folder / "ClaimDiff-weak-test.json"):
        return
    parts = {part: pairs_of(arguments.folder, part) for part in ("test", "train")}
    texts = {text for pairs in parts.values() for pair in pairs for text in (pair.first, pair.second)}
    known = {text: signs(encoder, text) for text in sorted(texts)}
    test, train = (part_of(parts[part], known) for part in ("test", "train"))
    shown, other = (train, test) if arguments.train else (test, train)
    report(shown, other)
    show_errors(shown, arguments.errors)
    retold(encoder)


if __name__ == "__main__":
    main()
