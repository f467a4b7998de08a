"""What a dossier tells of actors, places, claims and events beyond their names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.names import name_key
from allegiance.query.sentences import Sentence
from allegiance.records.answer import Party
from allegiance.records.dossier import Borne, Count, Figure, Incident, Site, Testimony
from allegiance.records.judgement import Actor
from allegiance.records.network import Event, Place
from allegiance.records.toll import Toll
from allegiance.records.where import Where, bears_name
from allegiance.resolve.actors import Cast
from allegiance.store.depositions import Deposition
from allegiance.store.lookups import names_of
from allegiance.store.store import Store


def testimony(told: Deposition, cast: Cast, sentence: Sentence) -> Testimony:
    """A claim with its parties and its speaker as actors across articles."""
    place = _place(told)
    return Testimony(
        claim=told.claim,
        article_id=told.article_id,
        run_id=told.run_id,
        parties=tuple(
            Party(role.role, words, cast.actors.get(cast.actor_of.get(key or "", "")))
            for role, words, key in zip(told.claim.roles, told.words, told.keys, strict=True)
        ),
        site=_site_id(place) if place is not None else None,
        speaker=cast.actor_of.get(told.speaker or ""),
        speaker_words=told.speaker_words,
        sentence=sentence.text,
        start=sentence.start,
        passages=told.passages,
    )


def figures(
    store: Store,
    cast: Cast,
    lexicon: Lexicon,
    ids: Collection[str],
    borne: Mapping[str, tuple[Borne, ...]],
) -> tuple[Figure, ...]:
    """Actors with their other names, those in time, and their countries, by name."""
    countries = {row.id: row.country for row in lexicon.actors}
    keys = [key for key, actor in cast.actor_of.items() if actor in ids]
    names: dict[str, dict[str, str]] = {one: {} for one in ids}
    for words, key, _ in sorted(names_of(store, keys)):
        names[cast.actor_of[key]].setdefault(name_key(words), " ".join(words.split()))
    actors = sorted((cast.actors[one] for one in ids), key=lambda one: (one.name, one.id))
    return tuple(
        Figure(
            one,
            _others(one, names[one.id]),
            countries.get(one.knowledge_id or "", ()),
            borne.get(one.id, ()),
        )
        for one in actors
    )


def sites(told: Iterable[Deposition], held: Iterable[Place]) -> tuple[Site, ...]:
    """The places that claims name, and those that are held though no claim describes them, by name."""
    found = {one.id: Site(one, "unknown", None) for one in held}
    for where in sorted(filter(None, map(_place, told)), key=_description, reverse=True):
        id_ = _site_id(where)
        place = Place(id_, where.name, where.country, where.latitude, where.longitude)
        found[id_] = Site(place, where.kind, where.radius_km)
    return tuple(sorted(found.values(), key=lambda site: (site.place.name, site.place.id)))


def incidents(told: Iterable[Event], testimonies: Iterable[Testimony]) -> tuple[Incident, ...]:
    """Events with what their claims say, in the order given."""
    by_id = {one.claim.id: one for one in testimonies}
    return tuple(_incident(one, [by_id[claim] for claim in one.claim_ids]) for one in told)


def _others(actor: Actor, names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted(name for key, name in names.items() if key != name_key(actor.name)))


def _place(told: Deposition) -> Where | None:
    """Where it was: the place of its role, else the claim's own, else what the words of the role name."""
    known = told.ground or told.claim.where
    if known is not None:
        return known
    for role, words in zip(told.claim.roles, told.words, strict=True):
        if role.role == "place" and bears_name(words):
            return Where(role.span, words, "unknown")
    return None


def _site_id(where: Where) -> str:
    """As `Place.id`."""
    return where.gazetteer_id or f"name:{where.name.casefold()}"


def _description(where: Where) -> tuple[str, str, str]:
    """Of several descriptions of one place the first of the alphabet is taken."""
    return (where.name, where.kind, repr(where.radius_km))


def _incident(event: Event, claims: list[Testimony]) -> Incident:
    codes = {one.claim.codes.cameo or "" for one in claims if one.claim.codes is not None}
    return Incident(
        event=event,
        site=next((one.site for one in claims if one.site is not None), None),
        cameo=max(codes, key=lambda code: (len(code), code), default=None) or None,
        counts=tuple(_counts([toll for one in claims for toll in one.claim.toll])),
    )


def _counts(tolls: list[Toll]) -> Iterator[Count]:
    for kind in sorted({toll.kind for toll in tolls}):
        several = [toll for toll in tolls if toll.kind == kind]
        highs = [toll.high for toll in several if toll.high is not None]
        most = max(highs) if len(highs) == len(several) else None
        yield Count(kind, min(toll.low for toll in several), most)
