"""One module a resource; each has a `ROUTER`, and is served by being here."""
