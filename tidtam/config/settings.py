"""Django's settings; what differs from one machine to the next comes from the environment (TIDTAM_...)."""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from tidtam.config import environment

PACKAGE = Path(__file__).resolve().parent.parent
WEB = PACKAGE / "web"

TIDTAM_HOME = environment.home_folder()
TIDTAM_URL = environment.public_url()
CUBE = environment.cube(TIDTAM_HOME)

SECRET_KEY = environment.kept_secret(TIDTAM_HOME)
CITIZEN_ID_KEY = environment.citizen_id_key(TIDTAM_HOME)
DEBUG = os.environ.get("TIDTAM_DEBUG") == "1"
ALLOWED_HOSTS = environment.allowed_hosts(TIDTAM_URL)

INSTALLED_APPS = (
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth.account",  # no page of it is mounted: the second step asks for its tables
    "allauth.mfa",
    "axes",
    "csp",
    "tidtam.audit",
    "tidtam.places",
    "tidtam.people",
    "tidtam.programmes",
    "tidtam.ledger_store",
    "tidtam.review",
    "tidtam.registers",
    "tidtam.housing",
    "tidtam.analytics",
    "tidtam.web",
)

MIDDLEWARE = (
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tidtam.web.reader.one_look",
    "tidtam.web.doors.Doors",  # nothing opens that its table does not name
    "axes.middleware.AxesMiddleware",
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

AUTHENTICATION_BACKENDS = ("axes.backends.AxesStandaloneBackend", "tidtam.people.signing.NameOrMail")
LOGIN_URL = "sign_in"
PASSWORD_RESET_TIMEOUT = 24 * 3600

# Guessing at one account from one address stops after five; the wider ceilings are in people.signing.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # who signed in stands in the audit lines
AXES_VERBOSE = False
AXES_USERNAME_CALLABLE = "tidtam.people.signing.counted_name"
AXES_CLIENT_IP_CALLABLE = "tidtam.people.signing.client_address"
AXES_LOCKOUT_CALLABLE = "tidtam.web.signing.views.locked_out"

MFA_ADAPTER = "tidtam.people.two_step.Sealed"
MFA_SUPPORTED_TYPES = ["totp"]
MFA_TOTP_ISSUER = "Tidtam"
MFA_TOTP_TOLERANCE = 1  # a phone may be half a minute off

# Letters go out through TIDTAM_MAIL_URL; without it they are printed where the server runs.
MAIL = environment.mail()
EMAIL_BACKEND = MAIL.backend
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL.ssl, MAIL.starttls
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.mail_from(TIDTAM_URL)

# Dates are shown in the Buddhist Era by our own functions, so Django's forms of numbers and dates stay out.
LANGUAGE_CODE = "th"
TIME_ZONE = "Asia/Bangkok"
USE_TZ = True
USE_I18N = False

DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a grid of 100 places and 15 lines, two fields for each square

STATIC_URL = "/static/"
STATICFILES_DIRS = sorted(WEB.glob("*/static"))  # an area's own files; those for all are found in the app
WHITENOISE_USE_FINDERS = True  # served straight from the package: nothing has to be collected first
WHITENOISE_AUTOREFRESH = DEBUG

# Photos and documents are served by a page that asks who may see them, never from an address of their own.
STORAGES = {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "evidence": environment.files(TIDTAM_HOME),
}

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
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_FAILURE_VIEW = "tidtam.web.errors.stale_form"
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
