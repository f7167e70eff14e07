"""How a dossier goes from its first draft to the consolidated table: case, versions, files, remarks, letters."""

from django.db import models

from tongket.dossier.states import DossierState
from tongket.server.records.models.accounts import Account
from tongket.server.records.models.books import Blob, YearBook


class IssuedForm(models.Model):
    """A form that was handed out, as `record/forms.jsonl` writes it; a form issued again is the same form."""

    book = models.ForeignKey(YearBook, on_delete=models.CASCADE, related_name="issued_forms")
    form = models.CharField(max_length=120)
    line = models.TextField()

    class Meta:
        """A form is remembered once."""

        constraints = (models.UniqueConstraint(fields=("book", "form"), name="one_issued_form_of_an_id"),)
        ordering = ("form",)

    def __str__(self) -> str:
        """Name the form."""
        return self.form


class DossierCase(models.Model):
    """The dossier an org unit owes for a period at a stage (estimate or final), and where it stands.

    `due_at` is when it is due, `extended_to` a later moment granted on `extension_reason`. `received_at` is when it was
    first submitted; whether that was late stays a fact. `accepted` is the version that counts. `supplement_by` is the
    day before which the checkers asked for what is missing; it moves no deadline.
    """

    book = models.ForeignKey(YearBook, on_delete=models.CASCADE, related_name="cases")
    org_unit = models.CharField(max_length=24)
    period = models.CharField(max_length=12)
    stage = models.CharField(max_length=10)
    state = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in DossierState], default=DossierState.DRAFT.value
    )
    due_at = models.DateTimeField(null=True, blank=True)
    extended_to = models.DateTimeField(null=True, blank=True)
    extension_asked_to = models.DateTimeField(null=True, blank=True)
    extension_reason = models.TextField(blank=True, default="")
    received_at = models.DateTimeField(null=True, blank=True)
    accepted = models.ForeignKey("DossierVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reminded_at = models.DateTimeField(null=True, blank=True)
    supplement_by = models.DateField(null=True, blank=True)

    class Meta:
        """One dossier of an org unit for a period and stage."""

        constraints = (
            models.UniqueConstraint(fields=("book", "org_unit", "period", "stage"), name="one_case_of_a_stage"),
        )
        ordering = ("id",)

    def __str__(self) -> str:
        """Name the case."""
        return f"{self.org_unit} {self.period} {self.stage}"


class DossierVersion(models.Model):
    """One version of a dossier, kept for ever: what was read from its files, as JSON in one order, and its hash.

    `on_behalf` says that the secretary filed what came by post: `sender`, `sent_on`, `letter` and `letter_dated` say
    how it came.
    """

    case = models.ForeignKey(DossierCase, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    stored_at = models.DateTimeField()
    stored_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    content = models.TextField()
    content_sha256 = models.CharField(max_length=64)
    note = models.TextField(blank=True, default="")
    on_behalf = models.BooleanField(default=False)
    sender = models.CharField(max_length=200, blank=True, default="")
    sent_on = models.DateField(null=True, blank=True)
    letter = models.CharField(max_length=200, blank=True, default="")
    letter_dated = models.DateField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_how = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        """Versions are counted from 1 within their case."""

        constraints = (models.UniqueConstraint(fields=("case", "number"), name="one_version_of_a_number"),)
        ordering = ("number",)

    def __str__(self) -> str:
        """Name the version."""
        return f"{self.case} v{self.number}"


class CheckConsent(models.Model):
    """A checker's org unit finds a version in order; where all others check the lead, each of them says so."""

    version = models.ForeignKey(DossierVersion, on_delete=models.CASCADE, related_name="consents")
    org_unit = models.CharField(max_length=24)
    given_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        """An org unit consents once."""

        constraints = (models.UniqueConstraint(fields=("version", "org_unit"), name="one_consent_of_an_org_unit"),)
        ordering = ("id",)

    def __str__(self) -> str:
        """Name who consents to what."""
        return f"{self.org_unit}: {self.version}"


class FileRole(models.TextChoices):
    """What a file is in a dossier."""

    WORKBOOK = "workbook"
    NARRATIVE = "narrative"
    EVIDENCE = "evidence"
    LETTER = "letter"
    APPROVAL = "approval"


class DossierFile(models.Model):
    """A file of a version; `parts` are the codes of the form's parts a workbook fills, separated by commas."""

    version = models.ForeignKey(DossierVersion, on_delete=models.CASCADE, related_name="files")
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=FileRole.choices)
    parts = models.CharField(max_length=60, blank=True, default="")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Files come in the order in which they were added."""

        ordering = ("id",)

    def __str__(self) -> str:
        """Name the file."""
        return self.name


class Upload(models.Model):
    """Workbooks that were looked at and not yet kept: what the person saw is what `keep_upload` keeps, by its hash.

    `judged` is what the check said, `content` the same with the explanations given on the page. `mapping` is proposed
    for a workbook of the unit's own layout; until it is confirmed nothing is judged and `content` is empty. `is_draft`
    says that somebody asked to keep it although the dossier had changed meanwhile.
    """

    case = models.ForeignKey(DossierCase, on_delete=models.CASCADE, related_name="uploads")
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    based_on = models.PositiveIntegerField(default=0)
    files = models.JSONField(default=list)
    judged = models.TextField(blank=True, default="")
    content = models.TextField(blank=True, default="")
    content_sha256 = models.CharField(max_length=64, blank=True, default="")
    mapping = models.JSONField(null=True, blank=True)
    is_draft = models.BooleanField(default=False)

    class Meta:
        """The newest is last."""

        ordering = ("id",)

    def __str__(self) -> str:
        """Name the upload."""
        return f"{self.case} {self.content_sha256[:8]}"


class CoverLetter(models.Model):
    """The letter a dossier comes with: number and day given by the unit's own clerk, who signed it, its scan."""

    case = models.OneToOneField(DossierCase, on_delete=models.CASCADE, related_name="cover_letter")
    registry_number = models.CharField(max_length=60)
    dated = models.DateField()
    signer = models.CharField(max_length=120)
    scan = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    scan_name = models.CharField(max_length=200, blank=True, default="")

    def __str__(self) -> str:
        """Name the letter by its number."""
        return self.registry_number


class Remark(models.Model):
    """A remark on one cell of a version, or on the whole dossier where no cell is named; and what was answered."""

    version = models.ForeignKey(DossierVersion, on_delete=models.CASCADE, related_name="remarks")
    sheet = models.CharField(max_length=60, blank=True, default="")
    cell = models.CharField(max_length=12, blank=True, default="")
    file = models.CharField(max_length=200, blank=True, default="")
    row = models.CharField(max_length=60, blank=True, default="")
    text = models.TextField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    sent = models.BooleanField(default=False)
    answer = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        """Remarks come in the order in which they were made."""

        ordering = ("id",)

    def __str__(self) -> str:
        """Name the remark by its place."""
        return f"{self.sheet}!{self.cell}"


class Explanation(models.Model):
    """What the unit says to a finding that asks; it travels with the figure into the consolidated table."""

    case = models.ForeignKey(DossierCase, on_delete=models.CASCADE, related_name="explanations")
    row = models.CharField(max_length=80)
    code = models.CharField(max_length=80)
    text = models.TextField()
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """One explanation to a finding of a row."""

        constraints = (models.UniqueConstraint(fields=("case", "row", "code"), name="one_explanation_of_a_finding"),)
        ordering = ("id",)

    def __str__(self) -> str:
        """Name what is explained."""
        return f"{self.row} {self.code}"


class SectionAssignment(models.Model):
    """Who fills which part of a dossier ("Phân công điền từng phần"): a colleague with or without an account."""

    case = models.ForeignKey(DossierCase, on_delete=models.CASCADE, related_name="assignments")
    part = models.CharField(max_length=20)
    person = models.CharField(max_length=120)
    department = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        """A part has one person."""

        constraints = (models.UniqueConstraint(fields=("case", "part"), name="one_person_of_a_part"),)
        ordering = ("part",)

    def __str__(self) -> str:
        """Name the part and the person."""
        return f"{self.part}: {self.person}"
