"""What the pictures of the review leave out they name."""

import pytest
from tests.documents.review_cast import INDICATORS, PARTS_OF_THE_YEAR

from tongket.documents.review_charts import percents
from tongket.documents.review_material import Material
from tongket.words import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_of_percentages_names_what_it_leaves_out_as_a_range(language) -> None:
    material = Material.gathered(*PARTS_OF_THE_YEAR, language)
    picture = percents(material, material.totals("TCT"))
    names = [INDICATORS[code].name.to(language) for code in ("RES", "GAS")]
    assert picture is not None
    assert picture.note.endswith(f"{'; '.join(names)}.")
    assert not set(names) & set(picture.categories)
