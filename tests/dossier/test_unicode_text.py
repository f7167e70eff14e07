"""Text typed before Unicode is read as what it meant, and its author asked to look at it again."""

from dataclasses import replace

from tests.dossier import cast


def old(name, cells, font=".VnTime"):
    """A book in which some cells of a sheet were typed in an old font."""

    def edit(rows):
        for (row, column), text in cells.items():
            rows[row][column] = text

    return cast.with_grid(cast.changed(cast.book(), name, edit), name, old_fonts=dict.fromkeys(cells, font))


def test_what_was_typed_in_an_old_font_is_turned_and_counted():
    one = old("Phan loi", {(6, 1): "§¶ng bé", (7, 1): "Khai th¸c dÇu", (8, 1): "abc"})
    dossier = cast.check_book(one, cast.FORM)
    assert cast.sentences(dossier) == [
        "Tệp dùng bộ chữ TCVN3 (.VnTime). Đã chuyển sang Unicode; đề nghị đọc lại 2 ô chữ."
    ]
    assert [one.text.vi for one in dossier.narratives][:2] == ["Đảng bộ", "Khai thác dầu"]


def test_the_words_for_no_figure_are_known_in_an_old_font_too():
    dossier = cast.check_book(old("Bieu1", {(9, 7): "Ch­a cã sè liÖu", (9, 6): "Ch­a cã sè liÖu"}), cast.FORM)
    assert [code for code, _ in cast.told(dossier)] == ["old-font"]
    assert ("GAS", "not_available") in [(one.indicator, str(one.absence)) for one in dossier.absences]


def test_numbers_and_unicode_in_an_old_font_are_left_as_they_are():
    assert cast.told(cast.check_book(old("Phan loi", {(6, 1): "Đảng bộ"}), cast.FORM)) == []
    assert cast.told(cast.check_book(old("Phan loi", {(6, 1): "Khai th¸c dÇu"}, "Arial"), cast.FORM)) == []


def test_without_fonts_only_what_can_be_nothing_else_is_turned():
    one = cast.changed(cast.book(), "Phan loi", lambda rows: rows[6].__setitem__(1, "C«ng t¸c §¶ng"))
    dossier = cast.check_book(replace(one, format="xls"), cast.FORM)
    assert [code for code, _ in cast.told(dossier)] == ["old-format", "old-font"]
    assert dossier.narratives[0].text.vi == "Công tác Đảng"
    assert cast.told(cast.check_book(one, cast.FORM)) == []
