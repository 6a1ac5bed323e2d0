"""Bytes -> text: byte order marks, declared and guessed encodings, text that was once decoded wrongly.

1. A byte order mark decides; UTF-16 without one shows in its zero bytes.
2. UTF-8 that decodes is UTF-8; else what the page declares; else the Windows code page where nearly all is ASCII
   (its typographic quotes are the commonest foreign bytes in saved news); else a guess by the bytes' frequencies.
3. Text that was decoded wrongly before it was saved ("donâ€™t") is put right line by line, where it is plainly broken.
"""

from __future__ import annotations

import codecs
import re

import msgspec

SAMPLE = 65_536
"""Bytes looked at to guess what a file is: enough for every page head measured, and quick for a file of any size."""
MOSTLY_ASCII = 0.9
"""Share of ASCII from which on a Western text is assumed: English with typographic quotes has over 0.97, Russian
under 0.3."""
READABLE = 0.85
"""Share of letters, digits, punctuation and space in a text that was decoded rightly; news has over 0.99, random
bytes about 0.6."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF: save its text, or the page, and give that"),
    (b"PK\x03\x04", "a zip archive or office file: unpack it, or save it as text"),
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"WARC/", "a web archive: unpack it first"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "a sound, film or image"),
    (b"\x00\x00\x00\x18ftyp", "a film"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or film"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an office file: save it as text"),
    (b"Rar!", "an archive: unpack it first"),
    (b"7z\xbc\xaf", "an archive: unpack it first"),
    (b"BZh", "an archive: unpack it first"),
    (b"\xfd7zXZ", "an archive: unpack it first"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w-]+)", re.I
)
_UNKNOWN = "not text but binary data, or text in an encoding that cannot be told: save it as UTF-8"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\u200b\u2060\ufffe\uffff]")
_BROKEN = re.compile(r"[ÃÂâÐÑØÙåæç€™œ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]")


class Decoded(msgspec.Struct, frozen=True):
    """Text, the encoding that gave it, and how many control characters were taken out."""

    text: str
    encoding: str
    controls: int = 0


class UndecodableError(ValueError):
    """The bytes are no text; the message says what they are and what to do."""


def decode(raw: bytes) -> Decoded:
    """The text of `raw`; raises UndecodableError if it is none."""
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise UndecodableError(f"not text but {what}")
    text, encoding = _decode(raw)
    if encoding != "utf-8" or "\x00" in text[:SAMPLE]:
        _must_read(text[:SAMPLE])
    clean, controls = _CONTROL.subn("", text) if _CONTROL.search(text) else (text, 0)
    return Decoded(_repaired(clean), encoding, controls)


def _decode(raw: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace"), encoding
    head = raw[:SAMPLE]
    if (wide := _without_mark(head)) is not None:
        return raw.decode(wide, "replace"), wide
    if head.count(0) > len(head) // 10:
        raise UndecodableError("not text but binary data (many zero bytes): give the text or the page")
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(head)
    for encoding in [(declared[1] or declared[2]).decode()] if declared else []:
        try:
            return raw.decode(encoding), encoding
        except (LookupError, UnicodeDecodeError):
            pass
    return _guessed(raw, head)


def _guessed(raw: bytes, head: bytes) -> tuple[str, str]:
    """The likeliest decoding of bytes that are not UTF-8 throughout and do not say what they are."""
    lossy = raw.decode("utf-8", "replace")
    bad = lossy.count("\ufffd")
    foreign = sum(byte > 127 for byte in head)
    wide = sum(character > "\x7f" for character in lossy[:SAMPLE])
    if bad * 20 < max(wide, 1) or (bad <= 3 and wide > bad + 10):  # UTF-8 with some damage, or cut inside a character
        return lossy, "utf-8 with errors"
    if foreign <= len(head) * (1 - MOSTLY_ASCII):
        return raw.decode("cp1252", "replace"), "cp1252"
    from charset_normalizer import from_bytes  # loads slowly, and is needed for few files

    best = from_bytes(head).best()
    if best is None:
        raise UndecodableError(_UNKNOWN)
    return raw.decode(best.encoding, "replace"), best.encoding


def _without_mark(head: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Western text is zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(len(head) // 2, 1)
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd < half * 0.1 else None


def _must_read(sample: str) -> None:
    if not sample:
        return
    good = sum(
        character.isalnum() or character.isspace() or character in "-.,;:!?'\"()[]{}<>/=&%$#@*+_|’“”‘–—…«»"
        for character in sample
    )
    if good < len(sample) * READABLE:
        raise UndecodableError(_UNKNOWN)


def _repaired(text: str) -> str:
    """Lines that were decoded wrongly put right; every other character stays as it is."""
    if not _BROKEN.search(text):
        return text
    import ftfy  # loads slowly, and is needed for few files
    from ftfy import badness

    lines = text.split("\n")
    return "\n".join(
        ftfy.fix_encoding(line) if _BROKEN.search(line) and badness.is_bad(line) else line for line in lines
    )
