"""Places over reports: known ones by context, parts of countries, names that no table has."""

from __future__ import annotations

import pytest

from crossread import atlas, knowledge
from crossread.crossing.places.merging import merge_places
from crossread.records import Mention, MergedPlaces, Place, Reading, Report, Sentence, Token
from crossread.spans import must_quote


def reading(report_id: str, text: str, *names: str) -> tuple[Report, Reading]:
    """A report with those place mentions; its words are tokens without a tree."""
    report = Report(id=report_id, source=f"{report_id}.txt", text=text)
    tokens, at = [], 0
    for word in text.replace(",", " ").replace(".", " ").split():
        at = text.index(word, at)
        tokens.append(Token(at, at + len(word), word, word.lower(), "X", -1, "dep"))
        at += len(word)
    mentions = []
    for name in names:
        start = text.index(name)
        mentions.append(Mention(must_quote(report, start, start + len(name)), "place", True))
    mentions.sort(key=lambda m: m.span.start)
    return report, Reading(report_id, (Sentence(0, len(text), 0, tuple(tokens)),), tuple(mentions))


def merge(*pairs: tuple[Report, Reading]) -> MergedPlaces:
    return merge_places(tuple(r for r, _ in pairs), tuple(r for _, r in pairs))


def place(merged: MergedPlaces, form: str) -> Place:
    return next(p for p in merged.places if form in [f.text for f in p.forms])


@pytest.mark.parametrize(
    ("text", "name", "country", "precision"),
    [
        ("Rain fell in Kenya.", "Kenya", "Kenya", "country"),
        ("Rain fell in Nairobi.", "Nairobi", "Kenya", "town"),
        ("Rain fell in Puerto Rico.", "Puerto Rico", "United States", "country"),
        ("Rain fell in Gaza.", "Gaza", "Palestine", "region"),
        ("Rain fell in northern Kenya.", "northern Kenya", "Kenya", "region"),
        ("Rain fell on the Red Sea.", "Red Sea", None, "sea"),
    ],
)
def test_known_places(text: str, name: str, country: str | None, precision: str) -> None:
    found = place(merge(reading("a", text, name)), name)
    assert (found.country, found.precision) == (country, precision)
    assert found.lat is not None
    assert found.why


@pytest.mark.parametrize(
    ("text", "names", "country"),
    [
        ("Rain fell in Tripoli, Lebanon.", ("Tripoli", "Lebanon"), "Lebanon"),
        ("Libya and the Libyan army. Rain fell in Tripoli.", ("Libya", "Tripoli"), "Libya"),
        (
            "Rain fell in Georgia. Atlanta, Texas and Florida were dry.",
            ("Georgia", "Atlanta", "Texas", "Florida"),
            None,
        ),
    ],
)
def test_the_report_tells_which_of_several(text: str, names: tuple[str, ...], country: str | None) -> None:
    found = place(merge(reading("a", text, *names)), "Tripoli" if country else "Georgia")
    assert found.country == (country or found.country)


def test_a_town_in_a_state_and_the_state_of_a_capital_s_name() -> None:
    merged = merge(reading("a", "Rain fell in Tacoma, Washington.", "Tacoma", "Washington"))
    assert place(merged, "Washington").precision == "region"
    capital = merge(reading("b", "Rain fell in Washington.", "Washington"))
    assert place(capital, "Washington").precision == "town"


def test_unknown_names_are_not_filled() -> None:
    found = place(merge(reading("a", "Rain fell in Velisk.", "Velisk")), "Velisk")
    assert (found.country, found.lat, found.lon, found.precision) == (None, None, None, "unknown")


def test_the_report_may_tell_an_unknown_name_s_country() -> None:
    found = place(merge(reading("a", "Rain fell in Velisk, Kenya.", "Velisk", "Kenya")), "Velisk")
    assert (found.country, found.lat) == ("Kenya", None)


def test_spellings_of_one_place_are_one_over_reports() -> None:
    merged = merge(
        reading("a", "Rain fell in Al-Velisk.", "Al-Velisk"),
        reading("b", "Rain fell in Velisk.", "Velisk"),
        reading("c", "Rain fell in al-Hasakah.", "al-Hasakah"),
        reading("d", "Rain fell in Hasakeh.", "Hasakeh"),
    )
    assert sorted(len(p.mentions) for p in merged.places) == [2, 2]


def test_every_place_mention_has_one_place_and_order_makes_no_difference() -> None:
    pairs = [
        reading("a", "Rain in Nairobi and Velisk.", "Nairobi", "Velisk"),
        reading("b", "Rain in Nairobi, Kenya.", "Nairobi", "Kenya"),
    ]
    merged = merge(*pairs)
    assert set(merged.of) == {("a", 0), ("a", 1), ("b", 0), ("b", 1)}
    assert merge(*reversed(pairs)) == merged


def test_a_former_name_yields_to_the_town_that_bears_it() -> None:
    assert atlas.look_up("Salisbury")[0].country == "GB"


def test_a_saint_is_written_both_ways() -> None:
    assert atlas.look_up("St. Petersburg")[0].country == atlas.look_up("Saint Petersburg")[0].country == "RU"


def test_villages_are_looked_up_when_asked() -> None:
    assert not atlas.look_up("Coggeshall")
    assert atlas.look_up("Coggeshall", 1_000)[0].country == "GB"


def test_every_country_of_the_gazetteer_is_known() -> None:
    lines = (knowledge.FOLDER / "gazetteer.tsv").read_text(encoding="utf-8").splitlines()
    assert {line.split("\t")[2] for line in lines if line and not line.startswith("#")} <= set(atlas.countries())


def test_counties_and_provinces_are_known_after_towns() -> None:
    assert all(spot.precision == "region" for spot in atlas.look_up("Collier County"))
    assert atlas.look_up("Salzburg")[0].precision == "town"


def test_a_city_called_like_its_province_is_the_town() -> None:
    assert {spot.precision for spot in atlas.look_up("Quebec City")} == {"town"}


def test_every_country_of_the_regions_is_known() -> None:
    assert {code for _, _, code, *_ in knowledge.rows("regions.tsv")} <= set(atlas.countries())


def test_a_county_is_the_one_beside_a_place_that_the_report_names() -> None:
    merged = merge(reading("a", "The Walker County sheriff came from Chattanooga.", "Walker County", "Chattanooga"))
    county = next(place for place in merged.places if place.name == "Walker County")
    assert county.lat is not None
    assert abs(county.lat - 34.7) < 0.5


def test_a_site_lies_in_the_town_that_the_report_puts_it_in() -> None:
    merged = merge(reading("a", "They met at Velisk Hall in Bratislava.", "Velisk Hall", "Bratislava"))
    hall = next(place for place in merged.places if place.name == "Velisk Hall")
    assert hall.country == "Slovakia"
    assert hall.precision == "site"


def test_a_town_is_not_its_foreign_namesake_where_a_region_is_told() -> None:
    merged = merge(reading("a", "A court in Stroud, Ontario, heard it.", "Stroud", "Ontario"))
    assert {place.country for place in merged.places} == {"Canada"}


def test_a_county_is_the_one_that_has_the_town() -> None:
    merged = merge(reading("a", "It began in Scottsburg, Scott County, in spring.", "Scottsburg", "Scott County"))
    county = next(place for place in merged.places if place.name == "Scott County")
    assert county.lat is not None
    assert abs(county.lat - 38.7) < 0.3


def test_a_street_written_short_is_the_same() -> None:
    merged = merge(
        reading("a", "A fire broke out on Maro Street on Monday.", "Maro Street"),
        reading("b", "A fire broke out at Maro St. on Monday.", "Maro St."),
        reading("c", "A fire broke out on Maro Road on Monday.", "Maro Road"),
    )
    assert sorted(len(place.mentions) for place in merged.places) == [1, 2]
