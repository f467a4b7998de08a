"""From frames met in the parse to claims: the parts of `claims`."""
