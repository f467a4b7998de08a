"""`/jobs`: how far the reading of reports is."""

from __future__ import annotations

from fastapi import APIRouter, Response

from allegiance.faces.http.answers import json_of
from allegiance.faces.http.jobs import Desk
from allegiance.faces.http.shapes import Job

ROUTER = APIRouter(tags=["articles"], prefix="/jobs")


@ROUTER.get("", response_model=list[Job])
def jobs(desk: Desk) -> Response:
    """The jobs of this server, the latest first."""
    return json_of(desk.all(), headers={"Cache-Control": "no-store"})


@ROUTER.get("/{job_id}", response_model=Job)
def job(desk: Desk, job_id: str) -> Response:
    """One job."""
    return json_of(desk.job(job_id), headers={"Cache-Control": "no-store"})


@ROUTER.post("/{job_id}/stop", response_model=Job)
def stop(desk: Desk, job_id: str) -> Response:
    """Stop reading; what was read stays."""
    return json_of(desk.stop(job_id))
