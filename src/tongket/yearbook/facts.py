"""One year as one frozen value: who, what was promised, what was reported, what is said of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tongket.dossier import Dossier, Filing, Narrative, ReportedFigure
from tongket.figures import Kind
from tongket.organisation import Organisation
from tongket.plan import Plan
from tongket.words import Place, Text, said


@dataclass(frozen=True, slots=True)
class YearHead:
    """What year this is, of which org unit, on which figures, and up to which day."""

    year: int = said("Năm", "Year", "Год")
    org_unit: str = said("Đơn vị", "Org unit", "Организация")
    title: Text = said("Tên báo cáo", "Title", "Название")
    cut_off: dt.date | None = said("Số liệu tính đến ngày", "Cut-off date", "По состоянию на", default=None)
    basis: Kind = said("Tính theo", "Basis", "Основа", default=Kind.ACTUAL)
    time_zone: str = said("Múi giờ", "Time zone", "Часовой пояс", default="Asia/Ho_Chi_Minh")
    illustrative: bool = said("Số liệu minh họa", "Illustrative", "Иллюстрация", default=False)
    licence: Text = said("Giấy phép dữ liệu", "Licence note", "Лицензия", default=Text(""))
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class PaperHead:
    """What stands at the head and foot of the year's report; number and date stay blank until the clerk gives them."""

    issuer: Text = said("Cơ quan ban hành", "Issuing body", "Орган")
    superior: Text = said("Cơ quan chủ quản", "Superior body", "Вышестоящий орган", default=Text(""))
    symbol: str = said("Ký hiệu", "Symbol", "Индекс", default="")
    number: str = said("Số", "Number", "Номер", default="")
    locality: Text = said("Địa danh", "Place", "Место", default=Text(""))
    dated: dt.date | None = said("Ngày ký", "Date", "Дата", default=None)
    authority: Text = said("Quyền hạn ký", "Signing authority", "Полномочие", default=Text(""))
    office: Text = said("Chức vụ người ký", "Office of the signer", "Должность", default=Text(""))
    signer: str = said("Người ký", "Signer", "Подписал", default="")
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of the recipients ("Nơi nhận")."""

    name: Text = said("Nơi nhận", "Recipient", "Получатель")
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """The whole year; `files` maps each file it was read from to the SHA-256 of its content.

    `figures`, `filings` and `narratives` are what was typed into the year; `reported`, `filed` and `words` take in what
    the dossiers say.
    """

    head: YearHead
    paper: PaperHead | None = None
    recipients: tuple[Recipient, ...] = ()
    organisation: Organisation = Organisation()
    plan: Plan = Plan()
    figures: tuple[ReportedFigure, ...] = ()
    filings: tuple[Filing, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def reported(self) -> tuple[ReportedFigure, ...]:
        """All figures that were reported."""
        return (*self.figures, *(figure for dossier in self.dossiers for figure in dossier.figures))

    @property
    def words(self) -> tuple[Narrative, ...]:
        """All paragraphs in words: those typed, then those of the dossiers in the order of the register."""
        order = {unit.code: at for at, unit in enumerate(self.organisation.org_units)}
        told = sorted(self.dossiers, key=lambda dossier: order.get(dossier.org_unit, len(order)))
        return (*self.narratives, *(one for dossier in told for one in dossier.narratives))

    @property
    def filed(self) -> tuple[Filing, ...]:
        """Who was to file and who did: a dossier that is there was filed, even where nobody wrote down the day."""
        came = dict.fromkeys((dossier.org_unit, dossier.period) for dossier in self.dossiers)
        told = tuple(replace(one, came=one.came or (one.org_unit, one.period) in came) for one in self.filings)
        known = {(one.org_unit, one.period) for one in self.filings}
        return (*told, *(Filing(unit, period, came=True) for unit, period in came if (unit, period) not in known))
