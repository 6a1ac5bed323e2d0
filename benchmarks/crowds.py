"""How the time that copies take grows with the number of reports.

    python -m benchmarks.crowds [NUMBER…]

NUMBER of reports are made up (1,000, 3,000 and 10,000 unless told): words of one invented vocabulary, as frequent as
words are (the n-th word about 1/n as often as the first), 25 sentences each, a name and a lede for each happening. Of
ten reports four are of a happening's own hand, two shortened copies, one quotes a paragraph, one merges two, and each
outlet ends with the same two sentences about itself. Prints seconds for the whole stage, on one core, and the power of
the number of reports with which they grow.
"""

from __future__ import annotations

from bisect import bisect
from itertools import accumulate
from math import log
from random import Random
from time import process_time

from benchmarks.command import command
from crossread.crossing.copies import find_copies
from crossread.crossing.origins import find_origins
from crossread.reading.encoder.sentences import cut
from crossread.records import Reading, Report, Sentence

NUMBERS = (1_000, 3_000, 10_000)
VOCABULARY = 40_000
SENTENCES = 25
OUTLETS = 40
_SYLLABLES = [
    a + b for a in ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr") for b in "aeiou"
]


class _Tongue:
    """Invented words with the frequencies that words have."""

    def __init__(self, lots: Random) -> None:
        self.lots = lots
        self.words = ["".join(lots.choices(_SYLLABLES, k=1 + n.bit_length() // 5)) for n in range(1, VOCABULARY)]
        self.sums = list(accumulate(1 / (n + 2.7) for n in range(1, VOCABULARY)))

    def sentence(self, *names: str) -> str:
        length = self.lots.randint(12, 28)
        said = [self.words[bisect(self.sums, self.lots.random() * self.sums[-1])] for _ in range(length)]
        for name in names:
            said[self.lots.randrange(1, length)] = name
        return " ".join(said).capitalize() + "."


def made_up(number: int, seed: int = 1) -> list[Report]:
    """Reports of about 500 words: independent ones, copies, mergers and quotations."""
    lots = Random(seed)
    tongue = _Tongue(lots)
    about = [[tongue.sentence(), tongue.sentence()] for _ in range(OUTLETS)]
    texts: list[list[str]] = []
    while len(texts) < number:
        names = ["".join(lots.choices(_SYLLABLES, k=3)).capitalize() for _ in range(3)]
        own = [[tongue.sentence(*lots.sample(names, 2)) for _ in range(SENTENCES)] for _ in range(6)]
        a, b = own[0], own[1]
        quoting = [*own[2][:9], a[2], a[3], *own[2][9:]]
        texts += [*own, a[:14], b[:4] + b[8:15], a[:12] + b[:12], quoting]
    made = []
    for n, sentences in enumerate(texts[:number]):
        outlet = lots.randrange(OUTLETS)
        made.append(Report(f"r{n:06}", f"r{n}", " ".join(sentences + about[outlet]), outlet=f"Post {outlet}"))
    return made


def measure(number: int) -> tuple[float, int, int]:
    """Seconds of one core, copies found, origins."""
    reports = tuple(made_up(number))
    readings = tuple(
        Reading(r.id, tuple(Sentence(c.start, c.end, c.paragraph, ()) for c in cut(r.text))) for r in reports
    )
    start = process_time()
    copies = find_copies(reports, readings)
    origins = find_origins(reports, copies)
    return process_time() - start, len(copies), len(origins)


def main() -> None:
    parser = command("crowds", __doc__)
    parser.add_argument("numbers", type=int, nargs="*", default=NUMBERS, help="how many reports, one run for each")
    numbers = parser.parse_args().numbers
    last: tuple[int, float] | None = None
    for number in numbers:
        seconds, copies, origins = measure(number)
        power = f", power {log(seconds / last[1]) / log(number / last[0]):.2f}" if last else ""
        print(
            f"{number:>7} reports: {seconds:7.2f} s, {1000 * seconds / number:.2f} ms a report{power}; "
            f"{copies} copies, {origins} origins"
        )
        last = number, seconds


if __name__ == "__main__":
    main()
