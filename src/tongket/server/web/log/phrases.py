"""What was done, verb by verb, as the end of a sentence; a verb without a phrase is said by its label in rights.yaml.

Russian names the deed, not the doer's gender: «направлены материалы». `{of}` is whose it is, where not the doer's own.
"""

from collections.abc import Mapping
from typing import Final

from tongket.server.web.log.account_phrases import ACCOUNTS
from tongket.words import Text

DONE: Final[Mapping[str, Text]] = {
    "year.open": Text("mở năm công tác", "открыта работа над годом", "opened the year"),
    "organisation.change": Text("sửa danh mục đơn vị", "изменён реестр организаций", "changed the register"),
    "plan.propose": Text(
        "lập, sửa bản đề xuất kế hoạch{of}", "составлен проект плана{of}", "worked on the proposed plan{of}"
    ),
    "plan.report_milestone": Text(
        "cập nhật mốc công trình{of}", "отмечен этап проекта{of}", "reported a milestone{of}"
    ),
    "plan.import": Text("nhập kế hoạch từ Excel", "загружен план из Excel", "imported the plan from Excel"),
    "plan.assign": Text("giao kế hoạch{of}", "утверждён план{of}", "assigned the plan{of}"),
    "plan.acknowledge": Text(
        "xác nhận đã nhận kế hoạch{of}", "подтверждено получение плана{of}", "acknowledged the plan{of}"
    ),
    "plan.adjust": Text("điều chỉnh kế hoạch{of}", "изменён план{of}", "adjusted the plan{of}"),
    "dossier.form": Text("tải biểu mẫu{of}", "получена форма{of}", "downloaded the form{of}"),
    "dossier.store": Text(
        "lưu số liệu{of}, lần {version}",
        "сохранены данные{of}, версия {version}",
        "kept figures{of}, version {version}",
    ),
    "dossier.attach": Text("thêm minh chứng{of}", "приложены подтверждения{of}", "attached evidence{of}"),
    "dossier.letter": Text(
        "ghi công văn gửi kèm{of} số {number}",
        "внесено сопроводительное письмо{of} № {number}",
        "noted the cover letter{of} no. {number}",
    ),
    "dossier.store.draft": Text("lưu bản nháp{of}", "сохранён черновик{of}", "kept a draft{of}"),
    "dossier.store.mapping": Text(
        "ghép tệp riêng của đơn vị với biểu{of}",
        "сопоставлен собственный файл организации{of}",
        "mapped a workbook of the unit's own layout{of}",
    ),
    "dossier.explain": Text(
        "giải trình{of} tại {row}", "дано пояснение{of}: {row}", "explained a finding{of} at {row}"
    ),
    "dossier.divide": Text(
        "phân công điền từng phần{of}", "распределены разделы{of}", "assigned the parts of the dossier{of}"
    ),
    "dossier.ask_head": Text(
        "trình lãnh đạo duyệt hồ sơ{of}",
        "материалы{of} переданы руководителю",
        "laid the dossier{of} before the head",
    ),
    "dossier.approve": Text("duyệt hồ sơ{of} của đơn vị", "материалы{of} утверждены", "approved the dossier{of}"),
    "dossier.approve_by_scan": Text(
        "ghi nhận bản duyệt đã ký{of}", "принят подписанный скан{of}", "recorded the signed approval{of}"
    ),
    "dossier.send_back": Text(
        "chuyển lại hồ sơ{of} cho cán bộ đầu mối: {why}",
        "материалы{of} возвращены ответственному: {why}",
        "sent the dossier{of} back to the reporter: {why}",
    ),
    "dossier.submit": Text(
        "gửi hồ sơ{of} lần {version}",
        "направлены материалы{of}, версия {version}",
        "submitted the dossier{of}, version {version}",
    ),
    "dossier.withdraw": Text(
        "đề nghị rút lại hồ sơ{of} để sửa",
        "материалы{of} отозваны для исправления",
        "withdrew the dossier{of} for correction",
    ),
    "dossier.ask_extension": Text(
        "xin gia hạn nộp{of} đến {until}", "запрошено продление{of} до {until}", "asked for an extension{of} to {until}"
    ),
    "dossier.answer": Text("trả lời ý kiến{of}", "дан ответ на замечание{of}", "answered a remark{of}"),
    "dossier.object": Text(
        "đề nghị sửa hồ sơ nộp thay{of}",
        "заявлено возражение против поданного за организацию{of}",
        "objected to what was filed for the org unit{of}",
    ),
    "dossier.file_on_behalf": Text(
        "nộp thay hồ sơ{of}, lần {version}",
        "материалы{of} поданы за организацию, версия {version}",
        "filed the dossier{of} for the org unit, version {version}",
    ),
    "dossier.remark": Text(
        "ghi ý kiến vào hồ sơ{of} tại {place}: “{text}”",
        "сделано замечание к материалам{of}, {place}: «{text}»",
        "remarked on the dossier{of} at {place}: “{text}”",
    ),
    "dossier.remark.dropped": Text(
        "xóa ý kiến ở hồ sơ{of} tại {place}: “{text}”",
        "удалено замечание к материалам{of}, {place}: «{text}»",
        "took back the remark on the dossier{of} at {place}: “{text}”",
    ),
    "dossier.return": Text(
        "đề nghị bổ sung hồ sơ{of}, {remarks} ý kiến",
        "материалы{of} возвращены на дополнение, замечаний: {remarks}",
        "asked for completion of the dossier{of}, {remarks} remark(s)",
    ),
    "dossier.return.superior": Text(
        "trả lại hồ sơ{of} để bổ sung, {remarks} ý kiến",
        "материалы{of} возвращены на доработку, замечаний: {remarks}",
        "returned the dossier{of} for completion, {remarks} remark(s)",
    ),
    "dossier.accept": Text(
        "xác nhận hồ sơ{of} lần {version} đạt yêu cầu",
        "материалы{of}, версия {version}, приняты",
        "confirmed that version {version} of the dossier{of} meets the requirements",
    ),
    "dossier.accept.superior": Text(
        "duyệt hồ sơ{of} lần {version}",
        "материалы{of}, версия {version}, утверждены",
        "approved version {version} of the dossier{of}",
    ),
    "dossier.accept.consent": Text(
        "kiểm tra hồ sơ{of} lần {version}, không có ý kiến khác",
        "материалы{of}, версия {version}, проверены без иных замечаний",
        "checked version {version} of the dossier{of} and has no other remarks",
    ),
    "dossier.reopen": Text(
        "mở lại hồ sơ{of}, lý do: {reason}",
        "материалы{of} открыты заново: {reason}",
        "reopened the dossier{of}: {reason}",
    ),
    "dossier.extend": Text(
        "gia hạn nộp{of} đến {due}", "срок{of} продлён до {due}", "extended the deadline{of} to {due}"
    ),
    "dossier.extend.declined": Text(
        "không chấp thuận gia hạn{of}", "в продлении срока{of} отказано", "declined the extension{of}"
    ),
    "dossier.remind": Text("nhắc nộp hồ sơ{of}", "отправлено напоминание{of}", "reminded of the dossier{of}"),
    "results.consolidate": Text("tổng hợp số liệu", "данные сведены", "consolidated the figures"),
    "results.cut_off": Text("chốt số liệu", "данные зафиксированы", "cut off the figures"),
    "document.make": Text("lập văn bản", "создан документ", "made a document"),
    "log.export": Text(
        "xuất hồ sơ kiểm tra{of}", "выгружены материалы{of} для проверки", "exported the dossier{of} for an audit"
    ),
    **ACCOUNTS,
}
"""The phrases; a suffix after the verb stands for a variant of it (see `sentences.variant`)."""
