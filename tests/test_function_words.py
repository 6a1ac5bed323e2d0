"""The classes of function words: complete, in small letters, and the unions that are made of them."""

import msgspec

from crossread.function_words import FunctionWords, function_words


def test_every_class_holds_words_in_small_letters():
    for field in msgspec.structs.fields(FunctionWords):
        words = getattr(function_words(), field.name)
        assert words, field.name
        for word in [words] if isinstance(words, str) else words:
            assert word == word.lower(), field.name


def test_both_apostrophes_belong_to_a_class_that_has_one():
    for field in msgspec.structs.fields(FunctionWords):
        words = getattr(function_words(), field.name)
        if isinstance(words, frozenset):
            straight = {word for word in words if "'" in word}
            assert {word.replace("'", "’") for word in straight} <= words, field.name


def test_classes_made_of_several():
    small = function_words()
    assert small.articles == {"the", "a", "an"}
    assert {"the", "those", "their"} <= small.pointing
    assert "a" not in small.pointing
    assert {"who", "whom", "whose"} <= small.all_relatives
    assert "got" in small.passive_helpers
    assert "reported".endswith(small.participles)
    assert "openly".endswith(small.modifying)


def test_pronouns_that_tell_a_gender_are_of_the_third_person():
    assert set(function_words().persons) < function_words().third_persons
