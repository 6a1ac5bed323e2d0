from __future__ import annotations

import json
from pathlib import Path

from benchmarks.status import judged, measure, sentences
from crossread.reading.encoder.model import Encoder

CONLLU = """# sent_id = mill-0002
# text = Ana did not visit the mill, but Tomas visited it.
1	Ana	Ana	PROPN	_	_	4	nsubj	_	_
2	did	do	AUX	_	_	4	aux	_	_
3	not	not	PART	_	_	4	advmod	_	_
4	visit	visit	VERB	_	_	0	root	_	_
5	the	the	DET	_	_	6	det	_	_
6	mill	mill	NOUN	_	_	4	obj	_	SpaceAfter=No
7	,	,	PUNCT	_	_	4	punct	_	_
8	but	but	CCONJ	_	_	10	cc	_	_
9	Tomas	Tomas	PROPN	_	_	10	nsubj	_	_
10	visited	visit	VERB	_	_	4	conj	_	_
11	it	it	PRON	_	_	10	obj	_	SpaceAfter=No
12	.	.	PUNCT	_	_	4	punct	_	_

# sent_id = mill-0003
# text = He can't swim.
1	He	he	PRON	_	_	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	_	_	4	aux	_	_
3	n't	not	PART	_	_	4	advmod	_	_
4	swim	swim	VERB	_	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	_	_	4	punct	_	_
"""


def corpus(folder: Path) -> Path:
    def mark(value: float) -> dict[str, dict[str, dict[str, float]]]:
        return {"factuality": {"factual": {"value": value, "confidence": 1.0}}}

    data = {
        "ewt-test-9": {
            "ewt-test-9-semantics-pred-4": mark(-1.1),
            "ewt-test-9-semantics-pred-10": mark(1.1),
            "ewt-test-9-semantics-pred-6": mark(0.2),
        }
    }
    (folder / "factuality.json").write_text(json.dumps({"data": data}))
    (folder / "ud_ids.json").write_text(json.dumps({"ewt-test-9": {"sentence_id": "mill-0002"}}))
    (folder / "test.conllu").write_text(CONLLU)
    return folder


def test_words_keep_their_characters(tmp_path: Path) -> None:
    first, second = sentences(corpus(tmp_path) / "test.conllu")
    assert first[1][slice(*first[2][10])] == "visited"
    assert second[1][slice(*second[2][4])] == "swim"


def test_sentences_are_joined_by_id_and_unclear_ones_left_out(tmp_path: Path) -> None:
    texts, found = judged(corpus(tmp_path), tmp_path / "test.conllu", "test")
    words = [(texts[one.sentence][one.start : one.end], one.happened) for one in found]
    assert words == [("visit", False), ("visited", True)]


def test_status_is_measured(tmp_path: Path, encoder: Encoder) -> None:
    figures, wrong = measure(corpus(tmp_path), tmp_path / "test.conllu", "test", encoder.analyse)
    assert figures["predicates"] == 2
    assert figures["any status"] == 1, wrong
