"""Every address of the server; each stands in `actions/rights.yaml`, or a test fails."""

from django.urls import include, path

from tongket.server.web import home
from tongket.server.web.accounts import delegating, joining
from tongket.server.web.accounts import views as accounts
from tongket.server.web.desk import views as desk
from tongket.server.web.organisation import views as organisation
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
]
