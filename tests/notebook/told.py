"""A small war told by hand, and what a session answers of it."""

from __future__ import annotations

from allegiance.records.bundle import Bundle
from allegiance.session import Session
from allegiance.store.store import in_memory
from tests.telling import Said, day, keep, report

DAWN, FRONT, GUARDS, LEAGUE = "Dawn Brigade", "Northern Front", "River Guards", "Old League"
WAR = (
    report(
        "2013-06-01",
        Said(DAWN, "alliance", GUARDS, "begins", when=day("2013-05")),
        Said("Colonel Vale", "leadership", DAWN),
        Said(FRONT, "control", None, place="Essara"),
        publisher="Harbour Post",
        title="An accord",
        kinds={"Colonel Vale": "person"},
    ),
    report(
        "2014-02-03",
        Said(DAWN, "alliance", GUARDS),
        Said(DAWN, "rivalry", FRONT, "begins", when=day("2014-01")),
        Said(DAWN, "split", LEAGUE, "begins", when=day("2013")),
        Said(GUARDS, "assault", FRONT, when=day("2014-02-01"), place="Essara"),
        publisher="Meridian Wire",
    ),
    report(
        "2014-03-01",
        Said(DAWN, "alliance", GUARDS, stance="denied"),
        Said(GUARDS, "support", DAWN, stance="alleged"),
        publisher="Levant Desk",
    ),
)


def session(*reports: Bundle) -> Session:
    """Over these reports; over the war where none are given."""
    store = in_memory()
    keep(store, *(reports or WAR))
    return Session(store)
