from dataclasses import replace

import pytest


@pytest.fixture(autouse=True)
def no_year_is_kept_from_another_test():
    """A test's changes are rolled back, and with them the revision under which its year was kept."""
    from tongket.server.records.queries.books import _typed

    _typed.cache_clear()
    yield
    _typed.cache_clear()


@pytest.fixture
def with_party(cluster):
    """The cluster's year with an indicator of the Party and a target of it."""
    from tongket.plan import Indicator, IndicatorGroup
    from tongket.server.actions.acting import touch
    from tongket.server.records.queries.books import typed_year
    from tongket.server.records.rows import replace_rows
    from tongket.words import Text

    plan = typed_year(cluster).plan
    party = Indicator("DANG-VIEN-MOI", Text("Kết nạp đảng viên mới"), "người", group=IndicatorGroup.PARTY)
    sample = next(one for one in plan.targets if one.org_unit == "VSP" and one.indicator == "INIT")
    given = replace(sample, indicator=party.code, place=None)
    replace_rows(cluster, {"indicators": (*plan.indicators, party), "targets": (*plan.targets, given)})
    touch(cluster)
    return cluster
