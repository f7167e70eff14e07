import datetime as dt
from dataclasses import dataclass, fields
from decimal import Decimal

from tongket.words import Finding, FindingKind, Place, Refused, Severity, Text, errors_in, said

SUM = FindingKind(
    "words.test",
    Severity.ERROR,
    Text(
        "{what}: {sum} ngày {on}, {times} lần",
        "{what}: {sum} на {on}, {times} раз",
        "{what}: {sum} on {on}, {times} times",
    ),
)
NOTE = FindingKind("words.note", Severity.NOTE, Text("Xem {what}."))


def found(kind=SUM, place=None):
    return kind.at(place, what=Text("Dầu", "Нефть", "Oil"), sum=Decimal("2999.4"), on=dt.date(2021, 12, 5), times=2021)


def test_a_sentence_writes_numbers_days_and_texts_the_way_of_its_language():
    assert found().sentence() == "Dầu: 2.999,4 ngày 05/12/2021, 2021 lần"
    assert found().sentence("ru") == "Нефть: 2\u00a0999,4 на 05.12.2021, 2021 раз"
    assert found().sentence("en") == "Oil: 2,999.4 on 05/12/2021, 2021 times"


def test_a_text_that_was_not_translated_stands_in_vietnamese():
    assert found(NOTE).sentence("ru") == "Xem Нефть."
    assert Text("Dầu").to("en") == "Dầu"


def test_findings_of_one_place_can_be_put_in_order_whatever_their_texts():
    one, other = (NOTE.at(None, what=Text("Dầu", ru)) for ru in ("Б", "А"))
    assert sorted([one, other], key=lambda finding: finding.values) == [other, one]
    assert str(Text("Dầu", "Нефть", "Oil")) == "Dầu"


def test_a_brace_in_a_value_is_only_a_brace():
    assert NOTE.at(None, what="{x}").sentence() == "Xem {x}."


def test_a_finding_without_a_place_is_nowhere_and_two_alike_are_equal():
    assert str(found().place) == ""
    assert found() == found()
    assert len({found(), found()}) == 1


def test_severities_are_named_as_the_page_of_results_names_them():
    assert [severity.label.vi for severity in Severity] == ["Phải sửa", "Cần giải trình", "Lưu ý"]
    assert [severity.label.ru for severity in Severity] == ["Исправить", "Требует пояснения", "К сведению"]
    assert [severity.label.en for severity in Severity] == ["Must be corrected", "Needs an explanation", "Please note"]


def test_only_errors_stop_the_work():
    note, error = found(NOTE), found()
    assert errors_in([note, error, note]) == (error,)
    assert (error.code, error.severity) == ("words.test", Severity.ERROR)


def test_a_place_is_written_as_one_points_to_it():
    assert str(Place("year.xlsx", "Kế hoạch", "E51")) == "year.xlsx!Kế hoạch!E51"
    assert str(Place("plan.yaml", line=12, column=5)) == "plan.yaml:12:5"
    assert str(Place("plan.yaml")) == "plan.yaml"


def test_finding_holds_the_clause_it_rests_on():
    assert Finding(NOTE, Place("a"), clause="Đ. 5").clause == NOTE.at(Place("a"), clause="Đ. 5").clause == "Đ. 5"


def test_a_text_is_filled_in_each_language():
    assert Text("Lô {x}", "Блок {x}", "Block {x}").fill(x="09-1") == Text("Lô 09-1", "Блок 09-1", "Block 09-1")


def test_a_text_that_fills_another_is_said_in_its_language():
    name = Text("lô", "блок", "block")
    assert Text("{x}!", "{x}!!", "{x}!!!").fill(x=name) == Text("lô!", "блок!!", "block!!!")
    assert Text("{x}", "{x}", "{x}").fill(x=Text("lô")).to("en") == "lô"


def test_a_refusal_keeps_its_sentence_in_each_language():
    refused = Refused(Text("Không có tuyến", "Нет линии", "There is no line"))
    assert (str(refused), refused.sentence.to("ru")) == ("There is no line", "Нет линии")
    assert str(Refused(Text("Không có tuyến"))) == "Không có tuyến"


def test_a_field_is_labelled_beside_the_fact():
    @dataclass(frozen=True)
    class Fact:
        code: str = said("Mã", "Code", "Код")
        count: int = said("Số", "Count", default=3, help_vi="Ghi số.")

    code, count = fields(Fact)
    assert (code.metadata["label"], Fact("x").count) == (Text("Mã", "Код", "Code"), 3)
    assert count.metadata["help"] == "Ghi số."
