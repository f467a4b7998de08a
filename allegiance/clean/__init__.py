"""Freeze the text of an article, mark its furniture, find its date line."""
