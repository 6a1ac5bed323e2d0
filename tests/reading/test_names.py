"""Who and where in one report: boundaries, types, titles, descriptions, references; invented texts, shipped model."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from crossread.reading.encoder.model import Encoder
from crossread.reading.names import find_mentions, find_names
from crossread.records import Mention, Report
from crossread.trees import Tree

Find = Callable[[str], tuple[Mention, ...]]


@pytest.fixture(scope="session")
def find(encoder: Encoder) -> Find:
    def mentions(text: str) -> tuple[Mention, ...]:
        report = Report(id="r", source="r.txt", text=text)
        return find_mentions(report, tuple(Tree(s) for s in encoder.analyse("r", text).sentences))

    return mentions


@pytest.fixture(scope="session")
def alone(encoder: Encoder) -> Find:
    def names(text: str) -> tuple[Mention, ...]:
        report = Report(id="r", source="r.txt", text=text)
        return find_names(report, tuple(Tree(s) for s in encoder.analyse("r", text).sentences))

    return names


def the(found: tuple[Mention, ...], text: str) -> Mention:
    """The first mention with that text."""
    for mention in found:
        if mention.span.text == text:
            return mention
    raise AssertionError(f"{text!r} is not among {[m.span.text for m in found]}")


def test_spans_quote_the_report_and_do_not_overlap(find: Find) -> None:
    text = (
        "Kenyan President Ada Wekesa met Peru's army chief, Gen. Luis Sotomayor, in Lima. He thanked her.\n\nShe left."
    )
    found = find(text)
    assert all(text[m.span.start : m.span.end] == m.span.text for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_no_text_no_mentions(find: Find) -> None:
    assert find("") == ()


# --------------------------------------------------------------------------- boundaries and titles


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Kenyan President Ada Wekesa arrived in Lima on Monday.", "Ada Wekesa", "Kenyan President"),
        ("Gen. Luis Sotomayor inspected the bridge.", "Luis Sotomayor", "Gen."),
        ("Mr Wekesa said the talks would go on.", "Wekesa", "Mr"),
        ("Secretary of Defense Ada Wekesa arrived in Lima on Monday.", "Ada Wekesa", "Secretary of Defense"),
    ],
)
def test_titles_are_kept_apart(find: Find, text: str, name: str, title: str) -> None:
    mention = the(find(text), name)
    assert (mention.type, mention.title) == ("person", title)


def test_no_possessive_and_whole_hyphened_names(find: Find) -> None:
    found = find("Laila Al-Mansouri's lawyer told reporters that Nora Hale-Brandt had left.")
    assert the(found, "Laila Al-Mansouri").type == "person"
    assert the(found, "Nora Hale-Brandt").type == "person"


def test_a_body_that_holds_a_place_is_one_body(find: Find) -> None:
    found = find("Researchers at the University of Peru published the survey on Friday.")
    assert the(found, "University of Peru").type == "organisation"
    assert "Peru" not in [m.span.text for m in found]


def test_a_name_spelled_out_before_its_acronym(find: Find) -> None:
    found = find("The Kisumu Flood Relief Fund (KFRF) sent boats. The KFRF said more were needed.")
    assert the(found, "Kisumu Flood Relief Fund").type == "organisation"
    assert [m.type for m in found if m.span.text == "KFRF"] == ["organisation"] * 2


def test_what_stands_behind_a_comma_belongs_to_a_company(find: Find) -> None:
    assert "Inc." not in [m.span.text for m in find("Kisumu Marketing, Inc. of Nairobi sold its ships.")]


def test_given_names_of_two_syllables_stay_whole(find: Find) -> None:
    assert the(find("President Park Tae-jun arrived in Lima on Monday."), "Park Tae-jun").type == "person"


def test_an_acronym_is_of_the_kind_that_its_long_form_has(find: Find) -> None:
    found = find("The Veldra Harbour Authority (VHRA) closed the port on Monday. Workers said the VHRA was right.")
    assert {m.type for m in found if m.span.text == "VHRA"} == {"government"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kisumu Water Authority said on Monday that the wells were dry.", "Water Authority"),
        ("The Serious Fraud Office accused the company of bribery.", "Serious Fraud Office"),
    ],
)
def test_the_words_of_a_states_body_tell(find: Find, text: str, name: str) -> None:
    assert next(m.type for m in find(text) if name in m.span.text) == "government"


def test_what_ends_in_a_possessive_is_a_name_only_where_it_owns_nothing(alone: Find) -> None:
    text = "The minister met Kenya 's president and Ada Wekesa 's brother on Monday ."
    assert [m.span.text for m in alone(text)] == ["Kenya", "Ada Wekesa"]


def test_a_thing_is_no_body(alone: Find) -> None:
    found = alone("Ada Wekesa read it on her iPad and wrote from Gmail. The court named the Clean Rivers Act.")
    assert [m.span.text for m in found] == ["Ada Wekesa"]


def test_storms_bear_names_and_are_nobody(find: Find) -> None:
    found = find("Hurricane Ada killed two people in Peru. Ada Wekesa left the city.")
    assert [m.span.text for m in found if m.named] == ["Peru", "Ada Wekesa"]


def test_a_word_that_is_a_name_too_needs_a_label(find: Find) -> None:
    assert not [m for m in find("For the first time they met in March, and time was short.") if m.named]


def test_names_alone_have_what_titles_and_descriptions_take_in(find: Find, alone: Find) -> None:
    text = "Kenya's army met US troops and Uganda's President Ada Wekesa in Lima."
    assert [m.span.text for m in alone(text)] == ["Kenya", "US", "Uganda", "Ada Wekesa", "Lima"]
    assert "Kenya" not in [m.span.text for m in find(text)]


def test_a_towns_police_is_a_body(find: Find, alone: Find) -> None:
    text = "Nairobi police said two men had been arrested. They were taken to the Nairobi police station."
    assert the(find(text), "Nairobi police").type == "government"
    assert [m.span.text for m in find(text) if m.named] == ["Nairobi police", "Nairobi"]
    assert [m.span.text for m in alone(text)] == ["Nairobi", "Nairobi"]


def test_peoples_and_faiths_are_people_or_no_name(find: Find) -> None:
    found = find("Maoist rebels attacked a Sunni mosque in Nairobi.")
    assert [m.span.text for m in found if m.named] == ["Nairobi"]
    assert all(m.type == "people" for m in find("Thousands of Kurds left Nairobi.") if m.span.text == "Kurds")


def test_capitals_do_not_part_a_name(find: Find) -> None:
    text = (
        "NAIROBI, 3 JAN 90 -- UNKNOWN INDIVIDUALS MURDERED JUAN ROMERO MORA AT HIS HOME IN NAIROBI YESTERDAY MORNING."
    )
    assert the(find(text), "JUAN ROMERO MORA").type == "person"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Two fighters of the Veldra Movement were killed in Lima.", "Veldra Movement", "armed group"),
        ("Shares in the Brondex Group fell by a tenth on Monday.", "Brondex Group", "company"),
        ("The minister told the Lakewire Network that talks had failed.", "Lakewire Network", "media"),
        ("The Kisumu Police Department found two rifles.", "Kisumu Police Department", "government"),
    ],
)
def test_what_stands_beside_an_unknown_body_tells_its_kind(find: Find, text: str, name: str, kind: str) -> None:
    assert the(find(text), name).type == kind


def test_small_words_are_no_acronyms(find: Find) -> None:
    texts = {m.span.text.lower() for m in find("They told us who is to blame, and it may be us.")}
    assert not texts & {"us", "who", "is", "may"}


def test_offices_alone_are_no_names(find: Find) -> None:
    assert not [m for m in find("The Prime Minister and the Secretary of State met.") if m.named]


# --------------------------------------------------------------------------- countries


@pytest.mark.parametrize(
    ("text", "country", "kind"),
    [
        ("Kenya says it will close the border.", "Kenya", "government"),
        ("Kenya, Uganda and Peru have agreed to share the water.", "Uganda", "government"),
        ("The talks between Kenya and Uganda failed.", "Uganda", "government"),
        ("The minister accused Kenya of lying.", "Kenya", "government"),
        ("The Kenya-led mission begins on Monday.", "Kenya", "government"),
        ("Nairobi said the deal was dead.", "Nairobi", "government"),
        ("US strikes hit two depots.", "US", "government"),
        ("Two people drowned in Kenya on Monday.", "Kenya", "place"),
        ("The storm moved across Kenya towards Uganda.", "Uganda", "place"),
        ("They flew to Nairobi on Friday.", "Nairobi", "place"),
        ("The quake was felt in Nairobi and Kampala.", "Kampala", "place"),
    ],
)
def test_a_country_is_a_place_or_its_government(find: Find, text: str, country: str, kind: str) -> None:
    assert the(find(text), country).type == kind


def test_directions_belong_to_a_place(find: Find) -> None:
    assert the(find("Floods cut roads in northern Kenya on Monday."), "northern Kenya").type == "place"


# --------------------------------------------------------------------------- descriptions


@pytest.mark.parametrize(
    ("text", "described", "kind"),
    [
        ("Kenyan troops crossed the river.", "Kenyan troops", "government"),
        ("The Kenyan government denied the report.", "Kenyan government", "government"),
        ("Unidentified gunmen attacked the convoy.", "Unidentified gunmen", "armed group"),
        ("Opposition activists blocked the road.", "Opposition activists", "people"),
        ("Provincial police found two rifles.", "Provincial police", "government"),
        ("A Uganda-backed militia took the town.", "Uganda-backed militia", "armed group"),
        ("Ana Bell was killed by a drunk hit-and-run driver.", "hit-and-run driver", "person"),
    ],
)
def test_descriptions_are_mentions_without_a_name(find: Find, text: str, described: str, kind: str) -> None:
    mention = the(find(text), described)
    assert (mention.type, mention.named) == (kind, False)


def test_a_country_in_a_description_is_no_mention_of_its_own(find: Find) -> None:
    assert [m.span.text for m in find("Kenya's army crossed the river.")] == ["Kenya's army"]


# --------------------------------------------------------------------------- references


def refers(found: tuple[Mention, ...], text: str) -> str | None:
    to = the(found, text).refers
    return None if to is None else found[to].span.text


def test_a_pronoun_stands_for_the_person_last_spoken_of(find: Find) -> None:
    found = find("Mrs Ada Wekesa resigned on Monday. She said she was tired.")
    assert refers(found, "She") == "Ada Wekesa"
    assert not [m for m in find("It was raining. They were late.") if m.span.text in ("It", "They")]


def test_a_man_is_not_she(find: Find) -> None:
    found = find("Mr Tom Barasa resigned on Monday. She said nothing.")
    assert "She" not in [m.span.text for m in found]


def test_an_office_stands_for_its_holder(find: Find) -> None:
    found = find("Governor Ada Wekesa opened the dam. Hours later the governor flew to Kisumu.")
    assert refers(found, "governor") == "Ada Wekesa"


def test_the_group_stands_for_the_group_named_last(find: Find) -> None:
    found = find("The Red Valley Brigade attacked the camp. The group later released a video.")
    assert refers(found, "group") == "Red Valley Brigade"


def test_a_coalition_is_not_the_group_it_fights(find: Find) -> None:
    found = find("The Red Valley Brigade fought on. The coalition bombed it, and the coalition lost a plane.")
    assert all(m.refers is None for m in found if m.span.text.endswith("coalition"))


def test_unknown_references_stay_open(find: Find) -> None:
    assert all(m.refers is None for m in find("The group released a video on Monday."))


def test_capitals_do_not_hide_names(find: Find) -> None:
    found = find("KENYAN TROOPS CROSS RIVER INTO UGANDA\n\nKenyan troops crossed the river into Uganda on Monday.")
    assert [m.type for m in found if m.span.text.lower() == "uganda"] == ["place", "place"]


def test_the_full_stop_of_an_abbreviation_belongs_to_the_name(find: Find) -> None:
    assert the(find("Officials thanked Tomas Boro Jr., who led the search."), "Tomas Boro Jr.").type == "person"


def test_a_nickname_in_brackets_parts_no_name(find: Find) -> None:
    assert the(find("A vigil was held for Nadia (Nan) Reyes on Monday."), "Nadia (Nan) Reyes").type == "person"


def test_a_lawmakers_party_and_state_are_nobody(find: Find) -> None:
    found = find("Sen. Nadia Reyes, R-Fla., and Tomas Hale, D-S.C., said so.")
    assert [m.span.text for m in found if m.named] == ["Nadia Reyes", "Tomas Hale"]


def test_a_ministry_of_something_is_a_body(find: Find) -> None:
    assert the(find("The report blamed the Ministry of Finance."), "Ministry of Finance").type == "government"


def test_matters_and_people_to_come_are_nobody(find: Find) -> None:
    assert not [m for m in find("Artificial intelligence may help future terrorists.") if m.type != "place"]
    assert the(find("Kenyan intelligence said the road was open."), "Kenyan intelligence").type == "government"


@pytest.mark.parametrize(
    ("text", "description", "wanted"),
    [
        (
            "The Ministry of Health met the Senate. The Senate rose. The ministry closed.",
            "ministry",
            "Ministry of Health",
        ),
        ("The Senate rose on Monday. The ministry closed.", "ministry", None),
        ("KISUMU, Feb 13, 2026 (MPA) - A judge freed the miner. The union was glad.", "union", None),
    ],
)
def test_a_ministry_is_named_so_and_an_agency_only_tells(
    find: Find, text: str, description: str, wanted: str | None
) -> None:
    found = find(text)
    assert [refers(found, m.span.text) for m in found if m.span.text.lower().endswith(description)][-1:] in (
        [wanted],
        [] if wanted is None else [wanted],
    )
