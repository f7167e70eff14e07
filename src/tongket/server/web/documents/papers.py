"""What the papers are called on pages."""

from typing import Final

from tongket.server.web.results.filters import BASIS_NAMES
from tongket.words import Text

KINDS: Final = {
    "report.docx": Text("Báo cáo tổng kết (Word)", "Итоговый отчёт (Word)", "Year-end report (Word)"),
    "report.pdf": Text("Báo cáo tổng kết (PDF)", "Итоговый отчёт (PDF)", "Year-end report (PDF)"),
    "consolidated.xlsx": Text("Bảng tổng hợp (Excel)", "Сводная таблица (Excel)", "Consolidated table (Excel)"),
    "slides.pptx": Text("Bản trình chiếu (PowerPoint)", "Презентация (PowerPoint)", "Slides (PowerPoint)"),
    "results.json": Text("Số liệu kèm nguồn (JSON)", "Данные с источниками (JSON)", "Figures with sources (JSON)"),
}
BASES: Final = BASIS_NAMES
LANGUAGE_NAMES: Final = {"vi": "Tiếng Việt", "ru": "Русский", "en": "English"}
