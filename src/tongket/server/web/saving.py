"""Files that are saved and not shown: one answer for every download, whatever is in the file and whoever named it."""

from collections.abc import Mapping
from typing import Final

from django.http import HttpResponse
from django.utils.http import content_disposition_header

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_UNKNOWN: Final = "application/octet-stream"
_KINDS: Final[Mapping[str, str]] = {
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "xls": "application/vnd.ms-excel",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""What is said of a file by the ending of its name, the same on every machine; of any other nothing is said."""


def attachment(name: str, content: bytes) -> HttpResponse:
    """Answer with a file that is saved under a name; no browser opens it, guesses what it is, or keeps it."""
    response = HttpResponse(content, content_type=_KINDS.get(name.rpartition(".")[2].lower(), _UNKNOWN))
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
