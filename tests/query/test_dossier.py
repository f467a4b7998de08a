"""What an export is of: the same relations as the map of a day, the same as the history of a span, and all their claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from allegiance.lexicon.lexicon import load
from allegiance.query.details import incidents
from allegiance.query.dossier import dossier
from allegiance.query.drawing import Drawing, draw
from allegiance.query.history import Wanted, history
from allegiance.query.network import network
from allegiance.records.bundle import Bundle
from allegiance.records.dossier import Count, Dossier
from allegiance.records.span import Span
from allegiance.records.toll import Toll
from allegiance.resolve.actors import cast
from allegiance.store.identities import identities
from allegiance.store.store import Store, in_memory
from tests.telling import RUN, Said, day, keep, report

DAWN, FRONT, GUARDS = "Dawn Brigade", "Northern Front", "River Guards"
LATE = date(2019, 12, 31)
TOLD = (
    report(
        "2013-05-01",
        Said(DAWN, "affiliate", FRONT, "begins", when=day("2013-04")),
        Said(DAWN, "alliance", GUARDS, speaker="General Rook"),
        publisher="A",
        kinds={"General Rook": "person"},
    ),
    report(
        "2013-06-05",
        Said(DAWN, "assault", GUARDS, when=day("2013-06-01"), place="Essara"),
        Said(FRONT, "control", place="Essara"),
        publisher="B",
    ),
    report("2014-02-03", Said(DAWN, "split", FRONT, "begins", when=day("2014-02-01"))),
    report("2014-05-01", Said(DAWN, "alliance", GUARDS, stance="denied"), publisher="C"),
    report("2014-06-01", Said("the rebels", "rivalry", GUARDS)),
    report("2014-07-01", Said(GUARDS, "support", FRONT, stance="alleged")),
)


def kept(*reports: Bundle) -> Store:
    store = in_memory()
    keep(store, *(reports or TOLD))
    return store


def drawn(store: Store, known_by: date = LATE) -> Drawing:
    return draw(store, cast(identities(store, known_by), {}), load().ontology, known_by=known_by)


def gathered(
    wanted: Wanted,
    *reports: Bundle,
    known_by: date = LATE,
    on: date | None = None,
    all_claims: bool = False,
) -> Dossier:
    store = kept(*reports)
    return dossier(
        store,
        drawn(store, known_by),
        load(),
        wanted,
        known_by=known_by,
        on=on,
        all_claims=all_claims,
    )


def predicates(found: Dossier) -> list[str]:
    return sorted(one.relation.predicate for one in found.intervals)


@pytest.mark.parametrize(
    "on", [date(2013, 4, 15), date(2013, 6, 10), date(2014, 2, 10), date(2014, 7, 2), date(2018, 1, 1)]
)  # fmt: skip
@pytest.mark.parametrize("alleged", [False, True])
def test_a_dossier_of_a_day_has_the_relations_and_the_events_of_its_map(
    on: date, alleged: bool
) -> None:
    drawing = drawn(kept())
    shown = network(drawing, on=on, known_by=LATE, alleged=alleged)
    found = gathered(Wanted(alleged=alleged), on=on)
    assert {one.relation.id for one in found.intervals} == {one.id for one in shown.relations}
    assert {one.event.id for one in found.incidents} == {one.id for one in shown.events}


def test_a_dossier_of_a_span_has_the_intervals_of_its_history() -> None:
    since, until = date(2013, 5, 1), date(2014, 1, 1)
    told = history(drawn(kept()), Wanted(since=since, until=until), known_by=LATE)
    found = gathered(Wanted(since=since, until=until))
    assert found.intervals == told.intervals
    assert [one.event.predicate for one in found.incidents] == ["assault"]
    assert gathered(Wanted(since=date(2013, 6, 2))).incidents == ()
    assert gathered(Wanted(until=date(2013, 5, 31))).incidents == ()


def test_a_place_without_a_name_is_no_site() -> None:
    told = [
        report("2014-02-03", Said(DAWN, "assault", GUARDS, when=day("2014-02-01"), place=place))
        for place in ("the airport", "Fort Rook")
    ]
    nameless, named = (gathered(Wanted(), one) for one in told)
    assert nameless.incidents[0].site is None
    assert "the airport" in [party.words for party in nameless.testimonies[0].parties]
    assert named.incidents[0].site == "name:fort rook"


def test_everything_has_its_claims_and_they_their_articles_and_runs() -> None:
    found = gathered(Wanted())
    claims = {one.claim.id for one in found.testimonies}
    for one in found.intervals:
        assert claims.issuperset((*one.relation.claim_ids, *one.relation.disputed_by))
    assert {one.article_id for one in found.testimonies} == {
        one.report.article_id for one in found.references
    }
    assert [run.id for run in found.runs] == ["run-1"]


def test_nothing_is_told_that_was_not_known() -> None:
    found = gathered(Wanted(), known_by=date(2013, 12, 31))
    assert predicates(found) == ["affiliate", "alliance", "control", "rivalry"]
    assert all(one.known_on <= date(2013, 12, 31) for one in found.references)
    assert not any(one.claim.stance == "denied" for one in found.testimonies)


def test_what_is_only_alleged_and_what_nobody_draws_has_to_be_asked_for() -> None:
    plain, alleged = gathered(Wanted()), gathered(Wanted(alleged=True))
    assert set(predicates(alleged)) - set(predicates(plain)) == {"support"}
    everything = gathered(Wanted(), all_claims=True)
    others = {one.claim.id for one in everything.testimonies} - {
        one.claim.id for one in plain.testimonies
    }
    assert len(others) == 2
    nameless = [one for one in everything.testimonies if one.claim.predicate == "rivalry"]
    assert [party.words for party in nameless[0].parties] == ["the rebels", GUARDS]
    assert nameless[0].parties[0].actor is None


def test_kinds_are_of_relations_and_of_events() -> None:
    assert predicates(gathered(Wanted(kinds=frozenset({"split"})))) == ["split"]
    assert gathered(Wanted(kinds=frozenset({"split"}))).incidents == ()
    raid = gathered(Wanted(kinds=frozenset({"assault"})))
    assert (raid.intervals, len(raid.incidents)) == ((), 1)


def test_an_actor_has_what_it_is_a_party_to() -> None:
    found = gathered(Wanted(actor="actor-river-guards"))
    assert predicates(found) == ["alliance", "rivalry"]
    assert [one.event.predicate for one in found.incidents] == ["assault"]


def test_a_claim_has_its_words_with_what_stands_around_them() -> None:
    texts = {one.article.id: one.article.text for one in TOLD if one.article is not None}
    for one in gathered(Wanted()).testimonies:
        text = texts[one.article_id]
        for piece in one.passages:
            assert piece.span.of(text) == piece.quote
            assert piece.before == text[max(0, piece.span.start - 32) : piece.span.start]
            assert piece.after == text[piece.span.end : piece.span.end + 32]
        for role, party in zip(one.claim.roles, one.parties, strict=True):
            assert role.span.of(text) == party.words


def test_near_the_beginning_of_an_article_less_stands_before_the_words() -> None:
    said = Said(DAWN, "alliance", GUARDS, speaker="General Rook")
    (told,) = gathered(Wanted(), report("2013-05-01", said)).testimonies
    assert [piece.before for piece in told.passages] == ["General Rook says that "]


def test_a_quoted_claim_has_its_speaker() -> None:
    (said,) = [one for one in gathered(Wanted()).testimonies if one.speaker is not None]
    assert (said.speaker, said.speaker_words) == ("actor-general-rook", "General Rook")


def test_a_place_has_its_point_and_how_vague_it_is() -> None:
    (site,) = gathered(Wanted()).sites
    assert (site.place.id, site.kind, site.radius_km) == ("name:essara", "city", 5.0)
    assert (site.place.latitude, site.place.longitude) == (36.2, 37.1)
    assert {one.relation.place for one in gathered(Wanted()).intervals} == {None, site.place.id}


@pytest.mark.parametrize(
    ("tolls", "count"),
    [
        (((3, None), (5, 9)), Count("killed", 3, None)),
        (((4, 4), (5, 9)), Count("killed", 4, 9)),
        (((6, 6),), Count("killed", 6, 6)),
    ],
)
def test_the_least_and_the_most_that_claims_say_are_kept_and_never_averaged(
    tolls: tuple[tuple[int, int | None], ...], count: Count
) -> None:
    raid = Said(DAWN, "assault", GUARDS, when=day("2013-06-01"))
    # Elsewhere in its report, so that it is a claim of its own.
    again = report("2013-06-06", Said(FRONT, "leadership", DAWN), raid)
    found = gathered(Wanted(kinds=frozenset({"assault"})), report("2013-06-05", raid), again)
    told = [
        replace(one, claim=replace(one.claim, toll=(Toll("killed", *toll, Span(0, 1)),)))
        for one, toll in zip(found.testimonies[: len(tolls)], tolls, strict=True)
    ]
    event = replace(found.incidents[0].event, claim_ids=tuple(one.claim.id for one in told))
    (incident,) = incidents([event], told)
    assert (incident.counts, incident.cameo) == ((count,), "19")


def test_a_claim_is_told_of_each_article_that_makes_it() -> None:
    raid = Said(DAWN, "assault", GUARDS, when=day("2013-06-01"))
    found = gathered(Wanted(), report("2013-06-05", raid), report("2013-06-06", raid))
    assert len({one.article_id for one in found.testimonies}) == len(found.testimonies) == 2


def test_an_older_reading_of_an_article_is_not_told() -> None:
    store = kept(TOLD[0])
    keep(store, TOLD[0], run=replace(RUN, id="run-2"))
    found = dossier(store, drawn(store), load(), Wanted(), known_by=LATE)
    assert [run.id for run in found.runs] == ["run-2"]
    assert len({one.claim.id for one in found.testimonies}) == len(found.testimonies)


def test_days_are_closed_and_end_with_the_last_day_asked_for() -> None:
    found = gathered(Wanted(until=date(2013, 12, 31), kinds=frozenset({"affiliate"})))
    (wing,) = found.intervals
    assert found.days(wing) == (date(2013, 4, 1), date(2014, 2, 1))
    alliance = gathered(Wanted(until=date(2013, 8, 1), kinds=frozenset({"alliance"})))
    assert [alliance.days(one) for one in alliance.intervals] == [
        (date(2013, 5, 1), date(2013, 8, 1))
    ]
