"""Written forms of English words: what the knowledge files give in base form stands inflected in reports. Pure."""

from __future__ import annotations

from collections.abc import Mapping


def verb_forms(base: str, irregular: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Every written form of a verb. A form that does not exist ("telled") does no harm."""
    forms = {base, *irregular.get(base, ())}
    if base.endswith(("s", "sh", "ch", "x", "z")):
        forms.add(base + "es")
    elif base.endswith("y") and base[-2:-1] not in "aeiou":
        forms |= {base[:-1] + "ies", base[:-1] + "ied"}
    else:
        forms.add(base + "s")
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    if not base.endswith("y") or base[-2:-1] in "aeiou":
        forms.add(stem + "ed")
    if len(base) > 2 and base[-1] in "bdgmnprt" and base[-2] in "aeiou" and base[-3] not in "aeiou":
        forms |= {base + base[-1] + "ed", base + base[-1] + "ing"}
    forms.add(stem + "ing")
    return forms


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "sh", "ch", "x")):
        return noun + "es"
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun + "s"
