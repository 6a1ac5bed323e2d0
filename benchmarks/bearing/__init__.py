"""How one claim bears on another: strengthens, weakens, contradicts it. Measured by `benchmarks.claims`.

What it says of strengthening and weakening is not good enough for a dossier, so the tool does not use it.
"""

from benchmarks.bearing.comparing import Comparison, Reason, Relation, compare, reasons_of, weigh
from benchmarks.bearing.signs import Claim, Signs, of_sentence, signs_of

__all__ = [
    "Claim",
    "Comparison",
    "Reason",
    "Relation",
    "Signs",
    "compare",
    "of_sentence",
    "reasons_of",
    "signs_of",
    "weigh",
]
