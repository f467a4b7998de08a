"""A sourced, dated map of who stands with, under and against whom, read from conflict reports."""

__version__ = "0.1.0"
