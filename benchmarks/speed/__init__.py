"""How fast the map answers, over stores of any size that are made from a seed."""
