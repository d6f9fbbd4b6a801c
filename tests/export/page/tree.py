"""A page as a tree, for tests: strict about nesting, so that broken markup fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "input", "br", "link", "img", "hr"}
_SHAPES = {"path", "line", "rect", "circle"}


@dataclass
class Element:
    """An element with its attributes and what it holds, in order."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    def words(self) -> str:
        """The text content."""
        return "".join(part if isinstance(part, str) else part.words() for part in self.inside)

    def walk(self) -> Iterator[Element]:
        """This element and all in it, in document order."""
        yield self
        for part in self.inside:
            if isinstance(part, Element):
                yield from part.walk()

    def all(self, name: str, of: str = "") -> list[Element]:
        """The elements of that name (and class, where given)."""
        return [e for e in self.walk() if e.name == name and (not of or of in e.attributes.get("class", "").split())]

    def by_id(self, id: str) -> Element:
        """The one element with that id."""
        (found,) = (e for e in self.walk() if e.attributes.get("id") == id)
        return found


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _SHAPES, f"<{tag}/> closes itself"
        self.open[-1].inside.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        closed = self.open.pop()
        assert closed.name == tag, f"</{tag}> closes <{closed.name}>"

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def parse(html: str) -> Element:
    """The tree of a page or of a piece of one."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert builder.open == [builder.root], f"never closed: {[e.name for e in builder.open[1:]]}"
    return builder.root
