"""What is done to accounts: made and closed, signed in with, given roles; people are invited."""

from tidtam.people.actions.accounts import (
    LOADER_NAME,
    add_person,
    close_account,
    command_account,
    loader_account,
    open_account,
    reminding_account,
)
from tidtam.people.actions.inviting import Invited, invite, take_up, take_up_as, withdraw_invitation
from tidtam.people.actions.roles import end_role, end_role_held, give_role
from tidtam.people.actions.signing import (
    address_locked_out,
    ask_reset,
    change_password,
    locked_out,
    signed_in,
    signed_out,
)
from tidtam.people.actions.two_step import passes, take_off, turn_off, turn_on

__all__ = [
    "LOADER_NAME",
    "Invited",
    "add_person",
    "address_locked_out",
    "ask_reset",
    "change_password",
    "close_account",
    "command_account",
    "end_role",
    "end_role_held",
    "give_role",
    "invite",
    "loader_account",
    "locked_out",
    "open_account",
    "passes",
    "reminding_account",
    "signed_in",
    "signed_out",
    "take_off",
    "take_up",
    "take_up_as",
    "turn_off",
    "turn_on",
    "withdraw_invitation",
]
