"""The session over HTTP: `/api/v1`, and the web app beside it. Only `allegiance serve` loads this room."""
