"""Django's settings; what differs from one machine to the next comes from the environment (TIDTAM_...)."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from tidtam.config import environment

PACKAGE = Path(__file__).resolve().parent.parent
WEB = PACKAGE / "web"

TIDTAM_HOME = environment.home_folder()
TIDTAM_URL = environment.public_url()

SECRET_KEY = environment.kept_secret(TIDTAM_HOME)
DEBUG = os.environ.get("TIDTAM_DEBUG") == "1"
ALLOWED_HOSTS = environment.allowed_hosts(TIDTAM_URL)

INSTALLED_APPS = (
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "csp",
    "tidtam.audit",
    "tidtam.places",
    "tidtam.people",
    "tidtam.programmes",
    "tidtam.ledger_store",
    "tidtam.review",
    "tidtam.web",
)

MIDDLEWARE = (
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
)

ROOT_URLCONF = "tidtam.config.urls"
WSGI_APPLICATION = "tidtam.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Each area of the pages keeps its own templates beside its views.
        "DIRS": [WEB / "templates", *sorted(WEB.glob("*/templates"))],
        "APP_DIRS": False,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

DATABASES = {"default": environment.database(TIDTAM_HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

# Dates are shown in the Buddhist Era by our own functions, so Django's forms of numbers and dates stay out.
LANGUAGE_CODE = "th"
TIME_ZONE = "Asia/Bangkok"
USE_TZ = True
USE_I18N = False

STATIC_URL = "/static/"
STATICFILES_DIRS = sorted(WEB.glob("*/static"))  # an area's own files; those for all are found in the app
WHITENOISE_USE_FINDERS = True  # served straight from the package: nothing has to be collected first
WHITENOISE_AUTOREFRESH = DEBUG

# Nothing but our own files: no inline script, no inline style, no other site.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "base-uri": [NONE],
        "object-src": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [TIDTAM_URL]
if TIDTAM_URL.startswith("https:"):
    CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
