"""`python -m training.lemmas DATA FILE`: EWT's and GUM's forms and lemmas -> `knowledge/en/lemmas.yml`."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from crossread.reading.encoder.lemmas import LONGEST_ENDING, by_rule, stem_of
from training.sets import trees

WORDS = ("NOUN", "VERB", "AUX", "ADJ", "ADV", "PRON", "DET", "PART", "ADP", "CCONJ", "SCONJ", "INTJ")
HEADING = """\
# Base forms (crossread/reading/encoder/lemmas.py). Made by `python -m training.lemmas` from the forms and lemmas of
# UD English-EWT (CC BY-SA 4.0) and GUM (CC BY), and from a list of irregular verbs of our own.
# exceptions: what the rules would get wrong. endings: what to do with a verb's stem before "ed" or "ing".
"""
IRREGULAR = (
    "arise arose arisen|beat beat beaten|become became become|begin began begun|bend bent bent|bind bound bound|"
    "bite bit bitten|bleed bled bled|blow blew blown|break broke broken|bring brought brought|build built built|"
    "buy bought bought|catch caught caught|choose chose chosen|cling clung clung|come came come|"
    "creep crept crept|deal dealt dealt|dig dug dug|draw drew drawn|drink drank drunk|drive drove driven|"
    "eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|"
    "flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten|"
    "forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|"
    "hang hung hung|have had had|hear heard heard|hide hid hidden|hold held held|keep kept kept|know knew known|"
    "lay laid laid|lead led led|leave left left|lend lent lent|light lit lit|lose lost lost|make made made|"
    "mean meant meant|meet met met|mistake mistook mistaken|overcome overcame overcome|"
    "overthrow overthrew overthrown|pay paid paid|prove proved proven|ride rode ridden|ring rang rung|"
    "rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|"
    "shake shook shaken|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|sing sang sung|"
    "sink sank sunk|sit sat sat|slay slew slain|sleep slept slept|slide slid slid|speak spoke spoken|"
    "spend spent spent|spin spun spun|stand stood stood|steal stole stolen|stick stuck stuck|"
    "strike struck stricken|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|"
    "swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|"
    "throw threw thrown|undergo underwent undergone|understand understood understood|"
    "undertake undertook undertaken|uphold upheld upheld|wake woke woken|wear wore worn|win won won|"
    "withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written|"
    "die died dying|lie lay lying|tie tied tying|vie vied vying|free freed freeing|agree agreed agreeing|"
    "flee fled fleeing|guarantee guaranteed guaranteeing|see saw seeing|oversee oversaw overseen|"
    "foresee foresaw foreseen"
)


def main() -> None:
    """Count, sort out what the rules get right, write."""
    parser = argparse.ArgumentParser(prog="python -m training.lemmas", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    counts = _counts(options.data)
    endings = _endings(counts)
    found = _exceptions(counts, endings)
    for line in IRREGULAR.split("|"):
        verb, *forms = line.split()
        found["VERB"].update({form: verb for form in forms if by_rule(form, "VERB", endings) != verb})
    lines = ["exceptions:"]
    for pos in sorted(found):
        pairs = ", ".join(f"{_quoted(form)}: {_quoted(base)}" for form, base in sorted(found[pos].items()))
        lines += [f"  {pos}: {{{pairs}}}"]
    lines.append(
        "endings: {" + ", ".join(f"{_quoted(end)}: {_quoted(way)}" for end, way in sorted(endings.items())) + "}"
    )
    options.file.write_text(HEADING + "\n".join(_wrapped(line) for line in lines) + "\n", encoding="utf-8")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _wrapped(line: str) -> str:
    """Long flow mappings over several lines, so that a change shows as a small difference."""
    rows = [""]
    for part in line.split(", "):
        if len(rows[-1]) + len(part) > 118:
            rows.append("    ")
        rows[-1] += part + ", "
    return "\n".join(row.rstrip() for row in rows).rstrip(",")


def _counts(data: Path) -> dict[tuple[str, str], Counter[str]]:
    """(part of speech, form) -> how often each lemma stands."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in [data / "ewt_train.conllu", *sorted((data / "gum/dep").glob("*.conllu"))]:
        if path.is_file():
            for tree in trees.read(path):
                for word, base, pos in zip(tree.words, tree.lemmas, tree.upos, strict=True):
                    if (
                        pos in WORDS
                        and base != "_"
                        and all(letter.isalpha() or letter in "'’.-" for letter in word + base)
                    ):
                        counts[pos, word.lower().replace("’", "'")][_base(base, pos)] += 1
    return counts


def _base(base: str, pos: str) -> str:
    return base if (base, pos) == ("I", "PRON") else base.lower()


def _verbs(counts: dict[tuple[str, str], Counter[str]]) -> Iterator[tuple[str, str, int]]:
    """(stem, way, weight) of every verb form in "ed" or "ing" that is regular."""
    for (pos, form), bases in counts.items():
        stem = stem_of(form) if pos == "VERB" else None
        base = bases.most_common(1)[0][0]
        if stem is not None:
            ways = {stem: "keep", stem + "e": "e", stem[:-1]: "undouble"}
            if base in ways and (ways[base] != "undouble" or stem[-1] == stem[-2]):
                yield stem, ways[base], min(3, bases[base])


def _endings(counts: dict[tuple[str, str], Counter[str]]) -> dict[str, str]:
    """Endings whose most frequent way differs from that of the next shorter ending, shortest first."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for stem, way, weight in _verbs(counts):
        for length in range(1, min(LONGEST_ENDING, len(stem)) + 1):
            votes[stem[-length:]][way] += weight
    endings: dict[str, str] = {}
    for ending in sorted(votes, key=lambda end: (len(end), end)):
        way = votes[ending].most_common(1)[0][0]
        shorter = next((endings[ending[cut:]] for cut in range(1, len(ending)) if ending[cut:] in endings), "keep")
        if way != shorter and (len(ending) < 3 or votes[ending].total() > 1):
            endings[ending] = way
    return endings


def _exceptions(counts: dict[tuple[str, str], Counter[str]], endings: dict[str, str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for (pos, form), bases in counts.items():
        base, often = bases.most_common(1)[0]
        grown = pos in ("NOUN", "VERB") or (pos == "ADJ" and form.endswith(("er", "est")))
        sure = often > 1 or (grown and form.startswith(base[:-1]))  # what stands once and looks unlike is a misspelling
        if by_rule(form, pos, endings) != base and sure and " " not in base:
            found[pos][form] = base
    return found


if __name__ == "__main__":
    main()
