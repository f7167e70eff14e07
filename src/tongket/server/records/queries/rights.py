"""Who somebody is today: the roles that hold on a day, their own and those they act in for others."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from tongket.server.records.models import Account, Delegation, Role, RoleGrant


@dataclass(frozen=True, slots=True)
class Standing:
    """One role a person may act in: where it holds, whether it opens Party pages, and for whom it is used."""

    grant: int
    role: Role
    org_unit: str
    party: bool
    acting_for: Account | None = None


def standings(account: Account, day: dt.date) -> tuple[Standing, ...]:
    """Return the roles of a person on a day, their own first."""
    return (*_own(account, day), *_delegated(account, day))


def _own(account: Account, day: dt.date) -> Iterator[Standing]:
    for grant in RoleGrant.objects.filter(holding(day), account=account):
        yield Standing(grant.pk, Role(grant.role), grant.org_unit, grant.party)


def _delegated(account: Account, day: dt.date) -> Iterator[Standing]:
    """A delegation opens nothing of the Party: that right is a person's own."""
    held = Delegation.objects.filter(receiver=account, first__lte=day, until__gt=day, withdrawn_at=None)
    for one in held.filter(holding(day, "grant__"), grant__account__is_active=True).select_related("grant__account"):
        yield Standing(
            one.grant.pk, Role(one.grant.role), one.grant.org_unit, party=False, acting_for=one.grant.account
        )


def holding(day: dt.date, prefix: str = "") -> Q:
    """Return the condition that a role holds on a day."""
    started = Q(**{f"{prefix}first": None}) | Q(**{f"{prefix}first__lte": day})
    return started & (Q(**{f"{prefix}until": None}) | Q(**{f"{prefix}until__gt": day}))
