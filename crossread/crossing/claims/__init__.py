"""How claims bear on each other: one claim against another, and statements of several reports against each other.

For use from Python and by `benchmarks.claims`; no stage calls it, for what it says of strengthening and weakening is
not good enough for a dossier.
"""

from crossread.crossing.claims.comparing import Comparison, Reason, Relation, compare, reasons_of, weigh
from crossread.crossing.claims.signs import Claim, Signs, of_sentence, of_statement, signs_of
from crossread.crossing.claims.statements import Bearing, compare_statements

__all__ = [
    "Bearing",
    "Claim",
    "Comparison",
    "Reason",
    "Relation",
    "Signs",
    "compare",
    "compare_statements",
    "of_sentence",
    "of_statement",
    "reasons_of",
    "signs_of",
    "weigh",
]
