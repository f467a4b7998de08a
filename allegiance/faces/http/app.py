"""The application: guards, routes, problems, and the built web app."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.routing import APIRoute

from allegiance import __version__, shelf
from allegiance.faces.http.guarding import Guard
from allegiance.faces.http.holding import Held
from allegiance.faces.http.jobs import Jobs
from allegiance.faces.http.negotiating import Suffixes
from allegiance.faces.http.openapi import described
from allegiance.faces.http.pages import add_pages
from allegiance.faces.http.problems import tell_problems
from allegiance.faces.http.shapes import Problem

ROUTES = "allegiance.faces.http.routes"
API = "/api/v1"


def build(held: Held, *, hosts: Collection[str] = ()) -> FastAPI:
    """The application over a session.

    Args:
        hosts: by what names it may be asked for, beside those of this machine itself.
    """
    jobs = Jobs(held)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        jobs.close()

    app = FastAPI(
        title="Allegiance",
        version=__version__,
        openapi_url=f"{API}/openapi.json",
        # Their pages load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=_operation,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.state.held, app.state.jobs = held, jobs
    for name in shelf.names(ROUTES):
        app.include_router(
            shelf.take(ROUTES, name).ROUTER,
            prefix=API,
            responses={"default": {"model": Problem, "description": "What went wrong"}},
        )
    tell_problems(app)
    add_pages(app)
    described(app)
    app.add_middleware(Suffixes)
    app.add_middleware(Guard, hosts=hosts)
    return app


def _operation(route: APIRoute) -> str:
    return route.name
