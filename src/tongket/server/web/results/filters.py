"""What somebody wants to see of the consolidated table: whose rows, which group, against which plan, on which basis."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.utils.http import urlencode

from tongket.documents.review_material import Material, plan_key
from tongket.figures import Kind
from tongket.plan import IndicatorGroup
from tongket.results import Comparison
from tongket.server.records.queries.results import BASES
from tongket.words import Text
from tongket.yearbook.choices import CHOICES

BASIS_NAMES: Final = {
    Kind.ESTIMATE: Text("Ước thực hiện cả năm", "Оценка за год", "Estimate of the year"),
    Kind.ACTUAL: Text("Số chính thức", "Окончательные данные", "Final figures"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen; empty words choose everything."""

    org_unit: str = ""
    group: str = ""
    line: str = ""
    version: str = ""
    basis: Kind | None = None

    @classmethod
    def asked(cls, query: QueryDict) -> "Wanted":
        """Read the choice from an address; what makes no sense chooses everything."""
        basis = next((kind for kind in BASES if kind.value == query.get("basis")), None)
        org_unit, group, line, version = (query.get(name, "") for name in ("org_unit", "group", "line", "version"))
        return cls(org_unit, group, line, version, basis)

    def rows(self, material: Material) -> tuple[Comparison, ...]:
        """Return the rows of the table that fit the choice."""
        among = material.yearly if self.org_unit else material.summary
        return tuple(row for row in among if self._fits(material, row))

    def _fits(self, material: Material, row: Comparison) -> bool:
        return (
            self.org_unit in {"", row.org_unit}
            and self.group in {"", material.indicator(row.indicator).group.value}
            and self.line in {"", row.plan_line}
            and self.version in {"", row.plan_version}
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose by: its name in the form, its words, and what there is to choose."""

    name: str
    label: Text
    options: tuple[tuple[str, str], ...]
    chosen: str


def choices(material: Material, wanted: Wanted) -> tuple[Choice, ...]:
    """Return what can be chosen in this table; what leaves no choice is left out, but for the basis."""
    rows, say, named = material.yearly, material.language, CHOICES[IndicatorGroup]
    groups = {material.indicator(row.indicator).group for row in rows}
    lines = {line.code: line.name.to(say) for line in material.plan.plan_lines}
    keys = [key for row in rows if (key := plan_key(row))]
    versions = dict.fromkeys(version for line, version in sorted(keys) if wanted.line in {"", line})
    found = (
        Choice("org_unit", Text("Đơn vị", "Организация", "Org unit"),
               _options((row.org_unit for row in rows), material.unit_name), wanted.org_unit),
        Choice("group", Text("Nhóm chỉ tiêu", "Группа показателей", "Group of indicators"),
               tuple((one.value, named[one].to(say)) for one in IndicatorGroup if one in groups), wanted.group),
        Choice("line", Text("Tuyến kế hoạch", "Линия плана", "Plan line"),
               _options((line for line, _ in keys), lambda code: lines.get(code, code)), wanted.line),
        Choice("version", Text("Phiên bản kế hoạch", "Версия плана", "Plan version"),
               tuple((version, _version_name(material, keys, version)) for version in versions), wanted.version),
    )  # fmt: skip
    return tuple(one for one in found if len(one.options) > 1 or one.chosen)


def _options(codes: Iterable[str], named: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    return tuple((code, named(code)) for code in dict.fromkeys(codes))


def _version_name(material: Material, keys: Iterable[tuple[str, str]], version: str) -> str:
    """`điều chỉnh lần 2`; a version that means something else on another line is named by its code."""
    known = {material.version_name(key) for key in keys if key[1] == version}
    return known.pop() if len(known) == 1 else version


def query_of(**values: object) -> str:
    """Write an address's query of what was given."""
    return urlencode({name: str(value) for name, value in values.items() if value})
