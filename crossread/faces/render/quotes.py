"""Evidence as links: every quote on a page leads to its characters in the report beside it.

A report's text is printed once, character for character, with an empty element in front of each quoted span. That
element carries the span's length in UTF-16 units, as browsers count; so the page needs no table of offsets, and without
scripts the links still lead to the right place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from markupsafe import Markup, escape

from crossread.faces.render import words
from crossread.faces.render.lookup import Lookup
from crossread.records import DossierReport, Span
from crossread.spans import utf16_offsets

_NOT_IN_ID = re.compile(r"[^\w-]")
_QUOTE_MARKS = ("“", "”", '"', "„", "«", "‘")
# What an HTML parser would change on its way into the page: a NUL is dropped, a CR becomes LF unless it is named.
_PARSER_CHANGES = str.maketrans({"\x00": "\ufffd"})


def anchor(kind: str, identity: str) -> str:
    """The id of an element of the page."""
    return f"{kind}-{_NOT_IN_ID.sub('_', identity)}"


class Quotes:
    """The spans that a page quotes, collected while it is written."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self._quoted: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)

    def link(self, span: Span, limit: int = 220) -> Markup:
        """The quote as a link to its characters; shortened on the page, whole where it leads."""
        shown = words.one_line(span.text, limit)
        report = self.lookup.reports.get(span.report)
        if report is None or not 0 <= span.start < span.end <= len(report.text):
            return Markup('<q dir="auto">{}</q>').format(shown)
        self._quoted[span.report].add((span.start, span.end))
        target, outlet = self._target(span.report, span.start, span.end), self.lookup.outlet(span.report)
        own = Markup(' class="own"') if shown.startswith(_QUOTE_MARKS) else ""  # it brings its quotation marks along
        markup = Markup('<a class="q" href="#{}" title="{}"><q{} dir="auto">{}</q></a>')
        return markup.format(target, outlet, own, shown)

    def sources(self, spans: Iterable[Span], limit: int = 220, most: int = 12) -> Markup:
        """Quotes by report: each report once, with its quotes behind it."""
        by_report: defaultdict[str, list[Span]] = defaultdict(list)
        for span in spans:
            by_report[span.report].append(span)
        lines = []
        for report, quoted in by_report.items():
            links = Markup(" ").join(self.link(span, limit) for span in quoted[:most])
            if len(quoted) > most:
                links += Markup(' <span class="dim">and {} more</span>').format(len(quoted) - most)
            lines.append(Markup('<li><span class="outlet">{}</span> {}</li>').format(self.lookup.outlet(report), links))
        return Markup('<ul class="evidence">{}</ul>').format(Markup("").join(lines)) if lines else Markup("")

    def text(self, report: DossierReport) -> Markup:
        """A report's text, character for character, with a target in front of each span that was quoted so far."""
        quoted = sorted(self._quoted[report.id])
        units = iter(utf16_offsets(report.text, [offset for pair in quoted for offset in pair]))
        pieces, at = [], 0
        for start, end in quoted:
            length = -next(units) + next(units)
            pieces.append(_exact(report.text[at:start]))
            target = '<span class="at" id="{}" data-length="{}"></span>'
            pieces.append(Markup(target).format(self._target(report.id, start, end), length))
            at = start
        pieces.append(_exact(report.text[at:]))
        return Markup("").join(pieces)

    @staticmethod
    def _target(report: str, start: int, end: int) -> str:
        return anchor("at", f"{report}-{start}-{end}")


def _exact(text: str) -> Markup:
    """Text escaped so that the parser gives back the same characters."""
    return Markup(str(escape(text.translate(_PARSER_CHANGES))).replace("\r", "&#13;"))
