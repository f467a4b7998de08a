"""How a store came to look as it does: one file a change, each never edited again."""
