"""Deeds are found with their parties, and told apart by whether they are told as done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from crossread.knowledge import load
from crossread.reading.events import find_events
from crossread.reading.events.words import Vocabulary, lexicon
from crossread.records import EventMention, Reading, Report, Tagged
from crossread.trees import Tree

Read = Callable[..., tuple[Report, Reading]]


def deeds(read: Read, text: str) -> list[EventMention]:
    return list(read(text)[1].events)


def deed(read: Read, text: str, trigger: str) -> EventMention:
    found = [event for event in deeds(read, text) if trigger in event.trigger.text]
    assert found, f"{trigger!r} not found in {text!r}"
    return found[0]


def parts(event: EventMention, role: str) -> str:
    return " | ".join(part.span.text for part in event.parts if part.role == role)


def test_an_active_verb_has_actor_and_target(read: Read) -> None:
    event = deed(read, "Velmarian troops attacked the town of Orsk on Monday.", "attacked")
    assert event.type == "ASSAULT"
    assert event.status == "happened"
    assert "troops" in parts(event, "actor")
    assert "Orsk" in parts(event, "target") + " ".join(read("x")[0].text)


def test_the_passive_turns_the_parties_round(read: Read) -> None:
    event = deed(read, "Three farmers were killed by gunmen near Dalvik on Sunday.", "killed")
    assert "gunmen" in parts(event, "actor")
    assert "farmers" in parts(event, "target")


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "target"),
    [
        ("A teacher was hit and killed by a drunk driver.", "killed", "driver", "teacher"),
        ("The mayor was arrested and charged with fraud.", "charged", "", "mayor"),
        ("Two brothers were beaten and robbed by a gang.", "beaten", "gang", "brothers"),
        ("Farmer killed by gunmen in Orsk", "killed", "gunmen", "Farmer"),
        ("Orsk mayor shot dead", "shot", "", "mayor"),
        ("Gunmen killed and wounded dozens of farmers.", "killed", "Gunmen", ""),
        ("The mayor was freed and fled to Orsk.", "fled", "mayor", ""),
    ],
)
def test_a_participle_without_its_auxiliary_is_suffered(
    read: Read, text: str, trigger: str, actor: str, target: str
) -> None:
    event = deed(read, text, trigger)
    assert actor in parts(event, "actor")
    assert bool(actor) == bool(parts(event, "actor"))
    assert target in parts(event, "target")


def test_a_name_behind_what_its_bearer_is_names_the_party(read: Read) -> None:
    event = deed(
        read, "A court in Orsk sentenced former finance minister Ana Bell to six years in prison.", "sentenced"
    )
    assert parts(event, "target") == "Ana Bell"
    assert parts(event, "actor") == "A court in Orsk"


def test_a_participle_behind_a_noun_has_it_as_object(read: Read) -> None:
    event = deed(read, "Norland and Suthland signed a ceasefire brokered by Velmar on Friday.", "brokered")
    assert parts(event, "actor") == "Velmar"


def test_what_somebody_is_punished_for_he_did_himself(read: Read) -> None:
    event = deed(read, "The court jailed Ana Bell for taking bribes.", "taking bribes")
    assert parts(event, "actor") == "Ana Bell"
    event = deed(read, "The opposition accused the government of rigging the vote.", "rigging")
    assert parts(event, "actor") == "government"


def test_a_noun_takes_its_parties_from_what_hangs_on_it(read: Read) -> None:
    event = deed(read, "The Turkish strike on the depot woke the village.", "strike")
    assert "Turkish" in parts(event, "actor")
    assert "depot" in parts(event, "target")


def test_a_light_verb_lends_its_subject(read: Read) -> None:
    event = deed(read, "The navy carried out an attack on the harbour on Friday.", "attack")
    assert "navy" in parts(event, "actor")
    assert "carried out" in event.span.text


def test_a_conditional_participle_is_suffered(read: Read) -> None:
    event = deed(read, "If attacked, Norland would close the strait, the general warned.", "attacked")
    assert "Norland" in parts(event, "target")
    assert event.status == "hypothetical"


def test_a_common_noun_before_a_deed_did_it(read: Read) -> None:
    assert "rebel" in parts(deed(read, "A rebel attack killed five people on Monday.", "attack"), "actor")


def test_an_attempt_was_made(read: Read) -> None:
    event = deed(read, "Gunmen tried to kidnap the mayor on Monday.", "kidnap")
    assert "attempted" in event.why


def test_a_bomb_that_was_defused_was_an_attempt(read: Read) -> None:
    event = deed(read, "Police defused a bomb at a bank in Dalvik on Monday.", "defused")
    assert (event.kind, "attempted" in event.why) == ("bombing", True)


def test_a_thing_is_struck_where_it_stands(read: Read) -> None:
    _, reading = read("The house, which is located in Dalvik, was attacked.")
    (attack,) = [event for event in reading.events if event.type == "ASSAULT"]
    assert [reading.mentions[place].span.text for place in attack.places] == ["Dalvik"]


def test_a_tool_is_no_actor(read: Read) -> None:
    event = deed(read, "Three drones hit a fuel depot near Dalvik on Sunday.", "hit")
    assert not parts(event, "actor")
    assert event.instrument == "drone"


def test_who_suffers_is_no_actor(read: Read) -> None:
    event = deed(read, "The convoy came under attack on Tuesday.", "attack")
    assert "convoy" in parts(event, "target")
    assert not parts(event, "actor")


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The army bombed the bridge on Monday.", "bombed", "happened"),
        ("The alleged attack on the school was on Monday.", "attack", "alleged"),
        ("The army did not bomb the bridge.", "bomb", "denied"),
        ("The minister will visit Norland on Friday.", "visit", "planned"),
        ("The minister is due to visit Norland on Friday.", "visit", "planned"),
        ("The general threatened to bomb the harbour.", "bomb", "threatened"),
        ("The union demanded the withdrawal of the troops.", "withdrawal", "demanded"),
        ("If the rebels attack the harbour, trade will stop.", "attack", "hypothetical"),
        ("The rebels may attack the harbour.", "attack", "hypothetical"),
        ("The army plans to shell the port where 11 people were killed on Monday.", "killed", "happened"),
    ],
)
def test_status(read: Read, text: str, trigger: str, status: str) -> None:
    assert deed(read, text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "type_", "kind"),
    [
        ("Drones hit the refinery in Port Abel.", "ASSAULT", "strike"),
        ("Six bombs were set off in Maro.", "ASSAULT", "bombing"),
        ("The gang claimed the burning of a restaurant in Maro.", "ASSAULT", "destruction"),
        ("The thieves made off with the cash.", "CRIME", "theft"),
        ("Hurricane Olga hit the coast of Norland on Monday.", "DISASTER", "storm"),
        ("The premier met his counterpart in Dalvik on Monday.", "CONSULT", "meeting"),
        ("Police opened fire on the crowd in Dalvik.", "ASSAULT", "attack"),
        ("A bomb exploded at a bank in Dalvik.", "ASSAULT", "bombing"),
        ("Norland froze part of the funding on Monday.", "SANCTION", "suspension"),
        ("The government accepted the demands of the teachers on Monday.", "CONCEDE", "concession"),
        ("Norland has restored diplomatic ties with Velmar.", "SUPPORT", "recognition"),
        ("Parliament passed the budget on Monday.", "DECIDE", "law"),
        ("The council imposed sanctions on three banks.", "SANCTION", "sanctions"),
        ("Two trains collided near Dalvik on Monday.", "ACCIDENT", "crash"),
        ("The Osman Institute published a study on Monday.", "STATEMENT", "study"),
        ("The mayor resigned on Monday.", "RETREAT", "resignation"),
        ("Police arrested four students in Dalvik.", "COERCE", "arrest"),
        ("Thousands protested in Dalvik against the tax.", "PROTEST", "protest"),
    ],
)
def test_types(read: Read, text: str, type_: str, kind: str) -> None:
    assert (type_, kind) in {(event.type, event.kind) for event in deeds(read, text)}


def test_things_named_by_a_deed_are_no_deeds(read: Read) -> None:
    text = "The strike force keeps four attack helicopters at the base."
    assert not [event for event in deeds(read, text) if event.type == "ASSAULT"]


def test_the_means_sets_deeds_apart(read: Read) -> None:
    assert deed(read, "A drone attack on the port wounded two.", "attack").instrument == "drone"
    assert deed(read, "A chemical weapons attack on the port wounded two.", "attack").instrument == "chemical"


def test_a_storm_keeps_its_name(read: Read) -> None:
    text = "Hurricane Olga hit the coast of Norland. Three days later Olga had gone."
    assert [event.trigger.text for event in deeds(read, text) if "Olga" in event.trigger.text] == [
        "Hurricane Olga",
        "Olga",
    ]


def test_every_span_quotes_its_report(read: Read) -> None:
    text = "Rebels “shelled” Orsk — 40 people fled, said the mayor’s office.\n\nThe attack, on Monday, was the third."
    report, reading = read(text)
    assert reading.events
    for event in reading.events:
        for span in (event.trigger, event.span, *(part.span for part in event.parts)):
            assert report.text[span.start : span.end] == span.text


def test_indexes_lie_within_the_reading(read: Read) -> None:
    _, reading = read("On Monday the Norland army said that rebels attacked Orsk, killing Ana Holt, on Sunday.")
    for event in reading.events:
        assert all(part.mention is None or part.mention < len(reading.mentions) for part in event.parts)
        assert all(place < len(reading.mentions) for place in event.places)
        assert all(time < len(reading.times) for time in event.times)
        assert event.statement is None or event.statement < len(reading.statements)


def test_a_reading_twice_is_the_same(read: Read) -> None:
    text = "The Turkish strike on the depot on Monday killed two guards, the army said."
    assert deeds(read, text) == deeds(read, text)


def test_the_vocabulary_names_known_types_and_classes() -> None:
    words = load("deeds.yml", Vocabulary, "en")
    known = {kind["name"] for kind in load("ontology.yml", dict)["types"]}
    for entry in words.deeds:
        assert entry.type in known
        for item in (*entry.objects, *entry.but_objects, *entry.subjects, *entry.but_subjects, *entry.of_what):
            assert not item.startswith("@") or item[1:] in words.classes


def test_phrases_are_tried_before_single_words() -> None:
    for rules in lexicon().verbs.values():
        lengths = [len(rule.words) for rule in rules]
        singles = [n for n, length in enumerate(lengths) if length == 1]
        assert all(length == 1 for length in lengths[singles[0] :] if singles) if singles else True


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("No group has claimed responsibility for the raid in Orsk.", "claimed"),
        ("The Velmarian ministry has not confirmed the loss of a ship on Monday.", "confirmed"),
        ("President Ada Lund cancelled a visit to Norway on Monday.", "visit"),
    ],
)
def test_what_never_was_is_no_deed(read: Read, text: str, trigger: str) -> None:
    assert trigger not in " ".join(event.trigger.text for event in deeds(read, text))


def test_a_deed_done_to_nobody_is_denied(read: Read) -> None:
    assert deed(read, "No soldier was killed in Orsk on Monday.", "killed").status == "denied"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An earthquake struck the town of Hallow on Sunday.", "earthquake"),
        ("A hurricane struck the town of Hallow on Sunday.", "storm"),
        ("A wildfire destroyed the village on Sunday.", "fire"),
    ],
)
def test_what_strikes_is_called_by_its_own_kind(
    read: Callable[..., tuple[Report, Reading]], text: str, kind: str
) -> None:
    _, reading = read(text)
    assert {e.kind for e in reading.events if e.type == "DISASTER"} == {kind}


def test_a_relative_pronoun_stands_for_whom_it_befell(read: Read) -> None:
    _, reading = read("The envoy Ana Duarte, who was kidnapped in Maro, was freed on Monday.")
    (taken,) = [e for e in reading.events if e.kind == "abduction"]
    assert any("Duarte" in part.span.text for part in taken.parts if part.role == "target")


def test_who_is_found_dead_has_died(read: Read) -> None:
    _, reading = read("Two bodies were found in Maro on Monday. A guard was found dead in Sarnik.")
    assert [e.kind for e in reading.events if e.type == "HARM"] == ["deaths", "deaths"]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("He was charged with killing two guards in Maro.", "killing", "alleged"),
        ("The court acquitted him of assaulting a guard in Maro.", "assaulting", "denied"),
        ("No group has claimed the attack on the mill.", "attack", "happened"),
        ("The explosions did not hurt anybody in Maro.", "explosions", "happened"),
        ("The rebels are to hand over weapons to the army in Maro.", "hand", "planned"),
        ("The union threatened a strike in Maro.", "strike", "threatened"),
        ("Nobody knows who planned the murder of the priest in Maro.", "murder", "happened"),
        ("She is the second reporter to be murdered in Maro this week.", "murdered", "happened"),
    ],
)
def test_status_told_by_charges_plans_and_counts(read: Read, text: str, trigger: str, status: str) -> None:
    assert deed(read, text, trigger).status == status


def test_the_encoders_reading_of_history_counts_below_the_lede(read: Read) -> None:
    report, reading = read("The army shelled Maro. " * 4)
    sentences = []
    for sentence in reading.sentences:
        verb = next(n for n, token in enumerate(sentence.tokens) if token.text == "shelled")
        sentences.append(replace(sentence, history=(Tagged(verb, verb, "BACKGROUND", 0.9),)))
    events = find_events(report, tuple(Tree(sentence) for sentence in sentences), (), (), ())
    assert [event.background for event in events] == [False, False, False, True]


def test_history_in_a_relative_clause_does_not_reach_the_clause_around_it(read: Read) -> None:
    lede = "Talks failed in Maro. Rain fell. The mayor left. "
    _, reading = read(
        lede + "The army struck a camp of the Red Valley Brigade, which has fought the government since 2009. "
        "In 2009 rebels seized Maro and shelled the port.",
    )
    told = {event.trigger.text: event.background for event in reading.events}
    assert told["fought"]
    assert told["shelled"]
    assert not told["struck"]


def test_what_somebody_calls_a_thing_is_no_call(read: Read) -> None:
    _, reading = read('The opposition called the measure "a smokescreen" and the king called his cousin.')
    assert [event.trigger.start for event in reading.events if event.trigger.text == "called"] == [63]
    _, reading = read("He blamed Maro Water, a company which he called a disgrace.")
    assert "called" not in [event.trigger.text for event in reading.events]


@pytest.mark.parametrize(
    ("text", "trigger", "clause"),
    [
        ("A fire there in 2009 killed 41 inmates.", "killed", "A fire there in 2009 killed 41 inmates"),
        ("The ministry said the truce signed in November was over.", "signed", "the truce signed in November"),
        ("The army broke a truce which was signed in 2009.", "signed", "a truce which was signed in 2009"),
        ("The army said three bombs had killed a child.", "killed", "three bombs had killed a child"),
    ],
)
def test_a_clause_has_its_subject_even_where_that_is_no_party(read: Read, text: str, trigger: str, clause: str) -> None:
    _, reading = read(text)
    assert [event.span.text for event in reading.events if event.trigger.text == trigger] == [clause]


def test_a_noun_that_a_clause_explains_is_not_whom_it_struck(read: Read) -> None:
    assert parts(deed(read, "The fact that two men were killed is sad.", "killed"), "target") == "two men"


def test_a_blow_is_not_who_did_it(read: Read) -> None:
    text = "In October, a strike on a market in nearby Lesna killed 22 people."
    assert parts(deed(read, text, "killed"), "actor") == ""
    assert parts(deed(read, "Rebels killed 22 people in Lesna.", "killed"), "actor") == "Rebels"


def test_a_truck_bomb_is_no_truck(read: Read) -> None:
    assert deed(read, "A truck bomb went off at a gas station in Maro.", "went off").kind == "bombing"
    _, reading = read("A truck went off the road in Maro on Monday.")
    assert all(event.kind != "bombing" for event in reading.events)


NURSES = "Thousands of nurses walked out of hospitals in Velden on Monday. "


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        (NURSES + "The strike is to last three days.", "strike", "PROTEST"),
        ("Jets bombed Orsk on Monday. The strike hit a mill.", "strike", "ASSAULT"),
        (NURSES + "An air strike killed two in Orsk.", "air strike", "ASSAULT"),
        ("A lift shaft collapsed in Maro on Monday. The collapse woke the town.", "collapse", "ACCIDENT"),
        ("The Harbour Bank went bankrupt on Monday. The collapse of the bank shook Maro.", "collapse", "ENTERPRISE"),
    ],
)
def test_a_word_of_two_meanings_means_what_its_report_tells(read: Read, text: str, trigger: str, type_: str) -> None:
    assert deed(read, text, trigger).type == type_


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("The train jumped the rails near Alm on Saturday.", "jumped", "ACCIDENT"),
        ("The ferry went down off Soru on Saturday.", "went", "ACCIDENT"),
        ("The roof of the mine gave way on Saturday.", "gave", "ACCIDENT"),
        ("There was a cave-in at the Brodna mine on Saturday.", "cave", "ACCIDENT"),
        ("The court jailed the minister for seven years on Thursday.", "jailed", "SANCTION"),
        ("Police jailed the minister on Thursday.", "jailed", "COERCE"),
        ("The court found the former transport minister Andras Corvin guilty on Thursday.", "found", "SANCTION"),
        ("Rescuers pulled 19 men out of the mine on Saturday.", "pulled", "AID"),
        ("The company pulled out of Norland on Saturday.", "pulled", "RETREAT"),
    ],
)
def test_what_a_verb_tells_hangs_on_its_parties(read: Read, text: str, trigger: str, type_: str) -> None:
    assert deed(read, text, trigger).type == type_


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Candles burned on the steps of the hall in Maro.", "burned"),
        ("The wife of the minister stormed out of the court in Maro.", "stormed"),
        ("A helicopter hit a power line near Lisk.", "hit"),
    ],
)
def test_no_attack_is_read_where_nobody_strikes(read: Read, text: str, trigger: str) -> None:
    told = [event for event in deeds(read, text) if trigger in event.trigger.text]
    assert all(event.type != "ASSAULT" for event in told)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The police chief Omar Baro was dismissed on Monday.", "dismissal"),
        ("The tanker struck a reef off Kell on Wednesday.", "crash"),
        ("Rescuers dug a girl alive from the rubble in Maro.", "rescue"),
        ("The contractor was held by police on Thursday.", "arrest"),
        ("The landslide in Maro buried sixty houses on Wednesday.", "landslide"),
    ],
)
def test_the_words_around_tell_the_kind(read: Read, text: str, kind: str) -> None:
    assert kind in {event.kind for event in deeds(read, text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Volunteers scraped oil from the rocks of Maro on Sunday.", "cancellation"),
        ("The manager made phone calls in Maro late on Monday.", "call"),
        ("The ship lost engine power off Maro on Monday.", "power cut"),
        ("The airline collapsed, leaving passengers stranded in Maro on Monday.", "departure"),
    ],
)
def test_likeness_to_a_deeds_word_is_not_enough(read: Read, text: str, kind: str) -> None:
    assert kind not in {event.kind for event in deeds(read, text)}


def test_a_persons_thing_takes_no_part(read: Read) -> None:
    event = deed(read, "Police arrested the two owners of the Sunrise Garments factory in Pellan.", "arrested")
    assert "owners" in parts(event, "target")


QUAKE = "An earthquake struck the island of Sorn on Sunday. "


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        (QUAKE + "The airport of the island was damaged.", "damaged", "damage"),
        (QUAKE + "It hit at noon and shook the port.", "hit", "earthquake"),
        (QUAKE + "Electricity was restored to the villages on Monday.", "restored", "repair"),
        (QUAKE + "Flights were resumed on Monday.", "resumed", "resumption"),
        (QUAKE + "Part of a hospital collapsed.", "collapsed", "collapse"),
    ],
)
def test_what_a_disaster_brings_with_it(read: Read, text: str, trigger: str, kind: str) -> None:
    assert kind in {event.kind for event in deeds(read, text) if trigger in event.trigger.text}


def test_it_strikes_nobody_as_a_storm_where_none_is_told(read: Read) -> None:
    text = "The army of Velmar attacked Orsk on Monday. It hit the port with rockets."
    assert deed(read, text, "hit").type == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("The port company locked out its crane drivers on Monday.", "locked", "COERCE"),
        ("Dockers staged a walkout in Kell on Monday. The strike costs a million crowns a day.", "strike", "PROTEST"),
        ("The two armies exchanged prisoners at the bridge on Saturday.", "exchanged", "RETREAT"),
        ("Shops were looted in three districts of Lomba on Tuesday.", "looted", "CRIME"),
    ],
)
def test_disputes_and_exchanges_have_their_own_words(read: Read, text: str, trigger: str, type_: str) -> None:
    assert deed(read, text, trigger).type == type_


def test_trouble_that_hits_a_country_attacks_nobody(read: Read) -> None:
    told = deeds(read, "A power failure hit most of Zembe on Tuesday evening.")
    assert not [event for event in told if event.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The union will fight the closure of the mill.", "fight", None),
        ("Rebels fought the army near Orsk.", "fought", "ASSAULT"),
        ("Lind Works will take over 80 workers from the mill.", "take over", None),
        ("The army took over the town of Orsk on Monday.", "took over", "COERCE"),
        ("A bus overturned near Orsk on Monday, injuring 12 people.", "overturned", "ACCIDENT"),
        ("The court overturned the acquittal of the banker.", "overturned", "DECIDE"),
        ("Shells tore through the market in Orsk on Monday.", "tore", "ASSAULT"),
        ("A storm ripped through Orsk on Monday.", "ripped", "DISASTER"),
        ("Artillery fire hit the harbour of Orsk.", "Artillery fire", "ASSAULT"),
        ("The court ruled against the mayor on Monday.", "ruled", "DECIDE"),
        ("The queen has ruled the island for nine years.", "ruled", None),
        ("The envoy called the raid a war crime.", "war crime", None),
    ],
)
def test_a_word_of_several_senses_is_the_deed_that_its_company_tells(
    read: Read, text: str, trigger: str, wanted: str | None
) -> None:
    listed = ("ASSAULT", "COERCE", "ACCIDENT", "DECIDE", "DISASTER")
    found = {event.type for event in deeds(read, text) if event.trigger.text.startswith(trigger)}
    assert (wanted in found) if wanted else found.isdisjoint(listed)
