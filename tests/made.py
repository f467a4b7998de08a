"""A small map made by hand, for tests of what shows or writes one."""

from __future__ import annotations

from datetime import date

from allegiance.records.judgement import Actor
from allegiance.records.network import LeftOut, Network, Place, Relation
from allegiance.records.when import When

FRONT = Actor("actor-front", "Northern Front", "armed-group", "front")
BRIGADE = Actor("actor-brigade", "Dawn\x1b Brigade", "armed-group", None)
FORMULA = Actor("actor-formula", "=SUM(A1)", "organisation", None)
PORT = Place("geonames:1", "Essara Port", "SY", 36.0, 37.0)
MAY = When(date(2013, 5, 1), date(2013, 6, 1), "month")
BY_FEBRUARY = When(None, date(2014, 2, 4), "day")

WING = Relation(
    id="relation-1",
    predicate="affiliate",
    source=BRIGADE.id,
    target=FRONT.id,
    place=None,
    since=MAY,
    until=None,
    faded=False,
    certain=True,
    alleged=False,
    attributed=True,
    derived=False,
    reports=3,
    witnesses=2,
    confidence=0.9,
    claim_ids=("claim-00112233aabbccdd", "claim-1111111111111111"),
    disputed_by=("claim-2222222222222222",),
)
HOLDER = Relation(
    id="relation-2",
    predicate="control",
    source=FRONT.id,
    target=None,
    place=PORT.id,
    since=BY_FEBRUARY,
    until=When(date(2014, 3, 1), date(2014, 3, 2), "day"),
    faded=True,
    certain=False,
    alleged=True,
    attributed=False,
    derived=True,
    reports=1,
    witnesses=1,
    confidence=0.5,
    claim_ids=("claim-3333333333333333",),
    disputed_by=(),
)
NETWORK = Network(
    on=date(2014, 2, 10),
    known_by=date(2014, 2, 28),
    actors=(BRIGADE, FRONT, FORMULA),
    places=(PORT,),
    relations=(WING, HOLDER),
    events=(),
    left_out=LeftOut(nameless=12, denied=1),
)
