"""Reports that are sent: files of a form, or one text in JSON. They are put down in a folder, and go when they are read."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeAlias

from fastapi import Depends, Request
from pydantic import TypeAdapter, ValidationError
from starlette.datastructures import FormData, UploadFile

from allegiance.errors import UsageError
from allegiance.extraction import check_day
from allegiance.faces.http.shapes import PastedReport
from allegiance.session import Sent, forms

FORM, JSON = "multipart/form-data", "application/json"
FILES = "files"
MOST_FILES = 1_000
# As long as a file's name may be on most systems.
MOST_CHARACTERS = 200
PASTED = "pasted.jsonl"
CHECKED = TypeAdapter(PastedReport)
# Read by hand, as one address takes both; so OpenAPI has to be told.
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            JSON: {"schema": CHECKED.json_schema()},
            FORM: {
                "schema": {
                    "type": "object",
                    "required": [FILES],
                    "properties": {
                        FILES: {
                            "type": "array",
                            "items": {"type": "string", "format": "binary"},
                            "description": "Files: .txt, .html, .htm, .jsonl",
                        },
                        "published": {
                            "type": "string",
                            "format": "date",
                            "description": "The day of publication of those that name none.",
                        },
                        "publisher": {
                            "type": "string",
                            "description": "The publisher of those that name none.",
                        },
                    },
                }
            },
        },
    }
}


@dataclass(frozen=True, slots=True)
class Sending:
    """Reports put down to be read.

    Attributes:
        folder: where they are; `drop` removes it.
        published, publisher: of those that name none.
    """

    folder: Path
    files: tuple[Sent, ...]
    published: str | None = None
    publisher: str | None = None

    def drop(self) -> None:
        """Let go of the files."""
        shutil.rmtree(self.folder, ignore_errors=True)


async def received(request: Request) -> Sending:
    """What a request brings.

    Raises:
        UsageError: it brings nothing that can be read; says what would do.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (FORM, JSON):
        raise UsageError(f"{kind or 'nothing'} is no report; send {FORM} with {FILES}, or {JSON}")
    folder = Path(tempfile.mkdtemp(prefix="allegiance-"))
    try:
        if kind == JSON:
            return _of_text(await request.body(), folder)
        async with request.form(max_files=MOST_FILES, max_fields=10) as form:
            return await _of_files(form, folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


Given: TypeAlias = Annotated[Sending, Depends(received)]


def _of_text(body: bytes, folder: Path) -> Sending:
    try:
        report = CHECKED.validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = " ".join(map(str, first["loc"])) or "body"
        raise UsageError(f"{place}: {first['msg']}; send an object with a text") from error
    if report.published is not None:
        check_day(report.published)
    row = {
        "text": report.text,
        "title": report.title,
        "published": report.published,
        "publisher": report.publisher,
        "url": report.url,
        "id": report.title,
    }
    path = folder / PASTED
    path.write_text(json.dumps(row) + "\n", encoding="ascii")
    return Sending(folder, (Sent(PASTED, path),))


async def _of_files(form: FormData, folder: Path) -> Sending:
    uploads = [one for one in form.getlist(FILES) if isinstance(one, UploadFile)]
    if not uploads:
        raise UsageError(f"no file came; send them as {FILES}")
    files = []
    for number, upload in enumerate(uploads):
        name = _name(upload.filename or "")
        path = folder / f"{number}{Path(name).suffix.lower()}"
        with path.open("xb") as out:
            while piece := await upload.read(1024 * 1024):
                out.write(piece)
        files.append(Sent(name, path))
    published, publisher = (_word(form, name) for name in ("published", "publisher"))
    if published is not None:
        check_day(published)
    return Sending(folder, tuple(files), published, publisher)


def _word(form: FormData, name: str) -> str | None:
    value = form.get(name)
    return value.strip() or None if isinstance(value, str) else None


def _name(given: str) -> str:
    """The file's own name: never where to put it.

    Raises:
        UsageError: nothing reads such files.
    """
    name = given.replace("\\", "/").rpartition("/")[2]
    name = "".join(sign if sign.isprintable() else "_" for sign in name)[-MOST_CHARACTERS:]
    if Path(name).suffix.lower().removeprefix(".") not in forms():
        wanted = ", ".join(f".{form}" for form in forms())
        raise UsageError(f"{name!r} cannot be read; send files that end in {wanted}")
    return name
