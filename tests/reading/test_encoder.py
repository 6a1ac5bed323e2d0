"""The encoder's laws, on the shipped model: offsets, trees, determinism, odd texts. Quality is measured elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossread.embeddings import cosine
from crossread.errors import ModelError
from crossread.reading.encoder.model import Encoder
from crossread.records import Analysis, Sentence

STORM = """Storm Kills Nine in Velmora

VELMORA (Orel News) — At least nine people were killed on Tuesday when a storm hit the port of Velmora, officials said.

"We don't know how many are missing," Mayor Jana Orel told reporters in Sarn on Wednesday. The army wasn't asked."""
TRUCE = "The U.N. mission has denied that its troops left Karst. According to the Dune Front, the truce would not hold."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def texts_of(text: str, sentence: Sentence, field: str, label: str) -> list[str]:
    tokens = sentence.tokens
    return [text[tokens[t.first].start : tokens[t.last].end] for t in getattr(sentence, field) if t.label == label]


def assert_lawful(text: str, analysis: Analysis) -> None:
    for sentence in analysis.sentences:
        tokens = sentence.tokens
        assert (sentence.start, sentence.end) == (tokens[0].start, tokens[-1].end)
        assert all(text[t.start : t.end] == t.text for t in tokens)
        assert [t.head for t in tokens].count(-1) == 1
        assert all((t.rel == "root") == (t.head == -1) for t in tokens)
        for index in range(len(tokens)):
            steps, word = 0, index
            while tokens[word].head >= 0:
                word, steps = tokens[word].head, steps + 1
                assert steps <= len(tokens), "a cycle"
        for tagged in (*sentence.names, *sentence.times, *sentence.attributions, *sentence.deeds):
            assert 0 <= tagged.first <= tagged.last < len(tokens)
            assert 0 < tagged.score <= 1.0001
        assert abs(cosine(sentence.embedding, sentence.embedding) - 1) < 1e-3


ODD = {
    "one word": "Storm",
    "emoji": "🙂 Nine 👩‍👩‍👧 people 🇺🇳 died. 🙂🙂",
    "one symbol": "…",
    "other scripts": "مدينة حلب и город Алеппо 阿勒颇。完",
    "controls": "a\u200bb \ufeff x\u0301\u0301 \x00 y",
    "long word": "x" * 5000 + " fell.",
    "capitals": "NINE PEOPLE WERE KILLED IN VELMORA ON TUESDAY, OFFICIALS SAID.",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_keep_the_laws(encoder: Encoder, name: str) -> None:
    assert_lawful(ODD[name], encoder.analyse("odd", ODD[name]))


@pytest.mark.parametrize("text", [STORM, TRUCE])
def test_plain_texts_keep_the_laws(encoder: Encoder, text: str) -> None:
    assert_lawful(text, encoder.analyse("r", text))


def test_no_words_no_sentences(encoder: Encoder) -> None:
    assert encoder.analyse("r", " \n ") == encoder.analyse("r", "") == Analysis(report="r", sentences=())


def test_a_very_long_sentence_is_read_in_windows_and_stays_one_sentence(encoder: Encoder) -> None:
    text = "The mayor of Velmora named " + ", ".join(f"Jana Orel of Sarn{n}" for n in range(55)) + "."
    analysis = encoder.analyse("r", text)
    assert len(analysis.sentences) == 1
    assert "".join(t.text for t in analysis.sentences[0].tokens) == text.replace(" ", "")
    assert_lawful(text, analysis)


def test_a_report_is_read_alike_twice_and_after_others(encoder: Encoder) -> None:
    first = encoder.analyse("r", STORM)
    encoder.analyse("other", TRUCE * 30)
    assert encoder.analyse("r", STORM) == first
    assert Encoder().analyse("r", STORM) == first


def test_it_finds_what_is_plain(encoder: Encoder) -> None:
    body = encoder.analyse("r", STORM).sentences[1]
    assert "Velmora" in texts_of(STORM, body, "names", "LOC")
    assert texts_of(STORM, body, "times", "DATE") == ["Tuesday"]
    assert "officials" in texts_of(STORM, body, "attributions", "SOURCE")
    assert "killed" in texts_of(STORM, body, "deeds", "HAPPENED")
    killed = next(t for t in body.tokens if t.text == "killed")
    assert (killed.pos, killed.lemma) == ("VERB", "kill")
    assert any(t.rel == "nsubj:pass" and t.text == "people" and body.tokens[t.head] is killed for t in body.tokens)


def test_without_embeddings(encoder: Encoder) -> None:
    assert all(s.embedding == b"" for s in Encoder(embed=False).analyse("r", TRUCE).sentences)


def test_a_missing_model_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be loaded"):
        Encoder(tmp_path)
