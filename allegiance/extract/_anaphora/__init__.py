"""What points back to an actor: the parts of `coreference`."""
