"""Words of a sentence as what numbers stand to: nouns, what narrows them, and the classes of numbers.yml that they
fall in.

Words are named by their index in the sentence. The parse is often wrong in long sentences, so the neighbours are
asked too.
"""

from __future__ import annotations

from functools import cache

from crossread import atlas
from crossread.function_words import function_words
from crossread.reading.figures.number_words import numbers, small
from crossread.spelling import key
from crossread.trees import Tree

NOUNS = frozenset(["NOUN", "PROPN"])
CLOSE = frozenset(["nummod", "det", "amod", "advmod", "compound", "nmod", "nmod:poss", "dep", "nmod:unmarked"])


@cache
def turned(table: str) -> dict[str, str]:
    """A group of the knowledge file turned around: word -> the class under which it stands."""
    groups: dict[str, tuple[str, ...]] = getattr(numbers(), table)
    return {word: name for name, words in groups.items() for word in words}


@cache
def members(table: str) -> frozenset[str]:
    """A list of the knowledge file, to ask whether a word is in it."""
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


def noun_of(tree: Tree, first: int, last: int) -> int | None:
    """The noun that a number stands to: "16 Iraqis", "dozens of US troops", "no reported casualties"."""
    i = tree.head(first, last)
    token = tree.tokens[i]
    genitives = function_words().genitives
    of = [c for c in tree.of(i, "nmod") if c > last and case_of(tree, c) in genitives and is_noun(tree, c)]
    if of:
        return of[0]
    if " ".join(t.text.lower() for t in tree.tokens[last + 1 : last + 3]) in small("of_them"):
        apart = next((k for k in range(last + 3, min(last + 5, len(tree.tokens))) if is_noun(tree, k)), None)
        return apart if apart is not None and turned("groups").get(lemma(tree, apart)) else None  # "children"
    if (
        token.rel in CLOSE
        and token.head > last
        and (is_noun(tree, token.head) or tree.tokens[token.head].pos == "ADJ")
        and not case_of(tree, i)
    ):
        between = range(last + 1, token.head)
        if all(
            tree.tokens[k].rel == "amod"
            or tree.tokens[k].pos not in ("VERB", "PUNCT", "ADP")
            or (tree.tokens[k].pos == "ADP" and tree.tokens[k + 1].text == "-")
            or tree.tokens[k].text in "-\"'“”‘’"
            for k in between
        ):
            return token.head
    return _next_noun(tree, last)


def is_noun(tree: Tree, i: int) -> bool:
    """Whether a word is a noun; "people" is one, whatever the tagger says."""
    return tree.tokens[i].pos in NOUNS or tree.tokens[i].text.lower() in small("people")


def case_of(tree: Tree, i: int) -> str:
    """The preposition of a phrase, "" without."""
    marks = tree.of(i, "case")
    return tree.tokens[marks[0]].text.lower() if marks else ""


def _next_noun(tree: Tree, last: int) -> int | None:
    """The noun that follows the number at once, past adjectives and "of the"."""
    k, found, size = last + 1, None, len(tree.tokens)
    if k < size and tree.tokens[k].text.lower() in function_words().genitives:
        k += 1
        if k + 2 < size and tree.tokens[k].pos in ("DET", "PRON") and tree.tokens[k + 1].pos == "NUM":
            k += 2  # "143 of the 250 seats"
    while k < size and k <= last + 6:
        token = tree.tokens[k]
        coded = (k + 1 < size and tree.tokens[k + 1].text == "-") or (k > last + 1 and tree.tokens[k - 1].text == "-")
        if is_noun(tree, k):
            found = k
        elif coded and found is None and token.pos in ("NUM", "NOUN", "PROPN"):
            pass  # "90,000 K-1 visas"
        elif token.text.lower() in function_words().indefinite | small("each") or (
            found is not None
            or (token.pos not in ("ADJ", "DET", "PUNCT", "ADV") and token.rel != "amod")
            or token.text in ",;:.()–—"
        ):
            break
        k += 1
    return found


def governor(tree: Tree, i: int) -> tuple[int, str] | None:
    """The word above a noun and its relation, looked up past coordination and "half of"."""
    for _ in range(4):
        token = tree.tokens[i]
        if token.head < 0:
            return None
        own = i + 1 < len(tree.tokens) and tree.tokens[i + 1].pos == "AUX"
        ahead = any(k > i for k in list(tree.ancestors(i))[:3])  # "the envoy and two others were taken": one verb
        if own and not ahead and token.head < i and token.rel.split(":")[0] in ("conj", "appos", "list", "nsubj"):
            return None  # a clause of its own: "dozens were killed and hundreds were hurt"
        if token.rel in ("conj", "appos", "list") or (
            token.rel == "nmod" and lemma(tree, token.head) in members("measures")
        ):
            i = token.head
            continue
        return token.head, token.rel
    return None


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
        if (found := turned("groups").get(word)) is not None:
            return found
    return "people"


def plural(tree: Tree, i: int) -> str:
    """A noun as the name of what is counted: "rockets", "vehicles"."""
    word, text = lemma(tree, i), tree.tokens[i].text.lower()
    known = turned("things").get(word) or turned("groups").get(word) or turned("groups").get(text.removesuffix("s"))
    if known:
        return known
    if word in members("people"):
        body = next((turned("headcounts").get(lemma(tree, c)) for c in tree.of(i, "compound") if c == i - 1), None)
        return body or "people"  # "crew members"
    return text if text != word else word


def may_be_people(tree: Tree, noun: int, deed: int) -> bool:
    """Whether those to whom a deed was done can be people. Verbs that are done to things as well ("seize", "release",
    "execute") need a noun that is known for people."""
    word, text = lemma(tree, noun), tree.tokens[noun].text.lower()
    if (
        turned("groups").get(word)
        or word in members("people")
        or text in members("people")
        or word in members("single_people")
        or tree.tokens[noun].pos in ("PROPN", "ADJ")
    ):
        return True
    if word in turned("things") or word in members("beasts") or turned("headcounts").get(word) == "inhabitants":
        return False
    return lemma(tree, deed) not in members("wide_verbs")


def names_people(tree: Tree, noun: int) -> bool:
    """Whether a noun is known for people."""
    word, text = lemma(tree, noun), tree.tokens[noun].text.lower()
    return (
        word in turned("groups")
        or word in members("people") | members("single_people")
        or text in members("people")
        or atlas.demonyms().get(tree.tokens[noun].text.capitalize()) is not None
    )


def is_plural(tree: Tree, i: int) -> bool:
    """Whether a noun can stand to a number above one."""
    token = tree.tokens[i]
    text = token.text.lower()
    return (
        text != lemma(tree, i)
        or text.endswith("s")
        or token.pos == "ADJ"
        or text in members("collective")
        or turned("groups").get(text) is not None
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
            and token.text.lower() not in members("bending")
        ):
            found.append(key(token.text))
    return tuple(w for w in found if w)
