"""The reference page of the settings, made of the list of variables; a test holds the committed page equal to it."""

from collections.abc import Iterator

from tongket.server.settings.environment import VARIABLES


def page() -> str:
    """Return the page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Settings of the server"
    yield ""
    yield "The server takes its settings from the environment and from nowhere else; a value that makes no sense ends"
    yield "the start with one sentence. Secrets stand in files that only the server's user may read. Written by"
    yield "`tongket.server.settings.reference`; do not edit."
    yield ""
    yield "| variable | what it is for | tiếng Việt | default |"
    yield "|---|---|---|---|"
    for one in VARIABLES:
        yield f"| `{one.name}` | {one.meaning.en} | {one.meaning.vi} | {f'`{one.default}`' if one.default else ''} |"
