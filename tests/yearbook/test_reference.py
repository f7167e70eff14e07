"""The reference page says what the code reads."""

from tongket.yearbook import TABLES, columns, reference_page


def test_the_committed_page_is_what_the_code_says(root):
    page = (root / "docs" / "reference" / "year-folder.md").read_text(encoding="utf-8")
    assert page == reference_page(), "write it anew with tongket.yearbook.reference_page()"


def test_the_page_names_every_table_and_column():
    page = reference_page()
    assert [table.name for table in TABLES if f"### `{table.name}`" not in page] == []
    assert [c.name for table in TABLES for c in columns(table.fact) if f"| `{c.name}` |" not in page] == []
