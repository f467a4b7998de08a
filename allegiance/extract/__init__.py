"""Find one kind of thing a module, with evidence."""
