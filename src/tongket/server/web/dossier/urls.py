"""The addresses below `<book>/dossier/`."""

from django.urls import path

from tongket.server.web.dossier import doing, mapping, uploading, views

_UNIT = "<str:org_unit>"
_RESULT = f"{_UNIT}/result/<int:pk>"

urlpatterns = [
    path("", views.dossiers, name="dossiers"),
    path(f"{_UNIT}/", views.dossier, name="dossier"),
    path(f"{_UNIT}/print/", views.dossier_print, name="dossier_print"),
    path(f"{_UNIT}/receipt/", views.dossier_receipt, name="dossier_receipt"),
    path(f"{_UNIT}/file/<slug:digest>/", views.dossier_file, name="dossier_file"),
    path(f"{_UNIT}/form/", doing.form, name="dossier_form"),
    path(f"{_UNIT}/letter/", doing.letter, name="dossier_letter"),
    path(f"{_UNIT}/evidence/", doing.evidence, name="dossier_evidence"),
    path(f"{_UNIT}/evidence/<int:pk>/remove/", doing.remove, name="dossier_evidence_remove"),
    path(f"{_UNIT}/parts/", doing.divide, name="dossier_parts"),
    path(f"{_UNIT}/remark/<int:pk>/", doing.answer, name="dossier_answer"),
    path(f"{_UNIT}/ask-head/", doing.ask_head, name="dossier_ask_head"),
    path(f"{_UNIT}/approve/", doing.approve, name="dossier_approve"),
    path(f"{_UNIT}/send-back/", doing.send_back, name="dossier_send_back"),
    path(f"{_UNIT}/scan/", doing.scan, name="dossier_scan"),
    path(f"{_UNIT}/submit/", doing.submit, name="dossier_submit"),
    path(f"{_UNIT}/withdraw/", doing.withdraw, name="dossier_withdraw"),
    path(f"{_UNIT}/extension/", doing.extension, name="dossier_extension"),
    path(f"{_UNIT}/object/", doing.object_to, name="dossier_object"),
    path(f"{_UNIT}/upload/", uploading.upload, name="dossier_upload"),
    path(f"{_UNIT}/again/", uploading.again, name="dossier_again"),
    path(f"{_RESULT}/", uploading.result, name="dossier_result"),
    path(f"{_RESULT}/explain/", uploading.explain, name="dossier_explain"),
    path(f"{_RESULT}/marked/<slug:digest>/", uploading.marked_file, name="dossier_marked"),
    path(f"{_RESULT}/keep/", uploading.keep, name="dossier_keep"),
    path(f"{_RESULT}/draft/", uploading.draft, name="dossier_draft"),
    path(f"{_RESULT}/anew/", uploading.anew, name="dossier_anew"),
    path(f"{_RESULT}/drop/", uploading.drop, name="dossier_drop"),
    path(f"{_RESULT}/mapping/", mapping.page, name="dossier_mapping"),
    path(f"{_RESULT}/mapping/confirm/", mapping.confirm, name="dossier_mapping_confirm"),
    path(f"{_RESULT}/mapping/workbook/", mapping.workbook, name="dossier_mapping_workbook"),
    path(f"{_RESULT}/mapping/take/", mapping.take_workbook, name="dossier_mapping_take"),
    path(f"{_RESULT}/mapping/again/", mapping.open_again, name="dossier_mapping_again"),
]
