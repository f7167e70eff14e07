"""The receipt of a dossier that was sent, as a small paper: what came, when, from whom, and its fingerprints."""

from tongket.documents import Align, Cell, Column, Header, Paper, Paragraph, Row, Run, Table, Title
from tongket.files.pdf import paper_as_pdf
from tongket.organisation import name_on
from tongket.server.clock import ZONE, civil_day
from tongket.server.records.models import DossierVersion
from tongket.server.records.queries.dossiers import due
from tongket.server.web.dossier.history import FileShown
from tongket.server.web.dossier.page import receipt_code
from tongket.server.web.names import end_of
from tongket.words import Language, Text, short_date
from tongket.yearbook import Year

_KIND = Text("GIẤY BIÊN NHẬN", "РАСПИСКА В ПОЛУЧЕНИИ", "RECEIPT")
_SUBJECT = Text(
    "Hồ sơ báo cáo năm {year} – {name}", "Отчётные материалы за {year} год – {name}", "Report dossier {year} – {name}"
)
_CODE = Text("Mã biên nhận: ", "Код расписки: ", "Receipt code: ")
_SENT = Text(
    "Đã gửi lúc {time} ngày {day} (giờ Việt Nam), lần {n}.",
    "Направлено в {time} {day} (время Вьетнама), редакция {n}.",
    "Sent at {time} on {day} (Vietnam time), version {n}.",
)
_DUE = Text("Hạn nộp: {time} ngày {day}.", "Срок: {time} {day}.", "Due: {time} on {day}.")
_BY = Text("Người lưu hồ sơ: {name}.", "Сохранил: {name}.", "Kept by: {name}.")
_FOR = Text(
    "Nộp thay theo tệp đơn vị gửi qua thư điện tử ngày {sent}; công văn số {letter} ngày {dated}. Người gửi: {sender}.",
    "Подано за организацию по файлу, присланному по почте {sent}; письмо № {letter} от {dated}. Отправитель: {sender}.",
    "Filed for the unit by the file it mailed on {sent}; letter No. {letter} of {dated}. Sender: {sender}.",
)
_LETTER = Text(
    "Công văn gửi kèm: số {number} ngày {day}, người ký {signer}.",
    "Сопроводительное письмо № {number} от {day}, подписал {signer}.",
    "Cover letter: No. {number} of {day}, signed by {signer}.",
)
_HEADS = (Text("Tệp", "Файл", "File"), Text("Nội dung", "Содержание", "Holds"), Text("SHA-256", "SHA-256", "SHA-256"))
_STAMP = Text("SỐ LIỆU MINH HỌA", "ИЛЛЮСТРАТИВНЫЕ ДАННЫЕ", "ILLUSTRATIVE DATA")


def receipt(year: Year, version: DossierVersion, files: tuple[FileShown, ...], language: Language) -> bytes:
    """Return the receipt as a PDF; the same dossier gives the same receipt."""
    assert version.submitted_at is not None  # only what was sent has a receipt
    day = civil_day(version.submitted_at)
    issuer = name_on(year.organisation, year.head.org_unit, end_of(year)).to(language)
    name = name_on(year.organisation, version.case.org_unit, end_of(year)).to(language)
    paper = Paper(
        language,
        day,
        Header(issuer.upper()),
        (*(_said(text) for text in _lines(version, language)), _files(files, language)),
        Title(_KIND.to(language), _SUBJECT.to(language).format(year=year.head.year, name=name)),
        stamp=_STAMP.to(language) if year.head.illustrative else "",
    )
    return paper_as_pdf(paper)


def _lines(version: DossierVersion, language: Language) -> list[tuple[str, str]]:
    moment = version.submitted_at.astimezone(ZONE) if version.submitted_at else None
    assert moment is not None
    said = [
        (_CODE.to(language), receipt_code(version)),
        (
            _SENT.to(language).format(
                time=f"{moment:%H:%M}", day=short_date(moment.date(), language), n=version.number
            ),
            "",
        ),
    ]
    limit = due(version.case)
    if limit:
        local = limit.astimezone(ZONE)
        said.append((_DUE.to(language).format(time=f"{local:%H:%M}", day=short_date(local.date(), language)), ""))
    said.append((_how(version, language), ""))
    letter = getattr(version.case, "cover_letter", None)
    if letter:
        day = short_date(letter.dated, language)
        said.append((_LETTER.to(language).format(number=letter.registry_number, day=day, signer=letter.signer), ""))
    return said


def _how(version: DossierVersion, language: Language) -> str:
    if not version.on_behalf:
        return _BY.to(language).format(name=version.stored_by)
    return _FOR.to(language).format(
        sent=short_date(version.sent_on, language) if version.sent_on else "…",
        letter=version.letter,
        dated=short_date(version.letter_dated, language) if version.letter_dated else "…",
        sender=version.sender,
    )


def _said(line: tuple[str, str]) -> Paragraph:
    text, code = line
    return Paragraph((Run(text), Run(code, bold=True)) if code else (Run(text),))


def _files(files: tuple[FileShown, ...], language: Language) -> Table:
    columns = (
        Column(_HEADS[0].to(language), 24, Align.LEFT),
        Column(_HEADS[1].to(language), 22, Align.LEFT),
        Column(_HEADS[2].to(language), 40, Align.LEFT, small=True),
    )
    rows = tuple(
        Row((Cell(one.name), Cell(one.what.to(language)), Cell(f"{one.sha256[:32]} {one.sha256[32:]}")))
        for one in files
    )
    return Table(columns, rows)
