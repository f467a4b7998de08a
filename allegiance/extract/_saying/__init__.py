"""Who says what: the parts of `statements`."""
