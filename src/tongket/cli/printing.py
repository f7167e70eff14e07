"""What a command says in the terminal: progress, then the table, the findings, and where the papers are."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from tongket.cli.printing_findings import print_findings
from tongket.desk.reviewing import Reviewed
from tongket.desk.tracing import Step, Trace
from tongket.documents.wording import KINDS, STANDING
from tongket.figures import Amount, Kind
from tongket.plan import Direction
from tongket.results import Results
from tongket.results.changes import Change, Standing
from tongket.words import Language, Severity, Text, percent_text, short_date, written
from tongket.yearbook import Year

SHOWN_BRANCHES: Final = 12
_PAPERS: Final = Text("Kết quả:", "Результат:", "Papers:")
_NOTHING_WRITTEN: Final = Text(
    "Chưa lập báo cáo: còn {n} lỗi phải sửa trong sổ năm.",
    "Отчёт не составлен: в папке года {n} ошибок.",
    "No paper was written. To be corrected in the year folder: {n}.",
)
_HEADS: Final = (
    Text("Chỉ tiêu", "Показатель", "Indicator"),
    Text("ĐVT", "Ед. изм.", "Measure"),
    Text("KH", "План", "Plan"),
    Text("TH", "Факт", "Actual"),
    Text("% KH", "% плана", "% of plan"),
    Text("Kết quả", "Итог", "Outcome"),
)
_BRANCHES: Final = Text("… và {n} nhánh khác (--all để xem đủ)", "… и ещё {n} (--all)", "… and {n} more (--all)")
_FILE_STATES: Final = {
    "match": Text("dấu vân tay tệp khớp", "отпечаток файла совпадает", "the file's fingerprint matches"),
    "changed": Text(
        "Tệp nguồn không còn khớp với bản đã ghi nhận.",
        "Исходный файл больше не совпадает с записанным.",
        "The source file no longer matches what was recorded.",
    ),
    "absent": Text("không tìm thấy tệp nguồn", "исходный файл не найден", "the source file was not found"),
}
_OPERATIONS: Final = {
    "sum": Text("tổng của", "сумма", "sum of"),
    "average": Text("bình quân của", "среднее", "mean of"),
    "last": Text("kỳ cuối của", "последнее из", "last of"),
    "ratio": Text("tỷ lệ của", "отношение", "ratio of"),
    "share": Text("phần theo tỷ lệ tham gia của", "доля от", "share of"),
    "conversion": Text("quy đổi từ", "пересчёт из", "converted from"),
}
_NO_CHANGE: Final = Text("Không có số liệu nào thay đổi.", "Ни одно значение не изменилось.", "No figure changed.")
_CHANGED: Final = Text("{n} dòng có số liệu thay đổi.", "Изменилось строк: {n}.", "{n} rows have figures that changed.")


@contextmanager
def progress(steps: int, language: Language, *, quiet: bool) -> Iterator[Callable[..., None]]:
    """Show a bar on stderr while steps go by; silent for programs. Who tells may say how many steps there are."""
    console = Console(stderr=True, quiet=quiet)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=steps)
        done = 0

        def tell(what: Text, total: int = steps) -> None:
            nonlocal done
            bar.update(task, description=what.to(language), completed=done, total=total)
            done += 1

        yield tell


def print_review(reviewed: Reviewed, language: Language) -> None:
    """Print the table of the whole, the findings, and where the papers lie."""
    console = _console()
    if reviewed.year is None or reviewed.results is None:
        print_findings(reviewed.findings, language)
        errors = sum(f.severity is Severity.ERROR for f in reviewed.findings)
        console.print(f"[red]{_NOTHING_WRITTEN.to(language).format(n=errors)}[/red]")
        return
    console.print(_table_of(reviewed.year, reviewed.results, language))
    print_findings(reviewed.findings, language)
    console.print(_PAPERS.to(language))
    for paper in reviewed.papers:
        console.print(f"  {escape(str(paper))}", soft_wrap=True)


def _table_of(year: Year, results: Results, language: Language) -> Table:
    table = Table(title=f"{year.head.title.to(language)}", title_justify="left")
    for at, head in enumerate(_HEADS):
        table.add_column(head.to(language), justify="right" if at in (2, 3, 4) else "left")
    indicators = {indicator.code: indicator for indicator in year.plan.indicators}
    counting = {line.code for line in year.plan.plan_lines if line.counts}
    for row in results.comparisons:
        whole = row.org_unit == year.head.org_unit and str(row.period) == str(year.head.year) and not row.breakdown
        if whole and (row.plan_line is None or not counting or row.plan_line in counting):
            indicator = indicators[row.indicator]
            cells = [_figure(row.figure(kind), indicator.digits, language) for kind in (Kind.PLAN, row.basis)]
            percent = row.figure(Kind.PERCENT_OF_PLAN)
            table.add_row(
                indicator.name.to(language), _measure(indicator.measure, language), *cells,
                _amount(percent.amount, "%", 1, language) if percent and indicator.direction is Direction.UP else "–",
                STANDING[row.achievement].to(language),
            )  # fmt: skip
    return table


def print_changes(changes: Sequence[Change], language: Language) -> None:
    """Print every figure that changed, verdicts that turned first to see."""
    console = _console()
    if not changes:
        console.print(_NO_CHANGE.to(language))
        return
    for change in changes:
        org_unit, indicator, breakdown, period, line = change.key
        where = f"{org_unit}/{indicator}{'/' + breakdown if breakdown else ''}@{period}{'#' + line if line else ''}"
        verdict = ""
        if change.moved and change.before and change.after:
            before, after = (STANDING[s.achievement].to(language) for s in (change.before, change.after))
            verdict = f"  [bold]{before} → {after}[/bold]"
        stood = dict.fromkeys(_standing(one, language) for one in (change.before, change.after))
        console.print(f"{escape(where)}: {' → '.join(stood)}{verdict}", soft_wrap=True)
        for kind in change.others:
            ends = (_other(one, kind, language) for one in (change.before, change.after))
            console.print(f"    {KINDS[kind].to(language)}: {' → '.join(ends)}", soft_wrap=True)
    console.print(_CHANGED.to(language).format(n=len(changes)))


def print_trace(trace: Trace, language: Language, *, everything: bool) -> None:
    """Print the chain as an indented tree, then each source file and whether it still matches."""
    console = _console()
    for step, hidden in _branches(trace.steps, everything=everything):
        indent = "  " * step.depth
        if hidden:
            console.print(f"{indent}[dim]{_BRANCHES.to(language).format(n=hidden)}[/dim]")
            continue
        console.print(
            f"{indent}[bold]{escape(step.figure['address'])}[/bold] = {_value(step.figure, language)}", soft_wrap=True
        )
        for source in step.sources:
            console.print(f"{indent}  ← {escape(_source(source, language))}", soft_wrap=True)
    for name, state in trace.files.items():
        colour = "green" if state == "match" else "red"
        console.print(f"[{colour}]{escape(name)}: {_FILE_STATES[state].to(language)}[/{colour}]", soft_wrap=True)


def _branches(steps: Sequence[Step], *, everything: bool) -> Iterator[tuple[Step, int]]:
    """Give each step to print; past the first dozen branches of one figure, one line with how many are left out."""
    counts: dict[int, int] = {}
    skipping: int | None = None
    for at, step in enumerate(steps):
        if skipping is not None and step.depth > skipping:
            continue
        skipping = None
        counts = {depth: n for depth, n in counts.items() if depth <= step.depth}
        counts[step.depth] = counts.get(step.depth, 0) + 1
        if everything or not step.depth or counts[step.depth] <= SHOWN_BRANCHES:
            yield step, 0
            continue
        if counts[step.depth] == SHOWN_BRANCHES + 1:
            yield step, _left(steps, at)
        skipping = step.depth


def _left(steps: Sequence[Step], at: int) -> int:
    depth = steps[at].depth
    rest = steps[at:]
    return sum(1 for step in _until_above(rest, depth) if step.depth == depth)


def _until_above(steps: Iterable[Step], depth: int) -> Iterator[Step]:
    for step in steps:
        if step.depth < depth:
            return
        yield step


def _source(source: Any, language: Language) -> str:  # noqa: ANN401 - JSON
    if "derived" in source:
        return f"{_OPERATIONS[source['derived']].to(language)} ({len(source['of'])})"
    if "page" in source:
        checked = f" ({source['checked_on']})" if source["checked_on"] else ""
        return f"{source['page']}{checked}"
    where = source["cell"] or f"{source.get('line')}:{source.get('column')}"
    sheet = f"!{source['sheet']}" if source["sheet"] else ""
    return f"{source['file']}{sheet}!{where}  sha256 {source['sha256'][:12]}"


def _value(figure: Any, language: Language) -> str:  # noqa: ANN401 - JSON
    if "measure" not in figure:
        return "?"
    ends = (figure["value"],) * 2 if "value" in figure else (figure["low"], figure["high"])
    measure = _measure(figure["measure"], language)
    if any(end and "-" in end[1:] for end in ends):
        return " … ".join(dict.fromkeys(end or "?" for end in ends))
    if figure["measure"] == "%":
        return _amount(Amount.parse(_wire(*ends)), "%", None, language)
    return f"{_amount(Amount.parse(_wire(*ends)), '', None, language)} {measure}"


def _wire(low: str | None, high: str | None) -> str:
    if low is None:
        return f"<{high}"
    if high is None:
        return f">{low}"
    return low if low == high else f"{low}..{high}"


def _measure(measure: str, language: Language) -> str:
    from tongket.figures import measure_of

    return measure_of(measure).label.to(language)


def _standing(standing: Standing | None, language: Language) -> str:
    if standing is None or standing.amount is None:
        return "–"
    percent = f" ({_amount(standing.percent, '%', 1, language)})" if standing.percent else ""
    return f"{_amount(standing.amount, standing.measure, None, language)}{percent}"


def _other(standing: Standing | None, kind: Kind, language: Language) -> str:
    amount = standing.figures.get(kind) if standing else None
    if standing is None or amount is None:
        return "–"
    percent = kind is Kind.PERCENT_OF_LAST_YEAR
    return _amount(amount, "%" if percent else standing.measure, 1 if percent else None, language)


def _figure(figure: Any, digits: int, language: Language) -> str:  # noqa: ANN401 - Figure or None
    from tongket.documents.printing import figure_text

    return figure_text(figure, digits, language) if figure else ""


def _amount(amount: Amount, measure: str, digits: int | None, language: Language) -> str:
    from tongket.figures.measures import DATE, measure_of

    def one(value: Any) -> str:  # noqa: ANN401 - Decimal
        if measure_of(measure) == DATE:
            return short_date(dt.date.fromordinal(int(value)), language)
        return percent_text(value, language, digits) if measure == "%" else written(value, language, digits)

    if amount.is_exact:
        return one(amount.low)
    if amount.low is None:
        return f"< {one(amount.high)}"
    return f"> {one(amount.low)}" if amount.high is None else f"{one(amount.low)}–{one(amount.high)}"


def _console() -> Console:
    return Console(highlight=False)
