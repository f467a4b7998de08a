"""The built web app, out of the package: files of `static`, and its one page for every address of the app."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Response
from fastapi.responses import FileResponse, HTMLResponse
from starlette.exceptions import HTTPException

STATIC = Path(__file__).parent / "static"
PAGE = "index.html"
# Their names hold a checksum of what is in them.
HASHED = "assets/"
FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
ANEW = {"Cache-Control": "no-cache"}
NOT_BUILT = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Allegiance</title>
<h1>The web app is not built</h1>
<p>This is a checkout in which nobody has built it yet. Run <code>make web</code>, and load this page again.</p>
<p>The API works without it: <a href="/api/v1/about">/api/v1/about</a>,
<a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p>
</html>
"""


def add_pages(app: FastAPI, folder: Path = STATIC) -> None:
    """Have the app show these pages wherever the API is not."""

    @app.api_route("/{path:path}", methods=["GET", "HEAD"], include_in_schema=False)
    def page(path: str) -> Response:
        if path == "api" or path.startswith("api/"):
            raise HTTPException(404)
        return _file(folder, path)


def _file(folder: Path, path: str) -> Response:
    root = folder.resolve()
    file = (root / path).resolve() if "\0" not in path else root
    if file.is_relative_to(root) and file.is_file():
        return FileResponse(file, headers=FOREVER if path.startswith(HASHED) else ANEW)
    if path.startswith(HASHED):
        raise HTTPException(404)
    if not (root / PAGE).is_file():
        return HTMLResponse(NOT_BUILT, 503, ANEW)
    return FileResponse(root / PAGE, headers=ANEW)
