"""Claims as lists show them, kept beside the map."""

from __future__ import annotations

from importlib.resources import files

from alembic import op

revision = "r0008"
down_revision = "r0007"


def upgrade() -> None:
    """Make everything of `r0008_listed.sql`; the first question fills it."""
    here = files("allegiance.store.migrations.versions")
    script = (here / "r0008_listed.sql").read_text(encoding="utf-8")
    for statement in script.split("\n\n"):
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """There is no way back: no version that needs one keeps claims so."""
    raise NotImplementedError("a store is never taken back to an earlier version")
