"""Compute answers from the ledgers for a day in the world and a day of knowledge."""
