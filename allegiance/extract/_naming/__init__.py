"""Who is named: what `actors` and `coreference` share of names and nominals."""
