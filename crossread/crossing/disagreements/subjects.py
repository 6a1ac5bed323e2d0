"""Who or what a verb is told of: its subject, or that of the verb above that it shares it with."""

from __future__ import annotations

from crossread.trees import Tree

JOINED = ("conj", "advcl", "xcomp")
"""Relations of a verb without a subject of its own that has that of the verb above."""


def subjects_of(tree: Tree, verb: int) -> list[int]:
    """The subjects of a verb, its own or those of the verb above, or the noun that it describes; none if nobody is
    told."""
    for i in (verb, *tree.ancestors(verb)):
        if found := tree.of(i, "nsubj"):
            return found
        if tree.tokens[i].rel.startswith("acl") and tree.tokens[i].head >= 0:
            return [tree.tokens[i].head]
        if tree.tokens[i].rel not in JOINED:
            return []
    return []


def subject_of(tree: Tree, verb: int) -> int | None:
    """The first subject of a verb; None if nobody is told."""
    return next(iter(subjects_of(tree, verb)), None)
