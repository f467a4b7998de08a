"""Tests; a package, as one of the libraries that they need installs another of this name."""
