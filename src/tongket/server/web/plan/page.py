"""Everything the page of a plan version shows, for who came: what is on it follows their rights."""

from collections.abc import Mapping
from typing import Any

from tongket.organisation import name_on, subtree_on
from tongket.plan import AssumptionCode, Plan, proposal_of, targets_at
from tongket.server.records.queries.planned import Receipt, Received, receipts
from tongket.server.records.queries.seen import year_seen
from tongket.server.web.language import spoken
from tongket.server.web.names import end_of
from tongket.server.web.plan.assuming import assumption_inputs
from tongket.server.web.plan.figures import period_said
from tongket.server.web.plan.grid import Asked, Grid, periods_of
from tongket.server.web.plan.lines import assumptions_said, chosen
from tongket.server.web.plan.projects import project_rows
from tongket.server.web.visit import Visit
from tongket.words import Text
from tongket.year import Period
from tongket.yearbook import Year
from tongket.yearbook.choices import CHOICES

_TONES = {Received.YES: "good", Received.NO: "warn", Received.CHANGED: "warn"}
_SAID = {
    Received.YES: Text("Đã nhận", "Получено", "Acknowledged"),
    Received.NO: Text("Chưa xác nhận", "Не подтверждено", "Not acknowledged"),
    Received.CHANGED: Text(
        "Bản đã sửa, cần xác nhận lại", "Изменено, нужно подтвердить снова", "Changed since, to be acknowledged again"
    ),
}


def page_of(found: Visit, given: Mapping[str, str]) -> dict[str, Any]:
    """Return what the template of a plan version needs."""
    year = year_seen(found.book, party=found.actor.party, with_dossiers=False)
    shown = chosen(year.plan, given, spoken())
    may_propose = found.may("plan.propose")
    page: dict[str, Any] = {
        "chosen": shown,
        "may_propose": may_propose,
        "may_import": found.may("plan.import"),
        "may_assign": found.may("plan.assign"),
        "has_indicators": bool(year.plan.indicators),
        "revision": found.book.revision,
        "findings": [],
        "taken": {},
        "wrong": {},
        "given": given,
    }
    if shown is None or shown.version is None:
        return page
    line, version = shown.line.code, shown.version.code
    asked = asked_of(found, given)
    editable = shown.version.is_proposal and may_propose
    return page | {
        "parts": Grid(year, line, version, asked, spoken()).parts(),
        "asked": asked,
        "editable": editable,
        "assumptions": assumptions_said(year.plan, line, version, spoken()),
        "assumption_inputs": assumption_inputs(year.plan, line, version, spoken()) if editable else (),
        "assumption_codes": list(CHOICES[AssumptionCode].items()) if editable else [],
        "periods": [(str(one), period_said(one, spoken())) for one in periods_of(year.plan, line, version)],
        "org_units": units_shown(year),
        "indicators": [(one.code, one.name) for one in year.plan.indicators] if editable else [],
        "breakdowns": [(one.code, one.name) for one in year.plan.breakdowns] if editable else [],
        "waiting": proposal_of(year.plan, line),
        "projects": project_rows(year, found.day, spoken()),
        "documents": documents_of(year.plan, line),
        **_received(found, year, line, version, is_latest=shown.is_latest),
    }


def asked_of(found: Visit, given: Mapping[str, str]) -> Asked:
    """Return which org unit and period of a version are asked for; all of the year where nothing is."""
    try:
        period = Period.parse(given.get("period", ""))
    except ValueError:
        period = Period.of_year(found.year.head.year)
    return Asked(period, given.get("of", ""))


def units_shown(year: Year) -> list[tuple[str, str]]:
    """Return the org units of a year with their names, parents before those below."""
    day = end_of(year)
    codes = subtree_on(year.organisation, year.head.org_unit, day)
    return [(code, name_on(year.organisation, code, day).to(spoken())) for code in codes]


def documents_of(plan: Plan, line: str) -> list[str]:
    """Return the documents the versions of a line stand on, each once."""
    from tongket.server.web.plan.lines import shown_versions

    return list(dict.fromkeys(one.document for one in shown_versions(plan, line, spoken()) if one.document))


def _received(found: Visit, year: Year, line: str, version: str, *, is_latest: bool) -> dict[str, Any]:
    """Who has acknowledged the version in force; an org unit of whose targets the person sees none is not named."""
    if not is_latest:
        return {"receipts": [], "mine": None, "not_received": 0}
    seen = {org_unit for org_unit, *_ in targets_at(year.plan, line, version)}
    told = [one for one in receipts(found.book, line, version) if one.org_unit in seen]
    own = found.actor.standing.org_unit
    mine = next((one for one in told if one.org_unit == own and found.may("plan.acknowledge", own)), None)
    return {
        "receipts": [_receipt(year, one) for one in told],
        "mine": mine if mine and mine.received is not Received.YES else None,
        "not_received": sum(one.received is not Received.YES for one in told),
    }


def _receipt(year: Year, one: Receipt) -> dict[str, Any]:
    name = name_on(year.organisation, one.org_unit, end_of(year)).to(spoken())
    return {"name": name, "said": _SAID[one.received].to(spoken()), "tone": _TONES[one.received], "row": one}
