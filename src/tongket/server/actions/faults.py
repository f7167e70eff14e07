"""What would be wrong after an action: an error that the action brings in keeps it from being stored."""

from collections.abc import Iterable
from typing import Final

from tongket.words import Finding, Refused, Text, errors_in, in_each_language

_FAULTS: Final = Text(
    "Chưa ghi được vì có {count} lỗi phải sửa. Lỗi đầu tiên: {first}",
    "Не сохранено: ошибок, которые нужно исправить, — {count}. Первая: {first}",
    "Not stored, because {count} errors must be corrected. The first: {first}",
)


class Faulty(Refused):
    """What was asked for would make the year wrong; the findings say in what."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep what is wrong, and say the first of it."""
        count = str(len(findings))
        super().__init__(_FAULTS.fill(count=str(count), first=in_each_language(findings[0].sentence)))
        self.findings = findings


def brought_in(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what is said afterwards and was not said before, wherever it stands."""
    said = {_what(finding) for finding in before}
    return tuple(finding for finding in after if _what(finding) not in said)


def refuse_errors(findings: Iterable[Finding]) -> None:
    """Raise Faulty when any of these must be corrected first."""
    if wrong := errors_in(findings):
        raise Faulty(wrong)


def _what(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.values
