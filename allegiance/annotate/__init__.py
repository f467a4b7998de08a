"""Turn an article into a reading; the only room that loads models."""
