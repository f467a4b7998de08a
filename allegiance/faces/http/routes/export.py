"""`/export`: the map with its evidence, for other programs."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from allegiance.faces.http.answers import Answer
from allegiance.faces.http.asking import Asked
from allegiance.faces.http.downloading import download

ROUTER = APIRouter(tags=["export"])


@ROUTER.get("/export/{layout}", response_class=FileResponse)
def export(
    answer: Answer,
    asked: Asked,
    layout: str,
    all_claims: Annotated[
        bool, Query(description="Claims that nothing drawn rests on, too.")
    ] = False,
) -> FileResponse:
    """A file to download, in one of the formats that `/about` lists."""
    file = download(answer.held, asked, layout, all_claims=all_claims)
    return FileResponse(
        file.path,
        media_type="application/octet-stream",
        filename=file.name,
        background=BackgroundTask(file.remove),
    )
