"""Questions to a store, as a session answers them."""
