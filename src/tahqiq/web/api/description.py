"""The description of the API (OpenAPI 3.1), made from the types of its answers, so that it cannot fall behind them."""

from __future__ import annotations

from importlib.metadata import version

from tahqiq.export.rows import ExportRow, HitRow
from tahqiq.ledger.search import Kind, Sort
from tahqiq.web.api.objects import OBJECTS
from tahqiq.web.api.schemas import Json, Schemas
from tahqiq.web.api.tables import DEFAULT, MOST, ROOT, SEARCH, SERVED, Tables
from tahqiq.web.asking import LONGEST

_LIMIT: Json = {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT}
_WORDS: Json = {"type": "string", "pattern": r"^[^\u0000]+$", "minLength": 1, "maxLength": LONGEST}
_NUMBER: Json = {"type": "string", "pattern": "^[0-9]{1,7}$"}
_PLACE: Json = {"type": "string", "pattern": r"^[0-9]{1,7}~[^\u0000]+$", "maxLength": LONGEST}
_LANGUAGE: Json = {"type": "string", "enum": ["ar", "en"]}
_FAILURES = {
    "400": "A parameter that is missing, unknown or has no acceptable value.",
    "401": "The token is missing or is not one of this server.",
    "403": "The token does not reach this.",
    "404": "There is nothing of that id.",
    "503": "The ledger does not answer now.",
}


def description() -> Json:
    """The OpenAPI document of every table and of every kind of thing."""
    schemas = Schemas()
    kinds: dict[str, type[ExportRow]] = {name: table.kind for name, table in SERVED.items()}
    paths: Json = {ROOT: _got("tables", "Every table.", [], schemas.of(Tables))}
    for name, kind in kinds.items():
        narrowed = [_parameter(by, _WORDS) for by in SERVED[name].narrowed_by]
        after = _parameter("after", _PLACE if SERVED[name].begins_anywhere else _NUMBER)
        paths[f"{ROOT}/{name}"] = _table(name, [after, *narrowed], schemas.of(kind))
    paths[f"{ROOT}/{SEARCH}"] = _table(SEARCH, [_parameter("after", _NUMBER), *_searched_by()], schemas.of(HitRow))
    for name, (_, shape) in OBJECTS.items():
        id_ = {"name": "id", "in": "path", "required": True, "schema": _WORDS}
        paths[f"{ROOT}/{name}/{{id}}"] = _got(f"one of {name}", f"One of the {name}.", [id_], schemas.of(shape))
    return {
        "openapi": "3.1.0",
        "info": {"title": "Tahqiq", "version": version("tahqiq"), "description": "A ledger of claims, for reading."},
        "paths": paths,
        "components": {
            "schemas": {**schemas.made, "Problem": _problem()},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}],
    }


def _table(name: str, own: list[Json], row: Json) -> Json:
    properties: Json = {
        "table": {"const": name},
        "limit": _LIMIT,
        "rows": {"type": "array", "items": row},
        "next": {"type": ["string", "null"]},
    }
    leaf: Json = {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }
    said = f"Rows of {name}; `next` is the address of those that follow."
    return _got(name, said, [_parameter("limit", _LIMIT), *own], leaf)


def _searched_by() -> list[Json]:
    kinds: Json = {"type": "string", "enum": [kind.value for kind in Kind]}
    sorts: Json = {"type": "string", "enum": [sort.value for sort in Sort]}
    return [{**_parameter("q", _WORDS), "required": True}, _parameter("kind", kinds), _parameter("sort", sorts)]


def _got(operation: str, said: str, parameters: list[Json], schema: Json) -> Json:
    answers = {"200": {"description": said, "content": {"application/json": {"schema": schema}}}}
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    failures = {status: {"description": told, "content": problem} for status, told in _FAILURES.items()}
    return {
        "get": {
            "operationId": operation.replace(" ", "-"),
            "parameters": [*parameters, _parameter("lang", _LANGUAGE)],
            "responses": {**answers, **failures},
        }
    }


def _parameter(name: str, schema: Json) -> Json:
    return {"name": name, "in": "query", "schema": schema}


def _problem() -> Json:
    properties = {"title": {"type": "string"}, "detail": {"type": "string"}, "status": {"type": "integer"}}
    return {"type": "object", "required": list(properties), "properties": properties}
