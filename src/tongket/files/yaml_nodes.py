"""The one YAML reader of the product: plain data with line and column, every scalar as text.

No anchors, aliases, tags or merge keys; a duplicate key is refused; what is wrong is a finding, never an exception.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

import yaml

from tongket.files import findings as say
from tongket.words import Finding, Place
from tongket.yearbook.values import UNSPEAKABLE

MAX_BYTES: Final = 32 * 1024 * 1024
MAX_DEPTH: Final = 16


class _Mark(Protocol):
    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


_LOADER: Final = getattr(yaml, "CLoader", yaml.Loader)  # the same events from either, the C one much sooner


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar, as text."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and what stands under it."""

    key: Leaf
    node: "Node"


@dataclass(frozen=True, slots=True)
class Branch:
    """A mapping; its keys are different."""

    entries: tuple[Entry, ...]
    place: Place

    def get(self, key: str) -> "Node | None":
        """Return what stands under a key, or None."""
        return next((entry.node for entry in self.entries if entry.key.text == key), None)


@dataclass(frozen=True, slots=True)
class Listing:
    """A sequence."""

    items: "tuple[Node, ...]"
    place: Place


Node = Leaf | Branch | Listing


def load(content: bytes, file: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """Read one YAML document; None when it is empty or cannot be read, with the findings that say why."""
    if len(content) > MAX_BYTES:
        return None, (say.TOO_BIG.at(Place(file), limit=f"{MAX_BYTES // 1024 // 1024} MB"),)
    text, findings = decoded(content, file)
    if text is None:
        return None, findings
    if unspeakable := UNSPEAKABLE.search(text):
        place = _place_in(text, unspeakable.start(), file)
        problem = f"U+{ord(unspeakable[0]):04X}"
        return None, (say.YAML_SYNTAX.at(place, problem=problem),)
    return _Composer(file).compose(text)


def decoded(content: bytes, file: str) -> tuple[str | None, tuple[Finding, ...]]:
    """Return the composed Unicode text of a UTF-8 file, with or without its byte order mark."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as refusal:
        line = content[: refusal.start].count(b"\n") + 1
        return None, (say.NOT_UTF8.at(Place(file, line=line, column=1), line=line),)
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")), ()


def _place_in(text: str, position: int, file: str) -> Place:
    before = text[:position]
    return Place(file, line=before.count("\n") + 1, column=position - before.rfind("\n"))


class _Composer:
    """Builds nodes from the parser's events, refusing what plain data does not need."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def compose(self, text: str) -> tuple[Node | None, tuple[Finding, ...]]:
        try:
            root = self._document(yaml.parse(text, Loader=_LOADER))
        except yaml.MarkedYAMLError as refusal:
            mark = refusal.problem_mark or refusal.context_mark
            self.findings.append(say.YAML_SYNTAX.at(self._at(mark), problem=refusal.problem or refusal.context or ""))
            return None, tuple(self.findings)
        except yaml.YAMLError as refusal:
            self.findings.append(say.YAML_SYNTAX.at(Place(self.file), problem=str(refusal).splitlines()[0]))
            return None, tuple(self.findings)
        except _TooDeep:
            return None, tuple(self.findings)
        return root, tuple(self.findings)

    def _document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse("---", event)
            elif isinstance(event, yaml.NodeEvent):
                node = self._node(event, events, 0)
                root = root or node
        return root

    def _node(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], depth: int) -> Node:
        place = self._at(event.start_mark)
        if depth > MAX_DEPTH:
            self.findings.append(say.TOO_DEEP.at(place, limit=MAX_DEPTH))
            raise _TooDeep
        if isinstance(event, yaml.AliasEvent):
            self._refuse(f"*{event.anchor}", event)
            return Leaf("", place)
        if event.anchor is not None:
            self._refuse(f"&{event.anchor}", event)
        assert isinstance(event, yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent)
        if event.tag is not None:
            self._refuse(str(event.tag), event)
        if isinstance(event, yaml.ScalarEvent):
            return Leaf(event.value, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return Listing(tuple(self._items(events, depth)), place)
        return Branch(tuple(self._entries(events, depth)), place)

    def _items(self, events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            assert isinstance(event, yaml.NodeEvent)
            yield self._node(event, events, depth + 1)

    def _entries(self, events: Iterator[yaml.Event], depth: int) -> Iterator[Entry]:
        seen: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            assert isinstance(event, yaml.NodeEvent)
            key = self._key(event, events, depth)
            below = next(events)
            assert isinstance(below, yaml.NodeEvent)
            node = self._node(below, events, depth + 1)
            if key is None:
                continue
            if key.text in seen:
                self.findings.append(say.DUPLICATE_KEY.at(key.place, key=key.text, line=seen[key.text]))
                continue
            seen[key.text] = key.place.line
            yield Entry(key, node)

    def _key(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], depth: int) -> Leaf | None:
        node = self._node(event, events, depth + 1)
        if not isinstance(node, Leaf):
            self._refuse("? …", event)
            return None
        if node.text == "<<" and isinstance(event, yaml.ScalarEvent) and not event.style:
            self._refuse("<<", event)
            return None
        return node

    def _refuse(self, feature: str, event: yaml.Event) -> None:
        self.findings.append(say.YAML_FEATURE.at(self._at(event.start_mark), feature=feature))

    def _at(self, mark: _Mark | None) -> Place:
        return Place(self.file, line=mark.line + 1, column=mark.column + 1) if mark else Place(self.file)


class _TooDeep(Exception):
    """Stops the reading of a document that nests without end; the finding is already told."""
