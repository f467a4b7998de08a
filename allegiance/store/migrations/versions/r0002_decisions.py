"""What persons decide."""

from __future__ import annotations

from importlib.resources import files

from alembic import op

revision = "r0002"
down_revision = "r0001"


def upgrade() -> None:
    """Make everything of `r0002_decisions.sql`."""
    here = files("allegiance.store.migrations.versions")
    script = (here / "r0002_decisions.sql").read_text(encoding="utf-8")
    for statement in script.split("\n\n"):
        # As it stands: the driver must not look for parameters in it.
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """There is no way back: the decisions would be lost."""
    raise NotImplementedError("a store is never taken back to an earlier version")
