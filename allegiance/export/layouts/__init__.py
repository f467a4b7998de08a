"""The map of one day as `network --format` prints it, one layout a module."""
