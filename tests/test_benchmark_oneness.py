"""What is learned of marked reports: which words mean the same, which reports are of one story, which tellings one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("scipy")

from benchmarks import coreference
from benchmarks.goldevents import Crossed, Mark, Topic, crossed, ecbplus
from benchmarks.learned.circumstances import side_by_side
from benchmarks.learned.company import company
from benchmarks.learned.contents import rarity, report_signs
from benchmarks.learned.families import families
from benchmarks.learned.meanings import meaning
from benchmarks.learned.network import network, said, scaled, weighed
from benchmarks.learned.networks import networked, telling_signs
from benchmarks.learned.oneness import deeds, learned, one_story
from benchmarks.learned.signs import signs
from crossread.reading.encoder.model import Encoder
from crossread.records import Report
from training.smallnet import taught

Answer = Callable[..., list[list[int]]]
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


def test_every_sign_is_known_to_the_networks(topic: Crossed) -> None:
    beside = side_by_side(topic.tellings, topic.readings)
    found = telling_signs(topic.tellings, topic.readings, learned().reports, beside)
    assert set(found) == set(network("alone").signs)
    beside = company(weighed(found, network("alone")), [telling.at[0] for telling in topic.tellings])
    assert set(found) | set(beside) == set(network("together").signs)


def test_two_that_are_like_the_same_third_keep_company() -> None:
    likely = np.array([[1, 0.2, 0.9, 0.0], [0.2, 1, 0.9, 0.0], [0.9, 0.9, 1, 0.0], [0.0, 0.0, 0.0, 1]])
    found = company(likely, ["a", "b", "c", "c"])
    assert found["like the same"][0, 1] > found["like the same"][0, 3]
    assert found["by a third"][0, 1] == 0.9
    assert found["ahead of rivals"][0, 2] > found["ahead of rivals"][0, 3]


def test_a_network_learns_what_no_single_sign_tells() -> None:
    draw = np.random.default_rng(0)
    table = draw.uniform(-1, 1, (4000, 2)).astype(np.float32)
    right = table[:, 0] * table[:, 1] > 0
    known = taught(("one", "other"), np.tile(table, (10, 1)), np.tile(right, 10))
    assert np.mean((said(scaled(table, known), known) > 0) == right) > 0.9


def test_reports_of_one_story_are_likelier_one_than_others(topic: Crossed) -> None:
    story = one_story(topic.readings, rarity(topic.readings), learned().reports)
    assert min(story[0, 1], story[2, 3]) > story[0, 2]


@pytest.mark.parametrize("answer", [deeds, networked])
def test_other_words_for_a_deed_are_one_deed_and_other_deeds_are_not(topic: Crossed, answer: Answer) -> None:
    of = {k: number for number, group in enumerate(answer(topic.tellings, topic.readings)) for k in group}
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
