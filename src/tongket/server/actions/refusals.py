"""Why an action was not done: the person may not, or it cannot be done now. Nothing was changed."""

from tongket.words import Refused, Text

NO_RIGHT = Text(
    "Anh/Chị không có quyền thực hiện việc này.",
    "У Вас нет права на это действие.",
    "You have no right to do this.",
)
NOT_TO_SEE = Text(
    "Anh/Chị không có quyền xem nội dung này.",
    "У Вас нет права видеть эту страницу.",
    "You have no right to see this.",
)
OWN_UNIT = Text(
    "Anh/Chị không kiểm tra được hồ sơ của đơn vị mình.",
    "Проверять материалы своей организации нельзя.",
    "You cannot check a dossier of your own org unit.",
)
NOT_NOW = Text(
    "Hồ sơ đang ở trạng thái “{state}” nên chưa làm được việc này.",
    "Материалы в состоянии «{state}», поэтому сейчас это невозможно.",
    "The dossier is “{state}”, so this cannot be done now.",
)


OWN_UNIT_OF_BOTH = Text(
    "Không kiểm tra hồ sơ của đơn vị mình hoặc đơn vị của người đang thay.",
    "Нельзя проверять материалы своей организации и организации того, за кого Вы действуете.",
    "A dossier of one's own org unit, or of that of the person acted for, cannot be checked.",
)


class NotPermitted(Refused):
    """The person may not do this, whatever the state."""


class WrongState(Refused):
    """This cannot be done now; somebody who may could do it in another state."""


class Absent(Refused):
    """For this person the thing does not exist (Party pages, other people's years)."""


class Gone(Refused):
    """The address was good once and is no longer: a link that expired, was used or was withdrawn."""
