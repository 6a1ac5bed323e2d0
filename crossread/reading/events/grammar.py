"""Who does what in a clause, as its tree tells: subjects and objects, through passives, participles and relatives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from crossread.function_words import function_words
from crossread.inflection import inflection
from crossread.reading.events.words import lexicon
from crossread.trees import Tree


def lemma(tree: Tree, i: int) -> str:
    """A word's lemma in small letters."""
    return tree.tokens[i].lemma.lower()


def forms(tree: Tree, i: int) -> tuple[str, ...]:
    """A word as lemma and as it stands, both in small letters: pronouns are listed as they stand ("him"). A plural that
    kept its s as lemma ("troops") comes without it, too."""
    return _forms(tree.tokens[i].lemma, tree.tokens[i].text)


@lru_cache(maxsize=65536)
def _forms(name: str, text: str) -> tuple[str, ...]:
    name, text = name.lower(), text.lower()
    if name == text and len(text) > 4 and (one := text.removesuffix(inflection().plural)) != text:
        return name, text, one
    return name, text


def cases_of(tree: Tree, i: int) -> set[str]:
    """The prepositions of a phrase, by its head."""
    return {lemma(tree, k) for k in tree.of(i, "case")}


def passive(tree: Tree, i: int) -> bool:
    """Whether a verb is in the passive: "was struck", "rockets fired from there"."""
    if _misread_passive(tree, i):
        return False
    if tree.of(i, "nsubj:pass", "aux:pass") and not tree.of(i, "obj"):
        return any(tree.tokens[c].rel.endswith(":pass") for c in tree.children[i])
    token = tree.tokens[i]
    if token.rel == "advcl" and (_bare_participle(tree, i) or _behind_noun(tree, i)):
        return True
    if token.rel == "acl":
        return _bent(tree, i) and not tree.of(i, "obj", "aux", "mark") and not _own_subject(tree, i)
    return _joined_participle(tree, i) or _headline_participle(tree, i)


def _bare_relative(tree: Tree, i: int) -> bool:
    """ "the depot the army raided": a clause that says of its noun, without "which", what somebody did to it."""
    small = function_words()
    if tree.tokens[i].rel != "acl:relcl" or passive(tree, i) or not _own_subject(tree, i) or tree.of(i, "cop", "ccomp"):
        return False
    return not any(tree.tokens[k].text.lower() in small.all_relatives | small.relative_places for k in tree.subtree(i))


def _right_behind(tree: Tree, i: int) -> int | None:
    """The verb joined to a verb by nothing but "and", whose object is that of both."""
    twin = i + 2
    if twin >= len(tree.tokens) or tree.tokens[i + 1].rel != "cc" or tree.tokens[twin].pos != "VERB":
        return None
    return twin if tree.tokens[twin].head == i and tree.tokens[twin].rel == "conj" else None


def _misread_passive(tree: Tree, i: int) -> bool:
    """ "A court in Orsk sentenced the mayor", its subject read as a passive's: no "was" is there, but an object is, or
    a second subject: "whom rebels kidnapped"."""
    told = tree.of(i, "nsubj:pass")
    whom = len(told) > 1 and tree.tokens[told[0]].text.lower() in function_words().all_relatives
    return bool(told) and (whom or bool(tree.of(i, "obj"))) and not tree.of(i, "aux:pass", "nsubj:outer")


def _misread_object(tree: Tree, i: int) -> list[int]:
    """ "(KNS) - Gunmen abducted 12 tourists": behind a dateline a subject may be read as one of two objects."""
    told = tree.of(i, "obj")
    before = [c for c in told if c < i and tree.tokens[c].text.lower() not in function_words().all_relatives]
    return before if len(before) < len(told) and not tree.of(i, "nsubj", "aux:pass") else []


def _own_subject(tree: Tree, i: int) -> bool:
    """Whether a verb below a noun has a subject that is no relative pronoun: "people killed | when a bus plunged"."""
    return not _relative(tree, tree.of(i, "nsubj"))


def _bent(tree: Tree, i: int) -> bool:
    """Whether a verb's form may be a past participle."""
    form = tree.tokens[i].text.lower()
    return form != lemma(tree, i) and not form.endswith(function_words().ongoing)


def _joined_participle(tree: Tree, i: int) -> bool:
    """ "was hit and killed": a participle that shares subject and auxiliary with the passive that it is joined to."""
    token = tree.tokens[i]
    if token.rel != "conj" or tree.tokens[token.head].pos != "VERB" or not _bent(tree, i):
        return False
    if tree.of(i, "nsubj", "obj", "aux", "ccomp", "xcomp", "cop"):
        return False
    return lemma(tree, i) not in lexicon().small["of_oneself"] and passive(tree, token.head)


def _headline_participle(tree: Tree, i: int) -> bool:
    """ "Mayor killed by gunmen", "Mayor shot dead": a participle of what is always done to somebody, without "was"."""
    token, small = tree.tokens[i], lexicon().small
    if token.rel not in ("root", "parataxis", "ccomp") and not _under_headline(tree, i):
        return False
    if not _bent(tree, i) or not tree.of(i, "nsubj"):
        return False
    dead = {c for c in tree.children[i] if tree.tokens[c].text.lower() in small["dead"]}
    if tree.of(i, "aux") or not dead.issuperset(tree.of(i, "obj")):
        return False
    shared = any(tree.of(c, "obj") for c in tree.of(i, "conj"))  # "killed and wounded dozens"
    return (lemma(tree, i) in small["done_to"] or bool(dead) or _charged(tree, i)) and not shared


def _charged(tree: Tree, i: int) -> bool:
    """ "Woman, 29, charged with manslaughter", unlike "Police charged with batons"."""
    of_what = [k for k in tree.of(i, "obl") if cases_of(tree, k) & lexicon().small["charged"]]
    bare = not any(tree.of(k, "det") for k in tree.of(i, "nsubj"))
    crimes = any(form in lexicon().nouns for k in of_what for form in forms(tree, k))
    return lemma(tree, i) in lexicon().status["charge"] and bare and crimes


def _under_headline(tree: Tree, i: int) -> bool:
    """ "Man held | after pharmacist stabbed": a clause below a headline's participle."""
    token = tree.tokens[i]
    return token.rel == "advcl" and bool(tree.of(i, "mark")) and _headline_participle(tree, token.head)


def _behind_noun(tree: Tree, i: int) -> bool:
    """ "signed a ceasefire brokered by Velmar": a participle with its "by" that the tree does not hang on its noun."""
    own = tree.of(i, "nsubj", "obj", "aux", "cop", "mark")
    return i > 0 and _bent(tree, i) and not own and tree.tokens[i - 1].pos == "NOUN" and bool(_agents(tree, i))


def _bare_participle(tree: Tree, i: int) -> bool:
    """ "if attacked", "when struck": a participle behind a conjunction, without a subject of its own."""
    form = tree.tokens[i].text.lower()
    ongoing = form.endswith(function_words().ongoing)
    if i == 0 or form == lemma(tree, i) or ongoing or tree.of(i, "nsubj", "obj", "aux", "cop"):
        return False
    return tree.tokens[i - 1].text.lower() in lexicon().small["before_participles"]


def objects(tree: Tree, i: int) -> list[int]:
    """The heads of what a verb acts on: object, subject of a passive, the noun that a participle follows."""
    found = [c for c in tree.children[i] if tree.tokens[c].rel in ("obj", "nsubj:pass")]
    if _misread_passive(tree, i):
        found = tree.of(i, "obj") or tree.of(i, "nsubj:pass")[:1]
    elif subject := _misread_object(tree, i):
        found = [c for c in found if c not in subject]
    if not found and any(tree.tokens[c].rel == "aux:pass" for c in tree.children[i]):
        found = tree.of(i, "nsubj")  # "flights were resumed", its subject read as an active one's
    if tree.tokens[i].rel == "acl:relcl" and found and found[0] < i and _relative(tree, found):
        found = [tree.tokens[i].head]  # "the envoy, who was kidnapped"
    if tree.tokens[i].rel == "acl" and passive(tree, i) and not found:  # not "the fact that two men were killed"
        found.append(tree.tokens[i].head)
    if not found and _bare_relative(tree, i):
        found = [tree.tokens[i].head]
    if not found and tree.tokens[i].rel == "advcl" and _behind_noun(tree, i):
        found = [i - 1]
    if not found and tree.tokens[i].rel == "advcl" and _bare_participle(tree, i):
        found = [c for c in tree.children[tree.tokens[i].head] if tree.tokens[c].rel == "nsubj"]
    if _headline_participle(tree, i):
        found = tree.of(i, "nsubj")
    if not found and _joined_participle(tree, i):
        found = objects(tree, tree.tokens[i].head)
    if not found and (twin := _right_behind(tree, i)) is not None:
        found = tree.of(twin, "obj")  # "hit and killed a cyclist"
    if not found and tree.tokens[i].rel == "conj" and _right_behind(tree, tree.tokens[i].head) == i:
        found = [k for k in tree.of(tree.tokens[i].head, "obj") if k > i]
    if (
        not found
        and tree.tokens[i].rel == "conj"
        and any(tree.tokens[c].rel == "aux:pass" for c in tree.children[tree.tokens[i].head])
    ):
        found = [
            c for c in tree.children[tree.tokens[i].head] if tree.tokens[c].rel == "nsubj:pass"
        ]  # "was made and sold"
    return [*found, *(k for c in found for k in tree.of(c, "conj"))]


def subjects(tree: Tree, i: int) -> list[int]:
    """The heads of who does it: subject of an active verb, the "by" of a passive one, the noun before a participle."""
    token = tree.tokens[i]
    if passive(tree, i):
        joined = [tree.tokens[i].head] if _joined_participle(tree, i) else []
        after = [c for c in tree.of(i, "conj") if _joined_participle(tree, c)]
        return next((by for k in (i, *after, *joined) if (by := _agents(tree, k))), [])
    found = [c for c in tree.children[i] if tree.tokens[c].rel in ("nsubj", "nsubj:outer")]
    found = found or (tree.of(i, "nsubj:pass")[-1:] if _misread_passive(tree, i) else [])
    found = found or _misread_object(tree, i)
    if len(found) > 1 and found[0] < i:
        found = [c for c in found if c < i]  # a second one behind the verb is its object misread
    if (planners := _planners(tree, i)) is not None:
        return planners
    if token.head >= 0 and (
        (
            token.rel == "acl"
            and not _own_subject(tree, i)
            and (token.text.lower().endswith(function_words().ongoing) or tree.of(i, "mark"))
        )
        or (token.rel == "acl:relcl" and _relative(tree, found))
    ):
        return [token.head]
    if found or token.head < 0:
        return found
    blamed = token.rel in ("advcl", "acl", "obl", "xcomp") and lemma(tree, token.head) in lexicon().status["blame"]
    if blamed and tree.of(i, "mark", "case"):
        return objects(tree, token.head)  # "sentenced him for taking bribes", not "praised him, saying"
    if _after_that(tree, i):
        return []
    if token.rel in ("conj", "xcomp", "advcl") and tree.tokens[token.head].pos in ("VERB", "AUX"):
        if not passive(tree, token.head):
            return subjects(tree, token.head)
        same = objects(tree, token.head)  # "was hit by a car and died"
        return same if token.rel == "conj" and same else subjects(tree, token.head) or same
    return []


def _planners(tree: Tree, i: int) -> list[int] | None:
    """ "signed an agreement to withdraw", "made a threat to strike": who does it is who does what the noun names;
    nobody that is told where an order is given. None where the verb is no infinitive below such a noun."""
    token = tree.tokens[i]
    if token.rel != "acl" or not tree.of(i, "mark") or _own_subject(tree, i):
        return None
    noun, status = lemma(tree, token.head), lexicon().status
    if noun in status["shells_demanded"]:
        return []
    if noun not in status["shells_planned"] | status["shells_threatened"]:
        return None
    above = tree.tokens[token.head]
    owners = tree.of(token.head, "nmod:poss")
    if owners or above.rel != "obj" or lemma(tree, above.head) not in lexicon().small["have_plans"]:
        return owners
    return subjects(tree, above.head)


def _agents(tree: Tree, i: int) -> list[int]:
    """The heads of a verb's phrases with "by"."""
    return [c for c in tree.of(i, "obl", "nmod") if cases_of(tree, c) & function_words().agents]


def _after_that(tree: Tree, i: int) -> bool:
    """Whether the tree took a verb's subject for a day: "met, a week after a blast at the mill | killed"."""
    days = lexicon().small["days"]
    return any(
        any(lemma(tree, c) in days for c in tree.of(k, "case", "mark")) and tree.phrase(k)[1] == i - 1
        for k in tree.of(i, "obl")
    )


def _relative(tree: Tree, found: Sequence[int]) -> bool:
    return not found or all(lemma(tree, i) in function_words().relatives for i in found)


def nobody(tree: Tree, i: int) -> bool:
    """Whether a phrase names nobody: "no group", "none of the crew", "no one"."""
    small = lexicon().small
    if tree.tokens[i].text.lower() in small["no_one"]:
        return True
    return any(tree.tokens[k].text.lower() in small["no"] for k in tree.of(i, "det", "advmod", "cc:preconj"))


def unsaid(tree: Tree, i: int) -> bool:
    """Whether a verb of saying tells that nobody said it: "no group has claimed", "has not confirmed"."""
    if any(nobody(tree, k) for k in tree.of(i, "nsubj", "nsubj:pass")):
        return True
    denying = function_words().denying
    return any(tree.tokens[k].text.lower() in denying for k in tree.of(i, "advmod"))
