"""Forms as a browser without JavaScript fills and sends them."""

from __future__ import annotations

from starlette.testclient import TestClient

from tests.export.page.tree import Element

Response = object
ACTION = "\0action"


def form_of(tree: Element, action: str) -> dict[str, str]:
    """The fields of the first form with that action, as they would be sent, and the action."""
    form = next(f for f in tree.all("form") if f.attributes["action"] == action)
    fields = {ACTION: action}
    for field in form.walk():
        name = field.attributes.get("name", "")
        if field.name == "textarea":
            fields[name] = field.words()
        elif field.name == "select":
            options = field.all("option")
            chosen = next((o for o in options if "selected" in o.attributes), options[0])
            fields[name] = chosen.attributes["value"]
        elif field.name == "input" and (field.attributes.get("type") != "checkbox" or "checked" in field.attributes):
            fields[name] = field.attributes.get("value", "")
    return fields


def fill(form: dict[str, str], **fields: str) -> dict[str, str]:
    """The form with some fields filled in otherwise."""
    return {**form, **fields}


def send(client: TestClient, form: dict[str, str]):  # type: ignore[no-untyped-def]
    """The page that one arrives at after sending it."""
    return client.post(form[ACTION], data={n: v for n, v in form.items() if n != ACTION})
