from collections.abc import Iterator
from decimal import Decimal
from inspect import isfunction, signature

from tests.plan.cast import NOTICE, codes, target

from tongket.plan import Share, formulas, holdings, milestones, sums, targets
from tongket.plan import codes as codes_of_a_plan
from tongket.plan.rules import CHECKS
from tongket.words import Finding


def test_the_plan_of_the_notice_is_in_order():
    assert codes(*NOTICE) == []


def test_an_empty_plan_is_in_order():
    assert codes(plan_lines=(), plan_versions=()) == []


def test_all_findings_of_a_plan_come_at_once():
    wrong = target("2999.5"), *NOTICE[1:], target("-1", indicator="X-9"), target(None, org_unit="XNK")
    assert codes(*wrong, shares=(Share("09-1", "VSP", Decimal(101)),)) == [
        "unknown-indicator",
        "value-missing",
        "sum-differs",
        "share-out-of-range",
        "shares-sum",
    ]


def test_every_check_of_every_topic_is_made():
    topics = (codes_of_a_plan, formulas, holdings, milestones, sums, targets)
    public = {
        check
        for topic in topics
        for check in vars(topic).values()
        if isfunction(check)
        and check.__module__ == topic.__name__
        and signature(check).return_annotation == Iterator[Finding]
        and not check.__name__.startswith("_")
    }
    assert public == set(CHECKS)
