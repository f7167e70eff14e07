"""How a plan line goes on: a proposal is laid over what stands, filled in, and adopted as assigned or adjusted.

A version states only what it changes, so a target typed as it stood before states nothing. Every step gives a new plan.
"""

import datetime as dt
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from typing import Final

from tongket.plan.facts import Assumption, Plan, PlanVersion, Target, VersionKind
from tongket.plan.versions import TargetKey, amount_in, key_of, latest_version, rows_by_version, versions_of
from tongket.words import Refused, Text

_PENDING: Final = Text(
    "Tuyến ‘{line}’ đang có bản đề xuất ‘{version}’ chưa giao. Giao hoặc bỏ bản đó trước khi lập bản mới.",
    "У линии «{line}» есть незавершённое предложение «{version}». Утвердите или снимите его, затем создавайте новое.",
    "The line ‘{line}’ has a proposal ‘{version}’ that is not assigned. Assign or drop it before making another.",
)
_NOT_PROPOSED: Final = Text(
    "Bản ‘{version}’ của tuyến ‘{line}’ không phải bản đề xuất nên không sửa. Muốn thay đổi thì lập bản điều chỉnh.",
    "Версия «{version}» линии «{line}» — не предложение, её не меняют. Для изменений создайте корректировку.",
    "Version ‘{version}’ of the line ‘{line}’ is no proposal and is not edited. To change it, make an adjustment.",
)


class CannotPropose(Refused):
    """The line does not allow this step; the sentence says why."""


def proposal_of(plan: Plan, line: str) -> PlanVersion | None:
    """Return the proposal of a line that waits to be assigned; the last one where several do."""
    waiting = [row for row in versions_of(plan, line) if row.kind is VersionKind.PROPOSED]
    return waiting[-1] if waiting else None


def next_version(plan: Plan, line: str) -> str:
    """Return the code of the version that a line would have next: `v1` for the first, then `dc1`, `dc2` and so on."""
    taken = {row.version for row in versions_of(plan, line)}
    if latest_version(plan, line) is None and "v1" not in taken:
        return "v1"
    adjusted = sum(row.kind is VersionKind.ADJUSTED for row in versions_of(plan, line))
    numbers = range(adjusted + 1, adjusted + len(taken) + 2)
    return next(f"dc{number}" for number in numbers if f"dc{number}" not in taken)


def proposed(plan: Plan, line: str) -> Plan:
    """Add a proposal to a line. Raises CannotPropose while another one waits."""
    if waiting := proposal_of(plan, line):
        raise CannotPropose(_PENDING.fill(line=line, version=waiting.version))
    version = PlanVersion(line, next_version(plan, line), VersionKind.PROPOSED)
    return replace(plan, plan_versions=(*plan.plan_versions, version))


def dropped(plan: Plan, line: str, version: str) -> Plan:
    """Take a proposal back with all it states. Raises CannotPropose for what is no proposal."""
    _proposal(plan, line, version)
    about = (line, version)
    return replace(
        plan,
        plan_versions=tuple(row for row in plan.plan_versions if (row.line, row.version) != about),
        targets=tuple(row for row in plan.targets if (row.line, row.version) != about),
        assumptions=tuple(row for row in plan.assumptions if (row.line, row.version) != about),
    )


def standing_before(plan: Plan, line: str, version: str) -> Mapping[TargetKey, Target]:
    """Return the targets in force before a version, which are those it is laid over."""
    rows = rows_by_version(plan, line)
    standing: dict[TargetKey, Target] = {}
    for earlier in versions_of(plan, line):
        if earlier.version == version:
            break
        if earlier.kind is not VersionKind.PROPOSED:
            standing.update((key_of(target), target) for target in rows.get(earlier.version, ()))
    return standing


def restated(
    plan: Plan, line: str, version: str, targets: Iterable[Target], without: Container[TargetKey] = ()
) -> Plan:
    """Let a proposal state these targets in place of what it stated of the same.

    What stands before anyway it leaves out, and what it stated of `without`; what it states of anything else stays.
    Raises CannotPropose for what is no proposal.
    """
    _proposal(plan, line, version)
    before = standing_before(plan, line, version)
    given = {key_of(target): replace(target, line=line, version=version) for target in targets}
    own = {key_of(row): row for row in rows_by_version(plan, line).get(version, ())}
    left_out = {key for key, row in given.items() if _same(plan, row, before.get(key))}
    stated = (row for key, row in (own | given).items() if key not in left_out and key not in without)
    others = tuple(row for row in plan.targets if (row.line, row.version) != (line, version))
    return replace(plan, targets=(*others, *stated))


def assumed(plan: Plan, line: str, version: str, assumptions: Iterable[Assumption]) -> Plan:
    """Let a proposal state what it takes for granted, in place of what it stated of the same. Raises CannotPropose."""
    _proposal(plan, line, version)
    given = {_about(row): replace(row, line=line, version=version, place=None) for row in assumptions}
    own = (row for row in plan.assumptions if (row.line, row.version) == (line, version))
    others = tuple(row for row in plan.assumptions if (row.line, row.version) != (line, version))
    return replace(plan, assumptions=(*others, *({_about(row): row for row in own} | given).values()))


def adopted(plan: Plan, line: str, version: str, on: dt.date, document: str, reason: str = "") -> Plan:
    """Turn a proposal into the version in force: assigned when it is the line's first, adjusted afterwards.

    It becomes the line's last version, whatever was adopted while it waited. Raises CannotPropose.
    """
    proposal = _proposal(plan, line, version)
    kind = VersionKind.ADJUSTED if latest_version(plan, line) else VersionKind.ASSIGNED
    others = tuple(row for row in plan.plan_versions if row is not proposal)
    row = replace(proposal, kind=kind, on=on, document=document, reason=reason, place=None)
    return replace(plan, plan_versions=(*others, row))


def _about(row: Assumption) -> tuple[str, str, str | None, str | None]:
    return row.code, row.measure, row.applies_to, row.org_unit


def _proposal(plan: Plan, line: str, version: str) -> PlanVersion:
    found = next((row for row in versions_of(plan, line) if row.version == version), None)
    if found is None or found.kind is not VersionKind.PROPOSED:
        raise CannotPropose(_NOT_PROPOSED.fill(line=line, version=version))
    return found


def _same(plan: Plan, row: Target, before: Target | None) -> bool:
    """Whether a target states what stood before: the same amount, state and residue, in whatever scale."""
    if before is None:
        return False
    indicator = next((one for one in plan.indicators if one.code == row.indicator), None)
    now, then = amount_in(row, indicator), amount_in(before, indicator)
    return (now, row.state, row.residue or 0) == (then, before.state, before.residue or 0)
