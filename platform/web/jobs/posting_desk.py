"""All that the posting desk answers to."""

from web.jobs import changes, desk, employers, spreadsheets, suggestions

HANDLERS = [*desk.HANDLERS, *changes.HANDLERS, *employers.HANDLERS, *spreadsheets.HANDLERS, *suggestions.HANDLERS]
