"""The addresses of the pages."""

from django.urls import path

from tidtam.web.audit.views import audit
from tidtam.web.board.views import board
from tidtam.web.calendar import views as calendar
from tidtam.web.downloads.views import download
from tidtam.web.evidence import views as evidence
from tidtam.web.fonts import font
from tidtam.web.grants import views as grants
from tidtam.web.grid import views as grid
from tidtam.web.housing.at_place import housing_at
from tidtam.web.housing.beginning import event_new, project_new
from tidtam.web.housing.field_list import field_list, field_list_file
from tidtam.web.housing.listing import projects
from tidtam.web.housing.project import project
from tidtam.web.housing.supposing import what_if
from tidtam.web.lists import views as lists
from tidtam.web.loans import agree
from tidtam.web.loans import record as loan_forms
from tidtam.web.loans import views as loans
from tidtam.web.maps.views import map_page
from tidtam.web.organisations import views as organisations
from tidtam.web.organisations.keeping import organisation_correct, organisation_new
from tidtam.web.people import views as people
from tidtam.web.people.person import person
from tidtam.web.place.views import place
from tidtam.web.signing import views as signing
from tidtam.web.signing.second import second_step, two_step_settings
from tidtam.web.trail.views import trail
from tidtam.web.work import views as work
from tidtam.web.work.claims import claim
from tidtam.web.work.entry import claim_edit, claim_new
from tidtam.web.work.reviewing import review, review_done
from tidtam.web.workbook import views as workbook

urlpatterns = [
    path("", board, name="board"),
    path("trail/<str:line>/", trail, name="trail"),
    path("map/<str:line>/", map_page, name="map"),
    path("place/<str:code>/", place, name="place"),
    path("report/<str:year>.<str:kind>", download, name="report"),
    path("sign-in/", signing.sign_in, name="sign_in"),
    path("sign-out/", signing.sign_out, name="sign_out"),
    path("two-step/", second_step, name="second_step"),
    path("account/", signing.account, name="account"),
    path("account/two-step/", two_step_settings, name="two_step"),
    path("password/change/", signing.password_change, name="password_change"),
    path("password/forgotten/", signing.password_forgotten, name="password_forgotten"),
    path("password/new/<str:ident>/<str:token>/", signing.password_new, name="password_new"),
    path("people/", people.people, name="people"),
    path("people/invite/", people.invite, name="invite"),
    path("people/account/<int:number>/", person, name="person"),
    path("people/role/<int:number>/end/", people.end_role, name="end_role"),
    path("people/invitation/<int:number>/withdraw/", people.withdraw_invitation, name="withdraw_invitation"),
    path("invitation/<str:token>/", people.invitation, name="invitation"),
    path("audit/", audit, name="audit"),
    path("evidence/<int:number>/", evidence.evidence, name="evidence"),
    path("evidence/<int:number>/thumbnail/", evidence.thumbnail, name="evidence_thumbnail"),
    path("evidence/<int:number>/original/", evidence.original, name="evidence_original"),
    path("work/", work.my_work, name="work"),
    path("work/claim/new/", claim_new, name="claim_new"),
    path("work/claim/<uuid:key>/", claim, name="claim"),
    path("work/claim/<uuid:key>/edit/", claim_edit, name="claim_edit"),
    path("work/review/", review, name="review"),
    path("work/review/done/", review_done, name="review_done"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/make/", calendar.make, name="calendar_make"),
    path("calendar/<str:code>/lock/", calendar.lock, name="calendar_lock"),
    path("calendar/<str:code>/due/", calendar.set_due, name="calendar_due"),
    path("calendar/<str:code>/leave/", calendar.give_leave, name="calendar_leave"),
    path("grid/<str:code>/", grid.squares, name="grid"),
    path("grid/<str:code>/square/", grid.square, name="grid_square"),
    path("grid/<str:code>/<str:kind>/", grid.squares, name="grid_kind"),
    path("workbook/", workbook.workbook, name="workbook"),
    path("workbook/take/", workbook.workbook_take, name="workbook_take"),
    path("workbook/<str:code>.<str:kind>", workbook.workbook_file, name="workbook_file"),
    path("housing/", projects, name="projects"),
    path("housing/new/", project_new, name="project_new"),
    path("housing/event/", event_new, name="event_new"),
    path("housing/what-if/", what_if, name="what_if"),
    path("housing/at/<str:place>/", housing_at, name="housing_at"),
    path("housing/<str:code>/", project, name="project"),
    path("housing/<str:code>/list/", field_list, name="field_list"),
    path("housing/<str:code>/list.xlsx", field_list_file, name="field_list_file"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/new/", organisation_new, name="organisation_new"),
    path("organisations/<uuid:key>/correct/", organisation_correct, name="organisation_correct"),
    path("organisations/<uuid:key>/", organisations.organisation, name="organisation"),
    path("organisations/<uuid:key>/loan/", agree.loan_new, name="loan_new"),
    path("housing/<str:code>/money/", grants.grants, name="grants"),
    path("housing/<str:code>/money/list.xlsx", grants.grants_file, name="grants_file"),
    path("loans/", loans.loans, name="loans"),
    path("loans/<str:code>/", loans.loan, name="loan"),
    path("loans/<str:code>/record/", loan_forms.loan_record, name="loan_record"),
    path("loans/<str:code>/answer/", loan_forms.loan_answer, name="loan_answer"),
    path("loans/<str:code>/confirm/", loans.loan_confirm, name="loan_confirm"),
    path("lists/", lists.lists, name="lists"),
    path("lists/<str:code>.xlsx", lists.list_file, name="list_file"),
    path("lists/<str:code>/", lists.list_of, name="list_of"),
    path("lists/<str:code>/take/", lists.list_take, name="list_take"),
    path("font/sarabun-<int:weight>.woff2", font, name="font"),
]
