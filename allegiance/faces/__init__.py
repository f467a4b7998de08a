"""Show the session to people and programs."""
