"""Accounts and roles: who is let in, with which roles, from when until when."""

import datetime as dt
import json

from tongket.server.actions.acting import Actor, Subject, acting
from tongket.server.records.models import Account, Role, RoleGrant
from tongket.words import person_sort_key


def make_account(*, username: str, full_name: str, password: str, org_unit: str = "", email: str = "") -> Account:
    """Make an account; only an invitation, the demonstration and the first administrator call this."""
    account = Account(
        username=username, email=email, full_name=full_name, org_unit=org_unit, name_key=name_key(full_name)
    )
    account.set_password(password)
    account.save()
    return account


def name_key(full_name: str) -> str:
    """Return the key by which names are sorted the Vietnamese way, the same on every database."""
    return json.dumps(person_sort_key(full_name), separators=(",", ":"))[:400]


def grant_role(
    *,
    actor: Actor,
    account: Account,
    role: Role,
    org_unit: str,
    first: dt.date | None = None,
    until: dt.date | None = None,
    party: bool = False,
) -> RoleGrant:
    """Give somebody a role in a branch, from a day until another."""
    with acting(actor, "account.grant", Subject(org_unit=org_unit, name=account.username)) as event:
        event.after = {"role": role.value, "org_unit": org_unit, "first": first, "until": until, "party": party}
        return RoleGrant.objects.create(
            account=account,
            role=role,
            org_unit=org_unit,
            first=first,
            until=until,
            party=party,
            granted_by=actor.account,
        )


def end_role(*, actor: Actor, grant: RoleGrant, day: dt.date) -> None:
    """Take a role back from a day on; what was done in it stays done."""
    with acting(actor, "account.grant", Subject(org_unit=grant.org_unit, name=grant.account.username)) as event:
        event.before, event.after = {"role": grant.role, "until": grant.until}, {"until": day}
        grant.until = day
        grant.save(update_fields=["until"])


def grant_first_administrator(*, actor: Actor, org_unit: str) -> RoleGrant:
    """Give the first administrator of a server the role in a year they opened; others are granted by those who may."""
    with acting(actor, "account.grant", Subject(org_unit=org_unit, name=actor.account.username)) as event:
        event.after = {"role": Role.ADMINISTRATOR.value, "org_unit": org_unit}
        grant, _ = RoleGrant.objects.get_or_create(
            account=actor.account, role=Role.ADMINISTRATOR, org_unit=org_unit, defaults={"granted_by": actor.account}
        )
        return grant
