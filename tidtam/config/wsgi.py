"""The WSGI door: a server imports `application` from here."""

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tidtam.config.settings")

application = get_wsgi_application()

# A worker loads its pages and cuts its type before it answers, so that no reader waits for that.
import_module("tidtam.config.urls")
import_module("tidtam.web.fonts").get_ready()

# What is loaded by now stays for ever: no later look for garbage goes through it (80 ms each time).
gc.collect()
gc.freeze()
