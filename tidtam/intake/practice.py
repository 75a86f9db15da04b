"""What a practice database begins with: two people, a project, and a list that names part of Lat Phrao."""

from datetime import date

from django.db import transaction

from tidtam.housing import problems as say
from tidtam.housing.actions import (
    ListRow,
    NewHousehold,
    NewProject,
    ProjectList,
    Tell,
    add_project,
    take_lists,
)
from tidtam.housing.alike.names import compared_house, compared_name
from tidtam.housing.citizen_ids import hashed
from tidtam.housing.made_up import MadeUp, made_up
from tidtam.housing.models import Project
from tidtam.intake.lists.content import contents
from tidtam.intake.lists.showing import document_of
from tidtam.ledger.days import Days
from tidtam.people.actions import add_person, give_role
from tidtam.people.inviting import NewAccount
from tidtam.people.models import Role, User
from tidtam.places.models import Place
from tidtam.problems import Refused
from tidtam.review.actions import approve
from tidtam.review.practice import banner, is_practice
from tidtam.review.words import DrawsFrom

CODE, CANAL, TREE = "LP-PRACTICE", "canal:lat-phrao", "canal"
PEOPLE = {"practice-recorder": Role.RECORDER, "practice-verifier": Role.VERIFIER}
NAMES = {"practice-recorder": "ผู้บันทึกฝึกหัด", "practice-verifier": "ผู้ตรวจฝึกหัด"}
LONG_AGO = date(2016, 10, 1)
LOT_DAY = date(2019, 3, 31)
"""The day of the report that counts 2,068 completed, 654 building and 362 ready."""

NAMED = {"completed": 335, "building": 106, "ready": 59}
"""How many of 500 stand at each stage: as the published total is split."""


@transaction.atomic
def begin_practice(*, actor: User) -> Project:
    """The people and the project of a practice database; those that are there are left as they are.

    Refused in a database that is not marked.
    """
    if not is_practice():
        raise Refused([say.MADE_UP_HERE.at()])
    place = Place.objects.get(code=CANAL)
    people = {username: _person(username) for username in PEOPLE}
    for username, role in PEOPLE.items():
        give_role(actor=actor, user=people[username], role=role, place=place, tree=TREE, first_day=LONG_AGO)
    there = Project.objects.filter(code=CODE).first()
    if there is not None:
        return there
    new = NewProject(
        code=CODE, programme="canals", name="โครงการฝึกหัดริมคลองลาดพร้าว", place=place,
        started_on=date(2016, 10, 1), households_planned=sum(NAMED.values()),
    )  # fmt: skip
    return add_project(actor=people["practice-recorder"], new=new)


def _person(username: str) -> User:
    there = User.objects.filter(username=username).first()
    return there or add_person(account=NewAccount(NAMES[username], username, "", ""))


@transaction.atomic
def name_part_of_lat_phrao(project: Project) -> None:
    """Puts 500 made-up households on the list and lets in that they are part of the published total.

    One that has households already is left as it is. Refused in a database that is not marked.
    """
    if not is_practice():
        raise Refused([say.MADE_UP_HERE.at()])
    if project.households.exists():
        return
    rows = made_up_rows()
    words = contents([project])[0].words
    document = document_of(f"{project.code} {project.name}", rows, words, banner())
    recorder, verifier = (User.objects.get(username=username) for username in PEOPLE)
    taken = take_lists(actor=recorder, lists=[ProjectList(project, rows, document, f"{CODE}.xlsx")])
    done = approve(actor=verifier, keys=[claim.key for claim in taken.handed_in])
    if done.problems:
        raise Refused(done.problems)


def made_up_rows() -> list[ListRow]:
    """The rows of the list: made-up households, each named out of the lot at its own stage."""
    stages = [stage for stage, number in NAMED.items() for _ in range(number)]
    day = Days.on(LOT_DAY)
    return [
        ListRow(None, _known(one), Tell(stage, day, DrawsFrom.LOT_ABOVE))
        for one, stage in zip(made_up(len(stages)), stages, strict=True)
    ]


def _known(one: MadeUp) -> NewHousehold:
    known_by = hashed(one.citizen_id, practice=is_practice())
    return NewHousehold(
        name=one.name, compared=compared_name(one.name), id_hash=known_by.id_hash, id_tail=known_by.id_tail,
        house=one.house, house_compared=compared_house(one.house),
    )  # fmt: skip
