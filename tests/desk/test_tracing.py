"""A figure is followed back to its cells, and a source that changed since is named."""

import json
import shutil

import pytest

from tongket.desk.reviewing import review_folder
from tongket.desk.tracing import CannotTrace, trace, trace_figure


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory, examples):
    place = tmp_path_factory.mktemp("trace")
    folder, out = place / "year", place / "out"
    shutil.copytree(examples / "vietsovpetro-2021", folder)
    made = review_folder(folder, out)
    return folder, out, made.results


def test_a_percentage_leads_to_the_cells_of_plan_and_actual(reviewed):
    found = trace(reviewed[1], "VSP/OIL@2021:percent_of_plan#council.v1")
    assert [step.figure["address"] for step in found.steps[:3]] == [
        "VSP/OIL@2021:percent_of_plan#council.v1", "VSP/OIL@2021:actual", "VSP/OIL@2021:plan#council.v1",
    ]  # fmt: skip
    assert {s["file"] for step in found.steps for s in step.sources if "file" in s} == set(found.files)
    assert found.matches


def test_an_address_without_its_plan_version_is_completed_when_only_one_fits(reviewed):
    assert trace(reviewed[1], "VSP/COST@2021:percent_of_plan").steps[0].figure["plan_version"]


def test_an_address_that_fits_two_plan_lines_asks_which(reviewed):
    with pytest.raises(CannotTrace, match=r"council\.v1.*management"):
        trace(reviewed[1], "VSP/OIL@2021:percent_of_plan")


def test_an_unknown_address_is_refused_with_those_near_it(reviewed):
    with pytest.raises(CannotTrace, match=r"VSP/OIL@2021:actual"):
        trace(reviewed[1], "VSP/OIL@2021:nothing")


def test_a_folder_without_a_review_says_what_to_run(tmp_path):
    with pytest.raises(CannotTrace, match="tongket review"):
        trace(tmp_path, "VSP/OIL@2021:actual")


def test_a_source_that_changed_since_the_review_no_longer_matches(reviewed, tmp_path):
    folder, out, _ = reviewed
    changed = tmp_path / "year"
    shutil.copytree(folder, changed)
    file = changed / "inputs" / "figures.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("3165", "3166"), encoding="utf-8")
    found = trace(out, "VSP/OIL@2021:actual", changed)
    assert (found.files["inputs/figures.csv"], found.matches) == ("changed", False)


def test_a_source_that_is_gone_is_absent(reviewed, tmp_path):
    assert set(trace(reviewed[1], "VSP/OIL@2021:actual", tmp_path).files.values()) == {"absent"}


def test_every_address_of_a_review_can_be_traced_to_a_file_or_page(reviewed):
    out = reviewed[1]
    for figure in json.loads((out / "results.json").read_text(encoding="utf-8"))["figures"]:
        ends = [s for step in trace(out, figure["address"]).steps for s in step.sources if "of" not in s]
        assert ends, figure["address"]


def test_results_at_hand_lead_back_the_way_the_written_ones_do(reviewed):
    _, out, results = reviewed
    address = "VSP/OIL@2021:percent_of_plan#council.v1"
    found = trace_figure(results.figures, address, lambda name, sha256: "match" if name and sha256 else "absent")
    assert found == trace(out, address)


def test_results_at_hand_refuse_an_address_they_do_not_have(reviewed):
    with pytest.raises(CannotTrace, match=r"VSP/OIL@2021:actual"):
        trace_figure(reviewed[2].figures, "VSP/OIL@2021:nothing", lambda *_: "match")
