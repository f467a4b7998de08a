"""The tables of `csv` as Parquet files, with types and what each column says; nothing is dropped, and no text is changed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

from allegiance.errors import UsageError
from allegiance.export._contract import File
from allegiance.export._rows import ROWS
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.tables import Table
from allegiance.records.dossier import Dossier

SUFFIX = ".zip"
BINARY = True
# Rows that are held at once.
GROUP = 100_000


def files(dossier: Dossier, lexicon: Lexicon) -> Iterator[File]:
    """A file a table.

    Raises:
        UsageError: PyArrow is not installed.
    """
    try:
        # Here, not above: it is an extra, larger than all else together.
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise UsageError(
            "Parquet needs PyArrow; install it by: pip install 'allegiance[parquet]'"
        ) from error
    for table in lexicon.formats.tables:
        yield File(f"{table.name}.parquet", [_written(table, dossier)])


def _written(table: Table, dossier: Dossier) -> bytes:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    schema = _schema(table)
    out = io.BytesIO()
    rows = ROWS[table.name](dossier)
    with ParquetWriter(out, schema, compression="zstd") as writer:
        while group := list(islice(rows, GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))
    return out.getvalue()


def _schema(table: Table) -> Any:  # PyArrow tells no types.
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    fields = [
        pa.field(column.name, types[column.type], metadata={"description": column.says})
        for column in table.columns
    ]
    return pa.schema(fields, metadata={"description": table.says})
