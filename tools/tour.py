"""Read a folder of reports into a new store and show what came of it."""
