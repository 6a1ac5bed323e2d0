"""Reports that call one thing by words of several families have chosen them."""

from __future__ import annotations

from crossread.crossing.themes import Themes, compare, theme_of
from crossread.crossing.wording.bearing import resolve_wording
from crossread.crossing.wording.namings import Chosen, plain_deeds, things
from crossread.records import MergedActors, MergedIncidents, Reading, Report, Sentence, Token, Wording

NOBODY, NOTHING = MergedActors((), {}), MergedIncidents((), {})
Word = tuple[str, str, str, int]  # text, part of speech, relation, head


def told(identity: str, *sentences: tuple[Word, ...]) -> tuple[Report, Reading]:
    """A report of sentences given as parsed words."""
    text, made = "", []
    for number, words in enumerate(sentences):
        start, tokens = len(text), []
        for word, pos, rel, head in words:
            lemma = word.lower().removesuffix("s") if pos == "NOUN" else word.lower().removesuffix("ed")
            tokens.append(Token(len(text), len(text) + len(word), word, lemma, pos, head, rel))
            text += word + " "
        made.append(Sentence(start, len(text), number, tuple(tokens)))
    return Report(id=identity, source=identity, text=text), Reading(identity, tuple(made), ())


def the(noun: str, before: str = "the") -> tuple[Word, ...]:
    return ((before, "DET", "det", 1), (noun, "NOUN", "nsubj", 2), ("ended", "VERB", "root", -1))


class OneStory(Themes):
    """All reports tell of one story."""

    def pairs(self) -> dict[tuple[str, str], float]:
        return {(one, other): 1.0 for one in self.reports for other in self.reports if one < other}


def resolved(*given: tuple[Report, Reading]) -> tuple[Wording, ...]:
    reports, readings = tuple(r for r, _ in given), tuple(r for _, r in given)
    story = OneStory([r.id for r in reports], [theme_of(reading) for reading in readings])
    return resolve_wording(reports, readings, NOBODY, NOTHING, story, {})


SHOOTING = told("a", the("shooting"), the("shooting"), the("attack"))


def test_a_word_that_others_avoid_was_chosen() -> None:
    [found] = resolved(SHOOTING, told("b", the("massacre")))
    assert (found.report, found.label, found.of) == ("b", "massacre", "shooting")


def test_what_a_report_of_another_story_says_is_no_other_choice() -> None:
    reports, readings = zip(SHOOTING, told("b", the("massacre")), strict=True)
    assert resolve_wording(reports, readings, NOBODY, NOTHING, compare(readings), {}) == ()


def test_a_word_that_all_use_was_not() -> None:
    both = (*(the("shooting"),) * 3, the("massacre"))
    assert resolved(told("a", *both), told("b", *both)) == ()


def test_where_nobody_tells_the_thing_plainly_there_is_none() -> None:
    assert resolved(told("a", the("vote")), told("b", the("massacre"))) == ()


def test_a_word_of_many_senses_needs_a_this() -> None:
    assert resolved(SHOOTING, told("b", the("case"))) == ()
    assert [w.label for w in resolved(SHOOTING, told("b", the("case", "this")))] == ["case"]


def test_a_verb_is_for_what_it_is_done_to() -> None:
    layoffs = told("a", the("layoffs"), the("layoffs"), the("dismissal"))
    sentence = (
        ("Velora", "PROPN", "nsubj", 1),
        ("axed", "VERB", "root", -1),
        ("jobs", "NOUN", "obj", 1),
    )
    report, reading = told("b", sentence)
    axed = Reading("b", (with_lemma(reading.sentences[0], 1, "axe"),), ())
    [found] = resolved(layoffs, (report, axed))
    assert (found.label, found.of) == ("axed", "jobs")


def with_lemma(sentence: Sentence, word: int, lemma: str) -> Sentence:
    tokens = [
        Token(t.start, t.end, t.text, lemma if i == word else t.lemma, t.pos, t.head, t.rel)
        for i, t in enumerate(sentence.tokens)
    ]
    return Sentence(sentence.start, sentence.end, sentence.paragraph, tuple(tokens))


def test_plain_words_for_what_a_label_judges() -> None:
    assert "protest" in plain_deeds("bloody riot")
    assert "shooting" not in plain_deeds("bloody riot")
    assert plain_deeds("bicycle") == frozenset()
    for label in ("grim tragedies", "atrocities", "fierce clashes", "gunfight"):
        assert "attack" in plain_deeds(label), label


def test_sides_need_no_plain_word() -> None:
    rebels = told("a", the("rebels"), the("insurgents"), the("rebels"))
    assert {w.label for w in resolved(rebels, told("b", the("militants"), the("militants")))} == {
        "rebels",
        "insurgents",
        "militants",
    }
    assert resolved(rebels, told("b", the("rebels"), the("rebels"))) == ()


def test_a_noun_for_many_takes_the_plain_word_most_told_in_whatever_number() -> None:
    readings = tuple(r for _, r in (told("a", the("protesters"), the("protesters"), the("crowd")), told("b")))
    chosen = Chosen(readings, (("a", "b"),))
    assert chosen.plain_people("a violent mob", "b") == "protesters"
    assert chosen.plain_people("a violent rioter", "b") == "crowd"  # one of them


def test_no_family_of_a_thing_holds_its_plain_words() -> None:
    for name, thing in things().items():
        rest = {w for family, words in thing.families.items() if family not in thing.common for w in words}
        assert not rest & set(thing.plain), name
