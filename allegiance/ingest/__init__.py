"""Read one container kind a module into raw articles."""

from allegiance.ingest._walk import STANDARD_INPUT, forms, read

__all__ = ["STANDARD_INPUT", "forms", "read"]
