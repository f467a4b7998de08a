"""Conflicts as a store keeps them: as they were last found, with what they were found from.

As the atlas, whose companions they are, they are no source. They are found when somebody asks for them, not whenever
the atlas is brought up to date, as that takes as long again.
"""

from __future__ import annotations

from collections.abc import Iterable

from allegiance.store.atlas import Head, rows
from allegiance.store.ledgers import edition_of
from allegiance.store.store import Store

# In one statement, so that another program cannot replace them in between; at least one row wherever they are kept.
_KEPT = (
    "SELECT body FROM atlas_conflict_head LEFT JOIN atlas_conflict"
    " WHERE (form, reading, judgement, decision) = (?, ?, ?, ?) ORDER BY number"
)


def kept_conflicts(store: Store, found_from: Head) -> list[str] | None:
    """The bodies in their order; None where none are kept, or they were found from something else."""
    bodies = [body for (body,) in rows(store, _KEPT, *found_from)]
    return [body for body in bodies if body is not None] if bodies else None


def keep_conflicts(store: Store, found_from: Head, bodies: Iterable[str]) -> None:
    """Replace what is kept, in one transaction; nothing if the ledgers have grown in the meantime.

    Raises:
        StoreError: it cannot be written.
    """
    with store.writing() as connection:
        if edition_of(connection) != found_from[1:]:
            return
        connection.exec_driver_sql("DELETE FROM atlas_conflict_head")
        connection.exec_driver_sql("DELETE FROM atlas_conflict")
        connection.exec_driver_sql(
            "INSERT INTO atlas_conflict_head VALUES (?, ?, ?, ?)", found_from
        )
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.executemany("INSERT INTO atlas_conflict VALUES (?, ?)", enumerate(bodies))
