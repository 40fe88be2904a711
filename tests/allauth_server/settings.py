"""A Django site with django-allauth headless, as somebody has it who connects the app to it. For tests and for trying it out.

Everything that a test changes is in the environment. docs/drivers.md explains the settings that the app needs.
"""

import os
from pathlib import Path

FOLDER = Path(os.environ["ALLAUTH_FOLDER"])
SITE_ORIGIN = os.environ["ALLAUTH_SITE"]

# The site is for this machine only; nothing that it signs is worth anything.
SECRET_KEY = "only for tests"
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "urls"
USE_TZ = True

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "corsheaders",
    "allauth",
    "allauth.account",
    "allauth.headless",
]
MIDDLEWARE = [
    "corsheaders.middleware.CorsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": FOLDER / "db.sqlite3", "OPTIONS": {"timeout": 20}}}
# The limits are counted in it. The database is shared by the threads of the server, and gone with the folder.
# The tables as they are now, without their history.
MIGRATION_MODULES = {name: None for name in ["auth", "contenttypes", "sessions", "account"]}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": FOLDER / "cache"}}
# "filebased" for tests; "console" for people, who read their codes there.
EMAIL_BACKEND = f"django.core.mail.backends.{os.environ.get('ALLAUTH_MAIL', 'filebased')}.EmailBackend"
EMAIL_FILE_PATH = FOLDER / "mail"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
# Slow hashes are for passwords of people.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "UserAttributeSimilarityValidator": {},
        "MinimumLengthValidator": {"min_length": int(os.environ.get("ALLAUTH_MIN_LENGTH", "8"))},
        "CommonPasswordValidator": {},
        "NumericPasswordValidator": {},
    }.items()
]

# What the app needs.
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = os.environ.get("ALLAUTH_BY_CODE", "1") == "1"
ACCOUNT_LOGIN_ON_PASSWORD_RESET = os.environ.get("ALLAUTH_SIGNS_IN_AFTER_RESET", "0") == "1"
HEADLESS_FRONTEND_URLS = {
    "account_reset_password": f"{SITE_ORIGIN}/en/recover/",
    "account_reset_password_from_key": f"{SITE_ORIGIN}/en/recover/",
    "account_confirm_email": f"{SITE_ORIGIN}/en/",
    "account_signup": f"{SITE_ORIGIN}/en/",
}
CORS_ALLOWED_ORIGINS = [SITE_ORIGIN]
CORS_ALLOW_CREDENTIALS = True
CSRF_TRUSTED_ORIGINS = [SITE_ORIGIN]
