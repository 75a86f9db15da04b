"""What is cleared away day by day."""

from importlib import import_module

from django.conf import settings


def clear_old_sessions() -> None:
    """Forgets the sessions that are over, by the engine that keeps them; nobody comes in with one any more.

    It leaves no audit line: a session that is over says nothing that the line of its sign-in did not say.
    """
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
