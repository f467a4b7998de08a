"""Bring a store to the form that this version writes."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from allegiance.errors import NewerStore

# The last file of `migrations/versions`; a test holds the two together. Named here, as asking alembic costs 100 ms.
NEWEST = "r0008"
MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(connection: Connection, location: str) -> None:
    """Run the migrations that a store lacks, all in the connection's transaction.

    Raises:
        NewerStore: it has one that we do not know.
    """
    version = version_of(connection)
    if version == NEWEST:
        return
    # Here, not above: nearly every store is up to date, and importing alembic is slow.
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(MIGRATIONS))
    if version is not None and version not in {r.revision for r in script.walk_revisions()}:
        raise NewerStore(
            f"{location} was written by a later version of Allegiance (its form is {version}, "
            f"ours {NEWEST}); use that version, or make another store with --db"
        )
    steps = EnvironmentContext(
        Config(), script, fn=lambda have, _: script._upgrade_revs("head", have)
    )
    with steps:
        steps.configure(connection=connection)
        steps.run_migrations()


def version_of(connection: Connection) -> str | None:
    """The last migration that ran on a store; None on an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
