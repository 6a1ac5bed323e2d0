"""Copies of our own making, to be planted among reports that did not copy each other: `benchmarks.copies` says how.

Each function takes source reports from the end of a list and gives the text of a copy; the same seed, the same copies.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.rewording import LIGHT, STRONG, body, reworded, turned
from training.annotated import Annotated


class Plant(NamedTuple):
    """A planted text, what it copies, and the reports that it takes the place of."""

    text: str
    sources: tuple[Annotated, ...]
    instead: tuple[Annotated, ...] = ()


def paragraphs_of(report: Annotated) -> list[str]:
    return body(report.text, report).split("\n\n")


def shortened(reports: list[Annotated], lots: Random) -> Plant:
    """Between 35 and 85 of 100 paragraphs are left."""
    source = reports.pop()
    kept = paragraphs_of(source)
    least = max(2, round(len(kept) * lots.uniform(0.35, 0.85)))
    while len(kept) > least:
        kept.pop(lots.randrange(1, len(kept)) if lots.random() < 0.4 else -1)
    return Plant("\n\n".join(kept), (source,))


def merged(reports: list[Annotated], lots: Random) -> Plant:
    """The first 40 to 80 of 100 paragraphs of two reports on like matters."""
    first = reports.pop()
    second = _alike(first, reports)
    parts = [paragraphs_of(r) for r in (first, second)]
    return Plant("\n\n".join(p for part in parts for p in _first(part, lots)), (first, second))


def quoted(reports: list[Annotated], lots: Random) -> Plant:
    """A paragraph of 25 words or more stands in another report on like matters."""
    source = reports.pop()
    host = _alike(source, reports)
    long = [p for p in paragraphs_of(source) if len(p.split()) >= 25] or paragraphs_of(source)
    taken = lots.choice(long)
    if lots.random() < 0.5:
        plain = taken.replace("“", "'").replace("”", "'").replace('"', "'")
        taken = f'{source.head["outlet"]} wrote: "{plain}"'
    text = paragraphs_of(host)
    text.insert(lots.randrange(1, len(text) + 1), taken)
    return Plant("\n\n".join(text), (source,), (host,))


def rewritten(reports: list[Annotated], lots: Random, share: float) -> Plant:
    """The whole report in other words, a tenth of its paragraphs left out."""
    source = reports.pop()
    paragraphs = [p for n, p in enumerate(turned(source, lots, share).split("\n\n")) if n == 0 or lots.random() < 0.9]
    return Plant(reworded("\n\n".join(paragraphs), lots, share), (source,))


def lede(reports: list[Annotated], lots: Random) -> Plant:
    """The first paragraph in other words takes the place of another report's first."""
    source = reports.pop()
    host = _alike(source, reports)
    first = reworded(_opening(turned(source, lots, LIGHT).split("\n\n")), lots, LIGHT)
    return _led(first, source, host)


def retold(reports: list[Annotated], lots: Random) -> Plant:
    """The same with a first paragraph that was told again by hand. Raises StopIteration when there is none left."""
    told = paraphrases()
    source = reports.pop(next(n for n, report in enumerate(reports) if report.id in told))
    host = _alike(source, [r for r in reports if r.id not in told])
    reports.remove(host)
    return _led(told[source.id], source, host)


@lru_cache(maxsize=1)
def paraphrases() -> dict[str, str]:
    """The report's id -> its first paragraph as it was told again by hand."""
    lines = Path(__file__).with_name("paraphrases.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))


def _led(first: str, source: Annotated, host: Annotated) -> Plant:
    paragraphs = paragraphs_of(host)
    start = paragraphs.index(_opening(paragraphs))
    return Plant("\n\n".join([first, *paragraphs[start + 1 :]]), (source,), (host,))


def _opening(paragraphs: list[str]) -> str:
    """The first paragraph of whole sentences: menus, bylines and greetings stand before it."""
    return next((p for p in paragraphs if len(p.split()) >= 18 and "|" not in p and p[-1] in '.!?”"'), paragraphs[0])


def _first(paragraphs: list[str], lots: Random) -> list[str]:
    return paragraphs[: max(1, round(len(paragraphs) * lots.uniform(0.4, 0.8)))]


def _alike(report: Annotated, reports: list[Annotated]) -> Annotated:
    """The next report of the same theme, else the next."""
    at = next((n for n in reversed(range(len(reports))) if reports[n].head["theme"] == report.head["theme"]), -1)
    return reports.pop(at)


KINDS: dict[str, Callable[[list[Annotated], Random], Plant]] = {
    "shortened": shortened,
    "merged": merged,
    "quoted": quoted,
    "reworded": partial(rewritten, share=LIGHT),
    "lede": lede,
    "retold": retold,
    "translated": partial(rewritten, share=STRONG),
}
