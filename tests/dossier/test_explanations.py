"""What a unit explains stands for the warnings of that row, and for nothing else."""

from tests.dossier import cast

from tongket.words import Severity

WHY = "Giá dầu tăng\u00a0 gấp đôi"


def test_an_explained_warning_waits_no_longer_and_is_quoted_with_its_explanation():
    dossier = cast.check({"PROF": ("251.0", "604.6")}, {"PROF": WHY})
    assert [finding.severity for finding in dossier.findings] == [Severity.NOTE]
    assert cast.told(dossier) == [("explained", "H12")]
    assert " ".join(cast.sentences(dossier)) == (
        "Ô H12 bằng 214% cùng kỳ năm trước. Đề nghị kiểm tra lại hoặc giải trình. "
        "Đơn vị giải trình: ‘Giá dầu tăng gấp đôi’."
    )
    values = dict(dossier.findings[0].values)
    assert (values["asked"], values["why"], values["row"]) == ("dossier.jump", "Giá dầu tăng gấp đôi", "PROF")
    assert {one.explanation for one in dossier.figures if one.indicator == "PROF"} == {"Giá dầu tăng gấp đôi"}
    assert {one.explanation for one in dossier.figures if one.indicator != "PROF"} == {""}


def test_without_an_explanation_it_waits_and_so_does_a_blank_one():
    for text in (None, "  \u00a0"):
        dossier = cast.check({"PROF": ("251.0", "604.6")}, {"PROF": text})
        assert [finding.severity for finding in dossier.findings] == [Severity.WARNING]


def test_an_explanation_of_one_row_says_nothing_of_another():
    dossier = cast.check({"PROF": ("251.0", "604.6"), "GAS": ("812", "2100")}, {"PROF": WHY})
    assert cast.told(dossier) == [("jump", "H10"), ("explained", "H12")]


def test_an_error_cannot_be_explained_away():
    dossier = cast.check({"GAS": ("812.0", "khoảng 900")}, {"GAS": WHY})
    assert [finding.severity for finding in dossier.findings] == [Severity.ERROR]
    assert [one.note for one in dossier.figures if one.indicator == "GAS"] == ["Giá dầu tăng gấp đôi"]


def test_an_explanation_nobody_asked_for_is_kept_as_a_note_of_the_figures():
    dossier = cast.check(explanations={"GAS": WHY})
    assert cast.told(dossier) == []
    kept = {(one.note, one.explanation) for one in dossier.figures if one.indicator == "GAS"}
    assert kept == {("Giá dầu tăng gấp đôi", "")}
