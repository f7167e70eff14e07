"""Whose form came back, for which year and purpose, from which plan: settled before a single figure is taken."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tongket.dossier import findings_of_forms as say
from tongket.dossier.form import META_SHEET, FormMeta, FormStage, IssuedForm, ReportForm
from tongket.dossier.grid import Book
from tongket.dossier.rows import Layout
from tongket.dossier.wording import Says
from tongket.words import Finding, Place, Text

STAGE_NAMES: Final = {
    FormStage.ESTIMATE: Text("số ước cả năm", "оценки за год", "estimates for the year"),
    FormStage.FINAL: Text("số chính thức", "итоговые данные", "final figures"),
}


def refusals(book: Book, form: ReportForm, meta: FormMeta | None) -> Iterator[Finding]:
    """Find why nothing at all may be taken from a form: it is another unit's, or it asks for something else."""
    if meta is None:
        return
    place = Place(book.file)
    if meta.org_unit != form.org_unit:
        yield say.OTHER_UNITS_FORM.at(place, issued_to=meta.org_unit, wanted=form.org_unit)
    elif meta.stage is not form.stage:
        names: Says = {"issued_for": STAGE_NAMES[meta.stage], "wanted": STAGE_NAMES[form.stage]}
        yield say.OTHER_STAGE.at(place, **names)


def remarks(layout: Layout, meta: FormMeta | None, issued: IssuedForm | None, missing: int) -> Iterator[Finding]:
    """Say what differs between the form that came back and the one in force; `missing` counts the rows it lacks."""
    book, form = layout.book, layout.form
    place = Place(book.file)
    if meta is None:
        yield say.META_MISSING.at(place, sheet=META_SHEET, wanted=form.org_unit)
    elif meta.period != form.period:
        about = {"year": str(meta.period), "wanted": str(form.period)}
        if missing:
            yield say.OTHER_YEARS_FORM.at(place, count=missing, **about)
        else:
            yield say.OTHER_YEARS_FORM_COMPLETE.at(place, **about)
    else:
        yield from _of_this_period(place, layout, meta, issued)
    yield from _of_the_file(book, place)


def _of_this_period(place: Place, layout: Layout, meta: FormMeta, issued: IssuedForm | None) -> Iterator[Finding]:
    form = layout.form
    version = issued.plan_version if issued else meta.plan_version
    if version != form.plan_version:
        yield say.PLAN_ADJUSTED_SINCE.at(place, issued=version, now=form.plan_version)
    if not layout.same_layout:
        yield say.LAYOUT_DIFFERS.at(place)


def laid_out_as(form: ReportForm, meta: FormMeta | None) -> bool:
    """Whether a form that came back asks for the same rows in the same order as the one in force.

    A form of one department holds some parts only; its hash is that of those parts.
    """
    if meta is None:
        return True
    if meta.period != form.period:
        return False
    return meta.layout_hash == only_parts(form, meta.parts).layout_hash


def only_parts(form: ReportForm, codes: tuple[str, ...]) -> ReportForm:
    """Return the form with some of its parts only."""
    return replace(form, parts=tuple(part for part in form.parts if part.code in codes))


def _of_the_file(book: Book, place: Place) -> Iterator[Finding]:
    if book.has_macros:
        yield say.MACROS.at(place)
    if book.has_links:
        yield say.LINKS.at(place)
    if book.format == "xls":
        yield say.OLD_FORMAT.at(place)
