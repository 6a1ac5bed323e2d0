"""Paths -> the bytes of what may be reports: folders walked in order, all that is no report recorded with a reason.

What a file is, is told by its content; its ending only says what need not be opened (images, styles, scripts).
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from crossread.records import Skipped
from crossread.settings import IntakeSettings

OTHER = {
    "an image": "png jpg jpeg gif svg webp ico bmp tif tiff heic avif",
    "a style sheet or script": "css js mjs map woff woff2 ttf eot otf",
    "a sound or film": "mp3 mp4 m4a m4v wav ogg webm mov avi mkv",
    "a file of notes or settings": "md rst yml yaml toml ini cfg lock log",
    "a program or library": "py pyc so dll exe bin o a class jar sh",
    "a database or table": "db sqlite sqlite3 parquet csv tsv xls xlsx",
}
"""Endings of files that lie beside reports in saved folders and are not read when a folder is walked."""
_OTHER = {ending: what for what, endings in OTHER.items() for ending in endings.split()}
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.I)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|h[1-6]|li|ul|article|section|meta|link|script|img|table|td|strong|em)\b[^<>]{0,2000}>", re.I
)
_OBJECT = re.compile(r'\s*(?:\[\s*)?\{\s*"[^"\n]{1,80}"\s*:')
"""How JSON with named fields begins; no news does."""
PIPED = "standard input"
"""The source of a report that came in through a pipe."""
FEW_TAGS = 6
"""Tags in the first 20,000 characters from which on a text counts as a page: a text that speaks of tags has fewer."""


class Given(msgspec.Struct, frozen=True):
    """A file's bytes and the name under which it was given."""

    source: str
    raw: bytes


def walk(paths: Iterable[str], settings: IntakeSettings) -> Iterator[Given | Skipped]:
    """Every file of `paths` in a fixed order; folders are gone through by name; `-` is what comes in on standard input.
    Unreadable ones come as Skipped."""
    for path in paths:
        if path == "-":
            yield _piped(settings)
        elif os.path.isdir(path):
            yield from _folder(path, settings)
        else:
            yield _file(path, settings)


def _folder(path: str, settings: IntakeSettings) -> Iterator[Given | Skipped]:
    found = False
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            found = True
            source = os.path.join(folder, name)
            ending = name.rpartition(".")[2].lower()
            if name.startswith("."):
                yield Skipped(source, "a hidden file")
            elif ending in _OTHER:
                yield Skipped(
                    source, f"not a report but {_OTHER[ending]} (by its ending .{ending}): give its path if it is one"
                )
            else:
                yield _file(source, settings)
    if not found:
        yield Skipped(path, "an empty folder")


def _piped(settings: IntakeSettings) -> Given | Skipped:
    raw = sys.stdin.buffer.read(settings.largest_file + 1)
    if len(raw) > settings.largest_file:
        return Skipped(
            PIPED, f"more than the {settings.largest_file:,} bytes allowed: cut it, or raise intake.largest_file"
        )
    return Given(PIPED, raw) if raw else Skipped(PIPED, "nothing came in")


def _file(source: str, settings: IntakeSettings) -> Given | Skipped:
    try:
        path = Path(source)
        if not path.exists() and "://" in source:
            return Skipped(source, "an address: nothing is fetched, so save the page and give its file")
        if not path.exists():
            return Skipped(source, "no such file or folder: check the path")
        if not path.is_file():
            return Skipped(source, "neither a file nor a folder")
        size = path.stat().st_size
        if size > settings.largest_file:
            return Skipped(
                source,
                f"{size:,} bytes, more than the {settings.largest_file:,} allowed: cut it, or raise "
                "intake.largest_file",
            )
        if size == 0:
            return Skipped(source, "the file is empty")
        return Given(source, path.read_bytes())
    except (OSError, ValueError) as error:
        return Skipped(source, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def kind(text: str) -> str:
    """What a decoded file is: "page" (HTML), "feed", "data" (JSON) or "text"."""
    head = text[:20_000].lstrip()
    lowered = head[:600].lower()
    if lowered.startswith(("<?xml", "<rss", "<feed")) and re.search(
        r"<(?:rss|feed|rdf:rdf|urlset|sitemapindex)\b", lowered
    ):
        return "feed"
    if _PAGE.search(head[:3000]) or len(_TAG.findall(head)) >= FEW_TAGS:
        return "page"
    if head[:1] in "{[" and _is_data(text):
        return "data"
    return "text"


def _is_data(text: str) -> bool:
    """JSON, whole, broken off or in lines; a text that only begins with a bracket is none."""
    if _OBJECT.match(text):
        return True
    try:
        return isinstance(msgspec.json.decode(text), (dict, list))
    except RecursionError:
        return True  # brackets in brackets, deeper than anybody writes in a text
    except (msgspec.DecodeError, UnicodeError):
        return False


def data_reason(text: str) -> str:
    """Why a JSON file is no report."""
    head = text[:4000]
    if '"dossier"' in head and '"reports"' in text:
        return "a dossier, not a report: open it with `crossread show`"
    return "JSON data, not a report: give each report's text or page as a file of its own"
