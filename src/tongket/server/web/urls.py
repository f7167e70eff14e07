"""Every address of the server; each stands in `actions/rights.yaml`, or a test fails."""

from django.urls import include, path

from tongket.server.web import home
from tongket.server.web.accounts import delegating, joining
from tongket.server.web.accounts import views as accounts
from tongket.server.web.desk import views as desk
from tongket.server.web.organisation import views as organisation
from tongket.server.web.plan import views as plan
from tongket.server.web.plan import views_allocate, views_import, views_indicators, views_projects
from tongket.server.web.year import views as year

handler403 = "tongket.server.web.refusals.no_right"
handler404 = "tongket.server.web.refusals.not_found"
handler500 = "tongket.server.web.refusals.server_error"

urlpatterns = [
    path("", home.home, name="home"),
    path("health/", home.health, name="health"),
    path("years/", home.choose_year, name="years"),
    path("open/", year.opening, name="open_year"),
    path("open/blank.xlsx", year.blank, name="blank_year"),
    path("speak/", home.speak, name="speak"),
    path("stand/", home.stand, name="stand"),
    path("help/", home.help_page, name="help"),
    path("account/", include("tongket.server.web.entering.urls")),
    path("invitation/<str:secret>/", joining.invitation, name="invitation"),
    path("<slug:book>/", desk.desk, name="desk"),
    path("<slug:book>/account/", accounts.accounts, name="accounts"),
    path("<slug:book>/account/invite/", accounts.invitation_new, name="accounts_invite"),
    path(
        "<slug:book>/account/invitation/<int:invitation>/withdraw/",
        accounts.invitation_withdraw,
        name="accounts_withdraw",
    ),
    path("<slug:book>/account/<int:person>/grant/", accounts.role_new, name="accounts_grant"),
    path("<slug:book>/account/<int:person>/close/", accounts.account_closing, name="accounts_close"),
    path("<slug:book>/account/<int:person>/reopen/", accounts.account_reopening, name="accounts_reopen"),
    path("<slug:book>/account/role/<int:grant>/end/", accounts.role_end, name="accounts_end"),
    path("<slug:book>/delegation/", delegating.delegation, name="delegation"),
    path(
        "<slug:book>/delegation/<int:delegation>/withdraw/", delegating.delegation_withdraw, name="delegation_withdraw"
    ),
    path("<slug:book>/organisation/", organisation.organisation, name="organisation"),
    path("<slug:book>/organisation/unit/<str:org_unit>/", organisation.org_unit_page, name="organisation_unit"),
    path("<slug:book>/organisation/change/<slug:of>/", organisation.change, name="organisation_change"),
    path("<slug:book>/plan/", plan.plan, name="plan"),
    path("<slug:book>/plan/indicators/", views_indicators.indicators, name="plan_indicators"),
    path("<slug:book>/plan/lines/", plan.add_line, name="plan_line"),
    path("<slug:book>/plan/propose/", plan.propose, name="plan_propose"),
    path("<slug:book>/plan/check/", plan.check, name="plan_check"),
    path("<slug:book>/plan/save/", plan.save, name="plan_save"),
    path("<slug:book>/plan/drop/", plan.drop, name="plan_drop"),
    path("<slug:book>/plan/assign/", plan.assign, name="plan_assign"),
    path("<slug:book>/plan/acknowledge/<str:org_unit>/", plan.acknowledge, name="plan_acknowledge"),
    path("<slug:book>/plan/compare/", plan.compare, name="plan_compare"),
    path("<slug:book>/plan/allocate/", views_allocate.allocate, name="plan_allocate"),
    path("<slug:book>/plan/import/", views_import.upload, name="plan_import"),
    path("<slug:book>/plan/import/confirm/", views_import.confirm, name="plan_import_confirm"),
    path("<slug:book>/plan/copy/", views_import.copy, name="plan_copy"),
    path("<slug:book>/plan/export/", views_import.export, name="plan_export"),
    path("<slug:book>/plan/projects/", views_projects.projects, name="plan_projects"),
    path(
        "<slug:book>/plan/projects/<str:org_unit>/<str:project>/<int:number>/",
        views_projects.milestone,
        name="plan_milestone",
    ),
    path("<slug:book>/dossier/", include("tongket.server.web.dossier.urls")),
    path("<slug:book>/", include("tongket.server.web.checking.urls")),
    path("<slug:book>/", include("tongket.server.web.notices.urls")),
    path("<slug:book>/", include("tongket.server.web.log.urls")),
    path("<slug:book>/results/", include("tongket.server.web.results.urls")),
    path("<slug:book>/document/", include("tongket.server.web.documents.urls")),
]
