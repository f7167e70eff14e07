import doctest


def test_the_worked_numbers_of_the_explanation_are_what_the_engine_gives(root):
    page = root / "docs/explanation/consolidation.md"
    found = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert found.attempted >= 20
    assert found.failed == 0
