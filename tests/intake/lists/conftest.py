"""A canal in a practice database, with its published lots, one project and its list as a file."""

from datetime import date

import pytest

from tests.housing.conftest import Canal, canal, folder, project
from tests.housing.test_naming import PAPERS
from tests.intake.lists.books import list_of
from tests.intake.sheet_books import Book
from tidtam.housing.actions import NewProject, add_part, add_project
from tidtam.housing.models import Part, Project
from tidtam.intake.actions import import_workbooks
from tidtam.people.actions import loader_account
from tidtam.review.practice import mark_as_practice

__all__ = ["canal", "folder", "project"]


@pytest.fixture
def practice(canal: Canal) -> Canal:
    """The canal in a database that is marked, so that made-up IDs are taken."""
    mark_as_practice(actor=loader_account())
    return canal


@pytest.fixture
def lots(practice: Canal) -> Canal:
    """The published series of Lat Phrao is in the book."""
    assert import_workbooks(actor=loader_account(), paths=PAPERS, commit=True).ok
    return practice


@pytest.fixture
def here(practice: Canal, project: Project) -> Project:
    """The project of the list, with one community."""
    add_part(actor=practice.kamon, project=project, kind=Part.Kind.COMMUNITY, name="ชุมชนหนึ่ง")
    return project


@pytest.fixture
def other(practice: Canal) -> Project:
    """Another project at the same canal."""
    new = NewProject(
        code="LP-02", programme="canals", name="ชุมชนริมคลองสอง", place=practice.place,
        started_on=date(2017, 1, 10),
    )  # fmt: skip
    return add_project(actor=practice.kamon, new=new)


@pytest.fixture
def book(practice: Canal, here: Project) -> Book:
    """The list of the project as Kamon downloads it."""
    return list_of(practice.kamon, here)
