"""What a number counts: the noun, what happened to it, and the deed that says so, read off the tree.

The parse is often wrong in long sentences, so every question is asked of the tree first and of the neighbouring words
after that. Words are named by their index in the sentence.
"""

from __future__ import annotations

from functools import lru_cache

from crossread.reading.numerals import Numeral, numbers
from crossread.records import Record
from crossread.spelling import key
from crossread.trees import Tree

NOUNS = frozenset(["NOUN", "PROPN"])
CLOSE = frozenset(["nummod", "det", "amod", "advmod", "compound", "nmod", "nmod:poss", "dep", "nmod:unmarked"])


class Counted(Record):
    """What one number counts."""

    noun: int | None  # the word that is counted; None where it is left out ("killed three")
    counts: str
    outcome: str | None
    deed: int | None  # the verb or noun that says what happened to it
    modifiers: tuple[str, ...] = ()
    part: bool = False  # a share of another count ("including 43 who ...")
    loose: bool = False  # a number noun that does not say what it is the number of ("the 2,975 number")


@lru_cache(maxsize=None)
def _turned(table: str) -> dict[str, str]:
    """A group of the knowledge file turned around: word -> the class under which it stands."""
    groups: dict[str, tuple[str, ...]] = getattr(numbers(), table)
    return {word: name for name, words in groups.items() for word in words}


@lru_cache(maxsize=None)
def _set(table: str) -> frozenset[str]:
    words: tuple[str, ...] = getattr(numbers(), table)
    return frozenset(words)


def lemma(tree: Tree, i: int) -> str:
    """The lemma in lower case; plurals that the tagger took for names lose their s."""
    token = tree.tokens[i]
    word = token.lemma.lower()
    return word[:-1] if token.pos == "PROPN" and word.endswith("s") and len(word) > 4 else word


def words_of(tree: Tree, start: int, end: int) -> tuple[int, int] | None:
    """First and last word of the characters `start` to `end` of the report."""
    found = tree.words(start, end)
    return (found[0], found[-1]) if found else None


# --------------------------------------------------------------------------- the noun


def noun_of(tree: Tree, first: int, last: int) -> int | None:
    """The noun that a number stands to: "16 Iraqis", "dozens of US troops", "no reported casualties"."""
    i = tree.head(first, last)
    token = tree.tokens[i]
    of = [c for c in tree.of(i, "nmod") if c > last and _case(tree, c) == "of" and tree.tokens[c].pos in NOUNS]
    if of:
        return of[0]
    if (
        token.rel in CLOSE
        and token.head > last
        and tree.tokens[token.head].pos in NOUNS | {"ADJ"}
        and not _case(tree, i)
    ):
        between = range(last + 1, token.head)
        if all(
            tree.tokens[k].rel == "amod"
            or tree.tokens[k].pos not in ("VERB", "PUNCT")
            or tree.tokens[k].text in "-\"'“”‘’"
            for k in between
        ):
            return token.head
    return _next_noun(tree, last)


def _case(tree: Tree, i: int) -> str:
    """The preposition of a phrase, "" without."""
    marks = tree.of(i, "case")
    return tree.tokens[marks[0]].text.lower() if marks else ""


def _next_noun(tree: Tree, last: int) -> int | None:
    """The noun that follows the number at once, past adjectives and "of the"."""
    k, found, size = last + 1, None, len(tree.tokens)
    if k < size and tree.tokens[k].text.lower() == "of":
        k += 1
    while k < size and k <= last + 6:
        token = tree.tokens[k]
        if token.pos in NOUNS:
            found = k
        elif token.text.lower() in ("a", "an", "per", "each"):
            break
        elif (
            found is not None
            or (token.pos not in ("ADJ", "DET", "PUNCT", "ADV") and token.rel != "amod")
            or token.text in ",;:.()–—"
        ):
            break
        k += 1
    return found


def governor(tree: Tree, i: int) -> tuple[int, str] | None:
    """The word above a noun and its relation, looked up past coordination and "a total of"."""
    for _ in range(4):
        token = tree.tokens[i]
        if token.head < 0:
            return None
        if token.rel in ("conj", "appos", "list") and i + 1 < len(tree.tokens) and tree.tokens[i + 1].pos == "AUX":
            return None  # a clause of its own: "dozens were killed and hundreds were hurt"
        if token.rel in ("conj", "appos", "list") or (
            token.rel == "nmod" and lemma(tree, token.head) in ("total", "number", "group", "crowd")
        ):
            i = token.head
            continue
        return token.head, token.rel
    return None


# --------------------------------------------------------------------------- the outcome


def outcome_of(tree: Tree, i: int, elliptic: bool) -> tuple[str, int] | None:
    """What happened to those whom word `i` counts (killed, injured, ...), and the word that says so."""
    if (own := _by_noun(tree, i, elliptic)) is not None:
        return own
    if (before := _by_verb_before(tree, i)) is not None:
        return before
    for child in tree.children[i]:
        if tree.tokens[child].rel.split(":")[0] in ("acl", "amod", "xcomp", "dep") and (
            found := _by_clause(tree, child)
        ):
            return found, child
    if tree.tokens[i].pos in ("ADJ", "VERB") and (word := _turned("outcome_words").get(tree.tokens[i].text.lower())):
        return word, i
    above = governor(tree, i)
    if above is None:
        return _by_order(tree, i)
    head, rel = above
    if (found := _by_head(tree, head, rel, i)) is not None:
        return found
    if (
        rel.startswith("nmod")
        and head < i
        and (word := _turned("outcome_nouns").get(lemma(tree, head)))
        and _case(tree, i) in ("of", "for")
    ):
        return word, head
    return _by_order(tree, i)


def _by_verb_before(tree: Tree, i: int) -> tuple[str, int] | None:
    """The verb that stands right before the number: "killing at least three people", "killed three and wounded dozens"."""
    k = i - 1
    while k >= 0 and i - k <= 7 and (
        tree.tokens[k].pos in ("NUM", "ADJ", "DET", "ADP", "PROPN", "SYM") or tree.tokens[k].rel in ("compound", "amod", "nummod", "advmod")
        or tree.tokens[k].text.lower() in ("least", "many", "more", "than", "dozens", "scores", "hundreds", "thousands")
    ):  # fmt: skip
        if tree.tokens[k].pos == "ADP" and tree.tokens[k].text.lower() not in (
            "of",
            "at",
            "over",
            "up",
            "to",
            "about",
            "around",
            "under",
            "as",
            "than",
            "between",
        ):
            return None
        k -= 1
    if k < 0 or tree.tokens[k].pos not in ("VERB", "ADJ", "NOUN"):
        return None
    outcome = verb_outcome(tree, k)
    text = tree.tokens[k].text.lower()
    if outcome is None or not text.endswith(("ing", "ed", "s", "t", "in")) and tree.tokens[k].pos != "VERB":
        return None
    if any(tree.tokens[c].rel in ("aux:pass", "nsubj:pass") for c in tree.children[k]) or (
        k and tree.tokens[k - 1].pos == "AUX" and tree.tokens[k - 1].lemma.lower() == "be" and not text.endswith("ing")
    ):
        return None
    return outcome, k


def verb_outcome(tree: Tree, k: int) -> str | None:
    """What a verb does to those that it takes; forms that the tagger mistook are tried without their endings."""
    text = tree.tokens[k].text.lower()
    table = _turned("outcome_verbs")
    stems = [lemma(tree, k), text]
    for ending in ("ing", "ed"):
        if text.endswith(ending):
            stems += [text.removesuffix(ending), text.removesuffix(ending) + "e"]
    return next((table[stem] for stem in stems if stem in table), None)


def _by_noun(tree: Tree, i: int, elliptic: bool) -> tuple[str, int] | None:
    """The noun is the outcome itself: "deaths", "fatalities", "lives lost"."""
    if elliptic:
        return None
    word = lemma(tree, i)
    if word in ("life", "body"):
        if word == "body" or (above := governor(tree, i)) is None:
            return ("killed", i) if word == "body" else None
        return ("killed", above[0]) if lemma(tree, above[0]) in ("lose", "claim", "take", "cost") or any(
            lemma(tree, c) == "lose" for c in tree.children[i]) else None  # fmt: skip
    outcome = _turned("outcome_nouns").get(word) or _turned("outcome_nouns").get(tree.tokens[i].text.lower())
    return (outcome, i) if outcome else None


def _by_clause(tree: Tree, child: int) -> str | None:
    """The outcome in a clause or adjective of the noun: "people who died", "64 counted as dead", "three killed"."""
    token = tree.tokens[child]
    word = _turned("outcome_words").get(token.text.lower())
    if word:
        return word
    if token.pos != "VERB":
        return None
    if (deadly := _deadly(tree, child)) is not None:
        return deadly
    verb = lemma(tree, child)
    if verb in _set("reporting_outcome"):
        for below in tree.subtree(child):
            said = lemma(tree, below)
            if tree.tokens[below].pos == "VERB" and said in _turned("patient_verbs") and _patient(tree, below, said):
                return _turned("patient_verbs")[said]
            if word := _turned("outcome_words").get(tree.tokens[below].text.lower()):
                return word
    passive = token.rel == "acl" or any(tree.tokens[c].rel in ("aux:pass", "nsubj:pass") for c in tree.children[child])
    if (
        verb in _turned("patient_verbs")
        and not (passive and token.text.lower().endswith("ed"))
        and not token.text.lower().endswith("ing")
    ):
        return _turned("patient_verbs")[verb] if _patient(tree, child, verb) else None
    if passive and not token.text.lower().endswith("ing") and not tree.of(child, "obj"):
        return _turned("outcome_verbs").get(verb)
    return None


def _patient(tree: Tree, verb: int, word: str) -> bool:
    """Whether the subject suffers: "lose" only with lives; "leave" and "move" only with a place left."""
    objects = [lemma(tree, c) for c in tree.of(verb, "obj")]
    if word == "lose":
        return "life" in objects
    return word not in ("leave", "move") or any(
        o in ("home", "house", "country", "island", "city", "town") for o in objects
    )


def _deadly(tree: Tree, verb: int) -> str | None:
    """ "killed" for "shot dead", "stabbed to death", "fatally shot"; "found dead"."""
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if token.text.lower() in _set("deadly") and token.rel.split(":")[0] in (
            "xcomp",
            "obl",
            "advmod",
            "amod",
            "dep",
            "obj",
            "compound",
        ):
            return "killed"
        if token.rel.split(":")[0] == "xcomp" and (word := _turned("outcome_words").get(token.text.lower())):
            return word
    return None


def _by_head(tree: Tree, head: int, rel: str, i: int) -> tuple[str, int] | None:
    """The outcome in the verb or predicate above: subject of a passive, object, subject of "die"."""
    verb, kind = lemma(tree, head), rel.split(":")[0]
    if kind not in ("nsubj", "obj", "obl", "dep", "csubj"):
        return None
    passive = rel == "nsubj:pass" or (kind == "nsubj" and bool(tree.of(head, "aux:pass")))
    if (
        kind in ("nsubj", "obj")
        and (deadly := _deadly(tree, head)) is not None
        and (passive or kind == "obj" or verb in ("be", "lie"))
    ):
        return deadly, head
    if kind == "obj" or passive:
        phrase = _particle(tree, head, verb)
        outcome = _turned("outcome_verbs").get(phrase) or verb_outcome(tree, head)
        if outcome == "killed" and verb == "claim" and lemma(tree, i) != "life":
            outcome = None
        return (outcome, head) if outcome else None
    if kind == "nsubj":
        word = _turned("outcome_words").get(tree.tokens[head].text.lower())
        if word:
            return word, head
        if verb in _turned("patient_verbs") and _patient(tree, head, verb):
            return _turned("patient_verbs")[verb], head
    return None


def _particle(tree: Tree, head: int, verb: str) -> str:
    particles = tree.of(head, "compound:prt")
    return f"{verb} {tree.tokens[particles[0]].text.lower()}" if particles else verb


def _by_order(tree: Tree, i: int) -> tuple[str, int] | None:
    """Headlines and broken parses: "three dead", "16 Iraqis were killed", "killing three people", by the order of words alone."""
    tokens = tree.tokens
    k = i + 1
    while (
        k < len(tokens)
        and k <= i + 4
        and (
            tokens[k].pos == "AUX"
            or tokens[k].pos == "ADV"
            or tokens[k].text.lower()
            in ("have", "been", "were", "are", "feared", "reported", "reportedly", "confirmed")
        )
    ):
        k += 1
    if k < len(tokens) and (word := _turned("outcome_words").get(tokens[k].text.lower())):
        return word, k
    if k < len(tokens) and tokens[k].pos in ("VERB", "ADJ") and tokens[k].text.lower().endswith(("ed", "en", "n", "t")):
        if (outcome := verb_outcome(tree, k)) is not None and not tree.of(k, "obj"):
            return outcome, k
    if (
        k < len(tokens)
        and lemma(tree, k) in _turned("patient_verbs")
        and tokens[k].pos == "VERB"
        and _patient(tree, k, lemma(tree, k))
    ):
        return _turned("patient_verbs")[lemma(tree, k)], k
    return None


# --------------------------------------------------------------------------- number nouns


WIDTH = 10
"""Words between a number noun and its number, where the tree does not join them."""


def number_noun(tree: Tree, first: int, last: int) -> int | None:
    """The noun that stands for the number: "the toll of 64", "the toll rose to 64", "put the number at 1,085", "the 64 figure"."""
    known = numbers().number_nouns
    heads = {w.split()[-1] for w in known["killed"]} | set(known["plain"])
    i = tree.head(first, last)
    token, above = tree.tokens[i], tree.tokens[i].head
    if above >= 0 and lemma(tree, above) in heads and not (token.rel == "nummod" and above > last + 2):
        return above
    around = [above, *([tree.tokens[above].head] if above >= 0 else []), i]
    for verb in around:
        if verb < 0:
            continue
        for child in tree.of(verb, "nsubj", "obj"):
            if lemma(tree, child) in heads and child < first:
                return child
    k = first - 1
    if k > 0 and tree.tokens[k].text.lower() in (
        "at",
        "to",
        "of",
        "from",
        "is",
        "was",
        "be",
        "just",
        "is",
        "remains",
        "about",
        "around",
    ):
        for j in range(k - 1, max(-1, k - WIDTH), -1):  # "estimated the number of deaths from the storm at 4,645"
            if tree.tokens[j].text in (",", ";", ":", "—", "–") or tree.tokens[j].pos == "NUM":
                break
            if lemma(tree, j) in heads and tree.tokens[j].pos in NOUNS:
                return j
    if tree.tokens[i].rel == "conj":  # "from 64 to 2,975" parsed as coordination
        return number_noun(tree, tree.tokens[i].head, tree.tokens[i].head) if tree.tokens[i].head < first else None
    return None


def of_number_noun(tree: Tree, noun: int) -> tuple[str, str | None, int, bool]:
    """What a number noun is the number of: (counts, outcome, word that says so, whether it is left open)."""
    word, known = lemma(tree, noun), numbers().number_nouns
    below = [
        c
        for c in tree.subtree(noun, without=("acl", "nsubj", "parataxis", "conj"))
        if tree.tokens[c].pos in NOUNS | {"ADJ", "VERB"}
    ]
    for c in below:
        if c != noun:
            outcome = _turned("outcome_nouns").get(lemma(tree, c)) or _turned("outcome_words").get(
                tree.tokens[c].text.lower()
            )
            if outcome:
                return f"people {outcome}", outcome, c, False
    for c in (x for n in tree.of(noun, "nmod") for x in [n]):
        if (found := outcome_of(tree, c, False)) is not None:
            return f"{group(tree, c)} {found[0]}", found[0], found[1], False
    for c in tree.of(noun, "nmod"):
        if _case(tree, c) == "of" and tree.tokens[c].pos == "NOUN":
            return plural(tree, c), None, noun, False
    if word in {w.split()[-1] for w in known["killed"]} - {"count"}:
        return "people killed", "killed", noun, False
    return "", None, noun, True


# --------------------------------------------------------------------------- the name of what is counted


def group(tree: Tree, i: int | None) -> str:
    """The class of people that a noun names: "people", "troops", "children"."""
    if i is None:
        return "people"
    text = tree.tokens[i].text.lower()
    words = [lemma(tree, i), text, text.removesuffix("s")]
    compound = tree.of(i, "compound")
    if compound:
        words.insert(0, f"{tree.tokens[compound[-1]].text.lower()} {words[0]}")
    for word in words:
        if (found := _turned("groups").get(word)) is not None:
            return found
    return "people"


def plural(tree: Tree, i: int) -> str:
    """A noun as the name of what is counted: "rockets", "vehicles"."""
    word, text = lemma(tree, i), tree.tokens[i].text.lower()
    known = _turned("things").get(word) or _turned("groups").get(word) or _turned("groups").get(text.removesuffix("s"))
    if known:
        return known
    if word in _set("people"):
        return "people"
    return text if text != word else word


def may_be_people(tree: Tree, noun: int, deed: int) -> bool:
    """Whether those to whom a deed was done can be people. Verbs that are done to things as well ("seize", "release",
    "execute") need a noun that is known for people."""
    word, text = lemma(tree, noun), tree.tokens[noun].text.lower()
    if (
        _turned("groups").get(word)
        or word in _set("people")
        or text in _set("people")
        or tree.tokens[noun].pos in ("PROPN", "ADJ")
    ):
        return True
    if word in _turned("things") or word in _set("beasts"):
        return False
    return lemma(tree, deed) not in _set("wide_verbs")


def is_plural(tree: Tree, i: int) -> bool:
    """Whether a noun can stand to a number above one."""
    token = tree.tokens[i]
    text = token.text.lower()
    return (
        text != lemma(tree, i)
        or text.endswith("s")
        or token.pos == "ADJ"
        or text in _COLLECTIVE
        or _turned("groups").get(text) is not None
    )


_COLLECTIVE = frozenset(
    ["people", "police", "personnel", "staff", "aircraft", "cattle", "dead", "children", "men", "women", "sheep", "crew", "livestock",
     "spacecraft", "hovercraft", "fish", "poor", "wounded", "injured", "missing", "percent", "cent", "infantry", "cavalry", "media"]
)  # fmt: skip


_BENDING = frozenset(
    [
        "more",
        "least",
        "most",
        "fewer",
        "less",
        "many",
        "percent",
        "other",
        "additional",
        "another",
        "new",
        "own",
        "average",
    ]
)


def modifiers(tree: Tree, i: int) -> tuple[str, ...]:
    """The words that narrow a noun ("US" troops, "excess" deaths, "oil" tankers), folded."""
    found = []
    for c in tree.children[i]:
        token = tree.tokens[c]
        if (
            token.rel.split(":")[0] in ("amod", "compound", "nmod")
            and token.pos in ("ADJ", "NOUN", "PROPN")
            and c < i
            and token.text.lower() not in _BENDING
        ):
            found.append(key(token.text))
    return tuple(w for w in found if w)


def deed_of(tree: Tree, i: int) -> tuple[int, str] | None:
    """What was done to a thing, as a class of deeds: "launched", "intercepted", "stationed"; with the verb."""
    candidates: list[int] = [c for c in tree.of(i, "acl") if tree.tokens[c].pos == "VERB"]
    above = governor(tree, i)
    if above is not None and (
        above[1] in ("nsubj:pass", "obj") or (above[1] == "nsubj" and tree.of(above[0], "aux:pass"))
    ):
        candidates.append(above[0])
    elif above is not None and above[1].startswith("nmod") and above[0] < i:
        candidates.append(above[0])  # "the launch of five rockets"
    for verb in candidates:
        word = _particle(tree, verb, lemma(tree, verb))
        if (found := _turned("deeds").get(word) or _turned("deeds").get(word.split()[0])) is not None:
            return verb, found
    return None


# --------------------------------------------------------------------------- all together


def counted(tree: Tree, first: int, last: int, numeral: Numeral) -> Counted | None:
    """What the number in the words `first` to `last` counts; None where it counts nothing."""
    noun = noun_of(tree, first, last)
    if numeral.unit is not None:
        return _measure(tree, first, last, numeral, noun)
    if noun is not None and (per := _per(tree, noun)) is not None:
        return Counted(noun, f"{plural(tree, noun)} {per}", None, None, modifiers(tree, noun))
    standing = number_noun(tree, first, last)
    if standing is not None and (
        noun is None
        or noun == standing
        or lemma(tree, noun) in numbers().number_nouns["plain"]
        or standing < first
        and not is_plural(tree, noun)
    ):
        counts, outcome, deed, loose = of_number_noun(tree, standing)
        return Counted(standing, counts, outcome, deed, modifiers(tree, standing), loose=loose)
    anchor = noun if noun is not None else tree.head(first, last)
    part = _is_part(tree, first)
    found = outcome_of(tree, anchor, noun is None)
    if found is None and noun is not None and tree.tokens[noun].head == tree.head(first, last):  # "hundreds of people"
        found = outcome_of(tree, tree.head(first, last), True)
    if found is not None and noun is not None and found[1] != noun and not may_be_people(tree, noun, found[1]):
        found = None
    if found is not None:
        return Counted(
            noun, f"{group(tree, noun)} {found[0]}", *found, modifiers(tree, anchor) if noun is not None else (), part
        )
    if noun is None:
        done = deed_of(tree, anchor)
        if (
            done is None
            and (above := governor(tree, anchor)) is not None
            and above[1] == "obj"
            and lemma(tree, above[0]) in _set("giving_verbs")
        ):
            return Counted(anchor, "", None, above[0], loose=True)
        if (subject := _subject(tree, anchor)) is not None:
            found = outcome_of(tree, subject, False)
            return Counted(subject, f"people {found[0]}" if found else plural(tree, subject), found[0] if found else None,
                           found[1] if found else None, modifiers(tree, subject))  # fmt: skip
        return Counted(None, done[1] if done else "", None, done[0] if done else None, (), part, loose=True)
    done = deed_of(tree, noun)
    above = governor(tree, noun)
    verb = done[0] if done else above[0] if above else None
    name = plural(tree, noun)
    return Counted(
        noun, f"{name} {done[1]}" if done and done[1] != "stationed" else name, None, verb, modifiers(tree, noun), part
    )


@lru_cache(maxsize=1)
def _unit_words() -> frozenset[str]:
    return frozenset(form.split()[0] for forms in numbers().units.values() for form in forms)


def _subject(tree: Tree, i: int) -> int | None:
    """The noun subject of a verb that tells how much there is of it: "deaths range from 1,200 to 1,800"."""
    above = tree.tokens[i].head
    for verb in (above, tree.tokens[above].head if above >= 0 else -1):
        if verb >= 0 and lemma(tree, verb) in _set("subject_verbs"):
            for child in tree.of(verb, "nsubj"):
                if child < i and tree.tokens[child].pos == "NOUN":
                    return child
    for verb in range(i - 1, max(-1, i - 6), -1):  # broken parses: the order of words alone
        if (
            lemma(tree, verb) in _set("subject_verbs")
            and tree.tokens[verb].pos in ("VERB", "NOUN")
            and lemma(tree, verb) != "be"
        ):
            outcomes = _turned("outcome_nouns")
            return next((n for n in range(verb - 1, max(-1, verb - WIDTH), -1) if lemma(tree, n) in outcomes), None)
    return None


def _measure(tree: Tree, first: int, last: int, numeral: Numeral, noun: int | None) -> Counted:
    """A number with a unit: what is measured is the noun behind the unit or above it ("62 percent increase", "winds of 150 mph")."""
    i = tree.head(first, last)
    unit = next(
        (
            k
            for k in range(last, min(last + 3, len(tree.tokens)))
            if numeral.unit and tree.tokens[k].text.lower().rstrip("s") in numeral.unit
        ),
        last,
    )
    above = governor(tree, unit if tree.tokens[unit].head not in range(first, last + 1) else i)
    if numeral.unit == "percent":
        of = [c for c in tree.of(unit, "nmod") if _case(tree, c) == "of"]
        if of:
            return Counted(
                of[0], f"percent of {plural(tree, of[0])}", None, above[0] if above else None, modifiers(tree, of[0])
            )
    if noun is not None and noun != unit and noun > last and lemma(tree, noun) not in _unit_words():
        return Counted(
            noun, f"{numeral.unit} {plural(tree, noun)}", None, above[0] if above else None, modifiers(tree, noun)
        )
    return Counted(unit, str(numeral.unit), None, above[0] if above else None, ())


def _per(tree: Tree, noun: int) -> str | None:
    """ "per 1,000" behind a noun: a rate, not a count."""
    words = [t.text for t in tree.tokens[noun + 1 : noun + 4]]
    return " ".join(words[:2]) if words and words[0].lower() == "per" and len(words) > 1 else None


def _is_part(tree: Tree, first: int) -> bool:
    """Whether the number is told as a share of another: "including 43", "among them 12", "of whom nine"."""
    before = [t.text.lower() for t in tree.tokens[max(0, first - 4) : first]]
    return any(w in _set("parts") for w in before[-2:]) or " ".join(before[-2:]) in (
        "among them",
        "of whom",
        "of them",
        "of which",
    )
