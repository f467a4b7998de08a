"""A store of made reports with everything that makes an export hard, and what is exported of it."""

from __future__ import annotations

import io
import json
from datetime import date
from functools import cache
from typing import Any, cast

from allegiance import session, shelf
from allegiance.export._contract import Exporter
from allegiance.export._delivery import PACKED, deliver
from allegiance.lexicon.lexicon import load
from allegiance.query.dossier import dossier
from allegiance.query.drawing import draw
from allegiance.query.history import Wanted
from allegiance.records.bundle import Bundle
from allegiance.records.dossier import Dossier
from allegiance.resolve.actors import cast as cast_of
from allegiance.store.identities import identities
from allegiance.store.store import Store, in_memory
from tests.telling import Said, day, keep, report

DAWN, FRONT, GUARDS = "Dawn Brigade", "Northern Front", "River Guards"
# Markup, quotation marks, a control character: whatever a name may bring from an article.
ODD = 'Storm <&"\\> Legion\x1b Nine'
LATE = date(2019, 12, 31)
REPORTS: tuple[Bundle, ...] = (
    report(
        "2013-05-01",
        Said(DAWN, "affiliate", FRONT, "begins", when=day("2013-04")),
        Said(DAWN, "alliance", GUARDS, speaker="General Rook"),
        Said("Colonel Vale", "leadership", DAWN),
        publisher="Harbour Post",
        title='=HYPERLINK("x") & <more>',
        kinds={"General Rook": "person", "Colonel Vale": "person"},
    ),
    report(
        "2013-06-01",
        Said(FRONT, "control", None, place="Essara"),
        Said(
            DAWN, "assault", GUARDS, when=day("2013-05-30"), place="Essara", plover="ASSAULT/aerial"
        ),
        Said(GUARDS, "assault", "Valley People", plover="ASSAULT/abduct"),
        Said(DAWN, "accuse", GUARDS),
        publisher="=cmd()",
        kinds={"Valley People": "population"},
    ),
    report(
        "2014-02-03",
        Said(DAWN, "affiliate", FRONT, "ends", when=day("2014-02")),
        Said(DAWN, "split", FRONT, "begins", when=day("2014-02-01")),
        Said(DAWN, "alliance", GUARDS, stance="denied"),
        Said(GUARDS, "support", DAWN, stance="alleged"),
        Said("the rebels", "rivalry", FRONT),
        publisher="Meridian Wire",
    ),
    report("2014-03-01", Said(GUARDS, "alliance", "Old League", "ends"), publisher="Meridian Wire"),
    report(
        "2014-04-01", Said(ODD, "rivalry", DAWN, when=day("2014")), known=False, publisher="Wire"
    ),
    report(
        "2014-05-01",
        Said(ODD, "membership", "Valley People"),
        known=False,
        kinds={"Valley People": "population"},
    ),
)


def stored(*reports: Bundle) -> Store:
    store = in_memory()
    keep(store, *(reports or REPORTS))
    return store


def gathered(
    wanted: Wanted,
    *reports: Bundle,
    known_by: date = LATE,
    on: date | None = None,
    all_claims: bool = False,
) -> Dossier:
    """A dossier of these reports; of all of the above where none are given."""
    store = stored(*reports)
    who = cast_of(identities(store, known_by), {})
    drawing = draw(store, who, load().ontology, known_by=known_by)
    return dossier(store, drawing, load(), wanted, known_by=known_by, on=on, all_claims=all_claims)


@cache
def everything() -> Dossier:
    """All that the reports say, what is only alleged, too."""
    return gathered(Wanted(alleged=True), all_claims=True)


def part(layout: str) -> Exporter:
    return cast(Exporter, shelf.take(session.EXPORT, layout))


def exported(layout: str, given: Dossier | None = None) -> bytes:
    """The bytes of an export; those of an archive where there are several files."""
    out = io.BytesIO()
    files = part(layout).files(given if given is not None else everything(), load())
    deliver(files, out, several=part(layout).SUFFIX == PACKED)
    return out.getvalue()


def unpacked(layout: str, given: Dossier | None = None) -> dict[str, bytes]:
    """The files of an export by name."""
    files = part(layout).files(given if given is not None else everything(), load())
    return {file.name: b"".join(file.pieces) for file in files}


def read_json(layout: str, given: Dossier | None = None) -> Any:  # JSON holds anything.
    return json.loads(exported(layout, given))


def read_lines(layout: str, given: Dossier | None = None) -> list[Any]:
    return [json.loads(line) for line in exported(layout, given).splitlines()]


def drawn_claims(given: Dossier) -> set[str]:
    """The claims that relations rest on, and those that dispute them."""
    relations = [one.relation for one in given.intervals]
    return {claim for one in relations for claim in (*one.claim_ids, *one.disputed_by)}


def told_claims(given: Dossier) -> set[str]:
    """The claims of events."""
    return {claim for one in given.incidents for claim in one.event.claim_ids}
