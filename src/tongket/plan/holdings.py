"""Checks of participating shares: each once, between 0 and 100, and 100 together on every day."""

from collections.abc import Iterator
from datetime import date

from tongket.organisation import Organisation
from tongket.plan import findings_of_shares as say
from tongket.plan.facts import Plan, Share
from tongket.plan.findings import EMPTY_INTERVAL
from tongket.plan.shares import ShareBook, Stretch
from tongket.plan.wording import day_text
from tongket.words import Finding


def single_shares(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find shares outside 0..100, without a day, or stated twice for one org unit, part and day."""
    seen: dict[tuple[str, str], list[Share]] = {}
    for share in plan.shares:
        if not 0 <= share.percent <= 100:
            yield say.SHARE_OUT_OF_RANGE.at(
                share.place, org_unit=share.org_unit, breakdown=share.breakdown, percent=share.percent
            )
        if share.first and share.until and share.holds.is_empty():
            yield EMPTY_INTERVAL.at(share.place, first=share.first, until=share.until)
            continue
        others = seen.setdefault((share.org_unit, share.breakdown), [])
        twice = next((other for other in others if other.holds.overlaps(share.holds)), None)
        if twice:
            both = max(share.first or date.min, twice.first or date.min)
            yield say.SHARES_OVERLAP.at(
                share.place,
                org_unit=share.org_unit,
                breakdown=share.breakdown,
                first=day_text(both),
            )
        others.append(share)


def shares_make_wholes(plan: Plan, _: Organisation) -> Iterator[Finding]:
    """Find the stretches of days on which the shares of a part are not 100 together, and those nobody holds."""
    book = ShareBook(plan.shares)
    for breakdown in dict.fromkeys(share.breakdown for share in plan.shares):
        for stretch in book.stretches(breakdown):
            if stretch.printed_sum != 100:
                yield _not_whole(breakdown, stretch)


def _not_whole(breakdown: str, stretch: Stretch) -> Finding:
    first, until = day_text(stretch.first), day_text(stretch.until)
    if not stretch.percents:
        return say.SHARES_GAP.at(stretch.place, breakdown=breakdown, first=first, until=until)
    kind = say.SHARES_ROUNDED if abs(stretch.printed_sum - 100) <= stretch.rounding else say.SHARES_SUM
    return kind.at(stretch.place, breakdown=breakdown, sum=stretch.printed_sum, first=first, until=until)
