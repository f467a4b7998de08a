"""Read one container kind a module into raw articles."""

from allegiance.ingest._walk import forms, read

__all__ = ["forms", "read"]
