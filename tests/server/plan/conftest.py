import pytest


@pytest.fixture(autouse=True)
def no_year_is_kept_from_another_test():
    """A test's changes are rolled back, and with them the revision under which its year was kept."""
    from tongket.server.records.queries.books import _typed

    _typed.cache_clear()
    yield
    _typed.cache_clear()
