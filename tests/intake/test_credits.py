"""Credits: what a report takes from an agency or outlet, and only that."""

from __future__ import annotations

from time import perf_counter

import pytest

from crossread.intake import credits, outlets
from crossread.records import Report


def names(text: str, outlet: str | None = None) -> list[str]:
    report = Report("r-1", "a.txt", "Bridge closed\n\n" + text, outlet=outlet)
    found = credits.find(report)
    for credit in found:
        assert all(span.text == report.text[span.start : span.end] for span in credit.evidence)
    return [credit.name for credit in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The bridge is closed, AFP reported.", "AFP"),
        ("Voss told Reuters that the bridge is closed.", "Reuters"),
        ("The bridge is closed, according to Xinhua news agency.", "Xinhua"),
        ("The bridge is closed, the state news agency SANA said on Monday.", "SANA"),
        ("OSTREL (AP) - The bridge is closed.", "AP"),
        ("The bridge is closed.\n\nArab News / Agencies", "Arab News"),
        ("The bridge is closed.\n\nThe Associated Press contributed to this report.", "Associated Press"),
        ("The Ostrel Herald reported that the bridge is closed.", "Ostrel Herald"),
        ("Voss told the Valley Tribune that the bridge is closed.", "Valley Tribune"),
        ("Ruritanian state television said the bridge is closed.", "Ruritanian state television"),
        ("The Ruritanian Observatory for Bridges reported that it is closed.", "Ruritanian Observatory for Bridges"),
        ("Voss said in an interview with Al Jazeera that it is closed.", "Al Jazeera"),
        ("Voss, speaking on CNN, said that it is closed.", "CNN"),
        ("It is closed, the National reported.", "The National"),
        ("Human Rights Watch, which has a team there, documented three cases.", "Human Rights Watch"),
        ('Voss told "Fox and Friends" that the bridge is closed.', "Fox and Friends"),
        ("Judicial Watch also reported that the bridge is closed.", "Judicial Watch"),
        ("OSTREL, March 4 (QVX) - The bridge is closed.", "QVX"),
        ("The bridge is closed.\n\n(QVX)", "QVX"),
        ("The bridge is closed, state television said.", "state television"),
        ("Voss told state-run radio that the bridge is closed.", "state-run radio"),
        ("Ruritanian television showed the closed bridge.", "Ruritanian television"),
        ("Voss told the student news agency QVNA that the bridge is closed.", "QVNA"),
        ("Voss told QVX7 that the bridge is closed.", "QVX7"),
        ("The bridge is closed, the Post says.", "Post"),
        ("The Herald-Lantern of Ostrel Falls reports that the bridge is closed.", "Herald-Lantern"),
        ("The bridge is closed, according to the Ostrel Post-Gazette.", "Ostrel Post-Gazette"),
        ("Bridge closed\n\nReuters, Ostrel Falls,\n\nThe bridge is closed.", "Reuters"),
        ("Speaking to Reuters, Voss said that the bridge is closed.", "Reuters"),
        ("NBC New York counted nine cars on the bridge.", "NBC New York"),
        ("Voss told NBC station KVLS that the bridge is closed.", "KVLS"),
        ("Voss told Ostrel radio that the bridge is closed.", "Ostrel radio"),
        ("The bridge is closed, said Tivoro, a private daily owned by the mayor.", "Tivoro"),
        ("The bridge is closed, according to Ana Bell of the Valley Tribune.", "Valley Tribune"),
        ("State media proudly reported that the bridge is open.", "State media"),
        ("The letter, which was obtained by Quayside, says that the bridge is closed.", "Quayside"),
        ("According to affidavits obtained by News 2, the bridge is closed.", "News 2"),
        ("The plan was first reported by Quayside.", "Quayside"),
        ("This article was originally published by Tal Risk Insights.", "Tal Risk Insights"),
        ("Voss said in an email to The Associated Press that the bridge is closed.", "Associated Press"),
        ("While state-run television showed the bridge, the ministry slept.", "state-run television"),
        ("ACCORDING TO AFP, THE BRIDGE WAS CLOSED ON MONDAY.", "AFP"),
        ("In CNET's long review, the bridge is closed.", "CNET"),
        ("Why the bridge is closed: it is complicated [Bloomberg]", "Bloomberg"),
        ("Dabiq is closed, Al-Mayadeen TV, a channel from Beirut, reported.", "Al Mayadeen"),
    ],
)
def test_credited(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "CNN followed with ten minutes on the bridge.",
        "The picture shows the bridge. Ana Bell/AFP/Getty Images",
        "The National Guard said the bridge is closed.",
        "The bridge is closed, the ministry said.",
        "He read the Ostrel Herald every morning.",
        "The bridge is closed, said Voss, a former daily visitor.",
        "The United Nations said the bridge is closed.",
        "Fake news reported that it is open.",
        "Human Rights Watch was founded long ago.",
        "The state media law is old, the minister said.",
        "The news agency has its office at the bridge.",
        "The post says Ostrel, four miles.",
        "An email obtained by the FBI shows that the bridge is closed.",
        "A copy of the letter was reviewed by Nadia Reyes.",
        "Documents obtained by OPD show that the bridge is closed.",
        "The bridge was first reported by Christopher Voss.",
        "Though many newspapers reported it, the bridge is open.",
        "The crowd was loud.\n\n[Applause]\n\nIt was louder.\n\n[Laughter]\n\nThen it left.\n\n[Applause]",
        "KPMG said the bridge is closed.",
        "The bridge is closed, said Ana Bell, an editor at a local daily.",
    ],
)
def test_not_credited(text: str) -> None:
    assert names(text) == []


def test_names_that_are_joined_are_credited_together() -> None:
    assert names("The bridge is closed, NBC and CNN reported, citing officials.") == ["CNN", "NBC"]


def test_a_dateline_is_a_credit_whoever_printed_it() -> None:
    assert names("(Reuters) - The bridge is closed.", "Reuters") == ["Reuters"]
    assert names("Voss told Reuters that it is closed.", "Reuters") == []


def test_a_credit_is_named_as_the_report_first_writes_it() -> None:
    assert names("Voss told AP that it is closed. The Associated Press counted nine cars.") == ["AP"]
    assert names("Voss told The Associated Press that it is closed. AP counted nine cars.") == ["Associated Press"]
    assert names("The bridge is closed, the Xinhua News Agency said.") == ["Xinhua"]


def test_every_domain_and_spelling_belongs_to_one_outlet() -> None:
    domains = [domain for outlet in outlets.known() for domain in outlet.domains]
    spellings = [spelling for outlet in outlets.known() for spelling in {outlet.name, *outlet.aliases}]
    assert sorted({d for d in domains if domains.count(d) > 1}) == []
    assert sorted({s for s in spellings if spellings.count(s) > 1}) == []


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.bbc.co.uk/news/1", "BBC"),
        ("https://edition.cnn.com/x", "CNN"),
        ("https://nobody.example/x", None),
        ("saved/bbc.txt", None),
    ],
)
def test_outlets_by_address(url: str, name: str | None) -> None:
    found = outlets.of_address(url)
    assert (found.name if found else None) == name


def test_an_outlet_is_no_credit_of_itself_however_it_is_spelt() -> None:
    assert names("Voss told the Ostrel Herald that it is closed.", "The Ostrel Herald") == []
    assert names("Voss told HuffPost that it is closed.", "Huffington Post") == []


def test_a_short_form_that_the_report_introduces_is_the_same_outlet() -> None:
    text = "The Ostrel Press Agency (OPA) said it is closed. Voss told OPA that it stays so. The OPA building is old."
    assert names(text) == ["Ostrel Press Agency"]
    assert names("The Ostrel Press Agency (XYZ) is old. Voss told XYZ that it is closed.") == []


def test_words_for_owners_without_an_owned_thing_are_left_in_time() -> None:
    text = "The " + "state official " * 5000
    started = perf_counter()
    assert names(text + "ended.") == []
    assert perf_counter() - started < 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"It is closed," Voss said this month on CNN.', ["CNN"]),
        ('On this weekend\'s broadcast of "Fox News Sunday," Voss spoke of the bridge.', ["Fox News"]),
        ("There was hardly any coverage of the vote on state television.", []),
        ("The BBC's Ana Bell in Maro says the bridge is closed.", ["BBC"]),
        ("Voss spoke to the Tal Times on Monday. He lied, the Times wrote.", ["Tal Times"]),
        ("The Maro (Ontario) Spectator quoted an officer as saying so.", ["Maro Spectator"]),
        ("Analysts surveyed by Refinitiv had expected less.", ["Refinitiv"]),
        ("Mayor Ana Bloomberg said the bridge was closed.", []),
        ("The mayor's plan, Bloomberg reported, was dropped.", ["Bloomberg"]),
    ],
)
def test_words_around_a_name_make_it_a_credit(text: str, told: list[str]) -> None:
    assert names(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("An Oregonian said the ferry was old.", []),
        ("The Oregonian said the ferry was old.", ["The Oregonian"]),
        ("An Associated Press investigation found rust.", ["Associated Press"]),
    ],
)
def test_behind_an_indefinite_article_only_an_outlet_s_work_is_credited(text: str, told: list[str]) -> None:
    assert names(text) == told


def test_a_station_of_the_own_network_is_another_outlet() -> None:
    assert names("CBS QF reported that the bridge is closed.", outlet="CBS") == ["CBS QF"]
    assert names("CBS reported that the bridge is closed.", outlet="CBS") == []


def test_lines_in_brackets_name_the_sources_of_what_stands_above() -> None:
    text = "It is fine.\n\n[CNET]\n\nIt is good.\n\n[Quayside]\n\nIt is bad.\n\n[The Verge]"
    assert names(text) == ["CNET", "Quayside", "The Verge"]
    assert names("It is fine.\n\n[Quayside]\n\nIt is good.\n\n[Tivoro]") == []
