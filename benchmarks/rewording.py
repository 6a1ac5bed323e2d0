"""Rewriting reports as copyists do: synonyms, voice, order of clauses, style of numbers. Rules of our own, seeded.

Two steps. `turned` uses the marks of an annotated report: who did what to whom becomes a passive, a statement moves
before or behind its speaker. `reworded` takes any text. Neither aims at beauty: what counts is that as few
runs of words stay as a rewriter would leave.
"""

from __future__ import annotations

import re
from random import Random

from benchmarks.synonyms import irregular, table
from training.annotated import Annotated, Mark

LIGHT, STRONG = 0.6, 0.9
"""Share of the words with a synonym that a reworded copy and one in the style of a translation change."""
_NUMBERS = tuple(
    re.findall(
        r"\w+",
        """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty""",
    )
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SENTENCE = re.compile(r"(?<=[.!?][\"”’'])\s+(?=[A-Z“\"])|(?<=[a-z0-9)][.!?])\s+(?=[A-Z“\"])")
_FRONT = re.compile(r"(After|When|While|Because|Although|Before|Since|As|If) ([^,.“\"]{8,90}), ([^.“\"]{8,})\.")
_DAY_FRONT = re.compile(r"((?:On|In|At|By|During) [^,.“\"]{3,30}), ([^.“\"]{8,})\.")
_BASES = frozenset(
    (
        "to",
        "will",
        "would",
        "could",
        "may",
        "might",
        "can",
        "must",
        "should",
        "not",
        "did",
        "i",
        "you",
        "we",
        "they",
        "and",
    )
)
"""Words before which a verb has its base form."""
_SMALL = frozenset(["The", "A", "An", "Its", "His", "Her", "Their", "It", "He", "She", "They", "There", "Some", "More"])
"""Words that have a capital letter only where a sentence begins."""
_PERFECT = frozenset(("have", "has", "had", "been", "was", "were", "be", "being", "is", "are", "by"))


# --------------------------------------------------------------------------- with the marks


def turned(report: Annotated, lots: Random, share: float) -> str:
    """The body of a report with actives made passives and statements turned round, where the marks allow it."""
    changes = [c for m in report.of("deed") if (c := _passive(report, m))]
    changes += [c for m in report.of("c") if (c := _inverted(report, m))]
    text, end = report.text, len(report.text)
    for start, stop, new in sorted(changes, reverse=True):
        if stop <= end and lots.random() < share:
            text, end = text[:start] + new + text[stop:], start
    return body(text, report)


def body(text: str, report: Annotated) -> str:
    """A report's text without the title."""
    return text.split("\n\n", 1)[1] if report.title_end else text


def _passive(report: Annotated, mark: Mark) -> tuple[int, int, str] | None:
    """ "Rebels shelled two villages" -> "two villages were shelled by rebels"."""
    note = report.notes.get(f"!{mark.number}", {})
    who, whom, verb = note.get("who", ""), note.get("whom", ""), report.quote(mark)
    before, after = report.text[: mark.start], report.text[mark.end :]
    if not (who and whom and before.endswith(who + " ") and after.startswith(" " + whom)):
        return None
    participle = irregular().get(verb, ("", "", verb if verb.endswith("ed") else ""))[2]
    if not participle:
        return None
    start = mark.start - 1 - len(who)
    plural = re.search(r"\band\b|[^s]s$|people|men$|children", whom) or whom.split()[0].lower() in _NUMBERS
    first = start < 2 or report.text[start - 2 : start] in (". ", "\n\n", "” ", '" ')
    new = f"{whom} {'were' if plural else 'was'} {participle} by {_small(who)}"
    return start, mark.end + 1 + len(whom), new[0].upper() + new[1:] if first else new


def _inverted(report: Annotated, cue: Mark) -> tuple[int, int, str] | None:
    """ "The road is open, the mayor said on Monday." -> "The mayor said on Monday that the road is open."; and back."""
    contents = [m for m in report.of("q") if m.number == cue.number]
    speakers = [m for m in report.of("s") if m.number == cue.number]
    if len(contents) != 1 or len(speakers) != 1 or "\n" in report.text[contents[0].start : cue.end]:
        return None
    content, speaker = contents[0], speakers[0]
    said = report.quote(content).rstrip(",")
    who, verb = report.quote(speaker), report.quote(cue)
    if content.end <= speaker.start <= content.end + 2 and speaker.end + 1 == cue.start:
        tail = re.match(r"[^.,\n“\"]{0,40}\.", report.text[cue.end :])
        if tail is None:
            return None
        quoted = said[0] in "\"“'"
        link = ": " if quoted else " that "
        new = f"{who[0].upper()}{who[1:]} {verb}{tail[0][:-1]}{link}{said if quoted else _small(said)}."
        return content.start, cue.end + tail.end(), new
    between = report.text[cue.end : content.start]
    if (
        speaker.end + 1 == cue.start
        and between in (" that ", " ")
        and report.text[content.end : content.end + 1] == "."
    ):
        return speaker.start, content.end + 1, f"{said[0].upper()}{said[1:]}, {_small(who)} {verb}."
    return None


def _small(text: str) -> str:
    """With a small letter in front, unless the first word looks like a name."""
    first = text.split()[0] if text.split() else ""
    common = first in _SMALL
    return text[0].lower() + text[1:] if common or first.lower() in table() else text


# --------------------------------------------------------------------------- any text


def reworded(text: str, lots: Random, share: float = LIGHT) -> str:
    """The paragraphs of a text in other words; with `STRONG` in the style of a translation there and back."""
    return "\n\n".join(_paragraph(paragraph, lots, share) for paragraph in text.split("\n\n"))


def _paragraph(text: str, lots: Random, share: float) -> str:
    sentences = [_clauses(s, lots, share) for s in _SENTENCE.split(text)]
    if share >= STRONG:
        sentences = _recut(sentences, lots)
        sentences = [_phrasing(s, lots) for s in sentences]
    return " ".join(_synonyms(_numbers(s, lots, share), lots, share) for s in sentences)


def _clauses(sentence: str, lots: Random, share: float) -> str:
    """ "After the vote, they left." -> "They left after the vote.\""""
    if lots.random() > share:
        return sentence
    if match := _FRONT.fullmatch(sentence):
        main = match[3][0].upper() + match[3][1:]
        return f"{main} {match[1].lower()} {match[2]}."
    if match := _DAY_FRONT.fullmatch(sentence):
        return f"{match[2][0].upper()}{match[2][1:]} {match[1][0].lower()}{match[1][1:]}."
    return sentence


def _recut(sentences: list[str], lots: Random) -> list[str]:
    """Long sentences split at "and" or "but", neighbours swapped now and then."""
    cut: list[str] = []
    for sentence in sentences:
        match = re.fullmatch(r"([^“\"]{40,}), (?:and|but) ([^“\"]{30,})", sentence)
        if match and lots.random() < 0.6:
            cut += [match[1] + ".", match[2][0].upper() + match[2][1:]]
        else:
            cut.append(sentence)
    for index in range(1, len(cut) - 1):
        if lots.random() < 0.3:
            cut[index], cut[index + 1] = cut[index + 1], cut[index]
    return cut


def _phrasing(sentence: str, lots: Random) -> str:
    """Possessives turned round, small words changed, adverbs dropped: what a translation there and back does."""
    changes: tuple[tuple[str, str], ...] = (
        (r"\b([A-Z]\w+)['’]s (\w{4,})\b", r"the \2 of \1"),
        (r"\bthe (\w{4,}) of ([A-Z]\w+)\b(?! [A-Z])", r"\2's \1"),
        (r"\b(?:has|have) (\w{3,}ed)\b", r"\1"),
        (r" who (?:was|were) (\w+ed)\b", r" \1"),
        (r"\b(\w{4,})ly\b ", ""),
        (r"\bwas (\w+ed) by\b", r"has been \1 by"),
        (r"\bthat (?=the|a|it|he|she|they)\b", ""),
        (r"\bin front of\b", "before"), (r"\baccording to\b", "as stated by"), (r"\bwhich\b", "that"),
        (r"\btheir own\b", "their"), (r"\bdid not\b", "didn't"), (r"\bwould not\b", "wouldn't"),
        (r"\bin the\b", "within the"), (r"\bfrom the\b", "out of the"), (r"\bwith a\b", "having a"),
        (r"\bhad been\b", "was"), (r"\bis to\b", "will"), (r"\bon (?=[MTWFS]\w+day)", "this "),
    )  # fmt: skip
    for pattern, new in changes:
        if lots.random() < 0.7:
            sentence = re.sub(pattern, new, sentence)
    return sentence[:1].upper() + sentence[1:]


def _numbers(sentence: str, lots: Random, share: float) -> str:
    """Numbers written the other way: "two" and "2", "per cent" and "%", "5 May" and "May 5"."""
    if lots.random() > share:
        return sentence
    sentence = re.sub(r"(\d) ?(?:percent|per cent)\b", r"\1%", sentence)
    sentence = re.sub(rf"\b(\d\d?) ({_MONTHS})\b", r"\2 @\1", sentence)
    sentence = re.sub(rf"\b({_MONTHS}) (\d\d?)\b(?!,? \d{{4}}|:)", r"\2 \1", sentence).replace("@", "")
    sentence = re.sub(r"\b(\d{1,3}),000\b", r"\1 thousand", sentence)
    words = {word: str(n) for n, word in enumerate(_NUMBERS, 2)}
    digits = {digit: word for word, digit in words.items()}

    def swap(match: re.Match[str]) -> str:
        return words.get(match[0]) or digits.get(match[0]) or match[0]

    return re.sub(rf"(?<![\d.,$€£:-])\b(?:[a-z]+|\d{{1,2}})\b(?![\d%:.,]\d|%| (?:{_MONTHS}))", swap, sentence)


def _synonyms(sentence: str, lots: Random, share: float) -> str:
    """Words for which the table has others are put for some of them; words with capital letters stay."""
    out: list[str] = []
    last = ""
    known_words = table()
    quoted = False
    for piece in re.findall(r"[A-Za-z][\w'’-]*|[“”\"]|[^A-Za-z“”\"]+", sentence):
        low = piece.lower()
        quoted = not quoted if piece == '"' else piece == "“" or (quoted and piece != "”")
        known = (
            None if quoted and share < STRONG else known_words.get(low)
        )  # who copies keeps quotations; a translation does not
        capital = piece[0].isupper() and any(p.strip() for p in out)
        if known and not capital and lots.random() < share:
            new = _chosen(known, last, lots)
            piece = new[0].upper() + new[1:] if piece[0].isupper() else new
        if low.strip():
            last = low if low[0].isalpha() else last
        out.append(piece)
    return "".join(out)


def _chosen(known: dict[str, tuple[str, ...]], last: str, lots: Random) -> str:
    """A synonym in the form that the word before it asks for."""
    order: tuple[str, ...] = ("base", "plural", "past", "participle", "other")
    if last not in _BASES:
        order = ("plural", "base", "past", "participle", "other")
    if last in _PERFECT:
        order = ("participle", "past", *order)
    kind = next((k for k in ("noun", *order) if k in known and (k != "noun" or last not in _BASES)), None) or next(
        iter(known)
    )
    return lots.choice(known[kind])
