"""Dates as ranges: the parts of `dates`."""
