"""All that the review is composed of, laid out for the composer: names, decimals, plan versions and words at hand."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from tongket.documents import wording as w
from tongket.documents.facts import Cell, Run
from tongket.documents.occasion import Occasion
from tongket.documents.printing import PERCENTS, figure_text, with_sign
from tongket.dossier import Narrative, Section
from tongket.figures import Figure, Kind, measure_of
from tongket.organisation import Organisation, name_on
from tongket.plan import Direction, Indicator, Plan, PlanVersion, VersionKind
from tongket.results import Comparison, FilingState, Results
from tongket.words import Language, Text, short_date
from tongket.year import Period

FEW_UNITS = 6  # as many stand one below the other; of more, the leading ones of each indicator

PlanKey = tuple[str, str]
"""A plan line and one of its versions."""


@dataclass(frozen=True, slots=True)
class Material:
    """The year's parts with the look-ups a sentence needs; made by `gathered`.

    `yearly` are the rows of the year under review, `plans` what they are held against, `members` the org units with
    figures beside the one under review, in the order of the table, `counting` the plan lines a percentage is taken
    against, `unfiled` the org units that were to report and did not: who was never to report is not late with it.
    """

    occasion: Occasion
    organisation: Organisation
    plan: Plan
    results: Results
    narratives: tuple[Narrative, ...]
    language: Language
    indicators: dict[str, Indicator] = field(repr=False)
    parts: dict[str, Text] = field(repr=False)
    names: dict[str, str] = field(repr=False)
    versions: dict[PlanKey, PlanVersion] = field(repr=False)
    yearly: tuple[Comparison, ...] = field(repr=False)
    plans: tuple[PlanKey, ...]
    members: tuple[str, ...] = field(repr=False)
    counting: frozenset[str]
    unfiled: frozenset[str]

    @classmethod
    def gathered(
        cls,
        occasion: Occasion,
        organisation: Organisation,
        plan: Plan,
        results: Results,
        narratives: Iterable[Narrative],
        language: Language,
    ) -> Self:
        """Lay out the parts of the year in a language."""
        yearly = _of_the_year(results.comparisons, occasion.period)
        codes = dict.fromkeys([occasion.org_unit, *(u.code for u in organisation.org_units)])
        return cls(
            occasion,
            organisation,
            plan,
            results,
            tuple(narratives),
            language,
            {indicator.code: indicator for indicator in plan.indicators},
            {part.code: part.name for part in plan.breakdowns},
            {code: name_on(organisation, code, occasion.seen_on).to(language) for code in codes},
            {(version.line, version.version): version for version in plan.plan_versions},
            yearly,
            _plans(yearly),
            tuple(dict.fromkeys(row.org_unit for row in yearly if row.org_unit != occasion.org_unit)),
            frozenset(line.code for line in plan.plan_lines if line.counts),
            _unfiled(results),
        )

    def say(self, text: Text, /, **values: object) -> str:
        """The text in the paper's language with its places filled; {year}, {last} and {next} are known."""
        year = self.occasion.year
        return text.to(self.language).format(**{"year": year, "last": year - 1, "next": year + 1} | values)

    def say_form(self, text: Text) -> str:
        """The text in the paper's language with only its years filled; its other places wait for runs."""
        year = str(self.occasion.year)
        known = {"{year}": year, "{last}": str(int(year) - 1), "{next}": str(int(year) + 1)}
        said = text.to(self.language)
        for place, value in known.items():
            said = said.replace(place, value)
        return said

    def indicator(self, code: str) -> Indicator:
        """The indicator of a code; an unknown code is its own name."""
        return self.indicators.get(code) or Indicator(code, Text(code), "")

    def name(self, row: Comparison) -> str:
        """What a row is called: its part, or its indicator when it is the whole."""
        return self.part(row.breakdown) if row.breakdown else self.indicator(row.indicator).name.to(self.language)

    def part(self, code: str) -> str:
        """The name of a part of an indicator."""
        return self.parts[code].to(self.language) if code in self.parts else code

    def unit_name(self, code: str) -> str:
        """The name of an org unit at the end of the year."""
        return self.names.get(code, code)

    def measure(self, code: str) -> str:
        """The measure of an indicator in words."""
        return measure_of(self.indicator(code).measure).label.to(self.language)

    def text(self, figure: Figure) -> str:
        """A figure as it stands in a table."""
        return figure_text(figure, self.indicator(figure.address.indicator).digits, self.language)

    def run(self, figure: Figure) -> Run:
        """A figure as it stands in a sentence, with its address; a percentage has its sign."""
        text = self.text(figure)
        if figure.address.kind in PERCENTS:
            text = with_sign(text, self.language)
        return Run(text, address=str(figure.address))

    def cell(self, figure: Figure) -> Cell:
        """A figure as it stands in a table, with its address."""
        return Cell(self.text(figure), str(figure.address))

    def counts(self, row: Comparison) -> bool:
        """Whether a row stands against the plan line that counts; every line does while none was chosen."""
        return row.plan_line is None or not self.counting or row.plan_line in self.counting

    def totals(self, org_unit: str | None = None) -> tuple[Comparison, ...]:
        """The year's rows of whole indicators against the line that counts, of one org unit or of all."""
        return tuple(
            row
            for row in self.yearly
            if row.breakdown is None
            and self.counts(row)
            and org_unit in (None, row.org_unit)
            and not self.only_splits(row)
        )

    def of_members(self) -> tuple[Comparison, ...]:
        """The year's rows of whole indicators of the org units beside the one under review."""
        members = frozenset(self.members)
        return tuple(row for row in self.totals() if row.org_unit in members)

    def only_splits(self, row: Comparison) -> bool:
        """Whether a row has no plan of its own and is there only to split another into volume and price."""
        return row.plan_line is None and self.indicator(row.indicator).at_plan_price_of is not None

    @property
    def side_by_side(self) -> bool:
        """Whether a few members report what the whole does not add up, as in a cluster: each is shown by itself."""
        if not 1 < len(self.members) <= FEW_UNITS:
            return False
        whole = {row.indicator for row in self.totals(self.occasion.org_unit)}
        own = {row.indicator for row in self.totals()} - whole
        return len(own) > len(whole)

    @property
    def summary(self) -> tuple[Comparison, ...]:
        """The rows of the consolidated table: of the org unit under review; in a cluster, of every member."""
        root = self.occasion.org_unit
        return tuple(row for row in self.yearly if self.side_by_side or row.org_unit == root)

    def is_up(self, row: Comparison) -> bool:
        """Whether more of it is better, so that a percentage of plan speaks."""
        return self.indicator(row.indicator).direction is Direction.UP

    def said_in(self, section: Section) -> tuple[Narrative, ...]:
        """What the year's words say in a section, in their order."""
        return tuple(narrative for narrative in self.narratives if narrative.section is section)

    def plan_keys(self, rows: Iterable[Comparison]) -> tuple[PlanKey, ...]:
        """The plan lines and versions that rows are held against, each once, the most used of the year first."""
        held = {key for row in rows if (key := plan_key(row))}
        return tuple(key for key in self.plans if key in held)

    def plan_mark(self, key: PlanKey) -> str:
        """The number under which a table's note names a plan: `(1)`; empty when the paper knows only one."""
        return f"({self.plans.index(key) + 1})" if len(self.plans) > 1 else ""

    @property
    def main_plan(self) -> PlanKey | None:
        """The plan line and version that most rows are held against; a row against another one says so."""
        return self.plans[0] if self.plans else None

    def plan_name(self, key: PlanKey) -> str:
        """A plan line and version in words: `Hội đồng giao, điều chỉnh lần 2 [council.a2]`."""
        return f"{self.plan_short(key)} [{'.'.join(key)}]"

    def plan_short(self, key: PlanKey) -> str:
        """A plan line and version in few words."""
        line, _ = key
        names = {one.code: one.name.to(self.language) for one in self.plan.plan_lines}
        return f"{names.get(line, line)}, {self.version_name(key)}"

    def version_name(self, key: PlanKey) -> str:
        """What a version of a plan line is called; its code where the plan does not know it."""
        known = self.versions.get(key)
        return self._version_name(known) if known else key[1]

    def _version_name(self, version: PlanVersion) -> str:
        adjusted = [v for v in self.plan.plan_versions if v.line == version.line and v.kind is VersionKind.ADJUSTED]
        number = adjusted.index(version) + 1 if version in adjusted else 0
        return self.say(w.VERSIONS[version.kind], number=number)

    def plan_document(self, key: PlanKey) -> str:
        """By which document and on which day a version was given; empty when the data do not say."""
        version = self.versions.get(key)
        day = short_date(version.on, self.language) if version and version.on else ""
        return ", ".join(piece for piece in (version.document if version else "", day) if piece)

    @property
    def stamp(self) -> str:
        """The stamp of illustrative data; empty when the figures are real."""
        return w.ILLUSTRATIVE.to(self.language) if self.occasion.illustrative else ""

    @property
    def cut_off(self) -> str:
        """The line "Số liệu tính đến ngày …"; empty when the data do not say."""
        day = self.occasion.cut_off
        return self.say(w.CUT_OFF, day=short_date(day, self.language)) if day else ""


def _of_the_year(rows: tuple[Comparison, ...], year: Period) -> tuple[Comparison, ...]:
    """The rows of the year under review; of a shorter review, those of its longest period."""
    periods = {row.period for row in rows}
    chosen = year if year in periods or not periods else max(periods, key=lambda period: (period.days, period.last))
    return tuple(row for row in rows if row.period == chosen)


def _unfiled(results: Results) -> frozenset[str]:
    came = {one.filing.org_unit for one in results.filings if one.state is not FilingState.MISSING}
    return frozenset(one.filing.org_unit for one in results.filings) - came


def _plans(rows: Iterable[Comparison]) -> tuple[PlanKey, ...]:
    """The plan lines and versions of the year, the most used first."""
    held = Counter(plan_key(row) for row in rows)
    return tuple(key for key, _ in held.most_common() if key)


def plan_key(row: Comparison) -> PlanKey | None:
    """The plan line and version a row is held against, when it has a target."""
    return (row.plan_line, row.plan_version) if row.plan_line and row.plan_version and row.figure(Kind.PLAN) else None
