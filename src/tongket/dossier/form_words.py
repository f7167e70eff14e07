"""What a form calls its parts, its sections and the reasons for a missing figure, and those words read back.

A form is issued in one language and may come back in another hand; so a word is known in all three.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar

from tongket.dossier.facts import Absence, Section
from tongket.dossier.form import EVIDENCE_PART, NARRATIVE_PART
from tongket.words import Text, in_each_language, normalised

Word = TypeVar("Word", bound=StrEnum)

PART_TITLES: Final[Mapping[str, Text]] = {
    "1": Text(
        "Biểu 1. Chỉ tiêu sản xuất – kinh doanh",
        "Форма 1. Показатели производства и экономики",
        "Form 1. Production and business indicators",
    ),
    "2": Text(
        "Biểu 2. An toàn, sức khỏe, môi trường",
        "Форма 2. Охрана труда, здоровья и окружающей среды",
        "Form 2. Health, safety and environment",
    ),
    "3": Text(
        "Biểu 3. Lao động, thu nhập, an sinh",
        "Форма 3. Труд, доходы, социальная защита",
        "Form 3. Labour, income and welfare",
    ),
    "4": Text(
        "Biểu 4. Sáng kiến, chuyển đổi số",
        "Форма 4. Рационализаторские предложения, цифровизация",
        "Form 4. Initiatives and digital transformation",
    ),
    "5": Text(
        "Biểu 5. Công tác Đảng, đoàn thể",
        "Форма 5. Партийная и общественная работа",
        "Form 5. Party and mass organisations",
    ),
    "6": Text(
        "Biểu 6. Công tác thi đua, khen thưởng",
        "Форма 6. Соревнование и награждение",
        "Form 6. Emulation and commendation",
    ),
    NARRATIVE_PART: Text("Phần lời", "Текстовая часть", "Narrative"),
    EVIDENCE_PART: Text("Tài liệu minh chứng", "Подтверждающие документы", "Evidence"),
}
"""The titles of the parts, by their codes and in their order (users-and-screens §4.2)."""

ABSENCE_NAMES: Final[Mapping[Absence, Text]] = {
    Absence.NOT_ASSIGNED: Text("Không giao", "Не установлено", "Not assigned"),
    Absence.NOT_AVAILABLE: Text("Chưa có số liệu", "Данных пока нет", "Not available yet"),
    Absence.NOT_DUE: Text("Chưa đến hạn", "Срок не наступил", "Not due"),
}
"""What is chosen where there is no number, in the order of the list."""

SECTION_NAMES: Final[Mapping[Section, Text]] = {
    Section.CONTEXT: Text("Đặc điểm, tình hình", "Обстановка", "Context"),
    Section.RESULT: Text("Kết quả", "Результаты", "Results"),
    Section.SHORTCOMING: Text("Tồn tại, hạn chế", "Недостатки", "Shortcomings"),
    Section.DIRECTION: Text("Phương hướng, nhiệm vụ", "Направления и задачи", "Directions and tasks"),
    Section.PROPOSAL: Text("Đề xuất, kiến nghị", "Предложения", "Proposals"),
}

OF_WHICH: Final = Text("trong đó: {part}", "в том числе: {part}", "of which: {part}")
"""How a part is named under its whole."""


def absence_named(text: str) -> Absence | None:
    """Return what a word typed in place of a number means, in any of the three languages; None for any other."""
    return _named(text, ABSENCE_NAMES)


def section_named(text: str) -> Section | None:
    """Return the section a word stands for, in any of the three languages; None for any other."""
    return _named(text, SECTION_NAMES)


def _named(text: str, names: Mapping[Word, Text]) -> Word | None:
    wanted = normalised(text).casefold()
    found = (word for word, name in names.items() if wanted in _forms(name))
    return next(found, None)


def _forms(name: Text) -> tuple[str, ...]:
    return tuple(normalised(form).casefold() for form in (name.vi, name.ru, name.en) if form)


def short_title(title: Text) -> Text:
    """Return how a part is called for short: `Biểu 1` of `Biểu 1. Chỉ tiêu sản xuất – kinh doanh`."""
    return in_each_language(lambda language: title.to(language).partition(".")[0])
