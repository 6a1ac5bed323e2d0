"""Who did a deed, to whom, where and when, as the sentence's tree tells."""

from __future__ import annotations

from collections.abc import Sequence

from crossread import atlas
from crossread.function_words import function_words
from crossread.reading.events.deeds import Deed
from crossread.reading.events.grammar import cases_of, forms, lemma, objects as acted_on, passive, subjects as doers
from crossread.reading.events.instruments import ARMED
from crossread.reading.events.parties import Argument, Known
from crossread.reading.events.words import PartRole, lexicon
from crossread.trees import Tree

NARROW = frozenset(("acl", "acl:relcl", "appos", "parataxis", "advcl", "ccomp", "cc", "conj", "punct", "dep", "list"))
"""Branches that do not belong to a part: what is told of it besides."""
HARMS = ("DISASTER", "ACCIDENT", "HARM", "ASSAULT")
"""Types of what things and mishaps do to people."""
SHARED = ("CONSULT", "AGREE", "ASSAULT", "COOPERATE", "SUPPORT")
"""Types of what parties do with each other."""
SOMEBODY = frozenset(("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "DET"))


def arguments(tree: Tree, deed: Deed, known: Known) -> list[Argument]:
    """The parties of a deed, each phrase once."""
    found = _of_noun(tree, deed, known) if deed.noun else _of_verb(tree, deed.word, deed)
    if deed.noun and "actor" not in (role for role, _ in found):
        found = [*found, *_beside(tree, deed, known)]
    elif not deed.noun and not doers(tree, deed.word) and (subject := _in_front(tree, deed.word, known)) is not None:
        found = [(deed.entry.subject, subject), *found]
    found = [(role, head) for role, head in found if role != "actor" or not _tool(tree, deed, head, known)]
    when = {i for _, first, last, _ in known.times for i in range(first, last + 1)}
    kept: dict[int, Argument] = {}
    for role, described in found:
        role, head = _part(tree, deed, role, described), _named_behind(tree, described, known)
        if (
            _pronoun(tree, head)
            or head in when
            or head in kept
            or _names_deed(tree, deed, head)
            or tree.tokens[head].pos not in SOMEBODY
        ):
            continue
        first, last = _narrow(tree, head)
        kept[head] = Argument(role, head, min(first, _narrow(tree, described)[0]), last)
    return sorted(kept.values(), key=lambda argument: argument.head)


def _part(tree: Tree, deed: Deed, role: PartRole, head: int) -> PartRole:
    """The part that somebody plays; what kills or floods without meaning to does nothing: "the fire trapped dozens"."""
    mindless = role == "actor" and deed.entry.type in HARMS and not lexicon().mindless.isdisjoint(forms(tree, head))
    return "other" if mindless else role


def _names_deed(tree: Tree, deed: Deed, head: int) -> bool:
    """Whether a word is part of what names the deed, not somebody between its words: "found | Ana Bell | guilty"."""
    if not deed.first <= head <= deed.last:
        return False
    between = not deed.noun and deed.first < head < deed.last and head in acted_on(tree, deed.word)
    return not between or any(lemma(tree, head) in phrase.split() for phrase in deed.entry.phrases)


def _named_behind(tree: Tree, head: int, known: Known) -> int:
    """The head of the name behind a noun that says what its bearer is: "former minister Ana Bell", "the chief
    executive, Ana Bell,"."""
    for _, first, last, mention in known.mentions:
        if head < first and mention.named and mention.type == "person":
            name = tree.head(first, last)
            close = ("appos",) if first > head + 1 else ("appos", "flat")
            if tree.tokens[name].head == head and tree.tokens[name].rel in close and tree.tokens[head].pos == "NOUN":
                return name
    return head


def _pronoun(tree: Tree, head: int) -> bool:
    """Whether a word only points to the noun before it ("the attack that killed five")."""
    small = function_words()
    pointing = tree.tokens[head].text.lower() in small.all_relatives | small.relative_places
    return pointing and not tree.of(head, "nmod", "acl", "conj")


def _tool(tree: Tree, deed: Deed, head: int, known: Known) -> bool:
    """Whether what stands as the doer is but the means: "three drones hit", and nobody is said to have sent them."""
    words = lexicon()
    if deed.entry.type not in ARMED or tree.tokens[head].pos != "NOUN":
        return False
    if lemma(tree, head) not in words.instruments or lemma(tree, head) in words.wielders:
        return False
    first, last = _narrow(tree, head)
    return not any(first <= m[1] and m[2] <= last and m[3].type != "place" for m in known.mentions)


def _narrow(tree: Tree, head: int) -> tuple[int, int]:
    return tree.phrase(head, NARROW | {"case", "mark"})


def _of_verb(tree: Tree, verb: int, deed: Deed) -> list[tuple[PartRole, int]]:
    entry, small = deed.entry, lexicon().small
    by = function_words().agents
    found: list[tuple[PartRole, int]] = []
    done_to = entry.object
    for i in doers(tree, verb):
        found.append((entry.subject, i))
    for i in acted_on(tree, verb):
        found.append((done_to, i))
    for i in tree.of(verb, "iobj"):
        found.append(("target", i))
    for i in tree.of(verb, "obl", "nmod"):
        cases = cases_of(tree, i)
        if cases & by or (cases & small["counted_into"] and tree.tokens[i].pos == "NUM"):
            continue
        somebody = tree.tokens[i].pos in ("NOUN", "PROPN", "PRON") and "time" not in tree.tokens[i].rel
        if cases & small["against"] and somebody and lemma(tree, i) not in small["no_party"]:
            found.append(("target", i))
        elif cases & (small["together"] | small["between"]) and entry.type in SHARED:
            found.append(("other" if entry.type != "CONSULT" else "actor", i))
        elif cases & small["listeners"] and entry.type in ("STATEMENT", "CONSULT", "AID", "REQUEST"):
            found.append(("target", i))
    return _joined(tree, found)


def _of_noun(tree: Tree, deed: Deed, known: Known) -> list[tuple[PartRole, int]]:
    entry = deed.entry
    found: list[tuple[PartRole, int]] = []
    hosts = [deed.word]
    while tree.tokens[hosts[-1]].rel == "nmod" and lemma(tree, tree.tokens[hosts[-1]].head) in lexicon().shells:
        hosts.append(tree.tokens[hosts[-1]].head)  # "a series of Israeli strikes": what hangs on "series" counts too
    for host in hosts:
        for i in tree.children[host]:
            if i in hosts or deed.first <= i <= deed.last:
                continue
            role = _role_of_modifier(tree, deed, i, known)
            if role:
                found.append((role, i))
    if deed.carrier is not None:
        found += _of_carrier(tree, deed, deed.carrier)
    if deed.carrier is None and "actor" not in (role for role, _ in found):
        found += _of_planner(tree, deed)
    if (entry.type == "CONSULT" or entry.speech) and "actor" not in (role for role, _ in found):
        found += _of_meeting(tree, deed)
    if deed.carrier is None and "actor" not in (role for role, _ in found):
        found += _of_participle(tree, deed)
    if deed.carrier is None and "target" not in (role for role, _ in found):
        found += _of_patients(tree, deed)
    return _joined(tree, found)


def _role_of_modifier(tree: Tree, deed: Deed, i: int, known: Known) -> PartRole | None:
    token, entry = tree.tokens[i], deed.entry
    if token.rel == "nmod:poss":
        of = function_words().genitives
        both = entry.of == "target" and any(cases_of(tree, k) & of for k in tree.of(deed.word, "nmod"))
        return "actor" if both and entry.owner == "target" else entry.owner  # "Velmar's seizure of the port"
    if token.rel in ("amod", "compound", "nmod") and not tree.of(i, "case"):
        if entry.owner == "actor" and entry.type in ARMED and lemma(tree, i) in lexicon().bands:
            return "actor"
        named = [m for m in known.mentions if m[1] <= i <= m[2]]
        if atlas.demonyms().get(token.text):
            return entry.owner
        if not named or (token.pos != "ADJ" and all(m[3].type == "place" for m in named)):
            return None
        return entry.owner
    if token.rel.split(":")[0] not in ("nmod", "obl"):
        return None
    cases, small = cases_of(tree, i), lexicon().small
    if cases & function_words().agents:
        return "actor"
    if cases & small["between"] or (cases & small["together"] and entry.type == "CONSULT"):
        return "actor"
    if cases & small["with_others"]:
        return "other"
    if cases & function_words().genitives:
        return (
            None
            if any(m[1] <= i <= m[2] and m[3].type == "place" for m in known.mentions) and entry.type != "ASSAULT"
            else entry.of
        )
    return "target" if cases & (small["against"] | small["listeners"]) else None


def _of_carrier(tree: Tree, deed: Deed, carrier: int) -> list[tuple[PartRole, int]]:
    found: list[tuple[PartRole, int]] = []
    small = lexicon().small
    own = set(tree.subtree(deed.word))
    subject = deed.word in {k for i in tree.of(carrier, "nsubj") for k in tree.subtree(i)}
    if not subject:
        role: PartRole = "target" if deed.suffers else deed.entry.subject if deed.entry.kind != "deaths" else "other"
        found += [(role, i) for i in doers(tree, carrier) if i not in own and not _above(tree, i, deed.word)]
    if not subject or lemma(tree, carrier) in small["strikes"]:
        found += [("target", i) for i in acted_on(tree, carrier) if i not in own and not _above(tree, i, deed.word)]
    for i in tree.of(carrier, "obl"):
        cases = cases_of(tree, i)
        if cases & (function_words().agents | small["between"]):
            found.append(("actor", i))
        elif cases & small["carried_to"] and tree.tokens[i].pos in SOMEBODY:
            found.append(("other" if cases & small["together"] else "target", i))
    return found


def _of_planner(tree: Tree, deed: Deed) -> list[tuple[PartRole, int]]:
    """ "is preparing for a strike", "would respond with air strikes": who plans or answers is who does."""
    head = tree.tokens[deed.word].head
    if head < 0 or tree.tokens[head].pos not in ("VERB", "ADJ"):
        return []
    rel, verb = tree.tokens[deed.word].rel, lemma(tree, head)
    cases, small = cases_of(tree, deed.word), lexicon().small
    if verb in lexicon().status["blame"] and rel == "obl" and cases & small["blamed_for"]:
        return [("actor", i) for i in acted_on(tree, head)]
    if verb in lexicon().status["doers"] and (rel == "obj" or (rel == "obl" and cases & small["planned_for"])):
        return [("actor", i) for i in doers(tree, head)]
    return []


def _of_meeting(tree: Tree, deed: Deed) -> list[tuple[PartRole, int]]:
    """ "said in a statement", "told reporters at the summit": who speaks is who is there."""
    head = tree.tokens[deed.word].head
    if (
        tree.tokens[deed.word].rel.startswith("obl")
        and head >= 0
        and tree.tokens[head].pos == "VERB"
        and cases_of(tree, deed.word) & lexicon().small["met_at"]
    ):
        return [("actor", i) for i in doers(tree, head)]
    return []


def _of_participle(tree: Tree, deed: Deed) -> list[tuple[PartRole, int]]:
    """ "the attack carried out by rebels": who did what the participle right behind a noun says."""
    behind = deed.last + 1  # where it stands, the tree may hang it on another verb
    if behind == len(tree.tokens) or lemma(tree, behind) not in lexicon().small["carried_out"]:
        return []
    return [("actor", i) for i in tree.of(behind, "obl") if cases_of(tree, i) & function_words().agents]


def _of_patients(tree: Tree, deed: Deed) -> list[tuple[PartRole, int]]:
    """ "were put under quarantine": whom the verb above a noun says that it befell."""
    token = tree.tokens[deed.word]
    if token.head < 0 or token.rel.split(":")[0] != "obl" or tree.tokens[token.head].pos != "VERB":
        return []
    under = cases_of(tree, deed.word) & lexicon().small["put_under"]
    return [("target", i) for i in acted_on(tree, token.head)] if under else []


def _beside(tree: Tree, deed: Deed, known: Known) -> list[tuple[PartRole, int]]:
    """The parties that stand right before or behind a noun, where the tree shows none: it may be wrong."""
    found: list[tuple[PartRole, int]] = []
    tokens, small = tree.tokens, lexicon().small
    marks = function_words().possessive_marks | function_words().apostrophes
    for _, first, last, mention in known.mentions:
        gap = [t.text.lower() for t in tokens[last + 1 : deed.first]]
        if last < deed.first and mention.type != "place" and (not gap or (len(gap) == 1 and gap[0] in marks)):
            found.append((deed.entry.owner, tree.head(first, last)))
        gap = [t.text.lower() for t in tokens[deed.last + 1 : first]]
        if deed.last < first and gap and len(gap) <= 3 and mention.type != "place":
            if gap[0] in small["noun_by"] or (gap[0] in small["together"] and deed.entry.type == "CONSULT"):
                found.append(("actor", tree.head(first, last)))
            elif gap[0] in small["noun_on"]:
                found.append(("target", tree.head(first, last)))
    return found


def _in_front(tree: Tree, verb: int, known: Known) -> int | None:
    """The party before a finite verb to which the tree gives no subject: the nearest that hangs on no preposition."""
    if passive(tree, verb) or tree.tokens[verb].rel in ("acl", "xcomp", "amod", "conj") or tree.of(verb, "mark"):
        return None
    if tree.tokens[verb].text.lower().endswith(function_words().ongoing):
        return None
    for _, first, last, mention in sorted(known.mentions, key=lambda m: -m[2]):
        head = tree.head(first, last)
        if last >= verb or mention.type == "place" or not mention.named or tree.of(head, "case"):
            continue
        between = tree.tokens[last + 1 : verb]
        if any(t.pos in ("VERB", "SCONJ") or t.text in (";", ":", "”", '"') for t in between):
            return None
        if between and between[-1].text != "," and between[-1].pos not in ("AUX", "ADV"):
            return None
        return head if tree.tokens[head].rel not in ("nmod:poss", "compound") else None
    return None


def _above(tree: Tree, i: int, word: int) -> bool:
    return i in set(tree.ancestors(word))


def _joined(tree: Tree, found: Sequence[tuple[PartRole, int]]) -> list[tuple[PartRole, int]]:
    """With the parties that stand beside a party ("Britain and France")."""
    return [pair for role, i in found for pair in ((role, i), *((role, k) for k in tree.of(i, "conj")))]
