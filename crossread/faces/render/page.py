"""The page: one file, no network, every line with the characters that prove it.

The reports' text is hostile until shown otherwise: templates escape everything, the page's own style and script are
allowed by their hash and nothing else may load or run.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

import jinja2

from crossread import __version__
from crossread.faces.render import pictures, tables, words
from crossread.faces.render.lookup import Lookup, Section
from crossread.faces.render.quotes import Quotes, anchor
from crossread.records import Dossier, Incident, Place, Record

TEMPLATES = Path(__file__).parent.parent / "templates"
OPEN_INCIDENTS = 8
"""Incidents of a story that stand open at first, the most reported: two or three screens. The others unfold."""
SHOWN_AT_ONCE = 60
"""Lines of a long list that show without unfolding it."""


class StoryView(Record, frozen=True):
    """A story with its pictures and tables."""

    section: Section
    anchor: str
    timeline: pictures.Timeline | None
    opened: frozenset[str]  # ids of the incidents that stand open
    matrix: tables.Matrix


def page(dossier: Dossier) -> str:
    """The dossier as one self-contained HTML page."""
    lookup = Lookup(dossier)
    style, script = _own("page.css"), _own("page.js")
    policy = (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    )
    return _templates().get_template("page.html.j2").render(
        dossier=dossier,
        lookup=lookup,
        quotes=Quotes(lookup),
        stories=[_view(lookup, section, index) for index, section in enumerate(lookup.sections())],
        map=pictures.places(_plotted(lookup)),
        vocabulary=tables.vocabulary(lookup, dossier),
        actors=sorted(dossier.actors, key=lambda actor: (-len(actor.mentions), actor.name)),
        places=sorted(dossier.places, key=lambda place: (-len(place.mentions), place.name)),
        reports=lookup.by_day(),
        style=style,
        script=script,
        policy=policy,
    )  # fmt: skip


def _view(lookup: Lookup, section: Section, index: int) -> StoryView:
    return StoryView(
        section,
        f"story-{index + 1}",
        pictures.timeline(section.incidents + section.background),
        frozenset(i.id for i in sorted(section.incidents, key=_weight)[:OPEN_INCIDENTS]),
        tables.matrix(lookup, section.statements),
    )


def _weight(incident: Incident) -> tuple[int, int, int, str]:
    """The most reported first."""
    return -incident.origins, -len(incident.reports), -len(incident.evidence), incident.id


def _plotted(lookup: Lookup) -> list[Place]:
    """The places where something happened; all places where that leaves too few for a map."""
    where = {place for incident in lookup.dossier.incidents for place in incident.places}
    happened = [place for place in lookup.dossier.places if place.id in where and place.lat is not None]
    return happened if len(happened) > 1 else list(lookup.dossier.places)


@cache
def _templates() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(words=words, pictures=pictures, anchor=anchor, version=__version__, shown_at_once=SHOWN_AT_ONCE)
    made.filters["line"] = words.one_line
    return made


@cache
def _own(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """What a content security policy calls an inline style or script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
