"""The models hold what the facts hold: the same fields of the same kind, and a year comes back as it was put in."""

import datetime as dt

import pytest
from django.db import models

from tongket import yearbook
from tongket.files.year_folder import read_year
from tongket.server.actions.year import open_year
from tongket.server.records.queries.books import typed_year
from tongket.server.records.rows import field_name, model_of
from tongket.yearbook import TABLES
from tongket.yearbook.values import ValueKind

KINDS = {
    ValueKind.DATE: models.DateField,
    ValueKind.YES_NO: models.BooleanField,
    ValueKind.WHOLE: models.BigIntegerField,
    ValueKind.CHOICE: models.CharField,
}
OURS = {"id", "book", "ordinal", "place"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_model_has_the_fields_of_its_fact_and_no_other(table):
    fields = {field.name: field for field in model_of(table)._meta.get_fields() if field.name not in OURS}
    columns = {field_name(column.name): column for column in yearbook.columns(table.fact)}
    assert fields.keys() == columns.keys()
    for name, column in columns.items():
        assert type(fields[name]) is KINDS.get(column.kind, models.TextField), name
        optional = fields[name].has_default() or fields[name].null
        assert optional is not column.required, name


@pytest.mark.parametrize("example", ["cluster-1-2022", "vietsovpetro-2021", "cum-luyen-tap"])
def test_a_year_comes_back_from_the_records_as_it_was_put_in(root, db, example):
    folder = root / "examples" / example
    year, _ = read_year(folder)
    files = {name: (folder / name).read_bytes() for name in year.files}
    book = open_year(slug=f"again-{example}", year=year, files=files, at=dt.datetime(2022, 1, 1, tzinfo=dt.UTC))
    assert typed_year(book) == year
    assert typed_year(book).files == year.files


def test_every_dossier_of_the_example_comes_back_from_its_text(root):
    from tongket.desk.dossiers import with_dossiers
    from tongket.files.dossier_json import read_dossier, written_dossier

    folder = root / "examples/cum-luyen-tap"
    year, _ = read_year(folder)
    year, _ = with_dossiers(folder, year)
    measures = {one.code: one.measure for one in year.plan.indicators}
    assert len(year.dossiers) == 4
    for dossier in year.dossiers:
        back = read_dossier(written_dossier(dossier, measures))
        assert [one.sentence() for one in back.findings] == [one.sentence() for one in dossier.findings]
        assert back == dossier


def test_the_tests_run_on_the_database_that_was_asked_for(db):
    import os

    from django.db import connection

    assert connection.vendor == ("postgresql" if os.environ.get("TONGKET_TEST_DATABASE_URL") else "sqlite")
