"""The mapping of a workbook in the unit's own layout: proposed, corrected by a person, kept for next time."""

from collections.abc import Sequence
from typing import Any

from tongket.dossier.foreign import Asked, WorkbookMapping, proposed
from tongket.dossier.foreign.mapping_table import read_mapping
from tongket.dossier.grid import Book
from tongket.files.guarded_books import read_books
from tongket.files.mapping_workbook import Choices, mapping_workbook
from tongket.server.actions.acting import Actor, acting, ask
from tongket.server.actions.dossier.judging import form_in_force
from tongket.server.actions.dossier.subjects import subject_of
from tongket.server.records.models import DossierCase, ForeignMapping, Upload
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.filing import PARTY_PART
from tongket.server.records.queries.mappings import document_of, mapping_of
from tongket.words import Finding, Refused, Text, errors_in, in_each_language

_NOTHING_OURS = Text(
    "Không thấy trong {file} bảng nào có chỉ tiêu của {org_unit}. Bảng cần có dòng đầu cột "
    "(ví dụ: Chỉ tiêu, KH 2022, Ước TH 2022).",
    "В {file} нет таблицы с показателями {org_unit}. Нужна строка заголовков (например: показатель, план, факт).",
    "{file} holds no table with indicators of {org_unit}. It needs a row of heads, such as indicator, plan, actual.",
)
_ONE_BY_ONE = Text(
    "Tệp theo mẫu riêng của đơn vị: gửi lên từng tệp một.",
    "Файлы собственной формы загружайте по одному.",
    "Workbooks of the unit's own layout are uploaded one by one.",
)
_UNSURE = Text(
    "Còn {n} dòng, cột cần xác nhận: chọn chỉ tiêu hoặc ‘bỏ qua’ cho từng dòng.",
    "Осталось подтвердить: {n}. Для каждой строки выберите показатель или «пропустить».",
    "{n} rows or columns are still to be confirmed: choose an indicator or ‘leave out’ for each.",
)


def known_mapping(case: DossierCase) -> ForeignMapping | None:
    """Return how the unit's own workbooks are read, None while nobody has confirmed it."""
    return ForeignMapping.objects.filter(book=case.book, org_unit=case.org_unit).first()


def proposal(case: DossierCase, foreign: Sequence[Book], *, party: bool) -> dict[str, Any]:
    """Propose how a workbook is read; nothing of the Party is looked for by who has no right to it.

    Raises Refused when nothing of ours is in it, or several came at once.
    """
    if len(foreign) > 1:
        raise Refused(_ONE_BY_ONE)
    form, year = form_in_force(case), typed_year(case.book)
    rows = tuple(row for part, _, row in form.rows if party or part.code != PARTY_PART)
    mapping = proposed(foreign[0], Asked(case.org_unit, year.head.year, rows, {}))
    if not mapping.sheets:
        raise Refused(_NOTHING_OURS.fill(file=foreign[0].file, org_unit=case.org_unit))
    return document_of(mapping)


def confirm_mapping(*, actor: Actor, upload: Upload, mapping: WorkbookMapping) -> Upload:
    """Keep a mapping as a person left it, and judge the workbook by it. Raises Refused while anything is unsure."""
    from tongket.server.actions.dossier.uploads import judge_anew

    case = DossierCase.objects.select_related("book").get(pk=upload.case_id)
    with acting(actor, "dossier.store", subject_of(case)) as event:
        if mapping.unsure:
            raise Refused(_UNSURE.fill(n=str(mapping.unsure)))
        given = {"content": document_of(mapping), "confirmed_at": actor.at, "confirmed_by": actor.account}
        ForeignMapping.objects.update_or_create(book=case.book, org_unit=case.org_unit, defaults=given)
        event.after = {"mapping": mapping.file, "rows": sum(bool(row.code) for _, row in mapping.rows)}
        upload.mapping = None
        return judge_anew(upload)


def map_again(*, actor: Actor, upload: Upload) -> Upload:
    """Open the mapping of an upload again to correct it; until it is confirmed nothing is judged."""
    case = DossierCase.objects.select_related("book").get(pk=upload.case_id)
    ask(actor, "dossier.store", subject_of(case))
    known = known_mapping(case)
    if known:
        upload.mapping, upload.content, upload.judged, upload.content_sha256 = known.content, "", "", ""
        upload.save()
    return upload


def mapping_as_workbook(case: DossierCase, mapping: WorkbookMapping) -> bytes:
    """Return a mapping as the small workbook that is corrected in Excel."""
    return mapping_workbook(mapping, choices_of(case))


def mapping_from_workbook(*, actor: Actor, upload: Upload, name: str, content: bytes) -> Upload:
    """Take a mapping that was corrected in Excel. Raises Refused with what is wrong in it."""
    case = DossierCase.objects.select_related("book").get(pk=upload.case_id)
    [book] = read_books([(content, name)])
    if isinstance(book, Finding):
        raise Refused(_said((book,)))
    mapping, findings = read_mapping(book, case.org_unit, frozenset(choices_of(case).codes))
    wrong = errors_in(findings)
    if mapping is None or wrong:
        raise Refused(_said(wrong or findings))
    return confirm_mapping(actor=actor, upload=upload, mapping=mapping)


def waiting_mapping(upload: Upload) -> WorkbookMapping | None:
    """Return the mapping that waits to be confirmed, None when none does."""
    return mapping_of(upload.mapping) if upload.mapping else None


def choices_of(case: DossierCase) -> Choices:
    """Return what may be chosen in a mapping: the rows of the form with their names, and their measures."""
    rows = tuple(row for _, _, row in form_in_force(case).rows)
    return Choices({row.code: row.name.vi for row in rows}, [row.measure for row in rows])


def _said(findings: Sequence[Finding]) -> Text:
    return in_each_language(lambda language: " ".join(one.sentence(language) for one in findings))
