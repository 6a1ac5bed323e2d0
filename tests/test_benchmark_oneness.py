"""What is learned of marked reports: which words mean the same, which reports are of one story, which tellings one."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("scipy")

from benchmarks import coreference
from benchmarks.goldevents import Crossed, Mark, Topic, crossed, ecbplus
from benchmarks.learned.contents import rarity, report_signs
from benchmarks.learned.families import families
from benchmarks.learned.meanings import meaning
from benchmarks.learned.oneness import deeds, learned, one_story
from benchmarks.learned.signs import signs
from crossread.reading.encoder.model import Encoder
from crossread.records import Report

TEXTS = {
    "a1": "Police arrested Tom Varga in Orsk on Monday. Varga, 41, robbed the Lindal bank, officers said.",
    "a2": "Tom Varga was detained in Orsk for robbing the Lindal bank. The arrest came on Monday.",
    "b1": "A court in Telmar sentenced singer Ana Duro to two years. Duro had evaded taxes on her villa.",
    "b2": "Singer Ana Duro was jailed for two years by the Telmar court. Duro evaded taxes, judges found.",
}
WORDS = (("a1", "arrested", "caught"), ("a1", "robbed", "robbed"), ("a2", "detained", "caught"),
         ("a2", "robbing", "robbed"), ("a2", "arrest", "caught"), ("b1", "sentenced", "jailed"),
         ("b1", "evaded", "evaded"), ("b2", "jailed", "jailed"), ("b2", "evaded", "evaded"))  # fmt: skip


@pytest.fixture(scope="module")
def topic(encoder: Encoder) -> Crossed:
    marks = tuple(Mark(report, at := TEXTS[report].index(word), at + len(word), deed) for report, word, deed in WORDS)
    return crossed(Topic("made up", tuple(Report(name, name, text) for name, text in TEXTS.items()), marks), encoder)


def near(a: str, b: str) -> float:
    first, second = meaning([a]), meaning([b])
    assert first is not None
    assert second is not None
    return float(first @ second)


def test_words_for_one_thing_are_near_to_each_other() -> None:
    assert near("kill", "murder") > near("kill", "visit")
    assert near("resign", "resignation") > near("resign", "flood")


def test_a_word_that_is_not_listed_means_what_it_is_derived_from() -> None:
    assert near("earthquakes", "earthquake") > 0.99
    assert meaning(["qqqqzz"]) is None


def test_a_word_knows_its_families() -> None:
    assert families(["detain"]) & families(["arrest"])
    assert not families(["detain"]) & families(["quake"])
    assert not families(["qqqqzz"])


def test_every_sign_is_weighed(topic: Crossed) -> None:
    rare = rarity(topic.readings)
    story = one_story(topic.readings, rare, learned().reports)
    assert set(report_signs(topic.readings, rare)) == set(learned().reports.signs)
    assert set(signs(topic.tellings, topic.readings, story, rare)) == set(learned().tellings.signs)


def test_reports_of_one_story_are_likelier_one_than_others(topic: Crossed) -> None:
    story = one_story(topic.readings, rarity(topic.readings), learned().reports)
    assert min(story[0, 1], story[2, 3]) > story[0, 2]


def test_other_words_for_a_deed_are_one_deed_and_other_deeds_are_not(topic: Crossed) -> None:
    of = {k: number for number, group in enumerate(deeds(topic.tellings, topic.readings)) for k in group}
    assert of[6] == of[8]
    assert of[0] != of[1]
    assert of[0] != of[5]


def test_the_benchmark_scores_every_answer(topic: Crossed) -> None:
    measured = coreference.measure([topic])
    assert set(measured) == set(coreference.ANSWERS)
    assert measured["oneness"]["CoNLL"].f > measured["same word"]["CoNLL"].f


def test_marks_are_read_from_the_corpus(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text("Topic,File,Sentence Number\n1,1ecb,0\n")
    (tmp_path / "1" / "1_1ecb.xml").write_text(
        '<Document><token t_id="1" sentence="0">It</token><token t_id="2" sentence="0">burned</token>'
        '<token t_id="3" sentence="0">.</token><token t_id="4" sentence="1">Gone</token><Markables>'
        '<ACTION_OCCURRENCE m_id="5"><token_anchor t_id="2"/></ACTION_OCCURRENCE>'
        '<ACTION_OCCURRENCE m_id="6"><token_anchor t_id="4"/></ACTION_OCCURRENCE>'
        '<ACTION_OCCURRENCE m_id="7" instance_id="ACT1"/></Markables><Relations><CROSS_DOC_COREF r_id="8">'
        '<source m_id="5"/><target m_id="7"/></CROSS_DOC_COREF></Relations></Document>'
    )
    (read,) = ecbplus(tmp_path, [1])
    assert read.reports[0].text == "It burned.\n\nGone"
    assert read.marks == (Mark("1_1ecb", 3, 9, "ACT1"),)


def test_without_data_the_benchmark_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert coreference.main(["nowhere"]) == 0
    assert "skipped" in capsys.readouterr().out
