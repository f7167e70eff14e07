"""Every address of the server; each stands in `actions/rights.yaml`, or a test fails."""

from django.urls import include, path

from tongket.server.web import home
from tongket.server.web.desk import views as desk
from tongket.server.web.year import views as year

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
    path("account/", include("allauth.account.urls")),
    path("account/security/", include("allauth.mfa.urls")),
    path("account/common/", include("allauth.socialaccount.urls")),
    path("account/oidc/", include("allauth.socialaccount.providers.openid_connect.urls")),
    path("<slug:book>/", desk.desk, name="desk"),
]
