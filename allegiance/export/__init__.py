"""Write a map in one file format a module; what a format drops, its module says."""
