"""Who came of a merger, kept beside the map."""

from __future__ import annotations

from importlib.resources import files

from alembic import op

revision = "r0005"
down_revision = "r0004"


def upgrade() -> None:
    """Make everything of `r0005_outcomes.sql`; the first question fills it."""
    here = files("allegiance.store.migrations.versions")
    script = (here / "r0005_outcomes.sql").read_text(encoding="utf-8")
    for statement in script.split("\n\n"):
        # As it stands: the driver must not look for parameters in it.
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """There is no way back: no version that needs one keeps an atlas."""
    raise NotImplementedError("a store is never taken back to an earlier version")
