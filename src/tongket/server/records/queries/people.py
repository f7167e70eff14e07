"""Who belongs to an org unit's dossier, and who checks it: the people that notices and mails go to."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q

from tongket.server.records.models import Account, Role, RoleGrant
from tongket.server.records.queries.rights import holding


def of_unit(org_unit: str, day: dt.date) -> tuple[Account, ...]:
    """Return the reporters and heads of an org unit on a day, in the Vietnamese order of names."""
    return holders((Role.REPORTER, Role.HEAD), (org_unit,), day)


def holders(roles: Iterable[Role], org_units: Iterable[str], day: dt.date) -> tuple[Account, ...]:
    """Return the active people who hold one of some roles at one of some org units or clusters on a day."""
    held = RoleGrant.objects.filter(holding(day), role__in=list(roles), org_unit__in=list(org_units))
    active = Q(is_active=True, pk__in=held.values("account"))
    return tuple(Account.objects.filter(active))


def sees_party(account: Account, org_units: Iterable[str], day: dt.date) -> bool:
    """Say whether a person holds a role with the right to Party pages at one of some org units or clusters."""
    held = RoleGrant.objects.filter(holding(day), account=account, party=True, org_unit__in=list(org_units))
    return held.exists()
