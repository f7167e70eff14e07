"""Office files lose their clocks and nothing else."""

import io
import re
import zipfile
from datetime import date

from tongket.files.zips import settled

CORE = (
    b'<p><dcterms:created xsi:type="x">2031-05-06T07:08:09Z</dcterms:created><dc:title>A</dc:title>'
    b"<dcterms:modified>2032</dcterms:modified></p>"
)
DAY = date(2022, 11, 22)


def archive(*members: tuple[str, bytes], year: int = 2031) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as target:
        for name, content in members:
            target.writestr(zipfile.ZipInfo(name, (year, 5, 6, 7, 8, 10)), content)
    return kept.getvalue()


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def test_order_and_times_of_members_do_not_matter() -> None:
    one = archive(("b.xml", b"B"), ("[Content_Types].xml", b"T"), ("a.xml", b"A"))
    other = archive(("a.xml", b"A"), ("b.xml", b"B"), ("[Content_Types].xml", b"T"), year=2020)
    assert settled(one, DAY) == settled(other, DAY)


def test_the_list_of_types_comes_first_and_every_member_keeps_its_content() -> None:
    members = (("b.xml", b"B"), ("a.xml", b"A"), ("[Content_Types].xml", b"T"))
    found = opened(settled(archive(*members), DAY))
    assert list(found) == ["[Content_Types].xml", "a.xml", "b.xml"]
    assert found == dict(members)


def test_the_dates_inside_are_the_day_of_the_paper() -> None:
    core = opened(settled(archive(("docProps/core.xml", CORE)), DAY))["docProps/core.xml"]
    assert re.findall(rb"2\d{3}[^<]*", core) == [b"2022-11-22T00:00:00Z"] * 2
    assert b"<dc:title>A</dc:title>" in core


def test_a_workbook_inside_is_settled_too() -> None:
    outer = [archive(("charts/data.xlsx", archive(("docProps/core.xml", CORE), year=year))) for year in (2020, 2031)]
    assert settled(outer[0], DAY) == settled(outer[1], DAY)


def test_another_content_gives_other_bytes() -> None:
    assert settled(archive(("a.xml", b"A")), DAY) != settled(archive(("a.xml", b"B")), DAY)
