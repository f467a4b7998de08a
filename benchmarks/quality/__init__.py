"""How well reports are read: figures against public research sets, each of which the user brings (README.md)."""
