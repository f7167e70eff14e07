"""Office files are zip archives full of clocks; so that the same paper gives the same bytes, the clocks stop here.

Members keep their names and contents; order, times and the creation dates inside are settled by the paper's own day.
A workbook inside a presentation (the data of a chart) is settled the same way.
"""

import io
import re
import zipfile
from datetime import date

_FIRST = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMPED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def settled(archive: bytes, dated: date) -> bytes:
    """The same Office file with nothing left in it that depends on when it was written."""
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, _settled_member(name, source.read(name), dated))
    return kept.getvalue()


def _settled_member(name: str, content: bytes, dated: date) -> bytes:
    if name.endswith(".xlsx"):
        return settled(content, dated)
    if name == "docProps/core.xml":
        return _STAMPED.sub(rb"\g<1>" + f"{dated.isoformat()}T00:00:00Z".encode(), content)
    return content
