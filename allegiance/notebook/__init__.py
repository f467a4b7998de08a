"""What a session answers, as a notebook shows and takes it: drawings with their tables, data frames, graphs."""
