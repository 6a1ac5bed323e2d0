"""What the page sets out as tables."""

from __future__ import annotations

import msgspec

from crossread.faces.render.lookup import Lookup
from crossread.faces.render.tables import THINGS, vocabulary
from crossread.records import Dossier, Wording


def test_a_thing_that_its_label_names_needs_no_row_of_its_own(small: Dossier) -> None:
    span = small.wording[0].evidence[0]
    more = (
        Wording(None, "a costly war in the hills", "costly war", "r-1", "outlet", (span,)),
        Wording(None, "the mill", "clumsy", "r-1", "outlet", (span,)),  # the label alone would tell nothing
        Wording(None, "raid", "cruel raid", "r-1", "outlet", (span,)),
        Wording(None, "raid", "swift raid", "r-2", "outlet", (span,)),  # two reports to compare
    )
    dossier = msgspec.structs.replace(small, wording=more)
    rows = vocabulary(Lookup(dossier), dossier)
    assert [row.of for row in rows] == ["raid", "the mill", THINGS]
    assert [w.label for _, wordings in rows[-1].by_report for w in wordings] == ["costly war"]
