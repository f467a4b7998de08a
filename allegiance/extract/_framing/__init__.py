"""Frames met in the parse, with their arguments: what actors are found by, and claims made of."""
