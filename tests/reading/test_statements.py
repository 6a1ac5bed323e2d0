"""Who says what: each way in which a report tells it, in invented sentences read with the shipped model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.reading.encoder.model import Encoder
from crossread.reading.statements.saying import find_statements
from crossread.records import Mention, Reading, Report, StatementMention
from crossread.spans import must_quote
from crossread.trees import Tree

Say = Callable[..., tuple[StatementMention, ...]]
PEOPLE = {
    "Nadia Reyes": "person",
    "Reyes": "person",
    "Tomas Okafor": "person",
    "Okafor": "person",
    "Northern Front": "armed group",
    "Valdoria": "government",
    "Radio Meridian": "media",
    "Meridian News": "media",
    "Harbour Post": "media",
    "Coast Watch": "organisation",
    "WQXD": "organisation",
    "Sarnik Ledger": "organisation",
}


def mentions_of(report: Report) -> tuple[Mention, ...]:
    """The invented names above, wherever they stand; a name inside a longer one is left out."""
    found: list[Mention] = []
    for name in sorted(PEOPLE, key=len, reverse=True):
        at = report.text.find(name)
        while at >= 0:
            if not any(m.span.start <= at < m.span.end for m in found):
                found.append(Mention(must_quote(report, at, at + len(name)), PEOPLE[name], named=True))  # type: ignore[arg-type]
            at = report.text.find(name, at + 1)
    return tuple(sorted(found, key=lambda m: m.span.start))


@pytest.fixture(scope="session")
def said(encoder: Encoder) -> Say:
    def read(text: str) -> tuple[StatementMention, ...]:
        report = Report(id="r", source="r.txt", text=text)
        trees = tuple(Tree(sentence) for sentence in encoder.analyse(report.id, text).sentences)
        return find_statements(report, trees, mentions_of(report))

    return read


def only(found: tuple[StatementMention, ...]) -> StatementMention:
    assert len(found) == 1, [(s.speaker_text, s.cue.text, s.content.text) for s in found]
    return found[0]


def test_indirect_speech(said: Say) -> None:
    statement = only(said("Nadia Reyes said on Monday that the bridge was closed."))
    assert statement.speaker_text == "Nadia Reyes"
    assert statement.content.text == "that the bridge was closed"
    assert (statement.kind, statement.direct) == ("claim", False)


def test_direct_speech_with_the_speaker_behind_it(said: Say) -> None:
    statement = only(said("“The bridge is closed to all traffic,” said Nadia Reyes."))
    assert statement.speaker_text == "Nadia Reyes"
    assert statement.content.text == "“The bridge is closed to all traffic,”"
    assert statement.direct


def test_a_quotation_over_two_sentences_is_one_content(said: Say) -> None:
    found = said("“The bridge is closed. Nobody may cross the river,” Nadia Reyes said.")
    assert only(found).content.text == "“The bridge is closed. Nobody may cross the river,”"


def test_a_split_quotation_is_one_statement(said: Say) -> None:
    statement = only(said("“The bridge is closed,” Nadia Reyes said, “and nobody may cross the river.”"))
    assert statement.content.text.startswith("“The bridge")
    assert statement.content.text.endswith("river.”")


def test_a_quotation_without_a_cue_goes_on_with_its_speaker(said: Say) -> None:
    statement = only(said("“The bridge is closed,” said Nadia Reyes. “We will open it again next week.”"))
    assert statement.speaker_text == "Nadia Reyes"
    assert statement.content.text.startswith("“The bridge is closed")
    assert statement.content.text.endswith("again next week.”")


def test_according_to(said: Say) -> None:
    statement = only(said("According to Coast Watch, the ship left the harbour with three sailors."))
    assert statement.speaker_text == "Coast Watch"
    assert statement.content.text == "the ship left the harbour with three sailors"


def test_a_chain_keeps_the_outlet_as_the_one_who_passed_it_on(said: Say) -> None:
    statement = only(said("Coast Watch said that the ship left the harbour, Radio Meridian reported."))
    assert statement.speaker_text == "Coast Watch"
    assert [span.text for span in statement.via] == ["Radio Meridian"]


def test_told_an_outlet(said: Say) -> None:
    statement = only(said("Nadia Reyes told Radio Meridian that the ship left the harbour."))
    assert statement.speaker_text == "Nadia Reyes"
    assert [span.text for span in statement.via] == ["Radio Meridian"]


def test_an_outlet_that_cites_others_passes_on(said: Say) -> None:
    statement = only(said("The ship left the harbour at night, Meridian News reported, citing two officials."))
    assert statement.speaker_text == "two officials"
    assert [span.text for span in statement.via] == ["Meridian News"]


def test_an_outlet_alone_is_the_speaker(said: Say) -> None:
    statement = only(said("The ship left the harbour at night, Meridian News reported."))
    assert (statement.speaker_text, statement.kind, statement.via) == ("Meridian News", "report", ())


@pytest.mark.parametrize(
    ("text", "kind", "inside"),
    [
        ("Valdoria denied attacking the convoy.", "denial", "attacking the convoy"),
        ("The Northern Front demanded the release of all prisoners.", "demand", "the release of all prisoners"),
        ("The Northern Front called for the withdrawal of the troops.", "demand", "the withdrawal of the troops"),
        ("Valdoria threatened to close the border.", "threat", "to close the border"),
        ("Nadia Reyes accused Valdoria of hiding the figures.", "accusation", "Valdoria of hiding the figures"),
        ("Nadia Reyes blamed Valdoria for the delay.", "accusation", "Valdoria for the delay"),
        ("Nadia Reyes condemned the arrests.", "criticism", "the arrests"),
        ("Nadia Reyes promised to rebuild the bridge.", "promise", "to rebuild the bridge"),
        ("Nadia Reyes urged residents to leave the valley.", "appeal", "residents to leave the valley"),
        ("Nadia Reyes warned that the dam could break.", "warning", "the dam could break"),
        ("The Northern Front claimed responsibility for the raid.", "claim of responsibility", "for the raid"),
        ("Valdoria confirmed that two soldiers were missing.", "confirmation", "two soldiers were missing"),
        ("Valdoria announced a new tax on salt.", "announcement", "a new tax on salt"),
    ],
)
def test_kinds_by_cue(said: Say, text: str, kind: str, inside: str) -> None:
    statement = only(said(text))
    assert statement.kind == kind
    assert inside in statement.content.text


def test_the_spokesman_speaks_not_the_group(said: Say) -> None:
    found = said("A spokesman for the Northern Front, Tomas Okafor, said the road was mined.")
    assert only(found).speaker_text == "Tomas Okafor"


def test_a_source_without_a_name_keeps_its_words(said: Say) -> None:
    found = said("Two officials from the provincial police said the road was mined.")
    assert only(found).speaker_text == "Two officials from the provincial police"


def test_two_names_are_two_speakers(said: Say) -> None:
    found = said("Nadia Reyes and Tomas Okafor said the road was mined.")
    assert {s.speaker_text for s in found} == {"Nadia Reyes", "Tomas Okafor"}


def test_a_pronoun_goes_back_to_who_spoke_before(said: Say) -> None:
    found = said("Nadia Reyes said the road was mined. She said the bridge was closed.")
    assert len(found) == 2
    assert found[1].speaker == found[0].speaker is not None


def test_the_same_speaker_twice_in_a_sentence_is_two_statements_side_by_side(said: Say) -> None:
    first, second = said("Nadia Reyes said the road was mined, adding that the bridge was closed.")
    assert first.content.end <= second.cue.start
    assert second.content.text == "that the bridge was closed"


def test_nobody_has_said_what_a_condition_tells(said: Say) -> None:
    assert said("If Nadia Reyes says that the road is open, the buses will run.") == ()
    assert said("Nadia Reyes did not say that the road was open.") == ()


def test_plain_telling_is_no_statement(said: Say) -> None:
    assert said("The ship left the harbour at night and reached the island in the morning.") == ()


def test_a_transcript_and_a_heading_that_only_looks_like_one(said: Say) -> None:
    first, second = said(
        "REYES: We will rebuild the bridge.\n\nOKAFOR: When?\n\nREYES: Before the winter.\n\nOKAFOR: Good."
    )[::2]
    assert (first.speaker_text, first.content.text) == ("REYES", "We will rebuild the bridge.")
    assert second.content.text == "Before the winter."
    assert said("SPONSORED: Five ways to save money at home") == ()
    assert said("READ ALSO: Bridge closed for the winter") == ()


def test_every_span_quotes_the_report(said: Say) -> None:
    text = (
        "Reyes: Bridge closed\n\n“The bridge is closed,” Nadia Reyes told Radio Meridian. “It’s unsafe.”\n\n"
        "Valdoria, which denied the claim, accused the Northern Front of “sabotage”, the Harbour Post reported."
    )
    for statement in said(text):
        spans = [statement.cue, statement.content, *statement.evidence, *statement.via]
        assert statement.evidence
        for span in [*spans, *([statement.speaker_span] if statement.speaker_span else [])]:
            assert text[span.start : span.end] == span.text


def test_what_is_called_for_has_its_subject(said: Say) -> None:
    [demand] = [s for s in said("Nadia Reyes called again for the mayor to resign.") if s.kind == "demand"]
    assert demand.content.text.endswith("the mayor to resign")


def test_a_call_sign_is_an_outlet_that_passes_on(said: Say) -> None:
    statement = only(said("“The bridge is closed,” Nadia Reyes told the affiliate WQXD."))
    assert [span.text for span in statement.via] == ["WQXD"]


def test_one_who_is_told_and_is_named_like_an_outlet_passes_on(said: Say) -> None:
    statement = only(said("Nadia Reyes told the Sarnik Ledger that the bridge was closed."))
    assert [span.text for span in statement.via] == ["Sarnik Ledger"]


def test_an_outlet_without_a_name_passes_on(said: Say) -> None:
    statement = only(said("“The bridge is closed,” Nadia Reyes told state television."))
    assert [span.text for span in statement.via] == ["state television"]


def test_what_was_not_said_is_no_statement(said: Say) -> None:
    assert said("Nadia Reyes declined to say why the bridge was closed.") == ()
    assert said("Nobody said that the bridge was closed.") == ()


def test_by_somebodys_count(said: Say) -> None:
    statement = only(said("By Coast Watch's count, 40 boats left the harbour on Monday."))
    assert (statement.speaker_text, statement.content.text) == ("Coast Watch", "40 boats left the harbour on Monday")


def test_calling_something_a_name_is_an_opinion(said: Say) -> None:
    statement = only(said("Nadia Reyes called this “a second flood”."))
    assert (statement.speaker_text, statement.kind) == ("Nadia Reyes", "opinion")
    assert "a second flood" in statement.content.text


def test_a_mark_that_ends_the_sentence_before_the_cue(said: Say) -> None:
    statement = only(said("“Nobody closes this bridge!” Nadia Reyes thundered in the town hall."))
    assert (statement.speaker_text, statement.content.text) == ("Nadia Reyes", "“Nobody closes this bridge!”")


def test_an_open_quotation_has_the_speaker_whom_a_later_paragraph_names(said: Say) -> None:
    text = "“The bridge is closed.\n\n“We will open it on Monday,” Nadia Reyes told the council."
    assert [(s.content.text, s.speaker_text) for s in said(text)] == [
        ("“The bridge is closed.", "Nadia Reyes"),
        ("“We will open it on Monday,”", "Nadia Reyes"),
    ]


def test_a_claimed_attack_is_a_claim_of_responsibility(said: Say) -> None:
    statement = only(said("The bombing was claimed by the Northern Front on Monday."))
    assert (statement.speaker_text, statement.kind) == ("Northern Front", "claim of responsibility")
    assert [s.kind for s in said("Nadia Reyes claimed the prize.")] != ["claim of responsibility"]


def test_crowds_speak(said: Say) -> None:
    statement = only(said("Dozens chanted “Open the bridge” outside the town hall."))
    assert statement.speaker_text == "Dozens"
    assert "Open the bridge" in statement.content.text


def test_an_aside_leaves_the_whole_sentence_as_what_is_said(said: Say) -> None:
    text = "The driver was shot on Saturday after, police say, pointing a gun at the guards."
    assert only(said(text)).content.text == text[:-1]


def test_whose_allegations_they_are(said: Say) -> None:
    found = said("Residents deny police allegations that the driver carried a gun.")
    assert ("police", "accusation") in [(s.speaker_text, s.kind) for s in found]


def test_an_outlet_that_no_name_was_read_for_passes_on(said: Say) -> None:
    statement = only(said("Nadia Reyes told the Gazette that the bridge was closed."))
    assert [span.text for span in statement.via] == ["Gazette"]


def test_whoever_is_quoted_speaks_and_who_quotes_passes_on(said: Say) -> None:
    statement = only(said("“The bridge is closed,” Meridian News quoted Nadia Reyes."))
    assert (statement.speaker_text, [span.text for span in statement.via]) == ("Nadia Reyes", ["Meridian News"])


def test_a_message_signed_with_a_handle_alone(said: Say) -> None:
    statement = only(said("Smoke over the bridge, people are leaving the harbour — @harbourwatch"))
    assert (statement.speaker_text, statement.content.text[:5]) == ("@harbourwatch", "Smoke")


def test_items_behind_a_colon_are_said_by_whoever_announces_them(said: Say) -> None:
    found = said(
        "In view of this, Nadia Reyes states:\n\n1. We condemn the raid.\n\n2. The road to the mill is closed."
    )
    assert [(s.speaker_text, s.content.text) for s in found] == [
        ("Nadia Reyes", "We condemn the raid."),
        ("Nadia Reyes", "The road to the mill is closed."),
    ]


def test_two_sides_each_according_to_its_own(said: Say) -> None:
    text = "According to Nadia Reyes, two men fell at the mill, but according to Tomas Lind, nobody was hurt."
    assert [(s.speaker_text, s.content.text) for s in said(text)] == [
        ("Nadia Reyes", "two men fell at the mill"),
        ("Tomas Lind", "nobody was hurt"),
    ]


def test_a_body_with_the_name_of_a_pronoun_speaks(said: Say) -> None:
    assert [s.speaker_text for s in said("The WHO said that the road was closed.")] == ["The WHO"]


def test_a_participle_is_no_part_of_what_it_tells_itself(said: Say) -> None:
    text = "It's an honour to be compared in the same league by Mara Lund, the mayor said."
    assert [s.speaker_text for s in said(text)] == ["the mayor"]


@pytest.mark.parametrize("nobody", ["No group", "Nobody"])
def test_what_nobody_claims_is_no_statement(read: Callable[..., tuple[Report, Reading]], nobody: str) -> None:
    _, reading = read(f"{nobody} has claimed responsibility for the attack.")
    assert reading.statements == ()


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Nadia Reyes was questioned by the police for two hours.", []),
        ("The police questioned Nadia Reyes.", []),
        ("The ruling was questioned by Nadia Reyes.", ["Nadia Reyes"]),
        ("The police dismissed Nadia Reyes.", []),
        ("Nadia Reyes dismissed critics as enemies of progress.", ["Nadia Reyes"]),
        ("An official who asked not to be named arrived on Monday.", []),
        ("Nadia Reyes questioned the plan.", ["Nadia Reyes"]),
    ],
)
def test_who_is_questioned_is_asked_and_what_is_questioned_is_doubted(
    said: Say, text: str, speakers: list[str]
) -> None:
    assert [s.speaker_text for s in said(text)] == speakers


def test_to_rule_a_land_is_to_say_nothing(said: Say) -> None:
    assert said("Nadia Reyes has ruled the island for nine years.") == ()
    assert [s.kind for s in said("Nadia Reyes ruled out a vote.")] == ["denial"]


@pytest.mark.parametrize(
    "head",
    [
        "VARSK, Elvia, May 5, 2031 (QNA) - ",
        "Varsk (QNA) -- ",
        "ST ORLA - ",
        "VARSK, 5 May /QNA/ -- [Text] ",
    ],
)
def test_a_dateline_is_no_part_of_what_is_said(said: Say, head: str) -> None:
    (one,) = said(f"{head}Three boats sank in the storm on Monday, Nadia Reyes said.")
    assert one.content.text == "Three boats sank in the storm on Monday"


def test_a_dash_within_a_sentence_is_no_dateline(said: Say) -> None:
    (one,) = said("The boats - Three Sisters and Orla - sank on Monday, Nadia Reyes said.")
    assert one.content.text.startswith("The boats - Three")


def test_what_is_said_of_somebody_is_not_said_by_him(read: Callable[..., tuple[Report, Reading]]) -> None:
    _, reading = read("Rebels said to have killed 12 in Orsk")
    assert reading.statements == ()
