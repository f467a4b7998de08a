"""Judge which actors and which reports are the same, across articles."""
