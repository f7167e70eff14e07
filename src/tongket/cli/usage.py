"""A request that the command line cannot take apart, said in the officer's language instead of argparse's English."""

import re
from collections.abc import Sequence
from typing import Final

from tongket.words import LANGUAGES, Language, Text


class WrongUsage(Exception):
    """The request does not fit the command; `prog` is the command, `message` what argparse found."""

    def __init__(self, prog: str, message: str) -> None:
        super().__init__(message)
        self.prog, self.message = prog, message

    def sentence(self, language: Language) -> str:
        """Say what is wrong and where to look: in Vietnamese, and beside it in another language that was asked for."""
        form, values = _read(self.message)
        said = dict.fromkeys(_in(one, form.to(one).format(**values)) for one in ("vi", language))
        see = dict.fromkeys(_SEE.to(one) for one in ("vi", language))
        return f"{self.prog}: {' / '.join(said)} {' / '.join(see)}: {self.prog} --help"


def language_in(arguments: Sequence[str]) -> Language:
    """Return the language a request asks for, even one that could not be taken apart; Vietnamese by default."""
    asked = " ".join(arguments)
    found = re.search(rf"(?:^|\s)--lang[=\s]({'|'.join(LANGUAGES)})(?:\s|$)", asked)
    return next((one for one in LANGUAGES if found and one == found[1]), "vi")


COMMAND: Final = "LỆNH/COMMAND"
"""What stands for the name of a command in the help."""
_SEE: Final = Text("Xem", "См.", "See")
_OTHERWISE: Final = Text("Lệnh chưa đúng: {said}.", "Команда неверна: {said}.", "The request is wrong: {said}.")
_FORMS: Final = (
    (
        r"the following arguments are required: (?P<names>.+)",
        Text("Lệnh còn thiếu: {names}.", "В команде не хватает: {names}.", "The request lacks: {names}."),
    ),
    (
        r"unrecognized arguments: (?P<names>.+)",
        Text("Lệnh này không có: {names}.", "У команды нет: {names}.", "The command does not know: {names}."),
    ),
    (
        r"argument (?P<name>.+?): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<choices>.+)\)",
        Text(
            "{name} không nhận “{value}”; chọn một trong: {choices}.",
            "{name} не принимает «{value}»; выберите: {choices}.",
            "{name} does not take “{value}”; choose one of: {choices}.",
        ),
    ),
    (
        r"argument (?P<name>.+?): invalid .+ value: '?(?P<value>.*?)'?",
        Text("{name} không đọc được “{value}”.", "{name}: «{value}» не читается.", "{name} cannot read “{value}”."),
    ),
    (
        r"argument (?P<name>.+?): expected .+",
        Text("Sau {name} phải có giá trị.", "После {name} нужно значение.", "{name} needs a value after it."),
    ),
    (
        r"argument (?P<name>.+?): ignored explicit argument '?(?P<value>.*?)'?",
        Text("{name} không nhận giá trị.", "{name} не принимает значения.", "{name} takes no value."),
    ),
    (
        r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)",
        Text("{name} không dùng cùng {other}.", "{name} и {other} несовместимы.", "{name} does not go with {other}."),
    ),
    (
        r"ambiguous option: (?P<name>.+?) could match (?P<choices>.+)",
        Text(
            "{name} chưa rõ là: {choices}.",
            "{name} может означать: {choices}.",
            "{name} could mean: {choices}.",
        ),
    ),
    (r"argument (?P<name>.+?): (?P<why>.+)", Text("{name}: {why}.")),  # a type of our own says why in both languages
)


def _in(language: Language, sentence: str) -> str:
    """Call what stands for a command by its name in one language instead of both."""
    vietnamese, _, english = COMMAND.partition("/")
    return sentence.replace(COMMAND, vietnamese if language == "vi" else english)


def _read(message: str) -> tuple[Text, dict[str, str]]:
    for pattern, form in _FORMS:
        found = re.fullmatch(pattern, message)
        if found:
            values = found.groupdict()
            return form, values | ({"choices": values["choices"].replace("'", "")} if "choices" in values else {})
    return _OTHERWISE, {"said": message}
