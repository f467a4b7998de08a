"""Names of places and which place they mean: the parts of `places`."""
