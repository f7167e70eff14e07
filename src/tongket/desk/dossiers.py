"""Takes in the dossiers of a year: the workbooks in `inputs/dossiers/`, each read in a guarded process and judged.

Whose a workbook is it says itself when it is our form; one of a unit's own layout is known by its name and read by the
unit's mapping. What is wrong in a dossier keeps its cell out of the year, never the year from being reviewed.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from tongket.desk.asking import form_of, stage_of
from tongket.dossier import Dossier, ReportedFigure
from tongket.dossier import findings_of_figures as dossier_say
from tongket.dossier.foreign import WorkbookMapping
from tongket.dossier.foreign.mapping_table import read_mapping
from tongket.dossier.foreign.reading import mapped_dossier
from tongket.dossier.form import OPEN_COLUMNS, FormStage, ReportForm
from tongket.dossier.matching import meta_of
from tongket.dossier.merging import merged, with_parts_of_nobody
from tongket.dossier.narrative_check import words_checked
from tongket.dossier.rules import check_book
from tongket.files import findings as files_say
from tongket.files.book_reader import read_book
from tongket.files.reading_pool import Loss, ReadingPool
from tongket.files.record import Remembered, read_forms
from tongket.files.year_folder import DOSSIERS, INPUTS, MAPPINGS
from tongket.plan.wording import amount_text
from tongket.words import Finding, Place, Refused
from tongket.yearbook import Year

WORKBOOKS: Final = frozenset({".xlsx", ".xlsm", ".xls"})
_PROCESSES: Final = 2
_REVISION: Final = re.compile(r"(?:l[aầ]n|v|r)[\s._-]?(\d{1,3})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What every file is held to: the year as it was typed, the forms handed out, the mappings of the units."""

    year: Year
    issued: Remembered
    mappings: Mapping[str, WorkbookMapping] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Read:
    """What came of one file: a dossier for each stage it reports for, whose form it is, and which revision."""

    file: str
    org_unit: str
    stage: FormStage
    revision: int
    parts: tuple[str, ...]
    dossier: Dossier


def with_dossiers(folder: Path, year: Year) -> tuple[Year, tuple[Finding, ...]]:
    """Return the year with the dossiers that lie in its folder, and what was found about files nobody can place.

    Several files of a unit for one stage are put together; a later revision stands in place of an earlier one.
    """
    contents = dict(workbooks_of(folder, DOSSIERS))
    if not contents:
        return year, tuple(_mapped_in_vain(folder, year, frozenset()))
    mappings, findings = known_mappings(folder, year)
    asked = Asked(year, read_forms(folder), mappings)
    with ReadingPool(read_one, asked, processes=min(_PROCESSES, len(contents))) as pool:
        answers = list(zip(contents, pool.map([(content, name) for name, content in contents.items()]), strict=True))
    read = [one for _, answer in answers if isinstance(answer, tuple) for one in answer]
    unplaced = (_unread(name, answer) for name, answer in answers if not isinstance(answer, tuple))
    dossiers, replaced = _put_together(year, read)
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    taken = replace(year, dossiers=tuple(beside_typed(year, dossiers)), files={**year.files, **hashes})
    came = frozenset(one.org_unit for one in read) | {unit_named(year, name) or "" for name in contents}
    told = (*findings, *asked.issued.findings, *unplaced, *replaced)
    return taken, (*told, *_mapped_in_vain(folder, year, came))


def read_one(asked: Asked, content: bytes, file: str) -> tuple[Read, ...] | Finding:
    """Read and judge one file, in a guarded process; a Finding when it cannot be read or nobody knows whose it is."""
    book = read_book(content, file)
    if isinstance(book, Finding):
        return book
    meta, named = meta_of(book), unit_named(asked.year, file)
    whose = named or (meta.org_unit if meta else None)
    if whose is None:
        return files_say.NOBODYS_DOSSIER.at(Place(file), units=", ".join(_codes(asked.year)))
    revision = revision_of(file)
    try:
        if meta:
            dossier = check_book(book, form_of(asked.year, whose, meta.stage), asked.issued.form(meta.form))
            return (Read(file, whose, meta.stage, revision, meta.parts, dossier),)
        mapping = asked.mappings.get(whose)
        if mapping is None:
            stage = stage_of(asked.year)
            return (Read(file, whose, stage, revision, (), check_book(book, form_of(asked.year, whose, stage))),)
        return tuple(
            Read(file, whose, stage, revision, (), mapped_dossier(mapping, book, form_of(asked.year, whose, stage)))
            for stage in _stages_of(mapping)
        )
    except Refused as refused:
        return files_say.NOTHING_ASKED.at(Place(file), reason=refused.sentence)


def _stages_of(mapping: WorkbookMapping) -> Iterator[FormStage]:
    """The stages a unit's own workbook reports for: those of which it has a column."""
    columns = {column.column for _, column in mapping.columns}
    yield from (stage for stage in FormStage if columns.intersection(OPEN_COLUMNS[stage]))


def _codes(year: Year) -> tuple[str, ...]:
    return tuple(unit.code for unit in year.organisation.org_units)


def unit_named(year: Year, file: str) -> str | None:
    """Return the org unit whose code a file's name begins with: `PVEP.xlsx`, `PVEP-lan-2.xlsx`; the longest counts."""
    stem = Path(file).stem.upper()
    fitting = [code for code in _codes(year) if re.match(rf"{re.escape(code)}(?![A-Z0-9])", stem)]
    return max(fitting, key=len, default=None)


def revision_of(file: str) -> int:
    """Return which time a file was sent, by its name: `VSP-lan-2.xlsx` is the second."""
    found = _REVISION.findall(Path(file).stem)
    return int(found[-1]) if found else 1


def workbooks_of(folder: Path, below: str) -> Iterator[tuple[str, bytes]]:
    """Give the workbooks of a folder by their names in the year folder, in one order on every system."""
    place = folder / INPUTS / below
    paths = (path for path in place.rglob("*") if path.suffix.lower() in WORKBOOKS and path.is_file())
    for path in sorted(paths, key=lambda path: path.relative_to(place).as_posix()):
        if not any(part.startswith((".", "~$")) for part in path.relative_to(place).parts):
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def known_mappings(
    folder: Path, year: Year, only: str | None = None
) -> tuple[dict[str, WorkbookMapping], tuple[Finding, ...]]:
    """Read how the own workbooks of units are to be read, as people left it; `only` names one org unit."""
    known: dict[str, WorkbookMapping] = {}
    findings: list[Finding] = []
    for name, content in workbooks_of(folder, MAPPINGS):
        unit = Path(name).stem.upper()
        if unit not in ((only,) if only else _codes(year)):
            continue
        book = read_book(content, name)
        if isinstance(book, Finding):
            findings.append(book)
            continue
        asked = {row.code for stage in FormStage for _, _, row in form_of(year, unit, stage).rows}
        mapping, told = read_mapping(book, unit, frozenset(asked))
        findings.extend(told)
        if mapping:
            known[unit] = mapping
    return known, tuple(findings)


def _mapped_in_vain(folder: Path, year: Year, came: frozenset[str]) -> Iterator[Finding]:
    """Tell of org units whose workbook was mapped while none of theirs lies among the dossiers: nothing is read."""
    for name, _ in workbooks_of(folder, MAPPINGS):
        org_unit = Path(name).stem.upper()
        if org_unit in _codes(year) and org_unit not in came:
            yield files_say.MAPPED_IN_VAIN.at(Place(name), org_unit=org_unit)


def _unread(name: str, answer: Finding | Loss) -> Finding:
    return answer if isinstance(answer, Finding) else files_say.UNSAFE.at(Place(name))


def _put_together(year: Year, read: Sequence[Read]) -> tuple[tuple[Dossier, ...], tuple[Finding, ...]]:
    """Return one dossier for each unit and stage, and a note on every file that a later one stands in place of."""
    replaced = {id(one): later for one in read if (later := _later(one, read))}
    groups: dict[tuple[str, FormStage], list[Dossier]] = {}
    for one in read:
        if id(one) not in replaced:
            groups.setdefault((one.org_unit, one.stage), []).append(one.dossier)
    notes = tuple(
        dossier_say.REPLACED.at(Place(one.file), later=replaced[id(one)].file) for one in read if id(one) in replaced
    )
    return tuple(_whole(ones, form_of(year, *key)) for key, ones in groups.items()), notes


def _whole(ones: Sequence[Dossier], form: ReportForm) -> Dossier:
    """Put together what came for a unit; all of it lies here, so a part that no file has came from nobody."""
    one = with_parts_of_nobody(ones[0] if len(ones) == 1 else merged(ones), form)
    return words_checked(one, form) if one.narratives else one


def _later(one: Read, read: Iterable[Read]) -> Read | None:
    """The last revision that holds everything a file was asked for, if that is another file."""
    fitting = [
        other
        for other in read
        if (other.org_unit, other.stage) == (one.org_unit, one.stage)
        and other.revision > one.revision
        and (not other.parts or set(other.parts) >= set(one.parts))
    ]
    return max(fitting, key=lambda other: other.revision, default=None)


def beside_typed(year: Year, dossiers: Iterable[Dossier]) -> Iterator[Dossier]:
    """Leave a figure that was typed into the year as it stands: the same in a dossier is noted, another is an error."""
    typed = {_key(figure): figure for figure in year.figures}
    for dossier in dossiers:
        told = tuple(_both(typed[_key(one)], one) for one in dossier.figures if _key(one) in typed)
        kept = tuple(one for one in dossier.figures if _key(one) not in typed)
        yield replace(dossier, figures=kept, findings=(*dossier.findings, *told)) if told else dossier


def _key(figure: ReportedFigure) -> tuple[object, ...]:
    return figure.org_unit, figure.indicator, figure.breakdown, figure.period, figure.kind


def _both(typed: ReportedFigure, filed: ReportedFigure) -> Finding:
    code = f"{filed.indicator}/{filed.breakdown}" if filed.breakdown else filed.indicator
    same = (typed.amount, typed.measure or filed.measure) == (filed.amount, filed.measure or typed.measure)
    kind = dossier_say.ALSO_TYPED if same else dossier_say.TYPED_OTHERWISE
    return kind.at(filed.place, code=code, typed=amount_text(typed.amount), place=str(typed.place or ""))
