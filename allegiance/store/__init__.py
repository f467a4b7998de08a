"""Keep the ledgers."""
