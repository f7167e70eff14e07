"""A remark of a checker is a finding of its cell, so that it comes back in the unit's own workbook."""

from tongket.dossier.remarks import remark_at
from tongket.words import Place


def test_a_remark_names_who_made_it_and_stands_at_its_cell():
    finding = remark_at(Place("PVEP.xlsx", "Bieu1", "H8"), "Thư ký Cụm", "Đề nghị đối chiếu lại.")
    assert finding.sentence() == "Ý kiến của Thư ký Cụm: Đề nghị đối chiếu lại."
    assert finding.sentence("en") == "Remark of Thư ký Cụm: Đề nghị đối chiếu lại."
    assert str(finding.place) == "PVEP.xlsx!Bieu1!H8"
