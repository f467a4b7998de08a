"""Actor lists of others become rows of a user's lexicon folder, by mappings that are data."""
