"""The small words of the language stand in its knowledge files: no module lists them again."""

import ast
from pathlib import Path

import msgspec
import pytest

import crossread
from crossread.function_words import FunctionWords, function_words

ROOT = Path(crossread.__file__).parent
CLASSES = [
    getattr(function_words(), field.name)
    for field in msgspec.structs.fields(FunctionWords)
    if isinstance(getattr(function_words(), field.name), (frozenset, dict))
]
WORDS = frozenset(word for words in CLASSES for word in words)


def listed(path: Path) -> list[str]:
    """The tuples, lists and sets of a module of which every member is a function word, two words at least."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)) and len(node.elts) > 1:
            words = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            if len(words) == len(node.elts) and WORDS.issuperset(words):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}: {words}")
    return found


@pytest.mark.parametrize("folder", ["crossing", "reading", "intake", "engine", "."])
def test_no_module_lists_function_words(folder: str):
    paths = sorted((ROOT / folder).glob("*.py") if folder == "." else (ROOT / folder).rglob("*.py"))
    assert [line for path in paths for line in listed(path)] == []
