"""JSON Schemas of types: what a row, a record or a list of them is as JSON."""

from __future__ import annotations

from dataclasses import is_dataclass
from inspect import getdoc
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

Json = dict[str, Any]

_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


class Schemas:
    """The schemas of types; those of records are `made` once, by name, and referred to."""

    def __init__(self) -> None:
        self.made: Json = {}

    def of(self, hint: Any) -> Json:
        """The schema of scalars, unions, lists, mappings by text, dataclasses and typed dictionaries.

        KeyError for any other type.
        """
        origin, parts = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            return self._one_of(parts)
        if origin is list:
            return {"type": "array", "items": self.of(parts[0])}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        if is_dataclass(hint) or is_typeddict(hint):
            return self._record(hint)
        return {"type": _SCALARS[hint]}

    def _one_of(self, parts: tuple[Any, ...]) -> Json:
        if any(part not in _SCALARS for part in parts):
            return {"anyOf": [self.of(part) for part in parts]}
        named = {_SCALARS[part] for part in parts}
        if "number" in named:
            named.discard("integer")
        return {"type": named.pop() if len(named) == 1 else sorted(named)}

    def _record(self, kind: Any) -> Json:
        name = kind.__name__
        if name not in self.made:
            self.made[name] = {}  # stands while its own fields are looked at
            properties = {field: self.of(hint) for field, hint in get_type_hints(kind).items()}
            self.made[name] = {
                "type": "object",
                "description": getdoc(kind),
                "required": list(properties),
                "properties": properties,
                "additionalProperties": False,
            }
        return {"$ref": f"#/components/schemas/{name}"}
