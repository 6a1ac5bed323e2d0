"""The table of synonyms.yml: a word form and what can stand for it, in the same form."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from training.lemmas import IRREGULAR


@lru_cache(maxsize=1)
def irregular() -> dict[str, tuple[str, str, str]]:
    """Every form of an irregular verb -> its base, past and participle."""
    found: dict[str, tuple[str, str, str]] = {}
    for line in IRREGULAR.split("|"):
        forms = line.split()
        if len(forms) == 3:
            for form in forms:
                found.setdefault(form, (forms[0], forms[1], forms[2]))
    return found


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, tuple[str, ...]]]:
    """A word form -> the kind of form (base, plural, past, ...) -> what can stand for it."""
    raw: Any = yaml.safe_load(Path(__file__).with_name("synonyms.yml").read_text(encoding="utf-8"))
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    inflections = {"nouns": _noun_forms, "verbs": _verb_forms, "others": _one_form}
    for sort, forms_of in inflections.items():
        for line in raw[sort]:
            group = [forms_of(word.replace("_", " ")) for word in line.split()]
            for index, forms in enumerate(group):
                for kind, form in forms.items():
                    others = tuple(o[kind] for at, o in enumerate(group) if at != index)
                    table.setdefault(form, {}).setdefault(kind, others)
    return table


def _one_form(word: str) -> dict[str, str]:
    return {"other": word}


def _noun_forms(word: str) -> dict[str, str]:
    if word.endswith("man"):
        return {"noun": word, "nouns": word[:-3] + "men"}
    return {"noun": word, "nouns": word if word.endswith("s") or word == "people" else _with_s(word)}


def _verb_forms(word: str) -> dict[str, str]:
    verb, _, rest = word.partition(" ")
    rest = rest and " " + rest
    past, participle = irregular().get(verb, ("", "", ""))[1:] if verb in irregular() else ("", "")
    if not past:
        past = participle = _ending(verb, "ed")
    forms = {"base": verb, "plural": _with_s(verb), "past": past, "participle": participle, "ing": _ending(verb, "ing")}
    return {kind: form + rest for kind, form in forms.items()}


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|x|z|ch|sh)$", word) else "s")


def _ending(verb: str, ending: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + ending if ending == "ing" else verb + "d"
    if ending == "ed" and re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", verb):
        return verb + verb[-1] + ending
    return verb + ending
