"""Xuất hồ sơ kiểm tra: one dossier as an archive that reads without the product: index, versions, files, events.

Without the right to Party pages nothing of the Party is in it: not the file, not the figures, not the event.
"""

import csv
import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from tongket.files.dossier_json import written_dossier
from tongket.server.records import blobs
from tongket.server.records.models import AuditEvent, DossierCase, DossierVersion
from tongket.server.records.queries.activity import Wanted, events
from tongket.server.records.queries.dossiers import dossier_of, measures_of
from tongket.server.records.queries.marking import file_seen, remarks_seen
from tongket.server.records.queries.seen import dossier_without, party_codes
from tongket.server.web.language import spoken
from tongket.server.web.log.sentences import line
from tongket.server.web.names import org_unit_name
from tongket.server.web.tags import moment
from tongket.words import Text
from tongket.yearbook import Year

_ZIP_DAY: Final = (1980, 1, 1, 0, 0, 0)  # the same dossier gives the same archive, whenever it is taken out
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_TITLE: Final = Text(
    "Hồ sơ kiểm tra: {unit}, kỳ {period}",
    "Материалы для проверки: {unit}, {period}",
    "Dossier for an audit: {unit}, {period}",
)
_TAKEN: Final = Text("Xuất lúc {moment}.", "Выгружено: {moment}.", "Taken out at {moment}.")
_FILES: Final = (
    Text("Tệp trong gói", "Файл в архиве", "File in the archive"),
    Text("Lần", "Версия", "Version"),
    Text("Loại", "Вид", "Kind"),
    Text("Thêm lúc", "Добавлен", "Added at"),
    Text("Người thêm", "Кем", "By"),
    Text("Dung lượng, byte", "Размер, байт", "Size, bytes"),
    Text("SHA-256", "SHA-256", "SHA-256"),
)
_EVENTS: Final = (
    Text("Thời điểm (giờ Việt Nam)", "Время (Вьетнам)", "Moment (Vietnam time)"),
    Text("Nội dung", "Событие", "What was done"),
    Text("Người thực hiện", "Кто", "Who"),
    Text("Địa chỉ máy", "Адрес машины", "From"),
    Text("Mã việc", "Код действия", "Verb"),
)
_REMARKS: Final = (
    Text("Lần", "Версия", "Version"),
    Text("Ô", "Ячейка", "Cell"),
    Text("Ý kiến", "Замечание", "Remark"),
    Text("Người ghi", "Кем", "By"),
    Text("Trả lời", "Ответ", "Answer"),
)


@dataclass(frozen=True, slots=True)
class _Packed:
    """A file of the archive with its line of the index."""

    name: str
    content: bytes
    line: tuple[str, ...]


def archive_of(case: DossierCase, year: Year, *, party: bool, at: dt.datetime) -> bytes:
    """Return the archive of a dossier as somebody may see it."""
    files = [one for version in case.versions.order_by("number") for one in _of_version(version, year, party=party)]
    files += _letter(case)
    told = [_event(one) for one in events(case.book, party=party, wanted=Wanted(org_unit=case.org_unit))]
    remarks = [row for version in case.versions.order_by("number") for row in _remarks(version, party=party)]
    tables = (
        ("index.csv", _FILES, [one.line for one in files]),
        ("events.csv", _EVENTS, told),
        ("remarks.csv", _REMARKS, remarks),
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        _put(archive, "index.html", _page(case, year, at, tables).encode())
        for name, heads, rows in tables:
            _put(archive, name, _csv(heads, rows))
        for one in files:
            _put(archive, one.name, one.content)
    return packed.getvalue()


def _of_version(version: DossierVersion, year: Year, *, party: bool) -> Iterator[_Packed]:
    dossier = dossier_of(version)
    seen = dossier if party else dossier_without(dossier, party_codes(year.plan))
    content = version.content if seen == dossier else written_dossier(seen, measures_of(year.plan.indicators))
    yield _packed(
        version, f"{version.number}/dossier.json", content.encode(), "dossier", version.stored_at, version.stored_by
    )
    for one in version.files.select_related("added_by", "version__case__book"):
        if file_seen(one, party=party):
            name = f"{version.number}/{one.pk}-{one.name.replace('/', '-')}"
            yield _packed(version, name, blobs.content_of(one.blob_id), one.role, one.added_at, one.added_by)


def _packed(version: DossierVersion, name: str, content: bytes, role: str, at: dt.datetime, by: object) -> _Packed:
    digest = hashlib.sha256(content).hexdigest()
    return _Packed(name, content, (name, str(version.number), role, moment(at), str(by), str(len(content)), digest))


def _letter(case: DossierCase) -> list[_Packed]:
    letter = getattr(case, "cover_letter", None)
    if letter is None or letter.scan_id is None:
        return []
    content, name = blobs.content_of(letter.scan_id), f"letter-{letter.scan_name.replace('/', '-')}"
    return [_Packed(name, content, (name, "", "letter", "", letter.signer, str(len(content)), letter.scan_id))]


def _event(event: AuditEvent) -> tuple[str, ...]:
    told = line(event, party=False)
    return (moment(event.at), told.what, told.person, event.origin, event.verb)


def _remarks(version: DossierVersion, *, party: bool) -> Iterator[tuple[str, ...]]:
    for one in remarks_seen(version, party=party):
        place = f"{one.sheet}!{one.cell}" if one.cell else ""
        yield (str(version.number), place, one.text, str(one.made_by), one.answer)


def _page(
    case: DossierCase,
    year: Year,
    at: dt.datetime,
    tables: Iterable[tuple[str, Sequence[Text], Sequence[tuple[str, ...]]]],
) -> str:
    unit = org_unit_name(year, case.org_unit, spoken())
    title = escape(_TITLE.to(spoken()).format(unit=unit, period=case.period))
    parts = [
        f'<!doctype html><html lang="{spoken()}"><meta charset="utf-8"><title>{title}</title><h1>{title}</h1>',
        f"<p>{escape(_TAKEN.to(spoken()).format(moment=moment(at)))}</p>",
    ]
    for name, heads, rows in tables:
        head = "".join(f"<th>{escape(one.to(spoken()))}</th>" for one in heads)
        body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
        parts.append(f'<h2>{name}</h2><table border="1" cellpadding="4"><tr>{head}</tr>{body}</table>')
    return "\n".join(parts)


def _csv(heads: Sequence[Text], rows: Iterable[tuple[str, ...]]) -> bytes:
    """For Excel: UTF-8 with its mark, and nothing that would be taken for a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([one.to(spoken()) for one in heads])
    writer.writerows([[_plain(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _ZIP_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)
