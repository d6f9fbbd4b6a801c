"""The description of the API (OpenAPI 3.1), made from the types of the rows, so that it cannot fall behind them."""

from __future__ import annotations

from dataclasses import fields
from importlib.metadata import version
from inspect import getdoc
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

from tahqiq.export.rows import ExportRow, HitRow
from tahqiq.exported import OFFERED
from tahqiq.web.api.tables import DEFAULT, MOST, ROOT, SEARCH

Json = dict[str, object]

_TYPES = {str: "string", int: "integer", float: "number", type(None): "null"}
_LIMIT: Json = {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT}
_OFFSET: Json = {"type": "integer", "minimum": 0, "maximum": 9_999_999, "default": 0}
_WORDS: Json = {"type": "string", "maxLength": 4000}
_FAILURES = {
    "400": "A parameter that is missing, unknown or has no acceptable value.",
    "401": "The token is missing, unknown, expired or revoked.",
    "403": "The token does not open this.",
    "503": "The ledger does not answer now.",
}


def description() -> Json:
    """The OpenAPI document of every table."""
    kinds = {name: table.kind for name, table in OFFERED.items()} | {SEARCH: HitRow}
    narrowed = {name: table.narrowed_by for name, table in OFFERED.items()}
    paths: Json = {f"{ROOT}/{name}": _table(name, kinds[name], narrowed.get(name, ())) for name in kinds}
    schemas: Json = {kind.__name__: _row(kind) for kind in kinds.values()}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Tahqiq", "version": version("tahqiq"), "description": "A ledger of claims, for reading."},
        "paths": paths,
        "components": {
            "schemas": {**schemas, "Problem": _problem()},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}],
    }


def _table(name: str, kind: type[ExportRow], narrowed_by: tuple[str, ...]) -> Json:
    parameters = [_parameter("limit", _LIMIT), _parameter("offset", _OFFSET)]
    parameters += [_parameter(by, _WORDS) for by in narrowed_by]
    if name == SEARCH:
        parameters.append({**_parameter("q", _WORDS), "required": True})
    failures: Json = {
        status: _answer(said, "Problem", "application/problem+json") for status, said in _FAILURES.items()
    }
    found: Json = {"description": f"Rows of {name}.", "content": {"application/json": {"schema": _leaf(kind)}}}
    responses: Json = {"200": found, **failures}
    return {"get": {"operationId": name, "parameters": parameters, "responses": responses}}


def _parameter(name: str, schema: Json) -> Json:
    return {"name": name, "in": "query", "schema": schema}


def _answer(said: str, schema: str, media_type: str) -> Json:
    return {"description": said, "content": {media_type: {"schema": {"$ref": f"#/components/schemas/{schema}"}}}}


def _leaf(kind: type[ExportRow]) -> Json:
    listed = {"type": "array", "items": {"$ref": f"#/components/schemas/{kind.__name__}"}}
    properties = {
        "table": {"type": "string"},
        "offset": _OFFSET,
        "limit": _LIMIT,
        "rows": listed,
        "next": {"type": ["string", "null"]},
    }
    return {"type": "object", "required": list(properties), "properties": properties}


def _row(kind: type[ExportRow]) -> Json:
    hints = get_type_hints(kind)
    properties = {column.name: _type(hints[column.name]) for column in fields(kind)}
    return {
        "type": "object",
        "description": getdoc(kind),
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


def _type(hint: object) -> Json:
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    named = {_TYPES[part] for part in parts}
    if "number" in named:
        named.discard("integer")
    return {"type": named.pop() if len(named) == 1 else sorted(named)}


def _problem() -> Json:
    properties = {"title": {"type": "string"}, "detail": {"type": "string"}, "status": {"type": "integer"}}
    return {"type": "object", "required": list(properties), "properties": properties}
