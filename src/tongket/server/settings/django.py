"""What Django asks for, made of the environment; nothing here is set by hand on a server."""

from pathlib import Path
from typing import Any

from tongket.server.settings import environment as env

_SERVER = Path(__file__).resolve().parents[1]

DEBUG = False
SECRET_KEY = env.secret_key()
ALLOWED_HOSTS = [host.strip() for host in env.given("TONGKET_HOSTS").split(",") if host.strip()]
DATABASES = {"default": env.database()}
DATA_FOLDER = env.data_folder()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "records.Account"
ROOT_URLCONF = "tongket.server.web.urls"
WSGI_APPLICATION = "tongket.server.wsgi.application"

INSTALLED_APPS = [
    "tongket.server.records",
    "tongket.server.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "tongket.server.web.security.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "tongket.server.web.language.SpokenLanguage",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tongket.server.web.taking.Taking",
    "tongket.server.web.refusals.Refusals",
    "tongket.server.web.visit.Gate",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_SERVER / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tongket.server.web.frame.frame",
            ],
            "builtins": ["tongket.server.web.tags"],
        },
    }
]
STATIC_URL = "/static/"
STATICFILES_DIRS = [_SERVER / "web" / "static"]
WHITENOISE_USE_FINDERS = True  # served from the packages themselves: nothing is gathered, nothing can be out of date
WHITENOISE_MAX_AGE = 3600

PRETENDED_NOW = env.pretended_now()

# languages and time: numbers and dates are written by our own words room, not by Django's formats (stack.md §9)
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("ru", "Русский"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# entering
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "tongket.server.web.entering.passwords.NotTheName",
        "OPTIONS": {"user_attributes": ("username", "full_name", "email")},
    },
    {"NAME": "tongket.server.web.entering.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "tongket.server.web.entering.passwords.NotCommon"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses are given by the office that invites
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to people who have no account
ACCOUNT_ADAPTER = "tongket.server.web.entering.adapters.Adapter"
ACCOUNT_FORMS = {
    "change_password": "tongket.server.web.entering.passwords.ChangePasswordForm",
    "set_password": "tongket.server.web.entering.passwords.SetPasswordForm",
    "reset_password_from_key": "tongket.server.web.entering.passwords.ResetPasswordKeyForm",
}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
# failures are counted by axes, with one sentence for the person; only mails and what they lead to are limited here
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None, "reauthenticate": None, "change_password": None}
PASSWORD_RESET_TIMEOUT = 24 * 3600
MFA_ADAPTER = "tongket.server.web.entering.adapters.MfaAdapter"
MFA_FORMS = {
    "authenticate": "tongket.server.web.entering.locking.AuthenticateForm",
    "reauthenticate": "tongket.server.web.entering.locking.ReauthenticateForm",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses are given by the office that invites
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not env.yes("TONGKET_SECURE")
MFA_TOTP_ISSUER = "tongket"
MFA_TOTP_TOLERANCE = 1  # a closed network may have no common clock: half a minute off is taken
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_ADAPTER = "tongket.server.web.entering.adapters.SocialAdapter"
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
COMMON_LOGIN = env.common_login()
if COMMON_LOGIN:
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "APPS": [
            {
                "provider_id": "office",
                "name": "OpenID Connect",
                "client_id": env.given("TONGKET_OIDC_CLIENT"),
                "secret": env.secret("TONGKET_OIDC_SECRET_FILE"),
                "settings": {"server_url": COMMON_LOGIN},
            }
        ]
    }
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours: "tạm khóa 15 phút"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "tongket.server.web.entering.locking.locked_out"
AXES_USERNAME_CALLABLE = "tongket.server.web.entering.locking.counted_as"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # fifteen minutes are fifteen minutes
AXES_SENSITIVE_PARAMETERS = [
    "username",
    "ip_address",
    "login",
    "code",
    "credential",
    "oldpassword",
    "password1",
    "password2",
]
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
SESSION_COOKIE_AGE = env.whole("TONGKET_SESSION_HOURS") * 3600
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.yes("TONGKET_SECURE")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.yes("TONGKET_SECURE") else None
CSRF_FAILURE_VIEW = "tongket.server.web.refusals.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# what is taken in
UPLOAD_BYTES = env.whole("TONGKET_UPLOAD_MB") * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# long work and mails
TASKS = {"default": {"BACKEND": env.long_work(), "QUEUES": ["default"]}}
DEFAULT_FROM_EMAIL = env.given("TONGKET_MAIL_FROM")
globals().update(env.mail())

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
