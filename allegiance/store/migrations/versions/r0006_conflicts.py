"""What claims disagree on, kept as it was last found."""

from __future__ import annotations

from importlib.resources import files

from alembic import op

revision = "r0006"
down_revision = "r0005"


def upgrade() -> None:
    """Make everything of `r0006_conflicts.sql`; who asks for conflicts first fills it."""
    here = files("allegiance.store.migrations.versions")
    script = (here / "r0006_conflicts.sql").read_text(encoding="utf-8")
    for statement in script.split("\n\n"):
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """There is no way back: no version that needs one keeps conflicts."""
    raise NotImplementedError("a store is never taken back to an earlier version")
