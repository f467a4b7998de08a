"""Write a stretch of the map with all its evidence, one file format a module; what a format drops, its module says."""
