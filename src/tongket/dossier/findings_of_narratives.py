"""What can be said of words that do not agree with the tables, and how (users-and-screens §4.3)."""

from typing import Final

from tongket.words import FindingKind, Text

NARRATIVE_PERCENT: Final = FindingKind.warning(
    "dossier.narrative-percent",
    "Phần lời, mục ‘{section}’: ‘{quote}’ ({name}). Theo {table}: {found}.",
    "Текст, раздел «{section}»: «{quote}» ({name}). По таблице «{table}»: {found}.",
    "Words, section ‘{section}’: ‘{quote}’ ({name}). According to {table}: {found}.",
)
NARRATIVE_AMOUNT: Final = FindingKind.warning(
    "dossier.narrative-amount",
    "Phần lời, mục ‘{section}’: ‘{quote}’ ({name}). Theo {table}: {found}.",
    "Текст, раздел «{section}»: «{quote}» ({name}). По таблице «{table}»: {found}.",
    "Words, section ‘{section}’: ‘{quote}’ ({name}). According to {table}: {found}.",
)
NARRATIVE_DIFFERENCE: Final = FindingKind.warning(
    "dossier.narrative-difference",
    "Phần lời, mục ‘{section}’: ‘{quote}’ ({name}). Theo {table}: {found}.",
    "Текст, раздел «{section}»: «{quote}» ({name}). По таблице «{table}»: {found}.",
    "Words, section ‘{section}’: ‘{quote}’ ({name}). According to {table}: {found}.",
)
NARRATIVE_CHANGE: Final = FindingKind.warning(
    "dossier.narrative-change",
    "Phần lời, mục ‘{section}’: ‘{quote}’ ({name}). Theo {table}: {found}.",
    "Текст, раздел «{section}»: «{quote}» ({name}). По таблице «{table}»: {found}.",
    "Words, section ‘{section}’: ‘{quote}’ ({name}). According to {table}: {found}.",
)
NARRATIVE_PLAN: Final = FindingKind.warning(
    "dossier.narrative-plan",
    "Phần lời, mục ‘{section}’: ‘{quote}’ ({name}). Theo {table}: {found}.",
    "Текст, раздел «{section}»: «{quote}» ({name}). По таблице «{table}»: {found}.",
    "Words, section ‘{section}’: ‘{quote}’ ({name}). According to {table}: {found}.",
)
NARRATIVE_WHICH: Final = FindingKind.warning(
    "dossier.narrative-which",
    "Phần lời, mục ‘{section}’: ‘{quote}’ ({name}). Ý là đạt trên mức đó hay vượt thêm trên mức đó? "
    "Theo {table}: {found}.",
    "Текст, раздел «{section}»: «{quote}» ({name}). Это доля плана или превышение? По таблице «{table}»: {found}.",
    "Words, section ‘{section}’: ‘{quote}’ ({name}). Is it a share of the plan or above the plan? By {table}: {found}.",
)

REACHED: Final = Text("đạt {share} kế hoạch", "{share} плана", "{share} of the plan")
REACHED_ABOVE: Final = Text(
    "đạt {share} kế hoạch, tức vượt {gap}",
    "{share} плана, то есть выше на {gap}",
    "{share} of the plan, {gap} above it",
)
REACHED_BELOW: Final = Text(
    "đạt {share} kế hoạch, tức thấp hơn {gap}",
    "{share} плана, то есть ниже на {gap}",
    "{share} of the plan, {gap} below it",
)
ROSE: Final = Text("tăng {gap} so với năm trước", "рост на {gap} к прошлому году", "up {gap} on last year")
FELL: Final = Text("giảm {gap} so với năm trước", "снижение на {gap} к прошлому году", "down {gap} on last year")
UNCHANGED: Final = Text("bằng năm trước", "как в прошлом году", "the same as last year")
NO_SHARE: Final = Text("không tính được tỷ lệ", "доля не рассчитывается", "no share can be computed")
HIGHER: Final = Text("cao hơn {size}", "выше на {size}", "{size} higher")
LOWER: Final = Text("thấp hơn {size}", "ниже на {size}", "{size} lower")
OR: Final = Text(" hoặc ", " или ", " or ")
