"""The one YAML reader: plain data with its places, and a sentence for everything that is not."""

import pytest
import yaml

from tongket.files import yaml_nodes
from tongket.files.yaml_nodes import Branch, Leaf, Listing, load
from tongket.files.yaml_rows import read, written
from tongket.yearbook import BY_NAME, Row

HEAD = "schema: tongket/1\n"


@pytest.fixture(params=[yaml.Loader, getattr(yaml, "CLoader", yaml.Loader)], ids=["python", "c"], autouse=True)
def _either_parser(request, monkeypatch):
    monkeypatch.setattr(yaml_nodes, "_LOADER", request.param)


def told(findings):
    return [(finding.code, finding.place.line, finding.place.column) for finding in findings]


def test_every_scalar_is_text_with_its_line_and_column():
    node, findings = load(b"a: 2999.4\nb: [no, 2021-11-13, ~]\n", "x.yaml")
    assert findings == ()
    assert isinstance(node, Branch)
    assert isinstance(node.get("a"), Leaf)
    assert node.get("a").text == "2999.4"
    assert isinstance(node.get("b"), Listing)
    assert [item.text for item in node.get("b").items] == ["no", "2021-11-13", "~"]
    assert str(node.get("b").items[1].place) == "x.yaml:2:9"


@pytest.mark.parametrize(
    ("text", "line", "column", "feature"),
    [
        ("a: &x 1\n", 1, 4, "&x"),
        ("a: 1\nb: *x\n", 2, 4, "*x"),
        ("a: !!str 1\n", 1, 4, "tag:yaml.org,2002:str"),
        ("a: !x 1\n", 1, 4, "!x"),
        ("<<: {a: 1}\n", 1, 1, "<<"),
        ("a: 1\n---\nb: 2\n", 2, 1, "---"),
        ("? [a, b]\n: 1\n", 1, 3, "? …"),
    ],
)
def test_what_plain_data_does_not_need_is_refused_at_its_place(text, line, column, feature):
    _, findings = load(text.encode(), "x.yaml")
    assert told(findings) == [("files.yaml-feature", line, column)]
    assert feature in findings[0].sentence()


def test_a_key_given_twice_is_told_with_its_first_line():
    node, findings = load(b"a: 1\nb: 2\na: 3\n", "x.yaml")
    assert told(findings) == [("files.duplicate-key", 3, 1)]
    assert "1" in findings[0].sentence()
    assert node.get("a").text == "1"


def test_keys_that_differ_only_in_how_their_letters_are_composed_are_one_key():
    _, findings = load("đơn vị: 1\nđơn vi\u0323: 2\n".encode(), "x.yaml")
    assert told(findings) == [("files.duplicate-key", 2, 1)]


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"a: [1, 2\nb: 3\n", 2), (b"a: b: c\n", 1), (b"a: 'x\n", 2), (b"\ta: 1\n", 1), (b"a: \x07\n", 1)],
)
def test_a_syntax_error_is_a_finding_with_its_line(content, line):
    node, findings = load(content, "x.yaml")
    assert node is None
    assert [(finding.code, finding.place.line) for finding in findings] == [("files.yaml-syntax", line)]


def test_endless_nesting_is_stopped():
    _, findings = load(b"[" * 5000, "x.yaml")
    assert "files.too-deep" in [finding.code for finding in findings]


def test_a_file_over_the_limit_is_not_read(monkeypatch):
    monkeypatch.setattr(yaml_nodes, "MAX_BYTES", 10)
    _, findings = load(b"a: 1234567890\n", "x.yaml")
    assert [finding.code for finding in findings] == ["files.too-big"]


def test_a_byte_order_mark_and_windows_lines_change_nothing():
    plain = load(b"a: |-\n  x\n  y\nb: 1\n", "x.yaml")
    assert load(b"\xef\xbb\xbfa: |-\r\n  x\r\n  y\r\nb: 1\r\n", "x.yaml") == plain


def test_a_file_in_another_encoding_is_told_with_its_line():
    _, findings = load("a: 1\nb: Đơn vị\n".encode("utf-16-le")[:9] + b"\xff\xfe", "x.yaml")
    assert [finding.code for finding in findings] == ["files.not-utf8"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "yearbook.no-schema"),
        ("org_units: []\n", "yearbook.no-schema"),
        ("schema: tongket/2\n", "yearbook.wrong-schema"),
        (HEAD + "unit: []\n", "yearbook.unknown-table"),
        (HEAD + "org_units: {code: VSP}\n", "files.wrong-shape"),
        (HEAD + "org_units: [VSP]\n", "files.wrong-shape"),
        (HEAD + "org_units:\n  - {code: [VSP]}\n", "files.wrong-shape"),
        (HEAD + "org_units:\n  - {name: {vi: {x: y}}}\n", "files.wrong-shape"),
        ("- a\n", "files.wrong-shape"),
    ],
)
def test_a_document_of_another_shape_is_told(text, code):
    _, findings = read(text.encode(), "x.yaml")
    assert [finding.code for finding in findings] == [code]


def test_the_nearest_table_is_named():
    _, findings = read((HEAD + "org_unit: []\n").encode(), "x.yaml")
    assert dict(findings[0].values)["near"] == "org_units"


def test_rows_know_the_place_of_each_value_and_key():
    rows, _ = read((HEAD + "org_units:\n  - code: VSP\n    name: {vi: Liên doanh, ru: СП}\n").encode(), "x.yaml")
    row = rows["org_units"][0]
    assert dict(row.values) == {"code": "VSP", "name.vi": "Liên doanh", "name.ru": "СП"}
    assert (row.place.line, row.place.column) == (3, 5)
    assert (row.places["name.ru"].line, row.places["name.ru"].column) == (4, 32)
    assert (row.heads["name.ru"].line, row.heads["name.ru"].column) == (4, 28)


def test_blanks_around_a_value_are_no_part_of_it():
    rows, _ = read((HEAD + "org_units:\n  - {code: ' VSP ', name: \"Liên doanh\\n\"}\n").encode(), "x.yaml")
    assert dict(rows["org_units"][0].values) == {"code": "VSP", "name": "Liên doanh"}


def test_short_rows_stand_on_a_line_long_texts_are_folded_and_only_what_must_be_is_quoted():
    units = (
        Row({"code": "VSP", "name": "Vietsovpetro", "name.ru": "Вьетсовпетро"}),
        Row({"code": "A-1", "name": "Xưởng: số 1"}),
    )
    words = Row({"section": "result", "text": "một hai ba " * 12 + "hết", "cause": "dòng một\ndòng hai"})
    assert written("Năm", {BY_NAME["org_units"]: units, BY_NAME["narratives"]: (words,)}) == (
        "# Năm\n"
        "schema: tongket/1\n"
        "\n"
        "# Đơn vị: Mỗi dòng một đơn vị. Mã dùng mãi, không đổi.\n"
        "org_units:\n"
        "  - {code: VSP, name: {vi: Vietsovpetro, ru: Вьетсовпетро}}\n"
        "  - {code: A-1, name: 'Xưởng: số 1'}\n"
        "\n"
        "# Lời văn: Các đoạn lời của báo cáo: kết quả, tồn tại, phương hướng.\n"
        "narratives:\n"
        "  - section: result\n"
        "    text: >-\n"
        "      một hai ba một hai ba một hai ba một hai ba một hai ba một hai ba một hai ba một hai ba một hai ba một\n"
        "      hai ba một hai ba một hai ba hết\n"
        "    cause: |-\n"
        "      dòng một\n"
        "      dòng hai\n"
    )
