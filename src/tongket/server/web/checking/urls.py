"""The addresses of the checking desk, below those of a year."""

from django.urls import path

from tongket.server.web.checking import acts, reminding, views

urlpatterns = [
    path("checking/", views.checking, name="checking"),
    path("checking/remind/", reminding.remind_unfiled, name="remind"),
    path("checking/<str:org_unit>/", views.checking_dossier, name="checking_dossier"),
    path("checking/<str:org_unit>/marked/", views.checking_marked, name="checking_marked"),
    path("checking/<str:org_unit>/files/<int:file>/", views.checking_file, name="checking_file"),
    path("checking/<str:org_unit>/remark/", acts.checking_remark, name="checking_remark"),
    path("checking/<str:org_unit>/remarks/<int:remark>/drop/", acts.checking_drop, name="checking_drop"),
    path("checking/<str:org_unit>/return/", acts.checking_return, name="checking_return"),
    path("checking/<str:org_unit>/accept/", acts.checking_accept, name="checking_accept"),
    path("checking/<str:org_unit>/reopen/", acts.checking_reopen, name="checking_reopen"),
    path("checking/<str:org_unit>/extend/", acts.checking_extend, name="checking_extend"),
]
