"""What is done to accounts."""

from tidtam.people.models import Kind, User

LOADER_USERNAME = "paper-loader"
LOADER_NAME = "ผู้นำเข้าเอกสารเผยแพร่"


def loader_account() -> User:
    """The named account that loads published papers; made when it is first asked for.

    It has no password, so nobody signs in with it, and it is no person: it never counts as a verifier.
    """
    user, _ = User.objects.get_or_create(
        username=LOADER_USERNAME,
        defaults={"display_name": LOADER_NAME, "kind": Kind.LOADER, "password": "!"},
    )
    return user
