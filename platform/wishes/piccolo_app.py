from base.apps import app

APP_CONFIG = app("wishes", "volunteers", "messages")
