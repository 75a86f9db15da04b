"""What is done to housing: projects, their households, what happens to them, and what blocks them."""

from tidtam.housing.actions.blocks import block, unblock
from tidtam.housing.actions.happenings import Move, Shown, move_households, move_project
from tidtam.housing.actions.households import NewHousehold, add_households
from tidtam.housing.actions.lists import ListRow, ProjectList, Taken, Tell, take_lists
from tidtam.housing.actions.money import (
    Planned,
    contract_grant,
    give_exception,
    move_grant,
    pay_grant,
    propose_grant,
)
from tidtam.housing.actions.projects import (
    NewProject,
    add_event,
    add_paper,
    add_part,
    add_partner,
    add_project,
)

__all__ = [
    "ListRow",
    "Move",
    "NewHousehold",
    "NewProject",
    "Planned",
    "ProjectList",
    "Shown",
    "Taken",
    "Tell",
    "add_event",
    "add_households",
    "add_paper",
    "add_part",
    "add_partner",
    "add_project",
    "block",
    "contract_grant",
    "give_exception",
    "move_grant",
    "move_households",
    "move_project",
    "pay_grant",
    "propose_grant",
    "take_lists",
    "unblock",
]
