"""Files that were taken in, kept once under the hash of their content and never changed."""

import datetime as dt
import hashlib
import os
from pathlib import Path

from django.conf import settings

from tongket.server.records.models import Blob


def keep(content: bytes, at: dt.datetime) -> Blob:
    """Keep a file and return its record; the same content is kept once.

    The bytes stand whole under their name before the record is written: a record never speaks of half a file.
    """
    digest = hashlib.sha256(content).hexdigest()
    place = place_of(digest)
    if not place.is_file():
        place.parent.mkdir(parents=True, exist_ok=True)
        written = place.with_name(f"{digest}.{os.getpid()}.new")
        with written.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        written.replace(place)
    blob, _ = Blob.objects.get_or_create(sha256=digest, defaults={"size": len(content), "stored_at": at})
    return blob


def content_of(digest: str) -> bytes:
    """Return the content kept under a hash. FileNotFoundError when it is gone, ValueError when it is not the same."""
    content = place_of(digest).read_bytes()
    if hashlib.sha256(content).hexdigest() != digest:
        raise ValueError(f"the file {digest} is damaged")
    return content


def place_of(digest: str) -> Path:
    """Return where a file lies: two letters of its hash make the folder."""
    return Path(settings.DATA_FOLDER) / "blobs" / digest[:2] / digest
