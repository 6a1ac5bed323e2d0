"""Mails saved as files -> what they say of themselves and the text that they carry."""

from __future__ import annotations

import re
from email import message_from_string
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from typing import NamedTuple

from crossread.intake import clues as dating
from crossread.records import DateClue

_FIELD = re.compile(r"^(?P<name>[A-Z][A-Za-z-]*): ?.*(?:\n[ \t].*)*$", re.M)
_OWN = frozenset(("from", "to", "subject", "date", "received", "message-id", "mime-version", "reply-to", "cc"))
LEAST = 3
"""Fields that only mails have, from which on a text is one: a saved report may open with "Date:" and "From:"."""

CODED = ("base64", "quoted-printable")
"""Codings of a part that write its text in other characters."""


class Mail(NamedTuple):
    """What a mail gives: its subject as the title, who sent it, when, and its text or page."""

    title: str | None
    byline: str | None
    clues: tuple[DateClue, ...]
    text: str
    page: bool


def read(text: str) -> Mail | None:
    """The mail that a file holds; None for what is none, or carries no text."""
    head, blank, _ = text.lstrip().replace("\r\n", "\n").partition("\n\n")
    names = {match["name"].lower() for match in _FIELD.finditer(head)}
    if not blank or len(names & _OWN) < LEAST or "subject" not in names:
        return None
    message = message_from_string(text.lstrip(), _class=EmailMessage, policy=default)
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return None
    body = _body(part)
    if body is None:
        return None
    title = str(message["subject"] or "").strip() or None
    sender = parseaddr(str(message["from"] or ""))[0] or None
    return Mail(title, sender, _sent(str(message["date"] or "")), body, part.get_content_subtype() == "html")


def _body(part: MIMEPart) -> str | None:
    """The text of a part; None if its coding is unknown. What is written plainly is decoded already: to decode it once
    more would garble all that is not ASCII."""
    if str(part["content-transfer-encoding"] or "").strip().lower() not in CODED:
        return str(part.get_payload())
    try:
        return str(part.get_content())
    except (KeyError, LookupError, ValueError):
        return None


def _sent(date: str) -> tuple[DateClue, ...]:
    try:
        day = parsedate_to_datetime(date).date()
    except (TypeError, ValueError):
        return tuple(dating.of_line(date))  # "4 March 2031", as in memos
    return (dating.clue("published", day, "metadata", date, "the day on which the mail was sent"),)
