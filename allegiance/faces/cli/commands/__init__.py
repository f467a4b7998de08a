"""The commands, one a module: `run` is the command, its signature the options, `EXAMPLES` the last lines of its help."""
