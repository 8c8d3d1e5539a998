from base.apps import app

APP_CONFIG = app("jobs", "people", "wishes")
