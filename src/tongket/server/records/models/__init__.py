"""The tables, one module for each room; the names of the year's rows are those of their facts."""

from tongket.server.records.models.accounts import Account, Delegation, Invitation, Role, RoleGrant
from tongket.server.records.models.audit import AuditEvent
from tongket.server.records.models.beside import EvidenceFile, ForeignMapping, Objection
from tongket.server.records.models.books import Blob, CrossCheck, Relation, SourceFile, YearBook
from tongket.server.records.models.documents import MadeDocument
from tongket.server.records.models.dossier import Filing, Narrative, ReportedFigure
from tongket.server.records.models.facts import FactRow
from tongket.server.records.models.filing import (
    CheckConsent,
    CoverLetter,
    DossierCase,
    DossierFile,
    DossierVersion,
    Explanation,
    FileRole,
    IssuedForm,
    Remark,
    SectionAssignment,
    Upload,
)
from tongket.server.records.models.jobs import Job, JobKind, JobState
from tongket.server.records.models.notices import Mail, Notice
from tongket.server.records.models.organisation import (
    Grouping,
    GroupingMember,
    OrgUnit,
    Parent,
    Person,
    Rename,
    Restructuring,
)
from tongket.server.records.models.plan import (
    Assumption,
    Breakdown,
    Component,
    Factor,
    Indicator,
    KeyProject,
    Milestone,
    PlanLine,
    PlanVersion,
    Share,
    Target,
)
from tongket.server.records.models.planning import PlanAcknowledgement, PlanUpload
from tongket.server.records.models.year import PaperHead, Recipient, YearHead

__all__ = [
    "Account",
    "Assumption",
    "AuditEvent",
    "Blob",
    "Breakdown",
    "CheckConsent",
    "Component",
    "CoverLetter",
    "CrossCheck",
    "Delegation",
    "DossierCase",
    "DossierFile",
    "DossierVersion",
    "EvidenceFile",
    "Explanation",
    "FactRow",
    "Factor",
    "FileRole",
    "Filing",
    "ForeignMapping",
    "Grouping",
    "GroupingMember",
    "Indicator",
    "Invitation",
    "IssuedForm",
    "Job",
    "JobKind",
    "JobState",
    "KeyProject",
    "MadeDocument",
    "Mail",
    "Milestone",
    "Narrative",
    "Notice",
    "Objection",
    "OrgUnit",
    "PaperHead",
    "Parent",
    "Person",
    "PlanAcknowledgement",
    "PlanLine",
    "PlanUpload",
    "PlanVersion",
    "Recipient",
    "Relation",
    "Remark",
    "Rename",
    "ReportedFigure",
    "Restructuring",
    "Role",
    "RoleGrant",
    "SectionAssignment",
    "Share",
    "SourceFile",
    "Target",
    "Upload",
    "YearBook",
    "YearHead",
]
