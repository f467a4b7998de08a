"""One set a module; its docstring defines its figures."""
