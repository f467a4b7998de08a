"""How fast the web app shows what it shows, in a real browser."""
