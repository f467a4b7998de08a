"""Load, check and serve the data files: what the language and the world are."""
