"""Bodies that many countries have: "the Congress" is the one best known only where its country is told of. Pure."""

from __future__ import annotations

from crossread import atlas, roster
from crossread.crossing.actors.bodies import everywhere
from crossread.crossing.actors.keys import Label
from crossread.records import Key, Mention
from crossread.spelling import key


def loosen(found: dict[Key, Label], mentions: tuple[Mention, ...]) -> None:
    """ "Congress" is no country's in particular where the report tells of nothing else in the country that we know."""
    for at, given in found.items():
        text = key(mentions[at[1]].span.text)
        if given.sort != "known" or not everywhere(text):
            continue
        entry = roster.names().get(given.what)
        shortened = entry is not None and key(entry.name).endswith(f" {text}")  # "Congress", in full "US Congress"
        if entry is not None and shortened and entry.country and not _tells_of(entry.country, given, mentions):
            found[at] = Label("name", text)


def _tells_of(country: str, besides: Label, mentions: tuple[Mention, ...]) -> bool:
    for mention in mentions:
        text = mention.span.text
        entry = roster.names().get(text)
        if entry is not None and entry.country == country and entry.name != besides.what:
            return True
        words = text.replace("'s", "").split()
        lands = [atlas.demonyms().get(w) or atlas.country_names().get(w) or atlas.capitals().get(key(w)) for w in words]
        if country in (*lands, atlas.country_names().get(text)):
            return True
        last = key(text).split()[-1:] if mention.type == "person" else []
        surname = roster.surnames().get(last[0]) if last else None
        if surname is not None and surname.country == country:
            return True
    return False
